"""The page in a real Chromium: heard, read, driven by keys, decided upon, and left whole by hostile text."""

import json
import re
from pathlib import Path

import pytest
from pypdf import PdfReader

from align.api import read_decisions
from align.report import write_report
from align.report.decisions import with_decisions
from align.report.view.findings import findings
from tests.browser.lbc import SIZES
from tests.golden.samples import council

pytestmark = pytest.mark.browser

SOUNDING = "[...document.querySelectorAll('audio')].find((audio) => !audio.paused)"
PLAYING = f"({SOUNDING}?.currentTime ?? -1)"


@pytest.fixture
def council_page(tmp_path) -> Path:
    write_report(council(), tmp_path / "council.html")
    return tmp_path / "council.html"


@pytest.mark.parametrize(("width", "scheme"), SIZES)
def test_every_quote_is_in_the_article_and_has_a_card(lbc, visit, width, scheme):
    page = visit(lbc, width, scheme)
    in_text = page.eval_on_selector_all(".text .quote", "all => all.map((one) => one.dataset.quote)")

    assert page.locator(".card").count() == 23
    assert len(set(in_text)) == 23
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator(".card.altered h3").first.is_visible()


@pytest.mark.parametrize(("width", "scheme"), SIZES)
def test_axe_finds_nothing_serious(lbc, council_page, visit, axe, width, scheme):
    for path, keys in ((lbc, ("j", "a", "Space")), (council_page, ("j", "f", "?"))):
        page = visit(path, width, scheme)
        for key in keys:
            page.keyboard.press(key)
        page.evaluate(axe)
        found = page.evaluate("axe.run()")

        serious = [
            (v["id"], v["nodes"][0]["html"]) for v in found["violations"] if v["impact"] in ("serious", "critical")
        ]
        assert serious == []


def test_a_quote_is_played_and_its_words_light_up(lbc, visit):
    page = visit(lbc)
    page.keyboard.press("j")
    page.keyboard.press("Space")
    page.wait_for_function(f"() => {PLAYING} > 0.5")
    page.wait_for_function("() => document.querySelector('.card.current .word.lit')")
    first = page.locator(".card.current .word.lit").first.inner_text()
    page.wait_for_function(
        f"() => document.querySelector('.card.current .word.lit')?.innerText !== {json.dumps(first)}"
    )

    assert page.locator(".playhead[visibility=visible]").count() == 1
    page.keyboard.press("Space")
    assert page.evaluate(PLAYING) == -1


def test_an_edit_is_played_from_a_second_before_it(lbc, visit):
    page = visit(lbc)
    page.locator(".play.edit").first.click()
    page.wait_for_function(f"() => {PLAYING} >= 0")
    edit = float(page.locator(".play.edit").first.get_attribute("data-start"))
    clip_start = page.evaluate(f"Number({SOUNDING}.dataset.start)")
    playing = clip_start + page.evaluate(PLAYING)

    assert edit - 1.1 <= playing < edit + 0.5


def test_a_click_on_a_word_plays_from_it(lbc, visit):
    page = visit(lbc)
    word = page.locator(".card .word").nth(8)
    word.click()
    page.wait_for_function(f"() => {PLAYING} >= 0")
    page.wait_for_function("() => document.querySelectorAll('.card .word')[8].matches('.lit')")


def test_the_suggestion_is_copied(lbc, visit):
    page = visit(lbc)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.keyboard.press("c")
    assert page.locator("#status").inner_text() == "No quote is chosen yet; j goes to the first."
    page.keyboard.press("j")
    page.keyboard.press("c")
    page.wait_for_function("document.querySelector('#status').innerText === 'Copied.'")

    assert page.evaluate("navigator.clipboard.readText()") == page.locator(".card.current .copied").inner_text()


def test_where_nothing_may_be_copied_the_suggestion_is_selected(lbc, visit):
    page = visit(lbc)
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed')); }")
    page.locator(".copy").nth(1).click()
    page.wait_for_function("document.querySelector('#status').innerText.startsWith('Selected')")

    assert page.evaluate("String(getSelection())") == page.locator(".copied").nth(1).inner_text()


def test_half_speed_is_half_speed(lbc, visit):
    page = visit(lbc)
    page.keyboard.press("j")
    page.keyboard.press("h")
    page.keyboard.press("Space")
    page.wait_for_function(f"() => {PLAYING} > 0")

    assert page.evaluate(f"{SOUNDING}.playbackRate") == 0.5
    assert page.locator("#slow").get_attribute("aria-pressed") == "true"


