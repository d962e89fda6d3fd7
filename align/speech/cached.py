"""What has this model already heard? An engine that asks another one only for what the cache does not know.

The other engine is loaded when it is first needed, so a run that brings nothing new loads no model at all. A window is
remembered as soon as it is heard; those heard with it then keep their places, so that what a run makes of them does not
depend on where the last one ended. Until all are heard their sounds lie encoded on the shelf (`shelf.py`).
"""

import json
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, replace
from functools import cached_property
from typing import Any

from align.cache import Cache, key_of
from align.records import Interval, Model, Recording, Segment, Span, Transcript, Word
from align.speech.audio import Audio, Clip
from align.speech.protocols import Heard, HearingModel, TranscriptionProgress
from align.speech.whisper.encoder_cache import clear_shelf

_REVISION = 5
"""To be raised when an engine makes something else of the same sound: what was remembered before is then not used."""


class CachedRecognizer:
    """The engine that `load` returns, for the model that `model` names, with a memory."""

    def __init__(self, model: Model, load: Callable[[], HearingModel], cache: Cache) -> None:
        self.model = model
        self._load = load
        self._cache = cache

    @property
    def batch_size(self) -> int:
        """How many windows are best heard at once."""
        return self._engine.batch_size

    def transcribe(
        self, audio: Audio, language: str | None = None, progress: TranscriptionProgress | None = None
    ) -> Transcript:
        """Return what is said in `audio`; where that is known, nothing is decoded."""
        key = self._key("transcript", audio.sha256, language)
        if known := self._cache.get(key):
            return _transcript(json.loads(known), audio.path)
        from align.speech.transcription import hear_recording

        transcript = hear_recording(self, audio, language, progress)
        self._cache.put({key: json.dumps(asdict(transcript))})
        return transcript

    def detect_language(self, clip: Clip) -> str:
        """Return the code of the language that is spoken."""
        key = self._key("language", clip.key)
        language = self._cache.get(key) or self._engine.detect_language(clip)
        self._cache.put({key: language})
        return language

    def hear(self, clips: Sequence[Clip], language: str, known: Collection[int] = ()) -> Iterator[tuple[int, Heard]]:
        """Yield the place of each clip and what is said in it: from memory, or as soon as it is heard."""
        keys = [self._key("heard", clip.key, language) for clip in clips]
        remembered = {place: value for place, key in enumerate(keys) if (value := self._cache.get(key))}
        yield from ((place, _heard(json.loads(value))) for place, value in remembered.items())
        if len(remembered) == len(keys):
            return
        for place, heard in self._engine.hear(clips, language, remembered):
            if place not in remembered:
                self._cache.put({keys[place]: json.dumps(asdict(heard))})
                yield place, heard
        clear_shelf(self._cache, clips[0].recording)

    def log_likelihoods(self, clip: Clip, wordings: Sequence[str], language: str) -> tuple[float, ...]:
        """Return log p(wording | clip) in nats for each wording."""
        keys = {wording: self._key("log-likelihood", clip.key, wording, language) for wording in wordings}
        known = {wording: value for wording, key in keys.items() if (value := self._cache.get(key))}
        new = [wording for wording in keys if wording not in known]
        if new:
            scores = self._engine_for(clip).log_likelihoods(clip, new, language)
            known |= {wording: json.dumps(score) for wording, score in zip(new, scores, strict=True)}
            self._cache.put({keys[wording]: known[wording] for wording in new})
        return tuple(float(json.loads(known[wording])) for wording in wordings)

    def word_times(self, clip: Clip, words: Sequence[str], language: str) -> tuple[Word, ...]:
        """Return `words` timed on `clip`, in seconds from its start."""
        key = self._key("times", clip.key, words, language)
        if known := self._cache.get(key):
            return tuple(Word(**word) for word in json.loads(known))
        times = self._engine.word_times(clip, words, language)
        self._cache.put({key: json.dumps([asdict(word) for word in times])})
        return times

    def _engine_for(self, clip: Clip) -> HearingModel:
        """Return the engine; while it is loaded, the recording is decoded, for both take seconds."""
        if "_engine" in vars(self):
            return self._engine
        with ThreadPoolExecutor(1) as beside:
            decoding = beside.submit(clip.read)
            engine = self._engine
            decoding.result()
        return engine

    @cached_property
    def _engine(self) -> HearingModel:
        return self._load()

    def _key(self, *parts: object) -> str:
        return key_of(_REVISION, self.model.engine, self.model.sha256, *parts)


def _heard(fields: Mapping[str, Any]) -> Heard:
    return Heard(**{**fields, "words": tuple(Word(**word) for word in fields["words"])})


def _transcript(fields: Mapping[str, Any], path: str) -> Transcript:
    segments = (Segment(**{**segment, "words": Span(**segment["words"])}) for segment in fields["segments"])
    return Transcript(
        replace(Recording(**fields["recording"]), path=path),
        fields["language"],
        tuple(Word(**word) for word in fields["words"]),
        tuple(segments),
        tuple(Interval(**gap) for gap in fields["unheard"]),
    )
