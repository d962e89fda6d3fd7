"""How right are voices? Diarization error rate, and what articles drawn at random come to."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import linear_sum_assignment  # type: ignore[import-untyped]

from align.compare.voices.attribution import attribute
from align.diarization import Diarization
from align.records import (
    Article,
    Certainty,
    Chunk,
    Interval,
    Kind,
    Model,
    Op,
    Passage,
    Quote,
    QuoteCheck,
    Recording,
    Report,
    ReportSettings,
    Segment,
    Severity,
    Span,
    Transcript,
    Verdict,
    Word,
)
from tests import lbc_case
from tests.voices.material import Interview

_STEP = 0.01
_COLLAR = 0.25
"""Seconds: the grain, and what is not counted on either side of a true edge."""


def error_rate(interview: Interview, told: Diarization, most: int = 100) -> dict[str, float]:
    """Return the seconds of speech, of it missed, of silence taken for speech, and of speech given to another voice.

    Where more than so many speak at once, nothing is counted.
    """
    grid = np.arange(0, len(interview.sound) / 16000, _STEP)
    speakers = sorted({turn.speaker for turn in interview.turns})
    counted = np.ones(len(grid), bool)
    true = np.zeros((len(speakers), len(grid)), bool)
    for turn in interview.turns:
        true[speakers.index(turn.speaker)] |= (grid >= turn.start) & (grid < turn.end)
        for edge in (turn.start, turn.end):
            counted &= np.abs(grid - edge) > _COLLAR
    counted &= true.sum(axis=0) <= most
    found = np.zeros((max(1, len(told.labels)), len(grid)), bool)
    for turn in told.turns:
        found[turn.voice] |= (grid >= turn.start) & (grid < turn.end)
    true, found = true[:, counted], found[:, counted]
    both = (true[:, None] & found[None]).sum(axis=2)
    hit = both[linear_sum_assignment(-both)].sum()
    spoken, said = true.sum(axis=0), found.sum(axis=0)
    return {
        "speech": _STEP * spoken.sum(),
        "missed": _STEP * np.maximum(0, spoken - said).sum(),
        "false alarm": _STEP * np.maximum(0, said - spoken).sum(),
        "confusion": _STEP * (np.minimum(spoken, said).sum() - hit),
    }


_WORDS = "so many words as to tell "


@dataclass(frozen=True)
class Printed:
    """A quotation that is drawn: under which name it stands, who really said it, and when."""

    name: str
    speaker: str
    place: Interval

    @property
    def is_fair(self) -> bool:
        """Whether it stands under the right name."""
        return self.name == self.speaker


def draw(interview: Interview, count: int, seconds: float, rng: np.random.Generator) -> list[Printed] | None:
    """Return the quotes of a fair article, `count` of one guest first; None if nobody speaks that long that often."""
    guests = sorted({turn.speaker for turn in interview.turns} - interview.presenters - {"Slate"})
    able = [name for name in guests if len(stretches(interview, name, seconds)) >= count]
    if not able:
        return None
    name = able[rng.integers(len(able))]
    drawn = []
    for guest in [name, *(other for other in guests if other != name)]:
        places = stretches(interview, guest, seconds)
        wanted = count if guest == name else int(rng.integers(1, 6))
        for place in rng.permutation(len(places))[:wanted].tolist():
            drawn.append(Printed(guest, guest, places[place]))
    return drawn


def swap(interview: Interview, drawn: Sequence[Printed], by: str, rng: np.random.Generator) -> list[Printed] | None:
    """Return the quotes with the first replaced by words of the presenter, or of another guest (`by`)."""
    first, *rest = drawn
    if by == "presenter":
        others = sorted(interview.presenters)
    else:
        others = sorted({turn.speaker for turn in interview.turns} - interview.presenters - {"Slate", first.name})
    taken = {one.place for one in drawn}
    places = [(name, place) for name in others for place in stretches(interview, name, first.place.duration)]
    free = [one for one in places if one[1] not in taken]
    if not free:
        return None
    speaker, place = free[rng.integers(len(free))]
    return [Printed(first.name, speaker, place), *rest]


def stretches(interview: Interview, speaker: str, seconds: float) -> list[Interval]:
    """Return stretches of that length that somebody speaks, which do not overlap."""
    return [
        Interval(start, start + seconds)
        for turn in interview.turns
        if turn.speaker == speaker
        for start in np.arange(turn.start, turn.end - seconds + 1e-6, seconds + 0.5).tolist()
    ]


def judged(interview: Interview, told: Diarization, printed: Sequence[Printed]) -> list[QuoteCheck]:
    """Return what is said of each quotation."""
    transcript = _transcript(interview)
    text = _WORDS * len(printed)
    checks = tuple(_check(number, one) for number, one in enumerate(printed))
    article = Article("a.txt", "0" * 64, "", text, ())
    report = Report(article, Model("recorded", "base", None), ReportSettings(language="en"), (transcript,), checks)
    return list(attribute(report, [told], {}, lbc_case.context(transcript)).checks)


def _check(number: int, one: Printed) -> QuoteCheck:
    chars = Span(number * len(_WORDS), (number + 1) * len(_WORDS))
    quote = Quote(number + 1, _WORDS, chars, None, None, None, None, one.name, None, None, Kind.SPEECH)
    passage = Passage(0, Span(0, 1), chars, one.place.start, one.place.end, (Chunk(Op.EQUAL, chars, Span(0, 1)),))
    return QuoteCheck(quote, Verdict.VERBATIM, Severity.NONE, Certainty.CONFIRMED, 0.02, (passage,))


def _transcript(interview: Interview) -> Transcript:
    """Return a transcript with a word at the end of each turn, which tells whether that is a question."""
    words = tuple(
        Word(" so?" if turn.is_question else " so.", max(turn.start, turn.end - 0.4), turn.end)
        for turn in interview.turns
    )
    duration = len(interview.sound) / 16000
    segments = (Segment(0.0, duration, Span(0, len(words))),)
    return Transcript(Recording("a.wav", "0" * 64, duration), "en", words, segments)
