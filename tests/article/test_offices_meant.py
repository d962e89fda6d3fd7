"""Whom does an office, a party or a place mean: kinds seen in news, invented anew."""

import pytest

from tests.article.test_whose_name import parameters, speakers

SAID = "\n\n“We go to the sea,” {} said."

CASES = {
    "who is from where their party is told to be": [
        (
            "Sen. Amy Lin (R-Ariz.) met Carl Voss. Voss left.\n\nIt rained." + SAID.format("the Arizona Republican"),
            "Amy Lin",
        ),
        (
            "Rep. Amy Lin, Ohio Democrat, met Sen. Bo Lane of Texas. Lane left." + SAID.format("the Ohio Democrat"),
            "Amy Lin",
        ),
        ("Sen. Bo Lane (R-S.C.) met Amy Lin (D-NY)." + SAID.format("the New York Democrat"), "Amy Lin"),
        ("Sen. Bo Lane of Ohio met Sen. Carl Voss of Utah." + SAID.format("the senator from Utah"), "Carl Voss"),
        ("Kentucky Sen. Bo Lane spoke on Monday. Carl Voss left." + SAID.format("the Kentucky Republican"), "Bo Lane"),
        ("Sen. Bo Lane of Ohio left. He slept." + SAID.format("the Ohio lawmaker"), "Bo Lane"),
    ],
    "nobody of whom another place, party or office is told": [
        ("Rep. Bo Lane, Illinois Republican, left." + SAID.format("the Ohio Republican"), None),
        ("Deputy Ohio Gov. Bo Lane met Carl Voss in Hull." + SAID.format("the Ohio governor"), None),
        ("Democratic Sen. Bo Lane spoke.\n\nCarl Voss left." + SAID.format("the Republican"), "Carl Voss"),
        ("Sen. Bo Lane (R-Ohio) spoke.\n\nMinority Leader Carl Voss left." + SAID.format("the Ohio Republican"), None),
    ],
    "what is no party's member, but a newspaper": [
        ("Sen. Amy Lin left early." + SAID.format("the Independent"), "the Independent"),
        ("Sen. Amy Lin left early." + SAID.format("The American Conservative"), "The American Conservative"),
        ("Sen. Amy Lin left early." + SAID.format("the Springfield Republican"), "the Springfield Republican"),
        ("Sen. Amy Lin left early." + SAID.format("the Democrat and Chronicle"), "the Democrat and Chronicle"),
    ],
    "whose region has another's name in its own": [
        ("Sen. Amy Lin (D-W.Va.) met Bo Lane (D-Va.)." + SAID.format("the West Virginia Democrat"), "Amy Lin"),
        ("Sen. Amy Lin (D-W.Va.) met Bo Lane (D-Va.)." + SAID.format("the Virginia Democrat"), "Bo Lane"),
        ("Sen. Amy Lin (D-Ark.) met Bo Lane (D-Kan.)." + SAID.format("the Arkansas Democrat"), "Amy Lin"),
    ],
    "who is named only in the credits of pictures": [
        (
            "“We go to the sea,” a mayor said as rain fell on all of Hull. The picture is by Wire/Mayor Bo Lane of it.",
            "Bo Lane",
        ),
        (
            "“We go to the sea,” the president said. It is by Wire/President Bo Lane, Wire/President Bo Lane,"
            " Wire/President Bo Lane and by Wire/President Carl Voss of it.",
            None,
        ),
    ],
    "whose party a letter tells": [
        ("Former Mayor Bo Lane (D-Del.) left. It rained." + SAID.format("the Delaware Democrat"), "Bo Lane"),
        ("Amy Lin (D) beat Bo Lane (R). Lane wept." + SAID.format("the Democrat"), "Amy Lin"),
    ],
    "who is named by far most of those who hold an office": [
        (
            "President Bo Lane met President Carl Voss. Lane went home. Lane slept. Lane ate.\n\nIt rained."
            + SAID.format("the president"),
            "Bo Lane",
        ),
        ("President Bo Lane met President Carl Voss in Hull.\n\nIt rained." + SAID.format("the president"), None),
        ("Republican Mayor Bo Lane left. Carl Voss slept." + SAID.format("the Republican mayor"), "Bo Lane"),
    ],
    "whose surname another bears by marriage or birth": [
        ("First lady Amy Hale came. President Hale left." + SAID.format("Mr. Hale"), "President Hale"),
        ("President Hale came with his wife, Amy Hale." + SAID.format("the president"), "President Hale"),
        ("President Bo Hale came with his wife, Amy Hale." + SAID.format("Hale"), "Bo Hale"),
        ("His mother, Councillor Amy Lin, wept." + SAID.format("Councillor Lin"), "Amy Lin"),
    ],
    "whom the sentence before calls by an office": [
        (
            "Amy Lin met Mayor Bo Lane. Carl Voss wept. On Tuesday, the mayor defended it." + SAID.format("he"),
            "Bo Lane",
        ),
        ("Mayor Bo Lane met Carl Voss. Voss left. The mayor’s comment did not help." + SAID.format("he"), "Bo Lane"),
        ("Former Mayor Bo Lane met Mayor Carl Voss. Lane slept. The former mayor wept." + SAID.format("he"), "Bo Lane"),
        ("Bo Lane left early. The nurse himself slept on." + SAID.format("he"), None),
        ("Bo Lane left early. The senator slept on." + SAID.format("he"), "Bo Lane"),
    ],
    "who tells what others did": [
        ("Bo Lane said Carl Voss called him from a train." + SAID.format("he"), "Bo Lane"),
        ("It rained on Vance. Bo Lane left.\n\nVance demurred in an interview." + SAID.format("he"), None),
        ("It rained on McVane. Bo Lane left.\n\nMcVane later told them of rain in Hull." + SAID.format("he"), None),
        ("Bo W. Lane spoke of Carl Q. Voss and of rain." + SAID.format("he"), "Bo W. Lane"),
        ("Mr. Lane challenged Mr. Voss’s comments about rain." + SAID.format("he"), "Mr. Lane"),
        (
            "Amy Lin left. Carl Voss sat in the rain of Hull all day long as on all other days. Wire/Bo Lane"
            + SAID.format("he"),
            "Carl Voss",
        ),
    ],
    "who does not call himself by name": [
        ("Bo Lane met Carl Voss. Lane left early.\n\n“Bo Lane is out,” the senator said.", None),
    ],
    "whose age nobody tells, and who is far": [
        ("“We lost,” Bo Lane said.\n\nIt rained.\n\nIt snowed.\n\n“We go to the sea,” the 33-year-old said.", None),
    ],
    "whose office stands in another part of the sentence": [
        (
            "President Bo Lane came. The president will be met at the house by his new adviser, Carl Voss."
            + SAID.format("the president"),
            "Bo Lane",
        ),
    ],
    "what initials are": [
        ("H.R. Lane met Amy Lin." + SAID.format("Lane"), "H.R. Lane"),
        ("The U.S. Bus Board met. Amy Lin left." + SAID.format("Lin"), "Amy Lin"),
    ],
}


@pytest.mark.parametrize(("text", "right"), parameters(CASES))
def test_who_is_meant(text, right):
    assert speakers(text)[-1] == right
