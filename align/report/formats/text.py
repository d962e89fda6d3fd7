"""The report as it reads on a terminal: worst first, speech over print, every difference marked.

    bridge.txt:7:2  #3  ALTERED  minor, confirmed
    Ada Okonjo, 00:00:18 in council.mp3

      spoken   Nobody on this council wanted a toll.
      printed  Nobody on this council wants  a toll.
                                      ^^^^^^
      ^ inflection     minor      00:00:20  “wanted” printed as “wants”

A caret marks a finding, a question mark one to check by ear, a tilde what a reporter may tidy.
"""

import io
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from rich.cells import cell_len
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Column, Table
from rich.text import Text

from align.records import Certainty, Edit, Misattribution, QuoteCheck, Report, Severity, Verdict
from align.report.view.alignment import Mark, mark_of
from align.report.view.describe import NOTHING_HEARD, attributed_to, describe, listed_as
from align.report.view.dismissed import dismissed
from align.report.view.findings import accepted, faithful, findings, unheard_of
from align.report.view.interlinear import Cell, Row, interlinear
from align.report.view.sanitize import printable
from align.report.view.suggestion import caveat, suggest
from align.report.view.times import clock_of
from align.report.view.voices import describe_misattribution, remarks_on, voice_of

_TEXT_WIDTH = 80
"""Columns of the `.txt` report."""

_INDENT = 2
_LABEL = 9
_NAME = 16
_VOICE = 4  # the column of a listing that is there if it says anything
_MOST_LISTED = 20  # quotes of one person: more are counted
_SEVERITY_STYLES = {
    Severity.CRITICAL: "bold red",
    Severity.MAJOR: "bold yellow",
    Severity.MINOR: "bold cyan",
    Severity.NONE: "dim",
}
_MARK_STYLES = {Mark.FINDING: "bold red", Mark.DOUBT: "bold yellow", Mark.TIDY: "cyan"}
_SPOKEN_STYLES = {Mark.FINDING: "bold green", Mark.DOUBT: "bold green", Mark.TIDY: "cyan"}


def render_text(report: Report) -> str:
    """Return the report as plain text, 80 columns wide."""
    console = Console(file=io.StringIO(), width=_TEXT_WIDTH, color_system=None, legacy_windows=False)
    with console.capture() as capture:
        print_report(report, console)
    return "".join(f"{line.rstrip()}\n" for line in capture.get().splitlines())


def print_report(report: Report, console: Console, quiet: bool = False) -> None:
    """Show the findings, then, unless `quiet`, the other quotes, then one line that sums up."""
    width = min(console.width, 100)
    parts: list[RenderableType] = [_finding(report, check, width) for check in findings(report)]
    if not quiet:
        parts += _others(report)
    parts += [Text(printable(warning)) for warning in report.warnings]
    for part in parts:
        console.print(part, width=width)
        console.print()
    console.print(summary(report), width=width)


def _finding(report: Report, check: QuoteCheck, width: int) -> RenderableType:
    details = (Padding(part, (0, 0, 0, _INDENT)) for part in details_of(report, check, width))
    return Group(_heading(report, check), _source(report, check), *details)


def details_of(report: Report, check: QuoteCheck, width: int) -> list[RenderableType]:
    """Return what is said of a quote below its heading: the wording, differences, remarks, causes."""
    return [*_wording(report, check, width), *_edits(report, check), *_remarks(report, check), *_causes(check)]


def _heading(report: Report, check: QuoteCheck) -> Text:
    return Text.assemble((_place(report, check), "bold"), f"  #{check.quote.id}  ", verdict_of(check))


def verdict_of(check: QuoteCheck) -> Text:
    """Return the verdict, how bad it is and how sure."""
    style = _SEVERITY_STYLES[check.severity]
    told = f"{check.severity}, {check.certainty.replace('_', ' ')}"
    return Text.assemble((check.verdict.words.upper(), style), "  ", (told, style))


def _place(report: Report, check: QuoteCheck) -> str:
    """Return where the quote is in the article, in the form that editors and terminals open."""
    path, quote = printable(report.article.path), check.quote
    return f"{path}:{quote.line}:{quote.column}" if quote.line else path


def _source(report: Report, check: QuoteCheck) -> Text:
    times = [
        f"{clock_of(report, part)} in {printable(report.transcripts[part.recording].recording.name)}"
        for part in check.passages
    ]
    voice = voice_of(report, check)
    voices = [f"voice: {voice}"] if voice else []
    return Text(", ".join([printable(attributed_to(check.quote, is_first=True)), *times, *voices]), "dim")


