"""Which quotations the format itself marks (block quotes, pull quotes), beside those that quote marks show."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from align.article.marks.spans import Run, words_in
from align.records import Block, Role, Span


def marked_runs(text: str, blocks: Sequence[Block], marked: Sequence[Span]) -> Iterator[Run]:
    """Yield the spans that the format marks as quotations; paragraphs that follow each other are one quotation."""
    starts = [block.chars.start for block in blocks]
    before: int | None = None  # the block of the marked paragraph before
    for place, span in enumerate(sorted(marked)):
        number = bisect_right(starts, span.start) - 1
        is_paragraph = blocks[number].chars == span
        is_next = is_paragraph and before == number - 1
        yield Run(words_in(text, span), span, number, continues=place - 1 if is_next else None)
        before = number if is_paragraph else None


def merge(text: str, shown: Sequence[Run], marked: Sequence[Run]) -> list[Run]:
    """Return the runs that quote marks show and the marked ones that are more than paragraphs with quotations.

    What is shown within a marked run is nested in it. Both sequences are sorted.
    """
    starts = [run.outer.start for run in shown]
    merged = list(shown)
    number: dict[int | None, int] = {}
    for place, run in enumerate(marked):
        held = range(bisect_left(starts, run.outer.start), bisect_left(starts, run.outer.end))
        if _is_crossed(run, shown, held) or not _holds_more(text, run, [shown[index] for index in held]):
            continue
        number[place] = len(merged)
        for index in held:
            if shown[index].inside is None:
                merged[index] = replace(merged[index], inside=len(merged), continues=None)
        merged.append(replace(run, continues=number.get(run.continues)))
    return merged


def _is_crossed(run: Run, shown: Sequence[Run], held: range) -> bool:
    """Whether a run that quote marks show reaches over an edge of the marked one."""
    before = shown[held.start - 1].outer.end if held.start else 0
    return before > run.outer.start or any(shown[index].outer.end > run.outer.end for index in held)


def _holds_more(text: str, run: Run, held: Sequence[Run]) -> bool:
    """Whether a marked run is more than a paragraph of quotations: it begins outside, and most of it is outside."""
    if held and not _letters(text, Span(run.outer.start, held[0].outer.start)):
        return False
    outer = (inner.outer for inner in held if inner.inside is None)
    quoted = sum(_letters(text, span) for span in outer)
    return _letters(text, run.outer) > 2 * quoted


def _letters(text: str, span: Span) -> int:
    return sum(map(str.isalnum, text[span.start : span.end]))


def repeats(text: str, blocks: Sequence[Block], runs: Sequence[Run]) -> frozenset[int]:
    """Return which runs are pull quotes that repeat what the article quotes elsewhere."""
    pulled = [index for index, run in enumerate(runs) if blocks[run.block].role is Role.PULL_QUOTE]
    if not pulled:
        return frozenset()
    others = "\n".join(_sound(text, run) for run in runs if blocks[run.block].role is not Role.PULL_QUOTE)
    return frozenset(index for index in pulled if _sound(text, runs[index]) in others)


def _sound(text: str, run: Run) -> str:
    """Return the words of a run without case and punctuation."""
    return "".join(filter(str.isalnum, text[run.chars.start : run.chars.end].casefold()))
