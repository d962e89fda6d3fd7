"""What is said in all tracks of a file, as one transcript? Segment by segment, so that nobody is cut short."""

from collections.abc import Sequence
from dataclasses import replace

from align.records import Segment, Span, Transcript, Word


def merge_transcripts(transcripts: Sequence[Transcript]) -> Transcript:
    """Return the transcripts of a file's tracks as one of the file; who speaks at the same time stands one by one."""
    if len(transcripts) == 1:
        return transcripts[0]
    parts = sorted(
        ((segment, heard) for heard in transcripts for segment in heard.segments), key=lambda part: part[0].start
    )
    words: list[Word] = []
    segments: list[Segment] = []
    for segment, heard in parts:
        first = len(words)
        words += heard.words[segment.words.start : segment.words.end]
        segments.append(replace(segment, words=Span(first, len(words))))
    turns = (
        replace(turn, voice=turn.voice + sum(len(other.voices) for other in transcripts[:place]))
        for place, heard in enumerate(transcripts)
        for turn in heard.turns
    )
    spoken = next(heard for heard in transcripts if heard.words)
    return Transcript(
        replace(spoken.recording, track=None, duration=max(heard.recording.duration for heard in transcripts)),
        spoken.language,
        tuple(words),
        tuple(segments),
        tuple(sorted(gap for heard in transcripts for gap in heard.unheard)),
        tuple(f"{heard.recording.track}: {warning}" for heard in transcripts for warning in heard.warnings),
        tuple(voice for heard in transcripts for voice in heard.voices),
        tuple(sorted(turns)),
    )
