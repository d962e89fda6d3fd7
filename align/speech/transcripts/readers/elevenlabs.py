"""JSON as ElevenLabs returns it: words, the spaces between them, and sounds, each with a type."""

from align.languages.codes import language_code
from align.speech.transcripts.readers.fields import Fields, cut_words, objects, read_word, what_is_lost
from align.speech.transcripts.rough import Content, RoughTranscript, RoughWord


def sniff(content: Content) -> bool:
    """Whether this is JSON with words, each of a type; with several channels, a transcript of each."""
    lists = [content.fields, *objects(content.fields.get("transcripts"))]
    return any(word.get("type") in ("word", "spacing") for each in lists for word in objects(each.get("words")))


def read(content: Content) -> RoughTranscript:
    """Return what the file says."""
    lists = objects(content.fields.get("transcripts")) or (content.fields,)
    return RoughTranscript(
        [segment for each in lists for segment in cut_words(_words(each))],
        language_code(lists[0].get("language_code")),
        warnings=tuple(warning for each in lists for warning in what_is_lost(each.get("words"), "word")),
    )


def _words(fields: Fields) -> list[RoughWord]:
    entries = [word for word in objects(fields.get("words")) if word.get("type") != "audio_event"]
    return [word for word in map(read_word, entries) if word.text.strip()]
