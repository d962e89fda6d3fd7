"""What do Whisper's models hear? Features: log-mel spectrograms of clips."""

from collections.abc import Sequence

import torch
from torch import Tensor
from whisper.audio import HOP_LENGTH, N_FFT, N_SAMPLES, log_mel_spectrogram, mel_filters, pad_or_trim

from align.speech.audio import Samples

_QUIETEST, _RANGE = 1e-10, 8.0
"""The least power, and how many powers of ten lie between the loudest and what is heard of the rest; Whisper's."""


def log_mel_spectrograms(clips: Sequence[Samples], bands: int) -> Tensor:
    """Return the log-mel spectrograms of clips, each filled with silence to 30 s, shape `(clips, bands, 3000)`.

    One by one, since Whisper measures loudness against the loudest sound it is given.
    """
    padded = (pad_or_trim(torch.from_numpy(clip), N_SAMPLES) for clip in clips)
    return torch.stack([log_mel_spectrogram(samples, bands) for samples in padded])


def log_mel_spectrogram_batch(sounds: Tensor, bands: int) -> Tensor:
    """Return the same of clips of 30 s, shape `(clips, samples)`, all at once on the device that they are on.

    As `whisper.log_mel_spectrogram`, which takes a batch for one sound, and the loudest of all for the loudest of each.
    """
    window = torch.hann_window(N_FFT, device=sounds.device)
    spectra = torch.stft(sounds, N_FFT, HOP_LENGTH, window=window, return_complex=True)
    powers = mel_filters(sounds.device, bands) @ spectra[..., :-1].abs().square()
    levels = powers.clamp(min=_QUIETEST).log10()
    loudest = levels.amax(dim=(1, 2), keepdim=True)
    return (torch.maximum(levels, loudest - _RANGE) + 4.0) / 4.0
