"""Subtitles: SubRip, WebVTT, SBV and what else has a line of two times above every cue, however they are written."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from align.languages.codes import language_code
from align.speech.transcripts.clock import CLOCK, read_clock, read_number
from align.speech.transcripts.readers.cue_text import TimedText, plain_text, read_cue
from align.speech.transcripts.readers.highlights import merge_highlighted
from align.speech.transcripts.rough import Content, RoughTranscript
from align.subsequences import longest_nondecreasing

_ARROW = re.compile(r"^[ \t]*([^\n]*?)[ \t]*(?:-{1,3}[ ]?>|--&gt;|[–—=]>|[→⟶])[ \t]*([^\n]*)$")
_COMMA = re.compile(rf"^[ \t]*({CLOCK})[ \t]*,[ \t]*({CLOCK})[ \t]*$")  # SBV
_TIME = re.compile(r"[\d:.,; ]*\d(?=\s|$)")
_HEADING = re.compile(r"^\ufeff?WEBVTT(?![^\s]).*(?:\n[^\n]*\S[^\n]*)*", re.MULTILINE)
_NO_CUE = re.compile(r"(?:^|(?<=\n\n))(?:NOTE|STYLE|REGION)(?![^\s])[^\n]*(?:\n[^\n]*\S[^\n]*)*")
"""A block of WebVTT that is none: it goes on until an empty line."""

_LANGUAGE = re.compile(r"Language:\s*([A-Za-z-]+)")


_FAR = 10.0  # seconds: cues of two speakers that overlap may stand in another order, but not by so much
_FEWEST = 3  # cues in order, from which it can be told that others are not
_MOST_STRAYS = 0.1  # of the cues; where more are out of order, the order is another one


@dataclass(frozen=True, slots=True)
class _Timing:
    """A line with two times: which line it is (from 0), and what it says."""

    line: int
    start: float | None
    end: float | None
    is_whole: bool


def sniff(content: Content) -> bool:
    """Whether this is text with the times of cues, or with WebVTT's heading, below which there may be none."""
    text = content.text
    return text.startswith("WEBVTT") or any(_timing(0, line) for line in text.split("\n"))


def read(content: Content) -> RoughTranscript:
    """Return the cues in order of time; one whose times cannot be read is kept where it stands."""
    heading = content.text[:1000] if content.text.startswith("WEBVTT") else ""
    lines = _without_notes(content.text).split("\n")
    timings = _without_strays([timing for number, line in enumerate(lines) if (timing := _timing(number, line))])
    cues = merge_highlighted([*_cues(lines, timings)])
    said = _LANGUAGE.search(heading)
    return RoughTranscript(
        [read_cue(cue) for cue in _sorted(cues)],
        language_code(said[1]) if said else None,
        warnings=(*_unread(timings), *_outside(lines, timings)),
    )


def _without_notes(text: str) -> str:
    """Return WebVTT without headings and notes, every line where it was; other text as it is."""
    if not text.startswith("WEBVTT"):
        return text
    text = re.sub(r"\n[ \t]+(?=\n)", "\n", text)
    for pattern in (_HEADING, _NO_CUE):
        text = pattern.sub(lambda block: "\n" * block[0].count("\n"), text)
    return text


def _timing(number: int, line: str) -> _Timing | None:
    """Return the times of a line that has two, or that seems to."""
    match = _ARROW.match(line) if ">" in line or "→" in line or "⟶" in line or "&gt;" in line else _COMMA.match(line)
    if not match:
        return None
    start, end = (_seconds(side) for side in match.groups())
    unread = [side for side, time in zip(match.groups(), (start, end), strict=True) if time is None]
    if not all(_seems_time(side) for side in unread) or not any(map(_has_figure, match.groups())):
        return None
    is_whole = start is not None and end is not None and start <= end
    return _Timing(number, start, end if is_whole else None, is_whole)


def _seems_time(side: str) -> bool:
    """Whether one side of an arrow is a time that cannot be read: nothing, or something with a colon."""
    return not side or (":" in side and " " not in side.strip())


def _has_figure(text: str) -> bool:
    return any(char.isdigit() for char in text)


