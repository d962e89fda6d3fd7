"""The quotes as a cut for a video editor: every place where one was found, in order of print, one after another.

Frames are those of the recordings, counted as their own clocks count: from the timecode in the file, or from 0.
"""

import math
import mimetypes
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import opentimelineio as otio

from align.records import Passage, QuoteCheck, Recording, Report
from align.report.view.lead_out import with_lead_out
from align.report.view.sanitize import printable

_RATE = 25.0
"""Frames a second of what has no pictures: the rate of European broadcast."""

_NEAR = 0.01
"""Frames a second by which a rate may be rounded: 29.97 stands for 30,000/1,001."""

_NTSC = 30
"""Nominal frames a second, of which, and of whose multiples, clocks that drop frames skip two numbers a minute."""

_TIMECODE = re.compile(r"(\d+):(\d\d):(\d\d)(?:([:;])(\d\d)|(\.\d+))")


@dataclass(frozen=True, slots=True)
class _Clock:
    """How a recording counts frames.

    There are `rate` a second; the first has the number `first`; with `is_dropping` some numbers are left out. `written`
    is the rate that is said of them: in an edit decision list the nominal one, unless numbers are left out.
    """

    rate: float
    written: float
    first: int = 0
    is_dropping: bool = False


def render_otio(report: Report) -> str:
    """Return the cut as OpenTimelineIO, each clip in the frames of its file."""
    kind = otio.schema.TrackKind.Video if _has_pictures(report) else otio.schema.TrackKind.Audio
    clocks = [_clock(heard.recording) for heard in report.transcripts]
    return str(otio.adapters.write_to_string(_timeline(report, kind, clocks), "otio_json")) + "\n"


def render_edl(report: Report) -> str:
    """Return the cut as a CMX 3600 edit decision list: a picture track, as it must be; comments name the files.

    It counts in one rate, that of the first recording with pictures.
    """
    recordings = [heard.recording for heard in report.transcripts]
    leading = _clock(next((one for one in recordings if one.frame_rate), recordings[0]))
    written = leading.rate if leading.is_dropping else float(round(leading.rate))
    clocks = [replace(_clock(one, leading.rate), written=written) for one in recordings]
    timeline = _timeline(report, otio.schema.TrackKind.Video, clocks)
    if not timeline.tracks[0]:  # which the adapter cannot write
        return f"TITLE: {timeline.name}\n"
    text = str(otio.adapters.write_to_string(timeline, "cmx_3600", rate=written))
    if round(leading.rate) % _NTSC:
        return text
    mode = "DROP FRAME" if leading.is_dropping else "NON-DROP FRAME"
    return text.replace("\n", f"\nFCM: {mode}\n", 1)


def _clock(recording: Recording, rate: float | None = None) -> _Clock:
    """Return how a recording counts, in the rate of its pictures, or in another that is given."""
    nearest = otio.opentime.RationalTime.nearest_smpte_timecode_rate(recording.frame_rate or _RATE)
    rate = rate or (nearest if abs(nearest - (recording.frame_rate or _RATE)) < _NEAR else _RATE)
    found = _TIMECODE.fullmatch(recording.timecode or "")
    if recording.offset or not found:
        return _Clock(rate, rate, math.floor(recording.offset * round(rate)))
    minutes = int(found[1]) * 60 + int(found[2])
    seconds, nominal = minutes * 60 + int(found[3]), round(rate)
    if found[6]:
        return _Clock(rate, rate, math.floor((seconds + float(found[6])) * rate))
    is_dropping = found[4] == ";" and not nominal % _NTSC
    dropped = 2 * nominal // _NTSC * (minutes - minutes // 10) if is_dropping else 0
    return _Clock(rate, rate, seconds * nominal + int(found[5]) - dropped, is_dropping)


def _timeline(report: Report, kind: str, clocks: Sequence[_Clock]) -> otio.schema.Timeline:
    """Return the cut; a clip counts in the rate of its clock."""
    track = otio.schema.Track("quotes", kind=kind)
    track.extend([_clip(report, check, part, clocks) for check in report.checks for part in check.passages])
    timeline = otio.schema.Timeline(printable(report.article.title or report.article.path))
    timeline.tracks.append(track)
    return timeline


def _has_pictures(report: Report) -> bool:
    kinds = (mimetypes.guess_type(heard.recording.path)[0] or "" for heard in report.transcripts)
    return any(kind.startswith("video/") for kind in kinds)


def _clip(report: Report, check: QuoteCheck, part: Passage, clocks: Sequence[_Clock]) -> otio.schema.Clip:
    recording, clock = report.transcripts[part.recording].recording, clocks[part.recording]
    whole = _frames(clock, 0.0, recording.duration)
    media = otio.schema.ExternalReference(target_url=printable(recording.path), available_range=whole)
    clip = otio.schema.Clip(_name(check), media, _frames(clock, part.start, with_lead_out(report, part)))
    clip.metadata["align"] = {"quote": check.quote.id, "verdict": str(check.verdict), "severity": str(check.severity)}
    return clip


def _name(check: QuoteCheck) -> str:
    return printable(f"{check.quote.id} {check.verdict.replace('_', ' ')} {check.quote.speaker or ''}")


def _frames(clock: _Clock, start: float, end: float) -> otio.opentime.TimeRange:
    """Return whole frames that hold the stretch, as the recording's clock numbers them: a word is never cut."""
    first, stop = math.floor(start * clock.rate), math.ceil(end * clock.rate)
    return otio.opentime.TimeRange(
        otio.opentime.RationalTime(clock.first + first, clock.written),
        otio.opentime.RationalTime(max(stop - first, 1), clock.written),
    )
