"""What do Whisper's models hear? Features: log-mel spectrograms of clips."""

from collections.abc import Sequence

import torch
from torch import Tensor
from whisper.audio import N_SAMPLES, log_mel_spectrogram, pad_or_trim

from align.speech.audio import Samples


def log_mel_spectrograms(clips: Sequence[Samples], bands: int) -> Tensor:
    """Return the log-mel spectrograms of clips, each filled with silence to 30 s, shape `(clips, bands, 3000)`.

    One by one, since Whisper measures loudness against the loudest sound it is given.
    """
    padded = (pad_or_trim(torch.from_numpy(clip), N_SAMPLES) for clip in clips)
    return torch.stack([log_mel_spectrogram(samples, bands) for samples in padded])
