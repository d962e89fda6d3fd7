"""How do weights become a Whisper model that runs? This is the only place that builds one."""

import io
import pickle
import struct
import warnings
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict
from typing import Any

import torch
import whisper
from torch.overrides import TorchFunctionMode
from whisper.model import ModelDimensions, Whisper

from align.errors import ModelError
from align.speech.whisper import ctranslate2_format
from align.speech.whisper.weights import Weights

_DAMAGES = (
    *(LookupError, TypeError, ValueError, ArithmeticError, AttributeError, AssertionError, RuntimeError),
    *(EOFError, OSError, ImportError, struct.error, pickle.UnpicklingError),
)
"""What reading a file may raise that is no checkpoint, or a damaged one."""

_MELS = (80, 128)
_VOCABULARIES = (51864, 51865, 51866)
_CONTEXTS = (1500, 448)
_HEAD_WIDTH = 64
_WIDEST, _DEEPEST = 2048, 64
"""What Whisper models have: mel bands, tokens, positions of sound and text; and more than the largest has."""


class _Unfilled(TorchFunctionMode):
    """Layers made within are not filled with random numbers, which takes longer than to read the weights."""

    def __torch_function__(self, function: Any, _: Any, args: Any = (), kwargs: Any = None) -> Any:
        kwargs = kwargs or {}
        if getattr(function, "__module__", None) == torch.nn.init.__name__:
            return kwargs.get("tensor", args[0] if args else None)
        return function(*args, **kwargs)


def load_whisper(weights: Weights) -> Whisper:
    """Return the model in float32, on the GPU if there is one; raises ModelError if the file holds no such model."""
    try:
        checkpoint = _packaged(weights) if weights.is_packaged else _torch_file(weights)
        dims = _checked(ModelDimensions(**checkpoint["dims"]))
        with _Unfilled():
            model = Whisper(dims)
        model.load_state_dict(checkpoint["model_state_dict"])
    except _DAMAGES as error:
        if "not enough memory" in str(error):
            raise MemoryError from error
        raise ModelError(
            f"{weights.parts[0].name} is not an openai-whisper checkpoint: give a file with 'dims' and "
            "'model_state_dict', or the name of a Whisper model."
        ) from error
    if heads := whisper._ALIGNMENT_HEADS.get(weights.name):
        with suppress(RuntimeError):  # somebody's own model, in a file of that name
            model.set_alignment_heads(heads)
    return model.eval().to("cuda" if torch.cuda.is_available() else "cpu")


def _checked(dims: ModelDimensions) -> ModelDimensions:
    """Return the dimensions of a model; raises ValueError if no Whisper model has them."""
    are_whole = all(type(number) is int and number > 0 for number in asdict(dims).values())
    is_whisper = dims.n_mels in _MELS and dims.n_vocab in _VOCABULARIES
    width = dims.n_audio_state
    heads = width // _HEAD_WIDTH
    is_regular = (dims.n_text_state, dims.n_audio_head, dims.n_text_head) == (width, heads, heads)
    is_small = width <= _WIDEST and max(dims.n_audio_layer, dims.n_text_layer) <= _DEEPEST
    if not (are_whole and is_whisper and is_regular and is_small and (dims.n_audio_ctx, dims.n_text_ctx) == _CONTEXTS):
        raise ValueError("no dimensions of a Whisper model")
    return dims


def _check_finite(state: Mapping[str, torch.Tensor]) -> None:
    """Raise ValueError if there are weights that are no numbers: such a model hears nonsense without a word."""
    if not all(bool(tensor.isfinite().all()) for tensor in state.values()):
        raise ValueError("weights that are no numbers")


def _packaged(weights: Weights) -> dict[str, Any]:
    state = ctranslate2_format.state_dict(ctranslate2_format.read_variables(weights.read()))
    tensors = {name: torch.from_numpy(array) for name, array in state.items()}
    return {"dims": ctranslate2_format.dimensions(state), "model_state_dict": tensors}


def _torch_file(weights: Weights) -> dict[str, Any]:
    with warnings.catch_warnings(action="ignore"):  # what is odd about a file shows below
        checkpoint: dict[str, Any] = torch.load(io.BytesIO(weights.read()), map_location="cpu", weights_only=True)
    _check_finite(checkpoint["model_state_dict"])
    return checkpoint
