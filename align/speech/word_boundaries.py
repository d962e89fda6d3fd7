"""Where in the sound does a word begin and end? Whisper lets words run into pauses; voice activity (VAD) decides."""

from collections.abc import Sequence
from dataclasses import replace

from align.records import Interval, Word

_REACH = 0.3
"""Seconds by which the first or last word of a stretch of speech is drawn to its edge."""

_LONGEST_WORD = 0.5
_LONGEST_LETTER = 0.12
"""Seconds: how long a word may plausibly last, and how much longer for each of its letters. Slow verse stays below."""


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


def plausible_duration(word: Word) -> float:
    """Return how long a word may plausibly last, in seconds."""
    return _LONGEST_WORD + _LONGEST_LETTER * sum(letter.isalnum() for letter in word.text)


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
