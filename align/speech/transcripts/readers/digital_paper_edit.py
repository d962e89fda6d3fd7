"""JSON as the BBC's Digital Paper Edit and autoEdit have it: words, and paragraphs that say who speaks when."""

from bisect import bisect_right
from dataclasses import replace

from align.speech.transcripts.readers.fields import (
    cut_words,
    objects,
    read_speaker,
    read_times,
    read_words,
    what_is_lost,
)
from align.speech.transcripts.rough import Content, RoughTranscript


def sniff(content: Content) -> bool:
    """Whether this is JSON with words and with paragraphs that have a speaker."""
    fields = content.fields
    return bool(objects(fields.get("words"))) and any("speaker" in part for part in objects(fields.get("paragraphs")))


def read(content: Content) -> RoughTranscript:
    """Return what the file says."""
    fields = content.fields
    turns = sorted((read_times(turn)[0] or 0.0, read_speaker(turn) or "") for turn in objects(fields["paragraphs"]))
    starts = [start for start, _ in turns]

    def speaker(start: float | None) -> str | None:
        place = bisect_right(starts, start) if start is not None else 0
        return turns[place - 1][1] or None if place else None

    words = [replace(word, speaker=word.speaker or speaker(word.start)) for word in read_words(fields["words"])]
    return RoughTranscript(cut_words(words), warnings=what_is_lost(fields["words"], "word"))
