"""What the commands show: results on stdout, everything else on stderr."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from align.cli.options import Form
from align.exits import standard_output
from align.progress import Progress, progress_on
from align.records import Report

if TYPE_CHECKING:
    from rich.console import Console


def show_progress(quiet: bool) -> Progress:
    """Return who shows progress on stderr, in a `with` statement."""
    return Progress() if quiet else progress_on(stderr_console())


def stderr_console() -> "Console":
    """Return a console on stderr; where nobody reads it any more, the work goes on."""
    from rich.console import Console

    class Stderr(Console):
        def on_broken_pipe(self) -> None:
            """Do not exit."""

    return Stderr(stderr=True)


def tell(report: Report, files: Sequence[Path], form: Form, quiet: bool) -> None:
    """Show the report on stdout, or, if it went into files, say on stderr which and what it comes to."""
    from rich.console import Console

    from align.report.formats.github import render_github
    from align.report.formats.text import print_report, summary
    from align.report.view.sanitize import printable

    if files or form is Form.GITHUB:
        warn(report.warnings)
    if form is Form.GITHUB:
        show(render_github(report))
    elif not files:
        with standard_output():
            print_report(report, Console(), quiet)
    elif not quiet:
        with suppress(OSError):
            stderr_console().print(summary(report))
            typer.echo(f"Written: {printable(', '.join(map(str, files)))}", err=True)


def warn(warnings: Iterable[str]) -> None:
    """Say on stderr what may be missing or wrong, for not every format has room for it."""
    from align.report.view.sanitize import printable

    with suppress(OSError):
        for warning in warnings:
            typer.echo(printable(warning), err=True)


def show(text: str) -> None:
    """Write a text to stdout."""
    with standard_output():
        typer.echo(text, nl=False)