def test_a_click_in_the_text_or_on_the_time_line_goes_to_the_finding(lbc, visit):
    page = visit(lbc)
    page.locator(".text .quote[data-quote='11']").first.click()
    assert page.locator(".card.current").get_attribute("id") == "quote-11"
    for stripe in page.locator(".stripe").all():
        wanted, reached = stripe.get_attribute("data-quote"), []
        while wanted not in reached and len(reached) < 3:  # quotes may lie over each other: again goes to the one below
            stripe.click(force=True)
            reached.append(page.locator(".card.current").get_attribute("data-quote"))
        assert wanted in reached


@pytest.mark.parametrize(("width", "height"), [(380, 500), (1280, 500), (1280, 900)])
def test_whichever_way_keys_go_a_card_is_seen_from_its_top(lbc, visit, width, height):
    page = visit(lbc, width)
    page.set_viewport_size({"width": width, "height": height})
    for key in "jjjjjkkkk":
        page.keyboard.press(key)
        assert page.locator(".card.current h3").evaluate(
            "one => { const { x, y } = one.getBoundingClientRect();"
            " return one.contains(document.elementFromPoint(x + 1, y + 1)); }"
        )


def test_filters_show_only_what_fits(council_page, visit):
    page = visit(council_page)
    page.select_option("#filter-speaker", "Tom Reeve")
    assert page.eval_on_selector_all(".card:not([hidden])", "all => all.map((one) => one.dataset.quote)") == ["5", "6"]
    page.select_option("#filter-verdict", "altered")
    assert page.locator(".card:not([hidden])").count() == 1
    page.select_option("#filter-speaker", "")
    page.select_option("#filter-verdict", "")
    page.select_option("#filter-certainty", "check_by_ear")
    assert page.locator(".card:not([hidden])").count() == 2
    assert page.locator("#status").inner_text() == "2 of 9 quotes shown."


def test_an_article_is_cleared_by_keyboard_and_the_decisions_come_back(council_page, visit, tmp_path):
    """The walk of a sub-editor who has never seen the page; every finding decided, exported, and read back."""
    page = visit(council_page)
    page.keyboard.press("?")
    assert page.locator("#keys").is_visible()
    page.keyboard.press("Escape")
    page.locator("#keys").wait_for(state="hidden")
    for _ in findings(council()):
        page.keyboard.press("j")
        page.keyboard.press("a")
    page.keyboard.press("f")
    page.keyboard.press("n")
    page.keyboard.type("the desk says it stays: j f a")
    page.keyboard.press("Enter")
    assert "All is decided" in page.locator("#status").inner_text()
    with page.expect_download() as download:
        page.keyboard.press("x")
    download.value.save_as(tmp_path / "decisions.json")

    decisions = read_decisions(tmp_path / "decisions.json")
    decided = with_decisions(council(), decisions)
    last = findings(council())[-1]
    assert [check.quote.id for check in findings(decided)] == [last.quote.id]
    assert {one.note for one in decisions} == {"", "the desk says it stays: j f a"}

    page.reload()
    assert page.locator(f"#quote-{last.quote.id}").get_attribute("data-choice") == "fault"
    assert page.locator(f"#quote-{last.quote.id} .note").input_value() == "the desk says it stays: j f a"
    write_report(decided, tmp_path / "again.html")
    again = visit(tmp_path / "again.html")
    assert again.locator(".card[data-choice=accept]").count() == len(findings(council())) - 1


def test_it_prints_every_card_and_no_button_bar(lbc, visit, tmp_path):
    page = visit(lbc)
    page.emulate_media(media="print")

    assert not page.locator(".filters").is_visible()
    assert page.locator(".card").last.is_visible()
    page.pdf(path=tmp_path / "lbc.pdf")
    sheets = [sheet.extract_text() for sheet in PdfReader(tmp_path / "lbc.pdf").pages]
    words = " ".join(" ".join(sheets).split())
    assert {int(number) for number in re.findall(r"#(\d+) [a-z]", words)} == {*range(1, 24)}
    assert "A vile culture that saw serving officers".lower() in words
    assert not re.search(r"Half speed|Accept|Fault|Copy|Play|Keys|Verdict", words)
    assert not any(sheet.strip().endswith(("As spoken 10", "Not checked 7")) for sheet in sheets)
