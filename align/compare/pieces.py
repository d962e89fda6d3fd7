"""Into which pieces may a long quote be cut, each compared with a short stretch of speech?

A table of all its words against all that was said grows with the square of its length. Runs of words that both sides
have once only are where the cheapest alignment passes nearly for certain (the anchors of Cohen's patience diff): a long
quote is cut in the middle of some of them. Between two that lie far apart nothing agrees for long; there the cuts are
even, for there is nothing to find.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from align.compare.token import Token
from align.records import Span
from align.subsequences import longest_nondecreasing

_RUN = 4  # tokens of an anchor: three and fewer are often phrases that are said elsewhere, too
_PIECE = 250  # tokens of print, about
_ROOM = 64  # tokens of speech at either end of a piece, beyond twice its length: stumbles and left-out words
_NEAR = 100  # tokens of print within which another anchor confirms one where a quote may jump


class Cut(NamedTuple):
    """A place to cut: before these tokens of print and of speech."""

    printed: int
    spoken: int


class QuotePiece(NamedTuple):
    """Tokens of print, and where in speech they are looked for; in two windows if the quote jumps there."""

    printed: Span
    windows: tuple[Span, ...]


def cut_into_pieces(
    printed: Sequence[Token], spoken: Sequence[Token], windows: Sequence[Span], may_jump: bool
) -> tuple[QuotePiece, ...]:
    """Return pieces that cover a quote, in order of print."""
    anchors = _anchors(printed, spoken, windows)
    kept = _confirmed(anchors) if may_jump else _in_order(anchors)
    home = Span(windows[0].start, windows[-1].end)
    cuts = list(_spread(kept, len(printed), home))
    return tuple(piece for one, other in pairwise(cuts) for piece in _between(one, other, home))


def _anchors(printed: Sequence[Token], spoken: Sequence[Token], windows: Sequence[Span]) -> list[Cut]:
    """Return where runs of tokens stand that are found once on both sides, in order of print."""
    shown = _runs(printed, [Span(0, len(printed))])
    said = _runs(spoken, windows)
    return [Cut(place, said[run]) for run, place in shown.items() if run in said]


def _runs(tokens: Sequence[Token], windows: Sequence[Span]) -> dict[tuple[str, ...], int]:
    """Return the runs that occur once, and where they begin; none with a word twice, for either could be the other."""
    places = [place for window in windows for place in range(window.start, window.end - _RUN + 1)]
    keys = [tuple(token.key for token in tokens[place : place + _RUN]) for place in places]
    times = Counter(keys)
    return {key: place for key, place in zip(keys, places, strict=True) if times[key] == 1 and len({*key}) == _RUN}


def _in_order(anchors: Sequence[Cut]) -> list[Cut]:
    """Return the most anchors that follow each other in speech as in print; no two are at one place."""
    return [anchors[place] for place in longest_nondecreasing([anchor.spoken for anchor in anchors])]


def _confirmed(anchors: Sequence[Cut]) -> list[Cut]:
    """Return the anchors beside which, in print, another lies as far off in speech: no chance likeness."""
    pairs = {
        cut
        for one, other in pairwise(anchors)
        if 0 < other.spoken - one.spoken < 2 * _NEAR and other.printed - one.printed < _NEAR
        for cut in (one, other)
    }
    return [anchor for anchor in anchors if anchor in pairs]


def _spread(anchors: Sequence[Cut], length: int, home: Span) -> Iterator[Cut]:
    """Yield cuts in the middle of anchors, about a piece apart, with the two ends of the quote."""
    last = Cut(0, home.start)
    yield last
    for one, other in pairwise((*anchors, Cut(length, home.end))):
        if other.printed - last.printed > _PIECE and one.printed > last.printed:
            last = Cut(one.printed + _RUN // 2, one.spoken + _RUN // 2)
            yield last
    yield Cut(length, home.end)


def _between(start: Cut, end: Cut, home: Span) -> Iterator[QuotePiece]:
    """Yield the piece between two cuts; several, evenly, if it is long."""
    windows = _windows(start, end, home)
    many = max(1, (end.printed - start.printed) // (2 * _PIECE))
    for part in range(many):
        here = (_share(window, part, many) for window in windows)
        yield QuotePiece(
            _share(Span(start.printed, end.printed), part, many), tuple(window for window in here if window)
        )


def _share(span: Span, part: int, many: int) -> Span:
    return Span(span.start + len(span) * part // many, span.start + len(span) * (part + 1) // many)


def _windows(start: Cut, end: Cut, home: Span) -> tuple[Span, ...]:
    """Return where what is printed between two cuts is looked for: between them, or where they lie apart, at both."""
    reach = 2 * (end.printed - start.printed) + _ROOM
    behind = Span(start.spoken, min(home.end, start.spoken + reach))
    before = Span(max(home.start, end.spoken - reach), end.spoken)
    if start.printed == 0 and end.spoken < home.end:
        return (before,)
    if end.spoken == home.end:
        return (behind,)
    if 0 <= end.spoken - start.spoken <= 2 * reach:
        return (Span(start.spoken, end.spoken),)
    return behind, before
