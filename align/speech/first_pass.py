"""Who hears all of a recording, if only what is quoted must be heard well? A small model that knows its language."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from align.errors import RecordingError
from align.records import Interval, Model, Transcript, Word
from align.speech.audio import Audio, Clip
from align.speech.protocols import Recognizer, TranscriptionProgress

_ENGLISH = "en"
_ENGLISH_ONLY = ".en"
"""The end of the names of Whisper's models that know no other language: they take any for English."""

_SAMPLE = 30.0
"""Seconds from which a language is told."""


@dataclass(frozen=True, slots=True)
class FirstPass:
    """Hears with a `small` model, with the `large` one what is not in its language; the large one does the rest."""

    small: Recognizer
    large: Recognizer

    @property
    def model(self) -> Model:
        """The small model."""
        return self.small.model

    def transcribe(
        self, audio: Audio, language: str | None = None, progress: TranscriptionProgress | None = None
    ) -> Transcript:
        """Return what is said in `audio`; what the large model heard is marked as heard in a second pass.

        It also hears what the small one makes nothing of. Raises RecordingError if nobody speaks in it.
        """
        is_english_only = self.model.name.endswith(_ENGLISH_ONLY)
        if not is_english_only or language in (None, _ENGLISH):
            heard = self._heard(audio, _ENGLISH if is_english_only else language, progress)
            if heard and (language or not is_english_only or self._language(audio, heard) == _ENGLISH):
                return heard
        transcript = self.large.transcribe(audio, language, progress)
        return replace(transcript, second_pass=(Interval(0.0, transcript.recording.duration),))

    def _heard(self, audio: Audio, language: str | None, progress: TranscriptionProgress | None) -> Transcript | None:
        """Return what the small model hears; None if that is nothing."""
        try:
            heard = self.small.transcribe(audio, language, progress)
        except RecordingError:  # to a small model; whether it is so the large one says
            return None
        return heard if heard.words else None

    def transcribe_place(self, audio: Audio, place: Interval, language: str) -> tuple[Word, ...]:
        """Return what is said in a stretch of `audio`."""
        return self.large.transcribe_place(audio, place, language)

    def detect_language(self, clip: Clip) -> str:
        """Return the code of the language that is spoken."""
        return self.large.detect_language(clip)

    def log_likelihoods(self, clip: Clip, wordings: Sequence[str], language: str) -> tuple[float, ...]:
        """Return log p(wording | clip) in nats for each wording."""
        return self.large.log_likelihoods(clip, wordings, language)

    def _language(self, audio: Audio, heard: Transcript) -> str:
        """Return the language that the large model hears where most was heard at once."""
        segment = max(heard.segments, key=lambda segment: len(segment.words))
        end = min(segment.start + _SAMPLE, heard.recording.duration)
        return self.large.detect_language(audio.clip(Interval(segment.start, end)))
