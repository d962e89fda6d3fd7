"""What the writer says around the quotations: words and stops, in sentences, each quotation as one token."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from align.article.lexicon import ABBREVIATIONS
from align.article.runs import Run
from align.records import Block, Span

_TOKEN = re.compile(
    r"""(?P<unseen><[A-Za-z/!][^<>]{0,1000}>|[*_]+)
      | (?P<topic>[\u3040-\u30ff\u3400-\u9fff]+?(?=[はがも](?!\w)|は(?=[\u30a0-\u30ff\u4e00-\u9fff])|(?!\w)))
      | (?P<word>(?:[^\W\d_]\.){2,} | [^\W_](?:\w|[-’'‘.&](?=\w))*)
      | (?P<stop>\.\.\.|[^\w\s])""",
    re.VERBOSE,
)
_ENDS = frozenset(".!?…。！？")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a stop, or a whole quotation, which `run` then numbers."""

    text: str
    chars: Span
    run: int | None = None
    ends_sentence: bool = False

    @property
    def lower(self) -> str:
        """The word as the word lists have it."""
        return self.text.lower()

    @property
    def is_capital(self) -> bool:
        """Whether it begins as a name does."""
        return self.run is None and self.text[:1].isupper()

    @property
    def is_word(self) -> bool:
        """Whether it is neither a stop nor a quotation."""
        return self.run is None and self.text[:1].isalnum()


class Narration:
    """The tokens of every block, made when they are asked for."""

    def __init__(self, text: str, blocks: Sequence[Block], runs: Sequence[Run]) -> None:
        self.text, self.blocks, self.runs = text, blocks, runs
        self._runs_of: dict[int, list[int]] = {}
        for index, run in enumerate(runs):
            if run.inside is None:
                self._runs_of.setdefault(run.block, []).append(index)
        self.sentences = lru_cache(maxsize=16)(self._sentences)
        self._places = lru_cache(maxsize=16)(self._places_in)

    def runs_in(self, block: int) -> Sequence[int]:
        """Return the runs of a block that are in no other, in order."""
        return self._runs_of.get(block, ())

    def sentence_of(self, run: int) -> tuple[tuple[Token, ...], int]:
        """Return the sentence that holds a run which is in no other, and the run's place in it."""
        block = self.runs[run].block
        sentence, place = self._places(block)[run]
        return self.sentences(block)[sentence], place

    def _places_in(self, block: int) -> dict[int, tuple[int, int]]:
        return {
            token.run: (number, place)
            for number, sentence in enumerate(self.sentences(block))
            for place, token in enumerate(sentence)
            if token.run is not None
        }

    def _sentences(self, block: int) -> tuple[tuple[Token, ...], ...]:
        sentences: list[tuple[Token, ...]] = []
        tokens: list[Token] = []
        for token in _with_ends(list(self._tokens(block))):
            tokens.append(token)
            if token.ends_sentence:
                sentences.append(tuple(tokens))
                tokens = []
        return (*sentences, tuple(tokens)) if tokens else tuple(sentences)

    def _tokens(self, block: int) -> Iterator[Token]:
        position = self.blocks[block].chars.start
        for index in self.runs_in(block):
            outer = self.runs[index].outer
            yield from self._words(position, outer.start)
            yield Token("", outer, run=index)
            position = outer.end
        yield from self._words(position, self.blocks[block].chars.end)

    def _words(self, start: int, end: int) -> Iterator[Token]:
        for match in _TOKEN.finditer(self.text, start, max(start, end)):
            if match.lastgroup != "unseen":
                yield Token(match.group(), Span(*match.span()))


def _with_ends(tokens: Sequence[Token]) -> Iterator[Token]:
    """Yield the tokens, those that end a sentence marked so."""
    for index, token in enumerate(tokens):
        before = tokens[index - 1] if index else None
        after = tokens[index + 1] if index + 1 < len(tokens) else None
        if token.text in _ENDS and token.run is None and _is_end(before, token, after):
            yield Token(token.text, token.chars, ends_sentence=True)
        else:
            yield token


def _is_end(before: Token | None, stop: Token, after: Token | None) -> bool:
    """Whether a full stop or the like ends its sentence: the dots of "Mr." and "J." do not."""
    if after is not None and after.is_word and not after.is_capital and stop.text == ".":
        return False
    if before is None or stop.text != "." or after is None:
        return True
    return not (before.lower in ABBREVIATIONS or (len(before.text) == 1 and before.is_capital))