def _wording(report: Report, check: QuoteCheck, width: int) -> Iterator[RenderableType]:
    """Yield print below speech in rows that fit; a row in which nothing differs is its printed words alone."""
    yield Text()
    label = "printed"
    for row in interlinear(report, check, width - _INDENT - _LABEL):
        if any(cell.mark for cell in row):
            yield _line("spoken", row, lambda cell: cell.spoken, _SPOKEN_STYLES)
            yield _line("printed", row, lambda cell: cell.printed, _MARK_STYLES)
            yield _line("", row, _underline, _MARK_STYLES)
        else:
            words = " ".join(cell.printed for cell in row if cell.printed)
            yield Text.assemble((f"{label:<{_LABEL}}", "dim"), words, no_wrap=True)
        label = ""


def _line(label: str, row: Row, word: Callable[[Cell], str], styles: Mapping[Mark, str]) -> Text:
    line = Text.assemble((f"{label:<{_LABEL}}", "dim"), no_wrap=True)
    for cell in row:
        line.append(word(cell), styles[cell.mark] if cell.mark else None)
        line.append(" " * (cell.width - cell_len(word(cell)) + 1))
    line.rstrip()
    return line


def _underline(cell: Cell) -> str:
    return cell.mark.value * (cell.width + cell.goes_on) if cell.mark else ""


def _edits(report: Report, check: QuoteCheck) -> Iterator[RenderableType]:
    table = Table.grid(padding=(0, 2, 0, 0))
    if check.misattribution:
        table.add_row(*_speaker_row(report, check, check.misattribution))
    for edit in check.edits:
        table.add_row(*_edit_row(report, edit))
    if table.row_count:
        yield Text()
        yield table


def _speaker_row(report: Report, check: QuoteCheck, found: Misattribution) -> tuple[Text, ...]:
    mark = Mark.DOUBT if found.certainty is Certainty.CHECK_BY_EAR else Mark.FINDING
    return (
        Text(f"{mark.value} speaker", _MARK_STYLES[mark], no_wrap=True),
        Text(found.severity.value, _SEVERITY_STYLES[found.severity], no_wrap=True),
        Text(clock_of(report, check.passages[0]) if check.passages else "", no_wrap=True),
        Text(printable(describe_misattribution(found))),
    )


def _edit_row(report: Report, edit: Edit) -> tuple[Text, ...]:
    mark = mark_of(edit)
    severity = "tidied" if mark is Mark.TIDY else edit.severity.value
    return (
        Text(f"{mark.value} {edit.category.replace('_', ' ')}", _MARK_STYLES[mark], no_wrap=True),
        Text(severity, _SEVERITY_STYLES[edit.severity], no_wrap=True),
        Text(clock_of(report, edit), no_wrap=True),
        Text(printable(describe(edit))),
    )


def _remarks(report: Report, check: QuoteCheck) -> Iterator[RenderableType]:
    """Yield the wording that could be printed, and what a person noted on the page."""
    table = Table.grid(Column(width=_LABEL), Column())
    if wording := suggest(report, check):
        table.add_row(Text("suggest", "dim"), Text(printable(wording)))
    if doubted := caveat(report, check):
        table.add_row(Text(), Text(printable(doubted)))
    if check.decision and check.decision.note:
        table.add_row(Text("note", "dim"), Text(printable(check.decision.note)))
    if table.row_count:
        yield Text()
        yield table


def _causes(check: QuoteCheck) -> Iterator[RenderableType]:
    remarks = remarks_on(check)
    if remarks:
        yield Text()
    for remark in remarks:
        yield Text(f"• {printable(remark)}", "italic")


def _others(report: Report) -> list[RenderableType]:
    settled = _listing(report, "Accepted before", accepted(report))
    spoken = _listing(report, "As spoken", faithful(report))
    absent = unheard_of(report)
    missing = _listing(report, "Not heard, and no fault", [c for c in absent if c.verdict is Verdict.NOT_FOUND])
    unchecked = _listing(report, "Not checked", [c for c in absent if c.verdict is not Verdict.NOT_FOUND])
    return [*settled, *spoken, *_mishearings(report), *missing, *unchecked]


