"""What does a clock show when a recording starts? Times count from there for who knows it: a producer, an editor."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from align.errors import OptionError
from align.records import Report

_CLOCK = re.compile(r"\d{1,3}:[0-5]\d:[0-5]\d(\.\d{1,3})?", re.ASCII)


def parse_offsets(given: Sequence[str], files: Sequence[str]) -> dict[str, float]:
    """Return the offsets, `HH:MM:SS` or `HH:MM:SS.mmm`, in seconds by file; raises OptionError unless each has one."""
    if given and len(given) != len(files):
        raise OptionError(
            f"Recordings and offsets differ in number ({len(files)} and {len(given)}): give --offset once for each"
            " recording, in their order."
        )
    if wrong := [one for one in given if not _CLOCK.fullmatch(one)]:
        raise OptionError(f"{wrong[0]!r} is no --offset: write HH:MM:SS or HH:MM:SS.mmm, such as 10:02:30.")
    clocks = (map(float, one.split(":")) for one in given)
    seconds = (3600 * hours + 60 * minutes + rest for hours, minutes, rest in clocks)
    return dict(zip(files, seconds, strict=False))


def with_offsets(report: Report, offsets: Mapping[str, float]) -> Report:
    """Return the report with the offsets of its recordings, by path."""
    if not offsets:
        return report
    heard = (
        replace(one, recording=replace(one.recording, offset=offsets.get(one.recording.path, 0.0)))
        for one in report.transcripts
    )
    return replace(report, transcripts=tuple(heard))
