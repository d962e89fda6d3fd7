"""What does the decoder see of a batch of clips? All are encoded, and their keys and values put into one tensor."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Self

import torch
from torch import Tensor
from torch.nn import functional
from whisper.audio import N_SAMPLES
from whisper.model import TextDecoder, Whisper

from align.speech.audio import Samples
from align.speech.ffmpeg import SAMPLE_RATE
from align.speech.whisper.batched.memory import ENCODED_TOGETHER
from align.speech.whisper.decoder import heads_of
from align.speech.whisper.encoder import count_frames, encode_spectra
from align.speech.whisper.features import log_mel_spectrogram_batch

_ALIGNED = 8
"""Keys: rows of a mask that are multiples of it long need not be copied for torch's kernels."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Clips, and how much silence is heard behind each, in seconds. They are in order of length, the longest first."""

    sounds: tuple[Samples, ...]
    silence: float

    @property
    def durations(self) -> tuple[float, ...]:
        """Of the clips, in seconds."""
        return tuple(len(samples) / SAMPLE_RATE for samples in self.sounds)

    @property
    def frames(self) -> tuple[int, ...]:
        """In how many frames each clip is encoded; the first is the most."""
        return tuple(count_frames(samples, self.silence) for samples in self.sounds)

    @property
    def is_ragged(self) -> bool:
        """Whether some clips are encoded in fewer frames than others."""
        return len(set(self.frames)) > 1


@dataclass(frozen=True, slots=True)
class BatchAudio:
    """Keys and values of each layer's cross-attention, shape `(layers, rows, heads, frames, width of a head)`.

    `mask` is added to what a row's queries score, shape `(rows, 1, 1, frames)`: minus infinity at frames behind the end
    of its own clip. There is none if all rows have the same length, for torch's quickest kernels take none.
    """

    keys: Tensor
    values: Tensor
    mask: Tensor | None

    @classmethod
    def empty(cls, decoder: TextDecoder, rows: int, frames: int, is_ragged: bool) -> Self:
        """Return room for so many clips, filled with zeros: what is masked counts nothing, but must be a number."""
        like, layers, heads = decoder.token_embedding.weight, len(decoder.blocks), decoder.blocks[0].cross_attn.n_head
        room = aligned(frames) if is_ragged else frames
        keys, values = like.new_zeros((2, layers, rows, heads, room, like.shape[1] // heads))
        return cls(keys, values, like.new_zeros((rows, 1, 1, room)) if is_ragged else None)

    def hear(self, network: Whisper, batch: Batch) -> None:
        """Take what the network makes of a batch.

        Clips of the same encoded length are encoded together, the others apart: nothing that a clip hears is silence of
        another's, so no attention of the encoder needs a mask, and each comes out as it does alone.
        """
        if self.mask is not None:
            for row, frames in enumerate(batch.frames):
                self.mask[row].zero_()
                self.mask[row, :, :, frames:] = -torch.inf
        for places, frames in _pieces(batch):
            sounds = stacked(batch.sounds[places], network.device)
            spectra = log_mel_spectrogram_batch(sounds, network.dims.n_mels)
            features = encode_spectra(network.encoder, spectra, frames)
            for layer, block in enumerate(network.decoder.blocks):
                attention = block.cross_attn
                self.keys[layer, places, :, :frames] = heads_of(attention.key(features), attention)
                self.values[layer, places, :, :frames] = heads_of(attention.value(features), attention)

    def seen(self, layer: int, query: Tensor) -> Tensor:
        """Return what queries see, shape `(rows, heads, tokens, width of a head)` as theirs."""
        return functional.scaled_dot_product_attention(query, self.keys[layer], self.values[layer], self.mask)


def aligned(keys: int) -> int:
    """Return how many keys there are room for where a mask hides some of them: at least so many."""
    return -(-keys // _ALIGNED) * _ALIGNED


def stacked(sounds: Sequence[Samples], device: torch.device) -> Tensor:
    """Return clips filled with silence to 30 s, shape `(clips, samples)`."""
    filled = torch.zeros((len(sounds), N_SAMPLES), device=device)
    for row, samples in zip(filled, sounds, strict=True):
        row[: len(samples)] = torch.from_numpy(samples[:N_SAMPLES])
    return filled


def _pieces(batch: Batch) -> list[tuple[slice, int]]:
    """Return which clips are encoded together, and in how many frames."""
    pieces = []
    for frames, group in groupby(range(len(batch.sounds)), key=batch.frames.__getitem__):
        places = [*group]
        pieces += [
            (slice(first, min(first + ENCODED_TOGETHER, places[-1] + 1)), frames)
            for first in range(places[0], places[-1] + 1, ENCODED_TOGETHER)
        ]
    return pieces
