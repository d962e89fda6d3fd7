"""What does the voice encoder see of sound? Its mel power spectrum, as librosa computes it, on which it was trained.

Slaney's mel scale and area normalization (`librosa.filters.mel`), periodic Hann window, silence beyond both ends.
"""

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from align.speech.ffmpeg import SAMPLE_RATE

BANDS = 40
"""Bands of the spectrum, from 0 to 8000 Hz."""

HOP = 160
_WIDTH = 400
"""Samples: a spectrum every 10 ms, of 25 ms."""

_LINEAR_HZ = 200 / 3
"""Hz of a mel up to 1000 Hz; above, 27 mels are a factor of 6.4 (Slaney, Auditory Toolbox, 1998)."""

_BREAK_HZ, _BREAK_MEL = 1000.0, 15.0
_LOG_STEP = float(np.log(6.4)) / 27


class MelSpectrum:
    """Computes the power in each band; it holds the window and the bank of filters."""

    def __init__(self) -> None:
        self._window = torch.hann_window(_WIDTH)
        self._bank = torch.from_numpy(mel_bank().astype(np.float32)).T

    def __call__(self, sounds: Tensor) -> Tensor:
        """Return the power of each sound, shape `(sounds, samples)`, as `(sounds, 1 + samples // HOP, BANDS)`."""
        spectrum = torch.stft(sounds, _WIDTH, HOP, window=self._window, pad_mode="constant", return_complex=True)
        return (spectrum.real.square() + spectrum.imag.square()).transpose(1, 2) @ self._bank


def mel_bank() -> NDArray[np.float64]:
    """Return the weight of each frequency in each band, shape `(BANDS, 201)`."""
    edges = _hertz(np.linspace(0.0, _mels(SAMPLE_RATE / 2), BANDS + 2))
    frequencies = np.linspace(0.0, SAMPLE_RATE / 2, _WIDTH // 2 + 1)
    widths = np.diff(edges)
    rising = (frequencies - edges[:-2, None]) / widths[:-1, None]
    falling = (edges[2:, None] - frequencies) / widths[1:, None]
    areas = 2.0 / (edges[2:] - edges[:-2])
    bank: NDArray[np.float64] = np.maximum(0.0, np.minimum(rising, falling)) * areas[:, None]
    return bank


def _mels(hertz: float) -> float:
    return float(_BREAK_MEL + np.log(hertz / _BREAK_HZ) / _LOG_STEP)


def _hertz(mels: NDArray[np.float64]) -> NDArray[np.float64]:
    above = _BREAK_HZ * np.exp(_LOG_STEP * (mels - _BREAK_MEL))
    return np.where(mels < _BREAK_MEL, mels * _LINEAR_HZ, above)
