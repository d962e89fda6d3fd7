"""Subtitles have the times of lines alone: whether these fit is told by the words that are heard in each."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from align.records import Recording, Segment, Span, Transcript, Word
from tests.test_transcript_fit import Ear
from tests.test_transcript_fit import _fit as fit
from tests.test_transcript_fit import _spoken as spoken
from tests.test_transcript_fit import _transcript as transcript


def _in_lines(words: Sequence[Word], seconds: float) -> Transcript:
    """A transcript in lines of at most so many seconds, whose words share the time of their line by their letters."""
    lines: list[list[Word]] = []
    for word in words:
        if not lines or word.end - lines[-1][0].start > seconds:
            lines.append([])
        lines[-1].append(word)
    told: list[Word] = []
    for line in lines:
        start, span = line[0].start, line[-1].end - line[0].start
        done = [*accumulate((len(word.text) for word in line), initial=0)]
        edges = pairwise(start + span * count / done[-1] for count in done)
        told += [replace(word, start=a, end=b) for word, (a, b) in zip(line, edges, strict=True)]
    ends = [0, *accumulate(map(len, lines))]
    cues = (Segment(line[0].start, line[-1].end, Span(*pair)) for line, pair in zip(lines, pairwise(ends), strict=True))
    duration = words[-1].end + 1
    return Transcript(Recording("talk.mp3", "ab" * 32, duration), "en", tuple(told), tuple(cues))


@settings(deadline=None)  # a whole check
@given(st.integers(8, 40), st.floats(0.3, 3.0), st.integers(10, 50))
def test_lines_that_fit_are_left_however_long_they_are(seconds, pause, at):
    """A pause within a line moves the words beside the times that are worked out for them."""
    whole = spoken("smallman")
    words = [*whole.words[:60]]
    words = [
        replace(word, start=word.start + pause * (n >= at), end=word.end + pause * (n >= at))
        for n, word in enumerate(words)
    ]
    told = _in_lines(words, seconds)
    fitted = fit(
        told, Ear(transcript(words, told.recording.duration)), transcript(words, told.recording.duration), is_rough=True
    )

    assert fitted.warnings == ()


@settings(deadline=None)  # a whole check
@given(st.integers(8, 40), st.sampled_from([-2.5, 2.5, 6.0]))
def test_lines_that_do_not_fit_are_noticed(seconds, late):
    whole = spoken("smallman")
    words = [replace(word, start=word.start + 5, end=word.end + 5) for word in whole.words[:60]]
    heard = transcript(words, words[-1].end + 8)
    told = _in_lines(words, seconds)
    moved = replace(
        told,
        recording=heard.recording,
        words=tuple(replace(word, start=word.start + late, end=word.end + late) for word in told.words),
        segments=tuple(replace(part, start=part.start + late, end=part.end + late) for part in told.segments),
    )
    assert fit(moved, Ear(heard), heard, is_rough=True).warnings
