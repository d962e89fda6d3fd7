"""A transcript as subtitles or plain text: one cue, or one line, for each segment."""

from align.records import Model, Segment, Transcript
from align.report.view.cues import Cue, srt, vtt, without_overlap
from align.report.view.sanitize import printable
from align.report.view.times import milliseconds


def render_srt(transcript: Transcript, _: Model) -> str:
    """Return the transcript as SubRip."""
    return srt(_cues(transcript))


def render_vtt(transcript: Transcript, _: Model) -> str:
    """Return the transcript as WebVTT."""
    return vtt(_cues(transcript))


def render_text(transcript: Transcript, _: Model) -> str:
    """Return the words alone, a line for each segment."""
    return "".join(f"{_said(transcript, segment)}\n" for segment in transcript.segments)


def _cues(transcript: Transcript) -> tuple[Cue, ...]:
    return without_overlap(
        Cue(milliseconds(segment.start), milliseconds(segment.end), (_said(transcript, segment),))
        for segment in transcript.segments
        if _said(transcript, segment)
    )


def _said(transcript: Transcript, segment: Segment) -> str:
    return printable(transcript.said(segment.words))
