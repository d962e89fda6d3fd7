"""Did a recording come through a telephone? Such voices are more alike to the encoder than they are."""

from collections.abc import Sequence
from math import ceil

import numpy as np

from align.records import Interval
from align.speech.audio import Audio
from align.speech.ffmpeg import SAMPLE_RATE

_EDGE = 4000.0
"""Hz up to which a telephone's 8000 samples a second reach."""

_NOTHING = 3e-5
"""Share of the power that is above it where there is nothing, -45 dB: 20 recordings come to -6 to -43 dB as they are,
and to -56 to -58 dB through a simulated telephone."""

_SAMPLES, _LONGEST = 50, 2.0
"""Stretches of speech that are looked at, from all over the recording, and seconds of each."""


def is_narrow(audio: Audio, speech: Sequence[Interval]) -> bool:
    """Whether what is said in a recording holds nothing above 4 kHz; raises RecordingError if it cannot be read."""
    return _share_above(audio, speech[:: ceil(len(speech) / _SAMPLES) or 1]) < _NOTHING


def _share_above(audio: Audio, stretches: Sequence[Interval]) -> float:
    """Return the share of the power of speech above the edge, 0 to 1."""
    above = total = 0.0
    for part in stretches:
        sound = audio.samples(part.start, min(part.end, part.start + _LONGEST))
        power = np.square(np.abs(np.fft.rfft(sound * np.hanning(len(sound)))))
        above += float(power[int(len(sound) * _EDGE / SAMPLE_RATE) :].sum())
        total += float(power.sum())
    return above / total if total else 1.0
