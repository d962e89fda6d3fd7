"""Who said it, from text to speaker: one kind of difficulty a table, the right person or nobody."""

import pytest

from align.article import find_quotes
from align.article.attribution.order import Rule
from align.article.formats.text import read_text
from align.article.lexicons import lexicon_of
from align.records import Kind
from tests.article.labelled import DATA
from tests.article.reading import article_of

PRINTED = {
    "C01_said_a_Capital_noun.txt": [
        "the Labour leader", "a Downing Street spokesman", "the Sale full-back", "the Irish captain",
        "a Deskly spokesperson", "a Google spokeswoman", "the Oscar-winning actress", "the 22-year-old",
        "a White House official", "a Fast Track spokesman",
    ],
    "C02_DA_said.txt": [
        "DA Stefan", "DA Stefan", "Mike Hester", "Ana Ruiz", "Karl Orr", "PM Ito", "Jo Dunn", "Tim Brock", "Nina Vale",
        "Curt Fallon", "Special Agent in Charge Arvel",
    ],
    "C03_unknown_verb_inherits.txt": ["Lotta Azzo", "Lotta Azzo", "Lotta Azzo", "Milton Velde", "Lucas Pagan"],
    "C04_day_or_place_before_verb.txt": [
        "Norland’s Defence Ministry", "Vivek Mishra", "Vivek Mishra", "The Norland army", "Ana Ruiz",
    ],
    "C06_title_case_headline.txt": ["President Hale", "President Hale"],
    "C07_first_word_of_sentence.txt": ["Tim Brock", "Mary Benning", "Tim Brock"],
    "C09_country_is_no_person.txt": ["The visitors", "Jordan Hale"],
    "C11_junior.txt": ["Donald Hale Jr", "Harry Conrad Jr", "Harry Conrad"],
    "C12_noun_read_as_verb.txt": ["Leon Cooper", None, None, None, None],
    "C14_named_called.txt": [None, None, None, None],
    "C15_he_d.txt": ["he", "she", "John Ford"],
    "C18_dateline_fronted.txt": ["The harbour authority", None],
    "C20_said_without_comma.txt": ["Brian Goforth", "the singer's sister Ann"],
    "C21_indirect_then_own_paragraph.txt": ["Mantee Molat", "Mantee Molat", "Lipo Potter", "Lipo Potter"],
    "C23_adverb_in_name.txt": ["Beth", "Omar Reyes", "Bishop", "Ms Lee", "Mr Ward", "Leader Kim"],
}  # fmt: skip
"""The speakers of the small articles in tests/data/articles, in order."""


def speakers(text: str) -> list[str | None]:
    return [quote.speaker for quote in find_quotes(article_of(text))]


def speakers_of_file(name: str) -> list[str | None]:
    path = DATA / "articles" / name
    return [quote.speaker for quote in find_quotes(read_text(path.name, path.read_bytes()))]


@pytest.mark.parametrize("name", PRINTED)
def test_speakers_of_small_articles(name):
    assert speakers_of_file(name) == PRINTED[name]


def test_every_verb_of_the_list_is_one_of_saying():
    found = speakers_of_file("C25_speech_verb_list.txt")

    assert found == ["Lotta Azzo"] + ["Milton Velde"] * (len(found) - 1)


PHRASAL = {first for first, _ in lexicon_of("en").phrasal_cues}


