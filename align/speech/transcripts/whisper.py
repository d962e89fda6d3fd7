"""JSON in Whisper's shape: segments of words. So do align itself, whisperX and whisper-timestamped write it."""

from collections.abc import Mapping
from typing import Any

from align.records import Interval, Model, Recording
from align.speech.transcripts.rough import Content, RoughSegment, RoughTranscript, RoughWord, read_number, split_words


def sniff(content: Content) -> bool:
    """Whether this is JSON with segments."""
    return "segments" in content.fields


def read(content: Content) -> RoughTranscript:
    """Return what the file says; raises ValueError, KeyError, TypeError or AttributeError for another shape."""
    fields = content.fields
    language = fields.get("language")
    return RoughTranscript(
        [_segment(segment) for segment in fields["segments"]],
        str(language) if language else None,
        tuple(Interval(gap["start"], gap["end"]) for gap in fields.get("unheard", ())),
        _recording(fields.get("recording")),
        _model(fields.get("model")),
    )


def read_word(word: Mapping[str, Any], speaker: str | None = None) -> RoughWord:
    """Read a word as Whisper, Gentle, whisperX (`score`) or whisper-timestamped (`text`, `confidence`) writes it.

    `speaker` is who speaks where the word itself does not say.
    """
    text = word["word"] if "word" in word else word["text"]
    given = (read_number(word.get(key)) for key in ("probability", "score", "confidence"))
    probability = next((number for number in given if number is not None and 0 <= number <= 1), 1.0)
    start, end = read_number(word.get("start")), read_number(word.get("end"))
    return RoughWord(f" {text.strip()}", start, end, probability, _speaker(word) or speaker)


def _segment(segment: Mapping[str, Any]) -> RoughSegment:
    speaker = _speaker(segment)
    words = tuple(read_word(word, speaker) for word in segment.get("words") or ())
    return RoughSegment(
        words or split_words(segment["text"], speaker),
        read_number(segment.get("start")),
        read_number(segment.get("end")),
        read_number(segment.get("avg_logprob")) or 0.0,
        read_number(segment.get("no_speech_prob")) or 0.0,
    )


def _speaker(part: Mapping[str, Any]) -> str | None:
    """Return the label of the speaker of a word or segment, as whisperX and we write it."""
    label = part.get("speaker")
    return label if isinstance(label, str) and label else None


def _recording(given: object) -> Recording | None:
    """Return the recording that our own JSON names."""
    if not isinstance(given, Mapping) or "sha256" not in given:
        return None
    return Recording(str(given["path"]), str(given["sha256"]), read_number(given["duration"]) or 0.0)


def _model(given: object) -> Model | None:
    """Return the model that our own JSON names."""
    if not isinstance(given, Mapping) or "engine" not in given:
        return None
    return Model(str(given["engine"]), str(given["name"]), given.get("sha256"))
