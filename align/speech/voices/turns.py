"""Who speaks when? Speech cut into stretches, which are clustered by voice, and their borders found anew.

The method: stretches of at most 4 s, clustered; each moment of speech then goes to the voice that the windows around it
are most like, and the voices are computed from the windows well inside their turns; once more. Who has little in
stretches that are long enough, since others speak at once, is a voice if it is clearly no other's.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from align.diarization import (
    APART,
    Diarization,
    Embeddings,
    Vectors,
    cut,
    joined,
    long_pieces,
    separations,
    turns_of,
    unit,
)
from align.records import Interval, Turn
from align.speech.voices.clustering import CLEARLY_DIFFERENT, CLEARLY_TWO, DIFFERENT, cluster, distinct, summed

METHOD = 2
"""To be raised when other turns are made of the same embeddings: those that were remembered are then not used."""

_PAUSE = 0.25
"""Seconds of no speech that do not part two stretches: a stop consonant, a breath."""

LEAST_VOICE = 3.0
"""Seconds that somebody must speak in all to be a voice, if nothing else is said."""

_TOLD_APART = -2.0
"""Stands for the likeness of voices that are no candidates to be one."""

_CLEARLY = CLEARLY_DIFFERENT[False]
"""Cosine under which voices are two, however little is heard of one; by telephone as well, where nobody is that unlike.

Chosen on interviews of readers, synthetic ones and fourteen half minutes of meetings together: of 98 clusters of under
3 s that get 3 s and more in all, those of a voice that has no other are at 0.78 and less, others at 0.74 and more.
"""

_CELL = 0.4
"""Seconds: the moments that go to one voice or another."""


def find_turns(
    speech: Sequence[Interval],
    embeddings: Embeddings,
    least_alike: float = DIFFERENT[False],
    least_voice: float = LEAST_VOICE,
    least_apart: float = CLEARLY_TWO,
) -> Diarization:
    """Return who speaks when in a recording; the voices are numbered in the order in which they are first heard.

    Voices less alike than a cosine are different ones, and so are those as far apart as a silhouette; `least_voice` are
    the seconds that somebody must speak in all.
    """
    stretches = closed(speech)
    sums = distinct(_directed(stretches, embeddings))
    voices = sums
    if len(sums):
        labels = cluster(sums, least_alike, least_apart)
        voices = _voices(sums, labels, stretches, embeddings, least_voice)
    turns: list[Turn] = []
    for _ in range(2 if len(voices) else 0):
        turns, voices = _refined(stretches, voices, embeddings)
    return _with_structure(numbered(joined(turns), embeddings), embeddings)


def _voices(
    sums: Vectors, labels: NDArray[np.int64], stretches: Sequence[Interval], embeddings: Embeddings, least_voice: float
) -> Vectors:
    """Return the direction of each voice.

    A cluster that is too short is one if everything that would be its own, short words as well, is long enough and
    clearly unlike all other voices; the shortest is left aside first.
    """
    voices, clustered = unit(summed(sums, labels)), summed(np.linalg.norm(sums, axis=-1), labels)
    is_voice = clustered >= min(least_voice, clustered.max())
    if is_voice.all():
        return voices
    turns, centres = _refined(stretches, voices, embeddings)
    seconds = np.bincount([turn.voice for turn in turns], [turn.end - turn.start for turn in turns], len(voices))
    alike = centres @ centres.T
    np.fill_diagonal(alike, _TOLD_APART)
    is_left = np.ones(len(voices), bool)
    for place in np.argsort(seconds, kind="stable"):
        is_clear = seconds[place] >= least_voice and alike[place, is_left].max() < _CLEARLY
        is_left[place] = is_voice[place] or is_clear
    return voices[is_left]


def _refined(stretches: Sequence[Interval], voices: Vectors, embeddings: Embeddings) -> tuple[list[Turn], Vectors]:
    """Return which voice speaks when, of those that there are, and the voices by what lies well inside those turns."""
    turns = [turn for stretch in stretches for turn in _assigned(stretch, voices, embeddings)]
    return turns, _recomputed(voices, turns, embeddings)


def _with_structure(told: Diarization, embeddings: Embeddings) -> Diarization:
    """Return the voices without those that are no structure beside another: the most alike count as one, and so on.

    By telephone one person is often taken for several. Clearly different ones stay two: a silhouette says nothing of
    who is heard in a stretch or two.
    """
    while len(told.labels) > 1:
        voices = range(len(told.labels))
        means = (embeddings.mean(turns_of(told.turns, voice, embeddings.width)) for voice in voices)
        centres = np.array([mean for mean in means if mean is not None])
        alike = centres @ centres.T
        is_short = np.array([_clustered(told, voice) < LEAST_VOICE for voice in voices])
        is_clear = (alike < _CLEARLY) & (is_short[:, None] != is_short)
        alike[(separations(told) >= APART) | is_clear] = _TOLD_APART
        np.fill_diagonal(alike, _TOLD_APART)
        kept, merged = sorted(divmod(int(alike.argmax()), len(voices)))
        if alike[kept, merged] == _TOLD_APART:
            break
        turns = [replace(turn, voice=kept if turn.voice == merged else turn.voice) for turn in told.turns]
        told = replace(numbered(joined(turns), embeddings), is_blurred=True)
    return told


def _clustered(told: Diarization, voice: int) -> float:
    """Return how many seconds of a voice's turns are in pieces that are long enough to be held against others."""
    return sum(piece.duration for piece in long_pieces(turns_of(told.turns, voice)))


