"""JSON that is a list of segments: as faster-whisper's were dumped (tuples or objects), or one object a line."""

from collections.abc import Sequence
from dataclasses import replace

from align.speech.transcripts.clock import read_number
from align.speech.transcripts.readers.fields import cut_words, objects, read_entries, read_text, what_is_lost
from align.speech.transcripts.rough import Content, RoughSegment, RoughTranscript, split_words


def sniff(content: Content) -> bool:
    """Whether this is a list of objects with a text or words, or of lists with a text and times."""
    document = content.document
    if not isinstance(document, list):
        return False
    return any(read_text(entry) or "words" in entry for entry in objects(document)) or any(map(_tuple, document))


def read(content: Content) -> RoughTranscript:
    """Return what the file says."""
    document = content.document if isinstance(content.document, list) else []
    tuples = [entry for entry in map(_tuple, document) if entry]
    lost = lost_tuples(document, "segment") if tuples else what_is_lost(document, "segment")
    return RoughTranscript(tuples or read_entries(document), warnings=lost)


def _tuple(entry: object) -> RoughSegment | None:
    """Return a segment without names: the two numbers before its text are its times, or else those behind it.

    That holds for (id, seek, start, end, text, …, words) of faster-whisper, for (start, end, word, probability), and
    for (word, start, end) of IBM.
    """
    if not isinstance(entry, list):
        return None
    at = next((place for place, value in enumerate(entry) if isinstance(value, str)), None)
    if at is None:
        return None
    times = _numbers(entry[max(0, at - 2) : at]) or _numbers(entry[at + 1 : at + 3])
    if not times:
        return None
    lists = [part for part in entry[at + 1 :] if isinstance(part, list) and any(isinstance(one, list) for one in part)]
    inner = [word for part in lists for word in map(_tuple, part)]
    words = tuple(replace(part.words[0], start=part.start, end=part.end) for part in inner if part and part.words)
    return RoughSegment(words if words and None not in inner else split_words(entry[at]), *times)


def _numbers(values: Sequence[object]) -> tuple[float, float] | None:
    numbers = [number for number in map(read_number, values) if number is not None]
    return (numbers[0], numbers[1]) if len(numbers) == len(values) == 2 else None


def read_tuples(values: Sequence[object]) -> tuple[RoughSegment, ...]:
    """Return the words of a list of tuples."""
    words = [part for part in map(_tuple, values) if part and part.words]
    return cut_words([replace(part.words[0], start=part.start, end=part.end) for part in words])


def lost_tuples(values: Sequence[object], what: str) -> tuple[str, ...]:
    """Return a warning for the tuples of a list that hold nothing that can be read."""
    return what_is_lost([{"text": ""} if _tuple(value) else None for value in values], what)
