"""The quotes as a cut for a video editor: every place where one was found, in order of print, one after another."""

import math
import mimetypes

import opentimelineio as otio

from align.records import Passage, QuoteCheck, Report
from align.report.view.lead_out import with_lead_out
from align.report.view.sanitize import printable

_RATE = 25
"""Frames a second: the rate of European broadcast, in whose frames an EDL counts."""


def render_otio(report: Report) -> str:
    """Return the cut as OpenTimelineIO."""
    kind = otio.schema.TrackKind.Video if _has_pictures(report) else otio.schema.TrackKind.Audio
    return str(otio.adapters.write_to_string(_timeline(report, kind), "otio_json")) + "\n"


def render_edl(report: Report) -> str:
    """Return the cut as a CMX 3600 edit decision list: a picture track, as it must be; comments name the files."""
    timeline = _timeline(report, otio.schema.TrackKind.Video)
    if not timeline.tracks[0]:  # which the adapter cannot write
        return f"TITLE: {timeline.name}\n"
    return str(otio.adapters.write_to_string(timeline, "cmx_3600", rate=_RATE))


def _timeline(report: Report, kind: str) -> otio.schema.Timeline:
    track = otio.schema.Track("quotes", kind=kind)
    track.extend([_clip(report, check, part) for check in report.checks for part in check.passages])
    timeline = otio.schema.Timeline(printable(report.article.title or report.article.path))
    timeline.tracks.append(track)
    return timeline


def _has_pictures(report: Report) -> bool:
    kinds = (mimetypes.guess_type(heard.recording.path)[0] or "" for heard in report.transcripts)
    return any(kind.startswith("video/") for kind in kinds)


def _clip(report: Report, check: QuoteCheck, part: Passage) -> otio.schema.Clip:
    recording = report.transcripts[part.recording].recording
    whole = _frames(0.0, recording.duration)
    media = otio.schema.ExternalReference(target_url=printable(recording.path), available_range=whole)
    clip = otio.schema.Clip(_name(check), media, _frames(part.start, with_lead_out(report, part)))
    clip.metadata["align"] = {"quote": check.quote.id, "verdict": str(check.verdict), "severity": str(check.severity)}
    return clip


def _name(check: QuoteCheck) -> str:
    return printable(f"{check.quote.id} {check.verdict.replace('_', ' ')} {check.quote.speaker or ''}")


def _frames(start: float, end: float) -> otio.opentime.TimeRange:
    """Return whole frames that hold the stretch: a word is never cut."""
    first, stop = math.floor(start * _RATE), math.ceil(end * _RATE)
    return otio.opentime.TimeRange(
        otio.opentime.RationalTime(first, _RATE), otio.opentime.RationalTime(max(stop - first, 1), _RATE)
    )
