"""Subtitles: SubRip and WebVTT, without their styling. The label of a speaker goes to the words that follow it."""

import html
import re
from collections.abc import Iterator

from align.speech.transcripts.rough import Content, RoughSegment, RoughTranscript, RoughWord, split_words

_TIMESTAMP_TAG = re.compile(r"<[\d:.]+>")  # WebVTT's karaoke times: <00:00:01.500>
_VOICE_TAG = re.compile(r"<v(?:\.[^\s>]*)?[ \t]+([^\]>\n]*)>")  # WebVTT's name of who speaks: <v Ada Okonjo>
_LABEL = re.compile(r"^\s*-?\s*(?:\[([^\]\n]*)\]|\(([^)\n]*)\)|>>\s*([A-Z .'-]+)):\s*", re.MULTILINE)
"""A speaker's name before a line, marked as one: `[SPEAKER_00]: `, `(Ada): `, `>> ADA: `."""

_NUMBER = "\n\n0\n"
"""What pysubs2 takes for the number of a next cue: without one it would drop a last line such as `1984`."""


def sniff(content: Content) -> bool:
    """Whether this is text with the times of cues, or with WebVTT's heading, below which there may be none."""
    return "-->" in content.text or content.text.lstrip("\ufeff").startswith("WEBVTT")


def read_srt(content: Content) -> RoughTranscript:
    """Return the cues of SubRip in order of time; raises ValueError if the bytes are not text."""
    return _read(content.text + _NUMBER, "srt")


def read_vtt(content: Content) -> RoughTranscript:
    """Return the cues of WebVTT in order of time; raises ValueError if the bytes are not text.

    What stands between cues, and their names, pysubs2 would take for words.
    """
    blocks = re.split(r"\n(?:[ \t]*\n)+", content.text)
    cues = (block[block.rfind("\n", 0, block.index("-->")) + 1 :] for block in blocks if "-->" in block)
    named = (_VOICE_TAG.sub(r"\n[\1]: ", _TIMESTAMP_TAG.sub("", cue)) for cue in cues)
    return _read("".join(cue + _NUMBER for cue in named), "vtt")


def _read(text: str, form: str) -> RoughTranscript:
    from pysubs2 import SSAFile

    cues = sorted(SSAFile.from_string(text, format_=form), key=lambda cue: cue.start)
    return RoughTranscript(
        [RoughSegment(tuple(_words(html.unescape(cue.plaintext))), cue.start / 1000, cue.end / 1000) for cue in cues]
    )


def _words(text: str) -> Iterator[RoughWord]:
    """Yield the words of a cue, each with the name of the last label before it; labels are no words."""
    unlabelled, *labelled = _LABEL.split(text)
    yield from split_words(unlabelled)
    step = _LABEL.groups + 1
    for at in range(0, len(labelled), step):
        *names, said = labelled[at : at + step]
        yield from split_words(said, next(filter(None, names), "").strip() or None)
