"""Pages that are not the usual one: without sound, quotes or script, with speech not understood, with hostile text."""

import re
from dataclasses import replace

import pytest
from typer.testing import CliRunner

from align.cli import app
from align.records import Certainty, Choice, Decision, Interval, Misattribution, Model, Severity, Voice
from align.report import write_report
from align.report.clips import SoundClip, Sounds, clip_places
from align.report.formats.json_report import render_transcript
from align.report.view.describe import NOTHING_HEARD
from tests import lbc_case
from tests.golden.samples import COUNCIL, Said, Story, build, council, rename
from tests.golden.voices import interview, with_turns, with_voices

pytestmark = pytest.mark.browser


def with_sound(report) -> Sounds:
    """Clips that are there but cannot be heard."""
    return Sounds(tuple(SoundClip(recording, place, bytes(9)) for recording, place in clip_places(report)))


@pytest.fixture
def written(tmp_path):
    """Return a function that writes the page of a report."""

    def write(report, sounds=None):
        write_report(report, tmp_path / "page.html", sounds or with_sound(report))
        return tmp_path / "page.html"

    return write


def test_a_transcript_alone_has_nothing_to_play_and_says_so(visit, tmp_path):
    heard = render_transcript(lbc_case.transcript("naseem"), Model("openai-whisper", "base", None))
    (tmp_path / "naseem.json").write_text(heard, encoding="utf-8")
    words = ["check", str(lbc_case.FOLDER / "article.txt"), "--transcript", str(tmp_path / "naseem.json"), "-o"]
    assert CliRunner().invoke(app, [*words, str(tmp_path / "page.html")]).exit_code == 0
    page = visit(tmp_path / "page.html")

    assert NOTHING_HEARD in page.locator(".lede").inner_text()
    assert "transcribed elsewhere" in page.locator("footer").inner_text()
    assert page.locator(".play, audio, button:has-text('▶')").count() == 0
    assert not page.get_by_role("button", name="Half speed").is_visible()
    assert page.locator(".card.altered").first.locator(".edits").inner_text().startswith("00:02:0")
    page.keyboard.press("j")
    for key in ("Space", "e", "h"):
        page.keyboard.press(key)
        assert page.locator("#status").inner_text() == "This report holds no sound."
    page.locator(".card .word").first.click()
    assert page.locator("#status").inner_text() == "This report holds no sound."
    page.keyboard.press("a")
    assert "accepted" in page.locator("#status").inner_text()


def test_a_page_without_quotes(written, visit, axe):
    page = visit(written(replace(council(), checks=()), Sounds()))

    assert "0 quotes checked" in page.locator(".lede").inner_text()
    assert page.locator("#status").inner_text() == "There is nothing to decide. Press ? for all keys."
    for key in ("j", "Space", "e", "a", "n", "c", "x"):
        page.keyboard.press(key)
    page.evaluate(axe)
    assert [v["id"] for v in page.evaluate("axe.run()")["violations"] if v["impact"] in ("serious", "critical")] == []


def test_speech_that_was_not_understood_can_be_seen_and_played(written, visit):
    unheard = {"council.mp3": (Interval(28.0, 31.5),), "site visit.mp3": (Interval(0.0, 2.0), Interval(9.0, 11.0))}
    page = visit(written(build(replace(COUNCIL, unheard=unheard))))

    assert page.locator("svg .unheard").count() == 3
    assert page.locator(".recordings .play").all_inner_texts() == [
        "▶ 00:00:28 to 00:00:31", "▶ 00:00:00 to 00:00:02", "▶ 00:00:09 to 00:00:11"
    ]  # fmt: skip
    assert page.get_by_role("button", name="Play 00:00:28 to 00:00:31, not understood").is_visible()
    assert "not understood" in page.locator("figure").first.inner_text()


def test_filters_that_nothing_fits_leave_nothing_to_decide_by_accident(written, visit):
    page = visit(written(council()))
    page.keyboard.press("j")
    page.select_option("#filter-verdict", "verbatim")
    page.select_option("#filter-certainty", "check_by_ear")
    assert page.locator("#status").inner_text().startswith("No quote fits")
    page.locator("h1").click()
    for key in ("a", "f", "j", "a"):
        page.keyboard.press(key)

    assert page.locator(".card[data-choice=''], .card[data-choice='accept']").count() == page.locator(".card").count()
    assert page.locator(".card[data-choice='accept']").count() == 0
    assert page.locator(".card.current").count() == 0


