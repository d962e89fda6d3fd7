"""How loud is it? Mean power in dB below full scale."""

from collections.abc import Sequence
from math import inf

import numpy as np
from numpy.typing import NDArray

from align.records import Interval
from align.speech.audio import Audio
from align.speech.ffmpeg import SAMPLE_RATE

_NOTHING = 1e-12
"""Of full scale squared: -120 dB, silence."""


def loudness(audio: Audio, stretches: Sequence[Interval]) -> float:
    """Return the loudness of some stretches together; minus infinity of nothing."""
    sound = [audio.samples(stretch.start, stretch.end) for stretch in stretches]
    count = sum(map(len, sound))
    power = sum(float(np.dot(samples, samples)) for samples in sound)
    return float(10 * np.log10(power / count + _NOTHING)) if count else -inf


def loudness_by_frame(audio: Audio, stretch: Interval, seconds: float) -> NDArray[np.float32]:
    """Return the loudness of each frame of a stretch, of so many seconds."""
    size = round(seconds * SAMPLE_RATE)
    samples = audio.samples(stretch.start, stretch.end)
    frames = samples[: len(samples) // size * size].reshape(-1, size)
    return np.asarray(10 * np.log10(np.mean(np.square(frames), axis=1) + _NOTHING))
