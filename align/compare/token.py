"""The unit that is compared: one thing that can be heard, and where it stands in its source."""

from dataclasses import dataclass

from align.records import Span


@dataclass(frozen=True, slots=True)
class Token:
    """One audible unit.

    `key` is its comparable form (a `*` in it stands for any letters) and `also` other forms that sound or mean the
    same (`5` for `5th`). `source` are positions in the article's text or among a transcript's words.
    `is_bracketed`: the writer put it in square brackets. `after_gap`: an ellipsis stands before it. `is_name`: it has
    a capital that no sentence start explains. `stop`: "." if a sentence ends behind it, "," if a clause does, "/" if
    it is written together with the next. `is_run_on`: the next one was said without a pause, whatever stands between.
    """

    key: str
    source: Span
    also: tuple[str, ...] = ()
    is_bracketed: bool = False
    after_gap: bool = False
    is_name: bool = False
    stop: str = ""
    is_run_on: bool = False

    def __post_init__(self) -> None:
        if not self.key:
            raise ValueError("a token without sound does not exist")

    @property
    def is_number(self) -> bool:
        """Whether it is a figure, whichever way it was written."""
        return self.key[0].isdigit()
