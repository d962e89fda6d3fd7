"""Findings as the tools of programmers know them: a level, a title and a message."""

from enum import StrEnum

from align.records import Certainty, QuoteCheck, Report, Severity
from align.report.view.describe import describe
from align.report.view.findings import is_finding
from align.report.view.sanitize import printable
from align.report.view.suggestion import caveat, suggest
from align.report.view.voices import describe_misattribution, remarks_on


class Level(StrEnum):
    """How loudly a tool says it."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


def is_failing(report: Report, check: QuoteCheck) -> bool:
    """Whether a finding makes the run fail: confirmed, unless strict, and at or above what the user fails on."""
    settings = report.settings
    return (
        is_finding(check)
        and settings.fail_on is not Severity.NONE
        and check.severity.rank >= settings.fail_on.rank
        and (settings.strict or check.certainty is Certainty.CONFIRMED)
    )


def level_of(report: Report, check: QuoteCheck) -> Level:
    """Return ERROR for what fails the run, NOTE for what is minor, WARNING for the rest."""
    if is_failing(report, check):
        return Level.ERROR
    return Level.NOTE if check.severity is Severity.MINOR else Level.WARNING


def title_of(check: QuoteCheck) -> str:
    """Return verdict, severity and certainty."""
    return f"{check.verdict.words}: {check.severity}, {check.certainty.words}"


def message_of(report: Report, check: QuoteCheck) -> str:
    """Return what is wrong, and what could be printed, as sentences."""
    parts = [describe_misattribution(check.misattribution)] if check.misattribution else []
    parts += [f"{edit.category.replace('_', ' ')}: {describe(edit)}" for edit in check.edits]
    speaker = f"{check.quote.speaker}: " if check.quote.speaker else ""
    stop = "" if check.quote.text[-1] in ".!?" else "."
    sentences = [f"{speaker}“{check.quote.text}”{stop}", *(f"{part}." for part in parts), *remarks_on(check)]
    if wording := suggest(report, check):
        sentences.append(f"The recording bears out: “{wording}”")
    sentences += filter(None, [caveat(report, check)])
    return printable(" ".join(sentences))
