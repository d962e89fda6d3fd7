"""Who speaks where the frame is an odd one: kinds seen in news, invented anew."""

import pytest

from align.article import find_quotes
from tests.article.reading import article_of
from tests.article.test_whose_name import parameters, speakers

CASES = {
    "a full stop before the verb, or none of the quotation's own": [
        ("“The rain was not good enough for us this year.” Lane said in a statement.", ["Lane"]),
        ("“I see that the hour is up, so…” Lane replied as the room broke out in gasps.", ["Lane"]),
        ("“We go to the sea again.” Lane told the audience.", ["Lane"]),
        ("“We go to the sea again.” Lane told a story.", [None]),
        ("“We go to the sea again.” Lane told him to go.", [None]),
        ("“The rain was not good enough for us this year.” Lane left on Monday.", [None]),
        ("“It rains more now than jobs.” Some of the voters cited the grid as a problem.", [None]),
    ],
    "an office of several parts": [
        (
            "At Bell, which opposed the law, Amy Lin, vice president for rain, wind and fog, said, “It is late.”",
            ["Amy Lin"],
        ),
        ("“That may be so,” the flood panel on the Bell Bus said.", ["the flood panel on the Bell Bus"]),
        ("In a reply to the plan, Amy Lin, a nurse wrote: “We go to the sea again.”", ["Amy Lin"]),
    ],
    "who is told to have told it": [
        ("As told by Amy Lin in her book, floods are “what comes from too much rain”.", ["Amy Lin"]),
        ("Here’s Bell’s director of rain, and analyst, Amy Lin: “We go to the sea again.”", ["Amy Lin"]),
        ("Host Amy Lin, asked about workers in the rain: “We go to the sea again.”", ["Amy Lin"]),
        ("Amy Lin, on the cut favored by Bo Lane: “We go to the sea again.”", ["Amy Lin"]),
        ("And on his trip to Hull for a rain summit Lane said: “We go to the sea again.”", ["Lane"]),
        ("Amy Lin shot back in a letter to Bo Lane saying that “rain is no answer to us” and left.", ["Amy Lin"]),
        ("Amy Lin did not comment on the rain, but did say that the bus “has taken all the roads”.", ["Amy Lin"]),
    ],
    "capitals, a noun and the name": [
        ("“The rain is not good for us.” — Wet Hull mayoral nominee Amy Lin", ["Amy Lin"]),
        ("“The rain is not good for us,” said 2012 Bell presidential nominee Amy Lin this week.", ["Amy Lin"]),
        (
            "As Judge Amy Lin put it in Hull v. Voss, a new challenge to rain: “It falls as if it were told to.”",
            ["Amy Lin"],
        ),
    ],
    "a quotation that ends its sentence": [
        ("With his pledge that people could keep their plans, the “late bus.”", [None]),
        ("In his claim that it was late, the “Clean Bus”", [None]),
    ],
    "a claim with something between": [
        ("It ran counter to Lane’s claim, in a post after the rain, that “there is no rain here”.", ["Lane"]),
        ("They parted the plan from Lane’s call in May for a “total and complete stop of rain”.", ["Lane"]),
        ("They point to a key pledge made by Bo Lane to “dry the whole of the land”.", ["Bo Lane"]),
        ("Bell Radio has called Lane’s claim that the rain fell in Hull “slander”.", ["Bell Radio"]),
        ("A plan described by Bo Lane as part of a way “to rush it through the rain” failed.", ["Bo Lane"]),
    ],
    "who is shown saying it": [
        ("Footage released of the fall showed Bo Lane shouting, “We can not swim”.", ["Bo Lane"]),
    ],
    "who calls it so, though another tells of it": [
        ("Bell Bus calls the plan an “active stop” and has used it in Hull, the Post said.", ["Bell Bus"]),
    ],
    "what only has a name": [
        ("Bo Lane’s “baby bonds” proposal is new.", [None]),
        ("It goes back to Bo Lane, the “Northern Rat,” when Amy Lin declared that it rained.", [None]),
        ("Bo Lane answered with a column headlined, “No, Most of Hull Does Not Want Rain”.", [None]),
        ("Bo Lane proposes a $16tn (£12tn) “Green New Deal” that would stop the rain.", [None]),
        ("Bo Lane spoke.\n\n“Under the Rain” premiered on May 15 in Hull.", [None]),
    ],
    "a verb in its bare form": [
        ("Bo Lane would later call Mr. Voss a “wet rat” – among other, more colorful names.", ["Bo Lane"]),
        ("And scholars Amy Lin and Bo Lane of the Bell Bus Trust warn that rain “carries too much risk”.", ["Bo Lane"]),
    ],
    "a second verb in the clause of the first": [
        (
            "The strike came after Bo Lane called Mr. Voss a “rat” and warned that they would “pay for it”.",
            ["Bo Lane"] * 2,
        ),
    ],
    "what is no speaker": [
        ("It may differ. First, it is one thing to complain that “rain falls and all is wet”.", [None]),
        ("A panel issued an analysis of the rain.\n\n“Rain gains more ground,” the analysis reads.", [None]),
        ("Amy Lin runs “Coffee with a Cop” events in town.", [None]),
    ],
    "who is told of where nobody else can be meant": [
        ("Amy Lin came. “I have voted for others,” the Missourian said.", ["Amy Lin"]),
        ("Bo Lane summed up the views of many.\n\n“It is late for all of us,” he said.", ["Bo Lane"]),
        (
            "Bo Lane’s family differ, reports Gwen Glenn of Bell Radio.\n\n“It is late for us,” she says.",
            ["Gwen Glenn"],
        ),
    ],
    "who is no person": [
        ("Amy Lin says they go to other Rocky Mountain states.\n\n“We go to the sea,” she said.", ["Amy Lin"]),
    ],
}


@pytest.mark.parametrize(("text", "right"), parameters(CASES))
def test_who_speaks(text, right):
    assert speakers(text) == right


def test_what_a_column_is_headed_is_its_title():
    (quote,) = find_quotes(article_of("Bo Lane left a column headlined, “No, Most of Hull Does Not Want Rain”."))
    assert quote.kind == "title"
