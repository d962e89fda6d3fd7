"""Whose are the quotations without a name in a reported interview: the writer as "I", and one guest who is quoted?

Only paragraphs that are nothing but a quotation are given to the guest, and only behind a question, the writer's "I"
or a sentence about the guest: behind "A waiter comes over." it may be anybody.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from align.article.attribution.narration import Narration
from align.article.entities.names import names_in
from align.article.lexicons import LEXICON
from align.article.quotations.interview_evidence import words_outside_quotes
from align.article.quotations.turns import INFERRED
from align.records import Kind, Quote, Role, Span

_FEWEST_OWN = 2  # of the writer's words that say "I"
_SENTENCE = re.compile(r"[^.!?…]+[.!?…]*\s*")
_DETERMINERS = LEXICON.determiners | LEXICON.articles | LEXICON.indefinite_articles | LEXICON.possessives


def give_to_guest(narration: Narration, quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """Return `quotes`, those that only the guest of a reported interview can have said with their speaker."""
    speakers = {quote.speaker for quote in quotes if quote.speaker is not None}
    guest = speakers.pop() if len(speakers) == 1 else None
    if guest is None or len(guest.split()) < 2 or all(quote.speaker for quote in quotes):
        return tuple(quotes)
    written = [word for span in narration.writers_spans() for word in words_outside_quotes(_at(narration, span))]
    if sum(word in LEXICON.self_words for word in written) < _FEWEST_OWN or not _asks(written):
        return tuple(quotes)
    females = sum(word in LEXICON.female_pronouns for word in written)
    males = sum(word in LEXICON.male_pronouns for word in written)
    others = LEXICON.male_pronouns if females > males else LEXICON.female_pronouns
    return tuple(_given(narration, quotes, guest, others))


def _asks(written: Sequence[str]) -> bool:
    """Whether the writer tells of asking: I meet Amy Lin, I say."""
    asking = LEXICON.interviewing | LEXICON.meeting_verbs
    return any(own in LEXICON.self_words and verb in asking for own, verb in pairwise(written))


def _given(narration: Narration, quotes: Sequence[Quote], guest: str, others: frozenset[str]) -> Iterator[Quote]:
    starts = [block.chars.start for block in narration.blocks]
    given: dict[int, bool] = {}  # by number, whether the speaker was found here
    known = False  # whether the guest was quoted by name before
    for quote in quotes:
        known = known or quote.speaker == guest
        block = bisect_right(starts, quote.chars.start) - 1
        source = quote.continues if quote.continues is not None else quote.inside
        is_theirs = (
            given.get(source, False) if source is not None else _is_answer(narration, quote, block, guest, others)
        )
        given[quote.id] = is_theirs = known and quote.speaker is None and quote.kind is Kind.SPEECH and is_theirs
        yield replace(quote, speaker=guest, warnings=(*quote.warnings, INFERRED)) if is_theirs else quote


def _is_answer(narration: Narration, quote: Quote, block: int, guest: str, others: frozenset[str]) -> bool:
    """Whether a quotation is a paragraph of its own, behind one after which only the guest speaks."""
    is_body = narration.blocks[block].role is Role.BODY
    if not is_body or _letters(_at(narration, narration.blocks[block].chars)) != _letters(quote.text):
        return False
    before = block - 1
    while before >= 0 and narration.blocks[before].role is Role.BOILERPLATE:
        before -= 1
    if before < 0 or narration.blocks[before].role is not Role.BODY:
        return False
    sentences = _SENTENCE.findall(_at(narration, narration.blocks[before].chars))
    words = list(words_outside_quotes(sentences[-1])) if sentences else []
    if not words or sentences[-1].rstrip().endswith("?"):
        return bool(sentences)
    if LEXICON.first_person & LEXICON.self_words & {*words}:
        return True
    is_about_others = words[0] in others or words[0] in _DETERMINERS
    return not is_about_others and not _names_another(narration, before, guest)


def _names_another(narration: Narration, block: int, guest: str) -> bool:
    """Whether a paragraph names anybody but the guest."""
    names = names_in(narration.text, narration.blocks[block].chars)
    return any(name.may_be_person and name.words[-1] not in guest.split() for name in names)


def _at(narration: Narration, span: Span) -> str:
    return narration.text[span.start : span.end]


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, words))