def closed(speech: Iterable[Interval]) -> list[Interval]:
    """Return the speech with short pauses closed."""
    stretches: list[Interval] = []
    for part in speech:
        if stretches and part.start - stretches[-1].end < _PAUSE:
            last = stretches.pop()
            part = Interval(last.start, max(last.end, part.end))
        stretches.append(part)
    return stretches


def _directed(stretches: Sequence[Interval], embeddings: Embeddings) -> Vectors:
    """Return the direction of each piece that may be clustered, as long as it has seconds; shape `(pieces, width)`."""
    usual = [*long_pieces(stretches)] or [piece for stretch in stretches for piece in cut(stretch)]
    means = [(embeddings.mean([piece]), piece.duration) for piece in usual]
    directed = [mean * seconds for mean, seconds in means if mean is not None]
    return np.array(directed, np.float32) if directed else np.zeros((0, 1), np.float32)


def _assigned(stretch: Interval, voices: Vectors, embeddings: Embeddings) -> Iterator[Turn]:
    """Yield the turns within a stretch of speech."""
    count = max(1, round(stretch.duration / _CELL))
    edges = np.linspace(stretch.start, stretch.end, count + 1).tolist()
    cells = [embeddings.around(Interval(*pair)) for pair in pairwise(edges)]
    winners = (np.array(cells) @ voices.T).argmax(axis=1).tolist()
    starts = [0, *(place for place in range(1, count) if winners[place] != winners[place - 1]), count]
    for start, end in pairwise(starts):
        yield Turn(edges[start], edges[end], winners[start])


def _recomputed(voices: Vectors, turns: Sequence[Turn], embeddings: Embeddings) -> Vectors:
    """Return the direction of each voice by what lies well inside its turns; without any it stays what it was."""
    means = [embeddings.mean(turns_of(turns, voice, embeddings.width)) for voice in range(len(voices))]
    return np.array([own if mean is None else mean for own, mean in zip(voices, means, strict=True)])


def numbered(turns: Sequence[Turn], embeddings: Embeddings) -> Diarization:
    """Return turns with their voices numbered in the order in which they are first heard."""
    order = list(dict.fromkeys(turn.voice for turn in turns))
    labels = tuple(f"voice {number}" for number in range(1, len(order) + 1))
    return Diarization(labels, tuple(replace(turn, voice=order.index(turn.voice)) for turn in turns), embeddings)
