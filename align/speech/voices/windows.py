"""What does each moment of a recording sound like to the voice encoder? Windows of 1.6 s, remembered minute by minute.

They are rounded to 16 bits before anybody sees them, so that it makes no difference whether they were remembered.
"""

from base64 import b64decode, b64encode
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

import numpy as np

from align.cache import Cache, key_of
from align.diarization import Embeddings, Vectors, unit
from align.records import Interval
from align.speech.audio import Audio, Samples
from align.speech.ffmpeg import SAMPLE_RATE
from align.speech.voices.encoder import ENCODER, WINDOW, VoiceEncoder

REVISION = 1
"""To be raised when something else is made of the same sound: what was remembered before is then not used."""

_HOP = 0.4
"""Seconds from window to window: a turn begins that near to where it is said to."""

_PIECE = 150
"""Windows that are remembered at once: a minute."""

_LOUDNESS = 10 ** (-30 / 20)
"""Root mean square, of full scale, to which a softer recording is raised: -30 dB, as the encoder was trained."""


_LEAST_SPEECH = 0.4
"""Seconds of speech that a window must hold: what is nearly silence has no voice."""


def embed_speech(
    audio: Audio, speech: Sequence[Interval], load: Callable[[], VoiceEncoder], memory: Cache, duration: float
) -> Embeddings:
    """Return the embeddings of a recording wherever there is speech; the encoder is loaded if one is not remembered.

    `duration` is that of the recording, in seconds.
    """
    numbers = _numbers(speech, duration)
    encoding = _Encoding(audio, load, memory)
    minutes = [list(group) for _, group in groupby(numbers, lambda number: number // _PIECE)]
    vectors = [encoding.vectors(minute) for minute in minutes] or [np.zeros((0, 1), np.float32)]
    return Embeddings(_HOP * np.array(numbers, dtype=np.float64), np.concatenate(vectors), WINDOW)


def _numbers(speech: Sequence[Interval], duration: float) -> list[int]:
    """Return which windows, counted from the start of the recording, hold speech; of a very short one the first."""
    count = max(1, int((duration - WINDOW) / _HOP + 1e-6) + 1)
    spoken = np.zeros(count)
    for part in speech:
        first, last = max(0, int((part.start - WINDOW) / _HOP)), min(count, int(part.end / _HOP) + 1)
        starts = _HOP * np.arange(first, last)
        spoken[first:last] += np.maximum(0, np.minimum(starts + WINDOW, part.end) - np.maximum(starts, part.start))
    chosen: list[int] = np.flatnonzero(spoken >= min(_LEAST_SPEECH, spoken.max() or np.inf)).tolist()
    return chosen


@dataclass(frozen=True)
class _Encoding:
    """The embedding of one recording."""

    audio: Audio
    load: Callable[[], VoiceEncoder]
    memory: Cache

    def vectors(self, numbers: Sequence[int]) -> Vectors:
        """Return the vectors of some windows that lie near each other, as far as known from memory."""
        key = key_of(REVISION, ENCODER, self.audio.key, _HOP, numbers)
        known = self.memory.get(key)
        if known is None:
            embedded = self._encoder.embed(self._windows(numbers))
            known = b64encode(embedded.astype("<f2").tobytes()).decode()
            self.memory.put({key: known})
        halves = np.frombuffer(b64decode(known), "<f2").reshape(len(numbers), -1)
        return unit(halves.astype(np.float32))

    def _windows(self, numbers: Sequence[int]) -> Samples:
        """Return the sound of windows, shape `(windows, samples)`; silence where the recording ends."""
        start, end = _HOP * numbers[0], _HOP * numbers[-1] + WINDOW
        sound = self.audio.samples(start, end) * self._gain
        sound = np.pad(sound, (0, max(0, round((end - start) * SAMPLE_RATE) - len(sound))))
        places = [round(_HOP * (number - numbers[0]) * SAMPLE_RATE) for number in numbers]
        return np.stack([sound[place : place + round(WINDOW * SAMPLE_RATE)] for place in places])

    @cached_property
    def _encoder(self) -> VoiceEncoder:
        return self.load()

    @cached_property
    def _gain(self) -> np.float32:
        """By how much the recording is too soft; silence stays silence."""
        step = _HOP * _PIECE
        pieces = (
            self.audio.samples(start, start + step) for start in np.arange(0, self.audio.recording.duration, step)
        )
        sums = [(float(np.square(piece, dtype=np.float64).sum()), len(piece)) for piece in pieces]
        total, count = map(sum, zip(*sums, strict=True))
        loudness = (total / max(1, count)) ** 0.5
        return np.float32(max(1.0, _LOUDNESS / loudness) if loudness else 1.0)
