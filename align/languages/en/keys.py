"""What is asked of the keys beside a number: what stands at a place, and whether it is a number, and which."""

import re
from collections.abc import Sequence

_LONGEST = 16
"""Digits of a number that is looked at as a value; Python itself reads no more than 4300."""


def key_at(keys: Sequence[str], place: int) -> str:
    """Return the key at a place; beyond either end, an empty one."""
    return keys[place] if 0 <= place < len(keys) else ""


def is_whole(key: str, least: int = 0, most: int = 10**9) -> bool:
    """Whether a key is a whole number between these two."""
    return key.isdecimal() and len(key) <= _LONGEST and least <= int(key) <= most


def is_figure(key: str) -> bool:
    """Whether a key is a number of any sort: a time, a share, an ordinal."""
    return key[:1].isdigit()


def is_amount(key: str) -> bool:
    """Whether a key is a plain number, whole or not."""
    return re.fullmatch(r"\d+(\.\d+)?", key) is not None
