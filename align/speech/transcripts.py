"""What does a saved transcript say? One reader for each shape that tools write, and one that mends what they leave out.

A reader turns text into rough segments; words without times, or with absurd ones, are given the time that is left
between their neighbours, in proportion to their letters.
"""

import json
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any, TypeGuard

from align.errors import TranscriptError
from align.records import Interval, Model, Recording, Segment, Span, Transcript, Word

_SECONDS_PER_LETTER = 0.07
"""How long a letter takes to say, where a transcript gives no time at all: 150 words a minute."""


@dataclass(frozen=True, slots=True)
class RoughWord:
    """A word as another tool wrote it; times may be missing or absurd."""

    text: str
    start: float | None = None
    end: float | None = None
    probability: float = 1.0


@dataclass(frozen=True, slots=True)
class RoughSegment:
    """A stretch of transcript as another tool wrote it."""

    words: tuple[RoughWord, ...]
    start: float | None = None
    end: float | None = None
    avg_logprob: float = 0.0
    no_speech_prob: float = 0.0


@dataclass(frozen=True, slots=True)
class Saved:
    """A transcript from a file, and the model that heard it."""

    transcript: Transcript
    model: Model


def read_transcript(path: str) -> Saved:
    """Return the transcript in a file; raises TranscriptError if it cannot be understood."""
    reader = READERS.get(Path(path).suffix.lower())
    if reader is None:
        raise TranscriptError(f"{path} is not a transcript that can be read: give one of {', '.join(READERS)}.")
    try:
        content = Path(path).read_bytes()
        return reader(path, content)
    except OSError as error:
        raise TranscriptError(f"The transcript {path} cannot be read: {error.strerror}.") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise TranscriptError(
            f"{path} is not a transcript as Whisper or align writes it: make it anew with align transcribe."
        ) from error


def _read_json(path: str, content: bytes) -> Saved:
    """Read Whisper's shape, which align and most other tools write too."""
    document = json.loads(content)
    recording, model = document.get("recording") or {}, document.get("model") or {}
    words, segments = mend([_segment(segment) for segment in document["segments"]])
    heard = Recording(
        recording.get("path", path),
        recording.get("sha256", sha256(content).hexdigest()),
        recording.get("duration", max((segment.end for segment in segments), default=0.0)),
    )
    unheard = tuple(Interval(gap["start"], gap["end"]) for gap in document.get("unheard", ()))
    return Saved(
        Transcript(heard, document.get("language") or "en", words, segments, unheard),
        Model(model.get("engine", "recorded"), model.get("name", Path(path).name), model.get("sha256")),
    )


def _segment(segment: Mapping[str, Any]) -> RoughSegment:
    words = tuple(_word(word) for word in segment.get("words") or ()) or _words(segment["text"])
    return RoughSegment(
        words,
        segment.get("start"),
        segment.get("end"),
        segment.get("avg_logprob", 0.0),
        segment.get("no_speech_prob", 0.0),
    )


def _word(word: Mapping[str, Any]) -> RoughWord:
    """Read a word as Whisper, whisperX (`score`) or whisper-timestamped (`text`, `confidence`) writes it."""
    text = word["word"] if "word" in word else word["text"]
    probability = next((word[key] for key in ("probability", "score", "confidence") if key in word), 1.0)
    return RoughWord(f" {text.strip()}", word.get("start"), word.get("end"), probability)


def _words(text: str) -> tuple[RoughWord, ...]:
    """Return the words of a text that has no times of its own."""
    return tuple(RoughWord(f" {word}") for word in text.split())


READERS: Mapping[str, Callable[[str, bytes], Saved]] = {".json": _read_json}
"""What reads a saved transcript, by extension."""


def mend(rough: Sequence[RoughSegment]) -> tuple[tuple[Word, ...], tuple[Segment, ...]]:
    """Return words and segments whose times make sense: present, in order, and none before its word."""
    words: list[Word] = []
    segments: list[Segment] = []
    for segment in rough:
        if not segment.words:
            continue
        earliest = words[-1].end if words else 0.0
        first = len(words)
        words += _timed(segment, earliest)
        position = Span(first, len(words))
        segments.append(
            Segment(words[first].start, words[-1].end, position, segment.avg_logprob, segment.no_speech_prob)
        )
    return tuple(words), tuple(segments)


def _timed(segment: RoughSegment, earliest: float) -> Iterator[Word]:
    """Yield the words of a segment, runs without times spread over the time that is left for them."""
    known = _known_times(segment, earliest)
    latest = next((times[0] for times in known if times), math.inf)
    start = min(max(earliest, segment.start), latest) if _is_time(segment.start) else earliest
    run: list[RoughWord] = []
    for word, times in zip(segment.words, known, strict=True):
        if times is None:
            run.append(word)
            continue
        yield from _spread(run, start, times[0])
        yield Word(word.text, *times, word.probability)
        start, run = times[1], []
    yield from _spread(run, start, segment.end)


def _known_times(segment: RoughSegment, earliest: float) -> list[tuple[float, float] | None]:
    """Return the times of the words that have some that make sense, in order."""
    known: list[tuple[float, float] | None] = []
    for word in segment.words:
        if _is_time(word.start) and _is_time(word.end) and earliest <= word.start <= word.end:
            known.append((word.start, word.end))
            earliest = word.end
        else:
            known.append(None)
    return known


def _spread(words: Sequence[RoughWord], start: float, end: float | None) -> Iterator[Word]:
    """Yield words with the time from `start` to `end` divided by their letters."""
    letters = list(accumulate((len(word.text) for word in words), initial=0))
    if end is None or not _is_time(end) or end < start:
        end = start + letters[-1] * _SECONDS_PER_LETTER
    edges = [start + (end - start) * done / max(1, letters[-1]) for done in letters]
    return (Word(word.text, *edge, word.probability) for word, edge in zip(words, pairwise(edges), strict=True))


def _is_time(value: float | None) -> TypeGuard[float]:
    return isinstance(value, int | float) and math.isfinite(value) and value >= 0
