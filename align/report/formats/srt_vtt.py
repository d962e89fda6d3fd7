"""The quotes as subtitles to the recordings: one cue for each place where a quote was found.

Several recordings are laid end to end, as a playlist or an editor's "align end to end" plays them.
"""

from itertools import accumulate

from align.records import Passage, QuoteCheck, Report
from align.report.view.cues import Cue, srt, vtt, without_overlap
from align.report.view.lead_out import with_lead_out
from align.report.view.sanitize import printable
from align.report.view.times import clock_of, milliseconds
from align.report.view.voices import describe_misattribution


def render_srt(report: Report) -> str:
    """Return the quotes as SubRip."""
    return srt(quote_cues(report))


def render_vtt(report: Report) -> str:
    """Return the quotes as WebVTT."""
    return vtt(quote_cues(report))


def quote_cues(report: Report) -> tuple[Cue, ...]:
    """Return a cue for each passage of each quote, on one time line, none overlapping another."""
    starts = recording_starts(report)
    return without_overlap(
        Cue(
            starts[part.recording] + milliseconds(part.start),
            starts[part.recording] + milliseconds(with_lead_out(report, part)),
            _lines(report, check, number),
        )
        for check in report.checks
        for number, part in enumerate(check.passages)
    )


def recording_starts(report: Report) -> tuple[int, ...]:
    """Return when each recording starts, in milliseconds, with files laid end to end; tracks of one start together."""
    lengths: dict[tuple[str, str], int] = {}
    for heard in report.transcripts:
        length = milliseconds(heard.recording.duration)
        lengths[heard.recording.file] = max(length, lengths.get(heard.recording.file, 0))
    starts = dict(zip(lengths, accumulate(lengths.values(), initial=0), strict=False))
    return tuple(starts[heard.recording.file] for heard in report.transcripts)


def _lines(report: Report, check: QuoteCheck, number: int) -> tuple[str, ...]:
    """Return number and verdict, the printed words, and the spoken ones where they differ."""
    part = check.passages[number]
    printed, spoken = printable(report.printed(part.chars)), report.transcripts[part.recording].said(part.words)
    lines = [" ".join((_heading(check, number), *_place(report, part))), f"printed: {printed}"]
    if check.edits:
        lines.append(f"spoken: {printable(spoken)}")
    if check.misattribution:
        lines.append(f"wrong speaker, {describe_misattribution(check.misattribution)}")
    return tuple(lines)


def _heading(check: QuoteCheck, number: int) -> str:
    verdict = check.verdict.words
    part = f", part {number + 1} of {len(check.passages)}" if len(check.passages) > 1 else ""
    return f"#{check.quote.id} {verdict}{part}"


def _place(report: Report, part: Passage) -> tuple[str, ...]:
    """Return where the passage is, which needs saying when there are several recordings."""
    if len(report.transcripts) == 1:
        return ()
    return (f"({report.transcripts[part.recording].recording.name} {clock_of(report, part)})",)
