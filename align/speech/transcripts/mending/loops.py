"""A model that repeats itself writes the same sentence again and again, faster than anybody can speak."""

from collections.abc import Sequence
from itertools import groupby

from align.speech.transcripts.mending.spans import unheard_mark
from align.speech.transcripts.rough import RoughSegment

_FASTEST = 0.02
"""Seconds a letter: four times as fast as usual speech, and twice as fast as an auctioneer's."""

_LEAST = 3  # times that something is written before it is a loop


def _is_impossible(segment: RoughSegment) -> bool:
    if segment.start is None or segment.end is None:
        return False
    return 0 < segment.end - segment.start < _FASTEST * len(segment.text.strip())


def break_loops(segments: Sequence[RoughSegment]) -> tuple[list[RoughSegment], tuple[str, ...]]:
    """Return the segments, with one that nobody could make out for all that repeat what nobody could say so fast."""
    kept: list[RoughSegment] = []
    where: list[str] = []
    for _, group in groupby(segments, key=lambda segment: segment.text.split()):
        run = [*group]
        if len(run) < _LEAST or sum(map(_is_impossible, run)) * 2 < len(run):
            kept += run
            continue
        end = max(segment.end for segment in run if segment.end is not None)
        kept.append(RoughSegment((unheard_mark(),), run[0].start, end))
        where.append(f"{run[0].start or 0.0:.1f} to {end:.1f} s")
    warning = (f"Whoever wrote it repeated itself; what was said there is unknown: {', '.join(where[:5])}.",)
    return kept, warning if where else ()
