"""Where in a recording does anybody speak? Voice activity detection (VAD): Silero's probabilities as intervals."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from align.records import Interval
from align.speech.audio import Audio
from align.speech.ffmpeg import SAMPLE_RATE
from align.speech.vad.silero import CHUNK, Silero

CHUNK_SECONDS = CHUNK / SAMPLE_RATE

_ONSET = 0.5
"""Probability at which speech begins; Silero's default."""

_OFFSET = 0.35
"""Probability below which it ends; Silero's default, lower than the onset so that it does not flutter."""

_SHORTEST_PAUSE = 0.06
_SHORTEST_SPEECH = 0.1
"""Seconds; Silero's defaults are 0.1 and 0.25. A "no" may last 0.15 s."""

_TAIL = 0.06
"""Seconds for which the probability stays up after the voice has ended; measured on synthetic speech."""

_NEAR_SILENCE = 0.003
"""Of full scale, -50 dB: under it a minute holds nothing that a voice could be in."""

PIECE_CHUNKS = 1875
"""How much sound is heard at once: one minute."""


@dataclass(frozen=True, slots=True)
class SpeechProbabilities:
    """The probability of speech in each chunk (32 ms) of a recording, shape `(chunks,)`."""

    per_chunk: NDArray[np.float32]

    def speech(self, within: Interval | None = None) -> tuple[Interval, ...]:
        """Return where there is speech, in order of time: in all of the recording, or within a stretch of it."""
        first, last = self._chunks(within) if within else (0, len(self.per_chunk))
        runs = _merged(_runs(self.per_chunk[first:last]), round(_SHORTEST_PAUSE / CHUNK_SECONDS))
        return tuple(
            Interval((first + start) * CHUNK_SECONDS, (first + end) * CHUNK_SECONDS - _TAIL)
            for start, end in runs
            if (end - start) * CHUNK_SECONDS - _TAIL >= _SHORTEST_SPEECH
        )

    def quietest(self, within: Interval) -> float:
        """Return the instant of a stretch at which speech is least likely, in seconds."""
        first, last = self._chunks(within)
        return float(first + np.argmin(self.per_chunk[first : max(first + 1, last)]) + 0.5) * CHUNK_SECONDS

    def _chunks(self, within: Interval) -> tuple[int, int]:
        return round(within.start / CHUNK_SECONDS), round(within.end / CHUNK_SECONDS)


def has_signal(audio: Audio) -> bool:
    """Whether there is more than near silence anywhere in `audio`."""
    step = PIECE_CHUNKS * CHUNK_SECONDS
    pieces = (audio.samples(start, start + step) for start in np.arange(0.0, audio.recording.duration, step))
    return any(np.sqrt(np.mean(np.square(piece))) > _NEAR_SILENCE for piece in pieces if len(piece))


def detect_speech(audio: Audio, within: Interval | None = None) -> SpeechProbabilities:
    """Return the probability of speech throughout `audio`, or in a stretch of it, read piece by piece."""
    step = PIECE_CHUNKS * CHUNK_SECONDS
    within = within or Interval(0.0, audio.recording.duration)
    before = int(within.start / CHUNK_SECONDS)
    starts = np.arange(before * CHUNK_SECONDS, within.end, step)
    pieces = (audio.samples(start, min(start + step, within.end)) for start in starts)
    found = Silero().probabilities(piece for piece in pieces if len(piece))
    return SpeechProbabilities(np.concatenate([np.zeros(before, dtype=np.float32), *found]))


def _runs(probabilities: NDArray[np.float32]) -> list[tuple[int, int]]:
    """Return the runs of chunks that hold an onset and do not fall below the offset."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], probabilities >= _OFFSET, [False]))))
    pairs = zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True)
    return [(start, end) for start, end in pairs if probabilities[start:end].max() >= _ONSET]


def _merged(runs: Sequence[tuple[int, int]], pause: int) -> list[tuple[int, int]]:
    """Return the runs with those joined that a pause of `pause` chunks or less divides."""
    merged: list[tuple[int, int]] = []
    for start, end in runs:
        if merged and start - merged[-1][1] <= pause:
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    return merged