def _seconds(side: str) -> float | None:
    """Return the time at the start of one side of an arrow: by the clock, or in seconds."""
    time = _TIME.match(side)
    written = time[0].replace(" ", "").strip(".,;") if time else ""
    return read_clock(written) if ":" in written else read_number(written.replace(",", "."))


def _without_strays(timings: Sequence[_Timing]) -> Sequence[_Timing]:
    """Return the times without those few that lie far from where their cue stands: they are wrong, and it is not."""
    has_times = any(timing.start for timing in timings)  # and a cue at 0 that is not the first has lost its own
    starts = [
        None if has_times and place and timing.start == timing.end == 0 else timing.start
        for place, timing in enumerate(timings)
    ]
    rising = longest_nondecreasing(starts)
    strays = {place for place in {*range(len(starts))} - {*rising} if _is_stray(starts, place, rising)}
    if len(rising) < _FEWEST or len(strays) > max(1, _MOST_STRAYS * len(timings)):
        return timings
    return [
        replace(timing, start=None, end=None, is_whole=False) if place in strays else timing
        for place, timing in enumerate(timings)
    ]


def _is_stray(starts: Sequence[float | None], place: int, rising: Sequence[int]) -> bool:
    """Whether a start is far from those around it that rise, or was lost."""
    at, start = bisect_left(rising, place), starts[place]
    around = [starts[other] for other in rising[max(0, at - 1) : at + 1]]
    return all(start is None or other is None or abs(start - other) > _FAR for other in around)


def _cues(lines: Sequence[str], timings: Sequence[_Timing]) -> Iterator[TimedText]:
    """Yield the cues: what stands between a line of times and the next, without the name or number of the next."""
    numbers = _numbers(lines, timings)
    for timing, following in zip(timings, [*timings[1:], None], strict=True):
        end = following.line if following else len(lines)
        text = "\n".join(
            line for at, line in enumerate(lines[timing.line + 1 : end], timing.line + 1) if at not in numbers
        )
        yield TimedText(timing.start, timing.end, text.rstrip().lstrip("\n"))


def _numbers(lines: Sequence[str], timings: Sequence[_Timing]) -> set[int]:
    """Return the lines that are the number or the name of a cue: of one kind most cues have one, or they count up."""
    above = [timing.line - 1 for timing in timings if timing.line and lines[timing.line - 1].strip()]
    apart = {line for line in above if not line or not lines[line - 1].strip()}
    figures = {line for line in above if lines[line].strip().isdigit()}
    most = len(timings) / 2
    return {line for kind in (apart, figures) if len(kind) >= most for line in kind} | set(_counting(lines, timings))


def _counting(lines: Sequence[str], timings: Sequence[_Timing]) -> Iterator[int]:
    """Yield the lines above lines of times, empty ones aside, that are the running numbers of the cues."""
    for count, timing in enumerate(timings, 1):
        line = timing.line - 1
        while line > 0 and not lines[line].strip():
            line -= 1
        if line >= 0 and lines[line].strip() == str(count):
            yield line


def _sorted(cues: Sequence[TimedText]) -> list[TimedText]:
    """Return the cues by their start; one without stays behind the cue that it follows."""
    starts: list[float] = []
    for cue in cues:
        starts.append(cue.start if cue.start is not None else starts[-1] if starts else 0.0)
    return [cue for _, _, cue in sorted(zip(starts, range(len(cues)), cues, strict=True), key=lambda one: one[:2])]


def _unread(timings: Sequence[_Timing]) -> Iterator[str]:
    """Yield a warning for the cues whose times make no sense."""
    bad = [f"{count} (line {timing.line + 1})" for count, timing in enumerate(timings, 1) if not timing.is_whole]
    if bad:
        more = f" and {len(bad) - 5} more" if len(bad) > 5 else ""
        yield f"The times of cue {', '.join(bad[:5])}{more} make no sense: they are worked out from the cues around."


def _outside(lines: Sequence[str], timings: Sequence[_Timing]) -> Iterator[str]:
    """Yield a warning if there are words above the first cue."""
    end = timings[0].line if timings else len(lines)
    numbers = _numbers(lines, timings)
    words = " ".join(plain_text(line).strip() for at, line in enumerate(lines[:end]) if at not in numbers).split()
    if words:
        yield f"{len(words)} words stand before the first cue and are left out: “{' '.join(words[:5])} …”."
