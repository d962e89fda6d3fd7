"""SubRip and WebVTT: cues by time that never overlap, are never empty, and hold nothing that a player would obey."""

import html
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from align.report.view.sanitize import printable
from align.report.view.times import srt_time, vtt_time

_SRT_HARMLESS = str.maketrans({"<": "‹", ">": "›", "{": "(", "}": ")", "\\": "⧵"})
"""Players read `<i>`, `{\\an8}` and `\\N` in SubRip as commands, and it has no way to escape them."""

_LABEL_HARMLESS = _SRT_HARMLESS | str.maketrans('[]|"', "()¦”")
"""Brackets that would end a label, a bar that breaks lines elsewhere, and what would make a text begin as JSON does."""

_LONGEST_LABEL = 40
"""Letters: what is longer is taken for speech where it is read back (`speech/transcripts/mending/labels.py`)."""


@dataclass(frozen=True, slots=True)
class Cue:
    """One entry of a subtitle file; times in milliseconds. `speakers` say each line; none where that is not shown."""

    start: int
    end: int
    lines: tuple[str, ...]
    speakers: tuple[str, ...] = ()


def together(cues: Iterable[Cue]) -> tuple[Cue, ...]:
    """Return the cues by start, those that people say at once as one, with a line for each.

    Two are said at once where the first would lose half of its time if it were cut when the second begins.
    """
    placed: list[Cue] = []
    for cue in sorted(cues, key=_start):
        before = placed[-1] if placed else None
        if before and 2 * cue.start < before.start + before.end:
            end, lines = max(before.end, cue.end), before.lines + cue.lines
            placed[-1] = Cue(before.start, end, lines, before.speakers + cue.speakers)
        else:
            placed.append(cue)
    return tuple(placed)


def without_overlap(cues: Iterable[Cue]) -> tuple[Cue, ...]:
    """Return the cues by start, each cut where the next begins and at least a millisecond long.

    Cues that start together share their time evenly.
    """
    groups = [[*group] for _, group in groupby(sorted(cues, key=_start), key=_start)]
    placed: list[Cue] = []
    for group, following in pairwise([*groups, []]):
        for cue in _shared(group, following):
            start = max(cue.start, placed[-1].end if placed else 0)
            placed.append(replace(cue, start=start, end=max(cue.end, start + 1)))
    return tuple(placed)


def srt(cues: Iterable[Cue]) -> str:
    """Return cues as SubRip."""
    return "\n".join(
        f"{number}\n{srt_time(cue.start)} --> {srt_time(cue.end)}\n{_said(cue, speaker_label, _srt_escaped)}"
        for number, cue in enumerate(cues, 1)
    )


def vtt(cues: Iterable[Cue]) -> str:
    """Return cues as WebVTT."""
    return "WEBVTT\n" + "".join(
        f"\n{number}\n{vtt_time(cue.start)} --> {vtt_time(cue.end)}\n{_said(cue, _vtt_voice, _vtt_escaped)}"
        for number, cue in enumerate(cues, 1)
    )


def speaker_label(speaker: str) -> str:
    """Return what stands before words to say who speaks, as whisperX writes it; empty if nobody is named.

    Without the brackets a reader could not tell whether `Rates: they fall` is a name or speech.
    """
    name = printable(speaker).translate(_LABEL_HARMLESS)
    if len(name) > _LONGEST_LABEL:
        name = f"{name[: _LONGEST_LABEL - 1].rstrip()}…"
    return f"[{name}]: " if name else ""


def _start(cue: Cue) -> int:
    return cue.start


def _shared(group: Sequence[Cue], following: Sequence[Cue]) -> list[Cue]:
    """Return cues that start together, one after another, up to the start of the `following` ones."""
    start = group[0].start
    end = min([max(cue.end for cue in group), *(cue.start for cue in following[:1])])
    edges = [start + (end - start) * step // len(group) for step in range(len(group) + 1)]
    return [replace(cue, start=edges[step], end=edges[step + 1]) for step, cue in enumerate(group)]


def _said(cue: Cue, label: Callable[[str], str], escaped: Callable[[str], str]) -> str:
    """Return who speaks and what, a line for each that is not empty."""
    lines = zip(cue.speakers or [""] * len(cue.lines), map(printable, cue.lines), strict=True)
    return "".join(f"{label(speaker)}{escaped(line)}\n" for speaker, line in lines if line)


def _srt_escaped(text: str) -> str:
    return text.translate(_SRT_HARMLESS)


def _vtt_escaped(text: str) -> str:
    return html.escape(text, quote=False)


def _vtt_voice(speaker: str) -> str:
    """Return the tag by which WebVTT says whose voice it is; empty if nobody is named."""
    name = _vtt_escaped(printable(speaker))
    return f"<v {name}>" if name else ""
