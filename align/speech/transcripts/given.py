"""The engine `recorded`: says what a saved transcript says, and listens only if it is lent another engine's ears."""

from collections.abc import Sequence
from dataclasses import replace

from align.records import Transcript, Word
from align.speech.audio import Audio, Clip
from align.speech.protocols import Recognizer, TranscriptionProgress
from align.speech.transcripts import SavedTranscript, read_transcript
from align.speech.transcripts.timestamps import fit

NAME = "recorded"


class GivenTranscript:
    """A transcript that is given back as if it were heard; without `ears`, the audio is never asked."""

    def __init__(self, saved: SavedTranscript, ears: Recognizer | None = None) -> None:
        self.model = saved.model
        self._transcript = saved.transcript
        self._ears = ears

    def transcribe(
        self, audio: Audio, language: str | None = None, progress: TranscriptionProgress | None = None
    ) -> Transcript:
        """Return the saved transcript as one of `audio`; raises TranscriptError if it is too long for that."""
        if progress:
            progress.transcribed(audio.recording, audio.recording.duration)
        return replace(fit(self._transcript, audio.recording), language=language or self._transcript.language)

    def log_likelihoods(self, clip: Clip, wordings: Sequence[str], language: str) -> tuple[float, ...]:
        """Return what the ears make of each wording; nothing without ears."""
        return self._ears.log_likelihoods(clip, wordings, language) if self._ears else ()

    def word_times(self, clip: Clip, words: Sequence[str], language: str) -> tuple[Word, ...]:
        """Return when the ears hear each word; nothing without ears."""
        return self._ears.word_times(clip, words, language) if self._ears else ()


def load_recorded(path: str) -> GivenTranscript:
    """Return the engine for the transcript in a file; raises TranscriptError."""
    return GivenTranscript(read_transcript(path))
