"""Where may a quotation be said? Its rare words, and its rare pairs of words, vote for passages.

Common ones are told by reading: a term that stands in more passages than are read of any tells little of a place. It
is read on only where the rare ones are too few to outvote a word that was changed. What was read to its end votes by
how rare it is, as in `compare/locate.py`, for passages that lie together.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import log
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from align.archive.index import TranscriptIndex
from align.archive.terms import PASSAGE, IndexTerm, terms_of
from align.compare.token import Token
from align.languages import Language
from align.records import Span

_RARE = 4_000
"""Passages that hold a term up to which it is rare: of ten thousand hours one in 350, some 0.5 ms to read."""

_READ = 60_000
"""Passages that are read at most of the terms that are no longer rare, in all: some 10 ms. Of 250 quotations in ten
thousand hours none was lost by it, nor of 250 others; three are with 20,000."""

_TOLD = 0.5
"""Share of a quotation's words that stand in rare terms, without any one word, from which those are enough."""

_VOTERS = 48
"""Tokens that vote at least, of a long quotation, with the pairs that they begin; the rest of them agree."""

_PLACES = 400
"""Places that are ranked: who speaks in them may still rule most of them out."""

_Rows = NDArray[np.int64]
"""Passages that hold a term, in order."""


@dataclass(frozen=True, slots=True)
class Votes:
    """Places that may hold a quotation, likeliest first: spans of passages, each with its votes in nats.

    `frequencies` say in how many passages the terms stand that were counted; what is not there is common. `is_partial`:
    all are so common that only the first passages with them were looked at.
    """

    places: tuple[tuple[Span, float], ...] = ()
    frequencies: Mapping[str, int] = field(default_factory=dict)
    is_partial: bool = False


def vote(printed: Sequence[Token], index: TranscriptIndex, passages: int, language: Language) -> Votes:
    """Return the places in the index, of so many passages, that share most with a quotation."""
    terms = {term.key: term for term in _voters(printed, language.words.function_words)}
    first = {key: index.passages_with(term, _RARE + 1) for key, term in terms.items()}
    counted = {key: rows for key, rows in first.items() if len(rows) <= _RARE}
    rare = [terms[key] for key, rows in counted.items() if len(rows)]
    if _told(rare) < _TOLD * len(_words_in(terms.values())):
        common = {key: rows for key, rows in first.items() if key not in counted}
        counted |= _read_on(common, terms, index)
    frequencies = {key: len(rows) for key, rows in counted.items()}
    voting = [rows for rows in (counted if any(frequencies.values()) else first).values() if len(rows)]
    if not voting:
        return Votes(frequencies=frequencies)
    weights = [log(1 + passages / len(rows)) for rows in voting]
    width = (len(printed) + PASSAGE - 2) // PASSAGE + 1
    return Votes(tuple(_ranked(voting, weights, width)), frequencies, is_partial=not any(frequencies.values()))


def _told(terms: Sequence[IndexTerm]) -> int:
    """Return how many words stand in terms at least, whichever word was changed and so takes its terms along."""
    words = _words_in(terms)
    return min((len(_words_in(one for one in terms if at not in _words_in([one]))) for at in words), default=0)


def _words_in(terms: Iterable[IndexTerm]) -> set[int]:
    """Return the positions of the words that stand in terms."""
    return {at for term in terms for at in (term.at, term.at + term.is_pair)}


def _read_on(common: Mapping[str, _Rows], terms: Mapping[str, IndexTerm], index: TranscriptIndex) -> dict[str, _Rows]:
    """Return the passages of terms that are not rare, the rarest first, as far as can be read in little time.

    How many there are is told by how far into the index the first of them reach.
    """
    found, left = dict[str, _Rows](), _READ
    for key in sorted(common, key=lambda key: -int(common[key][-1])):
        rows = index.passages_with(terms[key], left)
        if len(rows) == left:
            break
        found[key] = rows
        left -= len(rows)
    return found


def _voters(printed: Sequence[Token], common: frozenset[str]) -> Iterator[IndexTerm]:
    """Yield the terms that may be rare, of a long quotation evenly spread ones."""
    step = max(1, len(printed) // _VOTERS)
    for term in terms_of(printed):
        if term.at % step == 0 and (term.is_pair or term.key not in common):
            yield term


def _ranked(rows: Sequence[_Rows], weights: Sequence[float], width: int) -> Iterator[tuple[Span, float]]:
    """Yield the spans of `width` passages with most votes, best first, none beside a better one.

    A term votes once for a span, however often it stands there: each of its passages for the spans in which it is the
    first.
    """
    firsts = np.concatenate([np.maximum(np.concatenate([[0], one[:-1] + 1]), one - width + 1) for one in rows])
    lasts, voting = np.concatenate(rows), np.repeat(weights, [len(one) for one in rows])
    sorted_lasts = np.sort(lasts, kind="stable")  # of runs that are in order; `np.unique` takes ten times as long
    starts = sorted_lasts[np.diff(sorted_lasts, prepend=-1) > 0]
    support = _sum_up_to(starts, firsts, voting, "right") - _sum_up_to(starts, lasts, voting, "left")
    taken: set[int] = set()
    for at in np.argsort(-support, kind="stable")[: 4 * _PLACES]:
        start = int(starts[at])
        if taken.isdisjoint(range(start - width + 1, start + width)):
            taken.add(start)
            yield Span(start, start + width), float(support[at])
            if len(taken) == _PLACES:
                return


def _sum_up_to(
    places: NDArray[np.int64], at: NDArray[np.int64], values: NDArray[np.float64], side: Literal["left", "right"]
) -> NDArray[np.float64]:
    """Return for each of the places the sum of the values that stand before it, or with side "right" at it, too."""
    order = np.argsort(at, kind="stable")
    sums = np.concatenate([[0.0], np.cumsum(values[order])])
    return np.asarray(sums[np.searchsorted(at[order], places, side=side)])
