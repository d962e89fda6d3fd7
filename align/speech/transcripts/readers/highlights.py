"""Karaoke subtitles, as stable-ts and Whisper's --highlight_words write them: one line shown once for every word of it.

Each cue marks another word, and together they are one cue with the times of its words.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from align.speech.transcripts.readers.cue_text import TimedText, plain_text

_HIGHLIGHT = re.compile(r"<(u|b|i|font|c)(?:[. ][^>\n]*)?>(.{0,200}?)</\1>", re.DOTALL | re.IGNORECASE)
_LONGEST_PAUSE = 1.0  # seconds between two showings of a line; after more it is said once more


def merge_highlighted(cues: Sequence[TimedText]) -> list[TimedText]:
    """Return the cues, those that show the same line with another word marked as one, its words' times marked in it."""
    merged: list[TimedText] = []
    for _, group in groupby(enumerate(_runs(cues)), key=lambda one: one[1][0]):
        run = [cue for _, (_, cue) in group]
        marks = [_mark(cue) for cue in run]
        is_karaoke = len(run) > 1 and len({mark for mark in marks if mark is not None}) > 1
        merged += [_merged(run, marks)] if is_karaoke else run
    return merged


def _runs(cues: Sequence[TimedText]) -> Iterator[tuple[int, TimedText]]:
    """Yield the cues with the number of their run: the cues in it follow each other and say the same."""
    number, before, text_before = 0, None, ""
    for cue in cues:
        text = plain_text(cue.text)
        is_apart = before is None or cue.start is None or before.end is None or cue.start - before.end > _LONGEST_PAUSE
        number += is_apart or text != text_before
        before, text_before = cue, text
        yield number, cue


def _mark(cue: TimedText) -> int | None:
    """Return where in the text of a cue the part that is marked begins, None if all of it or nothing is."""
    match = _HIGHLIGHT.search(cue.text)
    if not match or not plain_text(match[2]).strip() or plain_text(match[2]).strip() == plain_text(cue.text).strip():
        return None
    before = plain_text(cue.text[: match.start()])
    return len(before) + len(plain_text(match[2])) - len(plain_text(match[2]).lstrip())


def _merged(run: Sequence[TimedText], marks: Sequence[int | None]) -> TimedText:
    text, done, said = plain_text(run[0].text), 0, ""
    for cue, mark in zip(run, marks, strict=True):
        if mark is not None and mark >= done and cue.start is not None:
            said, done = f"{said}{text[done:mark]}<{_clock(cue.start)}>", mark
    return TimedText(run[0].start, run[-1].end, said + text[done:])


def _clock(seconds: float) -> str:
    minutes, milliseconds = divmod(round(seconds * 1000), 60_000)
    return f"{minutes // 60:02}:{minutes % 60:02}:{milliseconds // 1000:02}.{milliseconds % 1000:03}"
