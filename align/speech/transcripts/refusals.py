"""Why can a file not be read as a transcript? What it seems to be, and what to do, in one sentence."""

from align.errors import TranscriptError
from align.speech.transcripts.rough import Content

_KINDS = (
    (b"%PDF", "a PDF: save its text as .txt or .docx"),
    (b"{\\rtf", "an .rtf: save it as .txt or .docx"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel document: save it as .docx or .csv"),
    (b"PK\x03\x04", "a package that is no document of Word: save the transcript as .txt, .srt or .docx"),
    (b"\x1f\x8b", "compressed: unpack it first"),
    (b"RIFF", "sound: give it as a recording"),
    (b"ID3", "sound: give it as a recording"),
    (b"\xff\xfb", "sound: give it as a recording"),
    (b"fLaC", "sound: give it as a recording"),
    (b"OggS", "sound: give it as a recording"),
    (b"FORM", "sound: give it as a recording"),
    (b"\x1aE\xdf\xa3", "a film: give it as a recording"),
    (b"\x89PNG", "a picture: give the transcript as text"),
    (b"\xff\xd8\xff", "a picture: give the transcript as text"),
)
"""What files begin with, what they are then, and what to do."""


def refusal(path: str, content: Content) -> TranscriptError:
    """Return why the transcript at `path` is refused."""
    return TranscriptError(f"{path} is no transcript that can be read: {_reason(content)}.")


def _reason(content: Content) -> str:
    if not content.raw.strip():
        return "it is empty"
    kind = next((kind for start, kind in _KINDS if content.raw.startswith(start)), "")
    if kind or content.raw[4:8] == b"ftyp":
        return f"it is {kind or 'sound or a film: give it as a recording'}"
    if not content.text.strip():
        return "its bytes are no text: save it as UTF-8, or give the transcript and not the recording"
    if content.document is not None or content.text.strip() == "null":
        return "it is JSON without words in any list: export it anew with times, as .srt or .vtt"
    if content.is_json:
        return "it is JSON that breaks off or is damaged: export it anew"
    return "it has no words"
