"""Tables: Whisper's .tsv, spreadsheets of what was said (.csv), Audacity's labels, Kaldi's .ctm."""

import csv
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from align.speech.transcripts.clock import read_seconds
from align.speech.transcripts.readers.fields import cut_words
from align.speech.transcripts.rough import Content, RoughSegment, RoughTranscript, split_words

_COLUMNS = {
    "start": "start starttime begin beginning from in tcin timein startms starts startsec startseconds timestamp time "
    "timecode timestart",
    "end": "end endtime stop to out tcout timeout endms ends endsec endseconds finish timeend",
    "length": "duration dur length",
    "text": "text transcript transcription sentence utterance content word words caption subtitle line speech body",
    "speaker": "speaker speakername name who voice speakerlabel speakerid",
}
_MEANING = {name: column for column, names in _COLUMNS.items() for name in names.split()}
_PARTS = {
    "start": "start", "begin": "start", "codein": "start", "end": "end", "codeout": "end", "duration": "length",
    "speaker": "speaker", "transcript": "text", "transcription": "text", "text": "text",
}  # fmt: skip
_SEPARATORS = ("\t", ";", ",", "|")
_CTM = re.compile(
    r"\S+ \S+ \d+(?:\.\d+)? \d+(?:\.\d+)? \S+(?: \d+(?:\.\d+)?)?"
)  # recording, channel, start, length, word
_FEW = 3  # columns of Audacity's labels, and of most tables without a heading


class _Tabs(csv.excel_tab):
    """Whisper quotes nothing in its .tsv, and a quotation mark at the start of a line of speech is none of a cell."""

    quoting = csv.QUOTE_NONE


def sniff(content: Content) -> bool:
    """Whether this is a table with a column of text and one of times, by its first lines."""
    return not content.is_json and (bool(_separator(content.text)) or _is_ctm(content.text))


def read(content: Content) -> RoughTranscript:
    """Return what the rows say; where each is a word, the words."""
    rows = _spoken(content.text) if _is_ctm(content.text) else _rows(content.text, _separator(content.text))
    segments = [segment for row in rows if (segment := _segment(row)).words]
    lost = len(rows) - len(segments)
    warning = (f"{lost} of {len(rows)} rows hold no words and are left out.",) if lost else ()
    if all(len(segment.words) == 1 for segment in segments):
        segments = [*cut_words([word for segment in segments for word in segment.words])]
    return RoughTranscript(segments, warnings=warning)


def _spoken(text: str) -> list[Mapping[str, str]]:
    """Return the rows of a .ctm."""
    lines = [line.split() for line in text.split("\n") if _CTM.fullmatch(line.strip())]
    return [{"start": line[2], "length": line[3], "text": line[4]} for line in lines]


def _is_ctm(text: str) -> bool:
    lines = [line for line in text[:2000].split("\n")[:3] if line.strip()]
    return bool(lines) and all(_CTM.fullmatch(line.strip()) for line in lines)


def _separator(text: str) -> str:
    """Return what separates the columns of a table, nothing if this is no table that can be read."""
    lines = [line for line in text[:5000].split("\n") if line.strip()][:4]
    for separator in _SEPARATORS if lines else ():
        heading, *rows = [next(csv.reader([line], delimiter=separator), []) for line in lines]
        meanings = _heading(heading)
        if {"text", "start"} <= {*meanings} and any(_start(meanings, row) is not None for row in rows):
            return separator
        if all(map(_is_bare, (heading, *rows))):
            return separator
    return ""


def _start(meanings: Sequence[str], row: Sequence[str]) -> float | None:
    return _seconds(dict(zip(meanings, row, strict=False)).get("start", ""))


def _is_bare(cells: Sequence[str]) -> bool:
    """Whether a row without a heading is a start, an end and a text."""
    return len(cells) == _FEW and None not in map(_seconds, cells[:2]) and _seconds(cells[2]) is None


def _heading(cells: Sequence[str]) -> list[str]:
    """Return what the columns mean, each meaning once; nothing where it is unknown."""
    plain = [re.sub(r"\(.*?\)|[^a-z]", "", cell.lower()) for cell in cells]
    meanings = [_MEANING.get(cell) or _like(cell) for cell in plain]
    return [meaning if meaning not in meanings[:place] else "" for place, meaning in enumerate(meanings)]


def _like(cell: str) -> str:
    """Return what a column means whose name is made of a known one and something else: `timecodein`, `speechstart`."""
    return next((column for part, column in _PARTS.items() if cell.startswith(part) or cell.endswith(part)), "")


def _rows(text: str, separator: str) -> list[Mapping[str, str]]:
    dialect = _Tabs if separator == "\t" else csv.excel
    try:
        rows = [row for row in csv.reader(io.StringIO(text.strip("\n")), dialect, delimiter=separator) if row]
    except csv.Error as error:
        raise ValueError(str(error)) from error
    if {"text", "start"} <= set(heading := _heading(rows[0] if rows else ())):
        return [dict(zip(heading, row, strict=False)) for row in rows[1:]]
    return [dict(zip(("start", "end", "text"), row, strict=False)) for row in rows]


def _segment(row: Mapping[str, str]) -> RoughSegment:
    start, end, length = (_seconds(row.get(column, "")) for column in ("start", "end", "length"))
    if end is None and start is not None and length is not None:
        end = start + length
    words = split_words(row.get("text", ""), row.get("speaker", "").strip() or None)
    if len(words) == 1:
        words = (replace(words[0], start=start, end=end),)
    return RoughSegment(words, start, end)


def _seconds(cell: str) -> float | None:
    """Return the time in a cell; a comma may stand for the point."""
    return next(
        (time for text in (cell, cell.replace(",", ".")) if (time := read_seconds(text.strip())) is not None), None
    )
