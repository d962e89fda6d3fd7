"""What the writer says around the quotations, each of which counts as one token."""

from collections.abc import Iterator, Sequence
from copy import copy
from functools import lru_cache

from align.article.attribution.context import QuoteContext, describe_context
from align.article.attribution.sentences import Sentence, SentenceToken, split_sentences, tokenize
from align.article.marks.spans import QuotedSpan
from align.records import Block, Span

_REMEMBERED = 512  # blocks and quotations: all of an ordinary article


class Narration:
    """The sentences of every block and the context of every quotation, made when they are asked for."""

    def __init__(self, text: str, blocks: Sequence[Block], spans: Sequence[QuotedSpan]) -> None:
        self.text, self.blocks, self.spans = text, blocks, spans
        self._spans_in: dict[int, list[int]] = {}
        for index, quoted in enumerate(spans):
            if quoted.inside is None:
                self._spans_in.setdefault(quoted.block, []).append(index)
        self.sentences = lru_cache(maxsize=_REMEMBERED)(self._sentences)
        self.context = lru_cache(maxsize=_REMEMBERED)(self._context)
        self._places = lru_cache(maxsize=_REMEMBERED)(self._find_places)

    def with_spans(self, spans: Sequence[QuotedSpan]) -> "Narration":
        """Return the same narration, with what it remembers; its spans differ in what they carry on."""
        other = copy(self)
        other.spans = spans
        return other

    def spans_in(self, block: int) -> Sequence[int]:
        """Return the spans of a block that are in no other, in order."""
        return self._spans_in.get(block, ())

    def _sentences(self, block: int) -> tuple[Sentence, ...]:
        return split_sentences(tuple(self._tokens(block)))

    def sentence_number(self, index: int) -> int:
        """Return which sentence of its block a span is part of."""
        return self._places(self.spans[index].block)[index][0]

    def sentence_before(self, index: int) -> Sentence | None:
        """Return the sentence before the one that a span begins; None if it begins none, or a block."""
        block = self.spans[index].block
        sentence, place = self._places(block)[index]
        return self.sentences(block)[sentence - 1] if sentence and place == 0 else None

    def _context(self, index: int) -> QuoteContext:
        quoted = self.spans[index]
        sentence, place = self._places(quoted.block)[index]
        role = self.blocks[quoted.block].role
        return describe_context(self.text, quoted, self.sentences(quoted.block)[sentence], place, role)

    def _find_places(self, block: int) -> dict[int, tuple[int, int]]:
        """Return the number of the sentence and the place in it of every span of a block."""
        return {
            token.quoted: (number, place)
            for number, sentence in enumerate(self.sentences(block))
            for place, token in enumerate(sentence)
            if token.quoted is not None
        }

    def _tokens(self, block: int) -> Iterator[SentenceToken]:
        position = self.blocks[block].chars.start
        for index in self.spans_in(block):
            outer = self.spans[index].outer
            yield from tokenize(self.text, Span(position, max(position, outer.start)))
            yield SentenceToken("", "", outer.start, outer.end, quoted=index)
            position = outer.end
        yield from tokenize(self.text, Span(position, max(position, self.blocks[block].chars.end)))
