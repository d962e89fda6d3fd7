"""Subtitles as another program reads them: in order, never overlapping, never empty, every quote there."""

import html
from itertools import pairwise

import pysubs2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.report.formats.srt_vtt import render_srt, render_vtt
from align.report.view.cues import Cue, srt, together, vtt, without_overlap
from align.report.view.times import clock, milliseconds, srt_time
from tests.golden.samples import council, rename
from tests.golden.strategies import few, reports

moments = st.integers(0, 50)
cues = st.lists(st.builds(lambda start, length: Cue(start, start + length, ("text",)), moments, moments), max_size=12)


@given(cues)
def test_cues_never_overlap_and_none_is_lost(crowd):
    placed = without_overlap(crowd)

    assert len(placed) == len(crowd)
    assert all(cue.start < cue.end for cue in placed)
    assert all(before.end <= after.start for before, after in pairwise(placed))


@given(cues)
def test_cues_that_do_not_touch_stay_as_they_are(crowd):
    calm = without_overlap(crowd)

    assert without_overlap(calm) == calm


@given(st.lists(st.tuples(moments, st.integers(1, 50)), min_size=1, max_size=12))
def test_what_is_said_at_once_is_one_cue_and_nobody_loses_more_than_half_of_the_time(times):
    crowd = [Cue(at, at + length, (f"line {number}",), (f"P{number}",)) for number, (at, length) in enumerate(times)]
    joined = together(crowd)
    placed = without_overlap(joined)

    assert sorted(pair for cue in placed for pair in zip(cue.lines, cue.speakers, strict=True)) == sorted(
        pair for cue in crowd for pair in zip(cue.lines, cue.speakers, strict=True)
    )
    assert all(2 * (cut.end - cut.start) >= whole.end - whole.start for cut, whole in zip(placed, joined, strict=True))
    assert all(before.end <= after.start for before, after in pairwise(placed))


def test_a_word_said_into_a_sentence_is_a_line_beside_it():
    cues = [Cue(1000, 6000, ("I wanted to say that", "we must go."), ("Ada", "")), Cue(1060, 1400, ("No.",), ("Ben",))]

    assert srt(together(cues)) == (
        "1\n00:00:01,000 --> 00:00:06,000\n[Ada]: I wanted to say that\nwe must go.\n[Ben]: No.\n"
    )


@few
@given(reports(), st.sampled_from([("srt", render_srt), ("vtt", render_vtt)]))
def test_another_program_reads_every_cue(report, named):
    name, render = named
    text = render(report)
    read = pysubs2.SSAFile.from_string(text, format_=name)

    assert len(read) == sum(len(check.passages) for check in report.checks)
    assert text.count("-->") == len(read)
    assert [event.start for event in read] == sorted(event.start for event in read)
    assert all(event.plaintext.startswith("#") for event in read)


def test_printed_words_come_back_from_both():
    report = rename(council(), "bridge.txt", ["a <i>b</i> -->.mp3", "c.mp3"])
    for render in (render_srt, render_vtt):
        events = pysubs2.SSAFile.from_string(render(report))
        texts = html.unescape("\n".join(event.text.replace(r"\N", "\n") for event in events))

        assert "printed: Nobody on this council wants a toll." in texts
        assert "spoken: Nobody on this council wanted a toll." in texts


def test_no_quotes_make_a_valid_file():
    assert srt(()) == ""
    assert vtt(()) == "WEBVTT\n"


@pytest.mark.parametrize(
    ("seconds", "written"),
    [(0, "00:00:00,000"), (59.9996, "00:01:00,000"), (3661.0005, "01:01:01,000"), (360000.5, "100:00:00,500")],
)
def test_times_are_rounded_to_the_millisecond(seconds, written):
    assert srt_time(milliseconds(seconds)) == written


def test_the_clock_is_never_late():
    assert clock(124.974) == "00:02:04"
