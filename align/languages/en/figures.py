"""How are English figures read aloud, with what is written on to them: `£2.3m`, `9:30pm`, `15th`, `5'11"`?

What a figure alone cannot tell (whether `9.30` is a time, what the `c` of `25c` stands for) is left to `measures.py`.
"""

import re
from decimal import Decimal

SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_SUFFIX_SCALES = {"k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9, "b": 10**9, "tn": 10**12, **SCALES}
_CURRENCIES = {"£": "pound", "$": "dollar", "€": "euro", "¥": "yen"}
MINOR_UNITS = {"pound": "penny", "dollar": "cent", "euro": "cent"}
_SUFFIX_WORDS = {
    "p": ("penny",), "km": ("kilometer",), "kg": ("kilogram",), "mph": ("mile", "per", "hour"), "lb": ("pound",),
    "lbs": ("pound",), "hrs": ("hour",), "hr": ("hour",), "pc": ("percent",), "x": ("x",),
}  # fmt: skip

_VULGAR = {"½": "1/2", "¼": "1/4", "¾": "3/4", "⅓": "1/3", "⅔": "2/3", "⅛": "1/8"}
_DECIMAL = {"½": ".5", "¼": ".25", "¾": ".75", "1/2": ".5", "1/4": ".25", "3/4": ".75"}
VULGAR_FRACTIONS: dict[str, tuple[str, ...]] = {sign: (plain,) for sign, plain in _VULGAR.items()}

NUMERO, PERHAPS_NUMERO, NUMEROS = "№", "no№", "№s"
"""Keys of `No. 10`, which is a number; of `No 10`, which may be "no" and a figure; of `Nos. 3 and 4`."""

_SIGNS = {
    "-": "minus", "−": "minus", "#": NUMERO, "№": NUMERO, "no.": NUMERO, "no": PERHAPS_NUMERO, "nos.": NUMEROS,
    "nos": NUMEROS, "v": "v",
}  # fmt: skip

SHAPES = r"""
    \bnos?\.?(?=\s\d) | \bnos?\.(?=\d) | (?<!\w)[#№](?=\d)             # No 10  Nos. 3 and 4  #10
    | (?<![\w.,:/)\]%'"”’–-])[-−](?=[£$€]?\.?\d)                       # -12, but not 10-12
    | (?<![\w.])v(?=\d+\.\d)                                           # v2.0
    | (?<![\w.,:])\.\d+                                                # .5
    | (?<![\w.,])\d'\s?\d{1,2}(?!\d)(?:''|["”″])?                      # 5'11"
    | [£$€¥]\d+(?:[.,]\d+)*[-–][£$€¥]?\d+(?:[.,]\d+)*                  # £5-6m  $20–30
      (?:(?:k|m|mn|bn|b|tn)\b|\s(?:thousand|million|billion|trillion)\b)?(?![\w-])
    | [£$€]?(?<![\d/.,])\d{1,3}(?:\s?[½¼¾]|\s(?:1/2|1/4|3/4)(?![\d/]))(?:\s(?:million|billion|trillion)\b|bn|m)?
    | (?<![\w/.,])(?!(?P<same>\d+)/(?P=same)(?!\d))\d{1,3}/\d{1,3}(?![\w/])      # 2/3  24/7  9/11, but not 50/50
"""
"""What is a figure in English besides digits with their marks, in lower case: read by `read_figure`, too."""

_FIGURE = re.compile(r"([£$€¥]?)(\d+(?:[.,:]\d+)*)-?([^\W\d_]*)(%?)")
_HEIGHT = re.compile(r"(\d)'(\d{1,2})\D*")
_RANGE = re.compile(r"([£$€¥])([\d.,]+)[-–][£$€¥]?([\d.,]+)\s?([a-z]*)")
_MIXED = re.compile(r"(\D?\d+)(?:\s?([½¼¾])|\s(1/2|1/4|3/4))(\D*)")


def read_figure(text: str) -> tuple[str, ...]:
    """Return the keys that a figure is heard as, e.g. `£2.3m` -> `2300000`, `pound`."""
    if text in _SIGNS:
        return (_SIGNS[text],)
    if height := _HEIGHT.fullmatch(text):
        return (height[1], "foot", height[2])
    if between := _RANGE.fullmatch(text):
        currency, least, most, scale = between.groups()
        return (_plain_digits(least), "to", *_keys_of(currency, most, scale, ""))
    mixed = _MIXED.fullmatch(text)
    text = mixed[1] + _DECIMAL[mixed[2] or mixed[3]] + mixed[4] if mixed else text
    text = "".join(text.split())
    match = _FIGURE.fullmatch("0" + text if text.startswith(".") else text)
    return _keys_of(*match.groups()) if match else (text,)


def _keys_of(currency: str, digits: str, suffix: str, percent: str) -> tuple[str, ...]:
    tail = ("percent",) if percent else ()
    if suffix in ("am", "pm") and "." in digits:
        digits = digits.replace(".", ":")
    if ":" in digits:
        return (_clock(digits), *_words_of(suffix), *tail)
    if suffix in ("st", "nd", "rd", "th"):
        return (f"{_plain_digits(digits)}th", *tail)
    if suffix == "s":
        return (_ROUND.get(digits.replace(",", "")) or f"{_plain_digits(digits)}s", *tail)
    if suffix in _SUFFIX_SCALES:
        value, behind = key_of(Decimal(_plain_digits(digits)) * _SUFFIX_SCALES[suffix]), _words_of("")
    else:
        value, behind = _plain_digits(digits), _words_of(suffix)
    unit = _CURRENCIES.get(currency)
    if unit in MINOR_UNITS and re.fullmatch(r"0\.\d\d", value):
        value, unit = str(int(value[2:])), MINOR_UNITS[unit]
    return (value, *filter(None, (unit,)), *behind, *tail)


_ROUND = {"100": "hundreds", "1000": "thousands"}


def _words_of(suffix: str) -> tuple[str, ...]:
    return _SUFFIX_WORDS.get(suffix, (suffix,) if suffix else ())


def _clock(digits: str) -> str:
    """Return a time with its minutes behind a colon, a full hour as the hour."""
    hour, *rest = digits.split(":")
    hour = hour.lstrip("0") or "0"
    return hour if set(rest) == {"00"} else ":".join((hour, *rest))


def _plain_digits(digits: str) -> str:
    """Return `digits` as a number's key; a leading zero makes it a code (`020`), which keeps its digits.

    Two decimals are kept as they are: they may be pence or minutes (`9.30`).
    """
    grouped = re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d+)?", digits)
    plain = digits.replace(",", "") if grouped else digits.replace(",", ".")
    if plain.count(".") > 1:
        return plain.replace(".", "")
    if plain.startswith("0") and not plain.startswith("0.") and len(plain) > 1:
        return plain
    return plain if re.fullmatch(r"\d+\.\d\d", plain) else key_of(Decimal(plain))


def key_of(value: Decimal) -> str:
    """Return the canonical digits of `value`, without an exponent or trailing zeros."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
