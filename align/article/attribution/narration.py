"""What the writer says around the quotations, each of which counts as one token."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache, partial
from itertools import pairwise

from align.article.attribution.context import QuoteContext, describe_context
from align.article.attribution.reading import ReadBlock, find_gaps, last_part, read_block
from align.article.attribution.sentences import Sentence
from align.article.lexicons import LEXICON, NO_LOOKALIKES, Words
from align.article.lexicons.first_names import FIRST_NAMES
from align.article.marks.spans import QuotedSpan
from align.records import Block, Role, Span

_REMEMBERED = 512
"""Blocks and contexts: all of an ordinary article, and of a long one those around the place where it is read."""

_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")

_LONGEST_LABEL = 6  # tokens
_LABEL = re.compile(r"[A-Z][A-Z.’' -]+:")

_SMALL_WORD = 4  # letters that a word in title case may have and still be set small: with, from


class Narration:
    """The writer's sentences by blocks, and the context of every quotation in them, made when they are asked for."""

    def __init__(
        self, text: str, blocks: Sequence[Block], spans: Sequence[QuotedSpan], lookalikes: Words = NO_LOOKALIKES
    ) -> None:
        self.text, self.blocks, self.spans = text, blocks, spans
        self._spans_in: dict[int, list[int]] = {}
        for index, quoted in enumerate(spans):
            if quoted.inside is None:
                self._spans_in.setdefault(quoted.block, []).append(index)
        # Caches of functions, not of methods: a cache that held this object would be held by it in turn.
        self._read = lru_cache(maxsize=_REMEMBERED)(
            partial(read_block, text, blocks, spans, self._spans_in, lookalikes)
        )
        self.context = lru_cache(maxsize=_REMEMBERED)(partial(_find_context, text, blocks, spans, self._read))

    def spans_in(self, block: int) -> Sequence[int]:
        """Return the spans of a block that are in no other, in order."""
        return self._spans_in.get(block, ())

    def neighbour(self, index: int, step: int) -> int | None:
        """Return the span before or after in the same block."""
        siblings = self.spans_in(self.spans[index].block)
        place = bisect_left(siblings, index) + step
        return siblings[place] if 0 <= place < len(siblings) else None

    def writers_spans(self) -> Iterator[Span]:
        """Yield where the writer speaks: outside quotations, boilerplate and posts.

        Of Headings Set Like This only what begins with a first name: the other capitals tell nobody.
        """
        for number, block in enumerate(self.blocks):
            is_signature = block.role is Role.CAPTION and number > 0 and self.blocks[number - 1].role is Role.POST
            if self._is_title_case(block):
                yield from self._full_names(block)
            elif block.role is not Role.BOILERPLATE and not is_signature:
                yield from find_gaps(block, [self.spans[index].outer for index in self.spans_in(number)])

    def _full_names(self, block: Block) -> Iterator[Span]:
        """Yield the first names of a heading, each with the word behind it: | Amy Rose | Lin.

        A verb's form that the article does not have again is no surname: Patrick Names Amy Lin.
        """
        words, end = list(_WORD.finditer(self.text, block.chars.start, block.chars.end)), 0
        for first, second in pairwise(words):
            is_name = first.group() in FIRST_NAMES and self.text[first.end() : second.start()] == " "
            is_verb = second.group().endswith("s") or second.group().lower() in LEXICON.cues
            is_surname = not is_verb or second.group() in self.text[block.chars.end :]
            if is_name and is_surname and first.start() >= end:
                end = second.end()
                yield Span(first.start(), end)

    def _is_title_case(self, block: Block) -> bool:
        """Whether a heading sets nearly every word like a name, so that its capitals tell nobody."""
        if block.role is not Role.HEADING:
            return False
        words = [word for word in self.text[block.chars.start : block.chars.end].split() if len(word) > _SMALL_WORD]
        return len(words) > 2 and all(not word[0].islower() for word in words)

    def begins_with_quotation(self, block: int) -> bool:
        """Whether a paragraph is there and begins with a quotation."""
        return (
            block < len(self.blocks)
            and len(self.spans_in(block)) > 0
            and self.sentences(block)[0][0].quoted is not None
        )

    def begins_with_topic(self, block: int) -> bool:
        """Whether a line says after its first name what somebody speaks on: Amy Lin on the noise."""
        words = [token for sentence in self.sentences(block) for token in sentence]
        first = next((token.lower for token in words if not token.is_capital), "")
        return first in LEXICON.programme_ties

    def only_announces(self, block: int) -> bool:
        """Whether a line says that words follow, and not whose: Transcript as follows:."""
        words = [token for sentence in self.sentences(block) for token in sentence]
        is_short = len(words) <= _LONGEST_LABEL and words[-1].text == ":"
        return is_short and not any(token.is_capital or token.lower in LEXICON.pronouns for token in words[1:])

    def is_labelled(self, index: int) -> bool:
        """Whether a quotation begins with the name of another, as those of a transcript do: “MR. LANE: We go.”."""
        return _LABEL.match(self.text, self.spans[index].chars.start) is not None

    def is_only_named(self, index: int) -> bool:
        """Whether a span is only what somebody or something is called: the author of “Bees”."""
        quoted = self.spans[index]
        return quoted.inside is None and index in self._read(quoted.block).titles

    def sentences(self, block: int) -> tuple[Sentence, ...]:
        """Return the sentences of a block."""
        return self._read(block).sentences

    def sentence_number(self, index: int) -> int:
        """Return which sentence of its block a span is part of."""
        return self._read(self.spans[index].block).places[index][0]

    def sentence_before(self, index: int) -> Sentence | None:
        """Return the sentence before the one that a span begins; None if it begins none, or a block."""
        block = self._read(self.spans[index].block)
        sentence, place = block.places[index]
        return last_part(self.text, self.spans, block.sentences[sentence - 1]) if sentence and place == 0 else None


def _find_context(
    text: str, blocks: Sequence[Block], spans: Sequence[QuotedSpan], read: Callable[[int], ReadBlock], index: int
) -> QuoteContext:
    """Return where a span stands."""
    quoted = spans[index]
    return describe_context(text, quoted, *read(quoted.block).contexts[index], blocks[quoted.block].role)
