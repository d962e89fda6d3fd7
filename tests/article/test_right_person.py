"""The right person or nobody: kinds of mistakes made on news that nobody had seen, invented anew."""

import pytest

from align.article import find_quotes
from tests.article.reading import article_of
from tests.article.test_whose_name import QUOTED, SAID, parameters, speakers

HE, SHE = "\n\n“It is late,” he said.", "\n\n“It is late,” she said."
BODY = "\n\nIt was a long day for all of them."

PRONOUNS = {
    "somebody without a name is what a sentence is about": [
        (f"Bo Lane left. A witness, who gave no name, told all of it.{HE}", [None]),
        (f"Bo Lane left. Eventually, a young man, who had come home, wept.{HE}", [None]),
        (f"Bo Lane left. His lawyer said it was late.{HE}", [None]),
        (f"Bo Lane left. The mayor’s official spokesman said it was late.{HE}", [None]),
        (f"Ann Cole left. Finally, a nurse told us so.{SHE}", [None]),
        (f"Bo Lane left. A worker, Dirk Veit, told us so.{HE}", ["Dirk Veit"]),
        (f"Dirk Veit, a spokesman for the board, said it was late.{HE}", ["Dirk Veit"]),
        (f"Bo Lane left. His colleague Dirk Veit wept.{HE}", ["Dirk Veit"]),
    ],
    "who is praised is not who praises": [
        (f"Bo Lane spoke. He also praised the choice of the new chief, Dirk Veit, his son.{HE}", ["Bo Lane"]),
        (f"Bo Lane spoke. Later he met the owner of the mill, Dirk Veit.{HE}", ["Bo Lane"]),
        (f"Ann Cole spoke. She thanked the head of the ward, Mary Veit.{SHE}", ["Ann Cole"]),
        (f"Bo Lane spoke. For Dirk Veit it was over.{HE}", ["Bo Lane"]),
        (f"Bo Lane spoke. “I go.” Dirk Veit wept.{HE}", ["Bo Lane", "Dirk Veit"]),
    ],
    "who is told of is not who tells": [
        (f"Clint East spoke. They met until Donald Hale said no.{HE}", ["Donald Hale"]),
        (f"Clint East spoke. They met for Donald Hale.{HE}", ["Clint East"]),
        (f"Clint East spoke. They left after Donald Hale told the paper so.{HE}", ["Donald Hale"]),
        (f"Clint East spoke. They met before Donald Hale said no.{HE}", ["Donald Hale"]),
        (f"Clint East spoke. They came with Donald Hale.{HE}", ["Clint East"]),
    ],
    "who was quoted by one word may be meant": [
        ("Gerard Steven left. “We go,” Parry said. He left. “Gerard Steven goes.” Then he said: “It is late.”",
         ["Parry", "Parry", "Parry"]),
        ("Alex Hale left. “We go,” Edu said. Then Edu wept. “It is late,” he said.", ["Edu", "Edu"]),
        ("Alex Hale left. “We go,” said Baron. “It is late,” he added.", ["Baron", "Baron"]),
        ("Alex Hale left. “We go,” Edu said. Then Alex Hale wept. “It is late,” he said.", ["Edu", "Alex Hale"]),
        ("Alex Hale left. Work in Surab stood still. “We go,” Surab said. “It is late,” he said.", ["Surab", None]),
        ("Alex Hale left. “We go,” police said. “It is late,” he said.", ["police", "Alex Hale"]),
        ("Alex Hale left. “We go,” NPR said. “It is late,” he said.", ["NPR", "Alex Hale"]),
    ],
    "whose age is told may be another": [
        (f"Mike Ridd wept. None more than Gavin Hensby did. The proud 23-year-old left.{HE}", [None]),
        (f"Mike Ridd wept with Gavin Hensby. The 23-year-old left.{HE}", [None]),
        (f"Mike Ridd wept. The 23-year-old left.{HE}", ["Mike Ridd"]),
        (f"Mike Ridd wept. So did Gavin Hensby. Then Mike Ridd left.{HE}", ["Mike Ridd"]),
        (f"Ann Cole wept. The 23-year-old left.{SHE}", ["Ann Cole"]),
    ],
    "somebody is named after who was only described": [
        ("“We go,” said a spokesman. Adam Tell, an analyst, agreed. “It is late,” he said.",
         ["a spokesman", "Adam Tell"]),
        ("“We go,” said a spokesman. “It is late,” he added.", ["a spokesman", "a spokesman"]),
        ("“We go,” said a nurse. Ann Cole wept. “It is late,” she said.", ["a nurse", "Ann Cole"]),
        ("“We go,” said a nurse. She wept. “It is late,” she said.", ["a nurse", "a nurse"]),
        ("“We go,” said a nurse near Ann Cole. “It is late,” she said.", ["a nurse near Ann Cole"] * 2),
    ],
}  # fmt: skip


