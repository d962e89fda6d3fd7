"""Which words do subtitles show, and when? SubRip and WebVTT, without their styling and the names of speakers."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

_TIMESTAMP_TAG = re.compile(r"<[\d:.]+>")  # WebVTT's karaoke times: <00:00:01.500>
_LABEL = re.compile(r"^\s*(?:\[[^\]\n]*\]|\([^)\n]*\)|>>\s*[A-Z .'-]+):\s*", re.MULTILINE)
"""A speaker's name before a line, marked as one: `[SPEAKER_00]: `, `(Ada): `, `>> ADA: `."""


@dataclass(frozen=True, slots=True)
class ReadCue:
    """What one cue shows, in seconds; its end may lie before its start."""

    text: str
    start: float
    end: float


def read_cues(content: bytes, extension: str) -> Iterator[ReadCue]:
    """Yield the cues of an `.srt` or `.vtt` file in order of time; raises ValueError if the bytes are not text."""
    from pysubs2 import SSAFile

    text = content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    cues = SSAFile.from_string(_cues_alone(text) if extension == ".vtt" else text, format_=extension.lstrip("."))
    for cue in sorted(cues, key=lambda cue: cue.start):
        yield ReadCue(_LABEL.sub("", html.unescape(cue.plaintext)), cue.start / 1000, cue.end / 1000)


def _cues_alone(text: str) -> str:
    """Return WebVTT without what is between cues, and their names, which pysubs2 would take for words."""
    blocks = re.split(r"\n(?:[ \t]*\n)+", text)
    cues = (block[block.rfind("\n", 0, block.index("-->")) + 1 :] for block in blocks if "-->" in block)
    return "WEBVTT\n\n" + "\n\n".join(_TIMESTAMP_TAG.sub("", cue) for cue in cues)