def test_without_script_everything_can_be_read_and_nothing_pretends(written, chromium):
    context = chromium.new_context(java_script_enabled=False, offline=True)
    page = context.new_page()
    for report, cards in ((council(), 9), (interview(), 8)):
        page.goto(written(report).as_uri())
        assert (page.get_by_role("button").count(), page.locator(".card").count()) == (0, cards)
        page.locator(".text .quote").first.click()
    assert "voice: presenter" in page.locator("#quote-3").inner_text()
    context.close()


HOSTILE = [
    "<script>document.title = 'owned'</script>",
    "<img src=x onerror=alert(1)>",
    "</script></style></title></textarea><script>alert(1)</script>",
    "<!-- --> ]]> {{ 7 * 7 }} {% raw %}",
    "\u202egnirts desrever \u2066isolated \u2067never closed",
    "javascript:alert(1)",
    "' onmouseover='alert(1)",
    '" autofocus onfocus="alert(1)',
    "&lt;b&gt; \0 \x1b[31m",
    "ab" * 5000,
    "\u0645\u0631\u062d\u0628\u0627 " * 200,
]


def hostile_report(text):
    """A report in which all that comes from outside is `text`: title, names, article, speaker, words, voices, notes."""
    words = text.translate({ord(c): None for c in "{}|"})
    said = Said((f"{words} and {{{words} yes|{words} no|content}}",), text, causes=(text,))
    story = Story([f"{text} said: “", said, "”\n\n", text], {"a.mp3": [words, (0, 0), words]}, title=text)
    report = rename(build(story), text, [text])
    voices = (Voice(text, is_presenter=True), Voice("voice 2", text))
    heard = tuple(with_turns(one, voices, [0, 1]) for one in report.transcripts)
    wrong = Misattribution(text, text, 1, Severity.MAJOR, Certainty.CONFIRMED, 0.9, text)
    report = with_voices(replace(report, transcripts=heard), {1: wrong})
    check = replace(report.checks[0], decision=Decision("", Choice.FAULT, text))
    return replace(report, checks=(check,), model=Model(text, text, text, text))


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: re.sub(r"\W+", "-", ascii(text))[:20])
@pytest.mark.parametrize("width", [1280, 380])
def test_hostile_text_is_inert_wherever_it_stands(visit, written, text, width):
    page = visit(written(hostile_report(text)), width)

    assert page.locator(".card").count() == page.locator("script").count() == 1
    assert page.locator("img, textarea, [onerror], [onfocus], [onmouseover]").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.title().startswith("Quotes checked: ")
    assert page.locator(".note").input_value().startswith(re.sub(r"[\0\x1b]", " ", text))
    page.keyboard.press("j")
    page.keyboard.press("a")
    assert page.locator(".card.current").get_attribute("data-choice") == "accept"
    assert page.locator("#status").inner_text().startswith("Quote 1: accepted.")


@pytest.mark.parametrize("mark", ["\u202e", "\u2067", "\u202b", "\u2067\u202e", "\u2066\u202e\u2067"])
def test_a_mark_that_reverses_the_writing_reverses_nothing_of_ours(visit, written, mark):
    """After a name or a word with such a mark, our own words still run from left to right."""
    page = visit(written(hostile_report(f"{mark}abc")))
    runs_right = """selector => {
        const all = [...document.querySelectorAll(selector)].flatMap(one => [...one.childNodes]);
        const ours = all.filter(node => node.nodeType === 3 && /\\w{4}/.test(node.data));
        return ours.map(node => {
            const at = node.data.search(/\\w{4}/), box = offset => {
                const range = document.createRange();
                range.setStart(node, at + offset);
                range.setEnd(node, at + offset + 1);
                return range.getBoundingClientRect();
            };
            return box(1).left > box(0).left;
        });
    }"""

    for selector in (
        ".lede",
        "figcaption .quiet",
        ".source",
        ".source .voice",
        ".legend .quiet",
        ".edits li > span",
        "footer p",
    ):
        found = page.evaluate(runs_right, selector)
        assert found, selector
        assert all(found), selector
