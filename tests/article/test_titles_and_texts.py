"""A title is a word of the writer's: it parts nobody from their words and is said by nobody; no text is anybody."""

import pytest

from align.article import find_quotes
from tests.article.reading import article_of
from tests.article.test_whose_name import parameters, speakers

CASES = {
    "a programme in which somebody speaks": [
        ("Bo Lane said on ABC’s “This Hour in Hull” that the bus would be “late for us”.", [None, "Bo Lane"]),
        ("Bo Lane warned on ABC’s “Hull Today” that talks were late and it “could last long”.", [None, "Bo Lane"]),
        ("Bo Lane told ABC’s “Hull Today,” “We go home again.”", [None, "Bo Lane"]),
        ("Bo Lane told “Hull Today” it was “a late bus”.", [None, "Bo Lane"]),
        ("“We go home,” Bo Lane told “Hull Today.” “We stay there.”", ["Bo Lane", None, "Bo Lane"]),
        ("Asked on “Hull Today” about the vote, Bo Lane said: “We go home again.”", [None, "Bo Lane"]),
    ],
    "what somebody made": [
        ("Amy Lin, co-author of “A History of the Sea,” said: “We go home again.”", [None, "Amy Lin"]),
        ("Amy Lin, a nurse and the author of “A History of Rain,” said that few would “go late”.", [None, "Amy Lin"]),
        ("“We go home,” Amy Lin, author of “A History of Rain,” told a paper.", ["Amy Lin", None]),
        ("“We go home,” said Amy Lin, host of “Hull Today.” “We stay there.”", ["Amy Lin", None, "Amy Lin"]),
        ("As Amy Lin, the author of “Bees in Rain,” put it, “we go home again”.", [None, "Amy Lin"]),
        ("The mayor, who starred in “Bees in Rain,” said the sea was “too late”.", [None, "The mayor"]),
        ("The ad, titled “We Go?”, concludes that Bo Lane is too “late for us”.", [None, "The ad"]),
    ],
    "what a title tells nothing of": [
        ("Bo Lane read the book “Late Rain.” “It was late for all of us.”", [None, None]),
        ("After the premiere of “Late Rain,” the mayor said the bus was “too late”.", [None, "the mayor"]),
    ],
    "what only names a thing": [
        (
            "Bo Lane told ABC that her mother had made a call to “Hull Tonight” and tuned in to “Late Show”.",
            [None, None],
        ),
        ("Bo Lane, who wrote the law on rain, proposed the “Green New Deal” last year.", [None]),
        ("Bo Lane, who wrote the law on rain, said the “Hull Dream” is over.", ["Bo Lane"]),
        ("The march was held by a group calling itself “Occupy Hull”.", [None]),
        ("Bo Lane told a jury that the two men he knew as “Tanner” left.", [None]),
        ("Bo Lane showed the move commonly known as the “Bell Turn” to us.", [None]),
        ("Bo Lane called himself “very pro-rain” in a talk.", ["Bo Lane"]),
    ],
    "what is nobody's between two quotations": [
        (
            "“We go,” said Bo Lane, referring to “hush” lingering there. “It was late for us all.”",
            ["Bo Lane", "Bo Lane", "Bo Lane"],
        ),
    ],
    "a nickname": [
        ("The mayor’s aide, Amy “Buzz” Lin, said in a letter: “We go home again.”", [None, "Amy “Buzz” Lin"]),
        ("Amy “Buzz” Lin said it was “late for us”.", [None, "Amy “Buzz” Lin"]),
    ],
}


@pytest.mark.parametrize(("text", "right"), parameters(CASES))
def test_who_speaks_beside_a_title(text, right):
    assert speakers(text) == right


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("The rain fell. “It was late for us all,” the email said.", "the email"),
        ("A report on rain obtained by us says it was “late for us all”.", "A report"),
        ("The rain fell. In the words of a petition, it was “late for us all”.", "a petition"),
    ],
)
def test_a_text_is_nobody_and_its_words_are_told(text, mention):
    (quote,) = find_quotes(article_of(text))
    assert quote.speaker is None
    assert quote.mention == mention
    assert mention in " ".join(quote.warnings)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A council statement called it “late for us all”.", "A council statement"),
        ("A letter from staff said it was “late for us all”.", "A letter from staff"),
        ("The mayor’s letter said it was “late for us all”.", "The mayor’s letter"),
        ("A sign read “We are shut for good”.", "A sign"),
        ("A Hull Rain Board report found it was “late for us all”.", "Hull Rain Board"),
        ("The inquiry found that the rain was “late for us all”.", "The inquiry"),
        ("The nurse found the door “wide open”.", None),
        ("Bell Bus issued a report. “It was late for us all,” the report said.", "Bell Bus"),
    ],
)
def test_whose_a_text_is(text, speaker):
    (quote,) = find_quotes(article_of(text))
    assert quote.speaker == speaker
