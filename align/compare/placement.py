"""Which of several places does a quote repeat?

The one that fits best. Where two fit almost equally well (a sentence said three times, the presenter repeating the
guest), the one nearest to where the quote it continues, or its speaker's other quotes, were found.
"""

from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import pairwise

from rapidfuzz.fuzz import partial_ratio

from align.compare.alignment import Part, QuoteAlignment, align_quote
from align.compare.diff import Alignment
from align.compare.locate import Speech, find_alignments, find_spliced_alignment
from align.compare.token import Token
from align.compare.tokens import printed_tokens
from align.records import Quote
from align.thresholds import (
    ALIKE_IN_LETTERS,
    ENOUGH_LETTERS,
    FOUND,
    IN_A_ROW,
    NEARLY_FOUND,
    SHORT,
    SHORTEST_PART,
    SPLICE_GAIN,
    TIE,
)

_MOST_LETTERS = 1000
"""Of a quote that is compared with speech letter by letter, which takes the square of them; 0.07 s for so many."""


def place_quotes(quotes: Sequence[Quote], speech: Speech) -> dict[int, QuoteAlignment]:
    """Return how each of `quotes` reads into the speech best, by its id; those said nowhere are left out."""
    printed = _with_names(
        {quote.id: printed_tokens(quote.text, quote.chars.start, speech.language) for quote in quotes}, speech
    )
    fits = {quote.id: find_alignments(printed[quote.id], speech) for quote in quotes}
    alignments: dict[int, QuoteAlignment] = {}
    found: set[int] = set()
    for quote in sorted(quotes, key=lambda quote: (len(_tied(fits[quote.id])) > 1, quote.continues or 0, quote.id)):
        if fits[quote.id]:
            fit = _nearest(_tied(fits[quote.id]), _anchors(quote, quotes, alignments, found))
            alignments[quote.id] = _best_alignment(fit, printed[quote.id], speech)
            found.update([quote.id] if is_found(alignments[quote.id]) else [])
    return alignments


def tied_alignments(quote: Quote, speech: Speech) -> Iterator[QuoteAlignment]:
    """Yield how a quote reads into each of the places that fit it best, the cheapest first."""
    (printed,) = _with_names(
        {quote.id: printed_tokens(quote.text, quote.chars.start, speech.language)}, speech
    ).values()
    for fit in _tied(find_alignments(printed, speech)):
        yield align_quote(fit, printed, speech)


def _with_names(printed: Mapping[int, Sequence[Token]], speech: Speech) -> dict[int, tuple[Token, ...]]:
    """Return the tokens of all quotes; a capital that begins a sentence is a name's if it is everywhere else."""
    known = [*speech.tokens, *(token for tokens in printed.values() for token in tokens)]
    others = {token.key for token in known if not token.is_capital} | speech.language.words.function_words
    names = {token.key for token in known if token.is_name} - others
    return {
        quote: tuple(
            token._replace(is_name=True) if token.is_capital and token.key in names else token for token in tokens
        )
        for quote, tokens in printed.items()
    }


def coverage(alignment: QuoteAlignment) -> float:
    """Return the share of the quote's own words (not those in brackets) that were spoken where it was found."""
    own = [place for place, token in enumerate(alignment.printed) if not token.is_bracketed]
    return len(alignment.matched.intersection(own)) / len(own) if own else 0.0


def is_found(alignment: QuoteAlignment) -> bool:
    """Whether enough of the quote was spoken there to say that it is what the quote repeats."""
    own = [token for token in alignment.printed if not token.is_bracketed]
    return coverage(alignment) >= (1.0 if len(own) <= SHORT else FOUND)


def is_recognized(alignment: QuoteAlignment, speech: Speech) -> bool:
    """Whether that is where to listen for a quote of which too much was heard otherwise to say that it is found.

    Enough words in a row were said there, or what was heard has the letters of the quote, however it was divided into
    words ("are moors of widow wad men", for "amours of Widow Wadman").
    """
    return _is_alike_in_letters(alignment, speech) or _has_words_in_a_row(alignment)


