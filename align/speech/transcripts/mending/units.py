"""In what are these times counted? In seconds, they say; the rate of speech tells if it is milliseconds after all."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import log
from statistics import median

from align.speech.transcripts.rough import RoughSegment
from align.speech.transcripts.timestamps import SECONDS_PER_LETTER

_UNITS = {0.001: "milliseconds", 1e-6: "microseconds", 1e-7: "ticks of 100 nanoseconds", 1e-9: "nanoseconds"}
"""In seconds, and in words."""

_SLOWEST = 10.0
"""Of a unit, a letter: 70 ms is usual; in seconds nobody takes ten for one, in milliseconds nobody only ten."""


def in_seconds(segments: Sequence[RoughSegment]) -> tuple[list[RoughSegment], tuple[str, ...]]:
    """Return the segments with times in seconds, and a warning if they had others."""
    rates = [*_rates(segments)]
    is_whole = all(time == int(time) for segment in segments for time in _times(segment))
    if not rates or not is_whole or median(rates) <= _SLOWEST:
        return [*segments], ()
    unit = min(_UNITS, key=lambda unit: abs(log(median(rates) * unit / SECONDS_PER_LETTER)))
    warning = f"Its times are in {_UNITS[unit]}, by the rate of speech."
    return [_scaled(segment, unit) for segment in segments], (warning,)


def _rates(segments: Sequence[RoughSegment]) -> Iterator[float]:
    """Yield how much time each word or segment takes for a letter."""
    for segment in segments:
        words = [word for word in segment.words if word.start is not None and word.end is not None]
        for start, end, text in [(word.start, word.end, word.text) for word in words] or [
            (segment.start, segment.end, segment.text)
        ]:
            if start is not None and end is not None and end > start and text.strip():
                yield (end - start) / len(text.strip())


def _times(segment: RoughSegment) -> Iterator[float]:
    pairs = [(segment.start, segment.end), *((word.start, word.end) for word in segment.words)]
    yield from (time for pair in pairs for time in pair if time is not None)


def _scaled(segment: RoughSegment, unit: float) -> RoughSegment:
    def scaled(time: float | None) -> float | None:
        return None if time is None else time * unit

    words = tuple(replace(word, start=scaled(word.start), end=scaled(word.end)) for word in segment.words)
    return replace(segment, words=words, start=scaled(segment.start), end=scaled(segment.end))
