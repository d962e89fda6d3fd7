"""Which English words are numbers, and how much they are: `£2.3m` and `two point three million pounds` are the same.

Values are compared as values, so fifteen is not fifty and 1.2 million is not 1.2 billion. Numbers read as groups
("twenty twenty-four", telephone numbers) stay one token a group: written together they spell the same digits.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from align.languages.en.figures import SCALES, key_of
from align.languages.figures import Number

_UNITS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
_TENS = {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fifth": 5, "eighth": 8, "ninth": 9, "twelfth": 12,
    **{f"{word}th": value for word, value in _UNITS.items() if value in (4, 6, 7, 10, 11, *range(13, 20))},
    **{f"{word[:-1]}ieth": value for word, value in _TENS.items()},
}  # fmt: skip
_DECADES = {f"{word[:-1]}ies": f"{value}s" for word, value in _TENS.items()}


@dataclass(slots=True)
class _Reading:
    """A number while its words are being read: `total` plus `group`, the part below the next scale."""

    total: Decimal = Decimal(0)
    group: Decimal | None = None
    room: int = 10**15  # what comes next must be smaller than this
    is_ordinal: bool = False

    def take_small(self, value: int) -> bool:
        """Add a number below 100 if it fits behind what was read."""
        if self.group is None:
            self.group = Decimal(value)
        elif value < self.room <= 100 and value > 0:
            self.group += value
        else:
            return False
        self.room = 10 if value >= 20 and value % 10 == 0 else 0
        return True

    def take_hundred(self) -> bool:
        if self.group is None or not 0 < self.group < 100 or self.group % 1:
            return False
        self.group, self.room = self.group * 100, 100
        return True

    def take_scale(self, scale: int) -> bool:
        if self.group is None or self.group == 0:
            return False
        self.total, self.group, self.room = self.total + self.group * scale, None, 1000
        return True

    @property
    def value(self) -> Decimal:
        return self.total + (self.group or 0)


def find_numbers(keys: Sequence[str]) -> Iterator[Number]:
    """Yield every run of number words, and every figure that can be read in another way, in order."""
    place = 0
    while place < len(keys):
        if not _may_be_number(keys[place]):
            place += 1
            continue
        number = _find_number(keys, place)
        place = number.end
        also = _other_forms(number.key)
        if also or number.key != keys[number.start]:
            yield Number(number.start, number.end, number.key, also)


def _may_be_number(key: str) -> bool:
    """Whether a number can begin with this; most words cannot, and are not looked at any closer."""
    return key in _BEGINNINGS or key[0].isdigit()


def _find_number(keys: Sequence[str], start: int) -> Number:
    return _oh(keys, start) or _clock_words(keys, start) or _number(keys, start) or _as_is(keys, start)


def _oh(keys: Sequence[str], start: int) -> Number | None:
    """Return the zero that is read as a letter between two numbers ("twenty oh five")."""
    if keys[start] not in ("oh", "o") or start == 0:
        return None
    is_zero = all(_is_numeric(_key_at(keys, place)) for place in (start - 1, start + 1))
    return Number(start, start + 1, "0") if is_zero else None


def _is_numeric(key: str | None) -> bool:
    return key is not None and (key[0].isdecimal() or key in _UNITS or key in _TENS)


def _as_is(keys: Sequence[str], start: int) -> Number:
    return Number(start, start + 1, _DECADES.get(keys[start], keys[start]))


def _other_forms(key: str) -> tuple[str, ...]:
    """Return the other readings of a number: a second is also a time, a date's ordinal a plain number."""
    if key == "second":
        return ("2th", "2")
    if re.fullmatch(r"\d+th", key):
        return (key[:-2],)
    if re.fullmatch(r"(19|20)\d0s", key):
        return (key[2:],)
    return ()


