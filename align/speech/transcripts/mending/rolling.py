"""Captions that roll up: what was said stays on the screen while more is added, and so stands in several cues.

YouTube's automatic captions do it, subtitles made of them, and television's (CEA-608: roll-up, and paint-on, where a
line grows word by word).
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from align.speech.transcripts.rough import RoughSegment

_SHARE = 0.3
"""Of the cues, that carry on words of the one before and add others: a third do so in YouTube's, none elsewhere."""

_LEAST = 2  # such cues: one alone may be somebody who says it again
_LONGEST_PAUSE = 1.0  # seconds between two cues of which one carries on the other


def unroll(segments: Sequence[RoughSegment]) -> tuple[list[RoughSegment], tuple[str, ...]]:
    """Return the segments with each word once: as they are, but for captions that roll up and exact repetitions."""
    cues = [*_once(segments)]
    shared = [_shared(one, other) for one, other in pairwise(cues)]
    rolling = sum(0 < count < len(cue.words) for count, cue in zip(shared, cues[1:], strict=True))
    if rolling < max(_LEAST, _SHARE * len(cues)):
        return cues, ()
    fresh = [*cues[:1], *(_without_first(cue, count) for count, cue in zip(shared, cues[1:], strict=True))]
    return [cue for cue in fresh if cue.words], ()


def _once(segments: Sequence[RoughSegment]) -> Iterator[RoughSegment]:
    """Yield the segments without those that repeat another to the millisecond: two pieces of a stream overlap so."""
    known = set()
    for segment in segments:
        key = (segment.start, segment.end, segment.text)
        if segment.start is None or segment.start == segment.end or len(segment.words) < _LEAST or key not in known:
            yield segment
        known.add(key)


def _shared(one: RoughSegment, other: RoughSegment) -> int:
    """Return how many of the first words of `other` are the last of `one`: whole lines of both, or all of `one`."""
    if one.end is not None and other.start is not None and abs(other.start - one.end) > _LONGEST_PAUSE:
        return 0
    before, now = ([word.text.strip() for word in cue.words] for cue in (one, other))
    if before and before == now[: len(before)]:
        return len(before)
    starts, ends = _line_starts(one), {*_line_starts(other), len(now)}
    fits = (len(before) - start for start in starts if before[start:] == now[: len(before) - start])
    return max((count for count in fits if count in ends), default=0)


def _line_starts(cue: RoughSegment) -> list[int]:
    return [place for place, word in enumerate(cue.words) if not place or word.text.startswith("\n")]


def _without_first(cue: RoughSegment, count: int) -> RoughSegment:
    return replace(cue, words=cue.words[count:])
