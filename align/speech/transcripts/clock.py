"""When? Times as people and tools write them: 1:02, 00:01:02,500, 00:01:02:12 with frames, 62.5s, PT1M2.5S."""

import math
import re
from collections.abc import Mapping

CLOCK = r"\d{1,3}(?:[:;]\d{1,2}){1,2}(?:[.,]\d+|[:;]\d{1,3}|-\d(?=#))?"
"""A pattern for a time with colons; hours, a fraction and frames may be left out."""

_CLOCK = re.compile(r"(?:(\d{1,3})[:;])?(\d{1,3})[:;](\d{1,2})(?:[.,-](\d+)|[:;](\d{1,3}))?")
_DURATION = re.compile(r"PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?")  # ISO 8601, as Azure writes it
_FRAMES = 25.0
"""Frames a second where a time has frames: between film's 24 and television's 29.97, half a frame wrong at most."""


def read_clock(text: str) -> float | None:
    """Return the seconds of a time with colons, None if it is none or has more than 59 minutes or seconds."""
    match = _CLOCK.fullmatch(text.strip())
    if not match:
        return None
    hours, minutes, seconds, fraction, frames = match.groups()
    if int(seconds) > 59 or (hours and int(minutes) > 59):
        return None
    part = int(frames) / max(_FRAMES, int(frames) + 1) if frames else float(f"0.{fraction or 0}")
    return int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds) + part


def write_clock(seconds: float) -> str:
    """Return seconds with one decimal if they are less than a minute, else `HH:MM:SS`."""
    if seconds < 59.95:
        return f"{seconds:.1f} s"
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes // 60:02}:{minutes % 60:02}:{rest:02}"


def read_number(value: object) -> float | None:
    """Return a number, even one written as a string, if it is finite."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        number = float(value)
    except (ValueError, OverflowError):
        return None
    return number if math.isfinite(number) else None


def read_seconds(value: object, unit: float = 1.0) -> float | None:
    """Return a time in seconds, however it is written; a bare number counts units of `unit` seconds."""
    number = read_number(value)
    if number is not None:
        return number * unit
    if isinstance(value, Mapping):  # as protocol buffers have it
        seconds, nanos = read_number(value.get("seconds", 0)), read_number(value.get("nanos", 0))
        return None if seconds is None or nanos is None else seconds + nanos / 1e9
    if not isinstance(value, str):
        return None
    duration = _DURATION.fullmatch(value)
    if duration:
        hours, minutes, seconds_ = (float(part or 0) for part in duration.groups())
        return hours * 3600 + minutes * 60 + seconds_
    if value.endswith("ms"):
        return read_seconds(value[:-2], 0.001)
    return read_number(value.removesuffix("s")) if value.endswith("s") else read_clock(value)
