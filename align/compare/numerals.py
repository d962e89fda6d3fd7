"""Which tokens are numbers, and how much they are: `£2.3m` and `two point three million pounds` are the same tokens.

Values are compared as values, so fifteen is not fifty and 1.2 million is not 1.2 billion. Numbers read as groups
("twenty twenty-four", telephone numbers) stay one token a group: written together they spell the same digits.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from align.compare.token import Token

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
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fifth": 5, "eighth": 8, "ninth": 9, "twelfth": 12,
    **{f"{word}th": value for word, value in _UNITS.items() if value in (4, 6, 7, 10, 11, *range(13, 20))},
    **{f"{word[:-1]}ieth": value for word, value in _TENS.items()},
}  # fmt: skip
_DECADES = {f"{word[:-1]}ies": f"{value}s" for word, value in _TENS.items()}
_SUFFIX_SCALES = {"k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9, "b": 10**9, "tn": 10**12, **_SCALES}
_CURRENCIES = {"£": "pound", "$": "dollar", "€": "euro", "¥": "yen"}
_SUFFIX_WORDS = {
    "p": ("penny",), "km": ("kilometer",), "kg": ("kilogram",), "cm": ("centimeter",), "mm": ("millimeter",),
    "g": ("gram",), "ft": ("foot",), "lb": ("pound",), "lbs": ("pound",), "mph": ("mile", "per", "hour"),
    "am": ("am",), "pm": ("pm",), "c": ("celsius",), "f": ("fahrenheit",), "hrs": ("hour",), "mins": ("minute",),
}  # fmt: skip
_FIGURE = re.compile(r"([£$€¥]?)(\d+(?:[.,:]\d+)*)([^\W\d_]*)(%?)")


def read_figure(text: str) -> tuple[str, ...]:
    """Return the keys that a figure is heard as, e.g. `£2.3m` -> `2300000`, `pound`."""
    match = _FIGURE.fullmatch(text)
    if not match:
        return (text,)
    currency, digits, suffix, percent = match.groups()
    tail = ("percent",) if percent else ()
    if ":" in digits:
        return (_clock(digits), *_SUFFIX_WORDS.get(suffix, (suffix,) if suffix else ()), *tail)
    if suffix in ("st", "nd", "rd", "th"):
        return (f"{_plain_digits(digits)}th", *tail)
    if suffix == "s":
        return (f"{_plain_digits(digits)}s", *tail)
    if suffix in ("am", "pm") and "." in digits:
        return (_clock(digits.replace(".", ":")), suffix)
    value, suffix = _plain_digits(digits), suffix.strip()
    if suffix in _SUFFIX_SCALES:
        value = _key(Decimal(value) * _SUFFIX_SCALES[suffix])
    elif suffix:
        tail = (*_SUFFIX_WORDS.get(suffix, (suffix,)), *tail)
    return (value, _CURRENCIES[currency], *tail) if currency else (value, *tail)


def _clock(digits: str) -> str:
    hour, *rest = digits.split(":")
    hour = hour.lstrip("0") or "0"
    return hour if set(rest) == {"00"} else hour + "".join(rest)


def _plain_digits(digits: str) -> str:
    """Return `digits` as a number's key; a leading zero makes it a code (`020`), which keeps its digits."""
    grouped = re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d+)?", digits)
    plain = digits.replace(",", "") if grouped else digits.replace(",", ".")
    if plain.count(".") > 1:
        return plain.replace(".", "")
    if plain.startswith("0") and not plain.startswith("0.") and len(plain) > 1:
        return plain
    return _key(Decimal(plain))


def _key(value: Decimal) -> str:
    """Return the canonical digits of `value`, without an exponent or trailing zeros."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


@dataclass(slots=True)
class _Number:
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


def fold_numbers(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Return `tokens` with every run of number words as one token whose key is the value in digits."""
    folded: list[Token] = []
    position = 0
    while position < len(tokens):
        if not _may_be_number(tokens[position].key):
            folded.append(tokens[position])
            position += 1
            continue
        token, position = (
            _oh(tokens, position)
            or _clock_words(tokens, position)
            or _number(tokens, position)
            or _as_is(tokens, position)
        )
        folded.append(_or_second(token))
    return tuple(folded)


def _may_be_number(key: str) -> bool:
    """Whether a number can begin with this; most words cannot, and are not looked at any closer."""
    return key in _BEGINNINGS or key[0].isdigit()


def _oh(tokens: Sequence[Token], start: int) -> tuple[Token, int] | None:
    """Return the zero that is read as a letter between two numbers ("twenty oh five")."""
    if tokens[start].key not in ("oh", "o") or start == 0:
        return None
    is_zero = all(_is_numeric(_key_at(tokens, place)) for place in (start - 1, start + 1))
    return (tokens[start]._replace(key="0"), start + 1) if is_zero else None


