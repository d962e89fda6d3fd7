"""Which quotations are titles of works, set like one beside something that has one, or nicknames within a name."""

from collections.abc import Sequence
from dataclasses import replace

from align.article.attribution.context import QuoteContext
from align.article.lexicons import LEXICON
from align.records import Kind, Quote, Role

_NEAR = 4  # words before or behind that tell
_LONGEST_PROGRAMME = 6  # words of a title
_LONGEST_NICKNAME = 3  # words
_SHORTEST_OF_PAPER = 3  # words of a report's title
_EQUATING = LEXICON.passive_auxiliaries | {","}
_FUNCTION_WORDS = (
    LEXICON.determiners
    | LEXICON.prepositions
    | LEXICON.conjunctions
    | LEXICON.auxiliaries
    | LEXICON.pronouns
    | LEXICON.cues.keys()
)


def is_title(context: QuoteContext, words: str, clause: Sequence[str], is_attributed: bool) -> bool:
    """Whether the quotation at `context` is a title; `clause` are the words before it in its clause."""
    is_paper = clause[-1:] != [] and clause[-1] in LEXICON.papers and context.is_title_case
    is_work = _is_named(words, clause, is_attributed) or _is_of_work(context, words)
    is_work |= _is_referred_to(context) or is_only_named(context, words)
    is_work |= is_paper and context.words >= _SHORTEST_OF_PAPER and context.last_stop == ""
    return is_work or (not is_attributed and _is_shown(context, words))


def with_titles(quotes: Sequence[Quote]) -> list[Quote]:
    """Return `quotes`, terms as titles where the same words are one elsewhere: the film “Sea”; “Sea” is long."""
    titles = {quote.text for quote in quotes if quote.kind is Kind.TITLE}
    is_one = [quote.kind is Kind.SCARE and quote.text in titles for quote in quotes]
    return [replace(quote, kind=Kind.TITLE) if one else quote for quote, one in zip(quotes, is_one, strict=True)]


def _is_programme(context: QuoteContext) -> bool:
    """Whether the words are what a programme or book is called: told NBC’s “Meet the Press”; said on “Morning Joe”."""
    before = context.tokens[context.place - 1] if context.place else None
    if before is None or context.role is Role.HEADING or not context.is_title_case or context.last_stop in ("?", "!"):
        return False
    is_owned = before.is_capital and before.text.endswith(LEXICON.possessive_endings)
    is_owned |= before.text in ("'", "’") and context.tokens[context.place - 2].is_capital  # Fox News’ “Fox & Friends”
    is_told = before.lower in LEXICON.telling and context.last_stop in ("", ",", ".")
    is_on = (before.lower in LEXICON.title_ties or is_told) and context.words > 1
    return context.words <= _LONGEST_PROGRAMME and (is_owned or is_on)


def _is_behind_work(context: QuoteContext) -> bool:
    """Whether something that has a title stands right before: of the show “Shark Tank”."""
    before = context.tokens[context.place - 1] if context.place else None
    is_work = before is not None and before.lower in LEXICON.works and context.is_title_case
    return is_work and context.words <= _LONGEST_PROGRAMME


def is_only_named(context: QuoteContext, words: str) -> bool:
    """Whether what stands around words, whoever speaks, tells that they are what somebody or something is called.

    The author of “Bees”; told NBC’s “Meet the Press”; Barbara “Biz” Lane said.
    """
    is_work = _is_programme(context) or _is_behind_work(context) or _is_staged(context, words)
    return is_nickname(context) or is_work or _is_credited(context, words) or _is_watched(context)


def is_nickname(context: QuoteContext) -> bool:
    """Whether the words stand within a name, or behind one: Jame “Buffalo Bill” Gumb; Bo Lane, the “Rat,”."""
    if _is_apposed(context):
        return True
    if not 0 < context.place < len(context.tokens) - 1 or context.last_stop or context.words > _LONGEST_NICKNAME:
        return False
    before, after = context.tokens[context.place - 1], context.tokens[context.place + 1]
    is_owner = before.text.endswith(LEXICON.possessive_endings)
    is_first = before.is_capital and before.is_word and not is_owner and before.lower not in LEXICON.determiners
    return (
        is_first and before.lower not in LEXICON.prepositions and after.is_capital and context.role is not Role.HEADING
    )


