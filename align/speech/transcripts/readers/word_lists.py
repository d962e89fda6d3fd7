"""JSON with one list of words: Gentle's, some of whose words were not found in the audio, and OpenAI's API's."""

from align.languages.codes import language_code
from align.speech.transcripts.readers.fields import cut_words, first, objects, read_words, what_is_lost
from align.speech.transcripts.rough import Content, RoughTranscript


def sniff(content: Content) -> bool:
    """Whether this is JSON with words."""
    return bool(objects(content.fields.get("words")))


def read(content: Content) -> RoughTranscript:
    """Return what the file says."""
    fields = content.fields
    language = language_code(first(fields, "language", "language_code"))
    return RoughTranscript(
        cut_words(read_words(fields["words"])), language, warnings=what_is_lost(fields["words"], "word")
    )
