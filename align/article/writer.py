"""Which of an article's words are the writer's own, and which proper names stand in them."""

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace

from align.article.bodies import tied_bodies
from align.article.dialogue import dialogue_runs, split_by_insertions
from align.article.marked import marked_runs, merge, repeats
from align.article.names import Name, names_in
from align.article.runs import Run, find_runs, sort_runs
from align.records import Article, Block, Role, Span

_SENTENCE_START = re.compile(r"(?:^|[.!?:…]|\n)[\s“‘\"'(]*\Z")


def find_names(article: Article) -> tuple[str, ...]:
    """Return the proper names outside quotations, each once, in the order in which they first appear.

    A lone word that only ever begins sentences is not taken for a name.
    """
    found: dict[str, bool] = {}
    for span in writers_spans(article.blocks, quoted_runs(article)):
        bodies = deque(tied_bodies(article.text, span))
        end = span.start
        for name in names_in(article.text, span):
            while bodies and bodies[0].end <= name.chars.start:
                bodies.popleft()
            if name.chars.start < end:
                continue
            start = article.text.index(name.words[0], name.chars.start)
            is_tied = bool(bodies) and bodies[0].start <= start
            end = bodies[0].end if is_tied else name.chars.end
            full = " ".join(article.text[start:end].split()) if is_tied else name.full
            found[full] = found.get(full, False) or is_tied or _is_sure(article.text, name)
    return tuple(name for name, is_sure in found.items() if is_sure)


def _is_sure(text: str, name: Name) -> bool:
    before = text[max(0, name.chars.start - 5) : name.chars.start]
    return len(name.words) > 1 or name.title is not None or not _SENTENCE_START.search(before)


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
