"""How do we say so? One function per format, and three tables of which file name gets which.

To add a format, write `Report -> str` or `bytes` and one line here. A format is named by where its function is, so
that only the one that is asked for is imported.
"""

import pkgutil
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from align.errors import OutputError
from align.records import Article, Model, Quote, Report, Transcript
from align.report.clips import NO_SOUNDS, Sounds, clip_files
from align.report.files import check_writable, make_folder, write_whole

Formats = Mapping[str, str]
"""How a file name ends -> `module:function` of the writer, below this package."""

_PLAIN_FORMATS: Formats = {
    ".json": "formats.json_report:render_report",
    ".srt": "formats.srt_vtt:render_srt",
    ".vtt": "formats.srt_vtt:render_vtt",
    ".diff": "formats.word_diff:render_diff",
    ".txt": "formats.text:render_text",
    ".md": "formats.markdown:render_markdown",
    ".csv": "formats.csv_report:render_csv",
    ".sarif": "formats.sarif:render_sarif",
    ".labels.txt": "formats.audacity:render_labels",
    ".TextGrid": "formats.textgrid:render_textgrid",
    ".otio": "formats.timeline:render_otio",
    ".edl": "formats.timeline:render_edl",
}
"""`Report -> str | bytes`."""

_SOUND_FORMATS: Formats = {".html": "page:render_page"}
"""`(Report, Sounds) -> str | bytes`: reports to listen to."""

REPORT_FORMATS: Formats = {**_PLAIN_FORMATS, **_SOUND_FORMATS}
"""What `align check` writes."""

TRANSCRIPT_FORMATS: Formats = {
    ".json": "formats.json_report:render_transcript",
    ".srt": "formats.transcripts:render_srt",
    ".vtt": "formats.transcripts:render_vtt",
    ".txt": "formats.transcripts:render_text",
}
"""`(Transcript, Model) -> str`, for `align transcribe`."""

QUOTES_FORMATS: Formats = {".json": "formats.json_report:render_quotes"}
"""`(Article, quotes) -> str`, for `align quotes`."""


def check_outputs(paths: Sequence[Path], formats: Formats = REPORT_FORMATS, inputs: Sequence[Path] = ()) -> None:
    """Raise OutputError, before the long work begins, if one of `paths` could not be written after it."""
    for path in paths:
        _writer(path, formats)
        check_writable(path, inputs)


def wants_sounds(paths: Sequence[Path]) -> bool:
    """Whether one of `paths` will hold sounds, so that they are worth cutting."""
    return any(path.name.lower().endswith((*_SOUND_FORMATS,)) for path in paths)


def write_report(report: Report, path: Path, sounds: Sounds = NO_SOUNDS) -> None:
    """Write `report` in the format that the name of `path` asks for; raises OutputError."""
    subjects = (report, sounds) if wants_sounds([path]) else (report,)
    _write(path, REPORT_FORMATS, *subjects)


def write_clips(report: Report, sounds: Sounds, folder: Path) -> None:
    """Write a sound file for every place of every finding; raises OutputError."""
    make_folder(folder)
    for name, clip in clip_files(report, sounds):
        write_whole(folder / name, clip.mp3)


def write_transcript(transcript: Transcript, model: Model, path: Path) -> None:
    """Write what `model` heard in the format that the name of `path` asks for; raises OutputError."""
    _write(path, TRANSCRIPT_FORMATS, transcript, model)


def write_quotes(article: Article, quotes: Sequence[Quote], path: Path) -> None:
    """Write the quotes of `article` in the format that the name of `path` asks for; raises OutputError."""
    _write(path, QUOTES_FORMATS, article, quotes)


def _write(path: Path, formats: Formats, *subjects: object) -> None:
    write_whole(path, _writer(path, formats)(*subjects))


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
