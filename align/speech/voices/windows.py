"""What does each moment of a recording sound like to the voice encoder? Windows of 1.6 s, remembered minute by minute.

They are rounded to 16 bits before anybody sees them, so that it makes no difference whether they were remembered.
"""

from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from math import ceil

import numpy as np

from align.cache import Cache, key_of
from align.diarization import Embeddings, Vectors, unit
from align.records import Interval
from align.speech.audio import Audio
from align.speech.ffmpeg import SAMPLE_RATE
from align.speech.voices.encoder import ENCODER, WINDOW, Piece, VoiceEncoder

REVISION = 3
"""To be raised when something else is made of the same sound: what was remembered before is then not used."""

_HOP = 0.6
"""Seconds from window to window of a stretch of speech, at most: with 0.4 or 0.6 voices are told apart alike."""

_GRAIN = 0.01
"""Seconds: windows begin at multiples of it, where a spectrum does."""

_MINUTE = 60.0
"""Seconds of windows that are remembered at once."""

_LOUDNESS = 10 ** (-30 / 20)
"""Root mean square, of full scale, to which a softer recording is raised: -30 dB, as the encoder was trained."""


def embed_speech(
    audio: Audio,
    speech: Sequence[Interval],
    load: Callable[[], VoiceEncoder],
    memory: Cache,
    duration: float,
    told: Callable[[float], None] = lambda _: None,
) -> Embeddings:
    """Return the embeddings of a recording wherever there is speech; the encoder is loaded if one is not remembered.

    `duration` is that of the recording, in seconds; `told` is told how far the work has come in it.
    """
    starts = sorted({start for stretch in speech for start in _starts(stretch, duration)})
    minutes = [[*minute] for _, minute in groupby(starts, lambda start: start // _MINUTE)]
    vectors, done = np.zeros((0, 1), np.float32), 0
    for near, found in zip(minutes, _Encoding(audio, load, memory).each(minutes), strict=True):
        if not done:  # in one piece: those of ten hours take 60 MB
            vectors = np.zeros((len(starts), found.shape[1]), np.float32)
        vectors[done : done + len(near)] = found
        done += len(near)
        told(min(duration, near[-1] + WINDOW))
    return Embeddings(np.array(starts), vectors, WINDOW)


def _starts(stretch: Interval, duration: float) -> Iterator[float]:
    """Yield where the windows of a stretch of speech begin: from its start to its end, or around its middle."""
    room = stretch.duration - WINDOW
    count = max(0, ceil(room / _HOP)) + 1
    first, last = (stretch.start, stretch.end - WINDOW) if room > 0 else (stretch.start + room / 2,) * 2
    for start in np.linspace(first, last, count).tolist():
        yield round(round(max(0.0, min(start, duration - WINDOW)) / _GRAIN) * _GRAIN, 2)


@dataclass(frozen=True)
class _Encoding:
    """The embedding of one recording."""

    audio: Audio
    load: Callable[[], VoiceEncoder]
    memory: Cache

    def each(self, minutes: Sequence[Sequence[float]]) -> Iterator[Vectors]:
        """Yield the vectors of each minute's windows, by when they begin; as far as known from memory."""
        known = [self.memory.get(self._key(starts)) for starts in minutes]
        unknown = [starts for starts, one in zip(minutes, known, strict=True) if one is None]
        embedded = self.load().embed(map(self._piece, unknown)) if unknown else iter(())
        for starts, one in zip(minutes, known, strict=True):
            if one is None:
                one = b64encode(next(embedded).astype("<f2").tobytes()).decode()
                self.memory.put({self._key(starts): one})
            halves = np.frombuffer(b64decode(one), "<f2").reshape(len(starts), -1)
            yield unit(halves.astype(np.float32))

    def _key(self, starts: Sequence[float]) -> str:
        return key_of(REVISION, ENCODER, self.audio.key, starts)

    def _piece(self, starts: Sequence[float]) -> Piece:
        """Return the sound of some windows, and where each begins in it; there is silence where the recording ends."""
        start, end = starts[0], starts[-1] + WINDOW
        sound = self.audio.samples(start, end) * self._gain
        sound = np.pad(sound, (0, max(0, round((end - start) * SAMPLE_RATE) - len(sound))))
        return sound, [round((one - start) * SAMPLE_RATE) for one in starts]

    @cached_property
    def _gain(self) -> np.float32:
        """By how much the recording is too soft; silence stays silence."""
        instants = np.arange(0, self.audio.recording.duration, _MINUTE)
        pieces = (self.audio.samples(start, start + _MINUTE) for start in instants)
        sums = [(float(np.square(piece, dtype=np.float64).sum()), len(piece)) for piece in pieces]
        total, count = map(sum, zip(*sums, strict=True))
        loudness = (total / max(1, count)) ** 0.5
        return np.float32(max(1.0, _LOUDNESS / loudness) if loudness else 1.0)
