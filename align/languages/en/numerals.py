"""Which English words are numbers, and how much they are: `£2.3m` and `two point three million pounds` are the same.

Values are compared as values, so fifteen is not fifty and 1.2 million is not 1.2 billion. Numbers read as groups
("twenty twenty-four", telephone numbers) stay one token a group: written together they spell the same digits.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from align.languages.en.figures import SCALES, key_of
from align.languages.en.keys import is_figure, is_whole, key_at
from align.languages.figures import Number

_UNITS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
_UNITS["nought"] = _UNITS["naught"] = 0
_TENS = {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fifth": 5, "eighth": 8, "ninth": 9, "twelfth": 12,
    **{f"{word}th": value for word, value in _UNITS.items() if value in (4, 6, 7, 10, 11, *range(13, 20))},
    **{f"{word[:-1]}ieth": value for word, value in _TENS.items()},
}  # fmt: skip
_SHARES = {"half": Decimal("0.5"), "quarter": Decimal("0.25")}
_DECADES = {f"{word[:-1]}ies": f"{value}s" for word, value in _TENS.items()}


@dataclass(slots=True)
class _Reading:
    """A number while its words are being read: `total` plus `group`, the part below the next scale."""

    total: Decimal = Decimal(0)
    group: Decimal | None = None
    room: int = 10**15  # what comes next must be smaller than this
    scale: int = 1  # of the last part of `total`
    is_ordinal: bool = False

    def take_small(self, value: int) -> bool:
        """Add a number below 100 if it fits behind what was read."""
        if self.group is None and self.room:
            self.group = Decimal(value)
        elif self.group is not None and 0 < value < self.room <= 100:
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
        self.total, self.group, self.room, self.scale = self.total + self.group * scale, None, 1000, scale
        return True

    def take_share(self, share: str) -> bool:
        """Add "and a half", of the last scale if one was read ("a million and a half")."""
        if share not in _SHARES or (self.group is None and self.scale == 1):
            return False
        if self.group is None:
            self.total += self.scale * _SHARES[share]
        else:
            self.group += _SHARES[share]
        self.room = 0
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
        if also or number.key != keys[number.start] or number.more:
            yield number._replace(also=also)


def _may_be_number(key: str) -> bool:
    """Whether a number can begin with this; most words cannot, and are not looked at any closer."""
    return key in _BEGINNINGS or key[0].isdigit()


def _find_number(keys: Sequence[str], start: int) -> Number:
    return _oh(keys, start) or _double(keys, start) or _number(keys, start) or _as_is(keys, start)


def _oh(keys: Sequence[str], start: int) -> Number | None:
    """Return the zero that is read as a letter between two numbers, or before two ("twenty oh five", "oh two oh")."""
    if keys[start] not in ("oh", "o"):
        return None
    near = (start - 1, start + 1) if _is_numeric(key_at(keys, start - 1)) else (start + 1, start + 2)
    is_zero = all(_is_numeric(key_at(keys, place)) or key_at(keys, place) in ("oh", *_TIMES) for place in near)
    is_doubled = key_at(keys, start + 1) in _TIMES and _is_numeric(key_at(keys, start + 2))
    return Number(start, start + 1, "0") if is_zero or is_doubled else None


_TIMES = {"double": 2, "triple": 3, "treble": 3}


def _double(keys: Sequence[str], start: int) -> Number | None:
    """Return the digits of "double seven"."""
    digit = key_at(keys, start + 1)
    value = int(digit) if is_whole(digit, 0, 9) else 0 if digit in ("oh", "o") else _UNITS.get(digit, 10)
    if keys[start] not in _TIMES or value >= 10:
        return None
    return Number(start, start + 2, str(value), (), ((str(value), ()),) * (_TIMES[keys[start]] - 1))


def _is_numeric(key: str) -> bool:
    return is_figure(key) or key in _UNITS or key in _TENS


def _as_is(keys: Sequence[str], start: int) -> Number:
    return Number(start, start + 1, _DECADES.get(keys[start], keys[start]))


def _other_forms(key: str) -> tuple[str, ...]:
    """Return the other readings of an ordinal: a second is also a time, a date's ordinal a plain number."""
    if key == "second":
        return ("2th", "2")
    if re.fullmatch(r"\d+th", key):
        return (key[:-2],)
    return ()


def _number(keys: Sequence[str], start: int) -> Number | None:
    """Return the number that begins at `start`."""
    number, position = _Reading(), start
    if keys[start] == "a" and key_at(keys, start + 1) in ("hundred", *SCALES):
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
    follower = key_at(keys, position + 1)
    if key in _UNITS or key in _TENS:
        return int(number.take_small({**_UNITS, **_TENS}[key]))
    if key in ORDINALS and not (key == "second" and number.group is None and number.total == 0):
        number.is_ordinal = number.take_small(ORDINALS[key])
        return int(number.is_ordinal)
    if key == "hundred":
        return int(number.take_hundred())
    if key in SCALES:
        return int(number.take_scale(SCALES[key]))
    if (
        key == "and"
        and number.room in (100, 1000)
        and (follower in _UNITS or follower in _TENS or follower in ORDINALS)
    ):
        return 1
    if key == "and" and follower == "a":
        return 3 * number.take_share(key_at(keys, position + 2))
    if key == "point":
        return _take_decimals(number, keys, position)
    if (
        re.fullmatch(r"\d+(\.\d+)?", key)
        and number.group is None
        and number.total == 0
        and (follower in (*SCALES, "point") or _is_with_share(keys, position))
    ):
        number.group = Decimal(key)
        return 1
    return 0


def _is_with_share(keys: Sequence[str], position: int) -> bool:
    return tuple(keys[position + 1 : position + 3]) == ("and", "a") and key_at(keys, position + 3) in _SHARES


def _is_digit(key: str) -> bool:
    return (key in _UNITS and _UNITS[key] < 10) or key == "oh" or key.isdecimal()


_SCALED = re.compile(r"([1-9]\d{0,2}?)((?:000){1,5})")


def _take_decimals(number: _Reading, keys: Sequence[str], position: int) -> int:
    if number.group is not None and number.group % 1:
        return 0
    digits = ""
    end = position + 1
    while _is_digit(key := key_at(keys, end)) and key_at(keys, end + 1) != "point":
        if scaled := _SCALED.fullmatch(key):  # "1 point 5 billion": a figure took its scale already
            number.group = (number.group or Decimal(0)) + Decimal(f"0.{digits}{scaled[1]}")
            return (end + 1 - position) * number.take_scale(int(f"1{scaled[2]}"))
        digits += key if key.isdecimal() else str(_UNITS.get(key, 0))
        end += 1
    if not digits:
        return 0
    number.group = (number.group or Decimal(0)) + Decimal(f"0.{digits}")
    number.room = 0
    return end - position


_BEGINNINGS = frozenset({*_UNITS, *_TENS, *ORDINALS, *_DECADES, *_TIMES, "a", "oh", "o", "point"})


def is_only_read(said: Sequence[str], before: str, behind: str) -> bool:
    """Whether words only belong to how a date or a time is read ("the fifth of May", "nine o'clock")."""
    near = (before, behind)
    if tuple(said) in (("the",), ("of",)):
        return any(key[0].isdigit() and _other_forms(key) for key in near)
    return tuple(said) == ("o'clock",) and any(key[0].isdigit() for key in near)


def spell_number(value: int) -> str:
    """Return a whole number in words, without the commas that its words may have."""
    import inflect  # takes a second to load, and most articles need no number spelt

    return str(inflect.engine().number_to_words(str(value))).replace(",", "")