def _is_alike_in_letters(alignment: QuoteAlignment, speech: Speech) -> bool:
    if not alignment.parts:
        return False
    around, home = len(alignment.printed), alignment.parts[0].spoken
    heard = "".join(token.key for token in speech.tokens[max(0, home.start - around) : home.start + 2 * around])
    shown = "".join(token.key for token in alignment.printed if not token.is_bracketed)
    is_fit = ENOUGH_LETTERS <= len(shown) <= _MOST_LETTERS
    return is_fit and partial_ratio(shown, heard) >= 100 * ALIKE_IN_LETTERS


def _has_words_in_a_row(alignment: QuoteAlignment) -> bool:
    if coverage(alignment) < NEARLY_FOUND:
        return False
    partners = {place: spoken for part in alignment.parts for place, spoken in part.pairs if place in alignment.matched}
    in_a_row = longest = 0
    for place, spoken in partners.items():
        in_a_row = in_a_row + 1 if partners.get(place - 1) == spoken - 1 else 1
        longest = max(longest, in_a_row)
    return longest >= IN_A_ROW


def _tied(fits: Sequence[Alignment]) -> Sequence[Alignment]:
    return [fit for fit in fits if fit.cost <= fits[0].cost + TIE]


def _anchors(
    quote: Quote, quotes: Sequence[Quote], alignments: Mapping[int, QuoteAlignment], found: Container[int]
) -> list[int]:
    """Return where related quotes were read: the one that this continues, else all of the same speaker so far found."""
    if quote.continues is not None and quote.continues in alignments:
        return [alignments[quote.continues].parts[-1].spoken.end]
    if quote.inside is not None and quote.inside in alignments:
        return [alignments[quote.inside].parts[0].spoken.start]
    related = [
        other.id
        for other in quotes
        if other.continues == quote.id or (other.speaker and other.speaker == quote.speaker)
    ]
    return [alignments[other].parts[0].spoken.start for other in related if other in found]


def _nearest(fits: Sequence[Alignment], anchors: Sequence[int]) -> Alignment:
    """Return the fit nearest to any anchor; without one the cheapest, the earliest of equals."""
    if not anchors:
        return min(fits, key=lambda fit: (fit.cost, fit.spoken))

    def distance(fit: Alignment) -> tuple[int, float]:
        start = fit.spoken.start
        return min(abs(start - anchor) for anchor in anchors), fit.cost

    return min(fits, key=distance)


def _best_alignment(fit: Alignment, printed: Sequence[Token], speech: Speech) -> QuoteAlignment:
    """Return the reading of `fit`, or a spliced one if that explains far more and each part stands for itself."""
    spliced_fit = find_spliced_alignment(printed, speech) if fit.cost >= SPLICE_GAIN else None
    if spliced_fit and spliced_fit.cost + SPLICE_GAIN <= fit.cost:
        spliced = align_quote(spliced_fit, printed, speech)
        is_apart = len(spliced.parts) > 1 and not any(_is_one_moment(*pair, speech) for pair in pairwise(spliced.parts))
        if is_apart and all(_stands(part, spliced) for part in spliced.parts):
            return spliced
    return align_quote(fit, printed, speech)


def _is_one_moment(before: Part, part: Part, speech: Speech) -> bool:
    """Whether two parts are of two tracks of a file: what one voice says is heard in both, and is no splice."""
    return speech.continuity.is_one_file(before.recording, part.recording)


def _stands(part: Part, alignment: QuoteAlignment) -> bool:
    """Whether a part of a quote would be found by itself, and is long enough to tell."""
    matched = sum(place in part.printed for place in alignment.matched)
    return matched >= SHORTEST_PART and matched >= FOUND * len(part.printed)
