"""Which of several places does a quote repeat?

The one that fits best. Where two fit almost equally well (a sentence said three times, the presenter repeating the
guest), the one nearest to where the quote it continues, or its speaker's other quotes, were found.
"""

from collections.abc import Container, Mapping, Sequence

from align.compare.alignment import Part, Reading, read
from align.compare.diff import Alignment
from align.compare.locate import Speech, find_alignments, find_spliced_alignment
from align.compare.token import Token
from align.compare.tokens import printed_tokens
from align.records import Quote
from align.thresholds import FOUND, SHORT, SHORTEST_PART, SPLICE_GAIN, TIE


def choose_readings(quotes: Sequence[Quote], speech: Speech) -> dict[int, Reading]:
    """Return how each of `quotes` reads into the speech best, by its id; those said nowhere are left out."""
    printed = {quote.id: printed_tokens(quote.text, quote.chars.start) for quote in quotes}
    fits = {quote.id: find_alignments(printed[quote.id], speech) for quote in quotes}
    readings: dict[int, Reading] = {}
    found: set[int] = set()
    for quote in sorted(quotes, key=lambda quote: (len(_tied(fits[quote.id])) > 1, quote.continues or 0, quote.id)):
        if fits[quote.id]:
            fit = _nearest(_tied(fits[quote.id]), _anchors(quote, quotes, readings, found))
            readings[quote.id] = _best_reading(fit, printed[quote.id], speech)
            found.update([quote.id] if is_found(readings[quote.id]) else [])
    return readings


def coverage(reading: Reading) -> float:
    """Return the share of the quote's own words (not those in brackets) that were spoken where it was found."""
    own = [place for place, token in enumerate(reading.printed) if not token.is_bracketed]
    return len(reading.matched.intersection(own)) / len(own) if own else 0.0


def is_found(reading: Reading) -> bool:
    """Whether enough of the quote was spoken there to say that it is what the quote repeats."""
    own = [token for token in reading.printed if not token.is_bracketed]
    return coverage(reading) >= (1.0 if len(own) <= SHORT else FOUND)


def _tied(fits: Sequence[Alignment]) -> Sequence[Alignment]:
    return [fit for fit in fits if fit.cost <= fits[0].cost + TIE]


def _anchors(
    quote: Quote, quotes: Sequence[Quote], readings: Mapping[int, Reading], found: Container[int]
) -> list[int]:
    """Return where related quotes were read: the one that this continues, else all of the same speaker so far found."""
    if quote.continues is not None and quote.continues in readings:
        return [readings[quote.continues].parts[-1].spoken.end]
    if quote.inside is not None and quote.inside in readings:
        return [readings[quote.inside].parts[0].spoken.start]
    related = [
        other.id
        for other in quotes
        if other.continues == quote.id or (other.speaker and other.speaker == quote.speaker)
    ]
    return [readings[other].parts[0].spoken.start for other in related if other in found]


def _nearest(fits: Sequence[Alignment], anchors: Sequence[int]) -> Alignment:
    """Return the fit nearest to any anchor; without one the cheapest, the earliest of equals."""
    if not anchors:
        return min(fits, key=lambda fit: (fit.cost, fit.spoken))

    def distance(fit: Alignment) -> tuple[int, float]:
        start = fit.spoken.start
        return min(abs(start - anchor) for anchor in anchors), fit.cost

    return min(fits, key=distance)


def _best_reading(fit: Alignment, printed: Sequence[Token], speech: Speech) -> Reading:
    """Return the reading of `fit`, or a spliced one if that explains far more and each part stands for itself."""
    spliced_fit = find_spliced_alignment(printed, speech) if fit.cost >= SPLICE_GAIN else None
    if spliced_fit and spliced_fit.cost + SPLICE_GAIN <= fit.cost:
        spliced = read(spliced_fit, printed, speech)
        if len(spliced.parts) > 1 and all(_stands(part, spliced) for part in spliced.parts):
            return spliced
    return read(fit, printed, speech)


def _stands(part: Part, reading: Reading) -> bool:
    """Whether a part of a quote would be found by itself, and is long enough to tell."""
    matched = sum(place in part.printed for place in reading.matched)
    return matched >= SHORTEST_PART and matched >= FOUND * len(part.printed)
