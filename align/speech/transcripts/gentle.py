"""JSON in Gentle's shape: one list of words, some of which the aligner did not find in the audio."""

from align.speech.transcripts.rough import Content, RoughSegment, RoughTranscript
from align.speech.transcripts.whisper import read_word


def sniff(content: Content) -> bool:
    """Whether this is JSON with words, but without segments."""
    return "words" in content.fields and "segments" not in content.fields


def read(content: Content) -> RoughTranscript:
    """Return what the file says; raises ValueError, KeyError, TypeError or AttributeError for another shape."""
    return RoughTranscript([RoughSegment(tuple(map(read_word, content.fields["words"])))])
