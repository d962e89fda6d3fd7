"""Words printed again, names behind them, and who calls nobody by name but others: kinds of mistakes on unseen news."""

import pytest

from align.article import find_quotes
from align.records import Kind
from tests.article.reading import article_of
from tests.article.test_whose_name import QUOTED, SAID, parameters, speakers

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

CALLED = {
    "nobody speaks of themselves by a part of their name": [
        ("Amy Lin runs a shop. Sarah Hale worked there. “I liked Sarah’s way,” she said.", ["Amy Lin"]),
        ("Paul Bell met Bo Lane. Mr Bell left. “I can live with it, Bell won,” he said.", ["Bo Lane"]),
        ("Paul Bell left. Mr Bell wept. “I can live with it, Paul won,” he said.", [None]),
        ("Paul Bell left. Mr Bell wept. “I can live with it, Lane won,” he said.", ["Paul Bell"]),
    ],
    "or by all of it, if they are no public figures, which is not known": [
        ("Bo Lane met Paul Bell. Mr Bell left. “Nobody loves it as Paul Bell does,” he said.", [None]),
        ("Paul Bell left. “Nobody loves it as Paul Bell does,” he said.", [None]),
        ("Paul Bell left. “Nobody loves it as Paul Bell does,” Mr Bell said.", ["Paul Bell"]),
    ],
    "who is called what nobody was introduced as was named": [
        (f"Amy Lin spoke in Hull. {QUOTED.format('the former actress')}", ["Amy Lin"]),
        (f"Amy Lin spoke in Hull. {QUOTED.format('the rights advocate')}", ["Amy Lin"]),
        (f"Amy Lin spoke in Hull. {QUOTED.format('the Dutchwoman')}", ["Amy Lin"]),
        (f"Amy Lin met Bo Lane. {QUOTED.format('the challenger')}", [None]),
        (f"Amy Lin met Bo Lane.\n\nRain fell.\n\nSnow fell.\n\n{QUOTED.format('the president-elect')}", [None]),
        (f"Amy Lin met Bo Lane. {QUOTED.format('the 56-year-old')}", [None]),
        (f"Amy Lin met an actress. {QUOTED.format('the actress')}", ["the actress"]),
        (f"Rain fell in Hull. {QUOTED.format('the actress')}", ["the actress"]),
        (f"Amy Lin met Bo Lane. {QUOTED.format('the source')}", ["the source"]),
    ],
    "an initial is a part of a name": [
        (f"The director of the bureau, James B. Hale, {SAID}", ["James B Hale"]),
        (f"The director of the bureau, J. B. Hale, {SAID}", ["J B Hale"]),
        ("It was “late for all of us”, said the director of the bureau, James B. Hale.", ["James B Hale"]),
    ],
    "who warns somebody, saying something, says it": [
        ("Bellcom had warned the town of rain in a leaflet saying, “we will all go”, on Monday.", ["Bellcom"]),
        ("Amy Lin told the people of Hull saying “we will all go” on Monday.", ["Amy Lin"]),
        ("Bo Lane criticised Amy Lin saying “she will not go” on Monday.", ["Bo Lane"]),
        ("Amy Lin released a statement from Bo Lane saying they “will not go with us”.", ["Bo Lane"]),
    ],
    "an office behind a lone surname proves a person": [
        (
            "Edo Hale spoke.\n\nHale, the Labour leader, said Bo Lane had failed.\n\n“It is late,” he said.",
            ["Edo Hale"],
        ),
        ("Edo Hale spoke.\n\nHale said Bo Lane had failed.\n\n“It is late,” he said.", ["Edo Hale"]),
    ],
}


@pytest.mark.parametrize(("text", "right"), parameters(ECHOES))
def test_whose_words_are_printed_again(text, right):
    assert speakers(text) == right


@pytest.mark.parametrize(("text", "right"), parameters(CALLED))
def test_who_is_called_something(text, right):
    assert speakers(text) == right


def test_an_echo_is_checked_and_not_sure():
    echo, told = find_quotes(
        article_of(ECHOES["a heading or a pull quote has the words of somebody who is quoted"][0][0])
    )

    assert echo.kind is Kind.FRAGMENT
    assert echo.warnings
    assert (echo.speaker_confidence or 0) < (told.speaker_confidence or 0)
