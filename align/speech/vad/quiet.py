"""Where does somebody speak too quietly for the detector? Each pause is raised to the level of speech and asked again.

Silero hears level as much as voice: who speaks 45 dB below the loudest is no speech to it. Raised noise stays noise.
"""

from collections.abc import Iterator
from itertools import pairwise
from math import ceil

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from align.records import Interval
from align.speech.audio import Audio, Samples
from align.speech.ffmpeg import SAMPLE_RATE
from align.speech.vad.detection import CHUNK_SECONDS, PIECE_CHUNKS, SpeechProbabilities, detect_speech
from align.speech.vad.silero import CHUNK, Silero

_LEVEL = 0.07
"""Of full scale, -23 dB: the loudness of broadcast speech (EBU R 128)."""

_HUM = 100
"""Hz, under which mains hum and rumble are, which would be raised in place of a voice, and little of any voice."""

_WINDOW = 95
"""Chunks (3 s) over which the level of a moment is told, so that a door does not hide who speaks before and after."""

_LOUD_QUARTER = 75
"""Percentile of the levels in that window which is taken for that of speech: it pauses a good part of the time."""


def add_quiet_speech(
    probabilities: SpeechProbabilities, audio: Audio, within: Interval, least: float
) -> SpeechProbabilities:
    """Return the probabilities with those of the raised sound in pauses that hold `least` seconds of quiet speech.

    In a track that is one of several, a pause is where nobody speaks in the others either: what they say leaks in.
    """
    per_chunk = probabilities.per_chunk.copy()
    aloud = detect_speech(audio.whole, within).per_chunk if audio.track else np.zeros(0, np.float32)
    for pause in _pauses(_higher(per_chunk, aloud), within, least):
        raised = _raised_probabilities(audio, pause)
        if sum(part.duration for part in SpeechProbabilities(raised).speech()) >= least:
            first = round(pause.start / CHUNK_SECONDS)
            per_chunk[first : first + len(raised)] = raised[: len(per_chunk) - first]
    return SpeechProbabilities(per_chunk)


def _higher(one: NDArray[np.float32], other: NDArray[np.float32]) -> SpeechProbabilities:
    """Return the higher of two probabilities in each chunk, as far as the first go."""
    other = other[: len(one)]
    return SpeechProbabilities(np.maximum(one, np.pad(other, (0, len(one) - len(other)))))


def _pauses(aloud: SpeechProbabilities, within: Interval, least: float) -> Iterator[Interval]:
    """Yield the pauses of at least so many seconds, from chunk to chunk."""
    spoken = aloud.speech(within)
    edges = [within.start, *(edge for part in spoken for edge in (part.start, part.end)), within.end]
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        first, last = ceil(start / CHUNK_SECONDS), int(end / CHUNK_SECONDS)
        if (last - first) * CHUNK_SECONDS >= least:
            yield Interval(first * CHUNK_SECONDS, last * CHUNK_SECONDS)


def _raised_probabilities(audio: Audio, pause: Interval) -> NDArray[np.float32]:
    """Return the probability of speech in each chunk of a pause at the level of speech, read piece by piece."""
    edges = [*np.arange(pause.start, pause.end, PIECE_CHUNKS * CHUNK_SECONDS), pause.end]
    pieces = (audio.samples(start, end) for start, end in pairwise(edges))
    return np.concatenate([*Silero().probabilities(raise_level(piece) for piece in pieces if len(piece))])


def raise_level(samples: Samples) -> Samples:
    """Return the sound above `_HUM` with every moment at the level of speech, if it is not silent."""
    spectrum = np.fft.rfft(samples)
    spectrum[: ceil(_HUM * len(samples) / SAMPLE_RATE)] = 0
    chunks = np.pad(np.fft.irfft(spectrum, len(samples)), (0, -len(samples) % CHUNK)).reshape(-1, CHUNK)
    levels = np.pad(np.sqrt(np.mean(np.square(chunks), axis=1)), _WINDOW // 2, mode="edge")
    around = np.percentile(sliding_window_view(levels, _WINDOW), _LOUD_QUARTER, axis=1)
    gains = np.divide(_LEVEL, around, out=np.zeros_like(around), where=around > 0)
    raised: Samples = (chunks * gains[:, None]).clip(-1, 1).astype(np.float32).ravel()[: len(samples)]
    return raised
