"""The same words, harder to hear: by telephone, in noise, in a crowd. Deterministic, from the recording alone."""

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray
from scipy.signal import butter, resample_poly, sosfiltfilt  # type: ignore[import-untyped]

Sound = NDArray[np.float32]
"""Mono at 16 kHz, -1 to 1."""

_RATE, _TELEPHONE_RATE = 16000, 8000
"""Hz."""
_TELEPHONE_BAND = (300, 3400)
"""Hz."""
_MU = 255
"""Of the mu-law that telephone networks quantise by (ITU-T G.711): 8 bits a sample."""
_SNR = 10
"""dB of speech over noise, both measured over the whole recording."""
_VOICES = 6
"""Of the babble: the recording itself, backwards, from as many places."""


def clean(sound: Sound) -> Sound:
    """Return the sound as it was recorded."""
    return sound


def phone(sound: Sound) -> Sound:
    """Return the sound after a telephone: 300-3400 Hz, 8 kHz, mu-law steps."""
    narrow = resample_poly(sound, 1, _RATE // _TELEPHONE_RATE)
    banded = sosfiltfilt(butter(4, _TELEPHONE_BAND, "bandpass", fs=_TELEPHONE_RATE, output="sos"), narrow)
    loud = banded / max(1e-6, np.abs(banded).max())
    steps = np.round(np.sign(loud) * np.log1p(_MU * np.abs(loud)) / np.log1p(_MU) * (_MU // 2)) / (_MU // 2)
    heard = np.sign(steps) * np.expm1(np.abs(steps) * np.log1p(_MU)) / _MU
    wide = resample_poly(heard, _RATE // _TELEPHONE_RATE, 1)[: len(sound)]
    return np.asarray(wide, dtype=np.float32)


def noise10(sound: Sound) -> Sound:
    """Return the sound in pink noise at 10 dB."""
    spectrum = np.fft.rfft(np.random.default_rng(len(sound)).standard_normal(len(sound)))
    spectrum /= np.sqrt(np.maximum(1, np.arange(len(spectrum))))
    return _mix(sound, np.fft.irfft(spectrum, len(sound)).astype(np.float32))


def babble10(sound: Sound) -> Sound:
    """Return the sound in front of a crowd at 10 dB."""
    backwards = sound[::-1]
    places = (len(sound) * voice // _VOICES for voice in range(1, _VOICES + 1))
    return _mix(sound, np.sum([np.roll(backwards, place) for place in places], axis=0, dtype=np.float32))


def _mix(speech: Sound, noise: Sound) -> Sound:
    """Return both at the given ratio, as loud at its loudest as the speech alone."""
    powers = np.mean(speech**2), np.mean(noise**2)
    mixed = speech + noise * np.sqrt(powers[0] / powers[1] / 10 ** (_SNR / 10))
    return np.asarray(mixed * (np.abs(speech).max() / np.abs(mixed).max()), dtype=np.float32)


CONDITIONS: Mapping[str, Callable[[Sound], Sound]] = {
    "clean": clean,
    "phone": phone,
    "noise10": noise10,
    "babble10": babble10,
}
