"""JSON as Google's Speech-to-Text returns it, v1 and v2: results, the best alternative of each, times as `1.200s`."""

from collections.abc import Sequence

from align.languages.codes import language_code
from align.speech.transcripts.clock import read_seconds
from align.speech.transcripts.readers.fields import (
    Fields,
    best_of,
    child,
    cut_words,
    first,
    named,
    objects,
    read_words,
    what_is_lost,
)
from align.speech.transcripts.rough import Content, RoughSegment, RoughTranscript, split_words

_STARTS = ("startTime", "start_time", "startOffset", "start_offset")
_ENDS = ("endTime", "end_time", "endOffset", "end_offset")
_NAMES = ("word", "speakerLabel", "speaker_label", "speakerTag", "speaker_tag", "confidence")


def sniff(content: Content) -> bool:
    """Whether this is JSON with results that have alternatives with a transcript."""
    return any(child(result, "alternatives", 0, "transcript") is not None for result in _results(content))


def read(content: Content) -> RoughTranscript:
    """Return what the file says. Of words that are told apart by speaker the last result holds all once more."""
    results = _results(content)
    segments = [*_tagged(results[-1])] if results else []
    others = [segment for each in results[:-1] for segment in _segments(each)]
    if _count(segments) < _count(others) or not segments:
        segments = others + [segment for each in results[-1:] for segment in _segments(each)]
    language = next((first(result, "languageCode", "language_code") for result in results), None)
    lost = [warning for result in results for warning in what_is_lost(best_of(result).get("words"), "word")]
    return RoughTranscript(segments, language_code(language), warnings=tuple(lost))


def _results(content: Content) -> tuple[Fields, ...]:
    fields = content.fields
    response = first(fields, "response", "result") or fields  # a long-running operation wraps its response
    return objects(child(response, "results")) or objects(child(response, "transcript", "results"))


def _count(segments: Sequence[RoughSegment]) -> int:
    return sum(len(segment.words) for segment in segments)


def _tagged(result: Fields) -> tuple[RoughSegment, ...]:
    """Return the words of a result that has no transcript of its own, but the words of all others, with speakers."""
    best = best_of(result)
    return () if best.get("transcript") else cut_words(read_words(_timed(best.get("words"))))


def _segments(result: Fields) -> tuple[RoughSegment, ...]:
    best = best_of(result)
    channel = first(result, "channelTag", "channel_tag")
    speaker = f"channel {channel}" if channel else None
    words = read_words(_timed(best.get("words")))
    if words:
        return cut_words(named(words, speaker))
    text = best.get("transcript")
    end = read_seconds(first(result, "resultEndTime", "resultEndOffset", "result_end_time"))
    return (RoughSegment(split_words(text, speaker), None, end),) if isinstance(text, str) else ()


def _timed(words: object) -> list[Fields]:
    """Return words with the names that others give their times; a start of zero is left out by Google."""
    return [
        {name: word[name] for name in _NAMES if name in word}
        | {"start": 0.0 if (start := first(word, *_STARTS)) is None else start, "end": first(word, *_ENDS)}
        for word in objects(words)
    ]
