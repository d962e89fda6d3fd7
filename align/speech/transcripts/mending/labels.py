"""Who speaks? Names and marks that stand before what is said, and are not said themselves.

`[SPEAKER_00]: `, `Ada Okonjo: `, `>> ADA: `, `(Ada) `, `- `. A name before a colon is a label if it is marked as one,
if it comes more than once, or where nearly every line has one: "I said: no", "Note: this", "England: three" are speech.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from align.speech.transcripts.clock import CLOCK
from align.speech.transcripts.mending.sounds import is_sound
from align.speech.transcripts.mending.spans import Unsaid, leave_out
from align.speech.transcripts.names import is_full_name, is_role, looks_like_name
from align.speech.transcripts.rough import RoughSegment, RoughWord

_TURN = r"(?P<turn>\s*(?:>{1,3}|(?:[-–—•]|\*(?=\s))(?=[^\d\s]|\s+\S))\s*)*"
_TIME = rf"(?P<time>\s*[\[(]{CLOCK}[\])])"
_LABEL = re.compile(
    rf"\s*{_TURN}(?:"
    rf"\[(?P<square>[^\]\n]{{1,40}})\]{_TIME}?(?P<squared>\s*:)?|"
    rf"\((?P<round>[^)\n]{{1,40}})\){_TIME.replace('time', 'time2')}?(?P<rounded>\s*:)?|"
    rf"(?P<bare>[^\s:\[(][^:\n\[]{{0,39}}?)(?:{_TIME.replace('time', 'time3')}\s*:?|\s*:)(?=\s|$)"
    r")?\s*"
)
"""The marks and the label at the start of a line, whatever of it is there."""

_USUAL = 0.5
"""Share of the lines from which labels are usual: then one is a label even if its name comes only once, where others
come more often, or all are full names."""

_ENDING = (".", "?", "!", "…", "”", '"', "♪", ")", "]")  # of a sentence, behind which a known label may stand mid-line


@dataclass(frozen=True, slots=True)
class _Label:
    """What stands before a line: its end, the name in it, if any, and what marks it as a label."""

    end: int
    name: str | None
    is_turn: bool
    is_marked: bool
    is_square: bool = False


def tell_speakers(segments: Sequence[RoughSegment]) -> tuple[list[RoughSegment], tuple[str, ...]]:
    """Return the segments without labels, each word with the name of who says it."""
    lines = [line for segment in segments for line in _lines(segment.words, frozenset())]
    accepted = _accepted([_label(_text(line)) for line in lines])
    return [replace(segment, words=tuple(_told(segment, accepted))) for segment in segments], ()


def _label(line: str) -> _Label:
    match = _LABEL.match(line)
    if match is None:  # all of it may be missing, so it always matches
        return _Label(0, None, False, False)
    name = match["square"] or match["round"] or match["bare"]
    is_turn = bool(match["turn"] and match["turn"].strip())
    is_chevron = bool(match["turn"] and ">" in line[: match.end("turn")])
    is_timed = any(match[group] for group in ("time", "time2", "time3"))
    is_marked = bool(match["squared"] or match["rounded"] or is_timed or (is_chevron and match["bare"]))
    return _Label(
        match.end(), name.strip() if name else None, is_turn, is_marked, bool(match["square"] or match["round"])
    )


def _accepted(labels: Sequence[_Label]) -> frozenset[str]:
    """Return the names that are labels in this transcript."""
    named = [label for label in labels if label.name and not is_sound(label.name)]
    counts = Counter(label.name for label in named)
    sure = {label.name for label in named if label.name and _is_sure(label, counts[label.name])}
    if any(label.is_square and label.name in sure for label in named):
        sure |= {label.name for label in named if label.name and label.is_square and looks_like_name(label.name)}
    likely = {label.name for label in named if label.name and not label.is_square and looks_like_name(label.name)}
    is_usual = sum(counts[name] for name in likely) >= _USUAL * len(labels)
    are_names = len(likely) > 1 and all(map(is_full_name, likely))
    return frozenset(sure | (likely if is_usual and (sure or are_names) else set()))


def _is_sure(label: _Label, count: int) -> bool:
    name = label.name or ""
    is_named = looks_like_name(name)
    if label.is_square:
        return label.is_marked or is_role(name) or (is_named and (count > 1 or len(name.split()) > 1))
    return is_named and (label.is_marked or count > 1 or (is_role(name) and any(char.isdigit() for char in name)))


def _lines(words: Sequence[RoughWord], accepted: frozenset[str]) -> Iterator[list[RoughWord]]:
    """Yield the words by lines; one begins also with `>>`, and with a known label behind a sentence."""
    line: list[RoughWord] = []
    for place, word in enumerate(words):
        if line and (
            word.text.startswith("\n") or word.text.strip().startswith(">>") or _is_label(words, place, accepted)
        ):
            yield line
            line = []
        line.append(word)
    if line:
        yield line


def _is_label(words: Sequence[RoughWord], place: int, accepted: frozenset[str]) -> bool:
    if not accepted or not words[place - 1].text.endswith(_ENDING):
        return False
    label = _label(_text(words[place : place + 6]))
    return label.name in accepted and not label.is_square


def _told(segment: RoughSegment, accepted: frozenset[str]) -> Iterator[RoughWord]:
    speaker: str | None = None
    for line in _lines(segment.words, accepted):
        text = _text(line)
        label = _label(text)
        is_name = label.name in accepted
        if is_name:
            speaker = label.name
        elif label.is_turn:
            speaker = None
        end = label.end if is_name else _end_of_turn(text) if label.is_turn else 0
        said = leave_out(line, [Unsaid(0, end)] if end else [])
        for word in said:
            yield replace(word, speaker=speaker) if speaker else word


def _end_of_turn(text: str) -> int:
    match = re.match(_TURN, text)
    return match.end() if match else 0


def _text(words: Sequence[RoughWord]) -> str:
    return "".join(word.text for word in words)