def _is_apposed(context: QuoteContext) -> bool:
    """Whether the words between commas are what somebody is called who is named before: Bo Lane, the “Iron Bus,”."""
    ahead = context.tokens[max(0, context.place - 3) : context.place]
    if len(ahead) < 3 or not ahead[0].is_capital or ahead[1].text != "," or ahead[2].lower not in LEXICON.articles:
        return False
    behind = [context.tokens[place].text for place in context.after[:1]]
    return context.is_title_case and context.words <= _LONGEST_NICKNAME and "," in (context.last_stop, *behind)


def is_titled(words: str) -> bool:
    """Whether words are set like a title: most of them, and the first, with a capital."""
    parts = [part for part in words.split() if part[:1].isalpha()]
    return sum(part[0].isupper() for part in parts) * 2 > len(parts) and words[:1].isupper()


def _is_named(words: str, clause: Sequence[str], is_attributed: bool) -> bool:
    """Whether the words are set like a title and something that has titles, or a verb of making one, stands before."""
    near = clause[-_NEAR:]
    parts = [part for part in words.split() if part[:1].isalpha()]
    is_set = is_titled(words)
    works = [_names_work(word) for word in near]
    is_made = near[-1:] != [] and near[-1] in LEXICON.making and len(parts) > 1
    is_named = (
        any(works[-1:])
        or (near[-1:] == [","] and any(works[-2:]))
        or (not is_attributed and any(_names_work(word) for word in clause))
    )
    named = near[:-1] if near[-1:] != [] and near[-1] in LEXICON.determiners else near  # called the “…”
    is_called = named[-1:] != [] and named[-1] in LEXICON.called and any(works)
    return (is_set and (is_made or is_named or is_called)) or _is_headed(near)


def _is_headed(near: Sequence[str]) -> bool:
    """Whether words are what a text is headed: a column headlined “…”; one titled, “…”."""
    last = next((word for word in reversed(near) if word != ","), "")
    return last in LEXICON.headed


def _is_staged(context: QuoteContext, words: str) -> bool:
    """Whether what only a work does is told of the words: “The Long Night” premiered."""
    after = [context.tokens[place].lower for place in context.after[:1]]
    return is_titled(words) and context.place == 0 and after != [] and after[0] in LEXICON.staging


def _is_of_work(context: QuoteContext, words: str) -> bool:
    """Whether a work by that title stands right behind: the “Bad Rain” songs."""
    if not (is_titled(words) or (context.is_title_case and context.words > 1)) or context.last_stop:
        return False
    first, second = [*(context.tokens[place].lower for place in context.after[:2]), "", ""][:2]
    return _names_work(first) or (_names_work(second) and first.isalpha() and first not in _FUNCTION_WORDS)


def _is_referred_to(context: QuoteContext) -> bool:
    """Whether a reader is told to look elsewhere: see “The Lin affair” of August 8."""
    before = [context.tokens[place].lower for place in context.before[-2:]]
    return context.begins_capital and before[-1:] == ["see"] and before[:-1] in ([], ["("])


def _is_watched(context: QuoteContext) -> bool:
    """Whether a film is what people saw: after their viewing of “The Long Night of the Bats”."""
    before = [context.tokens[place].lower for place in context.before[-2:]]
    is_seen = before[:1] != [] and before[0] in LEXICON.watching and before[1:] == ["of"]
    return context.is_title_case and context.words > 1 and is_seen


def _is_credited(context: QuoteContext, words: str) -> bool:
    """Whether words set like a title are what somebody made or takes part in: author of “…”, the cast of “…”."""
    before = [context.tokens[place].lower for place in context.before[-_NEAR:]]
    is_tied = before[-1:] != [] and before[-1] in LEXICON.credit_ties
    is_credit = is_tied and any(word in LEXICON.credits for word in before[:-1])
    return is_credit and is_titled(words) and context.role is not Role.HEADING


def _is_shown(context: QuoteContext, words: str) -> bool:
    """Whether the words stand where a title does: on the network's “…”, “…” is a film, “…” premiered."""
    if not is_titled(words) or context.role is Role.HEADING:
        return False
    before = [context.tokens[place].lower for place in context.before[-_NEAR:]]
    after = [context.tokens[place].lower for place in context.after[:_NEAR]]
    owner = before[-1] if before else ""
    is_programme = owner.endswith(LEXICON.possessive_endings) and before[-2:-1] == ["on"]
    is_equated = after[:1] != [] and after[0] in _EQUATING
    return (
        is_programme
        or any(word in LEXICON.staging for word in after[:3])
        or (is_equated and any(_names_work(word) for word in after[1:]))
    )


def _names_work(word: str) -> bool:
    return word in LEXICON.works or word.removesuffix("s") in LEXICON.works
