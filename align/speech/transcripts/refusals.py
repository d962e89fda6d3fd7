"""Why can a file not be read as a transcript? What it seems to be, and what to do, in one sentence."""

import re

from align.errors import TranscriptError
from align.records import Verdict
from align.speech.transcripts.rough import Content

_SOUND = "sound or a film: give it as a recording"
_KINDS = (
    (0, b"%PDF-", "a PDF: save its text as .txt or .docx"),
    (0, b"{\\rtf", "an .rtf: save it as .txt or .docx"),
    (0, b"\xd0\xcf\x11\xe0", "an old Word or Excel document: save it as .docx or .csv"),
    (0, b"Scenarist_SCC", "an .scc, whose words are in code: convert it to .srt"),
    (0, b"\x1f\x8b", "compressed: unpack it first"),
    (8, b"WAVE", _SOUND),
    (8, b"AVI ", _SOUND),
    (8, b"AIF", _SOUND),
    (4, b"ftyp", _SOUND),
    (0, b"ID3\x02", _SOUND),
    (0, b"ID3\x03", _SOUND),
    (0, b"ID3\x04", _SOUND),
    (0, b"\xff\xfb", _SOUND),
    (0, b"fLaC", _SOUND),
    (0, b"OggS", _SOUND),
    (0, b"\x1aE\xdf\xa3", _SOUND),
    (0, b"\x89PNG", "a picture: give the transcript as text"),
    (0, b"\xff\xd8\xff", "a picture: give the transcript as text"),
)
"""Where in a file which bytes stand, what it is then, and what to do."""

_REPORT = "what was written of an article, and its words are print: give what was said in the recording"
_VERDICTS = "|".join(verdict.replace("_", "[ _]") for verdict in Verdict)
_TEXTS = (
    (re.compile(rf"(?:^|\s|\*)#\d+\W+(?:{_VERDICTS})\b", re.IGNORECASE), _REPORT),
    (re.compile(rf"(?:FROM CLIP NAME: +|^- \[[ x]\] \*\*)\d+ (?:{_VERDICTS})\b", re.MULTILINE), _REPORT),
    (re.compile(r"\A\W*quote,verdict,severity,"), _REPORT),
    (re.compile(r'<meta name="generator" content="align '), _REPORT),
    (re.compile(r'\A\W*File type = "ooTextFile'), "a .TextGrid of Praat: give its words as .srt or .txt"),
    (re.compile(r"\A\W*SPEAKER \S+ \d+ [\d.]+ [\d.]+ <NA>"), "an .rttm: it says who speaks when, and no word"),
)
"""Text that is no transcript but would be read as one: our own reports, which would bear out what they were made of."""

_REPORT_KEYS = (
    {"article", "quotes"},
    {"article", "decisions"},
    {"pairs", "summary"},
    {"$schema", "runs"},
    {"OTIO_SCHEMA"},
)
"""Keys of JSON that is no transcript: reports, quotes, decisions, a summary of many, lint findings, a cut."""

_HEAD = 100_000
"""Characters that tell which text it is."""

_PACKAGE = b"PK\x03\x04"


def is_something_else(content: Content) -> bool:
    """Whether these are the bytes of a file that is no transcript, whatever text may be in it."""
    return bool(_kind(content))


def refusal(path: str, content: Content) -> TranscriptError:
    """Return why the transcript at `path` is refused."""
    return TranscriptError(f"{path} is no transcript that can be read: {_reason(content)}.")


def _kind(content: Content) -> str:
    binary = (kind for at, mark, kind in _KINDS if content.raw.startswith(mark, at))
    return next(binary, "") or _kind_of_text(content)


def _kind_of_text(content: Content) -> str:
    if isinstance(content.document, dict) and any(keys <= content.document.keys() for keys in _REPORT_KEYS):
        return _REPORT
    head = content.text[:_HEAD]
    return next((kind for pattern, kind in _TEXTS if pattern.search(head)), "")


def _reason(content: Content) -> str:
    if not content.raw.strip():
        return "it is empty"
    if kind := _kind(content):
        return f"it is {kind}"
    if content.raw.startswith(_PACKAGE):
        return "it is a package that is no document of Word: save the transcript as .txt, .srt or .docx"
    if not content.text.strip():
        return "its bytes are no text: save it as UTF-8, or give the transcript and not the recording"
    if content.document is not None or content.text.strip() == "null":
        return "it is JSON without words in any list: export it anew with times, as .srt or .vtt"
    if content.is_json:
        return "it is JSON that breaks off or is damaged: export it anew"
    return "it has no words, or its markup is broken: export it anew, as .srt or .txt"
