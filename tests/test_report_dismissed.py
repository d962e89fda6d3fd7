"""What was heard otherwise and not believed is said quietly: beside the quotes, and never as a finding."""

import html
import json

import pytest

from align.report.formats.json_report import render_report
from align.report.formats.text import render_text
from align.report.page import render_page
from align.report.view.dismissed import dismissed
from align.report.view.findings import is_finding
from tests.golden.samples import Said, Story, build, council

PHRASE = "“sand” heard for “sound.”"


@pytest.mark.parametrize("render", [render_text, render_page])
def test_people_are_shown_what_was_not_believed(render):
    shown = " ".join(html.unescape(render(council())).split())

    assert shown.count(PHRASE) == 1


def test_json_has_its_words_and_times():
    quote = json.loads(render_report(council()))["quotes"][5]
    (one,) = quote["heard_otherwise"]

    assert (one["printed"], one["spoken"], quote["verdict"]) == ("sound.", "sand", "verbatim")
    assert quote["text"][slice(*(at - quote["chars"][0] for at in one["chars"]))] == "sound."
    assert quote["spans"][0]["start"] <= one["start"] < one["end"] <= quote["spans"][0]["end"]


@pytest.mark.parametrize(
    ("part", "phrase"),
    [
        ("We pay {five|nine|-} times.", "“nine” heard for “five”"),
        ("We {never ||-}paid.", "nothing heard for “never”"),
    ],
)
def test_a_mishearing_is_no_finding(part, phrase):
    report = build(Story(["He said: “", Said((part,), "Ada"), "”"], {"a.mp3": [(0, 0)]}))
    (check,) = report.checks

    assert [one.phrase for one in dismissed(report, check)] == [phrase]
    assert not is_finding(check)
