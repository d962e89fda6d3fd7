"""Who said it, where they are the subject of no verb of saying, and what only looks like a subject of one."""

import pytest

from align.article import find_quotes
from align.records import Kind
from tests.article.reading import article_of
from tests.article.test_whose_name import parameters, speakers

NOUNS = {
    "an owner of what was said": [
        ("The town still talks of Amy Lin’s claim that the bridge was “a risk to us all”.", ["Amy Lin"]),
        ("Many laughed at Bo Lane’s promise to be “neutral”.", ["Bo Lane"]),
        ("Trouble came from the suggestion by Amy Lin that somebody “ought to look into it”.", ["Amy Lin"]),
        ("Amy Lin fanned the row with her remark that there was “a special place for them”.", ["Amy Lin"]),
        ("Nobody forgot Bo Lane’s repeated insistence that it was “late for all”.", ["Bo Lane"]),
    ],
    "an owner of what others speak of": [
        ("Amy Lin called Bo Lane’s claim “pathetic”.", ["Amy Lin"]),
        ("Amy Lin said Bo Lane’s claim that he left is “simply not true”.", ["Amy Lin"]),
        ("Amy Lin said his comment “has no place here”.", ["Amy Lin"]),
        ("Bo Lane repeated his claim that “money for all” was the aim.", ["Bo Lane"]),
        ("Amy Lin said in her statement: “We are full.”", ["Amy Lin"]),
    ],
    "what somebody is": [
        ("The group is “confident that it will hold”.", ["The group"]),
        ("Amy Lin is “sorry for all of it”.", ["Amy Lin"]),
        ("Bo Lane felt “proud of the whole team”.", ["Bo Lane"]),
        ("The building is “late for its time”.", [None]),
        ("It was a “sad and lonely place”.", [None]),
    ],
    "a verb that is not known": [
        ("Amy Lin quibbled that it was “late for all of us”.", ["Amy Lin"]),
        ("Bo Lane sniped that the chief was “learning on the job”.", ["Bo Lane"]),
        ("The judge determined that there was “reasonable suspicion of it”.", ["The judge"]),
        ("Amy Lin was surprised that the “old bridge” held.", [None]),
        ("Nobody had noticed that the “old bridge” held.", [None]),
    ],
    "whom somebody else quotes": [
        ("“It is late for us,” the Post quotes Amy Lin as saying.", ["Amy Lin"]),
        ("“It is late for us,” the Post cited a senior official as saying.", ["a senior official"]),
        ("The Post quotes Amy Lin as saying “it is late for us”.", ["Amy Lin"]),
        ("The Post quoted Bo Lane as telling the board “it is late for us”.", ["Bo Lane"]),
        ("“It is late for us,” Amy Lin was quoted as saying.", ["Amy Lin"]),
    ],
    "whose wording it is": [
        ("It could lead to the “end of all freedom,” as Wendt put it.", ["Wendt"]),
        ("It could lead to the “end of all freedom” in Hull, as Amy Lin phrased it.", ["Amy Lin"]),
        ("As Amy Lin put it, “freedom is at an end”.", ["Amy Lin"]),
        (
            "Lane did not answer questions about “the whole affair,” according to Helen Ferris, a clerk.",
            ["Helen Ferris"],
        ),
        ("Lane said it was “late for us,” according to a transcript.", ["Lane"]),
    ],
    "by whom something was called so": [
        ("The plan was described as “cruel” and “stupid” by Amy Lin.", ["Amy Lin", "Amy Lin"]),
        ("Reports were refuted as “incorrect” and “unfounded” by the health ministry.", ["the health ministry"] * 2),
        ("The board, which Bo Lane on Wednesday called “a horrible, lazy crowd”, met.", ["Bo Lane"]),
        ("Amy Lin, whom Bo Lane called “a horrible person”, left.", ["Bo Lane"]),
        ("Amy Lin called it “late for us,” reported the Hull Post.", ["Amy Lin"]),
    ],
}

