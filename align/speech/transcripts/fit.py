"""Does a transcript fit its recording? What was heard in a few places is put to its words, and a line to their times.

The line is Theil and Sen's, the median of all slopes: words that were paired wrongly do not bend it.
"""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import fmean, median
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from align.records import Interval, Recording, Segment, Transcript, Word
from align.speech.transcripts.matching import Keys, TextIndex, are_alike, equal_pairs, make_keys

MATTERS = 0.25
"""Seconds by which times may be wrong: so much sound is heard beside a quotation's words (`PADDING` in `compare/`)."""

_CHANCE = 0.35
"""Share of fifteen words that other words have, too, in order: "the" and "of"."""

_NEAR = 1.0
"""Seconds by which words may be told beside what is heard, in subtitles."""

_STRETCH = 15
"""Words of a stretch in which a transcript may differ from the rest of the place: five seconds."""

_CLEAR = 0.7
"""Mean probability of the words of a place that was clearly heard: 0.73 or more in real speech, 0.68 or less where
noise (2 dB above the voice) made a small model write what nobody said."""

_RUN = 8
"""Pairs of words that show a jump of the times."""

_TELLING = 5
"""Words under which a stretch tells nothing."""

PLACE = 30.0
"""Seconds of a place; what Whisper hears at once."""

_AROUND = 5.0
"""Seconds beside a text that are put to the sound with it: a dozen words."""

_WHOLE = 120.0
"""Seconds up to which all of a recording is heard."""

_FEWEST = 4
"""Places of a longer recording: one more each time that its length doubles."""

_UNEVEN = 0.5
_ROUGH = 2.0
"""Seconds by which the words of a place may lie beside the line of all, and those of a stretch of it: a subtitle has no
times within its six seconds."""

_FEW_OUTSIDE = 0.02
"""Share of the words that may be heard outside the lines that have them: some are paired by chance."""

_MANY_WORDS = 20
"""Words from which a drift is believed."""

_LONG, _WORDWISE = 90.0, 0.1
"""Seconds of a transcript whose drift shows although its words have no times of their own, and how far words that have
usually lie beside the line."""

_LARGEST_DRIFT = 0.06
"""Seconds for a second: film at 24 frames that is shown at 25 makes 0.043. More comes of subtitles, whose words have no
times of their own."""

_MANY, _FAR = 0.9, 0.35
"""Share of the words within so many seconds of the line, if each has a time of its own: 0.10 to 0.29 s in 14 recordings
with the times of `base` and the words of `tiny.en`, 0.4 to 0.9 s with subtitles of four or six seconds."""

_STRAIGHTER = 0.7
"""Share of what words lie beside one shift of all that they may lie beside a drift for it to be one."""

_MOST_PAIRS = 500
"""Pairs of words from which a line is made: 125,000 slopes."""

_Times: TypeAlias = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class TimeMap:
    """When in the recording something is that a transcript has at some time; seconds, and seconds for a second."""

    offset: float = 0.0
    rate: float = 1.0

    def at(self, seconds: float) -> float:
        """Return when it is in the recording."""
        return self.offset + self.rate * seconds


@dataclass(frozen=True, slots=True)
class PlaceMatch:
    """What was heard in one place of a recording, and for each word the time that a transcript has for it, or None.

    `share` is how much of it the transcript has; `is_fitting` says that this is enough, or enough of a transcript that
    is the shorter one.
    """

    heard: tuple[Word, ...]
    told: tuple[float | None, ...]
    share: float
    is_fitting: bool

    @property
    def is_clear(self) -> bool:
        """Whether this was clearly heard."""
        return len(self.heard) >= _TELLING and are_clear(self.heard)

    def pairs(self) -> list[tuple[float, float]]:
        """Return when words are in the transcript and when in the recording, in seconds."""
        return [(told, word.start) for told, word in zip(self.told, self.heard, strict=True) if told is not None]

    def is_contradicted(self, line: TimeMap, words: Sequence[Word]) -> bool:
        """Whether a stretch was clearly heard, and a transcript with these words has others there."""
        return any(
            are_clear(heard) and _is_other(heard, _between(words, line, heard[0].start - _NEAR, heard[-1].end + _NEAR))
            for heard in (self.heard[at : at + _STRETCH] for at in range(0, len(self.heard), _STRETCH))
            if len(heard) >= _TELLING
        )