@pytest.mark.parametrize(("text", "right"), parameters(PRONOUNS))
def test_whom_a_pronoun_means(text, right):
    assert speakers(text) == right


NAMES = {
    "a deputy is not whom he stands in for": [
        (f"Deputy Mayor Nick Bell left. The mayor {SAID}", ["The mayor"]),
        (f"Former president Nick Bell left. The president {SAID}", ["The president"]),
        (f"Shadow chancellor Nick Bell left. The chancellor {SAID}", ["The chancellor"]),
        (f"Vice president Nick Bell left. President Ann Cole left. The president {SAID}", ["Ann Cole"]),
        (f"Deputy Mayor Nick Bell left. The deputy mayor {SAID}", ["Nick Bell"]),
        (f"Deputy prime minister Nick Bell left. The prime minister {SAID}", ["The prime minister"]),
    ],
    "a name beside whose kin or age is told": [
        (f"The boy’s aunt, 23-year-old Andrea Sarto, {SAID}", ["Andrea Sarto"]),
        (f"Her 66-year-old husband, Tom, {SAID}", ["Tom"]),
        (f"His wife, Mary, {SAID}", ["Mary"]),
        (f"The nurse, 34-year-old Ida Mann, {SAID}", ["Ida Mann"]),
        (f"The driver, 34-year-old Ida Mann, left. Mann {SAID}", ["Ida Mann"]),
        (f"The nurse, Monday, {SAID}", ["The nurse"]),
    ],
    "an office between a name and a relative clause": [
        (f"They left, and Tony Lloyd, the Hull North member, whose seat has the ground, {SAID}", ["Tony Lloyd"]),
        (f"They left, but Tony Lloyd, the director, who owns the ground, {SAID}", ["Tony Lloyd"]),
        (f"Tony Lloyd, the Hull North member, whose seat has the ground, {SAID}", ["Tony Lloyd"]),
        (f"They left, and Ida Mann, the head of the Isles Trust, which owns it, {SAID}", ["Ida Mann"]),
        (f"They left, and Ida Mann, the head of the trust, {SAID}", ["Ida Mann"]),
    ],
    "a surname that two share is that of whom the sentences are about": [
        (f"Hillary Clem spoke. Clem left. She spoke of Bill Clem’s health. Clem {SAID}", ["Hillary Clem"]),
        (f"Hillary Clem spoke. She came with Bill Clem. Clem {SAID}", ["Hillary Clem"]),
        (f"Hillary Clem spoke. Then Bill Clem spoke. Clem {SAID}", ["Bill Clem"]),
        (f"Hillary Clem spoke with Bill Clem. Later Ms Clem {SAID}", ["Hillary Clem"]),
        (f"Hillary Clem spoke with Bill Clem. Later Mr Clem {SAID}", ["Bill Clem"]),
    ],
    "the credit of a picture is no name": [
        (f"AP Photo Kerr says it is late.\n\nDirk Kerr left. Kerr {SAID}", ["Dirk Kerr"]),
        (f"AP Image Dirk Kerr left. Kerr {SAID}", ["Dirk Kerr"]),
        (f"Photo Dirk Kerr left. Kerr {SAID}", ["Dirk Kerr"]),
        (f"EPA Photograph Dirk Kerr left. Kerr {SAID}", ["Dirk Kerr"]),
        (f"Dirk Kerr left. Kerr {SAID}", ["Dirk Kerr"]),
    ],
    "an office that stands before a name": [
        (f"Schools were named by Isles chief, David Bell. The Isles chief {SAID}", ["David Bell"]),
        (f"First Lady Michelle Hale spoke. The First Lady {SAID}", ["Michelle Hale"]),
        (f"Union boss Ida Mann spoke. The union boss {SAID}", ["Ida Mann"]),
        (f"Union boss Ida Mann spoke. Union boss Bo Lane left. The union boss {SAID}", [None]),
        (f"Deputy union boss Ida Mann spoke. The union boss {SAID}", ["The union boss"]),
    ],
    "a speech, a letter or a report is to or on somebody": [
        (f"A report on the flood {SAID}", [None]),
        (f"A study on boys {SAID}", [None]),
        (f"In a speech to the Policy Centre Mr Straw {SAID}", ["Mr Straw"]),
        (f"In a letter to parents Amy Lin {SAID}", ["Amy Lin"]),
        (f"In a speech to the House, Amy Lin {SAID}", ["Amy Lin"]),
        (f"In a speech to Congress Amy Lin {SAID}", [None]),
        (f"A letter from Amy Lin to parents {SAID}", ["Amy Lin"]),
    ],
}


