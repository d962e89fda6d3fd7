"""Two people at once: whose words come first? Of who began, to the end of the sentence; no "Yeah" cuts into it."""

from collections.abc import Sequence
from dataclasses import replace

from align.speech.transcripts.rough import RoughSegment

_ENDING = (".", "?", "!", "…", ".”", "?”", "!”", '."', '?"', '!"')
_LONGEST_WAIT = 20.0
"""Seconds that an interjection is put off at most: a sentence is seldom longer."""

_LONGEST_PAUSE = 2.0  # seconds between two parts of a sentence
_SLOWEST = 0.25
"""Seconds a letter, several times the usual: a cue that is shown for longer than its words take is no longer spoken."""

_INTERJECTIONS = frozenset(
    "yeah yes yep yup nope mm mmm mhm mmhm mmhmm uhhuh uh huh hm hmm right ok okay sure ah aha wow really exactly "
    "absolutely indeed ja".split()
)
_FOLLOWING = _INTERJECTIONS | set("no oh true good great i see of course well so and thanks thank you sorry".split())
"""What one begins with, and what it may go on with."""

_FEW = 4  # words of an interjection, at most
_NEXT = 3  # segments among which the rest of a sentence is looked for


def keep_turns_whole(segments: Sequence[RoughSegment]) -> tuple[list[RoughSegment], tuple[str, ...]]:
    """Return the segments with every interjection behind the sentence that it is made in.

    One that is spoken while another goes on has no time of its own any more; a cue that is still shown when the next
    one begins ends there.
    """
    ordered: list[RoughSegment] = []
    waiting: list[RoughSegment] = []
    for place, segment in enumerate(segments):
        if ordered and _cuts_in(ordered[-1], segment, segments[place + 1 : place + 1 + _NEXT]):
            waiting.append(segment)
            continue
        if waiting and not (_is_rest(ordered[-1], segment) and not _is_late(waiting[0], segment)):
            ordered.extend(waiting)
            waiting = []
        ordered.append(segment)
    return _one_after_the_other(ordered + waiting), ()


def _cuts_in(before: RoughSegment, segment: RoughSegment, following: Sequence[RoughSegment]) -> bool:
    """Whether what stands before a segment goes on behind it: the same person's words, or the same sentence."""
    if _is_over(before):
        return False
    is_short = _is_interjection(segment)
    rest = next((part for part in following if not _is_interjection(part)), None)
    if rest is None or not _is_soon(before, rest):
        return False
    speakers = [part.words[0].speaker for part in (before, segment, rest)]
    is_at_once = _overlap(before, segment) or _overlap(segment, rest)
    if None not in speakers:
        is_other = speakers[0] == speakers[2] != speakers[1]
        return is_other and (is_at_once or (is_short and _goes_on(rest)))
    is_sentence = _is_over(segment) and not _goes_on(segment)
    return is_at_once and _goes_on(rest) and (is_short or is_sentence)


def _is_over(segment: RoughSegment) -> bool:
    return segment.text.rstrip().endswith(_ENDING)


def _goes_on(segment: RoughSegment) -> bool:
    """Whether a segment begins in mid-sentence, by its small letter."""
    return segment.text.strip()[:1].islower()


def _is_rest(before: RoughSegment, segment: RoughSegment) -> bool:
    """Whether a segment is the rest of the sentence before it."""
    speaker, other = before.words[0].speaker, segment.words[0].speaker
    return not _is_over(before) and (_goes_on(segment) or (speaker is not None and speaker == other))


def _is_interjection(segment: RoughSegment) -> bool:
    words = ["".join(char for char in word.text.lower() if char.isalpha()) for word in segment.words]
    return 0 < len(words) <= _FEW and words[0] in _INTERJECTIONS and all(word in _FOLLOWING for word in words)


def _is_late(waiting: RoughSegment, segment: RoughSegment) -> bool:
    """Whether an interjection (whose end is still known) has waited for too long."""
    return waiting.end is not None and segment.start is not None and segment.start - waiting.end > _LONGEST_WAIT


def _is_soon(one: RoughSegment, other: RoughSegment) -> bool:
    start, end = _start(other), _end(one)
    return start is None or end is None or start - end <= _LONGEST_PAUSE


def _overlap(one: RoughSegment, other: RoughSegment) -> bool:
    start, end = _start(other), _end(one)
    return start is not None and end is not None and start < end


def _start(segment: RoughSegment) -> float | None:
    return next((word.start for word in segment.words if word.start is not None), segment.start)


def _end(segment: RoughSegment) -> float | None:
    return next((word.end for word in reversed(segment.words) if word.end is not None), segment.end)


def _one_after_the_other(segments: Sequence[RoughSegment]) -> list[RoughSegment]:
    """Return the segments so that none is over later than the next begins, if the times are those of whole segments."""
    done: list[RoughSegment] = []
    longest = -1  # the place of the one that is over last
    for segment in segments:
        before = done[longest] if longest >= 0 else None
        if before and before.end is not None and segment.start is not None and segment.start < before.end:
            if _is_inside(segment, before):
                done.append(segment.untimed)
                continue
            if before.start is not None and segment.start > before.start:
                done[longest] = replace(before, end=segment.start)
        done.append(segment)
        longest = len(done) - 1 if segment.end is not None and segment.start is not None else longest
    return done


def _is_inside(segment: RoughSegment, before: RoughSegment) -> bool:
    """Whether a segment is over before the one that began first, which is still being spoken."""
    if segment.end is None or before.start is None or before.end is None or segment.end > before.end:
        return False
    return before.end - before.start <= _SLOWEST * len(before.text.strip()) + 1.0
