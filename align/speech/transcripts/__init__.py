"""What does a saved transcript say? One reader for each shape that tools write."""

import json
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from align.errors import TranscriptError
from align.records import Interval, Model, Recording, Transcript
from align.speech.transcripts.subtitles import ReadCue, read_srt, read_vtt
from align.speech.transcripts.timestamps import RoughSegment, RoughWord, mend

_LANGUAGE = "en"
"""What a transcript is in that does not say."""


@dataclass(frozen=True, slots=True)
class SavedTranscript:
    """A transcript from a file, and the model that heard it."""

    transcript: Transcript
    model: Model


@dataclass(frozen=True, slots=True)
class RoughTranscript:
    """What a file says: its segments, and, where it tells, which recording was heard, by what, in which language."""

    segments: Sequence[RoughSegment]
    language: str = _LANGUAGE
    unheard: tuple[Interval, ...] = ()
    recording: Recording | None = None
    model: Model | None = None


def read_transcript(path: str) -> SavedTranscript:
    """Return the transcript in a file; raises TranscriptError if it cannot be understood."""
    reader = READERS.get(Path(path).suffix.lower())
    if reader is None:
        raise TranscriptError(f"{path} is not a transcript that can be read: give one of {', '.join(READERS)}.")
    try:
        content = Path(path).read_bytes()
        saved = _saved(path, content, reader(content))
    except OSError as error:
        raise TranscriptError(f"The transcript {path} cannot be read: {error.strerror}.") from error
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError) as error:
        raise TranscriptError(
            f"{path} is not a transcript as Whisper, Gentle or align writes it: make it anew with align transcribe."
        ) from error
    if not saved.transcript.words:
        raise TranscriptError(f"{path} holds no words: give the transcript of a recording in which somebody speaks.")
    return saved


def _saved(path: str, content: bytes, rough: RoughTranscript) -> SavedTranscript:
    """Return what a file says as records, its times mended; what it does not name is named after the file."""
    words, segments = mend(rough.segments)
    last = segments[-1].end if segments else 0.0
    heard = rough.recording or Recording(path, sha256(content).hexdigest(), last)
    heard = replace(heard, duration=max(heard.duration, last))
    model = rough.model or Model("recorded", Path(path).name, None)
    return SavedTranscript(Transcript(heard, rough.language, words, segments, rough.unheard), model)


def _read_json(content: bytes) -> RoughTranscript:
    """Read Whisper's shape, which align and most other tools write too, or Gentle's."""
    document = json.loads(content)
    if "segments" not in document:
        return RoughTranscript([RoughSegment(tuple(map(_word, document["words"])))])
    return RoughTranscript(
        [_segment(segment) for segment in document["segments"]],
        str(document.get("language") or _LANGUAGE),
        tuple(Interval(gap["start"], gap["end"]) for gap in document.get("unheard", ())),
        _recording(document.get("recording")),
        _model(document.get("model")),
    )


def _recording(given: object) -> Recording | None:
    """Return the recording that our own JSON names."""
    if not isinstance(given, Mapping) or "sha256" not in given:
        return None
    return Recording(str(given["path"]), str(given["sha256"]), _number(given["duration"]) or 0.0)


def _model(given: object) -> Model | None:
    """Return the model that our own JSON names."""
    if not isinstance(given, Mapping) or "engine" not in given:
        return None
    return Model(str(given["engine"]), str(given["name"]), given.get("sha256"))


def _read_srt(content: bytes) -> RoughTranscript:
    return _shown(read_srt(content))


def _read_vtt(content: bytes) -> RoughTranscript:
    return _shown(read_vtt(content))


def _shown(cues: Sequence[ReadCue]) -> RoughTranscript:
    return RoughTranscript([RoughSegment(_words(cue.text), cue.start, cue.end) for cue in cues])


def _segment(segment: Mapping[str, Any]) -> RoughSegment:
    return RoughSegment(
        tuple(map(_word, segment.get("words") or ())) or _words(segment["text"]),
        _number(segment.get("start")),
        _number(segment.get("end")),
        _number(segment.get("avg_logprob")) or 0.0,
        _number(segment.get("no_speech_prob")) or 0.0,
    )


def _word(word: Mapping[str, Any]) -> RoughWord:
    """Read a word as Whisper, Gentle, whisperX (`score`) or whisper-timestamped (`text`, `confidence`) writes it."""
    text = word["word"] if "word" in word else word["text"]
    given = (_number(word.get(key)) for key in ("probability", "score", "confidence"))
    probability = next((number for number in given if number is not None and 0 <= number <= 1), 1.0)
    return RoughWord(f" {text.strip()}", _number(word.get("start")), _number(word.get("end")), probability)


def _words(text: str) -> tuple[RoughWord, ...]:
    """Return the words of a text that has no times of its own."""
    return tuple(RoughWord(f" {word}") for word in text.split())


def _number(value: object) -> float | None:
    """Return a number, even one written as a string, if it is finite."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        number = float(value)
    except ValueError:
        return None
    return number if math.isfinite(number) else None


READERS: Mapping[str, Callable[[bytes], RoughTranscript]] = {".json": _read_json, ".srt": _read_srt, ".vtt": _read_vtt}
"""What reads a saved transcript, by extension."""
