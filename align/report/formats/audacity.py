"""The quotes as an Audacity label track: a region for each place where one was found.

Several recordings are laid end to end, as Audacity's "Align End to End" lays their tracks.
"""

from align.records import QuoteCheck, Report
from align.report.formats.srt_vtt import recording_starts
from align.report.view.sanitize import printable
from align.report.view.times import milliseconds


def render_labels(report: Report) -> str:
    """Return lines of start, end (in seconds) and text, by time."""
    starts = recording_starts(report)
    regions = sorted(
        (
            starts[part.recording] + milliseconds(part.start),
            starts[part.recording] + milliseconds(part.end),
            check.quote.id,
            check,
        )
        for check in report.checks
        for part in check.passages
    )
    return "".join(f"{start / 1000:.3f}\t{end / 1000:.3f}\t{_label(check)}\n" for start, end, _, check in regions)


def _label(check: QuoteCheck) -> str:
    return printable(f"#{check.quote.id} {check.verdict.replace('_', ' ')}: {check.quote.text}")
