"""The quotes as a Praat TextGrid: for each recording a tier of quotes and a tier of the words heard."""

from collections.abc import Iterable, Iterator

from praatio.utilities.textgrid_io import getTextgridAsStr

from align.records import Report, Transcript
from align.report.view.cues import Cue, without_overlap
from align.report.view.sanitize import printable
from align.report.view.times import milliseconds, rounded

_Tier = dict[str, object]  # the form in which praatio takes a tier


def render_textgrid(report: Report) -> str:
    """Return the grid in Praat's long text format; tiers are named after their recording."""
    tiers = [tier for recording in range(len(report.transcripts)) for tier in _tiers(report, recording)]
    end = max(rounded(heard.recording.duration) for heard in report.transcripts)
    grid = {"xmin": 0, "xmax": end, "tiers": [tier | {"xmin": 0, "xmax": end} for tier in tiers]}
    return str(getTextgridAsStr(grid, "long_textgrid", includeBlankSpaces=True, minTimestamp=0, maxTimestamp=end))


def _tiers(report: Report, recording: int) -> Iterator[_Tier]:
    heard = report.transcripts[recording]
    quotes = (
        _cue(part.start, part.end, f"#{check.quote.id} {check.verdict.replace('_', ' ')}: {check.quote.text}")
        for check in report.checks
        for part in check.passages
        if part.recording == recording
    )
    yield _tier(f"quotes, {heard.recording.name}", quotes, heard)
    yield _tier(
        f"words, {heard.recording.name}", (_cue(word.start, word.end, word.text) for word in heard.words), heard
    )


def _cue(start: float, end: float, text: str) -> Cue:
    return Cue(milliseconds(start), milliseconds(end), (printable(text),))


def _tier(name: str, cues: Iterable[Cue], heard: Transcript) -> _Tier:
    """Return intervals in order, as Praat wants them: none overlapping, none beyond the end of the sound."""
    last = milliseconds(heard.recording.duration)
    entries = [
        (cue.start / 1000, min(cue.end, last) / 1000, cue.lines[0]) for cue in without_overlap(cues) if cue.start < last
    ]
    return {"class": "IntervalTier", "name": printable(name), "entries": entries}
