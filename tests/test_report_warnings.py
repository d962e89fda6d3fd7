"""What may be missing or wrong is said wherever people read a report, each sentence after the name of its file."""

import html
import json
from dataclasses import replace

import pytest

from align.report.formats.json_report import render_report
from align.report.formats.text import render_text
from align.report.page import render_page
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
