"""Which engines can hear? A table, and the one function that reads it.

Nothing heavy is imported until an engine is asked for.
"""

from collections.abc import Callable, Mapping

from align.errors import ModelError
from align.speech.engine import SpeechModel

DEFAULT_ENGINE = "openai-whisper"
DEFAULT_MODEL = "base"


def load_engine(engine: str = DEFAULT_ENGINE, model: str = DEFAULT_MODEL) -> SpeechModel:
    """Return an engine with the weights of `model` (a Whisper name or a path; for `recorded`, of a transcript)."""
    if engine not in ENGINES:
        raise ModelError(f"There is no engine {engine}: use {' or '.join(ENGINES)}.")
    return ENGINES[engine](model)


def _openai_whisper(model: str) -> SpeechModel:
    from align.speech.weights import find_weights

    weights = find_weights(model)
    from align.speech.openai_whisper import OpenAIWhisper

    return OpenAIWhisper(weights)


def _recorded(path: str) -> SpeechModel:
    from align.speech.recorded import load_recorded

    return load_recorded(path)


ENGINES: Mapping[str, Callable[[str], SpeechModel]] = {
    "openai-whisper": _openai_whisper,
    "recorded": _recorded,
}
"""What makes a speech engine out of the name of a model, by the engine's name."""
