"""How seconds are written: the one place where a time is rounded, to the millisecond, half to even."""

from typing import Protocol

from align.records import Report


def milliseconds(seconds: float) -> int:
    """Return the nearest whole number of milliseconds."""
    return round(seconds * 1000)


def rounded(seconds: float) -> float:
    """Return `seconds` to the millisecond, for formats that write seconds as a number."""
    return milliseconds(seconds) / 1000


def clock(seconds: float) -> str:
    """Return `HH:MM:SS` for a reader; never later than the moment, so that who jumps there misses nothing."""
    hours, minutes, whole, _ = _parts(milliseconds(seconds))
    return f"{hours:02}:{minutes:02}:{whole:02}"


class _Place(Protocol):
    """What begins at an instant of a recording: a passage, a difference."""

    @property
    def recording(self) -> int: ...
    @property
    def start(self) -> float: ...


def clock_of(report: Report, place: _Place) -> str:
    """Return when a passage or a difference begins, by the clock of who knows what it shows at a recording's start."""
    return clock(report.transcripts[place.recording].recording.offset + place.start)


def srt_time(ms: int) -> str:
    """Return `HH:MM:SS,mmm`, as SubRip writes a time of `ms` milliseconds."""
    return "{:02}:{:02}:{:02},{:03}".format(*_parts(ms))


def vtt_time(ms: int) -> str:
    """Return `HH:MM:SS.mmm`, as WebVTT writes a time of `ms` milliseconds."""
    return "{:02}:{:02}:{:02}.{:03}".format(*_parts(ms))


def _parts(ms: int) -> tuple[int, int, int, int]:
    seconds, ms = divmod(ms, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return hours, minutes, seconds, ms
