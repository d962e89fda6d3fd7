"""What the writer says around the quotations, each of which counts as one token."""

from collections.abc import Iterator, Sequence
from copy import copy
from functools import lru_cache

from align.article.attribution.context import Site, site_of
from align.article.attribution.sentences import Sentence, Token, sentences_of, tokens_in
from align.article.marks.spans import Run
from align.records import Block, Span

_REMEMBERED = 512  # blocks and quotations: all of an ordinary article


class Narration:
    """The sentences of every block and the site of every quotation, made when they are asked for."""

    def __init__(self, text: str, blocks: Sequence[Block], runs: Sequence[Run]) -> None:
        self.text, self.blocks, self.runs = text, blocks, runs
        self._runs_in: dict[int, list[int]] = {}
        for index, run in enumerate(runs):
            if run.inside is None:
                self._runs_in.setdefault(run.block, []).append(index)
        self.sentences = lru_cache(maxsize=_REMEMBERED)(self._sentences)
        self.site = lru_cache(maxsize=_REMEMBERED)(self._site)
        self._places = lru_cache(maxsize=_REMEMBERED)(self._find_places)

    def with_runs(self, runs: Sequence[Run]) -> "Narration":
        """Return the same narration, with what it remembers; its runs differ in what they carry on."""
        other = copy(self)
        other.runs = runs
        return other

    def runs_in(self, block: int) -> Sequence[int]:
        """Return the runs of a block that are in no other, in order."""
        return self._runs_in.get(block, ())

    def _sentences(self, block: int) -> tuple[Sentence, ...]:
        return sentences_of(tuple(self._tokens(block)))

    def sentence_number(self, index: int) -> int:
        """Return which sentence of its block a run is part of."""
        return self._places(self.runs[index].block)[index][0]

    def sentence_before(self, index: int) -> Sentence | None:
        """Return the sentence before the one that a run begins; None if it begins none, or the first of its block."""
        block = self.runs[index].block
        sentence, place = self._places(block)[index]
        return self.sentences(block)[sentence - 1] if sentence and place == 0 else None

    def _site(self, index: int) -> Site:
        run = self.runs[index]
        sentence, place = self._places(run.block)[index]
        role = self.blocks[run.block].role
        return site_of(self.text, run, self.sentences(run.block)[sentence], place, role)

    def _find_places(self, block: int) -> dict[int, tuple[int, int]]:
        """Return the number of the sentence and the place in it of every run of a block."""
        return {
            token.run: (number, place)
            for number, sentence in enumerate(self.sentences(block))
            for place, token in enumerate(sentence)
            if token.run is not None
        }

    def _tokens(self, block: int) -> Iterator[Token]:
        position = self.blocks[block].chars.start
        for index in self.runs_in(block):
            outer = self.runs[index].outer
            yield from tokens_in(self.text, Span(position, max(position, outer.start)))
            yield Token("", "", outer.start, outer.end, run=index)
            position = outer.end
        yield from tokens_in(self.text, Span(position, max(position, self.blocks[block].chars.end)))
