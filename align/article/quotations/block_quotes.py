"""Which quotations the format itself marks (block quotes, pull quotes), beside those that quote marks show."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from align.article.marks.spans import QuotedSpan, trim_to_words
from align.records import Block, Role, Span

_PULLED = (Role.PULL_QUOTE, Role.BLOCK_QUOTE)
_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
_LONG = 8  # words of a pull quote of which the first may be others than in the text
_CHANGED = 2  # words at most


def find_marked_spans(text: str, blocks: Sequence[Block], marked: Sequence[Span]) -> Iterator[QuotedSpan]:
    """Yield the spans that the format marks as quotations; paragraphs that follow each other are one quotation."""
    starts = [block.chars.start for block in blocks]
    before: int | None = None  # the block of the marked paragraph before
    for place, span in enumerate(sorted(marked)):
        number = bisect_right(starts, span.start) - 1
        is_paragraph = blocks[number].chars == span
        is_next = is_paragraph and before == number - 1
        yield QuotedSpan(trim_to_words(text, span), span, number, continues=place - 1 if is_next else None)
        before = number if is_paragraph else None


def merge_marked(text: str, shown: Sequence[QuotedSpan], marked: Sequence[QuotedSpan]) -> list[QuotedSpan]:
    """Return the spans that quote marks show and the marked ones that are more than paragraphs with quotations.

    What is shown within a marked span is nested in it. Both sequences are sorted.
    """
    starts = [quoted.outer.start for quoted in shown]
    merged = list(shown)
    number: dict[int | None, int] = {}
    for place, quoted in enumerate(marked):
        held = range(bisect_left(starts, quoted.outer.start), bisect_left(starts, quoted.outer.end))
        if _is_crossed(quoted, shown, held) or not _holds_more(text, quoted, [shown[index] for index in held]):
            continue
        number[place] = len(merged)
        for index in held:
            if shown[index].inside is None:
                merged[index] = replace(merged[index], inside=len(merged), continues=None)
        merged.append(replace(quoted, continues=number.get(quoted.continues)))
    return merged


def _is_crossed(quoted: QuotedSpan, shown: Sequence[QuotedSpan], held: range) -> bool:
    """Whether a span that quote marks show reaches over an edge of the marked one."""
    before = shown[held.start - 1].outer.end if held.start else 0
    return before > quoted.outer.start or any(shown[index].outer.end > quoted.outer.end for index in held)


def _holds_more(text: str, quoted: QuotedSpan, held: Sequence[QuotedSpan]) -> bool:
    """Whether a marked span is more than a paragraph of quotations: it begins outside, and most of it is outside."""
    if held and not _letters(text, Span(quoted.outer.start, held[0].outer.start)):
        return False
    outer = (inner.outer for inner in held if inner.inside is None)
    letters_within = sum(_letters(text, span) for span in outer)
    return _letters(text, quoted.outer) > 2 * letters_within


def _letters(text: str, span: Span) -> int:
    return sum(map(str.isalnum, text[span.start : span.end]))


def find_repeats(text: str, blocks: Sequence[Block], spans: Sequence[QuotedSpan]) -> frozenset[int]:
    """Return which spans are pull quotes that repeat what stands elsewhere, quoted or in the writer's own words."""
    pulled = [index for index, quoted in enumerate(spans) if _may_be_pulled(blocks[quoted.block].role, quoted)]
    if not pulled:
        return frozenset()
    others = "\n".join(
        _letters_only(text, block.chars) for block in blocks if block.role not in (*_PULLED, Role.BOILERPLATE)
    )
    return frozenset(index for index in pulled if _is_repeated(text, spans[index].chars, others))


def _may_be_pulled(role: Role, quoted: QuotedSpan) -> bool:
    """Whether a span may repeat the text: a pull quote, or a block quote that no marks show to be a quotation."""
    return role is Role.PULL_QUOTE or (role is Role.BLOCK_QUOTE and quoted.outer.start == quoted.chars.start)


def _is_repeated(text: str, chars: Span, others: str) -> bool:
    """Whether words stand among `others`, but for the first ones, with which a pull quote is made a sentence."""
    words = list(_WORD.finditer(text, chars.start, chars.end))
    dropped = _CHANGED if len(words) >= _LONG else 0
    starts = (word.start() for word in words[: dropped + 1])
    return any(_letters_only(text, Span(start, chars.end)) in others for start in starts)


def _letters_only(text: str, chars: Span) -> str:
    """Return words without case and punctuation."""
    return "".join(filter(str.isalnum, text[chars.start : chars.end].casefold()))
