"""Where a quotation stands: the sentence around it, as the rules of attribution look at it."""

from dataclasses import dataclass, replace

from align.article.attribution.sentences import DASHES, Sentence
from align.article.lexicons import LEXICON
from align.article.marks.spans import QuotedSpan
from align.records import Role, Span

_SMALL_WORD = 4  # letters that a word may have and stand small in a title: with, from
_CLOSING = "’'”\"»›"  # of what is quoted within the words
_STOPS = frozenset(".!?…,。，！？—–")


@dataclass(frozen=True, slots=True)
class QuoteContext:
    """A quotation's place in the tokens of its sentence.

    `before` and `after` are the tokens between it and the quotations next to it, or the ends of the sentence.
    `last_stop` is the punctuation with which the quotation ends, inside its marks or right behind; "" if none.
    `words` counts the words of the quotation, and `first_word` is in lower case; `is_title_case` says that all but its
    small ones begin with a capital.
    """

    tokens: Sentence
    place: int
    before: range
    after: range
    role: Role
    last_stop: str
    words: int
    first_word: str
    begins_capital: bool
    is_title_case: bool

    @property
    def quoted(self) -> int | None:
        """The quotation."""
        return self.tokens[self.place].quoted

    @property
    def follows_colon(self) -> bool:
        """Whether the writer announces the quotation."""
        return self.place > 0 and self.tokens[self.place - 1].text in (":", "：")

    @property
    def follows_that(self) -> bool:
        """Whether "that" leads to the quotation: said that “…”."""
        return self.place > 0 and self.tokens[self.place - 1].lower in LEXICON.complementizers

    def chars(self, tokens: range) -> Span:
        """Return the positions in the text of a range of tokens."""
        return Span(self.tokens[tokens.start].start, self.tokens[tokens.stop - 1].end)

    @property
    def stands_alone(self) -> bool:
        """Whether the quotation is a sentence of its own, not a part of the writer's."""
        before = self.tokens[self.place - 1] if self.place else None
        is_free = before is None or before.quoted is not None or before.text in (":", "：", ",", "、", "–", "—", "-")
        is_parted = self.place + 1 < len(self.tokens) and self.tokens[self.place + 1].text in (*",，", *DASHES)
        is_first = self.place == 0 or (self.place == 1 and self.tokens[0].text in DASHES)
        is_long = self.words > 2 or self.last_stop != "" or (is_first and is_parted)
        return is_free and (self.begins_capital or is_first) and is_long


def describe_context(text: str, quoted: QuotedSpan, tokens: Sentence, place: int, role: Role) -> QuoteContext:
    """Return the context of `quoted`, which is the token at `place` of its sentence."""
    words, last_stop = text[quoted.chars.start : quoted.chars.end], last_stop_of(text, quoted)
    first = next(filter(str.isalnum, words))
    is_capital = not first.islower()
    parts = words.split()
    is_title = is_capital and all(not part[0].islower() for part in parts if len(part) > _SMALL_WORD)
    return QuoteContext(
        tokens, place, *_around(tokens, place), role, last_stop, len(parts), parts[0].lower(), is_capital, is_title
    )


def last_stop_of(text: str, quoted: QuotedSpan) -> str:
    """Return the punctuation with which a quotation ends, inside its marks or right behind; "" if none."""
    words = text[quoted.chars.start : quoted.chars.end]
    behind = text[quoted.chars.end : quoted.outer.end].strip()[:1]
    is_comma = words.rstrip(_CLOSING).endswith(",")  # “… as, ‘He is,’” Amy Lin said
    stop = behind if behind in _STOPS else "," if is_comma else words[-1]
    return stop if stop in _STOPS else ""


def move_to(context: QuoteContext, tokens: Sentence, place: int) -> QuoteContext:
    """Return `context` as if its quotation stood at `place` in other `tokens`."""
    before, after = _around(tokens, place)
    return replace(context, tokens=tokens, place=place, before=before, after=after)


def _around(tokens: Sentence, place: int) -> tuple[range, range]:
    """Return the tokens before and after `place` up to the next quotation."""
    start, end = place, place + 1
    while start > 0 and tokens[start - 1].quoted is None:
        start -= 1
    while end < len(tokens) and tokens[end].quoted is None:
        end += 1
    return range(start, place), range(place + 1, end)
