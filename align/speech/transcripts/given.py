"""A recognizer that gives back a saved transcript as if it had heard it, and asks another one for evidence."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from align.languages import UNDETERMINED
from align.records import Interval, Transcript, Word
from align.speech.audio import Audio, Clip
from align.speech.protocols import Recognizer, TranscriptionProgress
from align.speech.transcripts import SavedTranscript
from align.speech.transcripts.fitting import Fitter

_SAMPLE = 30.0
"""Seconds in the middle of what was said that tell which language it is; what Whisper hears at once."""


class GivenTranscript:
    """A saved transcript; `recognizer` hears whether it fits, and scores the wordings that it is asked about.

    `wanted` are texts that will be looked for in it, `others` the transcripts that are given with it, by the names of
    the recordings that they are given for.
    """

    def __init__(
        self,
        saved: SavedTranscript,
        recognizer: Recognizer,
        wanted: Sequence[str] = (),
        others: Mapping[str, Transcript] = MappingProxyType({}),
    ) -> None:
        self.model = saved.model
        self._saved = saved
        self._recognizer = recognizer
        self._wanted = wanted
        self._others = others

    def transcribe(
        self, audio: Audio, language: str | None = None, progress: TranscriptionProgress | None = None
    ) -> Transcript:
        """Return the saved transcript as one of `audio`, its times mended; raises TranscriptError."""
        told = replace(self._saved.transcript, recording=audio.recording)
        told = replace(told, language=language or self._language(audio, told))
        fitter = Fitter(audio, self._recognizer, self._wanted, self._others, progress)
        fitted = fitter.fit(told, self._saved.is_rough) if self._saved.is_timed else fitter.time_by_hearing(told)
        if progress:
            progress.transcribed(audio.recording, audio.recording.duration)
        return fitted

    def transcribe_place(self, audio: Audio, place: Interval, language: str) -> tuple[Word, ...]:
        """Return what the recognizer hears."""
        return self._recognizer.transcribe_place(audio, place, language)

    def _language(self, audio: Audio, transcript: Transcript) -> str:
        """Return the language that the transcript says or its words tell, or else that is heard in its middle."""
        if transcript.language != UNDETERMINED:
            return transcript.language
        middle = min(transcript.words[len(transcript.words) // 2].start, audio.recording.duration)
        return self._recognizer.detect_language(
            audio.clip(Interval(max(0.0, middle - _SAMPLE / 2), middle + _SAMPLE / 2))
        )

    def detect_language(self, clip: Clip) -> str:
        """Return the language that the recognizer hears."""
        return self._recognizer.detect_language(clip)

    def log_likelihoods(self, clip: Clip, wordings: Sequence[str], language: str) -> tuple[float, ...]:
        """Return what the recognizer makes of each wording."""
        return self._recognizer.log_likelihoods(clip, wordings, language)
