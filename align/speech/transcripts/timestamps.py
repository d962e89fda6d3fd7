"""When was each word said? Times as other tools write them, missing or absurd, made into times that make sense.

Times that contradict the most others are forgotten. A run of words without times is given the time that is left
between its neighbours, in proportion to its letters.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise
from typing import TypeAlias, TypeGuard

from align.errors import TranscriptError
from align.records import Interval, Recording, Segment, Span, Transcript, Word
from align.speech.transcripts.clock import write_clock
from align.speech.transcripts.rough import RoughSegment
from align.subsequences import longest_nondecreasing

SECONDS_PER_LETTER = 0.07
"""How long a letter takes to say, where a transcript gives no time at all: 150 words a minute."""

_SHORTEST = 0.2  # seconds of a word whose end is not told, be it ever so short

_LATE = 30.0
"""Seconds that a word may seem to begin after its recording's end: Whisper hears windows of this length."""

_LONGEST = 1e6
"""Seconds, eleven days: a later time is a mistake."""

_Times: TypeAlias = tuple[float, float] | None


def repair_timestamps(rough: Sequence[RoughSegment]) -> tuple[tuple[Word, ...], tuple[Segment, ...]]:
    """Return words and segments whose times make sense: present, in order, and none before its word."""
    spoken = [segment for segment in rough if segment.words]
    letters = [len(word.text) for segment in spoken for word in segment.words]
    starts = [segment.start if _is_time(segment.start) else None for segment in spoken]
    followed = zip(spoken, [*starts[1:], None], strict=False)
    times = _in_order([times for segment, following in followed for times in _times_in(segment, following)])
    words = tuple(
        Word(word.text, *interval, word.probability, word.speaker)
        for word, interval in zip((w for part in spoken for w in part.words), _filled(times, letters), strict=True)
    )
    edges = accumulate((len(segment.words) for segment in spoken), initial=0)
    segments = (
        Segment(words[first].start, words[end - 1].end, Span(first, end), part.avg_logprob, part.no_speech_prob)
        for part, (first, end) in zip(spoken, pairwise(edges), strict=True)
    )
    return words, tuple(segments)


def clip_to_recording(transcript: Transcript, recording: Recording) -> Transcript:
    """Return `transcript` as one of `recording`, nothing after its end; raises TranscriptError if it goes on for long.

    Times a little late are moved to the end.
    """
    latest = max((word.start for word in transcript.words), default=0.0)
    if latest > recording.duration + _LATE:
        raise TranscriptError(
            f"The transcript for {recording.path} goes on until {write_clock(latest)}, but the recording ends at"
            f" {write_clock(recording.duration)}: give the transcript of this recording."
        )

    def clipped(seconds: float) -> float:
        return min(seconds, recording.duration)

    return replace(
        transcript,
        recording=recording,
        words=tuple(replace(word, start=clipped(word.start), end=clipped(word.end)) for word in transcript.words),
        segments=tuple(replace(part, start=clipped(part.start), end=clipped(part.end)) for part in transcript.segments),
        unheard=tuple(
            Interval(gap.start, clipped(gap.end)) for gap in transcript.unheard if gap.start < recording.duration
        ),
    )


def _times_in(segment: RoughSegment, following: float | None) -> Sequence[_Times]:
    """Return the times that a segment gives its words; those without any share what is left of the segment's.

    A segment without an end, or of no length, lasts as long as its letters take, but not beyond `following`.
    """
    known = _in_order([_interval(*times) for times in _with_ends(segment)])
    if not _is_time(segment.start):
        return known
    own = [times for times in known if times]
    letters = [len(word.text) for word in segment.words]
    start = min([segment.start, *(times[0] for times in own[:1])])
    end = max([_end_of(segment, sum(letters), following), *(times[1] for times in own[-1:])])
    return [*_filled(known, letters, start, end)]


def _with_ends(segment: RoughSegment) -> list[tuple[float | None, float | None]]:
    """Return the times of a segment's words, an end that is missing before the next start, or when the word is over.

    Where only starts are marked, as in karaoke subtitles, the first word begins with its segment.
    """
    starts = [word.start for word in segment.words]
    if starts[0] is None and any(word.start is not None and word.end is None for word in segment.words):
        starts[0] = segment.start
    times: list[tuple[float | None, float | None]] = []
    following = segment.end
    for word, start in zip(reversed(segment.words), reversed(starts), strict=True):
        end = word.end
        if _is_time(start) and end is None:
            end = start + max(_SHORTEST, SECONDS_PER_LETTER * len(word.text.strip()))
            end = min(end, following) if following is not None and following > start else end
        times.append((start, end))
        following = start if _is_time(start) else following
    return times[::-1]


def _end_of(segment: RoughSegment, letters: int, following: float | None) -> float:
    bounds = _interval(segment.start, segment.end)
    if bounds and bounds[1] > bounds[0]:
        return bounds[1]
    start = segment.start or 0.0
    end = start + SECONDS_PER_LETTER * letters
    return min(end, following) if following is not None and following > start else end


def _in_order(times: Sequence[_Times]) -> list[_Times]:
    """Return the most times whose starts are in order, none reaching into the next; the others are forgotten."""
    kept: list[_Times] = [None] * len(times)
    following = math.inf
    for place in reversed(longest_nondecreasing([given[0] if given else None for given in times])):
        given = times[place]
        if given:
            kept[place] = (given[0], min(given[1], following))
            following = given[0]
    return kept


def _filled(
    times: Sequence[_Times], letters: Sequence[int], start: float = 0.0, end: float | None = None
) -> Iterator[tuple[float, float]]:
    """Yield the times of words between `start` and `end`, those without any sharing what lies between their neighbours.

    `letters` are how many each word has.
    """
    waiting: list[int] = []
    for given, length in zip(times, letters, strict=True):
        if given is None:
            waiting.append(length)
            continue
        yield from _shares(waiting, start, given[0])
        yield given
        start, waiting = given[1], []
    yield from _shares(waiting, start, end)


def _shares(letters: Sequence[int], start: float, end: float | None) -> Iterator[tuple[float, float]]:
    """Yield the time from `start` to `end`, or as long as the letters take to say, divided by letters."""
    done = list(accumulate(letters, initial=0))
    if end is None:
        end = start + done[-1] * SECONDS_PER_LETTER
    step = (end - start) / max(1, done[-1])
    return pairwise(min(start + step * count, end) for count in done)


def _interval(start: float | None, end: float | None) -> _Times:
    """Return the times if they make sense."""
    return (start, end) if _is_time(start) and _is_time(end) and start <= end else None


def _is_time(value: float | None) -> TypeGuard[float]:
    return value is not None and 0 <= value < _LONGEST
