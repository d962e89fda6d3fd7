"""Who speaks when in a recording, as voices without names, and what each moment sounds like to a voice encoder."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from align.records import Interval, Transcript, Turn

Vectors = NDArray[np.float32]
"""Rows of length 1; the cosine of two is how alike two voices are."""


@dataclass(frozen=True, slots=True, eq=False)
class Embeddings:
    """What a voice encoder makes of the windows of a recording: `vectors`, one for each of `starts`, in order of time.

    `starts` and `width`, the length of every window, are in seconds.
    """

    starts: NDArray[np.float64]
    vectors: Vectors
    width: float

    def mean(self, intervals: Iterable[Interval]) -> Vectors | None:
        """Return the direction of the windows that lie within any of the intervals, or else of the nearest window.

        None if there are no windows, or no intervals.
        """
        inside = [place for interval in intervals for place in self._within(interval)]
        return unit(self.vectors[inside].sum(axis=0)) if inside else None

    def around(self, moment: Interval) -> Vectors:
        """Return the direction of the windows that hold a moment, or else of the nearest; there must be one."""
        first = int(np.searchsorted(self.starts, moment.end - self.width - _ROUNDING))
        stop = int(np.searchsorted(self.starts, moment.start + _ROUNDING, side="right"))
        places = range(first, stop) if first < stop else self._within(moment)
        return unit(self.vectors[list(places)].sum(axis=0))

    def _within(self, interval: Interval) -> Iterable[int]:
        first = int(np.searchsorted(self.starts, interval.start - _ROUNDING))
        stop = int(np.searchsorted(self.starts, interval.end - self.width + _ROUNDING, side="right"))
        if first < stop:
            return range(first, stop)
        if not len(self.starts):
            return ()
        middle = (interval.start + interval.end - self.width) / 2
        return (int(np.abs(self.starts - middle).argmin()),)


_ROUNDING = 1e-6  # seconds


@dataclass(frozen=True, slots=True, eq=False)
class Diarization:
    """The voices of a recording: what to call each, and the turns in which they speak, in order of time.

    Without `embeddings` the voices were not told apart by their sound: a transcript says which is which, or the file.
    """

    labels: tuple[str, ...] = ()
    turns: tuple[Turn, ...] = ()
    embeddings: Embeddings | None = None


def unit(vector: Vectors) -> Vectors:
    """Return the vector, or each row, at length 1; nothing stays nothing."""
    length = np.linalg.norm(vector, axis=-1, keepdims=True)
    scaled: Vectors = (vector / np.maximum(length, np.float32(1e-12))).astype(np.float32)
    return scaled


def turns_of(turns: Sequence[Turn], voice: int, least: float = 0.0) -> list[Interval]:
    """Return when a voice speaks; only its turns of so many seconds, if it has any that long."""
    own = [Interval(turn.start, turn.end) for turn in turns if turn.voice == voice]
    return [turn for turn in own if turn.duration >= least] or own


def shares(turns: Sequence[Turn], intervals: Sequence[Interval]) -> dict[int, float]:
    """Return how many seconds of the intervals each voice speaks, of those that speak there at all."""
    seconds: dict[int, float] = defaultdict(float)
    for turn in turns:
        for interval in intervals:
            seconds[turn.voice] += max(0.0, min(turn.end, interval.end) - max(turn.start, interval.start))
    return {voice: shared for voice, shared in seconds.items() if shared > 0}


_GOES_ON = 1.0
"""Seconds over which a voice's turn goes on."""


def labelled_voices(transcript: Transcript) -> Diarization:
    """Return the voices that the labels of a transcript's words name; words without a label are nobody's."""
    labels = tuple(dict.fromkeys(word.speaker for word in transcript.words if word.speaker))
    said = (Turn(word.start, word.end, labels.index(word.speaker)) for word in transcript.words if word.speaker)
    return Diarization(labels, joined(said))


def joined(turns: Iterable[Turn]) -> tuple[Turn, ...]:
    """Return the turns, in order of time, with those joined between which the same voice only pauses."""
    result: list[Turn] = []
    for turn in turns:
        if result and result[-1].voice == turn.voice and turn.start - result[-1].end < _GOES_ON:
            last = result.pop()
            turn = replace(turn, start=last.start, end=max(last.end, turn.end))
        result.append(turn)
    return tuple(result)
