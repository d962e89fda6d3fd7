"""What does Whisper's encoder make of sound? Its own layers and weights, on as much silence as is asked for."""

from collections.abc import Sequence

import torch
from torch import Tensor
from torch.nn import functional
from whisper.model import AudioEncoder

from align.speech.audio import Samples
from align.speech.ffmpeg import SAMPLE_RATE
from align.speech.timing import FRAME
from align.speech.windows import LONGEST
from align.speech.words import spectra

_CONVOLVED = 2
"""Columns of the spectrum in one frame of the encoder."""


def encode(encoder: AudioEncoder, sounds: Sequence[Samples], silence: float = LONGEST) -> Tensor:
    """Return sounds encoded, shape `(sounds, frames, width)`, one frame for 20 ms; up to 30 s each.

    All are filled with silence to one length: that of the longest with so many seconds of `silence` after it, or
    30 s. A processor encodes one after another: what it has just computed is then still in its cache.
    """
    longest = max(len(sound) for sound in sounds) / SAMPLE_RATE
    frames = round(min(longest + silence, LONGEST) / FRAME)
    heard = spectra(sounds, encoder.conv1.in_channels)[:, :, : _CONVOLVED * frames].to(encoder.conv1.weight)
    rows = 1 if heard.device.type == "cpu" else len(sounds)
    return torch.cat([_encoded(encoder, some) for some in torch.split(heard, rows)])


def _encoded(encoder: AudioEncoder, spectra: Tensor) -> Tensor:
    """Return what `AudioEncoder.forward` makes of spectra, of any length up to 30 s."""
    x = functional.gelu(encoder.conv1(spectra))
    x = functional.gelu(encoder.conv2(x)).permute(0, 2, 1)
    x = (x + encoder.positional_embedding[: x.shape[1]]).to(x.dtype)
    for block in encoder.blocks:
        x = block(x)
    encoded: Tensor = encoder.ln_post(x)
    return encoded
