"""The article as it reads, cut where quotes and the words that differ begin and end."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from align.records import Edit, Op, QuoteCheck, Report, Role, Span
from align.report.page.cards import GLYPHS
from align.report.view.describe import differs


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters of one paragraph that belong to the same innermost quote, or to none.

    `is_edited`: print differs from speech here; `is_gap`: spoken words are missing after it; `glyph` closes a quote
    with the shape of its verdict.
    """

    text: str
    check: QuoteCheck | None
    is_edited: bool
    is_gap: bool
    glyph: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One block of the article."""

    role: Role
    stretches: tuple[Stretch, ...]


def paragraphs(report: Report) -> tuple[Paragraph, ...]:
    """Return the article block by block."""
    blocks = report.article.blocks
    return tuple(
        Paragraph(block.role, tuple(_stretches(report, block.chars, checks)))
        for block, checks in zip(blocks, _checks_by_block(report), strict=True)
    )


def _checks_by_block(report: Report) -> list[list[QuoteCheck]]:
    """Return for each block the quotes that have words in it."""
    starts = [block.chars.start for block in report.article.blocks]
    ends = [block.chars.end for block in report.article.blocks]
    found: list[list[QuoteCheck]] = [[] for _ in starts]
    for check in report.checks:
        for i in range(bisect_right(ends, check.quote.chars.start), bisect_left(starts, check.quote.chars.end)):
            found[i].append(check)
    return found


def _stretches(report: Report, block: Span, checks: Sequence[QuoteCheck]) -> Iterator[Stretch]:
    edits = [edit for check in checks for edit in check.edits if differs(edit)]
    edges = {edge for span in _spans(checks, edits) for edge in (span.start, span.end) if edge in block}
    cuts = sorted({block.start, block.end} | edges)
    gaps = {edit.chars.end for edit in edits if edit.op is Op.DELETE}
    for start, end in pairwise(cuts):
        check = _innermost(checks, start)
        yield Stretch(
            text=report.printed(Span(start, end)),
            check=check,
            is_edited=any(start in edit.chars for edit in edits),
            is_gap=end in gaps,
            glyph=GLYPHS[check.verdict] if check and check.quote.chars.end == end else "",
        )


def _spans(checks: Sequence[QuoteCheck], edits: Sequence[Edit]) -> Iterator[Span]:
    yield from (check.quote.chars for check in checks)
    yield from (edit.chars for edit in edits)


def _innermost(checks: Sequence[QuoteCheck], position: int) -> QuoteCheck | None:
    around = [check for check in checks if position in check.quote.chars]
    return min(around, key=lambda check: len(check.quote.chars), default=None)
