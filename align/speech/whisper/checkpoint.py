"""How do weights become a Whisper model that runs? This is the only place that builds one."""

import io
import pickle
import struct
from typing import Any

import torch
import whisper
from torch.overrides import TorchFunctionMode
from whisper.model import ModelDimensions, Whisper

from align.errors import ModelError
from align.speech.whisper import ctranslate2_format
from align.speech.whisper.weights import Weights


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
        with _Unfilled():
            model = Whisper(ModelDimensions(**checkpoint["dims"]))
        model.load_state_dict(checkpoint["model_state_dict"])
    except (KeyError, TypeError, ValueError, RuntimeError, EOFError, struct.error, pickle.UnpicklingError) as error:
        raise ModelError(
            f"{weights.parts[0].name} is not an openai-whisper checkpoint: give a file with 'dims' and "
            "'model_state_dict', or the name of a Whisper model."
        ) from error
    if heads := whisper._ALIGNMENT_HEADS.get(weights.name):
        model.set_alignment_heads(heads)
    return model.eval().to("cuda" if torch.cuda.is_available() else "cpu")


def _packaged(weights: Weights) -> dict[str, Any]:
    state = ctranslate2_format.state_dict(ctranslate2_format.read_variables(weights.read()))
    tensors = {name: torch.from_numpy(array) for name, array in state.items()}
    return {"dims": ctranslate2_format.dimensions(state), "model_state_dict": tensors}


def _torch_file(weights: Weights) -> dict[str, Any]:
    checkpoint: dict[str, Any] = torch.load(io.BytesIO(weights.read()), map_location="cpu", weights_only=True)
    return checkpoint
