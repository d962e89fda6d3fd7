"""Which stretches of the text are quotations, and which carries on or holds which?"""

import math
import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from align.article.marks.beam_search import Decision, cheapest_reading
from align.article.marks.scanner import Mark, find_marks
from align.article.marks.transitions import Action
from align.records import Block, Span

_ZERO_WIDTH = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad"
_LAST_SPACE = 0x3000  # the ideographic one
_EDGE = "".join(filter(str.isspace, map(chr, range(_LAST_SPACE + 1)))) + _ZERO_WIDTH
_EDGE_OR_COMMA = _EDGE + ",،、，"
_SENTENCE_END = re.compile(r"[.!?…](?:\s|\.|$)")
_SENTENCE_START = re.compile(r"[.!?…:]\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Run:
    """One unbroken printed run of a quotation.

    `chars` are the words without marks, white space at the ends and the writer's comma; `outer` includes the marks.
    `is_closed` also says that a mark in a later paragraph carries it on, as is the custom.
    `continues` and `inside` are positions among the runs. `margin` is how much dearer the next best reading of the
    marks was, in the unit of `glyphs`.
    """

    chars: Span
    outer: Span
    block: int
    continues: int | None = None
    inside: int | None = None
    margin: float = math.inf
    is_opened: bool = True
    is_closed: bool = True


def find_runs(text: str, blocks: Sequence[Block]) -> tuple[Run, ...]:
    """Return the quotations that the marks in `text` show, sorted by where they start; those within others too."""
    marks = find_marks(text)
    replay = _Replay(text, marks, blocks)
    for decision in cheapest_reading(marks, blocks):
        replay.take(decision)
    return sort_runs(replay.runs)


def sort_runs(runs: Sequence[Run], left_out: Set[int] = frozenset()) -> tuple[Run, ...]:
    """Return the runs that hold words and are not `left_out`, by where they start, their references renumbered."""
    kept = (old for old, run in enumerate(runs) if len(run.chars) and old not in left_out)
    order = sorted(kept, key=lambda old: _place(runs[old]))
    number: dict[int | None, int] = {old: new for new, old in enumerate(order)}
    nested = {old for old in order if runs[old].inside in number}
    renumbered: list[Run] = []
    for old in order:
        run = runs[old]
        inside = number.get(run.inside)
        continues = None if old in nested or run.continues in nested else number.get(run.continues)
        chars = run.chars if inside is None else _clipped(run.chars, renumbered[inside].chars)
        is_same = (chars, continues, inside) == (run.chars, run.continues, run.inside)
        renumbered.append(run if is_same else replace(run, chars=chars, continues=continues, inside=inside))
    return tuple(renumbered)


def _clipped(chars: Span, host: Span) -> Span:
    """Return `chars` without what its host lost with the writer's stop; empty if that was all."""
    return Span(chars.start, max(chars.start, min(chars.end, host.end)))


def _place(run: Run) -> tuple[int, int]:
    return run.outer.start, -run.outer.end


def words_in(text: str, span: Span) -> Span:
    """Return `span` without white space at its ends and without the writer's stop; empty if nothing in it has sound.

    The writer's stop is a comma, and a full stop behind what begins in the middle of a sentence and holds no other.
    """
    words = text[span.start : span.end]
    if not any(map(str.isalnum, words)):
        return Span(span.start, span.start)
    start = len(words) - len(words.lstrip(_EDGE))
    end = len(words.rstrip(_EDGE_OR_COMMA))
    if words[end - 1] == "." and words[start].islower() and not _SENTENCE_END.search(words, start, end - 1):
        end -= 1
    return Span(span.start + start, span.start + end)


class _Replay:
    """Turns the steps of a reading into runs, one step at a time."""

    def __init__(self, text: str, marks: Sequence[Mark], blocks: Sequence[Block]) -> None:
        self._text, self._marks, self._blocks = text, marks, blocks
        self._open: list[int] = []  # positions of the open runs, outermost first
        self._left: int | None = None  # the run that a later paragraph may carry on
        self._floor = 0  # a quotation without an opening mark starts after this
        self.runs: list[Run] = []

    def take(self, step: Decision) -> None:
        """Take one step of the reading."""
        edge = self._blocks[step.block].chars
        mark = Span(*self._marks[step.mark][:2]) if step.mark is not None else Span(edge.start, edge.start)
        match step.action:
            case Action.OPEN:
                self._begin(mark, step)
            case Action.CARRY_ON | Action.CARRY_ON_UNMARKED:
                if self._left is not None and step.action is Action.CARRY_ON:
                    self.runs[self._left] = replace(self.runs[self._left], is_closed=True)
                self._begin(mark, step, continues=self._left)
            case Action.CLOSE:
                self._end(mark, step)
            case Action.CLOSE_TWO:
                self._end(Span(mark.start, mark.start), step)
                self._end(mark, step)
            case Action.CLOSE_UNOPENED:
                self._begin(self._unopened(edge.start, mark.start), step)
                self._end(mark, step)
            case Action.LEAVE | Action.END:
                self._left = self._open[0] if step.action is Action.LEAVE else self._left
                while self._open:
                    self._end(Span(edge.end, edge.end), step)
            case Action.NOTHING | Action.DROP:
                self._doubt(step.margin)

    def _begin(self, mark: Span, step: Decision, continues: int | None = None) -> None:
        """Open a run; until it ends, its words start after `mark`, which is empty if there is none."""
        inside = self._open[-1] if self._open else None
        self._open.append(len(self.runs))
        words = Span(mark.end, mark.end)
        self.runs.append(Run(words, mark, step.block, continues, inside, step.margin, is_opened=len(mark) > 0))

    def _end(self, mark: Span, step: Decision) -> None:
        """Close the innermost run before `mark`, which is empty if there is none."""
        index = self._open.pop()
        run = self.runs[index]
        chars = words_in(self._text, Span(run.chars.start, mark.start))
        outer, margin = Span(run.outer.start, mark.end), min(run.margin, step.margin)
        is_closed = mark.end > mark.start
        self.runs[index] = Run(chars, outer, run.block, run.continues, run.inside, margin, run.is_opened, is_closed)
        self._floor = mark.end
        self._doubt(margin)

    def _doubt(self, margin: float) -> None:
        """Let the innermost open run be no surer than `margin`."""
        if self._open and margin < self.runs[self._open[-1]].margin:
            self.runs[self._open[-1]] = replace(self.runs[self._open[-1]], margin=margin)

    def _unopened(self, paragraph: int, closer: int) -> Span:
        """Return the empty place where a quotation without an opening mark starts: with its paragraph or a sentence."""
        if self._floor <= paragraph:
            return Span(paragraph, paragraph)
        sentence = _SENTENCE_START.search(self._text, self._floor, closer)
        start = sentence.end() if sentence else self._floor
        return Span(start, start)
