"""When was each word said, if a transcript's times are wrong or missing? They are moved, or come from what is heard.

A word that is left out is None until all are put together again.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from align.records import Interval, Span, Transcript, Word, joined_stretches
from align.speech.transcripts.fit import MATTERS, TimeMap
from align.speech.transcripts.matching import make_keys, pair_all
from align.speech.transcripts.timestamps import SECONDS_PER_LETTER
from align.speech.word_boundaries import SHORTEST_UNHEARD, uncovered_speech

_LONGEST_MISHEARD = 8
"""Words in a row that are believed to be misheard; more are not in the sound, or the sound itself must tell."""

_MOST_MISHEARD = 2
"""Words that are heard for one that is told at most, if they are that word misheard."""

_LEAST_PER_LETTER = 0.03
"""How long a letter takes to say, at the very least: 350 words a minute."""

_ROUGHLY = 0.5
"""Seconds by which the words around may be timed wrongly."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Words of a transcript, `told`, that were not found between two that were, or before or after all of them.

    `room` is the time between those two, `heard` what else was heard there, and `likely` the time of that or, if that
    is nothing or much more, as long as the words take to say.
    """

    told: Span
    heard: Span
    room: Interval
    likely: Interval


def move(transcript: Transcript, line: TimeMap) -> tuple[Word | None, ...]:
    """Return the words at their times in the recording; None for those that lie outside it."""
    end = transcript.recording.duration

    def moved(word: Word) -> Word | None:
        start, stop = line.at(word.start), line.at(word.end)
        if stop <= -MATTERS or start >= end + MATTERS:
            return None
        return replace(word, start=min(max(0.0, start), end), end=min(max(0.0, stop), end))

    return tuple(map(moved, transcript.words))


def _in_order(words: Sequence[Word]) -> tuple[Word, ...]:
    """Return the words, none of them beginning before the one before it."""
    starts = accumulate((word.start for word in words), max)
    return tuple(
        replace(word, start=start, end=max(start, word.end)) for word, start in zip(words, starts, strict=True)
    )


def put_together(transcript: Transcript, words: Sequence[Word | None], heard: Sequence[Interval]) -> Transcript:
    """Return the transcript with other words in place of its own; what is `heard` where there are none is unheard."""
    kept = _in_order([word for word in words if word])
    counts = (sum(1 for word in words[part.words.start : part.words.end] if word) for part in transcript.segments)
    segments = (
        replace(segment, start=kept[first].start, end=kept[end - 1].end, words=Span(first, end))
        for segment, (first, end) in zip(transcript.segments, pairwise(accumulate(counts, initial=0)), strict=True)
        if first < end
    )
    unheard = uncovered_speech(kept, joined_stretches(heard), SHORTEST_UNHEARD)
    return replace(transcript, words=kept, segments=tuple(segments), unheard=tuple(unheard))


@dataclass(frozen=True, slots=True)
class Pairing:
    """Which words of a transcript are heard in a stretch: `found` has spans of `heard` by places in `told`."""

    told: Sequence[Word]
    heard: Sequence[Word]
    within: Interval
    found: Mapping[int, Span]

    @property
    def in_common(self) -> float:
        """The share of the words of the one that are in the other, whichever has the larger one."""
        heard = {at for span in self.found.values() for at in range(span.start, span.end)}
        return max(len(self.found) / max(1, len(self.told)), len(heard) / max(1, len(self.heard)))

    def timed(self, may_be_said: Callable[[Sequence[Word]], bool]) -> tuple[Word | None, ...]:
        """Return the words of `told` when they are heard; None for those that are not in the sound.

        A few that were not found between others are taken for misheard and share the time there. More than a few are
        put to the sound: `may_be_said` tells whether it may hold such words at such times.
        """
        words: list[Word | None] = [None] * len(self.told)
        for at, span in self.found.items():
            words[at] = replace(self.told[at], start=self.heard[span.start].start, end=self.heard[span.end - 1].end)
        for gap in self.gaps():
            missing = _spread(self.told[gap.told.start : gap.told.end], gap.likely)
            may_be = len(missing) <= _LONGEST_MISHEARD or may_be_said(missing)
            if may_be and _letters(missing) * _LEAST_PER_LETTER <= gap.room.duration + _ROUGHLY:
                words[gap.told.start : gap.told.end] = missing
        return tuple(words)

    def refined(self) -> tuple[Word, ...]:
        """Return the words of `told`, those that are heard and those between them when they are heard."""
        words = list(self.told)
        for at, word in enumerate(self.timed(lambda _: True)):
            if word and min(self.found) <= at <= max(self.found):
                words[at] = word
        return tuple(words)

    def gaps(self) -> Iterator[Gap]:
        """Yield where words of `told` were not found."""
        end = len(self.heard)
        anchors = [(-1, Span(0, 0)), *self.found.items(), (len(self.told), Span(end, end))]
        for (at, before), (following, after) in pairwise(anchors):
            if following - at > 1:
                heard = Span(before.end, max(before.end, after.start))
                yield self._gap(Span(at + 1, following), heard)

    def _gap(self, told: Span, heard: Span) -> Gap:
        start = self.heard[heard.start - 1].end if heard.start else self.within.start
        end = max(start, self.heard[heard.end].start if heard.end < len(self.heard) else self.within.end)
        usual = min(end - start, _letters(self.told[told.start : told.end]) * SECONDS_PER_LETTER)
        other = self.heard[heard.start : heard.end]
        if other and len(other) <= _MOST_MISHEARD * len(told):
            likely = Interval(other[0].start, max(other[0].start, other[-1].end))
        else:
            likely = Interval(start, start + usual) if told.start else Interval(end - usual, end)
        return Gap(told, heard, Interval(start, end), likely)


def pair_words(told: Sequence[Word], heard: Sequence[Word], within: Interval) -> Pairing:
    """Return which words of a transcript are heard in a stretch of the recording."""
    text, sound = (make_keys([word.text for word in words]) for words in (told, heard))
    found: dict[int, Span] = {}
    for i, j in pair_all(sound.keys, text.keys):
        at, by = text.owners[j], sound.owners[i]
        found[at] = Span(found[at].start if at in found else by, by + 1)
    return Pairing(told, heard, within, found)


def _spread(words: Sequence[Word], over: Interval) -> list[Word]:
    """Return the words, one after another, with shares of a time that are as long as they are."""
    done = list(accumulate((len(word.text) for word in words), initial=0))
    edges = pairwise(min(over.end, over.start + over.duration * count / done[-1]) for count in done)
    return [replace(word, start=start, end=end) for word, (start, end) in zip(words, edges, strict=True)]


def _letters(words: Sequence[Word]) -> int:
    return sum(len(word.text.strip()) for word in words)
