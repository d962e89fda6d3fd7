"""The walk of a person who has never seen the page: the whole LBC article cleared with nothing but the keyboard."""

import csv

import pytest
from typer.testing import CliRunner

from align.cli import app
from align.records import Model
from align.report.formats.json_report import render_transcript
from tests import lbc_case
from tests.browser.lbc import RECORDINGS

pytestmark = pytest.mark.browser

NOTE = "he said “may not be”: j, f, x and space are letters here"


class Reader:
    """Somebody with eyes, ears and a keyboard: what can be read, what is heard, which key is pressed."""

    def __init__(self, page) -> None:
        self.page = page
        self.press, self.type = page.keyboard.press, page.keyboard.type

    @property
    def status(self) -> str:
        """The line that says what has happened and what is left."""
        return self.page.locator("#status").inner_text()

    @property
    def card(self):
        """The card that has the focus."""
        return self.page.locator(".card:focus")

    def sees(self, *texts: str) -> bool:
        """Whether the focused card is on the screen and shows these texts."""
        shown = self.card.inner_text()
        return self.card.evaluate("one => one.getBoundingClientRect().top >= 0") and all(t in shown for t in texts)

    def hears(self, is_slow: bool = False) -> None:
        """Wait until sound moves on and a word of this card lights up."""
        self.page.wait_for_function(
            "speed => [...document.querySelectorAll('audio')].some(one => !one.paused && one.currentTime > 0"
            " && one.playbackRate === speed) && document.querySelector('.card:focus .word.lit')",
            arg=0.5 if is_slow else 1,
        )

    def hears_nothing(self) -> None:
        """Wait until it is quiet."""
        self.page.wait_for_function("[...document.querySelectorAll('audio')].every(one => one.paused)")


@pytest.fixture
def reader(lbc, visit) -> Reader:
    return Reader(visit(lbc))


def test_the_lbc_article_is_cleared_with_the_keyboard_alone(reader, tmp_path):
    assert "3 of 3 left to decide" in reader.status
    assert "j goes to the next. Press ? for all keys." in reader.status
    learn_the_keys(reader)

    reader.press("j")
    assert reader.sees("#1 altered", "critical, confirmed")
    listen(reader)
    reader.press("f")
    assert reader.status == "Quote 1: a fault. 2 of 3 left to decide: j goes to the next."
    reader.press("n")
    reader.type(NOTE)
    reader.press("Enter")

    reader.press("j")
    assert reader.sees("#2 altered", "“in a small number of cases” spoken, not printed")
    reader.press("e")
    reader.hears()
    assert "omission" in reader.status
    reader.press("a")
    reader.press("f")  # on second thoughts
    assert reader.sees("confirmed a fault")

    reader.press("j")
    reader.hears_nothing()
    assert reader.sees("#3 spliced", "Play part 2")
    reader.press("a")
    assert reader.status == "Quote 3: accepted. All is decided: x exports the decisions."

    walk_through_the_rest(reader)
    with reader.page.expect_download() as download:
        reader.press("x")
    download.value.save_as(tmp_path / "decisions.json")
    the_next_check_knows_them(tmp_path)


def learn_the_keys(reader):
    """The list of keys opens, can be read, and closes by the key that a newcomer tries first."""
    reader.press("?")
    shown = reader.page.locator("dialog:modal").inner_text()
    assert all(key in shown.split() for key in "j k space e h a f n c x ?".split())
    reader.press("Space")
    reader.page.locator("dialog:modal").wait_for(state="detached")


def listen(reader):
    """The quote is played, stopped, and the next difference played at half the speed."""
    reader.press("Space")
    reader.hears()
    reader.press("Space")
    reader.hears_nothing()
    reader.press("e")
    reader.press("h")
    reader.hears(is_slow=True)
    reader.press("h")


def walk_through_the_rest(reader):
    """The faithful quotes, those not heard and those not checked come after the findings, each once, to the end."""
    seen = []
    while "last quote" not in reader.status:
        seen.append(reader.card.get_attribute("data-quote"))
        reader.press("j")
    assert len(seen) == len(set(seen)) == 23 - 2
    reader.press("a")
    assert reader.status == "There is nothing to decide about this quote."
    reader.press("k")
    assert reader.card.get_attribute("data-quote") == seen[-2]


def the_next_check_knows_them(folder):
    """It is quiet about what was accepted, repeats the note beside a fault, and asks again about a changed quote."""
    article = lbc_case.article().text
    unchanged = check_again(folder, "A paragraph before all others.\n\n" + article)
    changed = check_again(folder, article.replace("fair to point out it is", "fair to say that it is"))

    assert unchanged == {"1": "fault", "2": "fault", "3": "accept"}
    assert changed == {"1": "fault", "2": "fault", "3": ""}


def check_again(folder, text):
    """What `align check --decisions` says of an article: its findings, each with what was decided about it before."""
    (folder / "article.txt").write_text(text, encoding="utf-8")
    words = ["check", str(folder / "article.txt"), "--decisions", str(folder / "decisions.json")]
    for name in RECORDINGS:
        heard = render_transcript(lbc_case.transcript(name), Model("recorded", "base", None))
        (folder / f"{name}.json").write_text(heard, encoding="utf-8")
        words += ["--transcript", str(folder / f"{name}.json")]
    done = CliRunner().invoke(app, [*words, "-o", str(folder / "report.csv"), "-o", str(folder / "report.txt")])
    assert done.exit_code == 0, done.output
    shown = (folder / "report.txt").read_text(encoding="utf-8")
    rows = csv.DictReader((folder / "report.csv").read_text(encoding="utf-8-sig").splitlines())
    found = {row["quote"]: row["decision"] for row in rows if row["severity"] != "none"}
    assert ("Accepted before" in shown) == ("accept" in found.values())
    assert NOTE in " ".join(shown.split())
    return found