PHRASES = {
    "who belongs to a party and a place": [
        ("“There is fear,” said state Sen. Bobby Powers Jr., D-West Hull Beach.", ["Bobby Powers Jr"]),
        (
            "Sen. John Corran, R-TX, who heads the party, said, “It is late,” and predicted, “It will rain here.”",
            ["John Corran", "John Corran"],
        ),
        ("“There is fear,” Rep. Amy Lin, R-Calif., said.", ["Amy Lin"]),
        ("Bishop Daniel Jenks, of Peoria, Ill., said in a talk that the man was “on such a path”.", ["Daniel Jenks"]),
        ("“There is fear,” said the senator, R-Hull.", ["the senator"]),
    ],
    "what is no subject": [
        (
            "Moore also told them he had “seen the opposite of it,” then added that he saw “why they would”.",
            ["Moore", "Moore"],
        ),
        ("The former customer, identified only as “Conal,” told his story to the Post.", [None]),
        ("Amy Lin said a price tag, referred to as a “score,” from the board is not ready.", [None]),
        ("In a talk with Deadline Hollis, the director said it was “one of the worst days”.", ["the director"]),
        (
            "One unnamed writer in the country suggested it referred to “uncovered eyes of all”.",
            ["One unnamed writer in the country"],
        ),
    ],
    "whose message it is": [
        ("Another message from Facebook user Emma Barton noted “all is fine with Gill”.", ["Emma Barton"]),
        ("Another message from Emma Barton, citing a friend, noted “all is fine with Gill”.", ["Emma Barton"]),
        ("A later message from her friend Emma Barton said “all is fine with Gill”.", ["Emma Barton"]),
        ("A statement from Emma Barton said “all is fine with Gill”.", ["Emma Barton"]),
        ("A message said “all is fine with Gill”.", [None]),
    ],
    "a name behind what is told of its bearer": [
        ("“He fought,” said his son, retired Court Judge Ray Clay Jr. “We are full of it.”", ["Ray Clay Jr"] * 2),
        ("“He fought,” said her boss, former banker Lisa Trane.", ["Lisa Trane"]),
        ("“He fought,” said the chief executive, Lisa Trane.", ["Lisa Trane"]),
        ("“He fought,” said the minister, a former Labour MP.", ["the minister"]),
        ("“He fought,” said the spokesman, an Old Hull fan.", ["the spokesman"]),
    ],
}

