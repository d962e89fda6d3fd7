"""Which speech engines are there, and which model hears if nobody names one? A table, and the function that reads it.

Nothing heavy is imported until an engine is asked something.
"""

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from threading import Thread

from align.cache import Cache
from align.errors import ModelError
from align.records import Model
from align.speech.cached import CachedRecognizer
from align.speech.protocols import AcousticModel, SecondPassRecognizer
from align.speech.whisper.device import has_gpu
from align.speech.whisper.weights import Weights, find_weights, is_cached, is_here, list_models

DEFAULT_ENGINE = "openai-whisper"
DEFAULT_MODEL = "base"
LARGER_MODELS = ("large-v3-turbo", "large-v3", "medium", "small")
"""The models that a GPU hears with instead, if one of them is here; the best first."""

SECOND_OPINIONS = {"base": "tiny.en"}
"""The model that is asked as well, by the one that it is asked beside: the calibration was fitted for these
(`compare/calibration.py`)."""

FIRST_MODELS = ("tiny.en", "tiny")
"""The models that hear all of a recording before one of the larger ones; what they are best at first. Before `base`,
which is only twice as slow, it does not pay (`docs/speed.md`)."""


@dataclass(frozen=True, slots=True)
class Engine:
    """An `AcousticModel` as `module:class`, and what finds the weights of which it is made."""

    acoustic_model: str
    find: Callable[[str], Weights]

    def make_recognizer(self, name: str, model: str, cache: Cache) -> SecondPassRecognizer:
        """Return the engine called `name` with the weights of `model`, loaded when they are needed."""
        weights = self.find(model)
        named = Model(name, weights.name, weights.sha256)
        return CachedRecognizer(named, partial(self._load, weights), cache, weights.read_ahead)

    @property
    def module(self) -> str:
        """The module of its acoustic model."""
        return self.acoustic_model.partition(":")[0]

    def _load(self, weights: Weights) -> AcousticModel:
        name = self.acoustic_model.partition(":")[2]
        acoustic_model: AcousticModel = getattr(import_module(self.module), name)(weights)
        return acoustic_model


ENGINES = {
    "openai-whisper": Engine("align.speech.whisper.openai_whisper:OpenAIWhisper", find_weights),
    "faster-whisper": Engine(
        "align.speech.whisper.faster_whisper:CTranslate2Whisper", partial(find_weights, prefer_packaged=True)
    ),
}
"""The engines by name; how to add one is told in `protocols.py`."""


def load_recognizer(
    engine: str = DEFAULT_ENGINE, model: str | None = None, cache: Cache | None = None
) -> SecondPassRecognizer:
    """Return a recognizer with the weights of `model`, a Whisper name or a path; raises ModelError.

    Without `model` it is `base`, or on a GPU the best one that is here. What the cache knows is not heard again.
    """
    if engine not in ENGINES:
        raise ModelError(f"There is no engine {engine}: use {' or '.join(ENGINES)}.")
    return ENGINES[engine].make_recognizer(engine, model or _default_model(engine), cache or Cache())


def let_go(recognizers: Iterable[SecondPassRecognizer]) -> None:
    """Have recognizers forget the networks that take memory; those on a GPU take none here, and long to be ready."""
    for recognizer in () if has_gpu() else recognizers:
        recognizer.let_go()


def begin_import(engine: str) -> None:
    """Begin to import what finds speech and what hears it, which takes a second or two, in a thread of its own."""
    modules = ("align.speech.transcription", *(one.module for name, one in ENGINES.items() if name == engine))
    Thread(target=_import_all, args=(modules,), name="align import").start()


def _import_all(modules: Iterable[str]) -> None:
    """Import modules; that one cannot be imported is told where it is needed."""
    with suppress(ImportError, OSError):
        for module in modules:
            import_module(module)


def find_first_pass(engine: str, large: str) -> str | None:
    """Return the model that hears all before one called `large` does where it matters: the smallest, if it is here."""
    if engine != DEFAULT_ENGINE or has_gpu() or large not in LARGER_MODELS:
        return None
    here = {weights.name for weights in list_models()}
    return next((name for name in FIRST_MODELS if name in here), None)


def find_second_opinion(engine: str, model: str) -> str | None:
    """Return the model that is asked as well where one called `model` is unsure, if it is here; none on a GPU."""
    name = SECOND_OPINIONS.get(model)
    return name if engine == DEFAULT_ENGINE and not has_gpu() and name and is_here(name) else None


def _default_model(engine: str) -> str:
    is_larger = engine == DEFAULT_ENGINE and has_gpu()
    return next((name for name in LARGER_MODELS if is_larger and is_cached(name)), DEFAULT_MODEL)
