"""Speech over print, word over word, in rows of a given width, each pair knowing how it differs.

spoken   these issues may not be just
printed  these issues are not    just
                      ^^^     ^^
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum
from itertools import zip_longest

from rich.cells import cell_len, chop_cells

from align.records import Certainty, Edit, QuoteCheck, Report, Verdict
from align.report.wording import Run, differs, printable, quote_runs


class Mark(Enum):
    """How a difference is marked: a finding, one to check by ear, tidying."""

    FINDING = "^"
    DOUBT = "?"
    TIDY = "~"


@dataclass(frozen=True, slots=True)
class Pair:
    """A word of each side, either of which may be empty; `mark` is None if they are the same."""

    spoken: str
    printed: str
    mark: Mark | None = None

    @property
    def width(self) -> int:
        """Columns of a terminal."""
        return max(cell_len(self.spoken), cell_len(self.printed))


Row = tuple[Pair, ...]


def mark_of(edit: Edit) -> Mark:
    """Return how to mark `edit`."""
    if not differs(edit):
        return Mark.TIDY
    return Mark.DOUBT if edit.certainty is Certainty.CHECK_BY_EAR else Mark.FINDING


def interlinear(report: Report, check: QuoteCheck, width: int) -> Iterator[Row]:
    """Yield the words of a quote in rows at most `width` columns wide, a column between words."""
    row: list[Pair] = []
    used = 0
    for pair in _fitted(_pairs(report, check), width):
        if row and used + pair.width > width:
            yield tuple(row)
            row, used = [], 0
        row.append(pair)
        used += pair.width + 1
    if row:
        yield tuple(row)


def _pairs(report: Report, check: QuoteCheck) -> Iterator[Pair]:
    heard = None
    for run in quote_runs(check):
        if len(run.words):
            if heard not in (None, (run.recording, run.words.start)):
                yield Pair("[…]", "", Mark.FINDING if check.verdict is Verdict.SPLICED else Mark.TIDY)
            heard = (run.recording, run.words.end)
        yield from _run_pairs(report, run)


def _run_pairs(report: Report, run: Run) -> Iterator[Pair]:
    spoken = printable(report.transcripts[run.recording].said(run.words)).split() if len(run.words) else []
    printed = printable(report.printed(run.chars)).split()
    if not run.edit:
        yield from _agreeing(spoken, printed)
        return
    mark = mark_of(run.edit)
    yield from (Pair(*words, mark) for words in zip_longest(spoken, printed, fillvalue=""))


def _agreeing(spoken: Sequence[str], printed: Sequence[str]) -> Iterator[Pair]:
    """Yield words that mean the same, though there may be more on one side (2017, twenty seventeen)."""
    matcher = SequenceMatcher(None, [*map(_folded, spoken)], [*map(_folded, printed)], autojunk=False)
    for _, start, end, print_start, print_end in matcher.get_opcodes():
        sides = spoken[start:end], printed[print_start:print_end]
        if len(sides[0]) == len(sides[1]):
            yield from map(Pair, *sides)
        else:
            yield Pair(" ".join(sides[0]), " ".join(sides[1]))


def _folded(word: str) -> str:
    return "".join(filter(str.isalnum, word.casefold()))


def _fitted(pairs: Iterable[Pair], width: int) -> Iterator[Pair]:
    """Yield the pairs, those wider than a row in pieces."""
    for pair in pairs:
        if pair.width <= width:
            yield pair
            continue
        pieces = zip_longest(chop_cells(pair.spoken, width), chop_cells(pair.printed, width), fillvalue="")
        yield from (Pair(spoken, printed, pair.mark) for spoken, printed in pieces)
