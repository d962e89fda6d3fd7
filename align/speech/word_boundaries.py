"""Where in the sound does a word begin and end? Whisper lets words run into pauses; voice activity (VAD) decides."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from math import inf
from statistics import fmean

from align.records import Interval, Word

_REACH = 0.3
"""Seconds by which the first or last word of a stretch of speech is drawn to its edge."""

_LONGEST_WORD = 0.5
_LONGEST_LETTER = 0.12
"""Seconds: how long a word may plausibly last, and how much longer for each of its letters. Slow verse stays below."""

_SHORTEST_WORD = 0.06
"""Seconds that a word lasts at least: what is made up in silence is aligned to one instant or two."""

_BELIEVED = 0.6
"""Mean probability of words from which they are taken to have been said where the detector hears nobody."""

_SOFTER = 15.0
"""dB by which what the detector misses is softer, at most, than what it finds in the same window."""

SHORTEST_UNHEARD = 1.0
"""Seconds of speech without words that are named: enough for a quotation to hide in."""


def snap_to_speech(words: Sequence[Word], speech: Sequence[Interval]) -> tuple[Word, ...]:
    """Return the words of one stretch of recording with their edges where the voice begins and ends.

    A word that lasts through a pause keeps the side on which most of it lies. A word where nobody speaks is left out:
    Whisper thanks for watching when it hears nothing.
    """
    kept = [_within(word, parts) for word in words if (parts := _parts(word, speech))]
    for interval in speech:
        inside = [at for at, word in enumerate(kept) if word.start < interval.end and word.end > interval.start]
        if inside:
            kept[inside[0]] = _begun(kept[inside[0]], interval.start)
            kept[inside[-1]] = _ended(kept[inside[-1]], interval.end)
    return tuple(kept)


def missed_speech(
    words: Sequence[Word], speech: Sequence[Interval], level: Callable[[Sequence[Interval]], float]
) -> list[Interval]:
    """Return where words stand, believed ones, in sound about as loud as the speech of a window, but outside of it.

    In an echo, or far from the microphone, the detector misses clauses that the model hears. What the model makes of
    silence takes no time, or is not believed. `level` is the loudness of stretches, in dB.
    """
    if not speech:
        return []
    runs = [tuple(run) for is_lost, run in groupby(words, lambda word: _is_lost(word, speech)) if is_lost]
    believed = [run for run in runs if fmean(word.probability for word in run) >= _BELIEVED]
    least = level(speech) - _SOFTER if believed else inf
    places = (Interval(run[0].start, run[-1].end) for run in believed)
    return [place for place in places if level([place]) > least]


def _is_lost(word: Word, speech: Sequence[Interval]) -> bool:
    """Whether a word lasts, and the detector hears nobody speak meanwhile."""
    return word.end - word.start >= _SHORTEST_WORD and not _parts(word, speech)


def plausible_duration(word: Word) -> float:
    """Return how long a word may plausibly last, in seconds."""
    return _LONGEST_WORD + _LONGEST_LETTER * sum(letter.isalnum() for letter in word.text)


def uncovered_speech(words: Sequence[Word], speech: Sequence[Interval], least: float) -> Iterator[Interval]:
    """Yield the stretches between words that hold at least so many seconds of speech, from its start to its end.

    A word that lasts implausibly long covers only a plausible beginning.
    """
    starts = [*(word.start for word in words), inf]
    ends = [0.0, *(min(word.end, word.start + plausible_duration(word)) for word in words)]
    for after, before in zip(ends, starts, strict=True):
        if before - after < least:
            continue
        first = bisect_right(speech, after, key=lambda interval: interval.end)
        last = bisect_left(speech, before, key=lambda interval: interval.start)
        parts = [Interval(max(after, part.start), min(before, part.end)) for part in speech[first:last]]
        if sum(part.duration for part in parts) >= least:
            yield Interval(parts[0].start, parts[-1].end)


def _parts(word: Word, speech: Sequence[Interval]) -> list[Interval]:
    """Return the parts of a word's time in which somebody speaks."""
    return [
        Interval(max(word.start, interval.start), min(word.end, interval.end))
        for interval in speech
        if interval.start < word.end and interval.end > word.start
    ]


def _within(word: Word, parts: Sequence[Interval]) -> Word:
    most = max(parts, key=lambda part: part.duration)
    return replace(word, start=most.start, end=most.end)


def _begun(word: Word, onset: float) -> Word:
    return replace(word, start=onset) if onset < word.start < onset + _REACH else word


def _ended(word: Word, end: float) -> Word:
    return replace(word, end=end) if end - _REACH < word.end < end else word
