"""The sounds that go with a report: a clip for every place where a quote is or may be, and waveforms.

What to cut and what to measure is said here; who has the recordings does it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from align.records import Interval, Passage, Report
from align.report.view.findings import findings
from align.report.view.times import clock

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

PADDING = 1.0
"""Seconds to hear before and after a passage: enough to notice a sentence that goes on. The page plays as many."""

_SLICES = 600
"""Points of a waveform; a time line is seldom wider in pixels."""

_LISTEN = 1.0
"""Seconds of each slice that are measured: ten hours need not be read to draw a line."""


@dataclass(frozen=True, slots=True)
class SoundClip:
    """A cut of one recording."""

    recording: int
    interval: Interval
    mp3: bytes


@dataclass(frozen=True, slots=True)
class Sounds:
    """Clips that hold every passage and all speech not understood; per recording, the loudness (0 to 1) of slices."""

    clips: tuple[SoundClip, ...] = ()
    waveforms: tuple[tuple[float, ...], ...] = ()


NO_SOUNDS = Sounds()
"""For a report on a transcript alone."""


def clip_places(report: Report) -> tuple[tuple[int, Interval], ...]:
    """Return the intervals to cut, by recording and time; one that lies within another is left out."""
    padded = {(part.recording, with_padding(report, part)) for check in report.checks for part in check.passages}
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


def with_padding(report: Report, part: Passage) -> Interval:
    """Return a passage with what was cut off at its ends, and padding within the recording."""
    start = min([part.start, *(edit.start for edit in part.edits)]) - PADDING
    end = max([part.end, *(edit.end for edit in part.edits)]) + PADDING
    return Interval(max(start, 0.0), min(end, report.transcripts[part.recording].recording.duration))


def slices_of(duration: float) -> tuple[Interval, ...]:
    """Return the equal slices of a recording whose loudness makes its waveform, each as far as it is measured."""
    step = duration / _SLICES
    return tuple(Interval(number * step, number * step + min(step, _LISTEN)) for number in range(_SLICES))


def waveform(slices: "Iterable[NDArray[np.float32]]") -> tuple[float, ...]:
    """Return the loudness of slices of sound (samples from -1 to 1), the loudest being 1."""
    peaks = [float(abs(samples).max(initial=0.0)) for samples in slices]
    loudest = max(peaks) or 1.0
    return tuple(peak / loudest for peak in peaks)


def clip_files(report: Report, sounds: Sounds) -> Iterator[tuple[str, SoundClip]]:
    """Yield the clip of every place of every finding, with the name of its file: by quote and time."""
    for check in findings(report):
        for number, part in enumerate(check.passages, 1):
            if clip := _clip_of(sounds, part):
                time = clock(part.start).replace(":", ".")
                yield f"quote-{check.quote.id:02}-{check.verdict}-part-{number}-at-{time}.mp3", clip


def _clip_of(sounds: Sounds, part: Passage) -> SoundClip | None:
    """Return the clip that holds a passage."""
    fitting = (c for c in sounds.clips if c.recording == part.recording and c.interval.start <= part.start)
    return next((clip for clip in fitting if part.end <= clip.interval.end), None)
