"""The page as a file: whatever the article says, its tags are ours, its script is ours, and it asks for nothing."""

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser

from hypothesis import given

from align.report.clips import Sounds
from align.report.page import render_page
from align.report.page.cards import GLYPHS
from align.report.page.timeline import HALF_HEIGHT, WIDTH, wave_path
from align.report.view.describe import NOTHING_HEARD
from align.report.view.sanitize import without_commands
from tests.golden.samples import council, rename
from tests.golden.strategies import few, reports

OURS = frozenset(
    """a article audio b bdi body button code dd defs details dialog div dl dt figcaption figure footer form h1 h2 h3
    head header html input kbd label li line main meta option p path pattern q rect script section select span style
    summary svg text title ul""".split()
)
"""What the page is built of, written down here: a tag of somebody else's, or a new one of ours, has to be let in."""

SIGNS = {*GLYPHS.values(), "‸", "\u202c", "\u2069"}


class Outline(HTMLParser):
    """The tags and attributes of a page, and the text in its article."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: dict[str, set[str]] = {}
        self.texts: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        """Keep a tag."""
        self.tags.append(tag)
        for name, value in attributes:
            self.attributes.setdefault(name, set()).add(value)

    def handle_data(self, data):
        """Keep a text."""
        self.texts.append(data)


@few
@given(reports())
def test_any_text_is_inert(report):
    page = Outline(render_page(rename(report, "<b onclick='x'>.txt", ['"><script>1</script>.mp3', "b.mp3"])))

    assert set(page.tags) <= OURS
    assert page.tags.count("script") == page.tags.count("style") == 1
    assert not [name for name in page.attributes if name.startswith("on") or name == "style"]
    assert not page.attributes.get("src", set())
    assert all(target.startswith("#") for target in page.attributes["href"])


@few
@given(reports())
def test_the_whole_article_can_be_read(report):
    shown = without_signs("".join(Outline(render_page(report)).texts))

    for block in report.article.blocks:
        assert without_signs(report.printed(block.chars)) in shown


def without_signs(text):
    """The text without white space, which control characters become, and the signs that the page sets into it."""
    words = without_commands(text)
    return "".join(character for character in words if not character.isspace() and character not in SIGNS)


def test_the_policy_lets_only_our_style_and_script_run():
    page = render_page(council())
    (policy,) = (one for one in Outline(page).attributes["content"] if "default-src" in one)

    assert policy.startswith("default-src 'none'; ")
    for tag in ("style", "script"):
        text = re.search(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)[1]
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert not re.search(r"https?://(?!docs\.oasis)", page)


def test_a_page_without_sound_says_so():
    page = render_page(replace(council(), is_heard=False))

    assert NOTHING_HEARD in page
    assert NOTHING_HEARD not in render_page(council())
    assert not re.search(r'class="play\b(?!head)', page)


def test_waves_stay_on_their_line():
    numbers = [float(n) for n in re.findall(r"[\d.]+", wave_path([0.0, 0.5, 1.0]))]

    assert max(numbers[::2]) <= WIDTH
    assert max(numbers[1::2]) <= 2 * HALF_HEIGHT
    assert wave_path(()).startswith("M0")
    assert Sounds().clips == ()
