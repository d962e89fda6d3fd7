"""Who speaks by a sentence that an older rule read wrongly or not at all: kinds seen in news, invented anew."""

import pytest

from tests.article.test_whose_name import QUOTED, SAID, parameters, speakers

SPOKEN = {
    "what he is ahead of his name": [
        ("“It was late for all of us,” said two-time defending champion Bo Lane, 29.", ["Bo Lane"]),
        ("“It was late for all of us,” says rain fall expert Bo Lane.", ["Bo Lane"]),
        ("“It was late for all of us,” said Hull Sheriff Sid J. Lane III.", ["Sid J. Lane III"]),
        ("Ohio governor and former hopeful Bo Lane said it was “late for all of us”.", ["Bo Lane"]),
        ("“It was late for all of us,” Carl Voss’s rival, Labour candidate Amy Lin, said.", ["Amy Lin"]),
    ],
    "a thing behind the verb is no speaker": [
        ("The talk of an “ever closer union” offered concessions on rain.", [None]),
        ("That’s how it began correcting “people report it all”.", [None]),
    ],
    "who talks about it in a clause of their own": [
        ("Amy Lin noted the rain and Voss talked about a “bed that weighs as much as us”.", ["Voss"]),
        ("Amy Lin said rain fell, and Carl Voss talked about a “late day for all of us”.", ["Carl Voss"]),
        ("It fell while Carl Voss talked at length of a “late day for all of us”.", ["Carl Voss"]),
    ],
    "has called": [
        ("Bo Lane has called Carl Voss a “rat,” while Voss has wept.", ["Bo Lane"]),
        ("Some have called Carl Voss a “rat”.", [None]),
        ("What critics call a “late day” has begun.", [None]),
    ],
    "a noun that looks like a verb": [
        ("Head of House Amy Lin called the latest reports “very bad for all of us”.", ["Amy Lin"]),
        ("A May 21 Bellcom column chided Lane “because he was late for all of us”.", ["A May 21 Bellcom column"]),
    ],
    "what somebody thinks is what others quote": [
        ("Bo Lane said the board expects its partners “to take the late way for us”.", ["Bo Lane"]),
        ("Bo Lane said Amy Lin told her partners “to take the late way for us”.", [None]),
    ],
    "somebody is told about somebody else": [
        ("Another witness told the Bell Post the man was shooting “left to right and back”.", ["Another witness"]),
        ("Bo Lane told the Post Amy Lin was “late for all of us”.", ["Bo Lane"]),
    ],
    "inserted into the rest of the sentence": [
        ("The “deep and late talks” of the board, Amy Lin said, could end.", ["Amy Lin"]),
        ("Amy Lin said it “is late for all of us” and Carl Voss, she said, “goes late”.", ["Amy Lin"] * 2),
    ],
    "with a comment": [
        ("Chief Amy Lin, a rival of Bo Lane, shared the ad with the comment: “We go late now.”", ["Amy Lin"]),
        ("It came with the box: “We go late now.”", [None]),
    ],
    "long before a verb": [
        ("Bo Lane has long denounced the probes of the board as “fake news”.", ["Bo Lane"]),
    ],
    "on a day between and and the verb": [
        ("Bo Lane disputes it, and on Friday said he is “100 percent” ready to go.", ["Bo Lane"]),
    ],
    "a so-called thing that is called something": [
        ("In a later book, Bo Lane described the so-called plot as “massive”.", ["Bo Lane"]),
        ("It was a so-called “pulse poll”.", [None]),
    ],
    "much stands between whom the sentence is about and the verb": [
        ("Another person who was briefed on the talk of rain said, “We go late now.”", ["Another person"]),
        ("Bo Lane, referring to Voss at length as “this old guy,” said, “I can not go.”", [None, "Bo Lane"]),
        ("Amy Lin, who is late, said a month ago, “To this day, if I go, they wait.”", ["Amy Lin"]),
    ],
    "a day behind a statement": [
        ("Spokesman Bo Lane released a statement Thursday that said, “We go late now.”", ["Bo Lane"]),
    ],
    "a verb in the present before a or an": [
        (
            "The email includes a line that it “hold off” and says that “given the rain of it” he go.",
            [None, None],
        ),
    ],
    "what he was": [
        (
            "GOP candidate Ben Carson spoke of flies. “We go late now,” the retired neurosurgeon told Hull Radio.",
            ["Ben Carson"],
        ),
        ("Scott Taylor came. “So,” Taylor said.\n\n“We go,” the former Navy SEAL said.", ["Scott Taylor"] * 2),
        ("Amy Lin, a surgeon, and Bo Lane came. “We go,” the surgeon said.", ["Amy Lin"]),
        ("Amy Lin, a surgeon, met a surgeon of Hull. “We go,” the surgeon said.", ["the surgeon"]),
    ],
    "as somebody said, behind the words": [
        ("It could be “very late for all of us,” as Secretary Bo Lane warned Friday.", ["Bo Lane"]),
        ("It fell by half — “a virtual tie of us,” as Amy Lin put it.", ["Amy Lin"]),
    ],
    "people are the object": [
        ("Bo Lane came. Lane called the parting of children from parents “very bad” in a talk.", ["Bo Lane"]),
        ("Some critics have called it a “very bad day”.", [None]),
    ],
    "charging that": [
        ("Amy Lin left, charging that Bo Lane was “morally unfit” for it.", ["Amy Lin"]),
    ],
    "who is described within what describes them": [
        ("“We go,” the mayor was told by Bo Lane.", ["Bo Lane"]),
        ("“We go late now,” a person described by Voss as “loyal” said.", [None, "Voss"]),
    ],
    "from whose campaign": [
        ("“We go late now,” read an email from Lane’s campaign to us.", ["Lane’s campaign"]),
    ],
    "a name with particles behind the verb": [
        ("“It can hold this plea,” said de la Lane. “It is late.”", ["de la Lane"] * 2),
        ("“There are many pleas,” wrote then-Gov. Bo Lane in a note after that.", ["Bo Lane"]),
    ],
    "whom a colon follows": [
        ("The aides never told us, says Amy Lin of the Hull Centre: “It’s a win for all of us.”", ["Amy Lin"]),
    ],
    "much is said of who labels somebody": [
        ("One aide who worked with Bo Lane described him as “an exceptionally nice guy”.", ["One aide"]),
        ("Bo Lane, a former diver who once called Carl Voss a “rat of the west coast”, left.", ["Bo Lane"]),
    ],
    "what is declared is reported": [
        ("Kent Police said the fire has been declared a “late incident of all”.", ["Kent Police"]),
        ("The fire has been declared a “late incident of all”.", [None]),
    ],
    "nouns that look like verbs": [
        ("Bo Lane said he left the first four voting states because “all the aides were taken”.", ["Bo Lane"]),
        ("Hull Tory Amy Lin, the head of it, said the news reports “show the rain for all of us”.", ["Amy Lin"]),
        ("One of the most solidly green states is a test for the “blue wave”.", [None]),
    ],
    "rather, and days": [
        ("It is Bo Lane who just a few days earlier called for a “cleansing of the board”.", ["Bo Lane"]),
    ],
    "several hold the office": [
        (
            "President Bo Lane and President Carl Voss came. Lane left. Lane wept.\n\nThe president said: “We go.”",
            ["Bo Lane"],
        ),
        (
            "President Bo Lane and President Carl Voss came. Lane wept. Voss wept.\n\nThe president said: “We go.”",
            [None],
        ),
    ],
    "the top aide on a board": [
        ("The top Democrat on the Hull Rain Board, Amy Lin of Ohio, said on Friday: “We go late.”", ["Amy Lin"]),
    ],
    "termed, credited, judged": [
        ("Carly Lane came. She termed him one of the “ultimate insiders of it”.", ["Carly Lane"]),
        ("Bo Lane also credited Voss with putting together a “late, nuanced review” of it.", ["Bo Lane"]),
    ],
    "a company by its short form": [
        (
            "Accounting firm Isdaner & Co., based near Hull, said in a note that “some will not go on”.",
            ["Accounting firm Isdaner & Co."],
        ),
    ],
    "to quote somebody": [
        ("Those who shun the “late way that is needed here,” to quote Amy Lin, are few.", ["Amy Lin"]),
    ],
    "went on to": [
        ("Bo Lane went on to accuse the board of “a late day for all of us”.", ["Bo Lane"]),
        ("Bo Lane hammered it as a “late day for all of us”.", ["Bo Lane"]),
    ],
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
        ("“We go,” said Bo Lane.\n\nThe council wrote:\n\n“It was late for us.”", ["Bo Lane", "The council"]),
        ("“We go,” said Bo Lane.\n\nPolice said:\n\n“It was late for us.”", ["Bo Lane", "Police"]),
        ("“We go,” said Bo Lane.\n\nMayor Hale:\n\n“It was late for all of us.”", ["Bo Lane", "Mayor Hale"]),
    ],
    "who issues a statement": [
        ("The Water Board issued a long statement on rain.\n\n“It was late for all of us.”", ["The Water Board"]),
        ("From Bo Lane’s post: “It was late for all of us, and you.”", ["Bo Lane"]),
    ],
    'the clause before ends with a name that "who" means': [
        ("It drew a furious reply from Amy Lin, who called it “late for all of us”.", ["Amy Lin"]),
        ("It came out of the mouth of Bo Lane, who said it was “late for all of us”.", ["Bo Lane"]),
        ("The mayor of Hull, who came late, said it was “late for all of us”.", ["The mayor of Hull"]),
    ],
    "a verb with not is none of the words before it": [
        ("Amy Lin didn’t seem sad at all, telling Bell News, “It was late for all of us.”", ["Amy Lin"]),
        ("Amy Lin backs “equal pay” and recalled the year: “It was late for all of us.”", [None, "Amy Lin"]),
    ],
    "who hopes, fears and expects": [
        ("Bo Lane came. He expects that it will be “late for all of us”.", ["Bo Lane"]),
        ("“It was late for all of us,” Bo Lane is expected to say.", ["Bo Lane"]),
        ("Bo Lane left. Asked about Amy Lin questions, he said, “It was late for all of us.”", ["Bo Lane"]),
        ("Amy Lin hopes to “make it work for all of us” in May.", ["Amy Lin"]),
    ],
    "another clause of what is said": [
        ("Amy Lin said Bo Lane had called it off, and “that goes on for all of us”.", ["Amy Lin"]),
        ("Amy Lin said Bo Lane promised “more of it all”.", [None]),
    ],
    "who is quoted as saying": [
        ("A spokesman, Bo Lane, was quoted Monday in the Post as saying that it was “late for us”.", ["Bo Lane"]),
        ("They accuse the board of a “war on all of us” by making late rules.", [None]),
    ],
    "voices": [
        (
            "A person familiar with the talks came, saying it was “late for all of us”.",
            ["A person familiar with the talks"],
        ),
        ("It was what Hull authorities described as a “late and sad event”.", ["Hull authorities"]),
        ("The veteran of 15 firefighting seasons said: “It was late.”", ["The veteran of 15 firefighting seasons"]),
    ],
    "who is called by a handle, a paper or small words": [
        ("“It was late for all of us,” user @hull posted.", ["user @hull"]),
        ("USA Today reported that “it was late for all of us” in Hull.", ["USA Today"]),
        ("“It was late for all of us”, von Berm said. Jon von Berm left.", ["Jon von Berm"]),
        ("Sen. Amy Lin (R-Tex.) — another rival — told Bell News that “it was late for us”.", ["Amy Lin"]),
    ],
    "a dash before the words, and a place behind them": [
        ("-- “It was late for all of us” in Hull, Amy Lin said on Monday.", ["Amy Lin"]),
    ],
    "more than one word for what somebody is": [
        ("“It was late for all of us,” said co-founder and CEO Bo Lane.", ["Bo Lane"]),
        ("“It was late for all of us,” said Bell Economics’ analyst Bo Lane.", ["Bo Lane"]),
        ("“It was late for all of us,” said the workers’ leader Bo Lane.", ["Bo Lane"]),
        ("Amy Lin, co-head for the Bell Bus, a rights group, said it was “late for us”.", ["Amy Lin"]),
    ],
    "who can be heard": [
        ("Officials played a tape in which Lin can be heard telling them: “Go home.” Amy Lin left.", ["Amy Lin"]),
    ],
    "a verb that has what follows for its own": [
        ("Bo Lane appears to have gone, telling us that “it was late for all of us”.", ["Bo Lane"]),
        ("The Hull management issued a note saying that “it was late for all of us”.", ["The Hull management"]),
    ],
    "another complement of the same verb": [
        ("The Post reported that “all of us” have it, exposing Hull to “more of it”.", ["The Post"] * 2),
    ],
    "the words are what a noun is": [
        ("Bo Lane’s comment “We go low and then high” sums it up.", ["Bo Lane"]),
        ("Bo Lane said that Amy Lin’s comments “show it all to us”.", ["Bo Lane"]),
        ("“We go,” the statement carried by the Hull agency said.", [None]),
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
    "a noun that is no office": [
        (f"Bo Lane spoke in Hull on rain. {QUOTED.format('the Hull businessman')}", ["Bo Lane"]),
        (f"Mayor Amy Lin met Bo Lane. {QUOTED.format('the local driver')}", [None]),
        (f"Bo Lane said it was late had Carl Voss praised him. {QUOTED.format('the Hull nominee')}", [None]),
    ],
    "who is told of without a name is no other": [
        ("Susan Lane left. A nurse at the gate wept.\n\n“It was late for all,” the woman said.", ["the woman"]),
        ("Susan Lane left.\n\n“It was late for all of us,” the woman said.", [None]),
    ],
    "who says it by another word, and who is named beside others": [
        ("Carl Voss was late, according to Hull spokesman Bo Lane.\n\n“It was late,” he said.", ["Bo Lane"]),
        ("Bo Lane said so. That would hand it to Carl Voss or Al Hale. “It was late,” he said.", ["Bo Lane"]),
    ],
    "who is named in the clause behind": [
        ("Carl Voss left. In what he called a “late and sad day”, Bo Lane went home.", ["Bo Lane"]),
        ("Carl Voss left. That is what he called a “late and sad day”, and Bo Lane went home.", ["Carl Voss"]),
    ],
    "who does not want to be named is not": [
        ("Bo Lane left. “It was late for all,” the aide said on condition of anonymity.", ["the aide"]),
        ("Bo Lane left. “It was late for all,” the aide said, asking not to be named.", ["the aide"]),
    ],
    "an office before a name that stands behind its verb": [
        ("Carl Voss was late, said former Hull prosecutor Bo Lane. “It was late,” he said.", ["Bo Lane"]),
    ],
    "a company": [
        ("Bo Lane won against Berm Co. It is late. Berm Co left. “It was late,” he said.", ["Bo Lane"]),
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


LAST = {
    "Bo Lane listed it all, then turned to attacking Carl Voss: “It was late for us,” he said.": "Bo Lane",
    "Carl Voss said that “it was late. That is bad.” Bo Lane fired back at it. “While it rained, we sat.”": "Bo Lane",
    "“It was late,” Bo Lane said, referring to Voss’s claim that they had “no right” to it. “We go home.”": "Bo Lane",
    "“We go,” Carl Voss said. “It was late for us all.” Bo Lane said in a note that he agrees. “It rains.”": "Bo Lane",
    "“It was late for us all,” Voss’s attorney, Bo Lane, said Friday. “It rains on us.”": "Bo Lane",
    "The Fed met. Federal Reserve Chairman Bo Lane left. “It was late for us all,” the Fed said.": "Federal Reserve",
}


@pytest.mark.parametrize(("text", "right"), LAST.items())
def test_the_last_words_are_said_by(text, right):
    assert speakers(text)[-1] == right


READ = {
    "one verb governs several words of its clause": [
        ("Bo Lane objected that people would “never go late” on buses from other states and would “go home”.", 2),
        ("Bo Lane said it was “late and dirty” for people from one town and “no good at all” for others.", 2),
        ("Bo Lane said the bus was “late and bad” because Carl Voss had “no idea of it at all”.", 2),
    ],
    "a quotation that ends a sentence ends it": [
        ("“We go.” Bo Lane of Hull objected that people would “never go late” and would “stay at home”.", 3),
        ("“We go!” Bo Lane said, “and we stay.”", 2),
        ("“Why?” Bo Lane asked, adding that “we stay at home”.", 2),
        (
            "Bo Lane credited the win to “a closed vote, which is late.” He told people to “do the right thing”.",
            2,
        ),
        ("Bo Lane credited the win to “a closed vote, which is late for us.” He gave rain “a bad name”.", 2),
    ],
    "a word of nobody's between": [
        ("Bo Lane called it an “act of rain” that was “bad for us all,” according to a statement.", 2),
    ],
    "what one says of another's words": [
        ("The Hull Post reported that Bo Lane said, “It was late for us all.”", 1),
        ("Bo Lane also said she and the Board would go but said any bus would be “late for us”.", 1),
        ("Bo Lane thanked Carl Voss for “all that he has done”.", 1),
        ("“It was late for us all,” Bo Lane followed up.", 1),
        ("Bo Lane uses the end of his letter to note that “few people will go late”.", 1),
    ],
    "whose words or view it is": [
        ("In Bo Lane’s words, rain is “punitive for all of us”.", 1),
        ("Rain is, in Bo Lane’s view, “punitive for all of us”.", 1),
        ("By Bo Lane’s account, rain is “punitive for all of us”.", 1),
        ("Bo Lane left. From his perspective, rain is “punitive for all of us”.", 1),
        ("Bo Lane left last year, having described rain as “the worst in history,” and the Board has gone.", 1),
        ("Having called it “the worst rain in history,” Bo Lane left.", 1),
    ],
    "who is told by what he is": [
        ("Bo Lane, partner at Bell Hull, said it was “late for us”.", 1),
        ("Bo Lane partner at Bell Hull said it was “late for us”.", 1),
        ("A nurse with Doctors Without Borders, Bo Lane, told Bell News it was “late for us”.", 1),
        ("They met a challenge from fellow candidate Bo Lane, a nurse who once called rain “late for us”.", 1),
    ],
    "what the words are about comes first": [
        ("What they’re saying: “It was late for us all,” Bo Lane said.", 1),
        ("Why it matters: “It was late for us all,” Bo Lane said. “We go.”", 2),
    ],
}


@pytest.mark.parametrize(("text", "count"), [case for cases in READ.values() for case in cases])
def test_all_is_said_by_one(text, count):
    assert speakers(text) == ["Bo Lane"] * count


@pytest.mark.parametrize(
    ("text", "right"),
    [
        (
            "Dan Bell, head of Bell Tests, said it costs “a lot,” due in part to care in assuring “safe use”.",
            "Dan Bell",
        ),
        ("“It was late for us all,” said an Aug. 19 report in the Hull News.", "an Aug. 19 report"),
        ("Remember last week when Hull’s Board passed a rule on rain and ordered people to “take a bus”?", None),
        ("“It was late for us all,” per Hull Bus.", "Hull Bus"),
        ("Amy Lin: “We go home today.” Bo Lane: “We stay here today.”", "Amy Lin"),
        ("“It was late for us all,” said Hull County, Iowa, Supervisor Bo Lane.", "Bo Lane"),
        ("“It was late for us all,” said Hull, Texas, Mayor Bo Lane.", "Bo Lane"),
        ("The Mayor of Hull, Bo Lane, left. Mayor Bo Lane sat. “The mayor is late for it all,” he said.", None),
        ("But the Hull Central Rain Board met. “It was late for us all,” the HCRB tweeted.", "Hull Central Rain Board"),
        ("They read the Associated Press. “It was late for us all,” AP said.", "Associated Press"),
        ("In the words of Hull Times reporter Amy Lin, “it was late for us all”.", "Amy Lin"),
        ("Carl Voss wept. The Board votes next week, and Bo Lane said it rests. “We go on,” he said.", "Bo Lane"),
        ("Carl Voss wept. Voters left and Bo Lane called for calm. He said it would be “late for us”.", "Bo Lane"),
        ("Carl Voss wept before Bo Lane and Paul Hale called it off. “It was late for us all,” he said.", "Carl Voss"),
        ("A spokesman for Bell Bus said it was no raid.\n\n“It was late for us all,” the company said.", "Bell Bus"),
        ("A whistleblower spoke of work with Mr Voss.\n\n“It was late for us all,” he said.", None),
        ("The rain fell. “It was late for us all,” the press release read.", None),
        ("In view of the flood, the rain was “late for us all”.", None),
        ("“Stop that now!” one man, who came from Hull, shouted.", "one man"),
        ("First was Bo Lane’s comment last week that Mr Voss had “a good wet life”.", "Bo Lane"),
        ("Amy Voss left. Bo Lane stood by his claim that “rain hates us all”.", "Bo Lane"),
        ("Bo Lane stood firm, while accusing some of “too late a start for us”.", "Bo Lane"),
        (
            "Amy Lane sat. It could be late, as it was for Dora Voss: “I slept at last,” she said in a book.",
            "Dora Voss",
        ),
        ("When asked about it, Bo Lane said: “It was late for us all,” the Hull Times reported.", "Bo Lane"),
    ],
)
def test_the_first_words_are_said_by(text, right):
    assert speakers(text)[0] == right