def _mishearings(report: Report) -> list[RenderableType]:
    """Return what was heard otherwise and not believed, quietly."""
    table = Table.grid("", "", "", padding=(0, 2, 0, 0))
    for check in report.checks:
        for one in dismissed(report, check):
            table.add_row(
                Text(f"#{check.quote.id}", justify="right"), Text(clock_of(report, one)), Text(printable(one.phrase))
            )
    title = Text("Heard otherwise, and taken for a mishearing")
    return [Group(title, Padding(table, (0, 0, 0, _INDENT)))] if table.row_count else []


def _listing(report: Report, title: str, checks: Sequence[QuoteCheck]) -> list[RenderableType]:
    if not checks:
        return []
    often = {speaker for speaker, count in Counter(c.quote.speaker for c in checks).items() if count > _MOST_LISTED}
    rows = [_listing_row(report, check) for check in checks if check.quote.speaker not in often]
    for speaker in sorted(often, key=lambda name: name or ""):
        rows.append(_count_row([check for check in checks if check.quote.speaker == speaker]))
    columns = ("", "", "", Column(max_width=_NAME), Column(max_width=_NAME), "")
    shown = [at for at in range(len(columns)) if at != _VOICE or any(row[_VOICE].plain for row in rows)]
    table = Table.grid(*(columns[at] for at in shown), padding=(0, 2, 0, 0))
    for row in rows:
        table.add_row(*(row[at] for at in shown))
    return [Group(Text(title, "bold"), Padding(table, (0, 0, 0, _INDENT)))]


def _listing_row(report: Report, check: QuoteCheck) -> tuple[Text, ...]:
    """Return number, verdict, time, speaker, the voice where that is called otherwise, and the words of a quote."""
    quote, voice = check.quote, voice_of(report, check)
    found = clock_of(report, check.passages[0]) if check.passages else ""
    label = check.verdict.words if check.passages else quote.kind.value
    return (
        Text(f"#{quote.id}", "dim", justify="right", no_wrap=True),
        Text(label, no_wrap=True),
        Text(found, no_wrap=True),
        Text(printable(listed_as(quote)), "dim", no_wrap=True, overflow="ellipsis"),
        Text("" if voice == quote.speaker else voice, "dim", no_wrap=True, overflow="ellipsis"),
        Text(f"“{printable(quote.text)}”", no_wrap=True, overflow="ellipsis"),
    )


def _count_row(checks: Sequence[QuoteCheck]) -> tuple[Text, ...]:
    """Return the row of somebody with too many quotes to list each, as an interview printed whole has."""
    verdicts = Counter(check.verdict.words if check.passages else check.quote.kind.value for check in checks)
    counts = ", ".join(f"{count} {what}" for what, count in verdicts.most_common())
    first, last = checks[0].quote.id, checks[-1].quote.id
    name = Text(printable(checks[0].quote.speaker or "–"), "dim", no_wrap=True, overflow="ellipsis")
    words = Text(f"{counts} (#{first} to #{last})", no_wrap=True, overflow="ellipsis")
    return Text(""), Text(""), Text(""), name, Text(""), words


def summary(report: Report) -> Text:
    """Return what it comes to: the findings, the other quotes, and, if nothing was heard, that it was not."""
    found, absent = findings(report), unheard_of(report)
    missing = sum(check.verdict is Verdict.NOT_FOUND for check in absent)
    counts = {
        "accepted": len(accepted(report)),
        "as spoken": len(faithful(report)),
        "unheard": missing,
        "unchecked": len(absent) - missing,
    }
    others = ", ".join(f"{count} {what}" for what, count in counts.items() if count)
    lines = [f"{others}." if others else "", "" if report.is_heard else NOTHING_HEARD]
    head = (_findings_by_severity(report, found), "bold red" if found else "bold green")
    return Text.assemble(head, *(f"\n{line}" for line in lines if line))


def _findings_by_severity(report: Report, found: Sequence[QuoteCheck]) -> str:
    quotes = _plural(len(report.checks), "quote")
    if not found:
        return f"No finding in {quotes}."
    count = Counter(check.severity for check in found)
    severities = [f"{count[severity]} {severity}" for severity in reversed(Severity) if count[severity]]
    doubtful = sum(check.certainty is Certainty.CHECK_BY_EAR for check in found)
    by_ear = f"; {doubtful} by ear" if doubtful else ""
    return f"{_plural(len(found), 'finding')} in {quotes}: {', '.join(severities)}{by_ear}."


def _plural(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
