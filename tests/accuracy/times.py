"""When were the words of a reference said? By human times where there are any, else by a transcript's."""

from collections.abc import Sequence

import numpy as np
from rapidfuzz.distance import Levenshtein

from align.records import Interval, Span, Transcript
from align.speech.audio import Audio
from tests.accuracy.references import Reference
from tests.accuracy.runs import bare

_FRAME = 0.01
"""Seconds."""
_AUDIBLE = 0.1
"""Of the loudness of speech (its 95th percentile): -20 dB, above breath and room."""


def said_at(reference: Reference, transcript: Transcript) -> tuple[Interval | None, ...]:
    """Return when each word of the reference was said; None where the transcript has another word."""
    times: list[Interval | None] = [None] * len(reference.words)
    wanted = [bare(word.text) for word in reference.words]
    heard = [bare(word.text) for word in transcript.words]
    for step in Levenshtein.opcodes(wanted, heard):
        if step.tag == "equal":
            for offset in range(step.src_end - step.src_start):
                word = transcript.words[step.dest_start + offset]
                times[step.src_start + offset] = Interval(word.start, word.end)
    return tuple(times)


def span_time(run: Span, times: Sequence[Interval | None]) -> Interval | None:
    """Return from when to when the words of a run were said, as far as known."""
    known = [time for time in times[run.start : run.end] if time]
    return Interval(known[0].start, known[-1].end) if known else None


def human_times(reference: Reference, audio: Audio) -> tuple[dict[int, float], dict[int, float]]:
    """Return when words start and end that open and close what somebody timed by hand.

    A hand-made segment holds the pause around it, so it is tightened to what can be heard; timed words are not.
    """
    starts, ends = {}, {}
    for timed in reference.timed:
        interval = timed.interval if len(timed.words) == 1 else _tightened(timed.interval, audio)
        starts[timed.words.start], ends[timed.words.end] = interval.start, interval.end
    return starts, ends


def _tightened(interval: Interval, audio: Audio) -> Interval:
    sound = audio.samples(interval.start, interval.end)
    size = round(16000 * _FRAME)
    frames = sound[: len(sound) // size * size].reshape(-1, size)
    loudness = np.sqrt((frames**2).mean(axis=1))
    audible = np.flatnonzero(loudness > _AUDIBLE * np.percentile(loudness, 95))
    if not len(audible):
        return interval
    return Interval(interval.start + audible[0] * _FRAME, interval.start + (audible[-1] + 1) * _FRAME)
