"""Which body, or whose text, a phrase means that names neither: police, the ministry, the report, it. Invented anew."""

import pytest

from tests.article.test_whose_name import SAID, parameters, speakers

LATE = "“It was late for all of us,”"

BODIES = {
    "police are those whom the article names": [
        (f"Humberside Police came to Hull. {LATE} police said.", ["Humberside Police"]),
        (f"A van was stolen. {LATE} police said. Call Kent Police.", ["Kent Police"]),
        (f"Kent police came. {LATE} the force said on Monday.", ["Kent police"]),
        (f"The Hull St. Ann Police Service came. {LATE} police said.", ["Hull St. Ann Police Service"]),
        (f"Greater Hull Police Service came. Hull police left. {LATE} police said.", ["Greater Hull Police Service"]),
        (f"Kent Police came with Hull Police. {LATE} police said.", ["police"]),
        (f"A van was stolen. {LATE} police said.", ["police"]),
    ],
    "a body that is called by the head of its name": [
        (f"The Ministry of Justice was late. {LATE} the ministry said.", ["Ministry of Justice"]),
        (f"Bell National Bank was late. {LATE} the bank said.", ["Bell National Bank"]),
        (f"The Department of Justice sued the Treasury Department. {LATE} the department said.", ["the department"]),
        (f"The Justice Department and the FBI came. {LATE} the department said.", ["the department"]),
        (f"Bell Care Center was late. {LATE} the medical center said.", ["the medical center"]),
        (f"Bell Bus Group was late. The trade group for buses sued. {LATE} the group said.", ["the group"]),
        (f"The Bell Post was late. {LATE} the Post said.", ["the Post"]),
    ],
    "a company that was told of just before": [
        (f"The carrier Bell Air fell. {LATE} the carrier said.", ["Bell Air"]),
        (f"Many knew of Bell Air. Bell Air sacked its driver. {LATE} the company said.", ["Bell Air"]),
        (f"Bell Air sued the airline. {LATE} the airline said.", ["the airline"]),
        (f"Bell Air paid. The driver left. {LATE} the company said.", ["the company"]),
        (f"Brazil sued. {LATE} the company said.", ["the company"]),
    ],
    "it": [
        (f"Bell National Bank fell. {LATE} the bank said.\n\n“We go,” it added.", ["Bell National Bank"] * 2),
        (f"{LATE} the firm said.\n\n“We go,” it added.", ["the firm"] * 2),
        ("Many like Bellcom. Bellcom, which fell, paid. It said: “We go.”\n\n“So,” it added.", ["Bellcom"] * 2),
        ("Rain fell. It said: “We go.”", [None]),
        ("Some Italians left. It said: “We go.”", [None]),
        (f"{LATE} the report said. Bo Lane wept.\n\n“We go,” it goes on.", [None] * 2),
    ],
    "an acronym of several letters or with dots": [
        (f"The Federal Bureau of Rain came. {LATE} the FBR said.", ["Federal Bureau of Rain"]),
        (f"The United Nations met. {LATE} the U.N. said.", ["United Nations"]),
    ],
    "whose report it is": [
        (f"The Water Board published a report on Monday. {LATE} the report said.", ["Water Board"]),
        (f"A report published on Monday by Oxnam was damning. {LATE} the report said.", ["Oxnam"]),
        (f"Oxnam’s yearly report was damning. {LATE} the report said.", ["Oxnam"]),
        (f"The WBA report was damning. {LATE} the report said.", ["WBA"]),
        (f"The Water Board wants more. {LATE} said a report that the board shared with us.", ["Water Board"]),
        (f"Bo Lane released the report by Amy Lin. {LATE} the report said.", ["Amy Lin"]),
        (f"Bo Lane told us the report was damning. {LATE} the report said.", [None]),
        (f"A report that Bo Lane had died was false. {LATE} the report said.", [None]),
        (f"Oxnam issued a report. A report in the press was better. {LATE} the report said.", [None]),
        (f"The Bell committee report was short. {LATE} the report said.", [None]),
    ],
    "whose letter or statement it is": [
        (f"Bo Lane sent a letter to Amy Lin on Friday. {LATE} the letter said.", ["Bo Lane"]),
        (f"Amy Lin received a letter on Friday. {LATE} the letter said.", [None]),
        (f"A note from Bo Lane came. {LATE} the note said.", ["Bo Lane"]),
        (f"Oxnam issued a statement on Friday. {LATE} the statement said.", ["Oxnam"]),
        (f"It came to the Boards of Rain and Snow, and Snow said in a statement it fell. {LATE} the statement said.",
         [None]),
        (f"Oxnam wrote a post on Facebook. {LATE} the post said.", ["Oxnam"]),
    ],
    "she, of whom no full name tells": [
        ("The woman said that rain fell. “We go,” she said.", ["The woman"]),
        ("The man said that rain fell. “We go,” she said.", ["she"]),
        ("Fuchs said that rain fell. “We go,” she said.", ["Fuchs"]),
        ("Oda, a 53-year-old banker, who would not say more, left with Oda’s dog. “We go,” she said.", ["Oda"]),
        ("The woman remembers\n\n“We go,” she said.", ["she"]),
        ("Facebook said that rain fell. “We go,” she said.", ["she"]),
        ("Rain fell. “We go,” she said.", ["she"]),
    ],
    "they": [
        ("Bo Lane and Amy Lin came. They said it was “late for all of us”.", ["Bo Lane and Amy Lin"]),
        ("Bo Lane and Amy Lin heard what they called “a late day for us”.", ["Bo Lane and Amy Lin"]),
        ("Hull doctors and nurses have long shunned what they call a “late day for us”.", ["Hull doctors and nurses"]),
        ("The United States fell. They said it was “late for all of us”.", [None]),
        ("Rain fell. They said it was “late for all of us”.", [None]),
    ],
    "a paper that is named like an office": [
        ("The economist Bo Lane left. As The Economist put it, “It is late for all of us.”", ["The Economist"]),
        ("The economist Bo Lane left. “It is late for all of us,” the economist said.", ["Bo Lane"]),
        ("Mayor Bo Lane left. On Monday the Mayor said: “It is late for all of us.”", ["Bo Lane"]),
    ],
    "what somebody is quoted as saying tells of nobody": [
        ("“We ran. The nurse said no to us,” the board wrote. “We go,” she said.", ["the board", "she"]),
        ("Many like Bellcom. “It fell. Bellcom sacked him,” a diver said. “We go,” the company said.",
         ["a diver", "the company"]),
        ("Many like Bellcom. “It fell. Bellcom published a report,” a diver said. “We go,” the report said.",
         ["a diver", None]),
    ],
    "newspapers": [
        (f"The Hull Post fell. {LATE} the newspaper said.", ["Hull Post"]),
        (f"The Hull Post and the Kent Times fell. {LATE} the newspaper said.", ["the newspaper"]),
    ],
    "a comma behind a name is not closed": [
        ("As Bo Lane, president of the group Americans United put it: “We go.”", ["Bo Lane"]),
        ("As Bo Lane, President of the group Americans United put it: “We go.”", ["Bo Lane"]),
        (f"Sam Lau, the communications director for the Hull Party said in a statement. {LATE}", ["Sam Lau"]),
        (f"The veteran of 15 seasons of rain {SAID}", ["The veteran of 15 seasons of rain"]),
        (f"Amy Lin leads a crew. “Rain fell,” Lin said.\n\nThe veteran of 15 seasons of rain {SAID}", ["Amy Lin"] * 2),
    ],
}  # fmt: skip


@pytest.mark.parametrize(("text", "right"), parameters(BODIES))
def test_which_body_is_meant(text, right):
    assert speakers(text) == right


@pytest.mark.parametrize(
    "text",
    [
        "As for Democrat Hillary Lane, she left. “It was late for us,” she said.",
        "When the Republican Abraham Lane met it. “It was late for us,” he said.",
        "But for The Mayor Bo Lane (LB) it was “late for us”.",
        "In the Of For (ABC) it was “late for us”.",
    ],
)
def test_small_words_before_an_office_are_no_body(text):
    assert len(speakers(text)) == 1
