"""When were the words of a reference said? By human times where there are any, else by a transcript's."""

from collections.abc import Sequence

from rapidfuzz.distance import Levenshtein

from align.records import Interval, Span, Word
from tests.accuracy.references import Reference
from tests.accuracy.runs import bare


def said_at(reference: Reference, transcribed: Sequence[Word]) -> tuple[Interval | None, ...]:
    """Return when each word of the reference was said; None where another was transcribed."""
    times: list[Interval | None] = [None] * len(reference.words)
    wanted = [bare(word.text) for word in reference.words]
    heard = [bare(word.text) for word in transcribed]
    for step in Levenshtein.opcodes(wanted, heard):
        if step.tag == "equal":
            for offset in range(step.src_end - step.src_start):
                word = transcribed[step.dest_start + offset]
                times[step.src_start + offset] = Interval(word.start, word.end)
    return tuple(times)


def span_time(run: Span, times: Sequence[Interval | None]) -> Interval | None:
    """Return from when to when the words of a run were said, as far as known."""
    known = [time for time in times[run.start : run.end] if time]
    return Interval(known[0].start, known[-1].end) if known else None


def human_times(reference: Reference) -> tuple[dict[int, float], dict[int, float]]:
    """Return when words start and end that open and close what somebody timed by hand.

    Where one timed stretch ends as the next one starts, only the start was timed: the pause between is in the first.
    """
    starts = {timed.words.start: timed.interval.start for timed in reference.timed}
    begun = {timed.interval.start for timed in reference.timed}
    ends = {timed.words.end: timed.interval.end for timed in reference.timed if timed.interval.end not in begun}
    return starts, ends
