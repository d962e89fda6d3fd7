"""Whose words are printed again, in a headline or a pull quote, or signed: kinds of mistakes on unseen news."""

import pytest

from align.article import find_quotes
from align.records import Kind
from tests.article.reading import article_of
from tests.article.test_whose_name import parameters, speakers

LONG = "This was late for every one of us"
TOLD = "Bo Lane said there had been “disastrous long delays” in Hull."

ECHOES = {
    "a heading or a pull quote has the words of somebody who is quoted": [
        (f"“Disastrous long delays”\n\nRain fell. {TOLD}", ["Bo Lane", "Bo Lane"]),
        (f"‘Delays’ for all of Hull\n\nRain fell. {TOLD.replace('“', '‘').replace('”', '’')}", ["Bo Lane", "Bo Lane"]),
        (f"“{LONG}.”\n\nRain fell on Hull.\n\n“{LONG},” said Amy Lin.", ["Amy Lin", "Amy Lin"]),
        (f"“{LONG},” said Amy Lin.\n\nRain fell on Hull.\n\nSnow fell.\n\n“{LONG}.”", ["Amy Lin", "Amy Lin"]),
        (f"It was “disastrous long delays” that she saw. {TOLD}", ["Bo Lane", "Bo Lane"]),
    ],
    "what several say, the writer as well, or what a work is called is nobody's": [
        (f"“Disastrous long delays”\n\n{TOLD} Amy Lin said she hated “disastrous long delays”.",
         [None, "Bo Lane", "Amy Lin"]),
        (f"“Disastrous long delays”\n\nThere were disastrous long delays. {TOLD}", [None, "Bo Lane"]),
        ("They saw “The Long Dark Night”. Bo Lane said he loved “The Long Dark Night”.", [None, "Bo Lane"]),
        (f"It was “delays” that she saw. {TOLD}", [None, "Bo Lane"]),
        (f"“Late delays”\n\nRain fell. {TOLD}", [None, "Bo Lane"]),
    ],
    "a name alone behind the words is a signature": [
        (f"Rain fell.\n\n“{LONG}.” Rev. Billy Graham\n\nSnow fell.", ["Billy Graham"]),
        (f"Rain fell.\n\n“{LONG}.”\n\nRev. Billy Graham\n\nSnow fell.", ["Billy Graham"]),
        (f"Rain fell.\n\n“{LONG}.” Sarah Hale\n\nSnow fell.", ["Sarah Hale"]),
        (f"Rain fell.\n\n“{LONG}.” Read More\n\nSnow fell.", [None]),
        (f"Rain fell.\n\n“{LONG}.” Bell Bus\n\nSnow fell.", [None]),
    ],
}  # fmt: skip


@pytest.mark.parametrize(("text", "right"), parameters(ECHOES))
def test_whose_words_are_printed_again(text, right):
    assert speakers(text) == right


def test_an_echo_is_checked_and_not_sure():
    echo, told = find_quotes(
        article_of(ECHOES["a heading or a pull quote has the words of somebody who is quoted"][0][0])
    )

    assert echo.kind is Kind.FRAGMENT
    assert echo.warnings
    assert (echo.speaker_confidence or 0) < (told.speaker_confidence or 0)


def test_what_carries_on_an_echo_or_stands_in_it_is_by_the_same():
    told = f"“{LONG},” said Amy Lin."
    text = f"Rain fell on Hull.\n\n“{LONG}.\n\n“And it rained on us as ‘long dark rain’.”\n\nSnow fell.\n\n{told}"

    quotes = find_quotes(article_of(text))

    assert {quote.speaker for quote in quotes} == {"Amy Lin"}
    assert [quote.continues or quote.inside for quote in quotes] == [None, 1, 2, None]
