"""Which words are nobody's name, and where a name ends: what came out as speakers of twelve thousand articles."""

import pytest

from tests.article.test_whose_name import SAID, parameters, speakers

LONG = "“We want to go back to the days before it was late.”"

ENDS = {
    "a word before a colon that is no name": [
        (f"Rain fell. Here’s the comic, on a stage in Hull: {LONG}", [None]),
        (f"Press it. Examples: {LONG}", [None]),
        (f"COUNCIL LEAVES TALKS AFTER ROW: {LONG}", [None]),
        (f"They met Bell. Bell: {LONG}", ["Bell"]),
    ],
    "a verb that leads the sentence, before who says it": [
        (f"The vote was close. Added a Hull Republican: {LONG}", ["a Hull Republican"]),
        (f"One worker wrote. Added another employee: {LONG}", ["another employee"]),
        (f"They wept. Retorted the former Hull mayor: {LONG}", ["the former Hull mayor"]),
        (f"Rain fell. Added Amy Lin: {LONG}", ["Amy Lin"]),
        (f"President Hale spoke. Said Hale: {LONG}", ["President Hale"]),
        (f"Declaring his candidacy, Bo Lane left for Hull: {LONG}", ["Bo Lane"]),
    ],
    "an adverb, an article or a pronoun alone is nobody": [
        ("Bo Lane is rich. Often referred to in the press as “the old chef,” he stays.", [None]),
        ("It was late. The only sign that they were given was “the sound of it all”.", [None]),
        ("Rain fell. After years, schools have been characterized by a “Hull Consensus” on tests.", [None]),
        (
            "Rain fell. Amy Lin, after that, left “with all of us”, quickly called for “new ideas in it”.",
            [None, "Amy Lin"],
        ),
    ],
    "an article has a noun behind it": [
        ("Rain fell. “He wanted us to go,” said an outside adviser.", ["an outside adviser"]),
        ("Amy Lin came. “This is bad for us,” said a laughing Ms. Lin.", ["Amy Lin"]),
        ("Rain fell. “This is bad for us,” gushes a visibly moved Amy Lin.", ["Amy Lin"]),
        (f"Rain fell. An alleged burglar {SAID}", ["An alleged burglar"]),
    ],
    "one of them": [
        ("Rain fell. “It is late,” joked one of Hale’s old advisers, “but we go.”", ["one of Hale’s old advisers"] * 2),
        ("Rain fell. “It is late for us,” said one Hull visitor.", ["one Hull visitor"]),
        ("Rain fell. “It is late for us,” said one Hull mother. They left.", ["one Hull mother"]),
        ("Rain fell. “It is late for us,” said one of the leaders of the Hull Board, Amy Lin, a nurse.", ["Amy Lin"]),
        ("Rain fell. “It is late for us,” said one Hale confidante. They left.", ["one Hale confidante"]),
        ("Rain fell. “It is late for us,” said one Republican close to the town.", ["one Republican"]),
    ],
    "a body with and in its name": [
        (f"The Centers for Rain Control and Prevention {SAID}", ["Centers for Rain Control and Prevention"]),
        (
            "The Centers for Rain Control and Prevention, which said that it was “late again for all of us”.",
            ["Centers for Rain Control and Prevention"],
        ),
    ],
    "a day is no part of a name": [
        ("President Hale Thursday sent a letter. “We go,” Hale said.", ["President Hale"]),
        ("On Sunday President Hale left early. “We go,” Mr. Hale said.", ["President Hale"]),
        ("Last Friday President Hale left. “We go,” Mr. Hale said.", ["President Hale"]),
    ],
    "nor is a denial or an office": [
        ("It was Hale. Not Hale but his men wrote it. “I went home,” Hale said.", ["Hale"]),
        ("“We go on as before,” Special Counsel Bo Lane said.", ["Bo Lane"]),
    ],
    "nor a verb with what it is about": [
        ("Mark Zane will speak. “We did not see it,” Zane plans to say.", ["Mark Zane"]),
        ("They went, leading Brian Willis to ask, “Would it kill you to go?”", ["Brian Willis"]),
    ],
    "figures are whole": [
        (f"More than 1,000 respondents {SAID}", ["1,000 respondents"]),
        (f"The 1,400-seat theatre {SAID}", ["The 1,400-seat theatre"]),
        (f"In one the No. 2 inspector {SAID}", ["the No. 2 inspector"]),
    ],
    "an article is of the paper, whatever the year": [
        ("According to a 2013 Hull Today article, “we go — and stay there”.", ["Hull Today"]),
    ],
    "a party between commas is not who speaks": [
        (
            "Senator Amy Lin , Republican of Hull , who had said that it was near, said later, “We go home on Monday.”",
            ["Amy Lin"],
        ),
    ],
    "what hangs on a thing is not of who told of it": [
        ("Bo Lane, an agent, said he got a tip about a remark on a screen that said, “I go home on Monday.”", [None]),
        ("In May, a man told of a remark by a user which said: “I go home on Monday.”", [None]),
        ("Amy Lin left. Lin suggested on Twitter that reports show Lane “knew all of it from us”.", ["Amy Lin"]),
    ],
    "who adds something is whose words came before": [
        ("Hale “knew of it from June”, wrote Amy Lin, adding that “he knew all of it”.", ["Amy Lin", "Amy Lin"]),
    ],
    "agreed to is not said": [
        ("Amy Lin said that her old friend agreed to leave “to hurt us all and go”.", [None]),
    ],
    "a line of the page is nobody": [
        (
            "Bo Lane left.\n\nAdvertisement Continue reading the main story\n\nHe left. “It is late,” he said.",
            ["Bo Lane"],
        ),
    ],
}


@pytest.mark.parametrize(("text", "right"), parameters(ENDS))
def test_where_a_name_begins_and_ends(text, right):
    assert speakers(text) == right
