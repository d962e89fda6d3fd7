"""JSON as Azure's speech services return it: phrases, in batch with a list of best readings, times in ticks."""

from align.languages.codes import language_code
from align.speech.transcripts.clock import read_seconds
from align.speech.transcripts.readers.fields import (
    TICK,
    Fields,
    best_of,
    cut_words,
    first,
    in_order,
    named,
    objects,
    read_speaker,
    read_text,
    read_word,
    what_is_lost,
)
from align.speech.transcripts.rough import Content, RoughSegment, RoughTranscript, RoughWord, split_words


def sniff(content: Content) -> bool:
    """Whether this is JSON with phrases that have offsets, or one such phrase, or a list of them."""
    return any(first(phrase, *_OFFSETS) is not None for phrase in _phrases(content))


_OFFSETS = ("offsetInTicks", "offsetMilliseconds", "offset", "Offset")
_DURATIONS = ("durationInTicks", "durationMilliseconds", "duration", "Duration")


def read(content: Content) -> RoughTranscript:
    """Return what the file says; several channels are several speakers, if no phrase says who it is."""
    phrases = _phrases(content)
    channels = {str(phrase.get("channel")) for phrase in phrases}
    segments = [segment for phrase in phrases for segment in _segments(phrase, len(channels) > 1)]
    language = next((first(phrase, "locale", "PrimaryLanguage") for phrase in phrases), None)
    lost = [warning for phrase in phrases for warning in what_is_lost(_entries(phrase), "word")]
    return RoughTranscript(in_order(segments), language_code(language), warnings=tuple(lost))


def _phrases(content: Content) -> tuple[Fields, ...]:
    fields = content.fields
    lists = (fields.get("recognizedPhrases"), fields.get("phrases"), content.document, [fields])
    return next((phrases for phrases in map(objects, lists) if phrases), ())


def _segments(phrase: Fields, is_split: bool) -> tuple[RoughSegment, ...]:
    best = best_of(phrase, "nBest") or best_of(phrase, "NBest")
    channel = phrase.get("channel")
    speaker = read_speaker(phrase) or (f"channel {channel}" if is_split and channel is not None else None)
    words = [_word(entry) for entry in objects(_entries(phrase))]
    if words:
        return cut_words(named(words, speaker))
    text = read_text(best, "display", "Display", "lexical", "Lexical") or read_text(phrase, "text", "DisplayText")
    return (RoughSegment(split_words(text, speaker), *_times(phrase)),)


def _entries(phrase: Fields) -> object:
    best = best_of(phrase, "nBest") or best_of(phrase, "NBest")
    return first(best, "displayWords", "words", "Words") or first(phrase, "words", "Words")


def _word(entry: Fields) -> RoughWord:
    word = read_word({name: value for name, value in entry.items() if name not in ("duration", "Duration")})
    start, end = _times(entry)
    return RoughWord(word.text, start, end, word.probability, word.speaker)


def _times(part: Fields) -> tuple[float | None, float | None]:
    """Return start and end: in ticks, in milliseconds where the name says so, or as ISO 8601 has it."""
    unit = 0.001 if "offsetMilliseconds" in part else TICK
    start, length = read_seconds(first(part, *_OFFSETS), unit), read_seconds(first(part, *_DURATIONS), unit)
    return start, None if start is None or length is None else start + length
