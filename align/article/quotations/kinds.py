"""What sort of quotation it is (speech, fragment, writing, scare quotes …): only what was said aloud can be faulted."""

from collections.abc import Iterator, Sequence

from align.article.attribution.context import QuoteContext
from align.article.attribution.naming import is_called_by_many
from align.article.attribution.order import Attribution, Rule
from align.article.attribution.reporting_verbs import is_negated, is_nobody
from align.article.attribution.titles import is_nickname, is_title
from align.article.lexicons import LEXICON, Manner
from align.records import Kind, Role

_NEAR = 4  # words before a quotation that say what it is
_CLAUSE = 8  # words before it in which its clause begins: A film about the case, “…”
_LONGEST_CARRIER = 4  # words, from the preposition: in a series of tweets
_LONGEST_TERM = 3  # words
_LONGEST_HELD = 4
"""Words that a term or a title within a sentence has at most where nobody is named for it (`docs/accuracy.md`)."""
_LONGEST_NAME = 5  # words that a thing is nicknamed
_LEADS = LEXICON.carriers | LEXICON.sending  # Posting on X, Amy Lin said …
_CARRIED = LEXICON.messages | LEXICON.documents | LEXICON.written_sorts
_LEADING_ON = LEXICON.prepositions | LEXICON.joining | LEXICON.determiners | {"to"}
_TIES = LEXICON.prepositions | LEXICON.origins
_ENDS = frozenset(".!?…")
_NAMING = LEXICON.naming - LEXICON.cues.keys()
_OTHERS = LEXICON.relatives - LEXICON.complementizers  # Amy Lin, *who* wants to study
_GOING_ON = (Rule.RUNNING, Rule.SAME_PARAGRAPH)
_BY_MANNER = {Manner.WROTE: Kind.STATEMENT, Manner.POSTED: Kind.MESSAGE, Manner.THOUGHT: Kind.THOUGHT}


def kind_of(context: QuoteContext, attribution: Attribution, words: str) -> Kind:
    """Return the kind of the quotation at `context`, which is in no other and carries on none."""
    if context.role is Role.POST:
        return Kind.MESSAGE
    clause = [context.tokens[place].lower for place in context.before[-_CLAUSE:]]
    is_attributed = attribution.speaker is not None or attribution.finding is not None
    if is_nickname(context) or (context.words <= _LONGEST_NAME and _is_renamed(clause)):
        return Kind.SCARE
    if is_title(context, words, clause, is_attributed):
        return Kind.TITLE
    if _is_term(context, attribution, clause) or is_nobodys(attribution, context):
        return Kind.SCARE
    told = attribution.context if attribution.context and _is_own(attribution, context) else context
    written = _denied(attribution) or _posted(attribution) or _carried(told, attribution) or _written(attribution)
    if written is not None:
        return written
    if not is_attributed and _is_arms_length(context):
        return Kind.SCARE
    return Kind.SPEECH if _is_whole(context, attribution) else Kind.FRAGMENT


def _is_arms_length(context: QuoteContext) -> bool:
    """Whether words that nobody is named for are a term or a title rather than what somebody said."""
    if context.role in (Role.HEADING, Role.CAPTION):
        return True
    return not context.stands_alone and context.words <= _LONGEST_HELD


def kind_inside(words: str) -> Kind:
    """Return the kind of a quotation within another: a term, or what somebody is quoted as having said."""
    return Kind.SCARE if len(words.split()) <= _LONGEST_TERM else Kind.SPEECH


def is_nobodys(attribution: Attribution, context: QuoteContext) -> bool:
    """Whether whom the sentence names did not say it: a scare word in a headline, or what something is called."""
    finding = attribution.finding
    if finding is None or attribution.context is None:
        return False
    if attribution.rule is Rule.HEADLINE and context.place > 0 and finding.phrase:
        return finding.phrase.stop < context.place and context.tokens[context.place - 1].lower in _LEADING_ON
    tokens = attribution.context.tokens
    if finding.cue is None or finding.cue < 2 or tokens[finding.cue].lower not in LEXICON.called:
        return False
    is_passive = tokens[finding.cue - 1].lower in LEXICON.passive_auxiliaries
    named = tokens[finding.cue - 2]
    is_thing = named.lower not in LEXICON.personal and (not named.is_capital or named.lower in LEXICON.determiners)
    return is_passive and is_thing and not finding.phrase and context.words <= _LONGEST_TERM


