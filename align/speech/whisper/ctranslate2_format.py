"""How does a CTranslate2 file become an openai-whisper checkpoint? Tensor by tensor, without loss.

Format and names: https://github.com/OpenNMT/CTranslate2 (`model_spec.py`, `whisper_spec.py`).
"""

import re
import struct
from collections.abc import Iterator, Mapping

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.generic]

_TYPES = (np.float32, np.int8, np.int16, np.int32, np.float16)
"""What a variable's type number means."""

_HEAD_WIDTH = 64
"""Of every Whisper model."""

_MODULES: Mapping[str, tuple[str, ...]] = {
    "conv1": ("conv1",),
    "conv2": ("conv2",),
    "embeddings": ("token_embedding",),
    "self_attention/linear_0": ("attn.query", "attn.key", "attn.value"),
    "self_attention/linear_1": ("attn.out",),
    "self_attention/layer_norm": ("attn_ln",),
    "attention/linear_0": ("cross_attn.query",),
    "attention/linear_1": ("cross_attn.key", "cross_attn.value"),
    "attention/linear_2": ("cross_attn.out",),
    "attention/layer_norm": ("cross_attn_ln",),
    "ffn/linear_0": ("mlp.0",),
    "ffn/linear_1": ("mlp.2",),
    "ffn/layer_norm": ("mlp_ln",),
}
"""CTranslate2's module, and the openai-whisper modules that are stacked in it."""

_PARAMETERS = {"gamma": "weight", "beta": "bias", "weight": "weight", "bias": "bias"}
_VARIABLE = re.compile(r"(?P<side>encoder|decoder)/(?:layer_(?P<layer>\d+)/)?(?P<module>.+)/(?P<parameter>\w+)")


def read_variables(content: bytes | bytearray) -> dict[str, Array]:
    """Return the variables of a CTranslate2 model by name; raises `struct.error` or `ValueError` if it is none."""
    reader = _Reader(content)
    reader.numbers("I")  # version
    reader.text()  # name of the specification
    _revision, count = reader.numbers("II")
    return dict(reader.variable() for _ in range(count))


def state_dict(variables: Mapping[str, Array]) -> dict[str, Array]:
    """Return the same weights under the names of openai-whisper's `model_state_dict`."""
    return dict(item for name, array in variables.items() for item in _renamed(name, array))


def dimensions(state: Mapping[str, Array]) -> dict[str, int]:
    """Return the `dims` of an openai-whisper checkpoint with this state."""
    audio_context, audio_width = state["encoder.positional_embedding"].shape
    text_context, text_width = state["decoder.positional_embedding"].shape
    return {
        "n_mels": state["encoder.conv1.weight"].shape[1],
        "n_audio_ctx": audio_context,
        "n_audio_state": audio_width,
        "n_audio_head": audio_width // _HEAD_WIDTH,
        "n_audio_layer": sum(name.endswith("attn_ln.bias") and name.startswith("encoder") for name in state),
        "n_vocab": state["decoder.token_embedding.weight"].shape[0],
        "n_text_ctx": text_context,
        "n_text_state": text_width,
        "n_text_head": text_width // _HEAD_WIDTH,
        "n_text_layer": sum(name.endswith("cross_attn_ln.bias") for name in state),
    }


def _renamed(name: str, array: Array) -> Iterator[tuple[str, Array]]:
    """Yield the parts of one variable under their new names; what openai-whisper does not store yields nothing."""
    found = _VARIABLE.fullmatch(name)
    if not found:
        return
    side, layer, module, parameter = found.group("side", "layer", "module", "parameter")
    if module == "position_encodings":
        yield f"{side}.positional_embedding", array
    elif module == "layer_norm":
        yield f"{side}.{'ln_post' if side == 'encoder' else 'ln'}.{_PARAMETERS[parameter]}", array
    elif module in _MODULES:
        block = f"{side}.blocks.{layer}" if layer else side
        for part, rows in zip(_MODULES[module], np.split(array, len(_MODULES[module])), strict=True):
            if not (part.endswith("key") and parameter == "bias"):  # a key has none: its rows are zero
                yield f"{block}.{part}.{_PARAMETERS[parameter]}", rows


class _Reader:
    """Reads a CTranslate2 file from its beginning, little endian."""

    def __init__(self, content: bytes | bytearray) -> None:
        self._content = content
        self._at = 0

    def numbers(self, layout: str) -> tuple[int, ...]:
        numbers = struct.unpack_from(f"<{layout}", self._content, self._at)
        self._at += struct.calcsize(f"<{layout}")
        return numbers

    def text(self) -> str:
        (length,) = self.numbers("H")
        text = self._content[self._at : self._at + length - 1]  # without the final NUL
        self._at += length
        return text.decode()

    def variable(self) -> tuple[str, Array]:
        name = self.text()
        (rank,) = self.numbers("B")
        *shape, kind, size = self.numbers("I" * rank + "BI")
        data = np.frombuffer(self._content, dtype="B", count=size, offset=self._at).view(_TYPES[kind])
        self._at += size
        return name, data.reshape(shape)
