"""Whom a description, a body's whole name or a document names: kinds of mistakes made on news nobody had seen."""

import pytest

from tests.article.test_whose_name import QUOTED, SAID, parameters, speakers

NAMES = {
    "who is called by a name": [
        (QUOTED.format("a user called Star Child"), ["Star Child"]),
        (QUOTED.format("one resident named Bo Lane"), ["Bo Lane"]),
        (QUOTED.format("a man identified as Bo Lane"), ["Bo Lane"]),
        (QUOTED.format("a fan known as Hou Bu"), ["Hou Bu"]),
        ("“It is late for all of us,” said a nurse named Mary.", ["Mary"]),
        (f"One user named Star Child {SAID}", ["Star Child"]),
        (f"An analyst called Bo Lane a liar and {SAID}", ["An analyst"]),
        ("Critics called Bo Lane “a liar and worse”.", ["Critics"]),
        ("“It is late,” said the caller, a neighbour named Amy Lin.", ["Amy Lin"]),
        (f"The caller, a man identified as Bo Lane, {SAID}", ["Bo Lane"]),
        (f"The driver was named as Bo Lane and {SAID}", ["The driver"]),
    ],
    "a name beside somebody who is one of several": [
        (f"Another witness – Amy Lin, who lives there – {SAID}", ["Amy Lin"]),
        (f"A second officer (Bo Lane, 44) {SAID}", ["Bo Lane"]),
        (f"A second officer, Bo Lane of Hull, {SAID}", ["Bo Lane"]),
        (f"A third witness, who lives in Hull, {SAID}", ["A third witness"]),
        (f"An MP (Scottish National Party) {SAID}", ["An MP"]),
        (f"An analyst (Goldman Sachs) {SAID}", ["An analyst"]),
        (f"The coach – Hull City – {SAID}", ["The coach"]),
        ("“It is late,” said its leader (New York Times).", ["its leader"]),
        (f"The reporter (AP) {SAID}", ["The reporter"]),
    ],
    "a body is called by all of its name": [
        (f"The Ministry of Women and Family Affairs {SAID}", ["Ministry of Women and Family Affairs"]),
        (QUOTED.format("the Department for Culture, Media and Sport"), ["the Department for Culture, Media and Sport"]),
        (
            f"Last year the Union for Trade and Co-operation in Hull {SAID}",
            ["the Union for Trade and Co-operation in Hull"],
        ),
        (QUOTED.format("the Campaign for Safe Streets and Clean Air"), ["the Campaign for Safe Streets and Clean Air"]),
        (f"The Bureau of Bridges and Amy Lin met. Then Amy Lin {SAID}", ["Amy Lin"]),
    ],
    "a name with what tells a son from his father, or a party and a state": [
        ("But that is, Bo Lane Jr. wrote in a note, “late for all of us”.", ["Bo Lane Jr"]),
        (f"Judge Bo G. Lane Jr. {SAID}", ["Bo G. Lane Jr"]),
        (QUOTED.format("Senator Bo Lane (R) of Ohio"), ["Bo Lane"]),
        (QUOTED.format("Senator Bo Lane (D-Ohio)"), ["Bo Lane"]),
        ("It led Senator Bo Lane (R) of Ohio to reply in a note: “It is late.”", ["Bo Lane"]),
    ],
    "a document is whose who sends it": [
        ("Amy Lin issued a statement that read: “It is late for all of us.”", ["Amy Lin"]),
        ("Amy Lin released a letter saying it was “late for all of us”.", ["Amy Lin"]),
        ("Bo Lane sent a long memo to the Trade Department calling the plan “late for all of us”.", ["Bo Lane"]),
        ("A statement that read “it is late for all of us” hung there.", [None]),
    ],
    "the verb of the whole sentence": [
        (
            "Bo Lane said in a new talk that he didn’t speak to the board of Dirk Veit “because it is late”.",
            ["Bo Lane"],
        ),
        ("Amy Lin said they use “every tool” to look not only at streets, but also “at all of it”.", ["Amy Lin"] * 2),
    ],
    "verbs that can be nouns": [
        ("Amy Lin took to the stage to reply: “It is late for all of us.”", ["Amy Lin"]),
        ("It prompted Amy Lin to reply to Hale’s breakfast comments with a note: “It is late.”", ["Amy Lin"]),
        ("An aide jabbed, “It is late for all of us.”", ["An aide"]),
    ],
    "nouns that end as adverbs do": [
        (QUOTED.format("the family"), ["the family"]),
        (QUOTED.format("his ally"), ["his ally"]),
        (f"Oscar Hale left. The family {SAID}", ["The family"]),
        (f"Oscar Hale left. The Hale family {SAID}", ["The Hale family"]),
        ("Bo Hale left. “It is late,” said Hale ally James Carr.", ["James Carr"]),
        (QUOTED.format("Amy Lin quickly"), ["Amy Lin"]),
    ],
    "names with what looks like a small word": [
        (QUOTED.format("Abdul Majeed Mir"), ["Abdul Majeed Mir"]),
        ("Hassan al-Sunaid spoke.\n\n“It is late,” al-Sunaid said.", ["Hassan al-Sunaid"]),
        ("Hassan al-Sunaid spoke.\n\n“It is late,” Sunaid said.", ["Hassan al-Sunaid"]),
        ("Theresa May spoke. May has said: “It is late for all of us.”", ["Theresa May"]),
        ("Theresa May spoke. “It is late,” May had told reporters.", ["Theresa May"]),
        (f"In May the board {SAID}", ["the board"]),
    ],
}

PRONOUNS = {
    "whom the clause of a pronoun names is somebody else": [
        ("Bo Lane spoke. He said that Bo Lane’s plan was “late for all of us”.", [None]),
        ("Bo Lane spoke of Dirk Veit. “It is late,” he told Lane.", [None]),
        ("Amy Lin spoke. When she arrived, Lin said it was “late for all of us”.", ["Amy Lin"]),
        ("Bo Lane spoke. “It is late,” he said. Lane left.", ["Bo Lane"]),
        ("Bo Lane spoke. “It is late,” he told Dirk Veit.", ["Bo Lane"]),
    ],
}


@pytest.mark.parametrize(("text", "right"), parameters(NAMES))
def test_who_is_named(text, right):
    assert speakers(text) == right


@pytest.mark.parametrize(("text", "right"), parameters(PRONOUNS))
def test_whom_a_pronoun_does_not_mean(text, right):
    assert speakers(text) == right
