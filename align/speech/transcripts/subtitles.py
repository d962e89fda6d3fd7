"""Which words do subtitles show, and when? SubRip and WebVTT, without their styling and the names of speakers."""

import html
import re
from dataclasses import dataclass

_TIMESTAMP_TAG = re.compile(r"<[\d:.]+>")  # WebVTT's karaoke times: <00:00:01.500>
_LABEL = re.compile(r"^\s*-?\s*(?:\[[^\]\n]*\]|\([^)\n]*\)|>>\s*[A-Z .'-]+):\s*", re.MULTILINE)
"""A speaker's name before a line, marked as one: `[SPEAKER_00]: `, `(Ada): `, `>> ADA: `."""

_NUMBER = "\n\n0\n"
"""What pysubs2 takes for the number of a next cue: without one it would drop a last line such as `1984`."""


@dataclass(frozen=True, slots=True)
class ReadCue:
    """What one cue shows, in seconds; its end may lie before its start."""

    text: str
    start: float
    end: float


def read_srt(content: bytes) -> list[ReadCue]:
    """Return the cues of SubRip in order of time; raises ValueError if the bytes are not text."""
    return _read(_decoded(content) + _NUMBER, "srt")


def read_vtt(content: bytes) -> list[ReadCue]:
    """Return the cues of WebVTT in order of time; raises ValueError if the bytes are not text.

    What stands between cues, and their names, pysubs2 would take for words.
    """
    blocks = re.split(r"\n(?:[ \t]*\n)+", _decoded(content))
    cues = (block[block.rfind("\n", 0, block.index("-->")) + 1 :] for block in blocks if "-->" in block)
    return _read("".join(_TIMESTAMP_TAG.sub("", cue) + _NUMBER for cue in cues), "vtt")


def _decoded(content: bytes) -> str:
    return content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")


def _read(text: str, form: str) -> list[ReadCue]:
    from pysubs2 import SSAFile

    cues = sorted(SSAFile.from_string(text, format_=form), key=lambda cue: cue.start)
    return [ReadCue(_LABEL.sub("", html.unescape(cue.plaintext)), cue.start / 1000, cue.end / 1000) for cue in cues]
