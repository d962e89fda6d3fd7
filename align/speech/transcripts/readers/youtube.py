"""JSON as YouTube's own captions come (`json3`): events with pieces of text, times in milliseconds."""

from align.speech.transcripts.clock import read_number
from align.speech.transcripts.readers.fields import MILLISECOND, Fields, objects, read_text, what_is_lost
from align.speech.transcripts.rough import Content, RoughSegment, RoughTranscript, RoughWord


def sniff(content: Content) -> bool:
    """Whether this is JSON with events that have pieces of text."""
    return any("segs" in event for event in objects(content.fields.get("events")))


def read(content: Content) -> RoughTranscript:
    """Return what the file says. An event that only appends a line break (`aAppend`) says nothing."""
    events = [event for event in objects(content.fields["events"]) if event.get("segs")]
    lost = tuple(warning for event in events for warning in what_is_lost(event["segs"], "piece"))
    return RoughTranscript([_segment(event) for event in events], warnings=lost)


def _segment(event: Fields) -> RoughSegment:
    start, length = (read_number(event.get(name)) for name in ("tStartMs", "dDurationMs"))
    words: list[RoughWord] = []
    for piece in objects(event["segs"]):
        offset = read_number(piece.get("tOffsetMs"))
        begins = start + offset if start is not None and offset is not None else None
        parts = read_text(piece, "utf8").split()
        seconds = None if begins is None else begins * MILLISECOND
        words += [RoughWord(f" {part}", seconds if not at else None) for at, part in enumerate(parts)]
    end = None if start is None or length is None else (start + length) * MILLISECOND
    return RoughSegment(tuple(words), None if start is None else start * MILLISECOND, end)
