"""Where a quotation stands: the sentence around it, as the rules of attribution look at it."""

from dataclasses import dataclass

from align.article.runs import Run
from align.article.sentences import Sentence
from align.records import Role, Span

_STOPS = frozenset(".!?…,。，！？—–")


@dataclass(frozen=True, slots=True)
class Site:
    """A quotation's place in the tokens of its sentence.

    `last_stop` is the punctuation with which the quotation ends, inside its marks or right behind; "" if none.
    `words` counts the words of the quotation.
    """

    tokens: Sentence
    place: int
    role: Role
    last_stop: str
    words: int
    begins_capital: bool

    @property
    def run(self) -> int | None:
        """The quotation."""
        return self.tokens[self.place].run

    @property
    def before(self) -> range:
        """The tokens between the quotation before, or the start of the sentence, and this one."""
        start = self.place
        while start > 0 and self.tokens[start - 1].run is None:
            start -= 1
        return range(start, self.place)

    @property
    def after(self) -> range:
        """The tokens between this quotation and the next one, or the end of the sentence."""
        end = self.place + 1
        while end < len(self.tokens) and self.tokens[end].run is None:
            end += 1
        return range(self.place + 1, end)

    @property
    def follows_colon(self) -> bool:
        """Whether the writer announces the quotation."""
        return self.place > 0 and self.tokens[self.place - 1].text in (":", "：")

    def chars(self, tokens: range) -> Span:
        """Return the positions in the text of a range of tokens."""
        return Span(self.tokens[tokens.start].start, self.tokens[tokens.stop - 1].end)

    @property
    def stands_alone(self) -> bool:
        """Whether the quotation is a sentence of its own, not a part of the writer's."""
        before = self.tokens[self.place - 1] if self.place else None
        is_free = before is None or before.run is not None or before.text in (":", "：", ",", "、", "–", "—", "-")
        follows_comma = self.place + 1 < len(self.tokens) and self.tokens[self.place + 1].text in (",", "，")
        is_long = self.words > 2 or self.last_stop != "" or (self.place == 0 and follows_comma)
        return is_free and (self.begins_capital or self.place == 0) and is_long


def site_of(text: str, run: Run, tokens: Sentence, place: int, role: Role) -> Site:
    """Return the site of `run`, which is the token at `place` of its sentence."""
    words = text[run.chars.start : run.chars.end]
    behind = text[run.chars.end : run.outer.end].strip()[:1]
    stop = behind if behind in _STOPS else words[-1]
    first = next(filter(str.isalnum, words))
    return Site(tokens, place, role, stop if stop in _STOPS else "", len(words.split()), not first.islower())
