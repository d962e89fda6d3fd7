"""The findings as GitHub workflow commands, which a pull request shows on the article's lines."""

from collections.abc import Mapping

from align.records import QuoteCheck, Report
from align.report.view.findings import findings
from align.report.view.levels import Level, level_of, message_of, title_of

_COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}
_IN_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_PROPERTY = _IN_DATA | {":": "%3A", ",": "%2C"}


def render_github(report: Report) -> str:
    """Return a command for each finding, worst first."""
    return "".join(f"{_command(report, check)}\n" for check in findings(report))


def _command(report: Report, check: QuoteCheck) -> str:
    properties = {"title": f"Quote {check.quote.id} {title_of(check)}", "file": _visible(report.article.path)}
    if check.quote.line:
        properties |= {"line": str(check.quote.line), "col": str(check.quote.column)}
    written = ",".join(f"{name}={_escaped(value, _IN_PROPERTY)}" for name, value in properties.items())
    return f"::{_COMMANDS[level_of(report, check)]} {written}::{_escaped(message_of(report, check), _IN_DATA)}"


def _visible(path: str) -> str:
    """Return a path without what commands a terminal; its line ends are escaped later, for GitHub to find the file."""
    return "".join(character if character.isprintable() or character in _IN_DATA else " " for character in path)


def _escaped(text: str, table: Mapping[str, str]) -> str:
    return "".join(table.get(character, character) for character in text)
