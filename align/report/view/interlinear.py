"""Speech over print for a terminal: rows of a given width, word over word.

spoken   these issues may not be just
printed  these issues are not    just
                      ^^^     ^^
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from rich.cells import cell_len, chop_cells

from align.records import QuoteCheck, Report
from align.report.view.alignment import Mark, WordPair, pair_words
from align.report.view.sanitize import printable


@dataclass(frozen=True, slots=True)
class Cell:
    """A word of each side, either of which may be empty; `mark` is None if they are the same.

    `goes_on`: the next cell of the row belongs to the same difference.
    """

    spoken: str
    printed: str
    mark: Mark | None
    goes_on: bool = False

    @property
    def width(self) -> int:
        """Columns of a terminal."""
        return max(cell_len(self.spoken), cell_len(self.printed))


Row = tuple[Cell, ...]


def interlinear(report: Report, check: QuoteCheck, width: int) -> Iterator[Row]:
    """Yield the words of a quote in rows at most `width` columns wide, a column between words."""
    row: list[Cell] = []
    used = 0
    for cell in _fitted(map(_cells, pair_words(report, check)), width):
        if row and used + cell.width > width:
            yield _row(row)
            row, used = [], 0
        row.append(cell)
        used += cell.width + 1
    if row:
        yield _row(row)


def _row(cells: Sequence[Cell]) -> Row:
    return (*cells[:-1], replace(cells[-1], goes_on=False))


def _cells(pair: WordPair) -> Iterator[Cell]:
    """Yield the words of a pair one by one: a long edit may need several rows."""
    sides = printable(pair.spoken).split(), printable(pair.printed).split()
    last = max(map(len, sides)) - 1
    for number, (spoken, printed) in enumerate(zip_longest(*sides, fillvalue="")):
        yield Cell(spoken, printed, pair.mark, pair.mark is not None and number < last)


def _fitted(groups: Iterable[Iterable[Cell]], width: int) -> Iterator[Cell]:
    """Yield the cells, those wider than a row in pieces."""
    for cell in (cell for group in groups for cell in group):
        if cell.width <= width:
            yield cell
            continue
        pieces = zip_longest(chop_cells(cell.spoken, width), chop_cells(cell.printed, width), fillvalue="")
        yield from (Cell(spoken, printed, cell.mark) for spoken, printed in pieces)
