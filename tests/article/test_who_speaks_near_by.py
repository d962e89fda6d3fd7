"""Who speaks by a sentence that an older rule read wrongly or not at all: kinds seen in news, invented anew."""

import pytest

from tests.article.test_whose_name import QUOTED, SAID, parameters, speakers

SPOKEN = {
    "himself behind a name": [
        (f"Bo Lane came to Hull. Lane himself {SAID}", ["Bo Lane"]),
        ("Amy Lin herself, who was not there, has said that it was “late for all of us”.", ["Amy Lin"]),
        ("“It was late for all of us,” the board itself said on Monday.", ["the board"]),
        ("Bo Lane called himself “the best man for all of it”.", ["Bo Lane"]),
    ],
    "a programme or show between two quotations of one speaker": [
        ("“We go,” Bo Lane said on “Meet Hull.” “It was late for all of us.”", ["Bo Lane", None, "Bo Lane"]),
        ("“We go,” said Bo Lane, host of the show “Shark Hour.” “It was late.”", ["Bo Lane", None, "Bo Lane"]),
        ("Bo Lane read the book “Late Rain.” “It was late for all of us.”", [None, None]),
    ],
    "the same verb governs another clause": [
        ("Bo Lane said it was a “bad” day of rain, and that she would “go late for us”.", ["Bo Lane"] * 2),
        ("“We go,” said Amy Lin, adding that “it was late for all of us”.", ["Amy Lin"] * 2),
        ("“We go,” said Rep. Amy Lin (D-Va.) at the time, adding that “it was late for us”.", ["Amy Lin"] * 2),
        ("Bo Lane smiled, then said: “It was late for all of us.”", ["Bo Lane"]),
        ("Amy Lin leaned over as if to go, then sat and boomed: “It was late.”", ["Amy Lin"]),
        ("Rain fell all day, then snow. “It was late for all of us.”", [None]),
    ],
    "a bracket with a comma behind it": [
        ("Sen. Amy Lin (D-R.I.), said it was “late for all of us”.", ["Amy Lin"]),
        ("On Monday, Gov. Bo Lane (R-OH), said, “It was late for all of us.”", ["Bo Lane"]),
        ("Amy Lin (R), said it was not so, but called it “late for all of us”.", ["Amy Lin"]),
    ],
    "where it was said, with a comma in it": [
        ("Lin, during a talk at the hall in Hull, Ohio, said it was “late for all of us”. Amy Lin left.", ["Amy Lin"]),
    ],
    "a quotation that ends in another": [
        ("The day “was as good as, ‘We go late,’” Bo Lane said in a talk.", ["Bo Lane", "Bo Lane"]),
        ("“They say, ‘Will we go?’” Bo Lane said.", ["Bo Lane", "Bo Lane"]),
    ],
    "verbs with a word behind, and verbs of judging": [
        ("“It was late for all of us,” points out Bo Lane, a nurse.", ["Bo Lane"]),
        ("As Bo Lane pointed out in May, “it was late for all of us”.", ["Bo Lane"]),
        ("The sign points to the “late rain of Hull” again.", [None]),
        ("Bo Lane decried “the late rain of all of us”.", ["Bo Lane"]),
        ("Bo Lane welcomed “the hope that it was late”.", ["Bo Lane"]),
        ("Bo Lane blamed the flood on “people who were late for it”.", ["Bo Lane"]),
        ("Amy Lin said that the flood could be blamed on “people who were late”.", ["Amy Lin"]),
        ("Bo Lane condemned “Late Rain” on Monday.", [None]),
        ("The poem called “Late Rain” is by Bo Lane.", [None]),
    ],
    "who is made to say, or does something by saying": [
        ("It was so late that Mr Lane was prompted to say, “We go home in the end.”", ["Mr Lane"]),
        ("Amy Lin met boos upon saying, “We go home in the end.”", ["Amy Lin"]),
        ("Bo Lane moved them by warning darkly that “it was late for all”.", ["Bo Lane"]),
    ],
    "a noun that tells what somebody thinks": [
        ("Amy Lin expressed confidence that it would be “over by the end of May”.", ["Amy Lin"]),
        ("Amy Lin’s claim during the talk that “it was late for all of us” is true.", ["Amy Lin"]),
    ],
    "the words between an owner and a noun": [
        ("Amy Lin’s “we can all do it” promise came to nothing.", ["Amy Lin"]),
        ("Bo Lane left. His “late for all of us” remark stays.", ["Bo Lane"]),
        ("The hall’s “come and see all of it” sign fell.", [None]),
    ],
    "a line that only says that words follow": [
        ("“We go,” said Bo Lane.\n\nTranscript as follows:\n\n“It was late for all of us.”", ["Bo Lane"] * 2),
        ("“We go,” said Bo Lane.\n\nTranscript as follows:\n\n“HALE: It was late for us.”", ["Bo Lane", None]),
        ("“We go,” said Bo Lane.\n\nMayor Hale:\n\n“It was late for all of us.”", ["Bo Lane", "Mayor Hale"]),
    ],
    "who issues a statement": [
        ("The Water Board issued a long statement on rain.\n\n“It was late for all of us.”", ["The Water Board"]),
        ("From Bo Lane’s post: “It was late for all of us, and you.”", ["Bo Lane"]),
    ],
    "small words within a name": [
        ("“It was late for all of us,” his nephew Amr el Lane said.", ["Amr el Lane"]),
        ("Carl Voss - who said he would “go late for all of us” - left.", ["Carl Voss"]),
    ],
}
MEANT = {
    "an office is written short before the name": [
        (f"Ohio Gov. Bo Lane met Carl Voss in Hull. {QUOTED.format('the Ohio governor')}", ["Bo Lane"]),
        (f"Ohio Rep. Amy Lin met Carl Voss in Hull. {QUOTED.format('the Ohio congresswoman')}", ["Amy Lin"]),
        (f"Deputy Ohio Gov. Bo Lane met Carl Voss in Hull. {QUOTED.format('the Ohio governor')}", [None]),
        (f"Texas Sen. Amy Lin met Ohio Sen. Bo Lane. {QUOTED.format('the Ohio senator')}", ["Bo Lane"]),
    ],
    "an office is whose the last sentence is about": [
        (
            f"Carl Voss won.\n\nBo Lane praised Carl Voss. Lane left early. {QUOTED.format('the Hull senator')}",
            ["Bo Lane"],
        ),
        (f"Carl Voss won.\n\nSen. Bo Lane praised Carl Voss. {QUOTED.format('the senator')}", ["Bo Lane"]),
        (f"Bo Lane praised Carl Voss. {QUOTED.format('the host')}", [None]),
        (f"Bo Lane praised Sen. Carl Voss. {QUOTED.format('the Hull senator')}", [None]),
        (f"Sen. Bo Lane praised Sen. Carl Voss. {QUOTED.format('the senator')}", [None]),
        (f"Bo Lane praised Carl Voss. A nurse wept. {QUOTED.format('the Hull senator')}", [None]),
    ],
    "the spokesman of somebody came before": [
        (f"Bo Lane will go, the mayor’s spokesman said.\n\n{QUOTED.format('the spokesman')}", ["the spokesman"]),
    ],
    "who says it stands behind it, and is who it is about next": [
        ("Whether Voss or Hale goes is open, said Jake Horn, a nurse. “It was late,” he said.", ["Jake Horn"]),
        ("Carl Voss was late, said Bo Lane. “It was late for all of us,” he said.", ["Bo Lane"]),
        ("Carl Voss left, said he was ill, and met Bo Lane. “It was late,” he said.", ["Carl Voss"]),
    ],
    "places and titles are nobody whom a pronoun can mean": [
        ("Bo Lane left. Like others, Lane paid. Michigan has it all. “It was late,” he said.", ["Bo Lane"]),
        ("Bo Lane left. It helped Harbour City grow. “It was late,” he said.", ["Bo Lane"]),
        ("Amy Lin left. Absent Hale, Lin sat down. “It was late,” she said.", ["Amy Lin"]),
        ("Amy Lin left.\n\nA Long History With Rain\n\nMs Lin sat. “It was late,” she said.", ["Amy Lin"]),
        ("Senators Amy Lin and Bo Lane came. “It was late,” Ms Lin said.", ["Amy Lin"]),
    ],
}


@pytest.mark.parametrize(("text", "right"), parameters(SPOKEN))
def test_who_speaks(text, right):
    assert speakers(text) == right


@pytest.mark.parametrize(("text", "right"), parameters(MEANT))
def test_who_is_meant(text, right):
    assert speakers(text) == right
