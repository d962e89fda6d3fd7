"""The LBC case as the page shows it: every quote, its verdict, words, place and differences, on desk and phone."""

import re

import pytest

from tests import lbc_case
from tests.browser.lbc import RECORDINGS, SIZES

pytestmark = pytest.mark.browser

UNCHECKED = {
    "q09n",
    "q13",
    "q14",
    "q15",
    "q17",
    "q18",
    "q19",
}  # a word held at arm's length, messages, a written statement
CLOSE = 0.3  # s, that a play button's start and end must lie within
PLANTED = {"substantive": "modality", "clause_omitted": "omission"}
SHOWN = """all => all.map(card => {
    const texts = selector => [...card.querySelectorAll(selector)].map(one => one.innerText.trim());
    return {
        title: texts("h3")[0], source: texts(".source")[0], edits: texts(".edits li"),
        printed: [...texts(".column:not(.labels) .printed"), ...texts(".only-printed")].join(" "),
        spoken: texts(".column .word").join(" "),
        times: [...card.querySelectorAll(".play.whole:not(:disabled)")].map(
            one => [one.dataset.start, one.dataset.end]),
        isWhole: card.scrollWidth <= card.clientWidth,
    };
})"""


def letters(text):
    """The letters and figures of a text, which is what must be the same on both sides."""
    return re.sub(r"\W|\[\.\.\.\]", "", text.lower())


@pytest.mark.parametrize(("width", "scheme"), SIZES)
def test_every_quote_is_shown_with_what_is_true_of_it(lbc, visit, width, scheme):
    page = visit(lbc, width, scheme)
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    cards = page.locator(".card").evaluate_all(SHOWN)
    shown = {card["source"].partition(", line ")[2]: card for card in cards}
    truth = lbc_case.expected(*RECORDINGS)

    assert len(cards) == len(shown) == len(truth) == 23
    for (start, _), true in truth.items():
        before = lbc_case.article().text[:start]
        card = shown[f"{before.count(chr(10)) + 1}, column {start - before.rfind(chr(10))}"]
        check_words(card, true)
        check_verdict(card, true)
        check_sound(card, true)


def check_words(card, true):
    """The printed words are the article's, under the name of who said them."""
    assert letters(card["printed"]) == letters(true["article_text"])
    if true["attributed_to"].istitle():
        assert card["source"].startswith(true["attributed_to"])
    assert card["isWhole"]


def check_verdict(card, true):
    """The verdict is one that the truth accepts, and what was changed on purpose stands among the differences."""
    acceptable = {"unchecked"} if true["id"] in UNCHECKED else {*true["acceptable"]}
    verdict = re.search(r"verbatim|cleaned|altered|spliced|wrong speaker|not found|unchecked", card["title"])[0]
    assert verdict.replace("not found", "not_in_audio") in acceptable
    for planted in true["edits"]:
        if planted["category"] in PLANTED:
            assert any(PLANTED[planted["category"]] in line and "by ear" not in line for line in card["edits"])


def check_sound(card, true):
    """The spoken words are those spoken, and the play buttons play where they were."""
    if true["id"] in UNCHECKED or not true["spans"]:
        return
    assert letters(card["spoken"]) == letters(true["spoken_text"])
    assert [float(second) for times in card["times"] for second in times] == pytest.approx(
        [second for span in true["spans"] for second in (span["start"], span["end"])], abs=CLOSE
    )
