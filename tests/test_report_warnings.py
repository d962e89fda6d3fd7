"""What may be missing or wrong is said wherever people read a report, each sentence after the name of its file."""

import html
import json
from dataclasses import replace

import pytest

from align.report.formats.json_report import render_report, render_transcript
from align.report.formats.text import render_text
from align.report.page import render_page
from align.speech.merging import merge_transcripts
from align.speech.transcripts import read_transcript
from tests.golden.samples import council
from tests.schema import VALIDATORS

OF_THE_ARTICLE, OF_THE_TRACK, OF_THE_TRANSCRIPT = "A box was left out.", "Its end is missing.", "It was 4.0 s late."


@pytest.fixture(scope="module")
def report():
    plain = council()
    heard = plain.transcripts[0]
    track = replace(heard.recording, track="channel 2 of 2", warnings=(OF_THE_TRACK,))
    return replace(
        plain,
        article=replace(plain.article, warnings=(OF_THE_ARTICLE,)),
        transcripts=(replace(heard, recording=track, warnings=(OF_THE_TRANSCRIPT,)), *plain.transcripts[1:]),
    )


@pytest.mark.parametrize("render", [render_text, render_page])
def test_all_warnings_are_shown_with_their_file(report, render):
    shown = " ".join(html.unescape(render(report)).split())
    path = report.transcripts[0].recording.path

    assert f"{report.article.path}: {OF_THE_ARTICLE}" in shown
    assert f"{path} (channel 2 of 2): {OF_THE_TRACK}" in shown
    assert f"{path} (channel 2 of 2): {OF_THE_TRANSCRIPT}" in shown


def test_json_has_them_where_there_are_any(report):
    document = json.loads(render_report(report))
    VALIDATORS["report"].validate(document)

    first, *others = document["recordings"]
    assert (first["track"], first["warnings"]) == ("channel 2 of 2", [OF_THE_TRACK, OF_THE_TRANSCRIPT])
    assert not any({"track", "warnings"} & set(other) for other in others)


def test_the_json_of_a_transcript_has_them_and_is_read_with_them(report, tmp_path):
    path = tmp_path / "heard.json"
    path.write_text(render_transcript(report.transcripts[0], report.model), encoding="utf-8")
    VALIDATORS["transcript"].validate(json.loads(path.read_text(encoding="utf-8")))

    recording = read_transcript(str(path)).transcript.recording
    assert (recording.track, recording.warnings) == ("channel 2 of 2", (OF_THE_TRACK, OF_THE_TRANSCRIPT))


def test_what_is_odd_about_one_of_several_tracks_is_said_of_that_one(report):
    first = report.transcripts[0]
    second = replace(first, recording=replace(first.recording, track="channel 1 of 2"), warnings=())

    assert merge_transcripts((second, first)).all_warnings == (OF_THE_TRACK, f"channel 2 of 2: {OF_THE_TRANSCRIPT}")
