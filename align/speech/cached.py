"""What has this model already heard? A recognizer that asks its acoustic model only for what the cache does not know.

The model is loaded when it is first needed, so a run that brings nothing new loads none at all. A batch of windows is
remembered once it is decoded: a run that is killed has at most one to decode again. What is decoded of a window does
not depend on the others of its batch.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import asdict, astuple, replace
from threading import Lock
from typing import Any, TypeVar

from align.cache import Cache, key_of
from align.records import Interval, Model, Recording, Segment, Span, Transcript, Word
from align.speech.audio import Audio, Clip
from align.speech.protocols import AcousticModel, DecodedWindow, TranscriptionProgress

_REVISION = 7
"""To be raised when an engine makes something else of the same sound: what was remembered before is then not used."""

_LIKELIHOOD = "log-likelihood, 5 s of silence"
"""To be renamed when a clip is asked in another way; what was heard before is still known."""

_HEARING = 4
"""To be raised when other stretches of the same sound are decoded, or other words of them kept; what is decoded of the
same stretches is still known."""

RecordT = TypeVar("RecordT")
Load = Callable[[], AcousticModel]
ReadAhead = Callable[[], None]


class CachedRecognizer:
    """The recognizer with the acoustic model that `load` returns, which `model` names, and a memory.

    What `load` needs, `read_ahead` may read, while another thread is about its imports.
    """

    def __init__(self, model: Model, load: Load, cache: Cache, read_ahead: ReadAhead = lambda: None) -> None:
        self.model = model
        self._acoustic = CachedAcousticModel(model, load, cache, read_ahead)
        self._cache = cache

    def transcribe(
        self, audio: Audio, language: str | None = None, progress: TranscriptionProgress | None = None
    ) -> Transcript:
        """Return what is said in `audio`; where that is known, nothing is decoded."""
        key = _key(self.model, "transcript", _HEARING, audio.key, language)
        if known := _read(self._cache.get(key), _transcript):
            return replace(known, recording=replace(known.recording, path=audio.path))
        from align.speech.transcription import transcribe_recording  # what finds speech loads torch

        with self._acoustic.loading_beside():
            transcript = transcribe_recording(self._acoustic, audio, language, progress)
        self._cache.put({key: _written(transcript)})
        return transcript

    def transcribe_windows(
        self, audio: Audio, places: Sequence[Interval], language: str
    ) -> tuple[tuple[Interval, Transcript], ...]:
        """Return what is said in places of `audio`; where that is known, nothing is decoded."""
        key = _key(self.model, "windows", _HEARING, audio.key, [astuple(place) for place in places], language)
        found = _read(self._cache.get(key), _stretches)
        if found is None:
            from align.speech.transcription import transcribe_windows  # what finds speech loads torch

            found = transcribe_windows(self._acoustic, audio, places, language)
            self._cache.put({key: json.dumps([(astuple(at), _fields(heard)) for at, heard in found])})
        return tuple((at, replace(heard, recording=replace(heard.recording, path=audio.path))) for at, heard in found)

    def transcribe_place(self, audio: Audio, place: Interval, language: str) -> tuple[Word, ...]:
        """Return what is said in a stretch of `audio`; where that is known, nothing is decoded."""
        key = _key(self.model, "place", _HEARING, audio.clip(place).key, language)
        known = _read(self._cache.get(key), _words)
        if known is not None:
            return known
        from align.speech.transcription import transcribe_place  # what finds speech loads torch

        words = transcribe_place(self._acoustic, audio, place, language)
        self._cache.put({key: json.dumps([_fields(word) for word in words])})
        return words

    def detect_language(self, clip: Clip) -> str:
        """Return the code of the language that is spoken."""
        return self._acoustic.detect_language(clip)

    def log_likelihoods(self, clip: Clip, wordings: Sequence[str], language: str) -> tuple[float, ...]:
        """Return log p(wording | clip) in nats for each wording."""
        return self._acoustic.log_likelihoods(clip, wordings, language)

    def let_go(self) -> None:
        """Forget the networks that are in memory; they are loaded again if they are needed again."""
        self._acoustic.let_go()


class CachedAcousticModel:
    """The acoustic model that `load` returns, which `model` names, with a memory; `read_ahead` as above."""

    def __init__(self, model: Model, load: Load, cache: Cache, read_ahead: ReadAhead = lambda: None) -> None:
        self._model = model
        self._load = load
        self._read_ahead = read_ahead
        self._loading = Lock()
        self._model_in_memory: AcousticModel | None = None
        self._cache = cache

    @property
    def batch_size(self) -> int:
        """How many windows are best decoded at once."""
        return self._loaded.batch_size

    def detect_language(self, clip: Clip) -> str:
        """Return the code of the language that is spoken."""
        key = _key(self._model, "language", clip.key)
        language = self._cache.get(key)
        if language is None:
            language = self._loaded.detect_language(clip)
            self._cache.put({key: language})
        return language

    def decode(self, clips: Sequence[Clip], language: str) -> tuple[DecodedWindow, ...]:
        """Return what is said in each clip; those that are known are not decoded."""
        keys = [_key(self._model, "heard", clip.key, language) for clip in clips]
        read = {key: _read(self._cache.get(key), _window) for key in keys}
        known = {key: window for key, window in read.items() if window}
        if new := {key: clip for key, clip in zip(keys, clips, strict=True) if key not in known}:
            decoded = dict(zip(new, self._loaded.decode([*new.values()], language), strict=True))
            self._cache.put({key: _written(window) for key, window in decoded.items()})
            known |= decoded
        return tuple(known[key] for key in keys)

    def log_likelihoods(self, clip: Clip, wordings: Sequence[str], language: str) -> tuple[float, ...]:
        """Return log p(wording | clip) in nats for each wording; those that are known are not scored again."""
        keys = {wording: _key(self._model, _LIKELIHOOD, clip.key, wording, language) for wording in wordings}
        read = {wording: _read(self._cache.get(key), float) for wording, key in keys.items()}
        known = {wording: score for wording, score in read.items() if score is not None}
        new = [wording for wording in keys if wording not in known]
        if new:
            scores = self._loaded_beside(clip).log_likelihoods(clip, new, language)
            if not scores:
                return ()
            known |= dict(zip(new, scores, strict=True))
            self._cache.put({keys[wording]: json.dumps(known[wording]) for wording in new})
        return tuple(known[wording] for wording in wordings)

    @contextmanager
    def loading_beside(self) -> Iterator[None]:
        """Load what decodes while the block runs; what goes wrong with that is raised where it is needed."""
        with ThreadPoolExecutor(1) as beside:
            beside.submit(lambda: self._loaded.batch_size)
            yield

    def let_go(self) -> None:
        """Forget the model that is in memory."""
        with self._loading:
            self._model_in_memory = None

    def _loaded_beside(self, clip: Clip) -> AcousticModel:
        """Return the model; while it is imported, the recording of `clip` is decoded and then the weights are read.

        All three take a second; two at a time they keep two cores busy.
        """
        with self._loading:
            if not self._model_in_memory:
                with ThreadPoolExecutor(1) as beside:
                    decoding = beside.submit(clip.read)
                    beside.submit(self._read_ahead)
                    self._model_in_memory = self._load()
                decoding.result()
            return self._model_in_memory

    @property
    def _loaded(self) -> AcousticModel:
        """The model, which is loaded once, whichever thread asks first."""
        with self._loading:
            self._model_in_memory = self._model_in_memory or self._load()
            return self._model_in_memory


def _key(model: Model, *parts: object) -> str:
    return key_of(_REVISION, model.engine, model.sha256, *parts)


def _written(record: Transcript | DecodedWindow) -> str:
    """Return a record as JSON."""
    return json.dumps(_fields(record))


def _fields(record: Transcript | DecodedWindow | Word) -> dict[str, Any]:
    """Return what JSON holds of a record; a word without a speaker has no such key."""
    return asdict(record, dict_factory=_without_none)


def _without_none(fields: Sequence[tuple[str, object]]) -> dict[str, object]:
    return {name: value for name, value in fields if value is not None}


def _read(value: str | None, make: Callable[[Any], RecordT]) -> RecordT | None:
    """Return what a value of the cache stands for; a damaged one is not known."""
    if value is None:
        return None
    try:
        return make(json.loads(value))
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def _words(given: Sequence[Mapping[str, Any]]) -> tuple[Word, ...]:
    return tuple(Word(**word) for word in given)


def _window(fields: Mapping[str, Any]) -> DecodedWindow:
    return DecodedWindow(**{**fields, "words": _words(fields["words"])})


def _transcript(fields: Mapping[str, Any]) -> Transcript:
    segments = (Segment(**{**segment, "words": Span(**segment["words"])}) for segment in fields["segments"])
    return Transcript(
        Recording(**{**fields["recording"], "warnings": tuple(fields["recording"]["warnings"])}),
        fields["language"],
        _words(fields["words"]),
        tuple(segments),
        tuple(Interval(**gap) for gap in fields["unheard"]),
        tuple(fields["warnings"]),
    )


def _stretches(rows: Sequence[tuple[Sequence[float], Mapping[str, Any]]]) -> tuple[tuple[Interval, Transcript], ...]:
    return tuple((Interval(*place), _transcript(heard)) for place, heard in rows)
