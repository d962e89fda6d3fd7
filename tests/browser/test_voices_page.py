"""The page where voices are told apart: whose each quote is, seen, heard beside others, printed, and left whole."""

import re

import pytest
from pypdf import PdfReader

from align.report import write_report
from align.report.clips import SoundClip, Sounds, clip_places
from tests.browser.lbc import SIZES
from tests.browser.voices import write_voices_page
from tests.golden.voices import interview

pytestmark = pytest.mark.browser

PLAYING = "document.querySelectorAll('audio').values().find(one => !one.paused && one.currentTime > 0)"


@pytest.fixture(scope="session")
def voices_page(tmp_path_factory):
    path = tmp_path_factory.mktemp("page") / "voices.html"
    write_voices_page(path)
    return path


@pytest.mark.parametrize(("width", "scheme"), SIZES)
def test_axe_finds_nothing_serious(voices_page, visit, axe, width, scheme):
    page = visit(voices_page, width, scheme)
    for key in ("j", "v", "?"):
        page.keyboard.press(key)
    page.evaluate(axe)

    found = page.evaluate("axe.run()")["violations"]
    assert [(v["id"], v["nodes"][0]["html"]) for v in found if v["impact"] in ("serious", "critical")] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_every_voice_has_a_lane_a_colour_and_a_name(voices_page, visit):
    page = visit(voices_page)
    first = page.locator("figure").first

    assert page.locator(".lanes").count() == 3
    assert first.locator(".lanes path").count() == first.locator(".legend .swatch").count() == 3
    assert re.sub(r" \d\d:\d\d:\d\d", "", first.locator(".legend").inner_text()).split("\n")[0].startswith("Voices")
    assert all(name in first.locator(".legend").inner_text() for name in ("voice 1", "presenter", "Sal Naseem"))
    fills = first.locator(".lanes path").evaluate_all("all => all.map(one => getComputedStyle(one).fill)")
    swatches = first.locator(".legend .swatch").evaluate_all("all => all.map(one => getComputedStyle(one).fill)")
    assert fills == swatches
    assert len(set(fills)) == 3
    boxes = first.locator(".lanes path").evaluate_all("all => all.map(one => one.getBoundingClientRect())")
    tops = [box["top"] for box in boxes]
    assert tops == sorted(set(tops))
    assert all(box["height"] >= 4 for box in boxes)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_colours_of_voices_stand_out_from_the_page(voices_page, visit, scheme):
    """By 3 to 1, as WCAG 2.2, 1.4.11, asks of what is no text."""
    page = visit(voices_page, 1280, scheme)
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    for number in range(6):
        colour = page.evaluate(
            "number => { const one = document.querySelector('.lanes path');"
            " one.setAttribute('class', `voice-${number}`); return getComputedStyle(one).fill; }",
            number,
        )
        assert contrast(colour, paper) >= 3, number


def contrast(one, other):
    """The ratio of the luminances of two colours, as WCAG defines it."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour):
    parts = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_a_card_says_whose_voice_it_is_and_what_is_wrong(voices_page, visit):
    page = visit(voices_page)
    khan, naseem = page.locator("#quote-22"), page.locator("#quote-1")

    assert "wrong speaker" in khan.locator("h3").inner_text()
    assert khan.locator(".source .voice").inner_text().strip() == "voice: Bas Javid"
    assert "printed: Sadiq Khan; heard: the voice of Bas Javid’s other quotes" in khan.locator(".edits").inner_text()
    assert khan.locator(".suggestion").count() == 0
    assert naseem.locator(".source .voice").inner_text().strip() == "voice: Sal Naseem"
    page.select_option("#filter-verdict", "wrong_speaker")
    assert page.locator(".card:not([hidden])").count() == 3


def test_the_other_quotes_of_a_voice_are_heard_one_after_the_other(voices_page, visit):
    page = visit(voices_page)
    page.keyboard.press("v")
    assert page.locator("#status").inner_text().startswith("No quote is chosen yet")
    page.locator("#quote-22 h3").click()
    heard = []
    for _ in range(5):
        page.keyboard.press("v")
        page.wait_for_function(f"() => {PLAYING}")
        status = page.locator("#status").inner_text()
        assert re.match(r"Quote \d+, Bas Javid, the same voice: ", status), status
        number = int(status.split()[1].strip(","))
        page.wait_for_function(f"() => document.querySelector('#quote-{number} .word.lit')")
        heard.append(number)

    assert sorted(heard[:4]) == [8, 9, 10, 11]
    assert heard[4] == heard[0]
    assert page.locator(".card.current").get_attribute("id") == "quote-22"
    page.keyboard.press("Space")
    assert page.evaluate("[...document.querySelectorAll('audio')].every(one => one.paused)")


def test_the_button_does_as_the_key(voices_page, visit):
    page = visit(voices_page)
    button = page.locator("#quote-22 .compare")
    assert button.inner_text().split("\n")[0].startswith("Compare 4 in this voice")
    button.click()
    page.wait_for_function(f"() => {PLAYING}")

    assert page.locator("#status").inner_text().endswith("the same voice: 1 of 4.")


def test_a_voice_that_nobody_is_quoted_in_is_compared_with_the_one_under_the_same_name(tmp_path, visit):
    report = interview()
    clips = tuple(SoundClip(recording, place, bytes(9)) for recording, place in clip_places(report))
    write_report(report, tmp_path / "page.html", Sounds(clips))
    page = visit(tmp_path / "page.html")
    compared = {
        quote: page.evaluate(
            "quote => { select(cardOf(quote)); return comparisons().map(card => Number(card.dataset.quote)); }", quote
        )
        for quote in ("3", "4", "1", "7", "8")
    }

    assert compared == {"3": [1, 2], "4": [1, 2, 6, 5], "1": [2, 6, 4], "7": [], "8": []}
    assert page.locator("#quote-3 .compare").inner_text().startswith("Compare 2 under this name in another")
    assert page.locator("#quote-4 .compare").inner_text().startswith("Compare 3 in this voice, 1 under this name")
    assert page.locator("#quote-7 .compare").count() == page.locator("#quote-8 .compare").count() == 0


def test_without_sound_there_is_nothing_to_compare(tmp_path, visit):
    write_report(interview(), tmp_path / "page.html")
    page = visit(tmp_path / "page.html")
    page.locator("#quote-3 h3").click()
    page.keyboard.press("v")

    assert page.locator("#status").inner_text() == "This report holds no sound."
    assert page.locator(".compare").count() == 0
    assert page.locator("#quote-3 .voice").inner_text().strip() == "voice: presenter"


def test_it_prints_the_voices(voices_page, visit, tmp_path):
    page = visit(voices_page, scheme="dark")
    page.emulate_media(media="print")
    page.pdf(path=tmp_path / "voices.pdf")
    words = " ".join(" ".join(sheet.extract_text() for sheet in PdfReader(tmp_path / "voices.pdf").pages).split())

    assert "voice: Bas Javid" in words
    assert "printed: Sadiq Khan; heard:" in words
    assert "Voices, from above:" in words
    assert "Compare" not in words
