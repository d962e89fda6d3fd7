"""JSON as Trint has it: paragraphs of words, times in milliseconds."""

from align.speech.transcripts.readers.fields import (
    MILLISECOND,
    child,
    cut_words,
    names_of,
    objects,
    read_speaker,
    read_words,
    what_is_lost,
)
from align.speech.transcripts.rough import Content, RoughSegment, RoughTranscript


def sniff(content: Content) -> bool:
    """Whether this is JSON with a transcript of paragraphs that have words."""
    return any("words" in part for part in objects(child(content.fields, "transcript", "paragraphs")))


def read(content: Content) -> RoughTranscript:
    """Return what the file says; a speaker may be named by an id that `speakers` explains."""
    transcript = content.fields["transcript"]
    names = names_of(transcript.get("speakers"))
    segments: list[RoughSegment] = []
    for paragraph in objects(transcript["paragraphs"]):
        label = read_speaker(paragraph)
        speaker = names.get(label or "", label)
        segments += cut_words(read_words(paragraph.get("words"), speaker, MILLISECOND))
    paragraphs = objects(transcript["paragraphs"])
    lost = [warning for paragraph in paragraphs for warning in what_is_lost(paragraph.get("words"), "word")]
    return RoughTranscript(segments, warnings=tuple(lost))