@pytest.mark.parametrize(("text", "right"), parameters(NAMES))
def test_whom_a_name_means(text, right):
    assert speakers(text) == right


VERBS = {
    "a clause within a clause says nothing of the rest": [
        ("Bo Lane maintained that cuts of the women who testified for the state were “old wounds”.", ["Bo Lane"]),
        ("Bo Lane said the man who spoke to the board was “late for all”.", ["Bo Lane"]),
        ("Amy Lin said a nurse who complained about the noise had been “late for all”.", ["Amy Lin"]),
        ("Amy Lin added that those who argued against it were “late for all”.", ["Amy Lin"]),
        ("The women who testified for the state said they were “old wounds”.", ["The women"]),
        ("The nurse who said it was “late for all” left.", ["The nurse"]),
        ("The groups who wrote to her on Thursday say they are “late for all”.", ["The groups"]),
    ],
    "the sentence behind a quotation that has ended is about another": [
        ("“We go,” said Bo Lane. “It is so.” Economy and Labour Minister Ida Veit called it “very mild”.",
         ["Bo Lane", "Bo Lane", "Ida Veit"]),
        ("“We go,” said Bo Lane. “It is so.” Amy Lin told the board it was “very mild”.",
         ["Bo Lane", "Bo Lane", "Amy Lin"]),
        ("“We go,” said Bo Lane. “It is so.” Amy Lin, of Hull, told the board it was “very mild”.",
         ["Bo Lane", "Bo Lane", "Amy Lin"]),
        ("“It is so.” Amy Lin and Ida Veit said.", ["Amy Lin and Ida Veit"]),
        ("“It is so.” Amy Lin said.", ["Amy Lin"]),
    ],
    "what somebody is told that, or polls suggest that, another says": [
        ("Dirk Kerr left. A furious Kerr told all that “while we meet, they go,” said an aide.", ["Dirk Kerr"]),
        ("Dirk Kerr told all that “while we meet, they go,” said an aide.", ["Dirk Kerr"]),
        ("Opinion polls suggest that “people still want it,” Amy Lin says.", ["Amy Lin"]),
        ("Opinion polls suggest that “people still want it”, Amy Lin says.", ["Amy Lin"]),
        ("Opinion polls suggest that “people still want it”.", ["Opinion polls"]),
        ("If so, “we sleep,” Amy Lin said.", ["Amy Lin"]),
    ],
    "who is mocked for saying it says it": [
        ("Donald Hale has been mocked mercilessly for saying, “Home first.”", ["Donald Hale"]),
        ("Amy Lin was criticised for calling it “late for all”.", ["Amy Lin"]),
        ("The mayor was sacked for saying it was “late for all”.", ["The mayor"]),
        ("The ministers were blamed for claiming it was “late for all”.", ["The ministers"]),
        ("Bo Lane criticised the mayor for claiming it was “late for all”.", ["the mayor"]),
    ],
    "to introduce or reject is to say something only with “as”": [
        ("Mrs Hale introduced him as “a fighter for families”.", ["Mrs Hale"]),
        ("The firm in a note on Thursday rejected that as “misleading and flat out wrong”.", ["The firm"]),
        ("Bo Lane derided it as a “lost” cause for all.", ["Bo Lane"]),
        ("Bo Lane casts the vote as “a fight for families”.", ["Bo Lane"]),
        ("Bo Lane introduced a “clean” bill.", [None]),
        ("Bo Lane presented the “old bridge” plan.", [None]),
        ("Bo Lane rejected the “old bridge” plan as late.", [None]),
    ],
    "a claim is no verb": [
        ("One of Hale’s great claims is that he “saved” the land.", [None]),
        ("One of Bell’s old reports was read to the “wise men”.", [None]),
        ("One of Hale’s main demands is that all “go home”.", [None]),
        ("Hale’s spokesman claims that he “saved all of us”.", ["Hale’s spokesman"]),
        ("Bo Lane claims that he “saved all of us”.", ["Bo Lane"]),
        ("The co-chairman attacked Hale’s six new pledges as “vacuous stuff”.", ["The co-chairman"]),
        ("Amy Lin dismissed Hale’s latest claims as “late as ever”.", ["Amy Lin"]),
    ],
    "who replies in the same sentence speaks next": [
        ("Bo Lane met Sun. Sun asked Lane why, to which Lane replied that it was late.\n\n“Nobody cares for us.”",
         ["Bo Lane"]),
        ("Bo Lane asked Amy Lin, to which she replied that it was late.\n\n“Nobody cares for us.”", ["Amy Lin"]),
        ("Bo Lane asked why, to which Amy Lin answered that it was late.\n\n“Nobody cares for us.”", ["Amy Lin"]),
        ("Bo Lane told Amy Lin that it was late.\n\n“Nobody cares for us.”", ["Bo Lane"]),
        ("Bo Lane said that it was late.\n\n“Nobody cares for us.”", ["Bo Lane"]),
    ],
}  # fmt: skip


