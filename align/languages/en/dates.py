"""How are dates, times of day and decades said: "the third of March", "half past nine", "the nineteen nineties"?"""

import re
from collections.abc import Sequence

from align.languages.en.keys import is_whole, key_at
from align.languages.figures import Number

MONTHS = tuple(
    "january february march april may june july august september october november december".split()
)  # fmt: skip
SHORT_MONTHS = {month[:3]: month for month in MONTHS if month != "may"} | {"sept": "september"}
_VERBS = ("may", "march")  # and what stands before them where they are months
_BEFORE_A_DATE = frozenset("on by from since until before after of".split())


def day_first(keys: Sequence[str], place: int) -> Number | None:
    """`3 march`, `the 3th of march` and `3th march` are `march 3`."""
    start = place + (keys[place] == "the")
    day = re.fullmatch(r"(\d{1,2})(th)?", key_at(keys, start))
    has_of = key_at(keys, start + 1) == "of"
    month = _month(key_at(keys, start + 1 + has_of))
    if not day or not month or not 1 <= int(day[1]) <= 31 or (has_of and not day[2]):
        return None
    if month in _VERBS and not has_of and key_at(keys, start - 1) not in _BEFORE_A_DATE:
        return None
    return Number(place, start + 2 + has_of, month, (), ((f"{day[1]}th", (day[1],)),))


def month_first(keys: Sequence[str], place: int) -> Number | None:
    """`march the 3th` is `march 3`; so is `mar 3`."""
    has_the = key_at(keys, place + 1) == "the"
    day = re.fullmatch(r"(\d{1,2})(th)?", key_at(keys, place + 1 + has_the))
    month = _month(keys[place])
    if not day or not month or not 1 <= int(day[1]) <= 31 or (has_the and not day[2]):
        return None
    if month == keys[place] and not has_the:
        return None
    return Number(place, place + 2 + has_the, month, (), ((f"{day[1]}th", (day[1],)),))


def _month(key: str) -> str | None:
    return key if key in MONTHS else SHORT_MONTHS.get(key)


_MINUTES = {"quarter": 15, "half": 30}
_FIGURES = re.compile(r"(\d{1,2})(?:[:.](\d\d))?")


def clock(keys: Sequence[str], place: int) -> Number | None:
    """`9:30 pm` is `9:30pm`, `half past 9` is `9:30`; but `5 to 10` is a range as often as a time."""
    time, end = _in_words(keys, place), place + 3
    if not time and (shown := _FIGURES.fullmatch(keys[place])):
        time, end = ":".join(filter(None, shown.groups())), place + 1
    half = key_at(keys, end)
    if time and half in ("am", "pm"):
        return Number(place, end + 1, time + half)
    if time and (end > place + 1 or ":" in keys[place]):
        return Number(place, end, time, (time.replace(":", ""),))
    return None


def _in_words(keys: Sequence[str], place: int) -> str:
    """Return the time that "half past nine" or "quarter to ten" is, nothing if it is none."""
    minutes = _MINUTES.get(keys[place]) or (int(keys[place]) if is_whole(keys[place], 1, 29) else None)
    to, hour = key_at(keys, place + 1), key_at(keys, place + 2)
    if minutes is None or not is_whole(hour, 1, 12):
        return ""
    if to == "past":
        return f"{hour}:{minutes:02}"
    return f"{(int(hour) - 2) % 12 + 1}:{60 - minutes}" if (keys[place], to) == ("quarter", "to") else ""


def decade(keys: Sequence[str], place: int) -> Number | None:
    """`19 90s` is `1990s`; `90s` may be that, too."""
    behind = key_at(keys, place + 1)
    if keys[place] in ("18", "19", "20") and re.fullmatch(r"\d0s", behind):
        return Number(place, place + 2, keys[place] + behind)
    if re.fullmatch(r"\d0s", keys[place]):
        return Number(place, place + 1, keys[place], (f"19{keys[place]}", f"20{keys[place]}"))
    return None