@pytest.mark.parametrize("verb", sorted(verb for verb in lexicon_of("en").said - PHRASAL if verb.endswith("ed")))
@pytest.mark.parametrize("text", ["“We heard it all,” {} Bo Lane.", "“We heard it all,” Bo Lane {}."])
def test_a_verb_of_saying_beside_a_quotation(text, verb):
    assert speakers(text.format(verb)) == ["Bo Lane"]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("“We go at ten,” said the Tory chairman.", "the Tory chairman"),
        ("“We go at ten,” said an Acme press officer.", "an Acme press officer"),
        ("“We go at ten,” said a New York police officer.", "a New York police officer"),
        ("“We go at ten,” said the Welsh goalkeeper when asked.", "the Welsh goalkeeper"),
        ("“We go at ten,” a Home Office spokeswoman said.", "a Home Office spokeswoman"),
        ("“We go at ten,” said the former Acme boss Bo Lane.", "Bo Lane"),
        ("“We go at ten,” said White House press secretary Jo Dunn.", "Jo Dunn"),
        ("“We go at ten,” Wing Commander Bo Lane said.", "Bo Lane"),
        ("“We go at ten,” said Gov. Bo Lane.", "Bo Lane"),
        ("“We go at ten,” said US Senator Bo Lane.", "Bo Lane"),
        ("“We go at ten,” said WHO director Amy Lin.", "Amy Lin"),
        ("“We go at ten,” Amy Lin and Bo Lane said.", "Amy Lin and Bo Lane"),
        ("“We go at ten,” said Beth softly.", "Beth"),
        ("“We go at ten,” he'd say.", "he"),
        ("She’d tell them: “We go at ten.”", "She"),
    ],
)
def test_the_words_that_name_a_speaker(text, right):
    assert speakers(text) == [right]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("The coast guard on Monday denied that it was “too late”.", "The coast guard"),
        ("Amy Lin last week told the council it was “too late”.", "Amy Lin"),
        ("Amy Lin two days ago said it was “too late”.", "Amy Lin"),
        ("The army in a letter said it was “too late”.", "The army"),
        ("Minister Bo Lane at a rally in Old Town called it “too late”.", "Bo Lane"),
        ("A court moved by Bell News warns that it is “too late”.", "A court"),
        ("TYNHAM, May 3 (Wire) - The mayor doubted the story on Tuesday, calling it “too late”.", "The mayor"),
        ("In a note to the press, her adviser, Bo Lane, said: “It is too late.”", "Bo Lane"),
        ("Hours later, Amy Lin shook her head and said: “It is too late.”", "Amy Lin"),
        ("Bo Lane put out a statement saying it was “too late”.", "Bo Lane"),
        ("Bo Lane has praised the plan as “overdue”, telling reporters that he would stay.", "Bo Lane"),
        ("When Amy Lin offered help, “it was too late,” Bo Lane said.", "Bo Lane"),
        ("“Read the small print” in that law, Bo Lane said.", "Bo Lane"),
        ("“It is too late,” Bo Lane, of Hull, and two others, said.", "Bo Lane"),
    ],
)
def test_the_subject_of_a_verb_is_looked_for_by_clauses(text, right):
    assert speakers(text) == [right]


@pytest.mark.parametrize(
    "text",
    [
        "Amy Lin said no. They joined a group called “Bright Hall”.",
        "Amy Lin ran a class named “Bright Hall” in May.",
        "He went on at length on NBC’s “Bright Hall”.",
        "The record label dispute over the “Bright Hall” songs goes on.",
        "The singing contest “Bright Hall” is back.",
        "The party was accused of hiding it by renaming its paper “Bright Hall”.",
        "Wait, it gets better: “We slept all day.”",
    ],
)
def test_what_is_nobodys(text):
    assert speakers(text) == [None]


@pytest.mark.parametrize("verb", ["frobbed", "zorged", "blenked"])
def test_an_unknown_verb_names_nobody_and_is_warned_of(verb):
    text = f"“We go at ten,” said Amy Lin.\n\n“We stay,” {verb} Bo Lane.\n\n“We stay here,” Bo Lane {verb} at once."
    first, *others = find_quotes(article_of(text))

    assert first.speaker == "Amy Lin"
    assert [quote.speaker for quote in others] == [None, None]
    assert all(quote.warnings for quote in others)


def test_two_speakers_before_lend_neither():
    text = "“We go at ten,” said Amy Lin. “We stay,” said Bo Lane.\n\n“We all slept well.”"

    assert speakers(text) == ["Amy Lin", "Bo Lane", None]


def test_a_question_is_not_answered_by_who_asked():
    assert speakers("“Will you go?” said Amy Lin.\n\n“We all slept well.”")[1] is None


def test_how_sure_a_speaker_is():
    said, inherited, nobody = find_quotes(
        article_of("“We go,” said Amy Lin.\n\n“We all slept well.”\n\nThe road is shut. It was “late”.")
    )

    assert (said.speaker_confidence or 0.0) >= 0.9
    assert 0.0 < (inherited.speaker_confidence or 0.0) < 0.9
    assert (nobody.speaker, nobody.speaker_confidence) == (None, None)