VERBS = {
    "a participle that begins": [
        ("Calling it a “massive fraud,” Amy Lin left.", ["Amy Lin"]),
        ("Declaring it a “massive fraud” and a “farce,” Bell Bus is demanding money.", ["Bell Bus", "Bell Bus"]),
        ("Describing the “old bridge” as a risk, Amy Lin left.", [None]),
        ("Using a “black box,” Amy Lin left.", [None]),
        ("Asked about the “black box,” Amy Lin left.", [None]),
    ],
    "a verb in the present tense": [
        ("The cameraman replies, “we are just here for a project.”", ["The cameraman"]),
        ("Etheridge appears visibly sad and immediately asks, “who are you?” before he leaves.", ["Etheridge"]),
        ("The replies, “we are late” and “we go”, were many.", [None, None]),
        ("Amy Lin reports: “We are full.”", ["Amy Lin"]),
        ("Bo Lane looks up and then says, “we are late”.", ["Bo Lane"]),
    ],
    "who leads a department": [
        ("“It is late,” tweeted former Housing and Urban Development Secretary Julio Castle.", ["Julio Castle"]),
        ("“It is late,” said Health and Human Services Secretary Alex Azure.", ["Alex Azure"]),
        ("“It is late,” said Food and Farming Minister Amy Lin.", ["Amy Lin"]),
        ("“It is late,” said Amy and Bo Lane.", ["Amy and Bo Lane"]),
        ("“It is late,” said Amy Lin and Bo Lane in a letter.", ["Amy Lin and Bo Lane"]),
    ],
    "a body that is named after what it is for": [
        ("The Independent Office for Police Conduct [IOPC] said it was no case of “bad apples”.",
         ["Independent Office for Police Conduct"]),
        ("The Office for National Statistics said it was “late for all”.", ["Office for National Statistics"]),
        ("The secretary of the Office for Police Conduct, Bo Lane, said it was “late for all”.", ["Bo Lane"]),
        ("Director of the Fund for Peace Amy Lin said it was “late for all”.", ["Amy Lin"]),
        ("Amy Lin of the Fund for Peace said it was “late for all”.", ["Amy Lin"]),
    ],
    "whose text it is, by description": [
        ("According to a statement from her lawyer, “we among so many others are tired”.", ["her lawyer"]),
        ("According to a letter from a former aide, “we are late for it”.", ["a former aide"]),
        ("According to a statement from Amy Lin, “we are late for it”.", ["Amy Lin"]),
        ("According to a statement, “we are late for it”.", [None]),
        ("TIME wrote: “We are late.”", ["TIME"]),
    ],
    "who is told by a noun to be a woman or a man": [
        ("Kate Lane left.\n\nThe first lady, Melonia Hale, doubted Ms. Lane’s word.\n\n“It is late,” she said.",
         ["Melonia Hale"]),
        ("Bo Lane left.\n\nMelonia Hale, a former actress, doubted it.\n\n“It is late,” she said.", ["Melonia Hale"]),
        ("Kate Lane left.\n\nAroon Hale, a businessman, spokesman for Hull, doubted it.\n\n“It is late,” he said.",
         ["Aroon Hale"]),
        ("Kate Lane left.\n\nMelonia Hale, whose husband left, doubted it.\n\n“It is late,” she said.",
         ["Melonia Hale"]),
    ],
    "who is named where an article goes on": [
        ("It was late, but a U.S. envoy said it was “no signal at all”.\n\nJoseph Yune, the U.S. special envoy, left.",
         ["Joseph Yune"]),
        ("Bo Lane’s new manager said it was “late for us”.\n\nAmy Lin, the campaign manager, left.", ["Amy Lin"]),
        ("An envoy said it was “late for us”.\n\nAmy Lin, the envoy, and Bo Lane, an envoy, left.", ["An envoy"]),
        ("A teacher said it was “late for us”.\n\nAmy Lin, the envoy, left.", ["A teacher"]),
    ],
}  # fmt: skip

CARRIED = {
    "the sentence goes on with what the one before reports": [
        ("Cells are still rare, vice president Stefan Holm said on Monday. But we want “simpler ways of using it”.",
         ["Stefan Holm"]),
        ("“We stay,” said Amy Lin. That makes sense as “most of the people here want it”.", ["Amy Lin"] * 2),
        ("Amy Lin said it was late. Bo Lane’s team wants “simpler ways of using it”.", [None]),
        ("Amy Lin said it was late. It was no “black box” at all.", [None]),
        ("Amy Lin was praised for it. But athletes want “simpler ways of using it”.", [None]),
    ],
}  # fmt: skip

PRONOUNS = {
    "who is named in a clause that hangs on another": [
        ("Mr. Yalin accused the board. Citing the deal, which Mr. Netan opposed, he said, “There is no threat.”",
         ["Mr. Yalin"]),
        ("Bo Lane left the hall. Naming the plan which Carl Voss opposed, he said: “We go.”", ["Bo Lane"]),
    ],
    "a person is no thing": [
        ("“We are late,” said the president.\n\nHull Now, which wants more, left the talks.\n\n“It is rare,” it said.",
         ["the president", "Hull Now"]),
        ("“We are late,” said the mayor. “It is rare,” it said.", ["the mayor", None]),
    ],
    "pictures are nobody": [
        ("Bo Lane said it was late.\n\nImage copyright Getty Images Image caption The crash hurt them\n\n"
         "He added: “It was okay and fine.”", ["Bo Lane"]),
    ],
}  # fmt: skip

TITLES = [
    ("It was inspired by their viewing of “The Hobbit: The Battle Of The Five Armies”, Amy Lin said.", [Kind.TITLE]),
    ("They left after a screening of “The Long Night”, Amy Lin said.", [Kind.TITLE]),
    ("It lost, Amy Lin said. (See “The Lin affair,” Aug. 8.)", [Kind.TITLE]),
    ("See “The end of Hull” for more.", [Kind.TITLE]),
    ("They left after a viewing of “late” flats, Amy Lin said.", [Kind.FRAGMENT]),
]


