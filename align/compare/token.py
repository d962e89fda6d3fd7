"""The unit that is compared: one thing that can be heard, and where it stands in its source."""

from collections.abc import Sequence
from typing import NamedTuple

from align.records import Span


class Token(NamedTuple):
    """One audible unit.

    `key` is its comparable form, never empty (a `*` in it stands for any letters), and `also` other forms that sound or
    mean the same (`5` for `5th`). `start` and `end` are positions in the article's text or among a transcript's words.
    `is_bracketed`: the writer put it in square brackets. `after_gap`: an ellipsis stands before it. `is_name`: it has
    a capital that no sentence start explains; `is_capital`: it has one. `stop`: "." if a sentence ends behind it, ","
    if a clause does, "/" if it is written together with the next. `is_run_on`: the next one was said without a pause,
    whatever stands between.

    A named tuple, since ten hours of speech have a hundred thousand.
    """

    key: str
    start: int
    end: int
    also: tuple[str, ...] = ()
    is_bracketed: bool = False
    after_gap: bool = False
    is_name: bool = False
    is_capital: bool = False
    stop: str = ""
    is_run_on: bool = False

    @property
    def is_number(self) -> bool:
        """Whether it is a figure, whichever way it was written."""
        return self.key[0].isdigit()


def cut(tokens: Sequence[Token], span: Span) -> Sequence[Token]:
    """Return the tokens at `span`."""
    return tokens[span.start : span.end]
