"""JSON as Speechmatics returns it: results, which are words and punctuation, the best alternative of each."""

from collections.abc import Iterator

from align.languages.codes import language_code
from align.speech.transcripts.clock import read_number
from align.speech.transcripts.readers.fields import (
    Fields,
    best_of,
    child,
    cut_words,
    objects,
    read_speaker,
    read_text,
    read_times,
    what_is_lost,
)
from align.speech.transcripts.rough import Content, RoughTranscript, RoughWord

_SPOKEN = ("word", "punctuation", "entity")


def sniff(content: Content) -> bool:
    """Whether this is JSON with results that have a type and alternatives with a content."""
    results = objects(content.fields.get("results"))
    return any("type" in result and child(result, "alternatives", 0, "content") is not None for result in results)


def read(content: Content) -> RoughTranscript:
    """Return what the file says."""
    results = objects(content.fields["results"])
    language = language_code(child(content.fields, "metadata", "transcription_config", "language"))
    lost = what_is_lost([best_of(each) or None for each in results if each.get("type") in _SPOKEN], "result")
    return RoughTranscript(cut_words([*_words(results)]), language, warnings=lost)


def _words(results: tuple[Fields, ...]) -> Iterator[RoughWord]:
    """Yield words and marks; what is no word, such as `speaker_change`, has no alternatives. `UU` is nobody known."""
    for result in results:
        best = best_of(result)
        if not (text := read_text(best, "content").strip()):
            continue
        likely = read_number(best.get("confidence"))
        speaker = read_speaker(best) or (f"channel {result['channel']}" if "channel" in result else None)
        probability = 1.0 if likely is None else min(max(likely, 0.0), 1.0)
        yield RoughWord(text, *read_times(result), probability, None if speaker == "UU" else speaker)