INSERTED = {
    "a verb and its subject between commas": [
        ("As for the noise, said Amy Lin, “we have not been trying that hard.”", ["Amy Lin"]),
        ("Still, says Amy Lin of Hull, “we have not been trying that hard.”", ["Amy Lin"]),
        ("To be fair, added the Rev. Bo Lane, “nobody asked us at the time.”", ["Bo Lane"]),
    ],
    "a name behind how or when, without a comma": [
        ("In a statement Commander Bo Lane, of the Hull Counter Crime Command, said: “We are full.”", ["Bo Lane"]),
        ("In a letter Amy Lin, of the Water Board, said: “We are full.”", ["Amy Lin"]),
        ("On Monday Amy Lin, of the Water Board, said: “We are full.”", ["Amy Lin"]),
        ("In an interview Amy Lin, the chief executive of Bell, told reporters: “We are full.”", ["Amy Lin"]),
        ("At the council Mr Lane, a lawyer, said: “We are full.”", ["Mr Lane"]),
    ],
    "whom a paper quotes, behind what it says": [
        ("“The bridge fell in the night,” the Post quoted Amy Lin.", ["Amy Lin"]),
        ("“The bridge fell in the night,” Bell News cited the Amaq website.", ["the Amaq website"]),
        ("Bell News quoted the Amaq agency as saying “the bridge fell in the night”.", ["the Amaq agency"]),
        ("Bell News quoted the group as saying “the bridge fell in the night”.", ["the group"]),
        ("“The bridge fell in the night,” Amy Lin was quoted by the Post as saying.", ["Amy Lin"]),
    ],
    "whose is no subject": [
        ("He spoke of “the hard left,” whose members, he warned, would come. Bo Lane left.", ["He"]),
        ("There is a thing you call “the late turn” in the book by Amy Lin.", [None]),
    ],
    "several texts of one sender": [
        ("Letters from Bo Lane warned that “the bridge will not hold”. Bo Lane lives in Hull.", ["Bo Lane"]),
    ],
    "who is not to be named": [
        ("Amy Lin left. Bo Lane spoke. The Board source added: “It will be a shame for us all.”", ["The Board source"]),
        ("Amy Lin left. A Bell insider saw it. The insider said: “It will be a shame.”", ["The insider"]),
    ],
}

DENIED = [
    ("Amy Lin, who was not there, told Bell that it was “late for us”.", Kind.FRAGMENT),
    ("Amy Lin, not known for haste, said it was “late for us”.", Kind.FRAGMENT),
    ("Amy Lin never said it was “late for us”.", Kind.NEGATED),
    ("“The bridge fell in the night,” the Post quoted Amy Lin.", Kind.SPEECH),
    ("“The bridge fell in the night,” Amy Lin wrote in a post.", Kind.MESSAGE),
]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        *parameters(INSERTED),
        *parameters(NOUNS),
        *parameters(PHRASES),
        *parameters(VERBS),
        *parameters(CARRIED),
        *parameters(PRONOUNS),
    ],
)
def test_whose_words(text, right):
    assert speakers(text) == right


@pytest.mark.parametrize(("text", "kind"), DENIED)
def test_what_is_denied_or_posted_is_told_by_its_own_clause(text, kind):
    assert [quote.kind for quote in find_quotes(article_of(text))] == [kind]


@pytest.mark.parametrize(("text", "right"), TITLES)
def test_titles(text, right):
    assert [quote.kind for quote in find_quotes(article_of(text))] == right


def test_who_is_only_carried_on_is_warned_of():
    first, second = find_quotes(article_of("“We stay,” said Amy Lin. It is late as “most of the people here want it”."))
    assert (first.speaker, second.speaker) == ("Amy Lin", "Amy Lin")
    assert (second.speaker_confidence or 1) < (first.speaker_confidence or 0)
    assert any("inferred" in warning for warning in second.warnings)
