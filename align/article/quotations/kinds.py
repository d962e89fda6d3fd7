"""What sort of quotation it is (speech, fragment, writing, scare quotes …): only what was said aloud can be faulted."""

from collections.abc import Iterator

from align.article.attribution.context import QuoteContext
from align.article.attribution.order import Attribution, Rule
from align.article.attribution.reporting_verbs import is_negated
from align.article.lexicons import LEXICON, Manner
from align.records import Kind, Role

_NEAR = 4  # words before a quotation that say what it is
_CLAUSE = 8  # words before it in which its clause begins: A film about the case, “…”
_LONGEST_TERM = 3  # words
_LONGEST_NAME = 5  # words that a thing is nicknamed
_LEADS = LEXICON.carriers | LEXICON.sending  # Posting on X, Amy Lin said …
_CARRIED = LEXICON.messages | LEXICON.documents
_BY_MANNER = {Manner.WROTE: Kind.STATEMENT, Manner.POSTED: Kind.MESSAGE, Manner.THOUGHT: Kind.THOUGHT}


def kind_of(context: QuoteContext, attribution: Attribution, words: str) -> Kind:
    """Return the kind of the quotation at `context`, which is in no other and carries on none."""
    if context.role is Role.POST:
        return Kind.MESSAGE
    clause = [context.tokens[place].lower for place in context.before[-_CLAUSE:]]
    is_attributed = attribution.speaker is not None or attribution.finding is not None
    if _is_title(words, clause, is_attributed):
        return Kind.TITLE
    if _is_term(context, attribution, clause) or (
        any(word in LEXICON.naming for word in clause[-2:]) and not is_attributed
    ):
        return Kind.SCARE
    written = _denied(attribution) or _carried(context, attribution) or _written(attribution)
    if written is not None:
        return written
    if not is_attributed and (not context.stands_alone or context.role in (Role.HEADING, Role.CAPTION)):
        return Kind.SCARE
    return Kind.SPEECH if _is_whole(context, attribution) else Kind.FRAGMENT


def kind_inside(words: str) -> Kind:
    """Return the kind of a quotation within another: a term, or what somebody is quoted as having said."""
    return Kind.SCARE if len(words.split()) <= _LONGEST_TERM else Kind.SPEECH


def is_translated(attribution: Attribution) -> bool:
    """Whether the sentence says that the words were spoken in another language: "she said in Spanish"."""
    return attribution.context is not None and attribution.context.tokens.is_translated


def is_object(context: QuoteContext, attribution: Attribution) -> bool:
    """Whether the quotation at `context` is what the verb is about: wrote “…”, and not: wrote the novel “…”."""
    return attribution.finding is not None and attribution.finding.cue == context.place - 1


def _denied(attribution: Attribution) -> Kind | None:
    context, finding = attribution.context, attribution.finding
    if context is None or finding is None or finding.cue is None:
        return None
    return Kind.NEGATED if is_negated(context.tokens, finding.cue, finding.phrase) else None


def _written(attribution: Attribution) -> Kind | None:
    """Return the kind that verb and subject of the attribution tell; None if they leave it open."""
    context, finding = attribution.context, attribution.finding
    if context is None or finding is None:
        return None
    heads = _heads(context, finding.phrase) if finding.phrase else set()
    if finding.cue is not None:
        heads.add(_noun(context, finding.cue - 1))
    if heads & LEXICON.messages:
        return Kind.MESSAGE
    if heads & LEXICON.documents:
        return Kind.STATEMENT
    manner = LEXICON.cues.get(context.tokens[finding.cue].lower) if finding.cue is not None else None
    return _BY_MANNER.get(manner) if manner else None


def _heads(context: QuoteContext, phrase: range) -> set[str]:
    """Return the nouns that may say what a phrase is: its last one, and those before "by" and the like."""
    ties = (place for place in (phrase.start - 1, *phrase[1:]) if context.tokens[place].lower in LEXICON.origins)
    return {_noun(context, place) for place in (*(tie - 1 for tie in ties if tie > 0), phrase.stop - 1)}


def _noun(context: QuoteContext, place: int) -> str:
    """Return the word at `place` as the lists have it; "" for a name that only looks like one of them: Ms Page."""
    token = context.tokens[place]
    return "" if place > 0 and token.is_capital and token.lower in LEXICON.documents else token.lower


