"""The commands that hear, read and compare: `check`, `transcribe`, `quotes`."""

from pathlib import Path
from typing import Annotated

import typer

from align import api
from align.cli.options import (
    ClipsFolder,
    DecisionsFile,
    EngineName,
    FailingSeverity,
    FirstPassName,
    Form,
    Format,
    HasSpeakers,
    HasVoices,
    IndexFile,
    IsCached,
    IsInArchive,
    IsQuiet,
    IsStrict,
    LanguageCode,
    ModelName,
    Offsets,
    OutputFiles,
    Paths,
    SecondOpinionName,
    SpeakerName,
    StyleName,
    TrackNumber,
    Transcripts,
    VerifierName,
    VoiceClips,
    chosen,
)
from align.cli.terminal import show, show_progress, tell, warn
from align.models import Models
from align.records import Severity


def check(
    paths: Paths,
    output: OutputFiles = None,
    model: ModelName = None,
    engine: EngineName = Models.engine,
    language: LanguageCode = None,
    transcript: Transcripts = None,
    verifier: VerifierName = None,
    first_pass: FirstPassName = None,
    second_opinion: SecondOpinionName = None,
    memory: IsCached = True,
    speaker: SpeakerName = None,
    track: TrackNumber = None,
    offset: Offsets = None,
    style: StyleName = "clean",
    fail_on: FailingSeverity = Severity.MAJOR,
    strict: IsStrict = False,
    voice: VoiceClips = None,
    has_voices: HasVoices = True,
    decisions: DecisionsFile = None,
    clips: ClipsFolder = None,
    archive: IsInArchive = False,
    index: IndexFile = None,
    form: Format = Form.TEXT,
    quiet: IsQuiet = False,
) -> int:
    """Say of every quotation of ARTICLE whether the RECORDINGs bear it out.

    Without -o the report goes to the terminal. Exit status: 0 nothing to fault, 1 a confirmed finding, 2 not done.
    """
    with show_progress(quiet) as progress:
        report = api.check(
            paths[:-1], paths[-1], transcripts=transcript or (), archive=_archive(archive, index), speaker=speaker,
            models=chosen(model, verifier, first_pass, second_opinion, engine, memory), language=language, style=style,
            track=track, offsets=offset or (), fail_on=fail_on, strict=strict, decisions=decisions, clips=clips,
            voices=api.parse_voices(voice or ()), has_voices=has_voices, outputs=output or (), progress=progress,
        )  # fmt: skip
    tell(report, output or (), form, quiet)
    return api.exit_status(report)


def transcribe(
    recording: Annotated[str, typer.Argument(metavar="RECORDING", help="Sound or video.")],
    output: OutputFiles = None,
    model: ModelName = None,
    engine: EngineName = Models.engine,
    language: LanguageCode = None,
    track: TrackNumber = None,
    speakers: HasSpeakers = False,
    memory: IsCached = True,
    quiet: IsQuiet = False,
) -> None:
    """Write down what is said in RECORDING; without -o as text on the terminal.

    The extension of -o picks the format: .json, .srt, .vtt, .txt, .TextGrid; .rttm says who speaks when.
    """
    from align.report.formats.transcripts import render_text
    from align.report.view.describe import describe_unheard

    models = Models(model, engine=engine, cache=memory)
    with show_progress(quiet) as progress:
        transcript = api.transcribe(
            recording, models=models, language=language, track=track, speakers=speakers, outputs=output or (),
            progress=progress,
        )  # fmt: skip
    if not output:
        show(render_text(transcript, models.model))
    warnings = (*transcript.all_warnings, *describe_unheard(transcript))
    warn(f"{transcript.recording.name}: {warning}" for warning in warnings)


def quotes(
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="The article; - for standard input.")],
    output: OutputFiles = None,
) -> None:
    """Show which quotations of ARTICLE would be checked, and who is said to have said them."""
    from align.report.formats.quote_list import render_quotes

    read = api.read_article(article)
    found = api.find_quotes(read, outputs=output or ())
    if not output:
        show(render_quotes(read, found))


def _archive(is_asked: bool, index: Path | None) -> api.Archive | None:
    return api.Archive(index) if is_asked or index else None
