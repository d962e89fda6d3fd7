"""JSON with segments, as Whisper writes it. So do align itself, whisperX, whisper-timestamped, stable-ts and others."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from align.languages.codes import language_code
from align.records import Interval, Model, Recording
from align.speech.transcripts.clock import read_number
from align.speech.transcripts.readers.fields import (
    Fields,
    cut_words,
    names_of,
    objects,
    read_segment,
    read_text,
    read_words,
    what_is_lost,
)
from align.speech.transcripts.rough import Content, RoughSegment, RoughTranscript, RoughWord

_LONGEST = 1e6
"""Seconds, eleven days: a longer recording is a mistake."""


def sniff(content: Content) -> bool:
    """Whether this is JSON with segments."""
    return isinstance(content.fields.get("segments"), list)


def read(content: Content) -> RoughTranscript:
    """Return what the file says; OpenAI's API has the words beside the segments."""
    fields = content.fields
    segments = [read_segment(segment) for segment in objects(fields["segments"])]
    words = read_words(fields.get("words")) if not what_is_lost(fields.get("words"), "word") else ()
    if words and not any(segment.get("words") for segment in objects(fields["segments"])):
        segments = _with_times(segments, words)
    wordy = [segment.get("words") for segment in objects(fields["segments"]) if not read_text(segment)]
    lost = [what_is_lost(fields["segments"], "segment"), *(what_is_lost(each, "word") for each in wordy)]
    names = names_of(fields.get("speakers"))
    return RoughTranscript(
        [_named(segment, names) for segment in segments] if names else segments,
        language_code(fields.get("language")),
        tuple(_unheard(fields.get("unheard"))),
        _recording(fields.get("recording")),
        _model(fields.get("model")),
        tuple(warning for warnings in lost for warning in warnings),
    )


def _with_times(segments: Sequence[RoughSegment], words: Sequence[RoughWord]) -> list[RoughSegment]:
    """Return the segments with the times of their words, or the words alone if they are others."""
    if [_plain(word) for segment in segments for word in segment.words] != [_plain(word) for word in words]:
        return [*cut_words(words)]
    timed = iter(words)
    return [
        replace(
            segment,
            words=tuple(
                replace(word, start=given.start, end=given.end)
                for word, given in zip(segment.words, islice(timed, len(segment.words)), strict=True)
            ),
        )
        for segment in segments
    ]


def _named(segment: RoughSegment, names: Mapping[str, str]) -> RoughSegment:
    """Return a segment with the names of the speakers, which Premiere has in a list of their own."""
    words = (replace(word, speaker=names.get(word.speaker or "", word.speaker)) for word in segment.words)
    return replace(segment, words=tuple(words))


def _plain(word: RoughWord) -> str:
    return "".join(char for char in word.text.casefold() if char.isalnum())


def _unheard(given: object) -> Iterator[Interval]:
    """Yield the stretches that our own JSON names."""
    for gap in objects(given):
        start, end = read_number(gap.get("start")), read_number(gap.get("end"))
        if start is not None and end is not None and 0 <= start <= end < _LONGEST:
            yield Interval(start, end)


def _recording(given: object) -> Recording | None:
    """Return the recording that our own JSON names."""
    if not isinstance(given, Mapping) or not _has_names(given, "path", "sha256"):
        return None
    duration = read_number(given.get("duration")) or 0.0
    track, warnings = given.get("track"), given.get("warnings")
    return Recording(
        given["path"],
        given["sha256"],
        duration if 0 <= duration < _LONGEST else 0.0,
        track if isinstance(track, str) else None,
        tuple(warning for warning in warnings if isinstance(warning, str)) if isinstance(warnings, list) else (),
    )


def _model(given: object) -> Model | None:
    """Return the model that our own JSON names."""
    if not isinstance(given, Mapping) or not _has_names(given, "engine", "name"):
        return None
    sha256 = given.get("sha256")
    return Model(given["engine"], given["name"], sha256 if isinstance(sha256, str) else None)


def _has_names(given: Fields, *names: str) -> bool:
    return all(isinstance(given.get(name), str) for name in names)
