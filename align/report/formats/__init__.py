"""Which formats are there? One file for each, and three tables of which file name gets which.

To add one, write `Report -> str` or `bytes` in a file here, and one line in a table. A format is named by where its
function is, so that only the one that is asked for is imported.
"""

from collections.abc import Mapping

Formats = Mapping[str, str]
"""How a file name ends -> `module:function` of the writer, below `align.report`."""

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
    ".rttm": "formats.rttm:render_rttm",
}
"""`Report -> str | bytes`."""

SOUND_FORMATS: Formats = {".html": "page:render_page"}
"""`(Report, Sounds) -> str | bytes`: reports to listen to."""

REPORT_FORMATS: Formats = {**_PLAIN_FORMATS, **SOUND_FORMATS}
"""What `align check` writes."""

TRANSCRIPT_FORMATS: Formats = {
    ".json": "formats.json_report:render_transcript",
    ".srt": "formats.transcripts:render_srt",
    ".vtt": "formats.transcripts:render_vtt",
    ".txt": "formats.transcripts:render_text",
    ".TextGrid": "formats.textgrid:render_transcript_textgrid",
    ".rttm": "formats.rttm:render_transcript_rttm",
}
"""`(Transcript, Model) -> str`, for `align transcribe`."""

QUOTES_FORMATS: Formats = {".json": "formats.json_report:render_quotes"}
"""`(Article, quotes) -> str`, for `align quotes`."""
