"""How are English figures read aloud, with what is written on to them: `£2.3m`, `9:30pm`, `15th`?"""

import re
from decimal import Decimal

SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_SUFFIX_SCALES = {"k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9, "b": 10**9, "tn": 10**12, **SCALES}
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
        value = key_of(Decimal(value) * _SUFFIX_SCALES[suffix])
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
    return key_of(Decimal(plain))


def key_of(value: Decimal) -> str:
    """Return the canonical digits of `value`, without an exponent or trailing zeros."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