def choose_places(recording: Recording, words: Sequence[Word]) -> tuple[Interval, ...]:
    """Return where to listen: all of a short recording, else the first, the last, and some between.

    They are spread over the recording and over its words, and more the longer it is, but slowly.
    """
    last = max(0, math.ceil(recording.duration / PLACE) - 1)
    if recording.duration <= _WHOLE:
        chosen = set(range(last + 1))
    else:
        count = _FEWEST + round(math.log2(recording.duration / _WHOLE))
        told = (words[at * (len(words) - 1) // (count // 2)].start for at in range(count // 2 + 1))
        chosen = {round(at * last / (count - 1)) for at in range(count)}
        chosen |= {int(time / PLACE) for time in told if time < recording.duration}
    return _places(chosen, recording)


def match_places(places: Sequence[Sequence[Word]], words: Sequence[Word]) -> tuple[PlaceMatch, ...]:
    """Return what of the words heard in each place is among the words of a transcript; nothing of silent places."""
    keys = make_keys([word.text for word in words])
    index = TextIndex(keys.keys)
    return tuple(_match(heard, words, keys, index) for heard in places if heard)


def _match(heard: Sequence[Word], words: Sequence[Word], keys: Keys, index: TextIndex) -> PlaceMatch:
    block = make_keys([word.text for word in heard])
    pairs = index.pairs(block.keys)
    told: list[float | None] = [None] * len(heard)
    for i, j in reversed(pairs):
        told[block.owners[i]] = words[keys.owners[j]].start
    is_fitting = are_alike(len(pairs), min(len(block), len(keys)))
    return PlaceMatch(tuple(heard), tuple(told), len(pairs) / max(1, len(block)), is_fitting)


def fit_line(matches: Sequence[PlaceMatch], lines: Sequence[Segment] = ()) -> TimeMap | None:
    """Return the line on which the pairs of all places lie; None if some do not lie on it.

    Where only the `lines` of a transcript have times, these are right if its words are heard in them: a pause within a
    long one moves the words beside those that are worked out.
    """
    placed = [match.pairs() for match in matches]
    pairs = [pair for place in placed for pair in place]
    if _are_steady(TimeMap(), placed, _AROUND) and _are_in(lines, pairs):
        return TimeMap()
    line = _simplest(*np.array(pairs[:: 1 + len(pairs) // _MOST_PAIRS]).T)
    is_even = _are_steady(line, placed, _ROUGH) and all(_is_beside(line, place, _UNEVEN) for place in placed)
    return line if is_even else None


def _are_steady(line: TimeMap, placed: Sequence[Sequence[tuple[float, float]]], most: float) -> bool:
    """Whether no stretch of words lies more than some seconds beside a line."""
    starts = ((place, at) for place in placed for at in range(0, len(place), _RUN // 2))
    return all(_is_beside(line, place[at : at + _RUN], most) for place, at in starts)


def _are_in(lines: Sequence[Segment], pairs: Sequence[tuple[float, float]]) -> bool:
    """Whether nearly all words are heard in those lines that have them; pairs have the time told, and that heard."""
    starts = [line.start for line in lines]
    homes = ((lines[max(0, bisect_right(starts, told) - 1)], heard) for told, heard in pairs if lines)
    outside = [home for home, heard in homes if not home.start - MATTERS <= heard <= home.end + MATTERS]
    return bool(lines) and len(outside) <= _FEW_OUTSIDE * len(pairs)


def is_rough(matches: Sequence[PlaceMatch], line: TimeMap) -> bool:
    """Whether a transcript has the times of lines alone: many of its words lie far beside the line."""
    beside = [abs(heard - line.at(told)) for match in matches for told, heard in match.pairs()]
    return float(np.quantile(beside, _MANY)) > _FAR


def find_places(texts: Sequence[str], told: Transcript) -> tuple[Interval, ...]:
    """Return the places in which texts are said, as a transcript has it, with what lies around them."""
    index = TextIndex((keys := make_keys([word.text for word in told.words])).keys)
    chosen: set[int] = set()
    for text in texts:
        block = make_keys([text]).keys
        pairs = index.pairs(block)
        if are_alike(len(pairs), min(len(block), len(keys))):
            first, last = (told.words[keys.owners[pairs[at][1]]].start for at in (0, -1))
            chosen.update(range(int(max(0.0, first - _AROUND) / PLACE), int((last + _AROUND) / PLACE) + 1))
    return _places(chosen, told.recording)


def _places(numbers: Iterable[int], recording: Recording) -> tuple[Interval, ...]:
    """Return places by their numbers from the start of a recording, in order."""
    starts = [number * PLACE for number in sorted(numbers) if number * PLACE < recording.duration]
    return tuple(Interval(start, min(recording.duration, start + PLACE)) for start in starts)


def _is_beside(line: TimeMap, pairs: Sequence[tuple[float, float]], most: float) -> bool:
    """Whether words lie near a line in the middle; a few may have been paired by chance and tell nothing."""
    return len(pairs) < _TELLING or abs(median(heard - line.at(told) for told, heard in pairs)) <= most


def _between(words: Sequence[Word], line: TimeMap, start: float, end: float) -> Sequence[Word]:
    """Return the words that begin in a stretch of the recording."""
    first, last = (bisect_left(words, instant, key=lambda word: line.at(word.start)) for instant in (start, end))
    return words[first:last]


def _is_other(heard: Sequence[Word], told: Sequence[Word]) -> bool:
    """Whether what is told is as much as what was heard, and something else."""
    if 2 * len(told) < len(heard):
        return False
    sound, text = (make_keys([word.text for word in words]).keys for words in (heard, told))
    return len(equal_pairs(sound, text, 0, 1)) < _CHANCE * min(len(sound), len(text))


def _simplest(told: _Times, heard: _Times) -> TimeMap:
    """Return a map that is as good as any: no change if that does it, else the same for all, else a drift."""
    shift, drift = TimeMap(float(np.median(heard - told))), _theil_sen(told, heard)
    spread, ends = _spread(shift, told, heard), (told.min(), told.max())
    is_large = max(abs(drift.at(end) - shift.at(end)) for end in ends) > MATTERS / 2
    is_likely = len(told) >= _MANY_WORDS and abs(drift.rate - 1) <= _LARGEST_DRIFT
    rest = _spread(drift, told, heard)
    is_straight = rest < _STRAIGHTER * spread and (np.ptp(told) > _LONG or rest < _WORDWISE)
    if is_likely and is_large and is_straight:
        return drift
    return shift if abs(shift.offset) > max(MATTERS, 2 * spread) else TimeMap()


def _theil_sen(told: _Times, heard: _Times) -> TimeMap:
    """Return the line with the median slope of all pairs that lie well apart, through the median."""
    apart = told[:, None] - told
    is_far = apart >= max(1.0, np.ptp(told) / 4)
    rate = float(np.median((heard[:, None] - heard)[is_far] / apart[is_far])) if is_far.any() else 1.0
    return TimeMap(float(np.median(heard - rate * told)), rate)


def _spread(line: TimeMap, told: _Times, heard: _Times) -> float:
    """Return how far pairs usually lie beside a line, in seconds."""
    return float(np.median(np.abs(heard - line.offset - line.rate * told)))


def are_clear(heard: Sequence[Word]) -> bool:
    """Whether words were clearly heard."""
    return fmean(word.probability for word in heard) >= _CLEAR
