"""Who speaks: more kinds of sentences seen in news, invented anew."""

import pytest

from tests.article.test_whose_name import parameters, speakers

LONG = "It was late for all of us"

CASES = {
    "a surname that is an office too": [
        (f"“{LONG},” Rep. Peter T. King, New York Republican and chairman of it, said.", ["Peter T. King"]),
        (f"“{LONG},” said Peter King, New York Republican.", ["Peter King"]),
        (f"“{LONG},” said Stephen King, Hull writer.", ["Stephen King"]),
        (f"“{LONG},” said Bell Director, Amy Lin.", ["Amy Lin"]),
        (f"“{LONG},” said Virginia Governor, Amy Lin.", ["Amy Lin"]),
    ],
    "where somebody is sent": [
        (f"“{LONG},” said U.S. Ambassador to the United Nations Amy Lin.", ["Amy Lin"]),
        ("Special Envoy to Mali Amy Lin called for calm, warning it could “set us back for long.”", ["Amy Lin"]),
        (f"“{LONG},” said the Ambassador to the Hull Bell Board.", ["the Ambassador"]),
    ],
    "what is Hull's own": [
        ("Hull's governing Rain Party (HRP) dismisses it and calls it “late for us”.", ["Hull's governing Rain Party"]),
        ("Hull's leading council dismissed it and called it “late for us”.", ["Hull's leading council"]),
        ("Amy Lin left. Lin’s standing firm, and said it was “late for us”.", ["Amy Lin"]),
        ("Amy Lin left. Lin’s going to Hull and calls it “late for us”.", ["Amy Lin"]),
    ],
    "names in capitals": [
        (f"Amy Lane spoke. Bo Hale left.\n\nLANE: “{LONG}.”\n\nHALE: “{LONG}.”", ["Amy Lane", "Bo Hale"]),
        (f"Amy Lane spoke. “{LONG},” LANE said.", ["Amy Lane"]),
        (f"REP. LANE: “{LONG}.”\n\nAmy Lane left.", ["Amy Lane"]),
        (
            "LANE LAYS INTO VOSS: ‘HOW MANY TIMES DID IT RAIN FOR US?’\n\nPete Voss left.",
            ["LANE LAYS INTO VOSS"],
        ),
        (f"Amy Lane and Bo Lane spoke. “{LONG},” LANE said.", ["LANE"]),
        (f"Amy Lin of the LIN spoke. The LIN said: “{LONG}.”", ["The LIN"]),
    ],
    "she has": [
        ("Amy Lin left. She’s described a plan that means rain “on its home turf” in Hull.", ["Amy Lin"]),
        ("Amy Lin left. She’s called the plan “late for us”.", ["Amy Lin"]),
        ("Amy Lin left. She’s described as “late for us”.", [None]),
        ("Amy Lin left. It’s called the Hull “late plan”.", [None]),
    ],
    "a single word": [
        ("Amy Lin paused for an instant, then offered a single word: “Rejoice.”", ["Amy Lin"]),
        ("They sell one thing: “Bees.”", [None]),
    ],
    "whose a report is": [
        (
            f"“{LONG},” the Hull Board said in a report that has hints.\n\n“{LONG},” the report said.",
            ["the Hull Board", "the Hull Board"],
        ),
        (f"The Hull Board said in its latest report that it was late.\n\n“{LONG},” the report said.", ["Hull Board"]),
        (f"Amy Lin said the flaw found in a report was bad.\n\n“{LONG},” the report said.", [None]),
        (f"Amy Lin, quoted in a report, said it was late.\n\n“{LONG},” the report said.", [None]),
        (f"“{LONG},” the Hall for Hull said in a report.\n\n“{LONG},” the report said.", ["the Hall for Hull", None]),
    ],
    "whose a statement is": [
        (f"Amy Lin, a Hull House spokeswoman also issued a statement.\n\n“{LONG},” the statement said.", ["Amy Lin"]),
        (f"His widow, Amy Lin, confirmed it in a statement.\n\n“{LONG},” the statement read.", ["Amy Lin"]),
        (f"Amy Lin, a friend of Bo Lane, who issued a statement, left.\n\n“{LONG},” the statement read.", [None]),
        (f"In a statement, the mayor said Bo Lane was late.\n\n“{LONG},” the statement read.", [None]),
    ],
    "whom capitals and a noun lead to": [
        (f"“{LONG},” said White House counselor Amy Lin.", ["Amy Lin"]),
        (f"“{LONG},” said Hull Library reading chief Amy Lin.", ["Amy Lin"]),
        (f"“{LONG},” said Hull Times reporting fellow Amy Lin.", ["Amy Lin"]),
        ("Hull City boss Amy Lin left early, calling it “a late day for us”.", ["Amy Lin"]),
        ("And 2016 Democratic presidential nominee Amy Lin had words for it, saying, “You are late.”", ["Amy Lin"]),
        ("Hull Committee ranking member Amy Lin followed by quipping, “Welcome everyone.”", ["Amy Lin"]),
        ("Hull Board finance chief Amy Lin left early, calling it “a late day for us”.", ["Amy Lin"]),
        ("Hull Board thanked director Amy Lin, calling it “a late day for us”.", ["Hull Board"]),
        ("Hull Board hires director Amy Lin, calling it “a late day for us”.", ["Hull Board"]),
        ("Bo Lane met president Amy Lin and said it was “a late day for us”.", ["Bo Lane"]),
    ],
    "what stands between commas, and what the pope is called": [
        ("Lane said Hull, where most cases have been reported, will be safe within “a few weeks of rain”.", ["Lane"]),
        ("Lane said Hull, where most live, will be safe within “a few weeks of rain”.", ["Lane"]),
        ("Pope Francis came.\n\n“We go,” the pontiff said.", ["Pope Francis"]),
    ],
    "what is no subject behind": [
        ("“The steel is here” and waits, Amy Lin told all of us, explaining the reversal.", ["Amy Lin"]),
        ("“The steel is here” and waits, Amy Lin told all of us on Friday.", ["Amy Lin"]),
    ],
    "the verb first": [
        (f"“{LONG},” said Amy Lin.\n\nAdded a Hull Democrat, “We stay here for now.”", ["Amy Lin", "a Hull Democrat"]),
        (f"Agreed Bo Lane, “{LONG}.”", ["Bo Lane"]),
        (f"Called Amy Lin, “{LONG}.”", [None]),
        (f"“{LONG},” chimed in Hull analyst Amy Lin.", ["Amy Lin"]),
        (f"“{LONG},” shot back Amy Lin.", ["Amy Lin"]),
        (f"“{LONG},” continued in Hull.", [None]),
    ],
    "a name in brackets": [
        (f"“{LONG}.” (The Hull Street Journal)", ["The Hull Street Journal"]),
        (f"“{LONG}.” (Amy Lin)", ["Amy Lin"]),
        (f"Bo Lane has slammed the rain: “{LONG}.” (Hull World-Herald)", ["Bo Lane"]),
        (f"“{LONG}.” (Applause)", [None]),
        (f"“{LONG}.” (Emphasis Mine)", [None]),
        (f"“{LONG}.” (Photo: Amy Lin)", [None]),
        ("“Late for Us” (Hull Records) is out.", [None]),
    ],
    "a list of what somebody calls it": [
        ("Amy Lin called the rule “cruel,” “late for us” and “awful,” CNBC reported.", ["Amy Lin"] * 3),
        ("Bo Lane called the rain “cruel for us,” and “It is awful,” Amy Lin said.", ["Bo Lane", "Amy Lin"]),
    ],
    "of what gender, and of how many parts, a description is": [
        (
            "Ann Hale, the deputy editor of it, said it was “our best”. With Bo Lane telling us. “We go,” he said.",
            ["Ann Hale", "Bo Lane"],
        ),
        (
            "The veteran coach and former Reagan adviser said it goes “hand in hand with us”.",
            ["The veteran coach and former Reagan adviser"],
        ),
        ("The board and former adviser Bo Lane said it goes “hand in hand with us”.", ["Bo Lane"]),
        (f"The Hull Bus company paid.\n\n“{LONG},” the company said.", ["Hull Bus"]),
        (
            f"Said one veteran Hull strategist: “{LONG}.” Bo Lane ran. “We go late,” said the strategist.",
            ["one veteran Hull strategist", "the strategist"],
        ),
    ],
    "who is told later, or was only described": [
        (
            "Rep. Bo Hale announced a vote.\n\n“We vote now,” the Ohio Republican said.\n\nSen. Ed Lane of Ohio left.",
            ["Bo Hale"],
        ),
        (f"Bo Hale ran. To Amos Lane, who served under Voss, rain is all.\n\n“{LONG},” he said.", ["Amos Lane"]),
    ],
}


@pytest.mark.parametrize(("text", "right"), parameters(CASES))
def test_who_speaks(text, right):
    assert speakers(text) == right
