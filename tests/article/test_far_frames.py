"""Who speaks, where verb and words stand far apart: past appositions, behind gerunds and infinitives."""

import pytest

from tests.article.test_whose_name import parameters, speakers

LONG = "It was late for all of us"
LATE = "late for all of us"

CASES = {
    "at the end of the writer's sentence": [
        (f"When people “go {LATE},” it shows in Hull, Bo Lane, a porter at Bell Library, said.", ["Bo Lane"]),
        (f"“{LONG}” to be used, Bell House spokeswoman Amy Lin told reporters, explaining the delay.", ["Amy Lin"]),
        (f"“{LONG}” and for Hull, said Rep. Amy Lin (R., Ohio), a senior member.", ["Amy Lin"]),
        (f"Although the talks were “{LATE},” the bus went on to Hull, Ms. Amy Lin said.", ["Amy Lin"]),
        (f"While Bo Lane says the bus was “{LATE},” they should stay, engineer Amy Lin told them.", ["Bo Lane"]),
        (f"It would be “{LATE}” in Hull, Amy Lin, 34, a porter, said on Friday, adding that it rained.", ["Amy Lin"]),
    ],
    "by what somebody does": [
        (f"Mayor Amy Lin made a point of saying it was “{LATE}”.", ["Amy Lin"]),
        (f"Mayor Amy Lin is fond of saying that it is “{LATE}”.", ["Amy Lin"]),
        (f"Mayor Amy Lin wasted no time in calling it “{LATE}”.", ["Amy Lin"]),
        (f"Mayor Amy Lin went so far as to call it “{LATE}”.", ["Amy Lin"]),
        (f"Mayor Amy Lin took to the air to warn it is “{LATE}”.", ["Amy Lin"]),
        (f"Mayor Amy Lin stopped short of calling it “{LATE}”.", [None]),
        (f"Mayor Amy Lin declined to call it “{LATE}”.", [None]),
    ],
    "as what something is sold": [
        (f"Amy Lin promoted the bus as a way to “leave {LATE}”.", ["Amy Lin"]),
        (f"Amy Lin touted the bus as “{LATE}”.", ["Amy Lin"]),
        (f"Amy Lin attacked the board for “being {LATE}”.", ["Amy Lin"]),
        (f"Amy Lin sold the bus for “{LATE}”.", [None]),
    ],
    "one reason": [
        (f"Amy Lin gave only one reason: “{LONG}.”", ["Amy Lin"]),
        (f"Amy Lin had one answer: “{LONG}.”", ["Amy Lin"]),
    ],
    "as she writes": [
        (f"So as Amy Lin writes, “{LATE}, they were brought to Hull.”", ["Amy Lin"]),
        ("The bus, as Amy Lin points out in May, is “late for us”.", ["Amy Lin"]),
        (f"As Amy Lin warned them, Bo Lane said it was “{LATE}”.", ["Bo Lane"]),
    ],
    "what one of several says": [
        (f"Others, like Amy Lin, reasoned, “{LONG}.”", ["Amy Lin"]),
        (f"Others, such as Amy Lin of the Hull Institute, said it was “{LATE}”.", ["Amy Lin"]),
    ],
    "a signature that goes on": [
        (f"“{LONG}.” — Rep. Amy Lin, while a porter, arguing for rain", ["Amy Lin"]),
    ],
    "what somebody has dubbed it": [
        ("It was the fourth, in what the Hull Post has dubbed a “slow Friday Night Rain.”", ["the Hull Post"]),
        ("Amy Lin left. The board dubbed it the “Late Bus”.", [None]),
    ],
    "in pairs": [
        (
            "Amy Lin spoke, saying it was “wrong” to let them raise the fares at will and “right” to go.",
            ["Amy Lin"] * 2,
        ),
    ],
    "by a body that is no person": [
        (f"The school district claimed that Bo Lane was “{LATE}”.", ["The school district"]),
        (
            "HNN sued the council, demanding the badge, the cable news network announced."
            f"\n\n“{LONG},” the network said.",
            ["HNN"],
        ),
        (f"HNN sued another network on Tuesday.\n\n“{LONG},” the network said.", ["the network"]),
    ],
    "who else is named in it": [
        (
            "Pete Voss told the court that Stone had gone. Aides saw John Stone as the “key” to it, he said.",
            ["Pete Voss"],
        ),
        (f"“{LONG},” Bo Lane said. As for Mr. John Stone’s tweet, he said: “{LONG}.”", ["Bo Lane"] * 2),
        (
            f"“{LONG},” said Senator Amy Lin. “{LONG},” she added, when asked why Ms. Ruth Cole had come."
            f" For example, she said: “{LONG}.”",
            ["Amy Lin"] * 3,
        ),
        (f"Bo Lane left. Will it be good to the man who once said, “{LONG}”?", [None]),
    ],
}


@pytest.mark.parametrize(("text", "right"), parameters(CASES))
def test_who_is_quoted(text, right):
    assert speakers(text) == right
