"""What did the writer of a transcript mean? What tools add to the words, and get wrong, is taken away or put right.

Each step takes segments and returns them, and sentences on what was lost or is in doubt.
"""

from dataclasses import replace

from align.speech.transcripts.mending.equal_times import forget_equal_times
from align.speech.transcripts.mending.labels import tell_speakers
from align.speech.transcripts.mending.languages import keep_one_language
from align.speech.transcripts.mending.loops import break_loops
from align.speech.transcripts.mending.pieces import join_pieces
from align.speech.transcripts.mending.rolling import unroll
from align.speech.transcripts.mending.sounds import leave_out_sounds
from align.speech.transcripts.mending.turns import keep_turns_whole
from align.speech.transcripts.mending.units import in_seconds
from align.speech.transcripts.rough import RoughSegment, RoughTranscript

_STEPS = (
    forget_equal_times,
    in_seconds,
    join_pieces,
    unroll,
    keep_one_language,
    tell_speakers,
    leave_out_sounds,
    break_loops,
    keep_turns_whole,
)


def mend(rough: RoughTranscript) -> RoughTranscript:
    """Return a transcript as its writer meant it, without empty segments."""
    segments, warnings = rough.segments, rough.warnings
    for step in _STEPS:
        segments, said = step([segment for segment in segments if segment.words])
        warnings += said
    segments = [_on_one_line(segment) for segment in segments if segment.words]
    is_timed = rough.is_timed and any(segment.starts for segment in segments)
    return replace(rough, segments=segments, warnings=warnings, is_timed=is_timed)


def _on_one_line(segment: RoughSegment) -> RoughSegment:
    words = tuple(
        replace(word, text=f" {word.text.strip()}") if word.text.startswith("\n") else word for word in segment.words
    )
    return replace(segment, words=words)
