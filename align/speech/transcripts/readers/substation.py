"""Subtitles that pysubs2 reads: SubStation (.ass, .ssa), MicroDVD, MPL2, SAMI."""

import re

from align.speech.transcripts.readers.cue_text import TimedText, read_cue
from align.speech.transcripts.rough import Content, RoughTranscript

_SHAPES = {
    "ass": re.compile(r"^\[Events\]", re.MULTILINE),
    "microdvd": re.compile(r"\{\d+\}\{\d+\}"),
    "mpl2": re.compile(r"\[\d+\]\[\d+\]"),
    "sami": re.compile(r"<SAMI>", re.IGNORECASE),
}
"""What tells each format, by pysubs2's name for it."""

_FRAME_RATE = 23.976  # frames a second of a MicroDVD file that does not say it; the usual one


def sniff(content: Content) -> bool:
    """Whether this is one of these formats."""
    return _shape(content.text) is not None


def read(content: Content) -> RoughTranscript:
    """Return the events that are shown, in order of time; their style's name is no speaker, their `Name` is."""
    from pysubs2 import SSAFile
    from pysubs2.exceptions import Pysubs2Error

    shape = _shape(content.text)
    try:
        events = SSAFile.from_string(
            content.text, format_=shape, **({"fps": _FRAME_RATE} if shape == "microdvd" else {})
        )
    except Pysubs2Error as error:
        raise ValueError(str(error)) from error
    shown = sorted((event for event in events if not event.is_comment and not event.is_drawing), key=lambda e: e.start)
    cues = [TimedText(event.start / 1000, event.end / 1000, _voiced(event.text, event.name)) for event in shown]
    warnings = (f"It counts frames: {_FRAME_RATE} a second are taken for granted.",) if shape == "microdvd" else ()
    return RoughTranscript([read_cue(cue) for cue in cues], warnings=warnings)


def _shape(text: str) -> str | None:
    return next(
        (shape for shape, pattern in _SHAPES.items() if pattern.search(text[:200_000]) and _fits(shape, text)), None
    )


def _fits(shape: str, text: str) -> bool:
    """Whether what tells a format stands where it must: `[Events]` on a line, all else at the start."""
    return shape == "ass" or bool(_SHAPES[shape].match(text))


def _voiced(text: str, name: str) -> str:
    return f"<v {name}>{text}" if name.strip() else text