def test_a_rule_is_believed_no_more_than_it_is_right():
    assert {rule for rule in Rule if rule.reliability >= 0.9} == {
        Rule.SUBJECT_FIRST, Rule.INVERTED, Rule.INHERITED
    }  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Nobody shouted “fire”.",
        "Nobody said: “It is over now.”",
        "“It is over now,” nobody said.",
        "No one told us “you may leave now”.",
        "None of them said “we are sorry”.",
    ],
)
def test_what_nobody_said_is_nobodys_and_no_claim(text):
    (quote,) = find_quotes(article_of(text))

    assert (quote.speaker, quote.kind) == (None, Kind.NEGATED)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Taking Amy Lin out is what he likes, Bo Lane said. “We go there every day.”", "Bo Lane"),
        ("It was late, according to Amy Lin. She said it would be closed. “We go there every day.”", "Amy Lin"),
        ("“I am shocked,” she went on. “We go there every day.”", "she"),
        (
            "There is “less drive to pick a winner” this time, said Bo Lane, editor of the Post, explaining why.",
            "Bo Lane",
        ),
        ("It “will feel like the end” to many people, Bo Lane said on Tuesday.", "Bo Lane"),
        ("Three of them stalled, suggesting it “will feel bad” to many, Bo Lane said.", "Bo Lane"),
        ("The note should give “shared aims” to all who will go there in May, according to Bo Lane.", "Bo Lane"),
        ("One survey respondent summed this up as follows: “It is here. It is fast.”", "One survey respondent"),
        ("Nora Pell was not done: “We have waited for years.”", "Nora Pell"),
        ("“That is no park to me,” said one person in the hall.", "one person"),
        ("“It puts people at risk,” registered nurse Amanda A. Lin told The List.", "Amanda A. Lin"),
        ("“It puts people at risk,” shared Mr. Scott.", "Mr. Scott"),
        ("“It puts people at risk,” Bo Lane simpered.", "Bo Lane"),
        ("Bo Lane (Tex.) has said that he would “bomb them all”.", "Bo Lane"),
        ("Minister Amy M. Reid (D-Nev.) told reporters that it “may be against the law”.", "Amy M. Reid"),
        ("“We go at ten.”\n\n— A GOP operative in the state", "A GOP operative"),
        ("“Dazu kam es nie“, sagte er. Dazu schreibt er in einem Buch: „Wir haben es verstanden.“", "er"),
        ("Auf der Demo riefen sie „Freiheit ist die Lösung“.", "sie"),
    ],
)
def test_who_speaks_where_it_was_missed(text, right):
    assert speakers(text)[-1] == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Amy Lin said keeping “bubbles” of students and asking them not to meet is “wishful”.", ["Amy Lin"] * 2),
        (
            "The aide said that “old models” of clubs with high fees and “very exclusive” halls are gone.",
            ["The aide"] * 2,
        ),
        ("The aide said “old” things. The council, which Bo Lane leads, is “late”.", ["The aide", None]),
    ],
)
def test_one_verb_may_govern_several_quotations(text, right):
    assert speakers(text) == right


def test_somebody_without_a_name_may_be_whom_a_pronoun_means():
    named = "Nora Pell left the school. She was angry."
    between = "But a spokesperson for the Schools Union said its members had cut contracts."
    quoted = "“We have worked with them for years,” she said."

    assert speakers(f"{named}\n\n{quoted}") == ["Nora Pell"]
    assert speakers(f"{named}\n\n{between}\n\n{quoted}") == [None]


@pytest.mark.parametrize(
    "text",
    [
        "The Gaza Strip is near. In the Gaza Strip little is left.\n\n“We want help,” he said.",
        "The Isle Ferry Board Officer left. The Financial Officer left.\n\n“We want help,” he said.",
        "“Schools ‘safe’ for now”",
    ],
)
def test_places_offices_and_things_are_nobody(text):
    assert set(speakers(text)) <= {"he", None}


def test_a_caption_lends_nobody_who_is_not_proven_to_be_a_person():
    text = "Bo Lane stood at the harbour.\n\nMarsh Harbour seen from Holm Point\n\n“We are not strangers in this land.”"

    assert speakers(text)[-1] != "Marsh Harbour"


ENGLISH = "The police closed the road on Monday, and they did not say why it was that long. "


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("“We go,” Di said.", "Di"),
        ("“We go,” said Di Rossi of the council.", "Di Rossi"),
        ("“We go,” Ella said.", "Ella"),
        ("“We go,” Ma Lin told reporters.", "Ma Lin"),
        ("“We go,” Des O'Hara told the court.", "Des O'Hara"),
        ("“We go,” Da Silva said.", "Da Silva"),
        ("“We go,” said Do.", "Do"),
        ("“We go,” said On.", "On"),
        ("“We go,” said Mr Do.", "Mr Do"),
        ("“We go,” Will said.", "Will"),
        ("“We go,” said Will Doyle, a professor.", "Will Doyle"),
        ("“We go,” said May.", "May"),
        ("“We go,” May Lin said.", "May Lin"),
        ("“We go,” said The Times.", "The Times"),
        ("“They came at night.” Una Marsh points to the fence.", "Una Marsh"),
    ],
)
def test_names_that_are_words_elsewhere(text, right):
    assert speakers(ENGLISH + text) == [right]


def test_the_same_words_are_no_names_in_their_own_languages():
    assert speakers("“No lo sé”, dijo Marta. Ella sonrió.\n\n“Pregunta a Luis”, dijo ella.")[0] == "Marta"
    assert speakers("„Das ist nicht hinnehmbar“, sagte er. „Des Wetters wegen“, sagte die Chefin.")[1] == "die Chefin"
