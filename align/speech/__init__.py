"""Which engines can hear? A table, and the one function that reads it.

Nothing heavy is imported until an engine is asked for.
"""

import importlib.util
from collections.abc import Callable, Mapping

from align.cache import Cache
from align.errors import ModelError
from align.records import Model
from align.speech.cached import CachedRecognizer
from align.speech.protocols import HearingModel, Recognizer
from align.speech.transcripts.given import load_recorded
from align.speech.whisper.device import has_gpu
from align.speech.whisper.weights import find_weights, is_cached

DEFAULT_ENGINE = "openai-whisper"
DEFAULT_MODEL = "base"
LARGER_MODELS = ("large-v3-turbo", "large-v3", "medium", "small")
"""The models that a GPU hears with instead, if one of them is here; the best first."""


def load_recognizer(engine: str = DEFAULT_ENGINE, model: str | None = None, cache: Cache | None = None) -> Recognizer:
    """Return an engine with the weights of `model`: a Whisper name or a path; for `recorded`, of a transcript.

    Without `model` it is `base`, or on a GPU the best one that is here. What the cache knows is not heard again.
    Raises ModelError, or TranscriptError for `recorded`.
    """
    if engine not in ENGINES:
        raise ModelError(f"There is no engine {engine}: use {' or '.join(ENGINES)}.")
    return ENGINES[engine](model or _default_model(engine), cache or Cache())


def _default_model(engine: str) -> str:
    is_larger = engine == DEFAULT_ENGINE and has_gpu()
    return next((name for name in LARGER_MODELS if is_larger and is_cached(name)), DEFAULT_MODEL)


def _openai_whisper(model: str, cache: Cache) -> Recognizer:
    weights = find_weights(model)

    def load() -> HearingModel:
        from align.speech.whisper.openai_whisper import OpenAIWhisper

        return OpenAIWhisper(weights, cache)

    return CachedRecognizer(Model("openai-whisper", weights.name, weights.sha256), load, cache)


def _faster_whisper(model: str, cache: Cache) -> Recognizer:
    weights = find_weights(model, prefer_packaged=True)

    def load() -> HearingModel:
        if importlib.util.find_spec("ctranslate2") is None:
            raise ModelError("The engine faster-whisper is not installed: pip install 'quote-align[fast]'.")
        from align.speech.whisper.faster_whisper import CTranslate2Whisper
        from align.speech.whisper.openai_whisper import OpenAIWhisper

        return CTranslate2Whisper(weights, lambda: OpenAIWhisper(weights, cache), cache)

    return CachedRecognizer(Model("faster-whisper", weights.name, weights.sha256), load, cache)


def _recorded(path: str, _: Cache) -> Recognizer:
    return load_recorded(path)


ENGINES: Mapping[str, Callable[[str, Cache], Recognizer]] = {
    "openai-whisper": _openai_whisper,
    "faster-whisper": _faster_whisper,
    "recorded": _recorded,
}
"""What makes a speech engine out of the name of a model and a cache, by the engine's name."""
