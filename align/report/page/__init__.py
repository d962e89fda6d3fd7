"""The report as a page to listen on: one HTML file with everything inside, that asks nothing of any network.

What is shown is worked out in `cards`, `text` and `timeline`; `page.html`, `page.css` and the scripts show it, and
`html_file` makes one file of them.
"""

import base64
from dataclasses import dataclass
from importlib.resources import files

from align.records import Certainty, Report, Verdict
from align.report.clips import NO_SOUNDS, PADDING, Sounds
from align.report.page.cards import GLYPHS, Card, card, count_voices
from align.report.page.html_file import render_html
from align.report.page.text import paragraphs
from align.report.page.timeline import LANE, Timeline, timeline
from align.report.view.describe import NOTHING_HEARD
from align.report.view.findings import accepted, faithful, findings, summarize, unheard_of
from align.report.view.times import rounded

_VERDICT_MEANINGS = {
    Verdict.VERBATIM: "Every printed word was spoken, in this order, and nothing between them is missing.",
    Verdict.CLEANED: "Differs only by what a reporter may tidy: fillers, false starts, repeats, marked ellipses.",
    Verdict.ALTERED: "A word was changed, added or left out beyond that.",
    Verdict.SPLICED: "Every part was spoken, but in places that lie apart or in another order, and print hides it.",
    Verdict.WRONG_SPEAKER: "The words were spoken, but by another voice than that of the person they are given to.",
    Verdict.NOT_FOUND: "No stretch of any recording is near enough.",
    Verdict.UNCHECKED: "Not a quotation of speech, or too short to tell: neither a pass nor a fault.",
}

_SCRIPTS = ("page.js", "sound.js", "decisions.js", "keys.js")
"""Parts of one script; the last one sets it going."""


@dataclass(frozen=True, slots=True)
class _Section:
    """A heading with its cards."""

    id: str
    title: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class _EmbeddedClip:
    """A clip as the page carries it."""

    recording: int
    start: float
    end: float
    url: str


def render_page(report: Report, sounds: Sounds = NO_SOUNDS) -> str:
    """Return the page as HTML."""
    return render_html(
        _part("page.html"),
        style=_part("page.css"),
        script="\n".join(map(_part, _SCRIPTS)),
        report=report,
        sections=_sections(report),
        paragraphs=paragraphs(report),
        timelines=_timelines(report, sounds),
        clips=_clips(sounds),
        padding=PADDING,
        summary=summarize(report.checks),
        verdicts=_VERDICT_MEANINGS,
        glyphs=GLYPHS,
        certainties=Certainty,
        nothing_heard=NOTHING_HEARD,
        has_voices=any(heard.voices for heard in report.transcripts),
        lane=LANE,
        speakers=sorted({check.quote.speaker for check in report.checks if check.quote.speaker}),
    )


def _part(name: str) -> str:
    return files(__name__).joinpath(name).read_text(encoding="utf-8")


def _sections(report: Report) -> tuple[_Section, ...]:
    absent, alike = unheard_of(report), count_voices(report)
    missing = tuple(check for check in absent if check.verdict is Verdict.NOT_FOUND)
    unchecked = tuple(check for check in absent if check.verdict is not Verdict.NOT_FOUND)
    groups = (
        ("findings", "Findings, worst first", findings(report)),
        ("accepted", "Accepted before", accepted(report)),
        ("spoken", "As spoken", faithful(report)),
        ("missing", "Not heard, and no fault", missing),
        ("unchecked", "Not checked", unchecked),
    )
    return tuple(
        _Section(name, title, tuple(card(report, check, alike) for check in checks))
        for name, title, checks in groups
        if checks
    )


def _timelines(report: Report, sounds: Sounds) -> tuple[Timeline, ...]:
    return tuple(timeline(report, recording, sounds) for recording in range(len(report.transcripts)))


def _clips(sounds: Sounds) -> tuple[_EmbeddedClip, ...]:
    return tuple(
        _EmbeddedClip(
            clip.recording,
            rounded(clip.interval.start),
            rounded(clip.interval.end),
            "data:audio/mpeg;base64," + base64.b64encode(clip.mp3).decode(),
        )
        for clip in sounds.clips
    )
