"""A recognizer that gives back a saved transcript as if it had heard it, and asks another one for evidence."""

from collections.abc import Sequence
from dataclasses import replace

from align.languages import UNDETERMINED
from align.records import Interval, Transcript
from align.speech.audio import Audio, Clip
from align.speech.protocols import Recognizer, TranscriptionProgress
from align.speech.transcripts import SavedTranscript
from align.speech.transcripts.timestamps import clip_to_recording

_SAMPLE = 30.0
"""Seconds in the middle of what was said that tell which language it is; what Whisper hears at once."""


class GivenTranscript:
    """A saved transcript; `recognizer` scores the wordings that it is asked about."""

    def __init__(self, saved: SavedTranscript, recognizer: Recognizer) -> None:
        self.model = saved.model
        self._transcript = saved.transcript
        self._recognizer = recognizer

    def transcribe(
        self, audio: Audio, language: str | None = None, progress: TranscriptionProgress | None = None
    ) -> Transcript:
        """Return the saved transcript as one of `audio`; raises TranscriptError if it is too long for that."""
        if progress:
            progress.transcribed(audio.recording, audio.recording.duration)
        clipped = clip_to_recording(self._transcript, audio.recording)
        return replace(clipped, language=language or self._language(audio, clipped))

    def _language(self, audio: Audio, transcript: Transcript) -> str:
        """Return the language that the transcript says or its words tell, or else that is heard in its middle."""
        if transcript.language != UNDETERMINED:
            return transcript.language
        middle = transcript.words[len(transcript.words) // 2].start
        return self._recognizer.detect_language(
            audio.clip(Interval(max(0.0, middle - _SAMPLE / 2), middle + _SAMPLE / 2))
        )

    def detect_language(self, clip: Clip) -> str:
        """Return the language that the recognizer hears."""
        return self._recognizer.detect_language(clip)

    def log_likelihoods(self, clip: Clip, wordings: Sequence[str], language: str) -> tuple[float, ...]:
        """Return what the recognizer makes of each wording."""
        return self._recognizer.log_likelihoods(clip, wordings, language)
