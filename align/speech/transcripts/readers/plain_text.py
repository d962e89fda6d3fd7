"""Text: with a time here and there, as people, Otter, Rev and lyrics (LRC) have it, or without any."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from align.speech.transcripts.clock import CLOCK, read_clock, read_seconds
from align.speech.transcripts.names import is_role, looks_like_name
from align.speech.transcripts.readers.cue_text import TimedText, read_cue
from align.speech.transcripts.readers.fields import named
from align.speech.transcripts.rough import Content, RoughSegment, RoughTranscript, split_words

_TIME = rf"{CLOCK}|\d+(?:\.\d+)?s"
_BRACKETED = rf"[\[(<{{#]\s*({_TIME})\s*(?:(?:-|–|-->|->|to)\s*({_TIME})\s*)?[\])>}}#]"
_BARE = rf"({CLOCK})(?:\s*(?:-|–|to)\s*({CLOCK}))?(?=\s|$)"
_LEADING = re.compile(rf"\s*(?:{_BRACKETED}|{_BARE})\s*(?:[-–—:|]\s)?\s*")
"""A time, or from when to when, at the start of a line: `[00:01:02] `, `(0:05)`, `1:02 - 1:08 `."""

_WHO = r"\[?([^\W\d_][^:\n\[\]]{0,60}?)\]?\s*[,:|–-]?"
_NAMED = re.compile(rf"\s*{_WHO}\s*(?:{_BRACKETED}\s*:?|{_BARE}\s*:?\s*$)\s*")
"""Who speaks, and from when: `Ada Okonjo  1:02` alone on a line, `Speaker 1 (00:05): ` also before what is said."""

_WITHIN = re.compile(rf"[\[(#]\s*({CLOCK})\s*[\])#]")
"""A time in brackets inside a line, or behind it (f4: #00:01:02-5#); but `[inaudible 00:00:06]` says something else."""

_TAG = re.compile(r"\[(?:ti|ar|al|au|by|re|ve|offset|length|la):[^\]\n]*\]", re.IGNORECASE)  # LRC's, above the lines
_HEADING = re.compile(r"^#{1,6}[^\S\n].*$|^[^\S\n]*(?:[-*_=][^\S\n]*){3,}$", re.MULTILINE)
_EMPHASIS = re.compile(r"\*\*")

_FEW = 4  # lines for a time, at most, where times stand without brackets

_HEADING_WORDS = 8  # of a line, at most

_SHORT = 30
"""Words, ten seconds of speech: where most of the words stand in longer stretches, the times say too little of them."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A stretch of text from the time that stands before it, or above; `name` is who speaks."""

    start: float | None
    end: float | None
    name: str | None
    text: str
    is_inside: bool = False  # of a line that has more to say before the time


def sniff(content: Content) -> bool:
    """Whether this is text with words, and neither JSON nor XML."""
    is_markup = content.is_json or content.text.lstrip().startswith("<?xml")
    return not is_markup and bool(split_words(content.text))


def read(content: Content) -> RoughTranscript:
    """Return what the text says."""
    return read_lines(content.text)


def read_lines(text: str) -> RoughTranscript:
    """Return the words of a text; those behind a time are spoken from then on, until the next."""
    lines = [*_lines(_EMPHASIS.sub("", _HEADING.sub("", _TAG.sub("", text))))]
    spoken, above = _without_heading([line for line in lines if line.text.strip()])
    segments = [_segment(line) for line in spoken]
    timed = [segment for segment in segments if segment.start is not None]
    words = sum(len(segment.words) for segment in segments)
    near = sum(len(segment.words) for segment in timed if len(segment.words) <= _SHORT)
    return RoughTranscript(segments, warnings=above, is_timed=len(timed) > 1 and near * 2 >= words)


def _without_heading(lines: Sequence[_Line]) -> tuple[Sequence[_Line], tuple[str, ...]]:
    """Return the lines without those above the first time that are no sentences, and a warning that names them."""
    first = next((place for place, line in enumerate(lines) if line.start is not None), 0)
    heading = [line.text.strip() for line in lines[:first]]
    if (
        not heading
        or lines[first].is_inside
        or any(len(text.split()) > _HEADING_WORDS or text.endswith((".", "!", "?")) for text in heading)
    ):
        return lines, ()
    return lines[first:], (f"What stands above the first time is taken for a heading: “{' / '.join(heading)}”.",)


def _lines(text: str) -> Iterator[_Line]:
    """Yield the stretches of a text: a new one begins with every time and every paragraph."""
    start = end = name = None
    is_bare, lines = _has_bare_times(text), text.split("\n")
    often = Counter(lines)
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        led, leading = _NAMED.match(line), _LEADING.match(line)
        if leading and (is_bare or leading[1]):
            (start, end), name, line = _times(leading.groups()), None, line[leading.end() :]
            is_name = looks_like_name(line) and not _LEADING.match(following)  # as in Word's dictation
        elif led and looks_like_name(led[1]):
            (start, end), name, line = _times(led.groups()[1:]), led[1].strip(), line[led.end() :]
            is_name = False
        else:  # Premiere has the name below the times
            is_name = start is not None and name is None and looks_like_name(line)
            is_name = is_name and (often[line] > 1 or is_role(line))
        if is_name and following.strip():
            name, line = line.strip(), ""
        if not line.strip():
            name = None if start is None else name
            continue
        for part in _split(line):
            if part.text.strip():
                yield replace(part, start=start if part.start is None else part.start, end=end, name=name)
            start, end = (None, None) if part.text.strip() else (part.start, None)


def _has_bare_times(text: str) -> bool:
    """Whether times without brackets begin lines of a text: several, in order; one may be an hour that is spoken of."""
    lines = [line for line in text.split("\n") if line.strip()]
    leading = [match for match in map(_LEADING.match, lines) if match and not match[1]]
    times = [time for time, _ in (_times(match.groups()) for match in leading) if time is not None]
    return len(times) > 1 and len(times) * _FEW >= len(lines) and times == sorted(times)


def _split(line: str) -> Iterator[_Line]:
    """Yield the parts of a line between the times inside it."""
    at, start = 0, None
    for mark in _WITHIN.finditer(line):
        if line[at : mark.start()].strip():
            yield _Line(start, None, None, line[at : mark.start()], at > 0)
        at, start = mark.end(), read_clock(mark[1])
    yield _Line(start, None, None, line[at:], at > 0)


def _times(groups: Sequence[str | None]) -> tuple[float | None, float | None]:
    times = [read_seconds(group) for group in groups if group]
    return (times[0] if times else None), (times[1] if len(times) > 1 else None)


def _segment(line: _Line) -> RoughSegment:
    segment = read_cue(TimedText(line.start, line.end, line.text))
    return replace(segment, words=named(segment.words, line.name))
