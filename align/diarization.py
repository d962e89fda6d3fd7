"""Who speaks when in a recording, as voices without names, and what each moment sounds like to a voice encoder."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

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

APART = 0.25
"""Mean silhouette under which two clusters are no structure (Kaufman and Rousseeuw 1990)."""


@dataclass(frozen=True, slots=True, eq=False)
class Diarization:
    """The voices of a recording: what to call each, and the turns in which they speak, in order of time.

    Without `embeddings` the voices were not told apart by their sound: a transcript says which is which, or the file.
    `is_blurred` says that some were found which are no structure, and count as one.
    """

    labels: tuple[str, ...] = ()
    turns: tuple[Turn, ...] = ()
    embeddings: Embeddings | None = None
    is_blurred: bool = False


def unit(vector: Vectors) -> Vectors:
    """Return the vector, or each row, at length 1; nothing stays nothing."""
    length = np.linalg.norm(vector, axis=-1, keepdims=True)
    scaled: Vectors = (vector / np.maximum(length, np.float32(1e-12))).astype(np.float32)
    return scaled


LONGEST_PIECE, SHORTEST_PIECE = 4.0, 1.5
"""Seconds of a piece of speech that is held against others: long enough to have one voice's sound, short enough to hold
one voice."""


def cut(stretch: Interval) -> Iterator[Interval]:
    """Yield a stretch of speech in equal pieces that are not too long."""
    edges = np.linspace(stretch.start, stretch.end, int(np.ceil(stretch.duration / LONGEST_PIECE)) + 1).tolist()
    yield from (Interval(*pair) for pair in pairwise(edges))


def long_pieces(stretches: Iterable[Interval]) -> Iterator[Interval]:
    """Yield the pieces of speech that are long enough to be held against others."""
    yield from (piece for stretch in stretches for piece in cut(stretch) if piece.duration >= SHORTEST_PIECE)


def turns_of(turns: Sequence[Turn], voice: int, least: float = 0.0) -> list[Interval]:
    """Return when a voice speaks; only its turns of so many seconds, if it has any that long."""
    own = [Interval(turn.start, turn.end) for turn in turns if turn.voice == voice]
    return [turn for turn in own if turn.duration >= least] or own


def separations(told: Diarization) -> NDArray[np.float64]:
    """Return how well each voice is told apart from each, -1 to 1: the mean silhouette of the pieces of both.

    Where voices are told apart otherwise than by their sound, it is 1; so it is of a voice from itself.
    """
    count = len(told.labels)
    if told.embeddings is None:
        return np.ones((count, count))
    pieces = [(voice, piece) for voice in range(count) for piece in long_pieces(turns_of(told.turns, voice))]
    heard = [(voice, mean) for voice, piece in pieces if (mean := told.embeddings.mean([piece])) is not None]
    if not heard:
        return np.eye(count)
    return silhouettes(np.array([voice for voice, _ in heard]), np.array([mean for _, mean in heard]), count)


def silhouettes(voices: NDArray[np.int64], directions: Vectors, count: int) -> NDArray[np.float64]:
    """Return the mean silhouette of each two of so many voices (Rousseeuw 1987), shape `(count, count)`.

    1: every direction is like the rest of its own voice alone; 0: as like the other voice. The only one of a voice
    counts as 0. Distances are 1 - cosine: their mean over a voice is that to the mean of its directions.
    """
    sizes = np.bincount(voices, minlength=count)
    is_whose = voices == np.arange(count)[:, None]
    distances = 1 - directions @ (is_whose @ directions / np.maximum(sizes, 1)[:, None]).T
    own = (distances[is_whose.T] * sizes[voices] / np.maximum(sizes[voices] - 1, 1))[:, None]
    gaps = (distances - own) / np.maximum(np.maximum(distances, own), 1e-9)
    gaps[sizes[voices] < 2] = 0
    gaps[:, sizes == 0] = 0
    means = is_whose @ gaps / np.maximum(sizes, 1)[:, None]
    pairs: NDArray[np.float64] = (means + means.T) / 2
    np.fill_diagonal(pairs, 1.0)
    return pairs


def shares(turns: Sequence[Turn], intervals: Sequence[Interval]) -> dict[int, float]:
    """Return how many seconds of the intervals each voice speaks, of those that speak there at all."""
    seconds: dict[int, float] = defaultdict(float)
    for turn in turns:
        for interval in intervals:
            seconds[turn.voice] += max(0.0, min(turn.end, interval.end) - max(turn.start, interval.start))
    return {voice: shared for voice, shared in seconds.items() if shared > 0}


_GOES_ON = 2.0
"""Seconds over which a voice's turn goes on: of interviews of readers and synthetic ones, nothing is missed by it that
somebody says, and nothing given to who is silent; with 1 s, 1 to 3 % of what they say are their own pauses."""


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