@pytest.mark.parametrize(("text", "right"), parameters(VERBS))
def test_whose_verb(text, right):
    assert speakers(text) == right


HEADLINES = {
    "whose name stands before a colon": [
        (f"Bobby Knight: Nobody can ‘correct mistakes’ like Hale{BODY}", ["Bobby Knight"]),
        (f"Hale: Surab fire ‘unbearable’ for all\n\nAnn Hale spoke.{BODY}", ["Ann Hale"]),
        (f"Mayor: Boats ‘unsafe’ for now{BODY}", ["Mayor"]),
        (f"Live: Mayor says it is ‘late for all’{BODY}", ["Mayor"]),
        (f"Sink or swim - BI: ‘Kidnapped, chained’ woman fled from cell{BODY}", [None]),
    ],
    "whom words in a headline are said of": [
        (f"Singer Ferris ‘facing eviction’ again\n\nSheila Ferris left.{BODY}", [None]),
        (f"Student ‘inequality’ exposed by inspectors{BODY}", [None]),
        (f"Tory leader ‘cleared’ over work{BODY}", [None]),
        (f"Hale ‘proud of his record’ on boats\n\nAnn Hale left.{BODY}", ["Ann Hale"]),
        (f"Mayor ‘sorry’ for flood delay{BODY}", ["Mayor"]),
    ],
    "who is told something in a headline": [
        (f"Parties warned over ‘grey vote’{BODY}", [None]),
        (f"Council told to ‘act now’ on boats{BODY}", [None]),
        (f"Mayor accused by Bo Lane of ‘grey lies’{BODY}", ["Bo Lane"]),
        (f"Council asked about ‘grey lies’{BODY}", [None]),
        (f"Mayor warns of ‘grey lies’{BODY}", ["Mayor"]),
        (f"‘We are here to stay’: Rallies continue for pastor{BODY}", [None]),
    ],
}


@pytest.mark.parametrize(("text", "right"), parameters(HEADLINES))
def test_who_speaks_in_a_headline(text, right):
    assert speakers(text) == right


@pytest.mark.parametrize(
    ("text", "is_warned"),
    [
        (f"Ann Cole and Amy Lin left.{SHE}", True),
        (f"Bo Lane left. His lawyer said it was late.{HE}", True),
        ("Alex Hale left. Work in Surab stood still. “We go,” Surab said. “It is late,” he said.", True),
        (f"Ann Cole left.{SHE}", False),
        (QUOTED.format("Ann Cole"), False),
    ],
)
def test_a_pronoun_that_may_mean_several_is_nobodys_with_a_warning(text, is_warned):
    last = find_quotes(article_of(text))[-1]

    assert (last.speaker is None) == is_warned
    assert ("Who speaks could not be told from the text around." in last.warnings) == is_warned
