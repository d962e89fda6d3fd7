"""Which stretches of a recording are heard at once? Chunking: windows of at most 30 s, cut in pauses."""

from collections.abc import Iterator
from itertools import pairwise

from align.records import Interval
from align.speech.vad.detection import SpeechProbabilities

LONGEST = 30.0
"""Seconds: what Whisper hears at once."""

_MARGIN = 0.2
"""Seconds of sound kept around speech, since its first and last sounds are soft."""

_LONGEST_PAUSE = 4.0
"""Seconds of no speech that a window may hold; more is left out, as Whisper is apt to make words of it."""

_CUT_AFTER = 25.0
"""Seconds after which the longest pause ends a window: near enough to full, and rarely within a sentence."""


def find_windows(probabilities: SpeechProbabilities, within: Interval) -> tuple[Interval, ...]:
    """Return windows that hold all the speech within a stretch of a recording, in order; they do not overlap."""
    spoken = [piece for interval in probabilities.speech(within) for piece in _shortened(interval, probabilities)]
    windows: list[Interval] = []
    while spoken:
        count = _count(spoken)
        windows.append(Interval(spoken[0].start, spoken[count - 1].end))
        del spoken[:count]
    return _widened(windows, within)


def _shortened(speech: Interval, probabilities: SpeechProbabilities) -> Iterator[Interval]:
    """Yield speech in pieces that fit into a window, cut where it is quietest."""
    longest = LONGEST - 2 * _MARGIN
    while speech.duration > longest:
        cut = probabilities.quietest(Interval(speech.start + _CUT_AFTER, speech.start + longest))
        yield Interval(speech.start, cut)
        speech = Interval(cut, speech.end)
    yield speech


def _count(spoken: list[Interval]) -> int:
    """Return how many of the next stretches make a window: all up to the longest pause near its end."""
    limit = spoken[0].start + LONGEST - 2 * _MARGIN
    best, best_pause = 1, 0.0
    for count in range(1, len(spoken) + 1):
        end = spoken[count - 1].end
        if end > limit:
            break
        pause = spoken[count].start - end if count < len(spoken) else LONGEST
        if pause > _LONGEST_PAUSE:
            return count
        if pause >= best_pause or end < spoken[0].start + _CUT_AFTER:
            best, best_pause = count, pause if end >= spoken[0].start + _CUT_AFTER else 0.0
    return best


def _widened(windows: list[Interval], within: Interval) -> tuple[Interval, ...]:
    """Return the windows with a margin on both sides, at most half of the pause between two."""
    edges = [within.start, *((one.end + other.start) / 2 for one, other in pairwise(windows)), within.end]
    return tuple(
        Interval(max(before, window.start - _MARGIN), min(after, window.end + _MARGIN))
        for window, before, after in zip(windows, edges, edges[1:], strict=False)
    )
