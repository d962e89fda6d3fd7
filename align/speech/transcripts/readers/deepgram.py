"""JSON as Deepgram returns it: the words of each channel, or utterances of one speaker each."""

from align.languages.codes import language_code
from align.speech.transcripts.readers.fields import (
    Fields,
    child,
    cut_words,
    in_order,
    named,
    objects,
    read_segment,
    read_words,
    what_is_lost,
)
from align.speech.transcripts.rough import Content, RoughSegment, RoughTranscript, split_words


def sniff(content: Content) -> bool:
    """Whether this is JSON with the results of channels."""
    return bool(objects(child(content.fields, "results", "channels")))


def read(content: Content) -> RoughTranscript:
    """Return what the file says; several channels are several speakers, if no word says who it is."""
    results = content.fields["results"]
    channels = objects(results["channels"])
    utterances = [read_segment(utterance) for utterance in objects(results.get("utterances"))]
    segments = utterances if len(channels) == 1 else []
    for number, channel in enumerate(channels if not segments else ()):
        segments += _channel(channel, f"channel {number}" if len(channels) > 1 else None)
    language = child(channels[0], "detected_language") or child(channels[0], "alternatives", 0, "languages", 0)
    heard = [child(channel, "alternatives", 0, "words") for channel in channels]
    lost = [warning for words in heard for warning in what_is_lost(words, "word")]
    return RoughTranscript(in_order(segments), language_code(language), warnings=tuple(lost))


def _channel(channel: Fields, speaker: str | None) -> tuple[RoughSegment, ...]:
    best = child(channel, "alternatives", 0)
    words = read_words(child(best, "words"))
    if words:
        return cut_words(named(words, speaker))
    text = child(best, "transcript")
    return (RoughSegment(split_words(text, speaker)),) if isinstance(text, str) else ()
