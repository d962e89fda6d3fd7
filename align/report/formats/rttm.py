"""Who speaks when, in NIST's Rich Transcription Time Marked: a line for each turn, as tools for diarization read it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from align.records import Model, Report, Transcript
from align.report.view.sanitize import printable
from align.report.view.times import milliseconds
from align.report.view.voices import all_different, program_label, voice_names


def render_rttm(report: Report) -> str:
    """Return the turns of every recording."""
    return _render(report.transcripts)


def render_transcript_rttm(transcript: Transcript, _: Model) -> str:
    """Return the turns of a transcript."""
    return _render([transcript])


def _render(transcripts: Sequence[Transcript]) -> str:
    """Return the lines by recording, then by time; tracks and channels of a file are its channels, from 1."""
    files = tuple(dict.fromkeys(heard.recording.file for heard in transcripts))
    names = dict(zip(files, all_different([_field(PurePath(path).stem) for path, _ in files]), strict=True))
    channels = Counter[tuple[str, str]]()
    lines: list[str] = []
    for heard in transcripts:
        channels[heard.recording.file] += 1
        place = f"{_field(names[heard.recording.file])} {channels[heard.recording.file]}"
        lines += _lines(heard, place)
    return "".join(lines)


def _lines(transcript: Transcript, place: str) -> Iterator[str]:
    names = all_different([_field(program_label(name)) for name in voice_names(transcript.voices)])
    for turn in sorted(transcript.turns):
        start, end = milliseconds(turn.start), milliseconds(turn.end)
        length = max(end - start, 1)  # none has no length at all
        speaker = _field(names[turn.voice])
        yield f"SPEAKER {place} {start / 1000:.3f} {length / 1000:.3f} <NA> <NA> {speaker} <NA> <NA>\n"


def _field(text: str) -> str:
    """Return text as one field, which is never empty and no comment."""
    return "_".join(printable(text).split()).lstrip(";") or "_"
