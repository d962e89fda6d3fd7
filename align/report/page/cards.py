"""What the page shows of one quote: its words, print over speech, and what can be played, copied and decided."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from align.records import Edit, Passage, Quote, QuoteCheck, Report, Verdict
from align.report.decisions import fingerprint
from align.report.view.alignment import JUMP, Mark, WordPair, mark_of, pair_words
from align.report.view.describe import attributed_to, describe
from align.report.view.dismissed import Dismissed, dismissed
from align.report.view.sanitize import one_line
from align.report.view.suggestion import caveat, suggest
from align.report.view.times import clock_of, rounded
from align.report.view.voices import describe_misattribution, remarks_on, voice_of

GLYPHS = {
    Verdict.VERBATIM: "✓",
    Verdict.CLEANED: "≈",
    Verdict.ALTERED: "≠",
    Verdict.SPLICED: "⋯",
    Verdict.WRONG_SPEAKER: "⇄",
    Verdict.NOT_FOUND: "∅",
    Verdict.UNCHECKED: "○",
}
"""A shape for each verdict, for those who do not see its colour."""

COLOURS = 6
"""Colours of voices, after Okabe and Ito, which the colour-blind tell apart; a seventh voice has the first one again,
in a lane of its own."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A spoken word that can be clicked and lights up."""

    text: str
    recording: int
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class WordColumn:
    """Spoken words over printed ones; `mark` names the kind of difference, empty if there is none.

    `jump` stands where words would be heard if speech did not go on elsewhere.
    """

    heard: tuple[Heard, ...]
    jump: str
    printed: str
    mark: str = ""
    category: str = ""


@dataclass(frozen=True, slots=True)
class EditLine:
    """One difference in words, with the stretch of sound to play for it."""

    mark: str
    category: str
    severity: str
    certainty: str
    phrase: str
    place: str
    recording: int
    start: float
    end: float
    clock: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where a part of the quote was said."""

    recording: int
    path: str
    start: float
    end: float
    clock: str


@dataclass(frozen=True, slots=True)
class HeardVoice:
    """The voice that a quote stands in: `id` tells it from the others, `others` says which quotes to compare with."""

    id: str
    name: str
    colour: int
    others: str


@dataclass(frozen=True, slots=True)
class Card:
    """Everything the page says about one quote."""

    check: QuoteCheck
    quote: Quote
    attributed_to: str
    glyph: str
    verdict: str
    certainty: str
    fingerprint: str
    places: tuple[Place, ...]
    columns: tuple[WordColumn, ...]
    edits: tuple[EditLine, ...]
    heard_otherwise: tuple[Dismissed, ...]
    voice: HeardVoice | None
    wrong_speaker: str
    remarks: tuple[str, ...]
    spoken: str
    suggestion: str
    caveat: str


def card(report: Report, check: QuoteCheck, alike: Mapping[str, int]) -> Card:
    """Return what to show of a quote; `alike` is what `count_voices` returns."""
    return Card(
        check=check,
        quote=check.quote,
        attributed_to=one_line(attributed_to(check.quote, is_first=True)),
        glyph=GLYPHS[check.verdict],
        verdict=check.verdict.words,
        certainty=check.certainty.words,
        fingerprint=fingerprint(report, check),
        places=tuple(_place(report, part) for part in check.passages),
        columns=tuple(map(_column, pair_words(report, check))) if check.passages else (),
        edits=tuple(_edit_line(report, check, edit) for edit in check.edits),
        heard_otherwise=dismissed(report, check),
        voice=_voice(report, check, alike),
        wrong_speaker=describe_misattribution(check.misattribution) if check.misattribution else "",
        remarks=remarks_on(check),
        spoken=one_line(report.spoken(check)),
        suggestion=suggest(report, check),
        caveat=caveat(report, check),
    )


def count_voices(report: Report) -> Counter[str]:
    """Return how many quotes stand in each voice."""
    return Counter(map(_voice_id, report.checks))


def _voice(report: Report, check: QuoteCheck, alike: Mapping[str, int]) -> HeardVoice | None:
    name, own = voice_of(report, check), _voice_id(check)
    if not name or check.voice is None:
        return None
    others = [f"{alike[own] - 1} in this voice"] if alike[own] > 1 else []
    if check.misattribution:
        named = (other for other in report.checks if other.quote.speaker == check.quote.speaker and other.passages)
        apart = sum(_voice_id(other) != own for other in named)
        others += [f"{apart} under this name in another"] if apart else []
    return HeardVoice(own, name, check.voice % COLOURS, ", ".join(others))


def _voice_id(check: QuoteCheck) -> str:
    """Return recording and voice, `0 1`; empty if that is not known."""
    return f"{check.passages[0].recording} {check.voice}" if check.passages and check.voice is not None else ""


def _place(report: Report, part: Passage) -> Place:
    name = report.transcripts[part.recording].recording.name
    return Place(part.recording, name, rounded(part.start), rounded(part.end), clock_of(report, part))


def _column(pair: WordPair) -> WordColumn:
    heard = tuple(Heard(one_line(w.text), pair.recording, rounded(w.start), rounded(w.end)) for w in pair.heard)
    mark = pair.mark.name.lower() if pair.mark else ""
    if pair.is_jump:
        return WordColumn((), JUMP, "", mark, "said apart")
    return WordColumn(heard, "", pair.printed, mark, pair.edit.category.words if pair.edit else "")


def _edit_line(report: Report, check: QuoteCheck, edit: Edit) -> EditLine:
    return EditLine(
        mark=mark_of(edit).name.lower(),
        category=edit.category.words,
        severity="tidied" if mark_of(edit) is Mark.TIDY else edit.severity,
        certainty=edit.certainty.words,
        phrase=describe(edit),
        place=_word_position(report, check, edit),
        recording=edit.recording,
        start=rounded(edit.start),
        end=rounded(edit.end),
        clock=clock_of(report, edit),
    )


def _word_position(report: Report, check: QuoteCheck, edit: Edit) -> str:
    """Return where in the quote an edit is, for those who listen rather than look."""
    before = len(report.article.text[check.quote.chars.start : edit.chars.start].split())
    return f"word {before + 1}" if len(edit.chars) else f"after word {before}" if before else "before word 1"
