"""How are numbers compared in a language that nobody knows? By their digits, one by one.

Whether `1.200` is twelve hundred or one and a fifth is a matter of language, so it is the same as both.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple


class Number(NamedTuple):
    """A run of keys, from `start` to before `end`, that is one number: its key, and other forms of the same.

    `more` are the keys that stand behind it when all is in order, each with its other forms: the month of a date.
    """

    start: int
    end: int
    key: str
    also: tuple[str, ...] = ()
    more: tuple[tuple[str, tuple[str, ...]], ...] = ()


_FIGURE = re.compile(r"([£$€¥]?)(\d+(?:[.,:]\d+)*)([^\W\d_]*)(%?)")
_FIRST_GROUP, _GROUP = re.compile(r"\d{1,3}"), re.compile(r"\d{3}")
_GROUPED = re.compile(r"\d{1,3}(\.\d{3})+")


def read_figure(text: str) -> tuple[str, ...]:
    """Return the keys of a figure: its digits, then the signs and letters written on to it (`€2,5m`: `2.5`, `€`, `m`).

    Whatever parts the digits is a full stop in the key, since which mark means what differs by language.
    """
    match = _FIGURE.fullmatch("".join(text.split()))
    if not match:
        return (text,)
    currency, digits, letters, percent = match.groups()
    plain = "".join(str(unicodedata.decimal(char)) if char.isdecimal() else "." for char in digits)
    return (plain, *filter(None, (currency, letters, percent)))


def find_numbers(keys: Sequence[str]) -> Iterator[Number]:
    """Yield the figures in groups of three digits, which may be thousands, or a fraction: they are the same as both.

    The groups may be parted by spaces, as ISO 80000 has it (`1 200 000`).
    """
    place = 0
    while place < len(keys):
        end = place + 1
        while _FIRST_GROUP.fullmatch(keys[place]) and end < len(keys) and _GROUP.fullmatch(keys[end]):
            end += 1
        key = ".".join(keys[place:end])
        if _GROUPED.fullmatch(key):
            yield Number(place, end, key, (key.replace(".", ""),))
        place = end


def find_nothing(keys: Sequence[str]) -> Iterator[Number]:
    """Yield nothing: which words belong to a measure is a matter of language."""
    return iter(())
