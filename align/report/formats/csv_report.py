"""The quotes as a table for a spreadsheet: a row for each, worst first."""

import csv
import io
from collections.abc import Iterable, Sequence
from unicodedata import normalize

from align.records import QuoteCheck, Report
from align.report.view.describe import describe
from align.report.view.findings import by_badness, is_finding
from align.report.view.sanitize import printable
from align.report.view.suggestion import suggest
from align.report.view.times import clock_of
from align.report.view.voices import describe_misattribution, remarks_on, voice_of

_FORMULA_STARTS = ("=", "+", "-", "@", "−")
"""A cell that begins like this, or with a wide or small form of it, is a formula to a spreadsheet, whoever wrote it."""

COLUMNS = (
    *("quote", "verdict", "severity", "certainty", "probability", "speaker", "kind", "line", "column"),
    *("recording", "start", "printed", "spoken", "differences", "suggestion", "causes", "decision", "note", "voice"),
)


def render_csv(report: Report) -> bytes:
    """Return the table for a spreadsheet."""
    return render_table(COLUMNS, (_row(report, check) for check in by_badness(report)))


def render_table(columns: Sequence[str], rows: Iterable[Iterable[object]]) -> bytes:
    """Return a table as UTF-8 with the mark by which Excel knows it; no cell is a formula."""
    text = io.StringIO()
    table = csv.writer(text)
    table.writerow(columns)
    table.writerows([*map(_cell, row)] for row in rows)
    return text.getvalue().encode("utf-8-sig", errors="replace")


def _row(report: Report, check: QuoteCheck) -> tuple[object, ...]:
    quote, decision, wrong = check.quote, check.decision, check.misattribution
    differences = [f"{edit.category}: {describe(edit)}" for edit in check.edits]
    differences += [f"speaker: {describe_misattribution(wrong)}"] if wrong else []
    return (
        *(quote.id, check.verdict, check.severity, check.certainty, round(check.probability, 4)),
        *(quote.speaker, quote.kind, quote.line, quote.column),
        "; ".join(report.transcripts[part.recording].recording.name for part in check.passages),
        "; ".join(clock_of(report, part) for part in check.passages),
        *(quote.text, report.spoken(check)),
        "; ".join(differences),
        *(suggest(report, check) if is_finding(check) else "", " ".join(remarks_on(check))),
        *((decision.choice, decision.note) if decision else ("", "")),
        voice_of(report, check),
    )


def _cell(value: object) -> str:
    text = "" if value is None else printable(str(value))
    return f"'{text}" if normalize("NFKC", text[:1]) in _FORMULA_STARTS else text
