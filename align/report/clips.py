"""The sounds that go with a report: a clip for every place where a quote is or may be, and waveforms."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from align.records import Interval, Passage, Report
from align.report.files import make_folder, write_whole
from align.report.view.findings import findings
from align.report.view.times import clock

PADDING = 1.0
"""Seconds to hear before and after a passage: enough to notice a sentence that goes on."""

SLICES = 600
"""Points of a waveform; a time line is seldom wider in pixels."""

_LISTEN = 1.0
"""Seconds of each slice that are measured: ten hours need not be read to draw a line."""


@dataclass(frozen=True, slots=True)
class Clip:
    """A cut of one recording."""

    recording: int
    interval: Interval
    mp3: bytes


@dataclass(frozen=True, slots=True)
class Sounds:
    """Clips that hold every passage and all speech not understood; per recording, the loudness (0 to 1) of slices."""

    clips: tuple[Clip, ...] = ()
    waveforms: tuple[tuple[float, ...], ...] = ()


SILENCE = Sounds()
"""For a report on a transcript alone."""


class Source(Protocol):
    """A recording whose samples (-1 to 1) can be had by time in seconds."""

    def samples(self, start: float, end: float) -> NDArray[np.float32]:
        """Return the sound from `start` to `end`."""
        ...


SourceT = TypeVar("SourceT", bound=Source)


def collect_sounds(report: Report, sources: Sequence[SourceT], cut: Callable[[SourceT, Interval], bytes]) -> Sounds:
    """Return the sounds of `report`; `sources` are its recordings, and `cut` makes an mp3 of a part of one."""
    return Sounds(
        tuple(Clip(recording, part, cut(sources[recording], part)) for recording, part in clip_places(report)),
        tuple(
            waveform(source, heard.recording.duration)
            for source, heard in zip(sources, report.transcripts, strict=True)
        ),
    )


def clip_places(report: Report) -> tuple[tuple[int, Interval], ...]:
    """Return the intervals to cut, by recording and time; one that lies within another is left out."""
    padded = {(part.recording, _padded(report, part)) for check in report.checks for part in check.passages}
    unheard = {(number, part) for number, heard in enumerate(report.transcripts) for part in heard.unheard}
    by_recording = groupby(
        sorted(padded | unheard, key=lambda place: (place[0], place[1].start, -place[1].end)), lambda p: p[0]
    )
    kept: list[tuple[int, Interval]] = []
    for _, places in by_recording:
        heard_until = -1.0
        for recording, interval in places:
            if interval.end > heard_until:
                kept.append((recording, interval))
                heard_until = interval.end
    return tuple(kept)


def waveform(source: Source, duration: float) -> tuple[float, ...]:
    """Return the loudness of equal slices of a recording, the loudest being 1."""
    starts = np.linspace(0, duration, SLICES, endpoint=False)
    step = duration / SLICES
    peaks = [float(np.abs(source.samples(t, t + min(step, _LISTEN))).max(initial=0.0)) for t in map(float, starts)]
    loudest = max(peaks) or 1.0
    return tuple(peak / loudest for peak in peaks)


def write_clips(report: Report, sounds: Sounds, folder: Path) -> None:
    """Write a sound file for every place of every finding, named by quote and time; raises OutputError."""
    make_folder(folder)
    for check in findings(report):
        for number, part in enumerate(check.passages, 1):
            if clip := clip_of(sounds, part):
                time = clock(part.start).replace(":", ".")
                name = f"quote-{check.quote.id:02}-{check.verdict}-part-{number}-at-{time}.mp3"
                write_whole(folder / name, clip.mp3)


def clip_of(sounds: Sounds, part: Passage) -> Clip | None:
    """Return the clip that holds a passage."""
    fitting = (c for c in sounds.clips if c.recording == part.recording and c.interval.start <= part.start)
    return next((clip for clip in fitting if part.end <= clip.interval.end), None)


def _padded(report: Report, part: Passage) -> Interval:
    """Return a passage with what was cut off at its ends, and padding within the recording."""
    start = min([part.start, *(edit.start for edit in part.edits)]) - PADDING
    end = max([part.end, *(edit.end for edit in part.edits)]) + PADDING
    return Interval(max(start, 0.0), min(end, report.transcripts[part.recording].recording.duration))
