"""The line of one recording: how loud it is, who speaks, where quotes were said, where speech was not understood."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from align.records import Passage, QuoteCheck, Report, Transcript, Turn
from align.report.clips import Sounds
from align.report.page.cards import COLOURS, GLYPHS
from align.report.view.describe import attributed_to
from align.report.view.times import clock, clock_of, rounded
from align.report.view.voices import voice_names

WIDTH = 1000
HALF_HEIGHT = 20
_NARROWEST = 0.4
"""Percent of the line: a passage of two words in an hour can still be hit."""

_LABEL = 4.0
"""Percent of the line that a quote's number takes, at most, on a phone."""

_ROWS = 3
"""Rows of numbers that there is room for."""

LANE = 8
"""Height of the lane that each voice has below the line, in pixels; a turn is two thirds of it."""


@dataclass(frozen=True, slots=True)
class Stripe:
    """A stretch of the line in percent of it; `check` is the quote said there, None for speech not understood.

    `row` is where its number stands, so that numbers do not cover each other.
    """

    x: float
    width: float
    start: float
    end: float
    label: str
    check: QuoteCheck | None = None
    row: int = 0


@dataclass(frozen=True, slots=True)
class Lane:
    """One voice: `path` draws its turns, `length` is how long it speaks, `colour` counts from 0."""

    name: str
    colour: int
    length: str
    path: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """One recording."""

    recording: int
    path: str
    length: str
    duration: float
    wave: str
    speakers: str
    quoted: tuple[Stripe, ...]
    unheard: tuple[Stripe, ...]
    lanes: tuple[Lane, ...]


def timeline(report: Report, recording: int, sounds: Sounds) -> Timeline:
    """Return what to draw for one recording."""
    heard = report.transcripts[recording]
    duration = heard.recording.duration
    unheard = (
        _stripe(part.start, part.end, duration, f"{clock(part.start)} to {clock(part.end)}") for part in heard.unheard
    )
    return Timeline(
        recording,
        heard.recording.name,
        clock(duration),
        rounded(duration),
        wave_path(sounds.waveforms[recording] if recording < len(sounds.waveforms) else ()),
        _speakers(report, recording),
        _quoted(report, recording, duration),
        tuple(unheard),
        _lanes(heard),
    )


def wave_path(loudness: Sequence[float]) -> str:
    """Return the outline of a waveform as an SVG path, `WIDTH` wide and `HALF_HEIGHT` above and below its middle."""
    if not loudness:
        return f"M0 {HALF_HEIGHT}H{WIDTH}"
    step = WIDTH / len(loudness)
    above = [f"{i * step:.1f} {HALF_HEIGHT * (1 - level):.1f}" for i, level in enumerate(loudness)]
    below = [f"{i * step:.1f} {HALF_HEIGHT * (1 + level):.1f}" for i, level in enumerate(loudness)]
    return f"M{'L'.join(above + below[::-1])}Z"


def _lanes(heard: Transcript) -> tuple[Lane, ...]:
    """Return the voices of a recording, each with its turns below those of the voice before."""
    return tuple(
        _lane(name, voice, [turn for turn in heard.turns if turn.voice == voice], heard.recording.duration)
        for voice, name in enumerate(voice_names(heard.voices))
    )


def _lane(name: str, voice: int, turns: Sequence[Turn], duration: float) -> Lane:
    scale, top, height = WIDTH / (duration or 1.0), voice * LANE + LANE / 6, LANE * 2 / 3
    boxes = ((turn.start * scale, max((turn.end - turn.start) * scale, _NARROWEST)) for turn in turns)
    path = "".join(f"M{x:.1f} {top:.1f}h{width:.1f}v{height:.1f}h-{width:.1f}z" for x, width in boxes)
    return Lane(name, voice % COLOURS, clock(sum(turn.end - turn.start for turn in turns)), path)


def _speakers(report: Report, recording: int) -> str:
    """Return who is quoted there, and how often."""
    count = Counter(
        attributed_to(check.quote)
        for check in report.checks
        if any(part.recording == recording for part in check.passages)
    )
    return ", ".join(f"{speaker} {times}" for speaker, times in count.items()) or "nobody"


def _quoted(report: Report, recording: int, duration: float) -> tuple[Stripe, ...]:
    stripes = (
        _stripe(part.start, part.end, duration, _label(report, check, part), check)
        for check in report.checks
        for part in check.passages
        if part.recording == recording
    )
    return tuple(_in_rows(sorted(stripes, key=lambda stripe: (stripe.x, -stripe.width))))


def _in_rows(stripes: Sequence[Stripe]) -> Iterator[Stripe]:
    """Yield the stripes in their order, each in the first row that has room, else where the last number is farthest."""
    ends = [0.0] * _ROWS
    for stripe in stripes:
        free = (row for row, end in enumerate(ends) if end <= stripe.x)
        row = next(free, ends.index(min(ends)))
        ends[row] = stripe.x + _LABEL
        yield replace(stripe, row=row)


def _label(report: Report, check: QuoteCheck, part: Passage) -> str:
    return f"{GLYPHS[check.verdict]} #{check.quote.id} {attributed_to(check.quote)}, {clock_of(report, part)}"


def _stripe(start: float, end: float, duration: float, label: str, check: QuoteCheck | None = None) -> Stripe:
    scale = 100 / duration if duration else 0.0
    return Stripe(
        round(start * scale, 2),
        round(max((end - start) * scale, _NARROWEST), 2),
        rounded(start),
        rounded(end),
        label,
        check,
    )
