"""JSON as IBM's Speech to Text returns it: results, whose best alternative has triples of a word and its times."""

from dataclasses import replace

from align.speech.transcripts.clock import read_number
from align.speech.transcripts.readers.fields import Fields, child, objects
from align.speech.transcripts.readers.segment_lists import lost_tuples, read_tuples
from align.speech.transcripts.rough import Content, RoughSegment, RoughTranscript

_HESITATION = "%HESITATION"


def sniff(content: Content) -> bool:
    """Whether this is JSON with results that have timestamps."""
    results = objects(content.fields.get("results"))
    return any(isinstance(child(result, "alternatives", 0, "timestamps"), list) for result in results)


def read(content: Content) -> RoughTranscript:
    """Return what the file says; `speaker_labels` says who speaks from when. A hesitation is an "um"."""
    fields = content.fields
    speakers = {read_number(label.get("from")): label.get("speaker") for label in objects(fields.get("speaker_labels"))}
    segments = [part for result in objects(fields["results"]) for part in _segments(result)]
    heard = [child(result, "alternatives", 0, "timestamps") for result in objects(fields["results"])]
    lost = tuple(warning for words in heard if isinstance(words, list) for warning in lost_tuples(words, "word"))
    return RoughTranscript([_named(segment, speakers) for segment in segments], warnings=lost)


def _segments(result: Fields) -> tuple[RoughSegment, ...]:
    timestamps = child(result, "alternatives", 0, "timestamps")
    return read_tuples(timestamps) if isinstance(timestamps, list) else ()


def _named(segment: RoughSegment, speakers: dict[float | None, object]) -> RoughSegment:
    words = (replace(word, text="um") if word.text.strip() == _HESITATION else word for word in segment.words)
    named = (
        replace(word, speaker=f"speaker {speakers[word.start]}") if speakers.get(word.start) is not None else word
        for word in words
    )
    return replace(segment, words=tuple(named))