def _carried(context: QuoteContext, attribution: Attribution) -> Kind | None:
    """Return the kind that the carrier tells: "in a statement", "on Twitter"."""
    words = [context.tokens[place].lower for place in _around(context, attribution)]
    for place, word in enumerate(words):
        if word in _CARRIED and any(earlier in LEXICON.carriers for earlier in words[max(0, place - 3) : place]):
            return Kind.MESSAGE if word in LEXICON.messages else Kind.STATEMENT
    return None


def _around(context: QuoteContext, attribution: Attribution) -> Iterator[int]:
    """Yield the tokens that may tell the carrier: from the verb to the quotation, and the clause behind it."""
    phrase = attribution.finding.phrase if attribution.finding is not None and _is_own(attribution, context) else None
    is_behind = phrase is not None and phrase.start > context.place
    is_led = context.tokens[0].lower in _LEADS  # In a statement, the council said …
    cue = attribution.finding.cue if attribution.finding is not None else None
    start = 0 if phrase is None or is_behind or is_led else cue or phrase.start
    yield from (place for place in context.before if place >= start)
    for place in context.after:
        if not is_behind and context.tokens[place].text == "," and place > context.place + 1:
            return
        yield place


def _is_own(attribution: Attribution, context: QuoteContext) -> bool:
    """Whether the attribution stands in the quotation's own sentence."""
    return attribution.context is not None and attribution.context.quoted == context.quoted


def _is_term(context: QuoteContext, attribution: Attribution, clause: list[str]) -> bool:
    """Whether a name is given: nicknamed the building “…”, or residents, not a person, refer to it as “…”."""
    if context.words > _LONGEST_NAME:
        return False
    is_as = any(word in LEXICON.equating for word in clause[-1:]) and any(
        word.startswith(LEXICON.referring) for word in clause
    )
    return any(word in LEXICON.christening for word in clause) or (is_as and not _is_by_name(attribution))


def _is_by_name(attribution: Attribution) -> bool:
    """Whether the subject is a person by name, not a crowd: Opponents."""
    context, finding = attribution.context, attribution.finding
    if context is None or finding is None or not finding.phrase:
        return attribution.speaker is not None
    head = context.tokens[finding.phrase[-1]]
    return head.is_capital and not (finding.phrase.start == 0 and len(finding.phrase) == 1 and head.lower.endswith("s"))


def _is_title(words: str, clause: list[str], is_attributed: bool) -> bool:
    """Whether the words are set like a title and something that has titles, or a verb of making one, stands before."""
    near = clause[-_NEAR:]
    parts = [part for part in words.split() if part[:1].isalpha()]
    is_set = sum(part[0].isupper() for part in parts) * 2 > len(parts) and words[:1].isupper()
    works = [_names_work(word) for word in near]
    is_made = near[-1:] != [] and near[-1] in LEXICON.making and len(parts) > 1
    is_named = (
        any(works[-1:])
        or (near[-1:] == [","] and any(works[-2:]))
        or (not is_attributed and any(_names_work(word) for word in clause))
    )
    is_called = near[-1:] != [] and near[-1] in LEXICON.called and any(works)
    return (is_set and (is_made or is_named or is_called)) or (near[-1:] != [] and near[-1] in LEXICON.headed)


def _names_work(word: str) -> bool:
    return word in LEXICON.works or word.removesuffix("s") in LEXICON.works


def _is_whole(context: QuoteContext, attribution: Attribution) -> bool:
    """Whether whole sentences are quoted, not a few words inside the writer's own."""
    is_signed = context.place == 0 and attribution.rule in (Rule.SIGNATURE, Rule.HEADLINE)
    if (
        context.role is Role.HEADING
        and not is_signed
        and not (context.last_stop in (".", "!", "?") or (context.place > 0 and context.stands_alone))
    ):
        return False
    cue = attribution.finding.cue if attribution.finding is not None and _is_own(attribution, context) else None
    touches_cue = cue is not None and abs(cue - context.place) == 1 and context.begins_capital
    is_quoting = any(context.tokens[place].text in LEXICON.quotatives for place in context.after[:1])
    return context.stands_alone or touches_cue or (is_quoting and attribution.speaker is not None)
