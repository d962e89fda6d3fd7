"""What was said in a recording? Heard window by window, with any ears; speech they miss is heard again, or named."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Protocol

from align.errors import RecordingError
from align.records import Interval, Segment, Span, Transcript, Word
from align.speech.audio import Audio, Samples
from align.speech.engine import Progress
from align.speech.vad import listen
from align.speech.windows import find_windows

_SEGMENT_PAUSE = 0.8
"""Seconds between two words that end a segment."""

_SENTENCE_ENDS = (".", "?", "!", "。", "？", "！", "…")


@dataclass(frozen=True, slots=True)
class Heard:
    """What was heard in one window; words in seconds from its start. Log-probability in nats for a token."""

    words: tuple[Word, ...]
    avg_logprob: float
    no_speech_prob: float

    def since(self, start: float) -> "Heard":
        """Return the same with the words in seconds from the start of a recording in which the window starts there."""
        words = tuple(replace(word, start=word.start + start, end=word.end + start) for word in self.words)
        return replace(self, words=words)


class Ears(Protocol):
    """The part of a speech engine that hears windows of at most 30 s, some at once."""

    @property
    def batch_size(self) -> int:
        """How many windows are best heard at once."""
        ...

    def detect_language(self, clip: Samples) -> str:
        """Return the code of the language that is spoken."""
        ...

    def hear(self, clips: Sequence[Samples], language: str) -> tuple[Heard, ...]:
        """Return what is said in each clip."""
        ...


def hear_recording(ears: Ears, audio: Audio, language: str | None, progress: Progress | None) -> Transcript:
    """Return the transcript of a recording; raises RecordingError if nobody speaks in it."""
    windows = find_windows(listen(audio), audio.recording.duration)
    if not windows:
        raise RecordingError(f"There is no speech in {audio.path}: give a recording in which somebody speaks.")
    spoken = language or ears.detect_language(_samples(audio, max(windows, key=lambda window: window.duration)))
    heard: list[Heard] = []
    for batch in _batches(windows, ears.batch_size):
        clips = [_samples(audio, window) for window in batch]
        heard += (one.since(window.start) for one, window in zip(ears.hear(clips, spoken), batch, strict=True))
        if progress:
            progress(batch[-1].end)
    return _transcript(audio, spoken, heard)


def _samples(audio: Audio, window: Interval) -> Samples:
    return audio.samples(window.start, window.end)


def _batches(windows: Sequence[Interval], size: int) -> Iterator[Sequence[Interval]]:
    return (windows[at : at + size] for at in range(0, len(windows), size))


def _transcript(audio: Audio, language: str, heard: Sequence[Heard]) -> Transcript:
    words: list[Word] = []
    segments: list[Segment] = []
    for window in heard:
        for span in _sentences(window.words):
            first, last = window.words[span.start], window.words[span.end - 1]
            position = Span(len(words) + span.start, len(words) + span.end)
            segments.append(Segment(first.start, last.end, position, window.avg_logprob, window.no_speech_prob))
        words += window.words
    return Transcript(audio.recording, language, tuple(words), tuple(segments))


def _sentences(words: Sequence[Word]) -> Iterator[Span]:
    """Yield the positions of stretches that end with a sentence or before a pause."""
    start = 0
    for end, (word, following) in enumerate(pairwise(words), 1):
        if word.text.endswith(_SENTENCE_ENDS) or following.start - word.end > _SEGMENT_PAUSE:
            yield Span(start, end)
            start = end
    if words:
        yield Span(start, len(words))
