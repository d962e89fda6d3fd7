"""In which order are the lines of a page read? Columns by their gutters (an XY cut), lines from the top down."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from align.article.formats.pdf_glyphs import Piece

_FEWEST_LINES = 3  # of a column
_SHORTEST_MEAN = 12  # characters of a column's lines; the cells of a table and the labels of an interview have fewer
_LEAST_GUTTER = 0.6  # sizes
_MOST_CROSSING = 0.2  # of the lines of a column, that stand between them and reach over its gutter
_STEP = 2.0  # points by which edges that are drawn alike may differ
_SAME_LINE = 0.45  # sizes between baselines: superscripts and fractions


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a column; `margins` are the column's edges as far as they are known, `page` counts from 0."""

    words: str
    left: float
    right: float
    baseline: float
    size: float
    first_width: float
    margins: tuple[float, float]
    page: int


def order_lines(pieces: Sequence[Piece], page: int) -> list[list[Line]]:
    """Return the lines of the columns of a page, in the order in which they are read."""
    return [_lines(region, page) for region in _regions(pieces)]


def _regions(pieces: Sequence[Piece]) -> Iterator[Sequence[Piece]]:
    """Yield what is read from the top down, one after the other: a column, or what reaches over several."""
    gutter = _gutter(pieces)
    if gutter is None:
        yield pieces
        return
    sides: tuple[list[Piece], list[Piece]] = ([], [])
    across: list[Piece] = []
    for piece in sorted(pieces, key=lambda piece: -piece.baseline):
        is_across = piece.left < gutter - _STEP < piece.right
        if is_across and any(sides):
            yield from (region for side in sides if side for region in _regions(side))
            sides = ([], [])
        elif not is_across and across:
            yield across
            across = []
        (across if is_across else sides[piece.left >= gutter - _STEP]).append(piece)
    yield from (region for side in sides if side for region in _regions(side))
    if across:
        yield across


def _gutter(pieces: Sequence[Piece]) -> float | None:
    """Return where a column begins that has another to its left, the fullest if there are several."""
    edges = Counter(round(piece.left / _STEP) for piece in pieces)
    best: tuple[int, float] | None = None
    for edge, count in edges.items():
        place = edge * _STEP
        fewest = _columns_at(pieces, place) if count >= _FEWEST_LINES else 0
        if fewest and (best is None or fewest > best[0]):
            best = fewest, place
    return best[1] if best else None


def _columns_at(pieces: Sequence[Piece], place: float) -> int:
    """Return how many lines the shorter of two columns has that are parted left of `place`; 0 if they are none."""
    right = [piece for piece in pieces if piece.left >= place - _STEP]
    left = [piece for piece in pieces if piece.right <= place - _LEAST_GUTTER * piece.size]
    if min(len(left), len(right)) < _FEWEST_LINES or min(map(_mean_length, (left, right))) < _SHORTEST_MEAN:
        return 0
    low, high = (end(piece.baseline for piece in right) for end in (min, max))
    if not any(low - piece.size <= piece.baseline <= high + piece.size for piece in left):
        return 0
    within = sum(low < piece.baseline < high and piece.left < place - _STEP < piece.right for piece in pieces)
    return min(len(left), len(right)) if within <= _MOST_CROSSING * len(right) else 0


def _mean_length(pieces: Sequence[Piece]) -> float:
    return sum(len(piece.words) for piece in pieces) / len(pieces)


def _lines(pieces: Sequence[Piece], page: int) -> list[Line]:
    lines: list[Line] = []
    for piece in sorted(pieces, key=lambda piece: (-piece.baseline, piece.left)):
        before = lines[-1] if lines else None
        if before and before.baseline - piece.baseline <= _SAME_LINE * max(before.size, piece.size):
            lines[-1] = _joined(before, piece)
        else:
            edges = (piece.left, piece.right)
            lines.append(Line(piece.words, *edges, piece.baseline, piece.size, piece.first_width, edges, page))
    return lines


def set_margins(lines: Sequence[Line]) -> list[Line]:
    """Return the lines of a column with the edges of those that are set in the same size."""
    by_size: dict[float, list[Line]] = {}
    for line in lines:
        by_size.setdefault(line.size, []).append(line)
    margins = {size: _margins(alike) for size, alike in by_size.items()}
    return [replace(line, margins=margins[line.size]) for line in lines]


def _margins(lines: Sequence[Line]) -> tuple[float, float]:
    lefts = Counter(round(line.left / _STEP) for line in lines)
    usual = [edge for edge, count in lefts.items() if count > 1] or list(lefts)
    return min(usual) * _STEP, max(line.right for line in lines)


def _joined(line: Line, piece: Piece) -> Line:
    """Return a line with a piece of it put where it stands."""
    size, baseline = max((line.size, line.baseline), (piece.size, piece.baseline))
    whole = replace(line, size=size, baseline=baseline, right=max(line.right, piece.right))
    if piece.left >= line.left:
        return replace(whole, words=f"{line.words} {piece.words}")
    return replace(whole, words=f"{piece.words} {line.words}", left=piece.left, first_width=piece.first_width)
