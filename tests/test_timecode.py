"""A cut counts in the frames and from the timecode of its recordings, as a video editor counts them."""

import io
from dataclasses import replace

import opentimelineio as otio
import pycmx
import pytest

from align.report.formats.csv_report import render_csv
from align.report.formats.json_report import render_report
from align.report.formats.markdown import render_markdown
from align.report.formats.srt_vtt import recording_starts
from align.report.formats.timeline import render_edl, render_otio
from tests.golden.samples import council

HOUR = 3600


def _report(timecode, frame_rate):
    """One quote, half a second long, two seconds after the start."""
    report = council()
    check = next(check for check in report.checks if len(check.passages) == 1)
    moved = replace(check, passages=(replace(check.passages[0], recording=0, start=2.0, end=2.5),))
    heard = report.transcripts[0]
    heard = replace(heard, recording=replace(heard.recording, timecode=timecode, frame_rate=frame_rate))
    return replace(report, checks=(moved,), transcripts=(heard, *report.transcripts[1:]))


CLOCKS = {  # timecode and frame rate of the file; where the quote is in its edit list, and in seconds of its frames
    "25": ("10:00:00:00", 25.0, "10:00:02:00", 10 * HOUR + 2),
    "no pictures": (None, None, "00:00:02:00", 2),
    "24": ("01:00:00:12", 24.0, "01:00:02:12", HOUR + 2.5),
    "29.97": ("10:00:00:00", 29.97, "10:00:01:29", (10 * HOUR * 30 + 59) * 1001 / 30000),
    "29.97, numbers dropped": ("10:00:00;00", 29.97, "10:00:01;29", (10 * HOUR * 30 - 1080 + 59) * 1001 / 30000),
    "59.94, numbers dropped": ("00:01:00;04", 59.94, "00:01:02;03", (3600 + 4 - 4 + 119) * 1001 / 60000),
    "23.976": ("00:59:59:23", 23.976, "01:00:01:22", (HOUR * 24 - 1 + 47) * 1001 / 24000),
    "samples": ("09:30:00.500", None, "09:30:02:12", 9.5 * HOUR + 2.48),
    "no such rate": ("10:00:00:00", 17.3, "10:00:02:00", 10 * HOUR + 2),
}


@pytest.mark.parametrize(("timecode", "frame_rate", "place", "seconds"), CLOCKS.values(), ids=CLOCKS)
def test_a_cut_counts_as_the_file_does(timecode, frame_rate, place, seconds):
    report = _report(timecode, frame_rate)
    (event,) = pycmx.parse_cmx3600(io.StringIO(render_edl(report))).events
    (clip,) = otio.adapters.read_from_string(render_otio(report), "otio_json").find_clips()

    assert event.edits[0].source_in == place
    assert clip.source_range.start_time.to_seconds() == pytest.approx(seconds, abs=1e-6)
    assert clip.media_reference.available_range.contains(clip.source_range)
    assert 0.5 <= clip.source_range.duration.to_seconds() < 0.9


def test_the_list_says_whether_numbers_are_dropped():
    assert "\nFCM: DROP FRAME\n" in render_edl(_report("10:00:00;00", 29.97))
    assert "\nFCM: NON-DROP FRAME\n" in render_edl(_report("10:00:00:00", 29.97))
    assert "FCM" not in render_edl(_report("10:00:00:00", 25.0))


def test_an_offset_is_where_printed_times_and_cuts_count_from():
    report = _report("10:00:00:00", 25.0)
    heard = report.transcripts[0]
    shifted = replace(heard, recording=replace(heard.recording, offset=HOUR + 0.5))
    report = replace(report, transcripts=(shifted, *report.transcripts[1:]))
    (event,) = pycmx.parse_cmx3600(io.StringIO(render_edl(report))).events

    assert event.edits[0].source_in == "01:00:02:12"
    assert "01:00:02" in render_markdown(report)
    assert b"01:00:02" in render_csv(report)
    assert '"start": 2.0' in render_report(report)


def test_tracks_of_one_file_start_together():
    report = council()
    heard = report.transcripts[0]
    tracks = [replace(heard, recording=replace(heard.recording, track=f"channel {number} of 2")) for number in (1, 2)]
    report = replace(report, transcripts=(*tracks, replace(heard, recording=replace(heard.recording, path="b.mp3"))))
    first, second, third = recording_starts(report)

    assert first == second == 0
    assert third == round(1000 * heard.recording.duration)