def carries_on(attribution: Attribution, kind: Kind, earlier: Kind) -> bool:
    """Whether words of the same speaker as those before, which are of kind `earlier`, go on in the same writing."""
    if kind is not Kind.SPEECH or earlier not in (Kind.STATEMENT, Kind.MESSAGE):
        return False
    return attribution.rule in _GOING_ON or (attribution.cue or "").lower() in LEXICON.continuing


def kind_of_block(words: Sequence[str]) -> Kind | None:
    """Return the kind of a block quotation by the sentence that announces it; None if it leaves that open."""
    words = words if words[-1:] == [":"] else words[-_NEAR:]  # issued a statement.
    manners = {LEXICON.cues.get(word) for word in words}
    if any(word in LEXICON.messages for word in words) or Manner.POSTED in manners:
        return Kind.MESSAGE
    return Kind.STATEMENT if any(word in LEXICON.documents for word in words) or Manner.WROTE in manners else None


def is_translated(attribution: Attribution) -> bool:
    """Whether the sentence says that the words were spoken in another language: "she said in Spanish"."""
    return attribution.context is not None and attribution.context.tokens.is_translated


def is_object(context: QuoteContext, attribution: Attribution) -> bool:
    """Whether the quotation at `context` is what the verb is about: wrote “…”, and not: wrote the novel “…”."""
    return attribution.finding is not None and attribution.finding.cue == context.place - 1


def is_said_by_nobody(attribution: Attribution) -> bool:
    """Whether the article says that nobody said it: nobody shouted “fire”."""
    context, finding = attribution.context, attribution.finding
    if context is None or finding is None or finding.phrase is None:
        return False
    return is_nobody(context.tokens, finding.phrase)


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
    if finding.cue is not None and not (finding.phrase and finding.cue - 1 in finding.phrase):
        heads.add(_noun(context, finding.cue - 1))
    if heads & LEXICON.messages:
        return Kind.MESSAGE
    if heads & LEXICON.documents:
        return Kind.STATEMENT
    manner = LEXICON.cues.get(context.tokens[finding.cue].lower) if finding.cue is not None else None
    return _BY_MANNER.get(manner) if manner else None


def _posted(attribution: Attribution) -> Kind | None:
    """Return the kind of what was written where people post: wrote on the site’s forum; None of anything else."""
    context, finding = attribution.context, attribution.finding
    if context is None or finding is None or finding.cue is None:
        return None
    if LEXICON.cues.get(context.tokens[finding.cue].lower) is not Manner.WROTE:
        return None
    words = [token.lower for token in context.tokens[finding.cue :]]
    is_posted = any(
        word in LEXICON.posting_places and "on" in words[max(0, place - _LONGEST_CARRIER) : place]
        for place, word in enumerate(words)
    )
    return Kind.MESSAGE if is_posted else None


def _heads(context: QuoteContext, phrase: range) -> set[str]:
    """Return the nouns that may say what a phrase is: the one before its first preposition, and before "by"."""
    ties = [place for place in phrase[1:] if context.tokens[place].lower in _TIES]
    heads = {_noun(context, (ties[0] if ties else phrase.stop) - 1)}
    if phrase.start > 1 and context.tokens[phrase.start - 1].lower in LEXICON.origins:
        heads.add(_noun(context, phrase.start - 2))
    return heads


def _noun(context: QuoteContext, place: int) -> str:
    """Return the word at `place` as the lists have it; "" for a name that only looks like one of them: Ms Page."""
    token = context.tokens[place]
    is_name = place > 0 and token.is_capital and token.lower in LEXICON.documents
    is_paper = place > 0 and token.is_capital and context.tokens[place - 1].is_capital  # the Bell Post
    return "" if is_name or is_paper or _is_paper(context, place) else token.lower


def _is_paper(context: QuoteContext, place: int) -> bool:
    """Whether a capital makes a name of a word: the Post."""
    return place > 0 and context.tokens[place].is_capital and context.tokens[place - 1].lower == "the"


def _carried(context: QuoteContext, attribution: Attribution) -> Kind | None:
    """Return the kind that the carrier tells: "in a statement", "on Twitter"."""
    around = _around(context, attribution)
    words = ["" if _is_paper(context, place) else context.tokens[place].lower for place in around]
    if _CARRIED.isdisjoint(words):
        return None
    for place, word in enumerate(words):
        if word in LEXICON.broadcasts:
            return None
        is_carried = any(earlier in LEXICON.carriers for earlier in words[max(0, place - _LONGEST_CARRIER) : place])
        is_carried &= words[max(0, place - 1) : place] != ["to"]  # wants to study
        if is_carried and word in _CARRIED:
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
    if attribution.speaker is None and attribution.finding is None:
        return
    if not is_behind and context.last_stop in _ENDS and any(context.tokens[at].is_capital for at in context.after[:1]):
        return  # Amy Lin took the stage: “We go.” He pointed to the sign
    told = min(phrase.start, cue or phrase.start) if phrase is not None and is_behind else context.place
    for place in context.after:
        is_other = context.tokens[place].lower in _OTHERS
        if is_other or (not is_behind and context.tokens[place].text == "," and place > context.place + 1):
            return
        if place > told:  # not: “We read” in that law, Amy Lin said
            yield place


