"""Until when should a passage be shown, or kept in a cut? A moment longer than its last word sounds."""

from math import inf

from align.records import Passage, Report

LEAD_OUT = 0.3
"""Seconds of the pause behind a passage that go with it, at most: people who time speech by hand end a sentence 0.1 s
after the last sound that stands out (median of 28), synthesizers up to 0.5 s."""

_SHARE = 0.25
"""Share of the pause behind a passage that goes with it, at most; from the same 28 sentences."""


def with_lead_out(report: Report, passage: Passage) -> float:
    """Return the second until which a passage is shown: a moment into the pause behind it, never into the next word."""
    transcript = report.transcripts[passage.recording]
    following = transcript.words[passage.words.end : passage.words.end + 1]
    pause = following[0].start - passage.end if following else inf
    end = passage.end + max(0.0, min(LEAD_OUT, _SHARE * pause))
    return max(passage.end, min(end, transcript.recording.duration))
