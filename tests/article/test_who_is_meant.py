"""Whom a pronoun, a description or a second verb means: kinds of mistakes made on unseen news, invented anew."""

import pytest

from tests.article.test_whose_name import QUOTED, SAID, parameters, speakers

MEANT = {
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
    "a title in full ends a sentence": [
        (
            "Amy Bell left when she was First Lady. She tells them she’s been late."
            " “But if you are new to it, we go,” she says.",
            ["Amy Bell"],
        ),
        ("Bo Lane met the King. He said it was “late for us all”.", ["Bo Lane"]),
        (f"Capt. Bo Lane left. Mr. Lane {SAID}", ["Bo Lane"]),
    ],
    "an initial is a part of a name": [
        (f"The director of the bureau, James B. Hale, {SAID}", ["James B. Hale"]),
        (f"James B. Hale {SAID} James B Hale left. Mr Hale {SAID}", ["James B. Hale", "James B. Hale"]),
        (f"The director of the bureau, J. B. Hale, {SAID}", ["J. B. Hale"]),
        ("It was “late for all of us”, said the director of the bureau, James B. Hale.", ["James B. Hale"]),
    ],
    "a first name that men and women bear tells a person, and the article the pronoun": [
        ("Lindsey Hale met Amy Bell. “It is late,” he said.", ["Lindsey Hale"]),
        ("Lindsey Hale left. He met Amy Bell. Bell wept. “It is late,” she said.", ["Amy Bell"]),
        ("Kim Hale met Bo Lane. “It is late,” he said.", ["Kim Hale"]),
    ],
    "two surnames are those of one person": [
        ("Amy Wye Lin left. “It is late,” Wye Lin said.", ["Amy Wye Lin"]),
        ("Amy Wye Lin met Bo Lane. Ms. Wye Lin wept. “It is late,” she said.", ["Amy Wye Lin"]),
        ("Amy Bo Lin left. “It is late,” Bo Lin said.", ["Bo Lin"]),
    ],
    "a sentence is about who stands behind what leads it": [
        ("Facing the press of Bo Lane, Paul Bell on Monday wept. “It is late,” he said.", ["Paul Bell"]),
        ("Paul Bell left. Asked about more Lane plans, he told them, “We go on Monday.”", ["Paul Bell"]),
        ("Paul Bell left. During a talk, he met Bo Lane.\n\n“It is late,” he said.", ["Paul Bell"]),
    ],
    "somebody without a first name may be meant as well": [
        ("Bo Lane left.\n\nThe plan is by Hale. Then, Hale has seen it. “It is late,” he said.", [None]),
        ("Bo Lane left.\n\nThen, rain has come. “It is late,” he said.", ["Bo Lane"]),
        ("Bo Lane blamed the “late plan” of Democrats.\n\n“They go,” he said.", ["Bo Lane", "Bo Lane"]),
    ],
    "who directs a body is no body": [
        ("Director of National Rain Bo Lane left.\n\n“It is late,” he said.", ["Bo Lane"]),
        ("Bo Lane, director of Bell Green, left.\n\n“It is late,” he said.", ["Bo Lane"]),
    ],
    "a king may be somebody's name": [
        ("As Bo Luther King Jr. explained: “No one is free until we all are.” So, act.", ["Bo Luther King Jr"]),
        ("King Bo Lane explained: “No one is free until we all are.”", ["Bo Lane"]),
    ],
    "who cites something else is not cited": [
        ("Bo Lane said it was late, called for “an end to it all,” cited old polls he said showed it.", ["Bo Lane"]),
        ("“It is late for all of us,” the Post quoted Bo Lane.", ["Bo Lane"]),
    ],
    "who speaks in the middle of a clause": [
        ("Called “late,” the words were, said one Hull visitor, “the best of it”.", ["one Hull visitor"] * 2),
        ("The plan was, said a nurse, “late for us all”.", ["a nurse"]),
    ],
    "a stop before who says it": [
        ("“We have to stop it.” Party Leader Amy Lin said in a talk with Bell News on Sunday.", ["Amy Lin"]),
        ("“We have to stop it.” Party Leader Amy Lin said in a talk that they go.", [None]),
        ("Rain fell. “We have to stop it.” The crowd said in the square on Sunday.", [None]),
    ],
    "who does anything before a colon, if it is a person": [
        ("Bo Lane left. On his walk, Lane then blamed the rest: “We were let down by all of you.”", ["Bo Lane"]),
        ("Rain fell. On Monday, the Hull Board phoned the rest: “We were let down by all of you.”", [None]),
    ],
    "who gives a statement that something is so": [
        ("Bo Lane left. Lane himself gave a very short statement that “Amy was here, period.”", ["Bo Lane"]),
        ("Bo Lane left. Lane made a remark that “all of us were born in this land”.", ["Bo Lane"]),
        ("Bo Lane left. Lane hates a remark that “all of us were born in this land”.", [None]),
    ],
    "a caption before the name": [
        ("Rain fell in Hull.\n\nMedia caption Amy Lin: “The people are tired of it all”", ["Amy Lin"]),
    ],
    "a nickname stands within a name": [
        ("Paul Bell chose William “Mo” Hale. Mr Hale left. “It is late,” he said.", [None, "William “Mo” Hale"]),
        ("Paul Bell read “Mo” Hale. “It is late,” he said.", [None, "Paul Bell"]),
    ],
    "a heading's verb is no surname": [
        ("Patrick Names Amy Lin Senator Again\n\nPatrick left. Lin wept. “It is late,” she said.", ["Amy Lin"]),
    ],
    "who agrees, saying something, says it": [
        ("Hale was heard saying “we go” while Bo Lane agreed saying, “I think we can go”.", ["Hale", "Bo Lane"]),
        ("Hale said “we go” and left, saying, “I think we can go”.", ["Hale", "Hale"]),
    ],
    "of whom something is shown": [
        ("Bo Lane wept. Lane left after a video came of him mocking the town as a “bog without end”.", ["Bo Lane"]),
        ("Rain fell. A video came of him mocking Amy as a “sage who never went”.", [None]),
        ("Bo Lane wept. Amy Lin shouted at him saying his “old late talk” was done.", ["Amy Lin"]),
        ("Rain fell. The vote enables him to say “I’m the pick of all of them” again.", [None]),
    ],
    "several people are not one": [
        ("Amy Lin left. MPs said it was “late for us”. “We go on Monday,” she said.", ["MPs", "Amy Lin"]),
    ],
    "who has more than one thing inserted behind them": [
        (f"The firm, which was bought by the mayor, Bo Lane, and a nurse, Amy Lin, {SAID}", ["The firm"]),
        (f"Mr Madd, a visitor to Hull, the English port, {SAID}", ["Mr Madd"]),
        (f"The suit, which came on Monday, told the town that Bo Lane, the mayor, {SAID}", ["Bo Lane"]),
        (f"Amy Lin, a nurse, and the mayor, Bo Lane, {SAID}", ["Bo Lane"]),
    ],
    "a paper reports what somebody said": [
        ("Amy Lin said it was sent “with a plan to end it all,” Bell News reported.", ["Amy Lin"]),
        ("“It was late for all of us,” Bell News reported.", ["Bell News"]),
        ("He was told that what was offered was “part of a plan for all,” Bell News reported.", ["Bell News"]),
    ],
    "another one without a name": [
        ("Amy Lin left. A spokesman for Lin fired back. “It is late for us,” the aide said.", ["the aide"]),
    ],
    "who asks something that nobody answers": [
        ("“It is late,” Amy Lin said.\n\n“If not us, then who? If not now, then when?”\n\nRain fell.", ["Amy Lin"] * 2),
        ("“It is late,” Amy Lin said.\n\n“Why is that so late?”\n\n“It is the rain again.”", ["Amy Lin", None, None]),
        (
            "“It is late,” Amy Lin said.\n\nRead more: Rain in Hull\n\n“If not us, then who is it?”\n\nRain fell.",
            ["Amy Lin"] * 2,
        ),
    ],
    "an age proves a person": [
        ("Mr Hale, 82, left. “It is late,” Hale said.", ["Mr Hale"]),
        ("Paul Bell left. His friend Zhang, 21, wept.\n\n“It is late for us,” she said.", ["Zhang"]),
    ],
    "what a paper reports makes no person of it": [
        ("Bo Lane left. It was late, Rain Link reported.\n\nHe added that it was “late for all of us”.", [None]),
    ],
    "a claim in a place": [
        ("Lane blamed Amy Lin. She repeated her claims in the press that it was “more than late”.", ["Amy Lin"]),
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
    "the second verb of a sentence is whose the first is": [
        (
            "Amy Lin wrote in a post that Ida and Ora Bell, aged 16 and 13, should “go away from us” and described"
            " them as fit for “a spot at the bar”.",
            ["Amy Lin", "Amy Lin"],
        ),
        (
            "Bo Lane, a spokesman for Hull, a big town, had confirmed on Monday that they had come, and said that they"
            " would “help us greatly”.",
            ["Bo Lane"],
        ),
        (
            "Bo Lane spoke.\n\nHe described it as a cold “power play,” condemned Bellcom as “late for us all” and said"
            " it was “forever cold”.",
            ["Bo Lane", "Bo Lane", "Bo Lane"],
        ),
        ("Bell said she and Ora Hart talked about it and said it was “late for us”.", ["Bell"]),
        ("Amy Lin met Bo Lane and Ida Mann said it was “late for us”.", ["Ida Mann"]),
        ("In Hull, the mayor left and said it was “late for us”.", ["the mayor"]),
        ("Indeed, the rain has become as steady as a call to “make it all late again”, so that Hull waits.", [None]),
    ],
    "an office of two words with a hyphen is no name": [
        (f"Vice-President Amy Lin came. Amy Lin left. {QUOTED.format('Ms Lin')}", ["Amy Lin"]),
        (f"Mayor-elect Bo Lane {SAID}", ["Bo Lane"]),
        (f"Attorney-General Amy Lin {SAID}", ["Amy Lin"]),
        (f"Co-Founder Bo Lane {SAID}", ["Bo Lane"]),
        (f"Dick King-Smith {SAID}", ["Dick King-Smith"]),
    ],
    "other forms of saying": [
        ("The Harbour Board has spoken of “deep long rain in Hull”.", ["The Harbour Board"]),
        ("The mayor’s own lawyer, Bo Lane, last year conceded that it “would be late for us”.", ["Bo Lane"]),
        ("It ends with Mrs Hale saying: “So I will go on the road because it is your time”.", ["Mrs Hale"]),
        ("Bo Lane met a follower who said she was “late for all of us” last week.", ["a follower"]),
        ("User lin_5 commented that “it seems late for all of us” since.", ["User lin_5"]),
        ("Amy Lin came to Hull and encouraged people to “go away from us all”.", ["Amy Lin"]),
        (
            "Amy Lin said they came and that “it was late” to run for mayor and lead the DOGE “both at once”.",
            ["Amy Lin"] * 2,
        ),
        ("If Hull continues “its late long rain,” it will flood, said Bo Lane, who is a driver.", ["Bo Lane"]),
        ("They are “late for us all,” and will go, some of them for good, sources said", ["sources"]),
    ],
}


@pytest.mark.parametrize(("text", "right"), parameters(MEANT))
def test_who_is_meant(text, right):
    assert speakers(text) == right
