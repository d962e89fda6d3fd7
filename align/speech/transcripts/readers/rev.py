"""JSON as Rev, Rev AI and Temi write it: monologues of elements, which are words and the marks and spaces between."""

from collections.abc import Mapping

from align.languages.codes import language_code
from align.speech.transcripts.readers.fields import (
    Fields,
    cut_words,
    named,
    names_of,
    objects,
    read_speaker,
    read_word,
    what_is_lost,
)
from align.speech.transcripts.rough import Content, RoughSegment, RoughTranscript


def sniff(content: Content) -> bool:
    """Whether this is JSON with monologues."""
    return bool(objects(content.fields.get("monologues")))


def read(content: Content) -> RoughTranscript:
    """Return what the file says; `speakers` has the names of the numbers."""
    names = names_of(content.fields.get("speakers"))
    segments = [part for turn in objects(content.fields["monologues"]) for part in _segments(turn, names)]
    monologues = objects(content.fields["monologues"])
    lost = [warning for turn in monologues for warning in what_is_lost(turn.get("elements"), "element")]
    return RoughTranscript(segments, language_code(content.fields.get("language")), warnings=tuple(lost))


def _segments(monologue: Fields, names: Mapping[str, str]) -> tuple[RoughSegment, ...]:
    """Return what one person says; the elements with no letters or figures belong to the word before."""
    label = read_speaker(monologue)
    words = [word for word in map(read_word, objects(monologue.get("elements"))) if word.text.strip()]
    return cut_words(named(words, names.get(label or "", label)))
