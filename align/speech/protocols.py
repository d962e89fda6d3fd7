"""What must a speech recognizer be able to do? Two protocols: what the pipeline wants, and what an engine must bring.

To add an engine, write an `AcousticModel` and name it in a line of `ENGINES` (`speech/engines.py`). It is driven by
`transcription.py` and remembered by `cached.py`; it does neither itself. A model whose evidence is weighed by figures
of its own has a row in `align/compare/calibration.py` (`TABLE`; without one `base`'s figures stand in). A Whisper model
whose alignment heads look at a word before it is spoken has one in `whisper/word_timing.py` (`_ALIGNMENT_OFFSETS`).
"""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from align.diarization import Diarization, Vectors
from align.records import Interval, Model, Recording, Transcript, Word
from align.speech.audio import Audio, Clip

_NO_SPEECH = 0.6
"""Probability of no speech from which there is none: Whisper says "Thank you" to noise; Whisper's."""

_LOOPING = 2.4
"""Compression ratio of text from which it repeats itself; Whisper's."""


@dataclass(frozen=True, slots=True)
class DecodedWindow:
    """What was said in one window; words in seconds from its start. Mean log-probability of a token in nats."""

    words: tuple[Word, ...]
    avg_logprob: float
    no_speech_prob: float

    @property
    def is_speech(self) -> bool:
        """Whether the model holds it for speech."""
        return self.no_speech_prob < _NO_SPEECH

    @property
    def is_loop(self) -> bool:
        """Whether the text repeats itself as speech does not."""
        text = "".join(word.text for word in self.words).encode()
        return bool(text) and len(text) / len(zlib.compress(text)) > _LOOPING


class AcousticModel(Protocol):
    """What one writes to add an engine: a model with its weights, which decodes windows and scores wordings.

    It is made of what its line in `ENGINES` finds for the name of a model, and loads what is heavy when first asked.
    """

    @property
    def batch_size(self) -> int:
        """How many windows are best decoded at once."""
        ...

    def detect_language(self, clip: Clip) -> str:
        """Return the ISO 639-1 code of the language that is spoken."""
        ...

    def decode(self, clips: Sequence[Clip], language: str) -> Sequence[DecodedWindow]:
        """Return what is said in each of some windows of at most 30 s, at most `batch_size` of them."""
        ...

    def log_likelihoods(self, clip: Clip, wordings: Sequence[str], language: str) -> Sequence[float]:
        """Return log p(wording | clip) in nats for each wording, by teacher forcing; `clip` is at most 30 s.

        A figure depends on its clip and its wording alone. A model that can score nothing returns nothing.
        """
        ...


class TranscriptionProgress(Protocol):
    """Is told how far the transcription of a recording has come."""

    def transcribed(self, recording: Recording, seconds: float) -> None:
        """Take note that so many seconds of `recording` have been transcribed."""
        ...

    def retranscribed(self, recording: Recording, seconds: float, total: float) -> None:
        """Take note that so many of all seconds that got no words at first have been transcribed again."""
        ...


class DiarizationProgress(Protocol):
    """Is told how far the voices of a recording have been told apart."""

    def diarized(self, recording: Recording, seconds: float) -> None:
        """Take note that voices have been told apart in so many seconds of `recording`."""
        ...


class Diarizer(Protocol):
    """Tells the voices of recordings apart."""

    def diarize(self, audio: Audio, transcript: Transcript, progress: DiarizationProgress | None = None) -> Diarization:
        """Return who speaks when in a recording whose transcript this is."""
        ...

    def direction(self, audio: Audio) -> Vectors:
        """Return the direction of all that is said in a recording of one voice; raises RecordingError if nothing is."""
        ...


class Recognizer(Protocol):
    """What the pipeline wants: transcripts of recordings, and evidence on how something in them was worded."""

    @property
    def model(self) -> Model:
        """Which model this is."""
        ...

    def transcribe(
        self, audio: Audio, language: str | None = None, progress: TranscriptionProgress | None = None
    ) -> Transcript:
        """Return what is said in `audio`, with word times; the language is detected if None."""
        ...

    def transcribe_place(self, audio: Audio, place: Interval, language: str) -> tuple[Word, ...]:
        """Return what is said in a stretch of `audio`, times from its start, as far as the model believes it."""
        ...

    def detect_language(self, clip: Clip) -> str:
        """Return the ISO 639-1 code of the language that is spoken."""
        ...

    def log_likelihoods(self, clip: Clip, wordings: Sequence[str], language: str) -> tuple[float, ...]:
        """Return log p(wording | clip) in nats for each wording, or nothing if the model can score none."""
        ...


class SecondPassRecognizer(Recognizer, Protocol):
    """One that can hear again what another one heard of a recording."""

    def transcribe_windows(
        self, audio: Audio, places: Sequence[Interval], language: str
    ) -> Sequence[tuple[Interval, Transcript]]:
        """Return what is said in places of `audio`, in its times: stretches that hold them, and what is in each."""
        ...

    def let_go(self) -> None:
        """Forget the networks that are in memory; they are loaded again if they are needed again."""
        ...
