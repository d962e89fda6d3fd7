"""Which of an article's words are the writer's own?"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from align.article.marks.spans import Run, find_runs, sort_runs
from align.article.quotations.block_quotes import marked_runs, merge, repeats
from align.article.quotations.dialogue import dialogue_runs, split_by_insertions
from align.records import Article, Block, Role, Span


def writers_spans(blocks: Sequence[Block], runs: Sequence[Run]) -> Iterator[Span]:
    """Yield the stretches of the text in which the writer speaks: outside quotations and boilerplate."""
    outer: dict[int, list[Run]] = {}
    for run in runs:
        if run.inside is None:
            outer.setdefault(run.block, []).append(run)
    for number, block in enumerate(blocks):
        position = block.chars.start
        for run in outer.get(number, ()):
            yield Span(position, max(position, run.outer.start))
            position = run.outer.end
        if block.role is not Role.BOILERPLATE:
            yield Span(position, max(position, block.chars.end))


def quoted_runs(article: Article) -> tuple[Run, ...]:
    """Return the quotations that quote marks, the format and dashes show, without those of the page's furniture.

    The halves of those broken by "she said" are not joined yet.
    """
    text, blocks = article.text, article.blocks
    shown = sort_runs(split_by_insertions(text, find_runs(text, blocks)))
    runs = merge(text, shown, tuple(marked_runs(text, blocks, article.marked)))
    spoken = dialogue_runs(text, blocks, runs)
    runs += [replace(run, continues=None if run.continues is None else run.continues + len(runs)) for run in spoken]
    furniture = {index for index, run in enumerate(runs) if blocks[run.block].role is Role.BOILERPLATE}
    return sort_runs(runs, furniture | repeats(text, blocks, runs))
