"""How are sums of money and shares of round numbers said: "thirteen pounds sixty", "forty grand", "half a million"?"""

import re
from collections.abc import Sequence
from decimal import Decimal

from align.languages.en.figures import MINOR_UNITS, SCALES, key_of
from align.languages.en.keys import is_amount, is_figure, is_whole, key_at
from align.languages.en.units import other_forms
from align.languages.figures import Number

_MINOR = {*MINOR_UNITS.values(), "cents"}


def money(keys: Sequence[str], place: int) -> Number | None:
    """`13 pound 60` is `13.60 pound`; so is `13 pound and 60 penny`."""
    unit = key_at(keys, place + 1)
    if unit not in MINOR_UNITS or not (is_whole(keys[place]) or keys[place] == "a"):
        return None
    pounds = 1 if keys[place] == "a" else int(keys[place])
    start = place + 3 if key_at(keys, place + 2) == "and" else place + 2
    rest, behind = key_at(keys, start), key_at(keys, start + 1)
    is_named = behind in _MINOR
    if not is_whole(rest, 1 if is_named else 10, 99) or not (is_named or start == place + 2):
        return _one_pound(keys, place)
    if not is_named and (behind in _COUNTED or is_figure(behind)):
        return _one_pound(keys, place)
    key, also = _with_cents(f"{pounds}.{int(rest):02}")
    return Number(place, start + 1 + is_named, key, also, ((unit, ()),))


_RANGED = {*MINOR_UNITS, *_MINOR, "yen", "percent"}


def amounts(keys: Sequence[str], place: int) -> Number | None:
    """`5 pound to 6 pound` is `5 to 6 pound`."""
    unit, end = key_at(keys, place + 1), place + 2 + (key_at(keys, place + 2) == "to")
    is_range = unit in _RANGED and is_amount(keys[place]) and is_amount(key_at(keys, end)) and keys[place] != keys[end]
    return Number(place, place + 2, keys[place]) if is_range and key_at(keys, end + 1) == unit else None


_COUNTED = frozenset("time times percent people year years day days month months week weeks minute minutes".split())
"""What a number behind a sum counts, when it is no pence ("five pounds 20 times")."""


def _one_pound(keys: Sequence[str], place: int) -> Number | None:
    """`1 pound` is `a pound`."""
    return Number(place, place + 1, "1", ("a",)) if keys[place] == "1" else None


def _with_cents(text: str) -> tuple[str, tuple[str, ...]]:
    """Return the key of a figure with two decimals, and its form as two numbers: pence, or minutes."""
    return key_of(Decimal(text)), (text.replace(".", ":"),)


def two_decimals(keys: Sequence[str], place: int) -> Number | None:
    """`9.30` is `9.3`, and two numbers, 9 and 30."""
    if not re.fullmatch(r"\d+\.\d\d", keys[place]):
        return None
    key, also = _with_cents(keys[place])
    return Number(place, place + 1, key, also)


def slang(keys: Sequence[str], place: int) -> Number | None:
    """`40 grand` is `40000 pound`; `40 k` is `40000`."""
    unit = key_at(keys, place + 1)
    if unit not in ("grand", "k") or not is_amount(keys[place]):
        return None
    more = (("grand", other_forms("grand")),) if unit == "grand" else ()
    return Number(place, place + 2, key_of(1000 * Decimal(keys[place])), (), more)


_SHARES = {
    "half": Decimal("0.5"), "quarter": Decimal("0.25"), "1/2": Decimal("0.5"), "1/4": Decimal("0.25"),
    "3/4": Decimal("0.75"),
}  # fmt: skip


_HALVED = frozenset("percent mile kilometer meter kilogram liter".split())
"""What half of one is written as 0.5 of."""

_SCALES = {**SCALES, **{str(scale): scale for scale in SCALES.values()}}


def of_scale(keys: Sequence[str], place: int) -> Number | None:
    """`half a million`, `a quarter of a million`, `half a per cent`, `half a dozen`, `2 dozen`."""
    shared = place + (keys[place] == "a")
    share = _SHARES.get(key_at(keys, shared))
    if share is None:
        is_dozen = key_at(keys, place + 1) == "dozen" and (keys[place] == "a" or is_whole(keys[place]))
        many = 1 if keys[place] == "a" else keys[place]
        return Number(place, place + 2, key_of(12 * Decimal(many))) if is_dozen else None
    of_what = shared + 1 + (key_at(keys, shared + 1) == "of")
    if tuple(keys[of_what : of_what + 2]) == ("a", "dozen"):
        return Number(place, of_what + 2, key_of(12 * share))
    unit = of_what + (key_at(keys, of_what) in ("a", "1"))
    if key_at(keys, unit) in _HALVED:
        return Number(place, unit, key_of(share))
    scale = _SCALES.get(key_at(keys, of_what))
    return Number(place, of_what + 1, key_of(share * scale)) if scale else None
