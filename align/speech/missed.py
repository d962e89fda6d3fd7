"""Where does somebody speak whom the detector misses, and of whom the model makes out no words?

Far from the microphone, or in an echo, the detector hears nobody in clauses that are as loud as any other. Whether it
is speech is told by the model: its probability of no speech. In eight clauses from afar it is 0.03 to 0.57; in 33 loud
places of pauses, of noise at 10 dB, applause and a room, 0.62 to 0.91 (base), if nothing is heard of the speech beside
them.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import ceil, isfinite
from operator import attrgetter

import numpy as np

from align.records import Interval, joined_stretches
from align.speech.audio import Audio
from align.speech.loudness import loudness, loudness_by_frame
from align.speech.protocols import AcousticModel, DecodedWindow

_DESPAIR = -1.5
"""Nats a token under which what the model writes is no attempt at speech: of speech from afar it is -0.4 to -1.4, of
music, for which the probability of no speech is 0.56 to 0.83, -1.6 to -1.7."""

_SOFTER = 15.0
"""dB by which what is missed is softer, at most, than the speech around it."""

_AROUND = 15.0
"""Seconds before and after, in which that speech is looked for."""

_FRAME = 0.1
_FRAMES = 5
"""Seconds of which the loudness is told, and how many in a row of which most must be loud, so that no click counts."""

_LONGEST = 20.0
"""Seconds that are decoded at once."""

_start, _end = attrgetter("start"), attrgetter("end")


def find_missed(
    acoustic: AcousticModel, audio: Audio, language: str, heard: Sequence[Interval], least: float
) -> list[Interval]:
    """Return where somebody speaks for at least so many seconds outside of what is `heard`: detected, or words.

    In a track that is one of several nothing is looked for: what others say leaks in.
    """
    places = [] if audio.track else [piece for pause in _loud_pauses(audio, heard, least) for piece in _cut(pause)]
    size = acoustic.batch_size if places else 1
    decoded = [
        window
        for at in range(0, len(places), size)
        for window in acoustic.decode([audio.clip(place) for place in places[at : at + size]], language)
    ]
    return [place for place, window in zip(places, decoded, strict=True) if _is_speech(window)]


def _is_speech(window: DecodedWindow) -> bool:
    return window.is_speech and window.avg_logprob > _DESPAIR


def _loud_pauses(audio: Audio, heard: Sequence[Interval], least: float) -> Iterator[Interval]:
    """Yield the parts of pauses that last as long and are nearly as loud as the speech around them."""
    speech = joined_stretches(heard)
    edges = [0.0, *(edge for part in speech for edge in (part.start, part.end)), audio.recording.duration]
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        if end - start >= least:
            level = loudness(audio, _within(speech, start - _AROUND, end + _AROUND))
            yield from _loud_parts(audio, Interval(start, end), level - _SOFTER, least) if isfinite(level) else ()


def _within(speech: Sequence[Interval], start: float, end: float) -> list[Interval]:
    """Return the parts of speech that lie between two instants."""
    first, last = bisect_right(speech, start, key=_end), bisect_left(speech, end, key=_start)
    return [Interval(max(start, part.start), min(end, part.end)) for part in speech[first:last]]


def _loud_parts(audio: Audio, pause: Interval, level: float, least: float) -> Iterator[Interval]:
    """Yield the runs of loud frames, where most of five are."""
    frames = loudness_by_frame(audio, pause, _FRAME)
    loud = np.convolve(frames > level, np.ones(_FRAMES), "same") > _FRAMES / 2
    edges = np.flatnonzero(np.diff(loud.astype(np.int8), prepend=0, append=0)).tolist()
    for first, last in zip(edges[::2], edges[1::2], strict=True):
        if (last - first) * _FRAME >= least:
            yield Interval(pause.start + first * _FRAME, pause.start + last * _FRAME)


def _cut(pause: Interval) -> Iterator[Interval]:
    """Yield a pause in equal pieces that are not too long."""
    edges = np.linspace(pause.start, pause.end, ceil(pause.duration / _LONGEST) + 1).tolist()
    yield from (Interval(*pair) for pair in pairwise(edges))
