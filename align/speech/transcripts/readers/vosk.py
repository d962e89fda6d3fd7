"""JSON as Vosk and Kaldi return it: one result an utterance, each with words; often one after the other in a file."""

from align.speech.transcripts.readers.fields import Fields, cut_words, objects, read_text, read_words, what_is_lost
from align.speech.transcripts.rough import Content, RoughSegment, RoughTranscript, split_words


def sniff(content: Content) -> bool:
    """Whether this is a result with words, or several."""
    return any(objects(utterance.get("result")) for utterance in _utterances(content))


def read(content: Content) -> RoughTranscript:
    """Return what the file says."""
    utterances = _utterances(content)
    return RoughTranscript(
        [segment for utterance in utterances for segment in _segments(utterance)],
        warnings=tuple(warning for each in utterances for warning in what_is_lost(each.get("result"), "word")),
    )


def _utterances(content: Content) -> tuple[Fields, ...]:
    return objects(content.document) or (content.fields,)


def _segments(utterance: Fields) -> tuple[RoughSegment, ...]:
    words = read_words(utterance.get("result"))
    return cut_words(words) if words else (RoughSegment(split_words(read_text(utterance, "text"))),)
