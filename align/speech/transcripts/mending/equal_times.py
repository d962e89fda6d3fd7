"""Does everything begin at once? Then these are no times: an export that lost them writes 0 everywhere."""

from collections.abc import Sequence

from align.speech.transcripts.rough import RoughSegment

_FEWEST = 2  # times from which it can be told
_FEWEST_WORDS = 10


def forget_equal_times(segments: Sequence[RoughSegment]) -> tuple[list[RoughSegment], tuple[str, ...]]:
    """Return the segments without times, and a warning, if they all begin at the same moment."""
    starts = [start for segment in segments for start in segment.starts]
    words = sum(len(segment.words) for segment in segments)
    if len(starts) < _FEWEST or len({*starts}) > 1 or words < _FEWEST_WORDS:
        return [*segments], ()
    return [segment.untimed for segment in segments], (
        f"All its times are the same ({starts[0]:g} s), and so they are none.",
    )
