"""Which voices does a recording have? Those that its file or transcript tells apart, or else those that can be heard.

A track or channel with a voice of its own is one voice, unless clearly two are heard in it, and the labels of a
transcript are what they are. Only where nobody has told the voices apart are they told by their sound, and what came
of that is remembered.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import astuple, dataclass, replace
from functools import partial
from typing import Any

from align.cache import Cache, key_of
from align.diarization import Diarization, Embeddings, Vectors, joined, labelled_voices
from align.errors import RecordingError
from align.records import Interval, Recording, Transcript, Turn
from align.speech.audio import Audio
from align.speech.protocols import DiarizationProgress
from align.speech.voices.bandwidth import is_narrow
from align.speech.voices.clustering import CLEARLY_DIFFERENT, CLEARLY_TWO, DIFFERENT, NEVER_TWO
from align.speech.voices.encoder import ENCODER, VoiceEncoder, load_encoder
from align.speech.voices.turns import LEAST_VOICE, METHOD, closed, find_turns, numbered
from align.speech.voices.windows import REVISION, embed_speech
from align.word_voices import voice_within

_CLEARLY_VOICE = 10.0
"""Seconds that somebody must speak in the track of another to be a voice there: less may be a laugh, or a cough."""


class _NoProgress:
    """Tells nobody how far the voices have been told apart."""

    def diarized(self, recording: Recording, seconds: float) -> None:
        pass


def _keep_all() -> None:
    """Make no room: nothing else is in memory."""


@dataclass(frozen=True, slots=True)
class CachedDiarizer:
    """Tells the voices of recordings apart; `memory` is where it remembers them.

    `make_room` is called before they are heard, which takes half as much memory as hearing words.
    """

    memory: Cache
    make_room: Callable[[], None] = _keep_all

    def diarize(self, audio: Audio, transcript: Transcript, progress: DiarizationProgress | None = None) -> Diarization:
        """Return who speaks when in a recording whose transcript this is."""
        told = partial((progress or _NoProgress()).diarized, transcript.recording)
        if audio.track:
            return self._within_track(audio.track, audio, transcript, told)
        labelled = labelled_voices(transcript)
        if len(labelled.labels) > 1:
            return labelled
        speech = self._speech(audio)
        return self._heard_apart(audio, speech, self._embeddings(audio, speech, transcript.recording.duration, told))

    def direction(self, audio: Audio) -> Vectors:
        """Return the direction of all that is said in a recording of one voice; raises RecordingError if nothing is."""
        duration = audio.recording.duration
        mean = self._embeddings(audio, self._speech(audio), duration).mean([Interval(0.0, duration)])
        if mean is None:
            raise RecordingError(f"Nobody speaks in {audio.path}: give a clip of the voice alone.")
        return mean

    def _within_track(
        self, track: str, audio: Audio, transcript: Transcript, told: Callable[[float], None]
    ) -> Diarization:
        """Return the voices of a track: its own, or clearly more, by the sound of its words; others leak into it."""
        words = [Turn(word.start, word.end, 0) for word in transcript.words]
        speech = [part for part in closed(Interval(turn.start, turn.end) for turn in words) if part.duration]
        embeddings = self._embeddings(audio, speech, transcript.recording.duration, told)
        found = self._heard_apart(audio, speech, embeddings, is_one_expected=True)
        if len(found.labels) < 2:
            return Diarization((track,), joined(words))
        return replace(found, labels=tuple(voice_within(track, number) for number in range(1, len(found.labels) + 1)))

    def _embeddings(
        self,
        audio: Audio,
        speech: Sequence[Interval],
        duration: float,
        told: Callable[[float], None] = lambda _: None,
    ) -> Embeddings:
        """Return those of a recording that lasts so long: to ask it would decode a sound of which all is known."""
        return embed_speech(audio, speech, self._load_encoder, self.memory, duration, told)

    def _load_encoder(self) -> VoiceEncoder:
        self.make_room()
        return load_encoder()

    def _heard_apart(
        self, audio: Audio, speech: Sequence[Interval], embeddings: Embeddings, is_one_expected: bool = False
    ) -> Diarization:
        """Return the voices by their sound, from memory if they are known: to cluster an hour takes half a second."""
        least = _CLEARLY_VOICE if is_one_expected else LEAST_VOICE
        alike = (CLEARLY_DIFFERENT if is_one_expected else DIFFERENT)[self._is_narrow(audio, speech)]
        bounds = (alike, least, NEVER_TWO if is_one_expected else CLEARLY_TWO)
        about = (ENCODER, METHOD, audio.key, bounds, _edges(speech))
        turns, is_blurred = self._known("voices", lambda: _written(find_turns(speech, embeddings, *bounds)), *about)
        return replace(numbered([Turn(*turn) for turn in turns], embeddings), is_blurred=is_blurred)

    def _speech(self, audio: Audio) -> list[Interval]:
        """Return where somebody speaks, short pauses closed."""
        return closed(Interval(*pair) for pair in self._known("speech", partial(_find_speech, audio), audio.key))

    def _is_narrow(self, audio: Audio, speech: Sequence[Interval]) -> bool:
        """Whether what is said came through a telephone."""
        return bool(self._known("band", partial(is_narrow, audio, speech), audio.key, _edges(speech)))

    def _known(self, what: str, find: Callable[[], object], *about: object) -> Any:
        """Return what is found about something, from memory if it is known."""
        key = key_of(REVISION, what, *about)
        known = self.memory.get(key)
        if known is None:
            known = json.dumps(find())
            self.memory.put({key: known})
        return json.loads(known)


def _written(told: Diarization) -> tuple[list[tuple[object, ...]], bool]:
    return [astuple(turn) for turn in told.turns], told.is_blurred


def _edges(speech: Sequence[Interval]) -> list[tuple[float, float]]:
    return [(part.start, part.end) for part in speech]


def _find_speech(audio: Audio) -> list[tuple[float, float]]:
    from align.speech.vad.detection import detect_speech  # loads torch

    return _edges(audio.once(detect_speech).speech())
