"""A transcript as subtitles or plain text: one cue, or one line, for each segment, or for what one voice says of it."""

from align.records import Model, Transcript
from align.report.view.cues import Cue, speaker_label, srt, together, vtt, without_overlap
from align.report.view.sanitize import printable
from align.report.view.times import milliseconds
from align.report.view.voices import Utterance, utterances, voice_names


def render_srt(transcript: Transcript, _: Model) -> str:
    """Return the transcript as SubRip."""
    return srt(_cues(transcript))


def render_vtt(transcript: Transcript, _: Model) -> str:
    """Return the transcript as WebVTT."""
    return vtt(_cues(transcript))


def render_text(transcript: Transcript, _: Model) -> str:
    """Return the words alone, and who says them, a line for each segment or voice."""
    return "".join(f"{speaker_label(one.speaker)}{_said(transcript, one)}\n" for one in _utterances(transcript))


def _cues(transcript: Transcript) -> tuple[Cue, ...]:
    cues = (
        Cue(milliseconds(one.segment.start), milliseconds(one.segment.end), (_said(transcript, one),), (one.speaker,))
        for one in _utterances(transcript)
        if _said(transcript, one)
    )
    return without_overlap(together(cues))


def _utterances(transcript: Transcript) -> tuple[Utterance, ...]:
    return tuple(utterances(transcript, voice_names(transcript.voices)))


def _said(transcript: Transcript, said: Utterance) -> str:
    return printable(transcript.said(said.segment.words))
