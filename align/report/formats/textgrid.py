"""What was heard as a Praat TextGrid: for each recording a tier of quotes, one of words, and one for every voice."""

from collections.abc import Iterable, Iterator

from praatio.utilities.textgrid_io import getTextgridAsStr

from align.records import Model, Report, Transcript
from align.report.view.cues import Cue, without_overlap
from align.report.view.sanitize import printable
from align.report.view.times import milliseconds, rounded
from align.report.view.voices import voice_names, words_by_turn

_Tier = dict[str, object]  # the form in which praatio takes a tier


def render_textgrid(report: Report) -> str:
    """Return the grid in Praat's long text format; tiers are named after their recording."""
    tiers = [tier for recording in range(len(report.transcripts)) for tier in _tiers(report, recording)]
    return _grid(tiers, max(rounded(heard.recording.duration) for heard in report.transcripts))


def render_transcript_textgrid(transcript: Transcript, _: Model) -> str:
    """Return the grid of a transcript: its words and voices."""
    return _grid([*_heard(transcript)], rounded(transcript.recording.duration))


def _grid(tiers: Iterable[_Tier], end: float) -> str:
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
    yield from _heard(heard)


def _heard(heard: Transcript) -> Iterator[_Tier]:
    """Yield the tier of all words, and for each voice one of its turns with the words in them."""
    words = (_cue(word.start, word.end, word.text) for word in heard.words)
    yield _tier(f"words, {heard.recording.name}", words, heard)
    turns = words_by_turn(heard)
    for voice, name in enumerate(voice_names(heard.voices)):
        said = (_cue(turn.start, turn.end, text or name) for turn, text in turns if turn.voice == voice)
        yield _tier(f"{name}, {heard.recording.name}", said, heard)


def _cue(start: float, end: float, text: str) -> Cue:
    return Cue(milliseconds(start), milliseconds(end), (printable(text),))


def _tier(name: str, cues: Iterable[Cue], heard: Transcript) -> _Tier:
    """Return intervals in order, as Praat wants them: none overlapping, none beyond the end of the sound."""
    last = milliseconds(heard.recording.duration)
    entries = [
        (cue.start / 1000, min(cue.end, last) / 1000, cue.lines[0]) for cue in without_overlap(cues) if cue.start < last
    ]
    return {"class": "IntervalTier", "name": printable(name), "entries": entries}
