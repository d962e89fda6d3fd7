"""JSON as AssemblyAI returns it: words, and perhaps utterances of one speaker each; times in milliseconds."""

from align.languages.codes import language_code
from align.speech.transcripts.readers.fields import (
    MILLISECOND,
    cut_words,
    objects,
    read_segment,
    read_words,
    what_is_lost,
)
from align.speech.transcripts.rough import Content, RoughTranscript

_ITS_OWN = {"status", "audio_url", "utterances", "audio_duration", "language_code", "acoustic_model", "speech_model"}
"""Fields that AssemblyAI writes beside `words`, and others do not: at least two of them."""


def sniff(content: Content) -> bool:
    """Whether this is JSON with words in whole milliseconds and AssemblyAI's other fields."""
    words = objects(content.fields.get("words"))
    is_whole = all(isinstance(word.get("start"), int | None) for word in words)
    return bool(words) and is_whole and len(_ITS_OWN & content.fields.keys()) > 1


def read(content: Content) -> RoughTranscript:
    """Return what the file says."""
    fields = content.fields
    utterances = [read_segment(utterance, MILLISECOND) for utterance in objects(fields.get("utterances"))]
    return RoughTranscript(
        utterances or cut_words(read_words(fields["words"], None, MILLISECOND)),
        language_code(fields.get("language_code")),
        warnings=what_is_lost(fields["words"], "word"),
    )
