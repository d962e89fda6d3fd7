"""Which stretches of the text are quotations, and which carries on or holds which? The beam search's path, replayed."""

import math
import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from align.article.marks.beam_search import Step, find_cheapest_path
from align.article.marks.scanner import QuoteMark, find_marks
from align.article.marks.transitions import Action
from align.records import Block, Span

_ZERO_WIDTH = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad"
_LAST_SPACE = 0x3000  # the ideographic one
_EDGE = "".join(filter(str.isspace, map(chr, range(_LAST_SPACE + 1)))) + _ZERO_WIDTH
_EDGE_OR_COMMA = _EDGE + ",،、，"
_SENTENCE_END = re.compile(r"[.!?…](?:\s|\.|$)")
_SENTENCE_START = re.compile(r"[.!?…:]\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class QuotedSpan:
    """One unbroken stretch of a quotation.

    `chars` are the words without marks, white space at the ends and the writer's comma; `outer` includes the marks.
    `is_closed` also says that a mark in a later paragraph carries it on, as is the custom.
    `continues` and `inside` are positions among the spans. `margin` is how much dearer the next best reading of the
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


def find_quoted_spans(text: str, blocks: Sequence[Block]) -> tuple[QuotedSpan, ...]:
    """Return the quotations that the marks in `text` show, sorted by where they start; those within others too."""
    marks = find_marks(text)
    replay = _Replay(text, marks, blocks)
    for step in find_cheapest_path(marks, blocks):
        replay.take(step)
    return sort_quoted_spans(replay.spans)


def sort_quoted_spans(spans: Sequence[QuotedSpan], left_out: Set[int] = frozenset()) -> tuple[QuotedSpan, ...]:
    """Return the spans that hold words and are not `left_out`, by where they start, their references renumbered."""
    kept = (old for old, quoted in enumerate(spans) if len(quoted.chars) and old not in left_out)
    order = sorted(kept, key=lambda old: _place(spans[old]))
    number: dict[int | None, int] = {old: new for new, old in enumerate(order)}
    nested = {old for old in order if spans[old].inside in number}
    renumbered: list[QuotedSpan] = []
    for old in order:
        quoted = spans[old]
        inside = number.get(quoted.inside)
        continues = None if old in nested or quoted.continues in nested else number.get(quoted.continues)
        chars = quoted.chars if inside is None else _clipped(quoted.chars, renumbered[inside].chars)
        is_same = (chars, continues, inside) == (quoted.chars, quoted.continues, quoted.inside)
        renumbered.append(quoted if is_same else replace(quoted, chars=chars, continues=continues, inside=inside))
    return tuple(renumbered)


def _clipped(chars: Span, host: Span) -> Span:
    """Return `chars` without what its host lost with the writer's stop; empty if that was all."""
    return Span(chars.start, max(chars.start, min(chars.end, host.end)))


def _place(quoted: QuotedSpan) -> tuple[int, int]:
    return quoted.outer.start, -quoted.outer.end


def trim_to_words(text: str, span: Span) -> Span:
    """Return `span` without white space at its ends and without the writer's stop; empty if nothing in it has sound.

    The writer's stop is a comma, and a full stop behind what begins in the middle of a sentence and holds no other.
    """
    words = text[span.start : span.end]
    if not any(map(str.isalnum, words)):
        return Span(span.start, span.start)
    start = len(words) - len(words.lstrip(_EDGE))
    end = len(words.rstrip(_EDGE_OR_COMMA))
    if words[end - 1] == "." and words[start].islower() and not _SENTENCE_END.search(words, start, end - 1):
        end = len(words[: end - 1].rstrip(_EDGE_OR_COMMA))
    return Span(span.start + start, span.start + end)


class _Replay:
    """Turns the steps of a reading into spans, one step at a time."""

    def __init__(self, text: str, marks: Sequence[QuoteMark], blocks: Sequence[Block]) -> None:
        self._text, self._marks, self._blocks = text, marks, blocks
        self._open: list[int] = []  # positions of the open spans, outermost first
        self._left: int | None = None  # the span that a later paragraph may carry on
        self._floor = 0  # a quotation without an opening mark starts after this
        self.spans: list[QuotedSpan] = []

    def take(self, step: Step) -> None:
        """Take one step of the reading."""
        edge = self._blocks[step.block].chars
        mark = Span(*self._marks[step.mark][:2]) if step.mark is not None else Span(edge.start, edge.start)
        match step.action:
            case Action.OPEN:
                self._begin(mark, step)
            case Action.CARRY_ON | Action.CARRY_ON_UNMARKED:
                if self._left is not None and step.action is Action.CARRY_ON:
                    self.spans[self._left] = replace(self.spans[self._left], is_closed=True)
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

    def _begin(self, mark: Span, step: Step, continues: int | None = None) -> None:
        """Open a span; until it ends, its words start after `mark`, which is empty if there is none."""
        inside = self._open[-1] if self._open else None
        self._open.append(len(self.spans))
        words = Span(mark.end, mark.end)
        self.spans.append(QuotedSpan(words, mark, step.block, continues, inside, step.margin, is_opened=len(mark) > 0))

    def _end(self, mark: Span, step: Step) -> None:
        """Close the innermost span before `mark`, which is empty if there is none."""
        index = self._open.pop()
        quoted = self.spans[index]
        chars = trim_to_words(self._text, Span(quoted.chars.start, mark.start))
        outer, margin = Span(quoted.outer.start, mark.end), min(quoted.margin, step.margin)
        is_closed = mark.end > mark.start
        self.spans[index] = QuotedSpan(
            chars, outer, quoted.block, quoted.continues, quoted.inside, margin, quoted.is_opened, is_closed
        )
        self._floor = mark.end
        self._doubt(margin)

    def _doubt(self, margin: float) -> None:
        """Let the innermost open span be no surer than `margin`."""
        if self._open and margin < self.spans[self._open[-1]].margin:
            self.spans[self._open[-1]] = replace(self.spans[self._open[-1]], margin=margin)

    def _unopened(self, paragraph: int, closer: int) -> Span:
        """Return the empty place where a quotation without an opening mark starts: with its paragraph or a sentence."""
        if self._floor <= paragraph:
            return Span(paragraph, paragraph)
        sentence = _SENTENCE_START.search(self._text, self._floor, closer)
        start = sentence.end() if sentence else self._floor
        return Span(start, start)
