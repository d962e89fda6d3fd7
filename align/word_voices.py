"""Whose is each word? Its own label tells, or else the turns in which somebody speaks."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Protocol

from align.records import Turn, Word

_NEAR = 0.5
"""Seconds between a word and a turn at which they may still belong together: the ends of words are 0.1 s off as a
rule, and turns are counted in steps of 0.4 s."""


_WITHIN = ", voice "


def voice_within(label: str, number: int) -> str:
    """Return what a voice is called that is one of several, from 1, of what has one label."""
    return f"{label}{_WITHIN}{number}"


def whole_label(label: str) -> str:
    """Return the label of what a voice is one of; its own, if it is the only one there."""
    return label.rpartition(_WITHIN)[0] or label


class Told(Protocol):
    """Who speaks when: a transcript whose voices are told, or a diarization."""

    @property
    def labels(self) -> Sequence[str]:
        """What each voice is called, all different."""
        ...

    @property
    def turns(self) -> Sequence[Turn]:
        """When they speak; turns may overlap."""
        ...


def word_voices(words: Sequence[Word], told: Told) -> tuple[int | None, ...]:
    """Return whose each word is, as a position in the labels; None where nobody knows."""
    positions = {label: position for position, label in enumerate(told.labels)}
    own = (positions.get(word.speaker or "") for word in words)
    turns = word_turns(words, told)
    return tuple(turn.voice if voice is None and turn else voice for voice, turn in zip(own, turns, strict=True))


def word_turns(words: Sequence[Word], told: Told) -> tuple[Turn | None, ...]:
    """Return for each word the turn that has most of it, else the nearest; None if none is near.

    A word that has a label of its own stands in a turn of that voice, or of one of those that were told apart in it.
    """
    labels, turns = told.labels, told.turns
    everybody = _TurnIndex(turns)
    known = {*labels, *map(whole_label, labels)}
    by_label = {
        label: _TurnIndex(turn for turn in turns if label in (labels[turn.voice], whole_label(labels[turn.voice])))
        for label in known.intersection(word.speaker for word in words if word.speaker)
    }
    return tuple(by_label.get(word.speaker or "", everybody).turn_at(word) for word in words)


class _TurnIndex:
    """Finds the turn that a word stands in."""

    def __init__(self, turns: Iterable[Turn]) -> None:
        self._turns = sorted(turns)
        self._starts = [turn.start for turn in self._turns]
        self._last_ends = [*accumulate((turn.end for turn in self._turns), max)]

    def turn_at(self, word: Word) -> Turn | None:
        first = bisect_left(self._last_ends, word.start - _NEAR)
        near = self._turns[first : bisect_right(self._starts, word.end + _NEAR)]
        return max(near, key=lambda turn: min(turn.end, word.end) - max(turn.start, word.start), default=None)
