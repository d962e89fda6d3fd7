"""How do we say so? Whatever is written goes through here; `formats/` has the formats and their tables."""

import pkgutil
from collections.abc import Callable, Sequence
from pathlib import Path

from align.errors import OutputError
from align.records import Article, Model, Quote, Report, Transcript
from align.report.clips import NO_SOUNDS, Sounds, clip_files
from align.report.files import check_distinct, check_writable, make_folder, write_whole
from align.report.formats import QUOTES_FORMATS, REPORT_FORMATS, SOUND_FORMATS, TRANSCRIPT_FORMATS, Formats

__all__ = [
    "QUOTES_FORMATS",
    "REPORT_FORMATS",
    "TRANSCRIPT_FORMATS",
    "check_outputs",
    "wants_sounds",
    "wants_turns",
    "write_clips",
    "write_quotes",
    "write_report",
    "write_transcript",
]


def check_outputs(paths: Sequence[Path], formats: Formats = REPORT_FORMATS, inputs: Sequence[Path] = ()) -> None:
    """Raise OutputError, before the long work begins, if one of `paths` could not be written after it."""
    for path in paths:
        _writer(path, formats)
        check_writable(path, inputs)
    check_distinct(paths)


def wants_sounds(paths: Sequence[Path]) -> bool:
    """Whether one of `paths` will hold sounds, so that they are worth cutting."""
    return any(path.name.lower().endswith((*SOUND_FORMATS,)) for path in paths)


def wants_turns(paths: Sequence[Path]) -> bool:
    """Whether one of `paths` holds nothing but who speaks when, so that nothing is left of it if nobody asks."""
    return any(path.name.lower().endswith(".rttm") for path in paths)


def write_report(report: Report, path: Path, sounds: Sounds = NO_SOUNDS, inputs: Sequence[Path] = ()) -> None:
    """Write `report` as the name of `path` asks for, but over no input; raises OutputError."""
    subjects = (report, sounds) if wants_sounds([path]) else (report,)
    write_whole(path, _writer(path, REPORT_FORMATS)(*subjects), inputs)


def write_clips(report: Report, sounds: Sounds, folder: Path, inputs: Sequence[Path] = ()) -> None:
    """Write a sound file for every place of every finding, but over no input; raises OutputError."""
    make_folder(folder)
    for name, clip in clip_files(report, sounds):
        write_whole(folder / name, clip.mp3, inputs)


def write_transcript(transcript: Transcript, model: Model, path: Path, inputs: Sequence[Path] = ()) -> None:
    """Write what `model` heard as the name of `path` asks for, but over no input; raises OutputError."""
    write_whole(path, _writer(path, TRANSCRIPT_FORMATS)(transcript, model), inputs)


def write_quotes(article: Article, quotes: Sequence[Quote], path: Path, inputs: Sequence[Path] = ()) -> None:
    """Write the quotes of `article` as the name of `path` asks for, but over no input; raises OutputError."""
    write_whole(path, _writer(path, QUOTES_FORMATS)(article, quotes), inputs)


def _writer(path: Path, formats: Formats) -> Callable[..., str | bytes]:
    """Return the writer of the longest ending that `path` has; raises OutputError if there is none to be had."""
    fitting = [ending for ending in formats if path.name.lower().endswith(ending.lower())]
    if not fitting:
        known = ", ".join(formats)
        raise OutputError(
            f"{path} cannot be written because nobody writes that kind of file; end it in one of {known}."
        )
    try:
        writer: Callable[..., str | bytes] = pkgutil.resolve_name(f"{__name__}.{formats[max(fitting, key=len)]}")
    except ModuleNotFoundError as error:
        raise OutputError(f"{path} needs the package {error.name}; pip install 'quote-align[editors]'.") from error
    return writer