def _is_own(attribution: Attribution, context: QuoteContext) -> bool:
    """Whether the attribution stands in the quotation's own sentence."""
    return attribution.context is not None and attribution.context.quoted == context.quoted


def _is_term(context: QuoteContext, attribution: Attribution, clause: list[str]) -> bool:
    """Whether a name is given: nicknamed the building “…”, or residents, not a person, refer to it as “…”."""
    is_attributed = attribution.speaker is not None or attribution.finding is not None
    clause = clause[:-1] if clause[-1:] and clause[-1] in LEXICON.articles else clause  # known as the “…”
    near = clause[-_NEAR if clause[-1:] and clause[-1] in LEXICON.equating else -2 :]  # known online as “…”
    near = [*(word for word in near[:-1] if word not in LEXICON.soi_disant), *near[-1:]]  # a so-called rat as “…”
    is_named = any(word in _NAMING for word in near) and clause[-1:] != [","]  # Freddy, as he was known, “was late”
    is_named |= (
        clause[-1:] != [] and clause[-1] in LEXICON.equating and not LEXICON.known.isdisjoint(near)
    )  # he knew as
    is_called = any(word in LEXICON.naming for word in near) and not is_attributed
    if is_called or (is_named and not _is_told_near(context, attribution)):
        return True
    if context.words > _LONGEST_NAME:
        return False
    is_as = any(word in LEXICON.equating for word in clause[-1:]) and any(
        word.startswith(LEXICON.referring) for word in clause
    )
    is_common = _is_called(attribution) and is_called_by_many(context)  # what some call “…”
    is_christened = any(word in LEXICON.christening for word in clause) and not _is_coined(attribution)
    return is_common or is_christened or (is_as and not _is_by_name(attribution))


def _is_renamed(clause: list[str]) -> bool:
    """Whether a verb of naming stands right before a term: rebranded “blog”; changing its name to “…”."""
    is_name = clause[-1:] == ["to"] and not LEXICON.renamed.isdisjoint(clause)
    return is_name or (clause[-1:] != [] and clause[-1] in LEXICON.renamed and clause[-1].endswith("ed"))


def _is_told_near(context: QuoteContext, attribution: Attribution) -> bool:
    """Whether the verb of saying stands right before the word for a word: said the word “sorry”."""
    finding = attribution.finding
    is_own = finding is not None and finding.cue is not None and _is_own(attribution, context)
    near = _NEAR + 2 * context.follows_colon  # offered a single word: “Rejoice.”
    return is_own and finding is not None and context.place - near <= (finding.cue or 0) < context.place


def _is_called(attribution: Attribution) -> bool:
    """Whether the verb only says what something is called."""
    context, finding = attribution.context, attribution.finding
    if context is None or finding is None or finding.cue is None:
        return False
    return context.tokens[finding.cue].lower in LEXICON.calling


def _is_by_name(attribution: Attribution) -> bool:
    """Whether the subject is a person by name, not a crowd: Opponents."""
    context, finding = attribution.context, attribution.finding
    if context is None or finding is None or not finding.phrase:
        return attribution.speaker is not None
    head = context.tokens[finding.phrase[-1]]
    return head.is_capital and not (finding.phrase.start == 0 and len(finding.phrase) == 1 and head.lower.endswith("s"))


def _is_coined(attribution: Attribution) -> bool:
    """Whether somebody is named whose word it is: what *the Post* has dubbed “…”."""
    context, finding = attribution.context, attribution.finding
    if context is None or finding is None or not finding.phrase or not finding.phrase.start:
        return False
    return context.tokens[finding.phrase.start - 1].lower in LEXICON.conjunctions and _is_by_name(attribution)


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
    subject = attribution.finding.phrase if attribution.finding is not None else None
    is_inverted = cue is not None and subject is not None and (subject.start, subject.stop) == (cue + 1, context.place)
    touches_cue = cue is not None and (abs(cue - context.place) == 1 or is_inverted) and context.begins_capital
    is_quoting = any(context.tokens[place].text in LEXICON.quotatives for place in context.after[:1])
    return context.stands_alone or touches_cue or (is_quoting and attribution.speaker is not None)
