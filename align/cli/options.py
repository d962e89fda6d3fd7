"""The options of the command line, each with its help; what they do is said in `api.py`."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from align.models import Models
from align.records import Severity


class Form(StrEnum):
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
EngineName = Annotated[str, typer.Option("--engine", help="The program that hears: openai-whisper, faster-whisper.")]
LanguageCode = Annotated[str | None, typer.Option("--language", help="Language code, e.g. en; heard if not given.")]
Transcripts = Annotated[
    list[Path] | None,
    typer.Option("--transcript", help="Compare with this transcript; one for each RECORDING, or instead of them."),
]
VerifierName = Annotated[
    str | None,
    typer.Option("--verifier", help="A second, larger model that is asked about the differences."),
]
FirstPassName = Annotated[
    str | None,
    typer.Option(
        "--first-pass", help="A small model that hears all; --model hears only what is quoted. none: it hears all."
    ),
]
SecondOpinionName = Annotated[
    str | None,
    typer.Option(
        "--second-opinion",
        help="A small model that is asked as well where the other is unsure (tiny.en); or none.",
    ),
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
HasVoices = Annotated[
    bool,
    typer.Option(
        " /--no-voices", help="Do not tell voices apart: a quote under the wrong name passes.", show_default=False
    ),
]
VoiceClips = Annotated[
    list[str] | None,
    typer.Option("--voice", metavar="NAME=CLIP", help="The voice of a person who is quoted, alone. May be repeated."),
]
HasSpeakers = Annotated[bool, typer.Option("--speakers", help="Say who speaks: voice 1, voice 2 and so on.")]
DecisionsFile = Annotated[
    Path | None, typer.Option("--decisions", help="What was decided on the page: accepted findings stay quiet.")
]
ClipsFolder = Annotated[
    Path | None, typer.Option("--clips", metavar="DIR", help="Write the sound of every finding into this folder.")
]
Format = Annotated[
    Form, typer.Option("--format", help="What goes to stdout: text if there is no -o, github: annotations.")
]
IsInArchive = Annotated[
    bool, typer.Option("--archive", help="Find the recordings in the index, by what the article quotes.")
]
IndexFile = Annotated[
    Path | None, typer.Option("--index", metavar="FILE", help="The index; one of your own if not given.")
]
IsCached = Annotated[bool, typer.Option("--cache/--no-cache", help="Remember what was heard, and use it again.")]
IsQuiet = Annotated[bool, typer.Option("--quiet", "-q", help="Show findings only, and no progress.")]
IsDebugged = Annotated[bool, typer.Option("--debug", help="If it fails, show where in the program.")]


def chosen(
    name: str | None,
    verifier: str | None,
    first_pass: str | None,
    second_opinion: str | None,
    engine: str,
    is_remembered: bool,
) -> Models:
    """Return who hears and who is asked, by the options of a command."""
    return Models(
        name,
        verifier=verifier,
        first_pass=first_pass,
        second_opinion=second_opinion,
        engine=engine,
        cache=is_remembered,
    )
