"""Which English words and figures belong to one measure: a sum of money, a date, a time, a height, a share?

After the words of each number have been joined (`numerals.py`), what stands beside it is put in one order and form:
"the third of March" and "3 March", "thirteen pounds sixty" and "£13.60".
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from align.languages.en.dates import MONTHS, SHORT_MONTHS, clock, day_first, decade, month_first
from align.languages.en.figures import NUMERO, NUMEROS, PERHAPS_NUMERO, SCALES, key_of
from align.languages.en.keys import is_amount, is_figure, is_whole, key_at
from align.languages.en.money import amounts, money, of_scale, slang, two_decimals
from align.languages.en.numerals import ORDINALS
from align.languages.en.units import other_forms
from align.languages.figures import Number

_PARTS = {
    "half": 2, "halves": 2, "quarter": 4, "quarters": 4,
    **{f"{n}th": n for n in ORDINALS.values()}, **{f"{word}s": n for word, n in ORDINALS.items() if n > 2},
}  # fmt: skip
_ROMAN = {
    "ii": 2, "iii": 3, "iv": 4, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "xi": 11, "xii": 12, "xiii": 13, "xiv": 14,
    "xv": 15, "xvi": 16, "xvii": 17, "xviii": 18, "xix": 19, "xx": 20, "xxi": 21, "xxii": 22, "xxiii": 23,
}  # fmt: skip
_WORDS_TOO = {"iv", "xi", "vi", "i", "v", "x"}  # a drip, a name, an editor: they stay words, and may be numbers
_REIGNS = {"george", "henry", "edward", "charles", "james", "richard", "elizabeth", "louis", "william", "malcolm"}
_REIGNED = {"i": 1, "v": 5, "x": 10}
_PER = frozenset("mile kilometer meter pound dollar euro penny cent cents percent hour grams gram liter time".split())
_EACH = frozenset("hour minute second day week month year mile gallon night head person kilo kilogram".split())
_NUMEROS = {NUMERO: ("number", ("no",)), PERHAPS_NUMERO: ("no", ("number", "know")), NUMEROS: ("numbers", ("nos",))}


def find_measures(keys: Sequence[str]) -> Iterator[Number]:
    """Yield every run of keys, numbers in figures, that has another form or place in a measure, in order."""
    place = 0
    while place < len(keys):
        found = _find(keys, place)
        place = found.end if found else place + 1
        if found:
            yield found


def _find(keys: Sequence[str], place: int) -> Number | None:
    key = keys[place]
    if key[0].isdigit():
        return next((found for rule in _RULES if (found := rule(keys, place))), None)
    if key in _NUMEROS:
        return Number(place, place + 1, *_NUMEROS[key])
    if key in _WORDLY:
        return next((found for rule in _WORDLY[key] if (found := rule(keys, place))), None)
    return _beside(keys, place) or _roman(keys, place)


def _fraction(keys: Sequence[str], place: int) -> Number | None:
    """`2 thirds`, `1 quarter`, `a third of`; what is written `2/3` is read so, or `2 out of 3`."""
    if re.fullmatch(r"\d+/\d+", keys[place]):
        more = ("half",) if keys[place] == "1/2" else ()
        return Number(place, place + 1, keys[place], (f"{keys[place]}th", f"{keys[place]} out", *more))
    part = _PARTS.get(key_at(keys, place + 1))
    if keys[place] == "a":
        is_share = key_at(keys, place + 2) == "of" or key_at(keys, place + 1) in ("half", "quarter")
        return Number(place, place + 2, f"1/{part}th") if part and is_share else None
    is_plural = key_at(keys, place + 1).endswith("s")
    if part and is_whole(keys[place], 1, 99) and (is_plural or keys[place] == "1"):
        return Number(place, place + 2, f"{keys[place]}/{part}th")
    if tuple(keys[place + 1 : place + 3]) == ("out", "of") and is_whole(key_at(keys, place + 3)):
        if keys[place] == keys[place + 3]:  # 10/10 is two numbers, as 50/50 is
            return Number(place, place + 4, keys[place], (), ((keys[place], ()),))
        return Number(place, place + 4, f"{keys[place]}/{keys[place + 3]} out")
    return None


def _height(keys: Sequence[str], place: int) -> Number | None:
    """`5 feet 11 inches` is `5 foot 11`."""
    inches = key_at(keys, place + 2)
    if key_at(keys, place + 1) not in ("foot", "feet", "ft") or not is_whole(inches, 0, 11):
        return None
    end = place + 3 + (key_at(keys, place + 3) in ("inch", "inches", "in"))
    return Number(place, end, keys[place], (), (("foot", ()), (inches, ())))


def _nil(keys: Sequence[str], place: int) -> Number | None:
    """`3 nil` is `3 0`."""
    is_score = key_at(keys, place + 1) in ("nil", "nothing", "love") and is_whole(keys[place], 0, 99)
    return Number(place, place + 2, keys[place], (), (("0", ()),)) if is_score else None


def _tens_of(keys: Sequence[str], place: int) -> Number | None:
    """`10 to 15000` is `10000 to 15000`."""
    to, most = key_at(keys, place + 1), key_at(keys, place + 2)
    if to != "to" or not is_amount(keys[place]) or not is_whole(most, 1000, 10**15):
        return None
    for scale in sorted(SCALES.values(), reverse=True):
        if int(most) % scale == 0 and Decimal(keys[place]) < int(most) // scale:
            return Number(place, place + 1, keys[place], (key_of(scale * Decimal(keys[place])),))
    return None


def _beside(keys: Sequence[str], place: int) -> Number | None:
    """Return a unit or sign beside a number, with all that it may stand for or be written as."""
    key, before, behind = keys[place], key_at(keys, place - 1), key_at(keys, place + 1)
    if key in ("an", "a") and before in _PER and behind in _EACH:
        return Number(place, place + 1, key, ("per",))
    if key == "negative" and is_figure(behind):
        return Number(place, place + 1, key, ("minus",))
    if not is_figure(before) and not (key in ("v", "version") and is_figure(behind)):
        return None
    if key == "degree" and behind in ("celsius", "c", "fahrenheit", "f"):
        return Number(place, place + 2, behind, other_forms(behind))
    also = other_forms(key)
    return Number(place, place + 1, key, also) if also else None


def _roman(keys: Sequence[str], place: int) -> Number | None:
    key = keys[place]
    value = _ROMAN.get(key)
    if key in _REIGNED and key_at(keys, place - 1) in _REIGNS:
        value = _REIGNED[key]
    if value is None:
        return None
    if key in _WORDS_TOO:
        return Number(place, place + 1, key, (str(value), f"{value}th"))
    return Number(place, place + 1, str(value), (f"{value}th", key))


_RULES = (
    amounts, money, slang, of_scale, day_first, clock, decade, _height, _nil, _fraction, _tens_of, two_decimals,
)  # fmt: skip
"""What may begin with a number, the longest first."""

_WORDLY = {
    "a": (money, of_scale, _fraction, _beside),
    "half": (clock, of_scale),
    "quarter": (clock, of_scale),
    "the": (day_first,),
    **dict.fromkeys((*MONTHS, *SHORT_MONTHS), (month_first,)),
}