def _is_numeric(key: str | None) -> bool:
    return key is not None and (key[0].isdecimal() or key in _UNITS or key in _TENS)


def _as_is(tokens: Sequence[Token], start: int) -> tuple[Token, int]:
    token = tokens[start]
    return (token._replace(key=_DECADES[token.key]) if token.key in _DECADES else token), start + 1


def _or_second(token: Token) -> Token:
    """Return `token` with its other readings: a second is also a time, a date's ordinal a plain number."""
    if token.key == "second":
        return token._replace(also=("2th", "2"))
    if not token.is_number:
        return token
    if re.fullmatch(r"\d+th", token.key) and not token.also:
        return token._replace(also=(token.key[:-2],))
    if re.fullmatch(r"(19|20)\d0s", token.key):
        return token._replace(also=(token.key[2:],))
    return token


def _number(tokens: Sequence[Token], start: int) -> tuple[Token, int] | None:
    """Return the number that begins at `start` as a token, and where it ends."""
    number, position = _Number(), start
    if tokens[start].key == "a" and _key_at(tokens, start + 1) in ("hundred", *_SCALES):
        number.group, position = Decimal(1), start + 1
    while position < len(tokens):
        step = _take(number, tokens, position)
        if not step or number.is_ordinal:
            position += step
            break
        position += step
    if position == start or (position == start + 1 and tokens[start].key[0].isdigit()):
        return None
    if tokens[start].key == "a" and position == start + 1:
        return None
    ordinal = "th" if number.is_ordinal else ""
    return _merged(tokens, start, position, _key(number.value) + ordinal), position


def _take(number: _Number, tokens: Sequence[Token], position: int) -> int:
    """Read one more word of `number`; return how many tokens that took, 0 if none fits."""
    key = tokens[position].key
    follower = _key_at(tokens, position + 1)
    if key in _UNITS or key in _TENS:
        return int(number.take_small({**_UNITS, **_TENS}[key]))
    if key in _ORDINALS and not (key == "second" and number.group is None and number.total == 0):
        number.is_ordinal = number.take_small(_ORDINALS[key])
        return int(number.is_ordinal)
    if key == "hundred":
        return int(number.take_hundred())
    if key in _SCALES:
        return int(number.take_scale(_SCALES[key]))
    if (
        key == "and"
        and number.room in (100, 1000)
        and (follower in _UNITS or follower in _TENS or follower in _ORDINALS)
    ):
        return 1
    if key == "and" and follower == "a" and _key_at(tokens, position + 2) == "half" and number.group is not None:
        number.group += Decimal("0.5")
        return 3
    if key == "point":
        return _take_decimals(number, tokens, position)
    if re.fullmatch(r"\d+(\.\d+)?", key) and number.group is None and number.total == 0 and follower in _SCALES:
        number.group = Decimal(key)
        return 1
    return 0


def _take_decimals(number: _Number, tokens: Sequence[Token], position: int) -> int:
    digits = ""
    end = position + 1
    while (key := _key_at(tokens, end)) is not None and (
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


def _clock_words(tokens: Sequence[Token], start: int) -> tuple[Token, int] | None:
    """Return the time of day that `half past nine` or `quarter to ten` names."""
    minutes = _QUARTERS.get(tokens[start].key)
    direction, hour = _key_at(tokens, start + 1), _hour(_key_at(tokens, start + 2))
    if minutes is None or direction not in ("past", "to") or hour is None or (minutes == 30 and direction == "to"):
        return None
    if direction == "to" and tokens[start].key != "quarter":
        return None  # "five to ten" is a range as often as a time
    if direction == "to":
        hour, minutes = (hour - 2) % 12 + 1, 60 - minutes
    return _merged(tokens, start, start + 3, f"{hour}{minutes:02}"), start + 3


_BEGINNINGS = frozenset({*_UNITS, *_TENS, *_ORDINALS, *_DECADES, *_QUARTERS, "a", "oh", "o", "point"})


def _hour(key: str | None) -> int | None:
    value = int(key) if key and key.isdecimal() else _UNITS.get(key or "")
    return value if value and value <= 12 else None


def _key_at(tokens: Sequence[Token], position: int) -> str | None:
    return tokens[position].key if position < len(tokens) else None


def _merged(tokens: Sequence[Token], start: int, end: int, key: str) -> Token:
    first, last = tokens[start], tokens[end - 1]
    return first._replace(key=key, end=last.end, stop=last.stop, is_run_on=last.is_run_on)
