"""What a speech engine must be able to do: hear a recording, weigh wordings of a clip, time known words."""

import zlib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from align.records import Model, Recording, Transcript, Word
from align.speech.audio import Audio, Clip


class TranscriptionProgress(Protocol):
    """Is told how far the transcription of a recording has come."""

    def transcribed(self, recording: Recording, seconds: float) -> None:
        """Take note that so many seconds of `recording` have been transcribed."""
        ...

    def retranscribed(self, recording: Recording, seconds: float, total: float) -> None:
        """Take note that so many of all seconds that got no words at first have been transcribed again."""
        ...


_LOOPING = 2.4
"""Compression ratio of text from which it repeats itself; Whisper's."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What was heard in one window; words in seconds from its start. Log-probability in nats for a token."""

    words: tuple[Word, ...]
    avg_logprob: float
    no_speech_prob: float

    @property
    def is_loop(self) -> bool:
        """Whether the text repeats itself as speech does not."""
        text = "".join(word.text for word in self.words).encode()
        return bool(text) and len(text) / len(zlib.compress(text)) > _LOOPING


class Ears(Protocol):
    """The part of an engine that hears windows of at most 30 s, some at once; `hearing.py` makes a transcript of it."""

    @property
    def batch_size(self) -> int:
        """How many windows are best heard at once."""
        ...

    def detect_language(self, clip: Clip) -> str:
        """Return the code of the language that is spoken."""
        ...

    def hear(self, clips: Sequence[Clip], language: str, known: Collection[int] = ()) -> Iterator[tuple[int, Heard]]:
        """Yield the place of each clip and what is said in it, as soon as it is heard; `known` places may be left out.

        What is heard in a clip depends on its place and the number of clips, not on the others, nor on what is known.
        """
        ...


class Recognizer(Protocol):
    """A speech engine with its weights; add one in a line of `speech/__init__.py`."""

    @property
    def model(self) -> Model:
        """Which model this is."""
        ...

    def transcribe(
        self, audio: Audio, language: str | None = None, progress: TranscriptionProgress | None = None
    ) -> Transcript:
        """Return what is said in `audio`, with word times; the language is detected if None."""
        ...

    def log_likelihoods(self, clip: Clip, wordings: Sequence[str], language: str) -> tuple[float, ...]:
        """Return log p(wording | clip) in nats for each wording, by teacher forcing; `clip` is at most 30 s.

        An engine that cannot listen returns nothing.
        """
        ...

    def word_times(self, clip: Clip, words: Sequence[str], language: str) -> tuple[Word, ...]:
        """Return `words` (as Whisper writes them) timed on `clip` by forced alignment, in seconds from its start.

        An engine that cannot listen returns nothing.
        """
        ...


class HearingModel(Ears, Recognizer, Protocol):
    """An engine that hears by itself."""
