"""How do print and speech lie side by side? A part of a quote as chunks that cover it, for every report to loop over.

Between two differences both sides agree; there a chunk is the smallest stretch that both divide alike, mostly one word.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import itemgetter

from align.compare.alignment import Part, QuoteAlignment
from align.compare.diff import is_same
from align.compare.evidence import Context
from align.compare.offsets import chars_of, words_of
from align.records import Chunk, Edit, Op, Span

_LAST_SPACE = re.compile(r"\s+(?=\S*$)")

Place = tuple[int, int]
"""A position among the article's characters, and one among the transcript's words."""


def op_of(printed: Span, spoken: Span) -> Op:
    """Return what happened where print and speech differ; one side may be empty."""
    if printed and spoken:
        return Op.SUBSTITUTE
    return Op.INSERT if printed else Op.DELETE


def cover_part(
    part: Part, edits: Sequence[Edit | None], aligned: QuoteAlignment, context: Context
) -> tuple[Chunk, ...]:
    """Return the chunks of a part in order of print; `edits` are what became of its differences."""
    cuts = [*_increasing(_cuts(part, aligned, context))]
    chunks: list[Chunk] = []
    at = (aligned.printed[part.printed.start].start, context.speech.tokens[part.spoken.start].start)
    for item, edit in zip(part.edits, edits, strict=True):
        chars = Span(*chars_of(item.printed, aligned.printed))
        words = words_of(item.spoken, context.speech.tokens, part.spoken)
        start = (max(at[0], chars.start), max(at[1], words.start))
        end = (max(at[0], chars.end), max(at[1], words.end))
        chunks += [*_agreed(at, start, cuts), _chunk(op_of(item.printed, item.spoken), start, end, edit)]
        at = end
    end = (aligned.printed[part.printed.end - 1].end, context.speech.tokens[part.spoken.end - 1].end)
    return (*chunks, *_agreed(at, (max(at[0], end[0]), max(at[1], end[1])), cuts))


def _agreed(start: Place, end: Place, cuts: Sequence[Place]) -> Iterator[Chunk]:
    """Yield chunks for a stretch that agrees, divided where both sides may be; none for no stretch at all."""
    first = max(bisect_right(cuts, start[side], key=itemgetter(side)) for side in (0, 1))
    behind = min(bisect_left(cuts, end[side], key=itemgetter(side)) for side in (0, 1))
    inside = cuts[first : max(first, behind)]
    if start != end:
        yield from (_chunk(Op.EQUAL, one, other) for one, other in pairwise((start, *inside, end)))


def _chunk(op: Op, start: Place, end: Place, edit: Edit | None = None) -> Chunk:
    return Chunk(op, Span(start[0], end[0]), Span(start[1], end[1]), edit)


def _cuts(part: Part, aligned: QuoteAlignment, context: Context) -> Iterator[Place]:
    """Yield, before and behind every pair of tokens that are the same, where both sides have an end of a word."""
    tokens = context.speech.tokens
    for printed, spoken in part.pairs:
        if not is_same(aligned.printed[printed], tokens[spoken]):
            continue
        for place, heard in ((printed, spoken), (printed + 1, spoken + 1)):
            if not (part.printed.start < place < part.printed.end and part.spoken.start < heard < part.spoken.end):
                continue
            behind = aligned.printed[place - 1].end
            space = _LAST_SPACE.search(context.article.text[behind : aligned.printed[place].start])
            if space and tokens[heard - 1].end <= tokens[heard].start:
                yield behind + space.start(), tokens[heard].start


def _increasing(places: Iterator[Place]) -> Iterator[Place]:
    """Yield the places of which both positions are beyond those of the one before."""
    last = (-1, -1)
    for place in places:
        if place[0] > last[0] and place[1] > last[1]:
            yield place
            last = place
