"""Whose are words that an article prints again, in its headline or a pull quote, where it tells who said them once?"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from align.article.attribution.narration import Narration
from align.article.attribution.titles import is_titled
from align.article.quotations.turns import INFERRED, UNTOLD
from align.records import Kind, Quote, Role

_SHORTEST = 3  # words that are taken for an echo outside a heading
_SURE = 0.75  # at least how sure the speaker is where the words are told, and at most how sure that of an echo
_APOSTROPHES = re.compile(r"['’]")
_BETWEEN = re.compile(r"[\W_]+")
_ECHOING = frozenset((Kind.SPEECH, Kind.FRAGMENT, Kind.SCARE))


def with_echoes(narration: Narration, quotes: Sequence[Quote]) -> list[Quote]:
    """Return `quotes`, those of which nothing sure tells the speaker with that of the one that has the same words.

    So “Disastrous shortcomings” above an article in which Bo Lane said there had been “disastrous shortcomings”. Titles
    are nobody's words, and neither are terms, which the writer uses as well. What carries on an echo, or stands in it,
    is by the same.
    """
    told = _Told(quote for quote in quotes if quote.inside is None and _is_sure(quote))
    written = " ".join(_fold(narration.text[span.start : span.end]) for span in narration.writers_spans())
    starts = [block.chars.start for block in narration.blocks]
    echoed: dict[int, Quote] = {}
    for quote in quotes:
        words = _fold(quote.text)
        role = narration.blocks[bisect_right(starts, quote.chars.start) - 1].role
        source = echoed.get(quote.continues or quote.inside or 0)
        sources = told.with_words(words) if _may_echo(quote, role) else []
        if source is not None and not _is_sure(quote):
            echoed[quote.id] = _echo(quote, [source]) if source.speaker is not None else quote
        else:
            echoed[quote.id] = quote if sources and words in written else _echo(quote, sources)
    return list(echoed.values())


class _Told:
    """Quotations whose speaker is sure, found by what they say in time that hardly grows with their number."""

    def __init__(self, quotes: Iterable[Quote]) -> None:
        self._told = [(_fold(quote.text), quote) for quote in quotes]
        self._by_word: dict[str, list[int]] = {}
        for place, (words, _) in enumerate(self._told):
            for word in {*words.split()}:
                self._by_word.setdefault(word, []).append(place)

    def with_words(self, words: str) -> list[Quote]:
        """Return those which hold `words` in a row: of those with the rarest of them."""
        places = min((self._by_word.get(word, []) for word in words.split()), key=len, default=[])
        return [self._told[place][1] for place in places if words in self._told[place][0]]


def _is_sure(quote: Quote) -> bool:
    return quote.speaker_confidence is not None and quote.speaker_confidence >= _SURE


def _may_echo(quote: Quote, role: Role) -> bool:
    """Whether words may be somebody's that are told elsewhere: enough of them to be no chance."""
    is_heading = role is Role.HEADING
    is_long = len(quote.text.split()) >= _SHORTEST or (is_heading and quote.speaker is None)
    is_title = is_titled(quote.text) and not is_heading
    is_whole = quote.inside is None and quote.continues is None
    return is_whole and is_long and not is_title and quote.kind in _ECHOING and not _is_sure(quote)


def _echo(quote: Quote, sources: Sequence[Quote]) -> Quote:
    """Return a quotation as said by whom all of `sources` are by; as it is if they are by none or by several."""
    speakers = {source.speaker for source in sources}
    if len(speakers) != 1 or speakers == {quote.speaker}:
        return quote
    kind = Kind.FRAGMENT if quote.kind is Kind.SCARE and quote.inside is None else quote.kind
    warnings = (*(text for text in quote.warnings if text not in (INFERRED, UNTOLD)), INFERRED)
    (speaker,) = speakers
    return replace(
        quote,
        speaker=speaker,
        mention=None,
        cue=None,
        kind=kind,
        warnings=warnings,
        speaker_confidence=min(_SURE, *(source.speaker_confidence or 0.0 for source in sources)),
    )


def _fold(text: str) -> str:
    """Return words in small letters with one blank around each."""
    return f" {_BETWEEN.sub(' ', _APOSTROPHES.sub('', text.casefold())).strip()} "
