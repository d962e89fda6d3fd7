"""What a speech engine must be able to do: hear a recording, weigh wordings of a clip, time known words."""

from collections.abc import Callable, Sequence
from typing import Protocol

from align.records import Model, Transcript, Word
from align.speech.audio import Audio, Samples

Progress = Callable[[float], None]
"""Receives the seconds of recording heard so far."""


class SpeechModel(Protocol):
    """A speech engine with its weights; add one in a line of `speech/__init__.py`."""

    @property
    def model(self) -> Model:
        """Which model this is."""
        ...

    def transcribe(self, audio: Audio, language: str | None = None, progress: Progress | None = None) -> Transcript:
        """Return what is said in `audio`, with word times; the language is detected if None."""
        ...

    def log_likelihoods(self, clip: Samples, wordings: Sequence[str], language: str) -> tuple[float, ...]:
        """Return log p(wording | clip) in nats for each wording, by teacher forcing; `clip` is at most 30 s.

        An engine that cannot listen returns nothing.
        """
        ...

    def word_times(self, clip: Samples, words: Sequence[str], language: str) -> tuple[Word, ...]:
        """Return `words` (as Whisper writes them) timed on `clip` by forced alignment, in seconds from its start.

        An engine that cannot listen returns nothing.
        """
        ...
