"""What does Whisper's audio encoder make of a clip? Its own layers and weights, on as much silence as is asked for."""

from math import ceil

from torch import Tensor
from torch.nn import functional
from whisper.model import AudioEncoder

from align.speech.audio import Samples
from align.speech.ffmpeg import SAMPLE_RATE
from align.speech.vad.windows import LONGEST
from align.speech.whisper.features import log_mel_spectrograms
from align.speech.whisper.word_timing import FRAME

_CONVOLVED = 2
"""Columns of the spectrum in one frame of the encoder."""


def encode(encoder: AudioEncoder, samples: Samples, silence: float = LONGEST) -> Tensor:
    """Return a clip of up to 30 s encoded, shape `(1, frames, width)`, one frame for 20 ms.

    It is filled up to whole seconds, at least so many seconds of `silence` and at most 30 s in all. One clip at a
    time: to a processor a batch brings nothing but more memory.
    """
    spectra = log_mel_spectrograms([samples], encoder.conv1.in_channels)
    return encode_spectra(encoder, spectra, count_frames(samples, silence))


def count_frames(samples: Samples, silence: float) -> int:
    """Return in how many frames a clip is encoded with so many seconds of silence behind it."""
    return round(min(ceil(len(samples) / SAMPLE_RATE + silence), LONGEST) / FRAME)


def encode_spectra(encoder: AudioEncoder, spectra: Tensor, frames: int) -> Tensor:
    """Return the first so many frames of log-mel spectrograms encoded, shape `(clips, frames, width)`."""
    x = functional.gelu(encoder.conv1(spectra[:, :, : _CONVOLVED * frames].to(encoder.conv1.weight)))
    x = functional.gelu(encoder.conv2(x)).permute(0, 2, 1)
    x = (x + encoder.positional_embedding[: x.shape[1]]).to(x.dtype).contiguous()  # else each layer copies it
    for block in encoder.blocks:
        x = block(x)
    encoded: Tensor = encoder.ln_post(x)
    return encoded