def _number(keys: Sequence[str], start: int) -> Number | None:
    """Return the number that begins at `start`."""
    number, position = _Reading(), start
    if keys[start] == "a" and _key_at(keys, start + 1) in ("hundred", *SCALES):
        number.group, position = Decimal(1), start + 1
    while position < len(keys):
        step = _take(number, keys, position)
        if not step or number.is_ordinal:
            position += step
            break
        position += step
    if position == start or (position == start + 1 and keys[start][0].isdigit()):
        return None
    if keys[start] == "a" and position == start + 1:
        return None
    ordinal = "th" if number.is_ordinal else ""
    return Number(start, position, key_of(number.value) + ordinal)


def _take(number: _Reading, keys: Sequence[str], position: int) -> int:
    """Read one more word of `number`; return how many tokens that took, 0 if none fits."""
    key = keys[position]
    follower = _key_at(keys, position + 1)
    if key in _UNITS or key in _TENS:
        return int(number.take_small({**_UNITS, **_TENS}[key]))
    if key in _ORDINALS and not (key == "second" and number.group is None and number.total == 0):
        number.is_ordinal = number.take_small(_ORDINALS[key])
        return int(number.is_ordinal)
    if key == "hundred":
        return int(number.take_hundred())
    if key in SCALES:
        return int(number.take_scale(SCALES[key]))
    if (
        key == "and"
        and number.room in (100, 1000)
        and (follower in _UNITS or follower in _TENS or follower in _ORDINALS)
    ):
        return 1
    if key == "and" and follower == "a" and _key_at(keys, position + 2) == "half" and number.group is not None:
        number.group += Decimal("0.5")
        return 3
    if key == "point":
        return _take_decimals(number, keys, position)
    if re.fullmatch(r"\d+(\.\d+)?", key) and number.group is None and number.total == 0 and follower in SCALES:
        number.group = Decimal(key)
        return 1
    return 0


def _take_decimals(number: _Reading, keys: Sequence[str], position: int) -> int:
    digits = ""
    end = position + 1
    while (key := _key_at(keys, end)) is not None and (
        (key in _UNITS and _UNITS[key] < 10) or key == "oh" or key.isdecimal()
    ):
        digits += key if key.isdecimal() else str(_UNITS.get(key, 0))
        end += 1
    if not digits:
        return 0
    number.group = (number.group or Decimal(0)) + Decimal(f"0.{digits}")
    number.room = 0
    return end - position


_QUARTERS = {"quarter": 15, "half": 30, "five": 5, "ten": 10, "twenty": 20}


def _clock_words(keys: Sequence[str], start: int) -> Number | None:
    """Return the time of day that `half past nine` or `quarter to ten` names."""
    minutes = _QUARTERS.get(keys[start])
    direction, hour = _key_at(keys, start + 1), _hour(_key_at(keys, start + 2))
    if minutes is None or direction not in ("past", "to") or hour is None or (minutes == 30 and direction == "to"):
        return None
    if direction == "to" and keys[start] != "quarter":
        return None  # "five to ten" is a range as often as a time
    if direction == "to":
        hour, minutes = (hour - 2) % 12 + 1, 60 - minutes
    return Number(start, start + 3, f"{hour}{minutes:02}")


_BEGINNINGS = frozenset({*_UNITS, *_TENS, *_ORDINALS, *_DECADES, *_QUARTERS, "a", "oh", "o", "point"})


def _hour(key: str | None) -> int | None:
    value = int(key) if key and key.isdecimal() else _UNITS.get(key or "")
    return value if value and value <= 12 else None


def _key_at(keys: Sequence[str], position: int) -> str | None:
    return keys[position] if position < len(keys) else None


def is_only_read(said: Sequence[str], before: str, behind: str) -> bool:
    """Whether words only belong to how a date or a time is read ("the fifth of May", "nine o'clock")."""
    if len(said) == 1 and said[0] in ("18", "19", "20") and re.fullmatch(r"\d0s", behind):
        return True
    near = (before, behind)
    if tuple(said) in (("the",), ("of",)):
        return any(key[0].isdigit() and _other_forms(key) for key in near)
    return tuple(said) == ("o'clock",) and any(key[0].isdigit() for key in near)


def spell_number(value: int) -> str:
    """Return a whole number in words, without the commas that its words may have."""
    import inflect  # takes a second to load, and most articles need no number spelt

    return str(inflect.engine().number_to_words(str(value))).replace(",", "")
