"""Where may a quotation be said? Its rare words, and its rare pairs of words, vote for passages.

Common ones are told by reading: a term that stands in more passages than are read of any tells nothing of a place and
is put aside. What is left votes by how rare it is, as in `compare/locate.py`, for passages that lie together.
"""

from collections.abc import Iterator, Sequence
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

_COMMON = 4_000
"""Passages that hold a term from which it is put aside: of ten thousand hours one in 350, some 2 ms to read."""

_VOTERS = 48
"""Tokens that vote at least, of a long quotation, with the pairs that they begin; the rest of them agree."""

_PLACES = 400
"""Places that are ranked: who speaks in them may still rule most of them out."""


@dataclass(frozen=True, slots=True)
class Votes:
    """Places that may hold a quotation, likeliest first: spans of passages, each with its votes in nats.

    `frequencies` say in how many passages the terms stand that were counted; what is not there is common. `is_partial`:
    all are so common that only the first passages with them were looked at.
    """

    places: tuple[tuple[Span, float], ...] = ()
    frequencies: dict[str, int] = field(default_factory=dict)
    is_partial: bool = False


def vote(printed: Sequence[Token], index: TranscriptIndex, language: Language) -> Votes:
    """Return the places in the index that share most with a quotation."""
    _, passages = index.size()
    held = {
        term.key: index.passages_with(term, _COMMON + 1) for term in _voters(printed, language.words.function_words)
    }
    rare = {key: rows for key, rows in held.items() if len(rows) <= _COMMON}
    voting = {key: rows for key, rows in (rare if any(rare.values()) else held).items() if rows}
    frequencies = {key: len(rows) for key, rows in rare.items()}
    if not voting:
        return Votes(frequencies=frequencies)
    weights = [log(1 + passages / len(rows)) for rows in voting.values()]
    width = (len(printed) + PASSAGE - 2) // PASSAGE + 1
    places = tuple(_ranked([np.array(rows) for rows in voting.values()], weights, width))
    return Votes(places, frequencies, is_partial=not any(rare.values()))


def _voters(printed: Sequence[Token], common: frozenset[str]) -> Iterator[IndexTerm]:
    """Yield the terms that may be rare, of a long quotation evenly spread ones."""
    step = max(1, len(printed) // _VOTERS)
    for term in terms_of(printed):
        if term.at % step == 0 and (term.is_pair or term.key not in common):
            yield term


def _ranked(rows: Sequence[NDArray[np.int64]], weights: Sequence[float], width: int) -> Iterator[tuple[Span, float]]:
    """Yield the spans of `width` passages with most votes, best first, none beside a better one.

    A term votes once for a span, however often it stands there: each of its passages for the spans in which it is the
    first.
    """
    firsts = np.concatenate([np.maximum(np.concatenate([[0], one[:-1] + 1]), one - width + 1) for one in rows])
    lasts, voting = np.concatenate(rows), np.repeat(weights, [len(one) for one in rows])
    starts = np.unique(lasts)
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
