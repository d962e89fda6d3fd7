"""Whom a description, a pronoun or a long office means: kinds of mistakes made on unseen news, invented anew."""

import pytest

from align.article import find_quotes
from tests.article.reading import article_of
from tests.article.test_whose_name import QUOTED, SAID, parameters, speakers

DESCRIBED = {
    "an abbreviated title is an office": [
        (f"Rep. Amy Lin left. Bo Hart left.\n\nLin came back. {QUOTED.format('the congresswoman')}", ["Amy Lin"]),
        (f"Sen. Bo Lane left.\n\n{QUOTED.format('The senator')}", ["Bo Lane"]),
        (f"Gov. Ida Mann left.\n\n{QUOTED.format('the governor')}", ["Ida Mann"]),
        (f"Gen. Kurt Volk left.\n\n{QUOTED.format('the general')}", ["Kurt Volk"]),
        (f"Sgt. Ola Bern left.\n\n{QUOTED.format('the sergeant')}", ["Ola Bern"]),
    ],
    "of several who hold an office it is who was just named": [
        (f"Mayor Amy Lin left.\n\nHe slept.\n\nMayor Bo Lane came.\n\n{QUOTED.format('the mayor')}", ["Bo Lane"]),
        (f"Mayor Amy Lin met Mayor Bo Lane.\n\n{QUOTED.format('the mayor')}", [None]),
        (f"Mayor Amy Cole met Mayor Bo Hart.\n\nRain fell.\n\nMs Cole left. The mayor {SAID}", ["Amy Cole"]),
        (f"Senator Amy Lin met Senator Bo Lane.\n\nRain fell.\n\nSnow fell.\n\nThe senator {SAID}", [None]),
        (f"Sen. Amy Lin spoke.\n\nRain fell.\n\nSnow fell.\n\nBo Hart left. The senator {SAID}", [None]),
    ],
    "a body is what spoke just before": [
        (f"The Harbour Alliance said it was late.\n\n{QUOTED.format('the group')}", ["Harbour Alliance"]),
        (f"Bellcom said it would sell. The Hull-based firm {SAID}", ["Bellcom"]),
        (f"Trucks stood, according to Bell Haulage, an industry group. They wait, the group {SAID}", ["Bell Haulage"]),
        (f"Bellcom said it would sell. Hullcom said it would buy. The company {SAID}", ["The company"]),
        (f"Amy Lin said it would rain. The company {SAID}", ["The company"]),
    ],
    "a statement is whose it was said to be": [
        (f"They were friends, said Rabbi Ora Blake in a statement.\n\n{QUOTED.format('the statement')}", ["Ora Blake"]),
        (f"Ms Amy Lin said in a statement that she left.\n\n{QUOTED.format('the statement')}", ["Amy Lin"]),
        (f"Ms Amy Lin wrote in a letter that she left.\n\n{QUOTED.format('the letter')}", ["Amy Lin"]),
        (f"Amy Lin's family left after a statement.\n\n{QUOTED.format('the statement')}", [None]),
        (f"Ms Amy Lin and Mr Bo Lane left. A statement came.\n\n{QUOTED.format('the statement')}", [None]),
    ],
    "who was introduced as one": [
        (f"Another student, Amy Lin, ran.\n\n{QUOTED.format('the law student')}", ["Amy Lin"]),
        (f"A neighbour, Bo Lane, ran.\n\n{QUOTED.format('the neighbour')}", ["Bo Lane"]),
        (f"A retired nurse Ida Mann ran.\n\n{QUOTED.format('the nurse')}", ["Ida Mann"]),
        (f"A student, Amy Lin, ran. A student, Bo Lane, sat.\n\n{QUOTED.format('the student')}", ["the student"]),
        (f"Hull Bus spokesman Bo Lane left. Rain fell.\n\nHull Bus spokesman {SAID}", ["Bo Lane"]),
    ],
    "it is the body that was quoted last": [
        (f"The Water Board {SAID} It {SAID}", ["The Water Board", "The Water Board"]),
        (f"The Bell Post {SAID}\n\nRain was “late for all of us”, it added.", ["The Bell Post", "The Bell Post"]),
        (f"Bellcom put out a note. Bellcom said it was late. It {SAID}", ["Bellcom"]),
        (f"Rain fell. It {SAID}", [None]),
        (f"The Water Board {SAID} Amy Lin {SAID} It {SAID}", ["The Water Board", "Amy Lin", "The Water Board"]),
    ],
    "pronouns tell what a first name does not": [
        (
            "Bowe Hale left, and he slept. Bowe Hale knew his way. Sue Martin ran the shop. It was Hale’s shop."
            f" Hale worked. {QUOTED.format('she')}",
            ["Sue Martin"],
        ),
        (f"Ngozi Hale lost her way. Ngozi Hale saw her boat. Rain fell. {QUOTED.format('she')}", ["Ngozi Hale"]),
        (f"Ngozi Hale lost her way. Ngozi Hale saw her boat. Rain fell. {QUOTED.format('he')}", ["he"]),
    ],
    "who is a topic, or behind a fronted clause, is who is meant": [
        (f"Amy Lin left with Bo Hart.\n\nAs for Bo Hart, he came. Rain fell. {QUOTED.format('he')}", ["Bo Hart"]),
        (f"In praising Mr. Hale’s work, Mr. Lane has gone far. He also {SAID}", ["Mr. Lane"]),
        (f"Mayor Bo Hart left. Ola Bern slept. The mayor {SAID}\n\nHe also {SAID}", ["Bo Hart", "Bo Hart"]),
        (f"Mr. Lane left.\n\nBo Hart via Bell News\n\nHe {SAID}", ["Mr. Lane"]),
        (f"Mr. Lane left.\n\nBo Hart/Bell News\n\nHe {SAID}", ["Mr. Lane"]),
    ],
}

SENTENCES = {
    "an office goes on before the name of who holds it": [
        (f"Liberal Chief Secretary to the Treasury Danny Bell {SAID}", ["Danny Bell"]),
        (f"Parliamentary Under-Secretary of State for Health Jane Roe {SAID}", ["Jane Roe"]),
        (f"U.S. Ambassador to the UN Samantha Bell {SAID} She {SAID}", ["Samantha Bell", "Samantha Bell"]),
        (f"Special Envoy to the Isles Thomas Hart {SAID}", ["Thomas Hart"]),
        (f"Special Envoy to the Isles {SAID}", ["Special Envoy"]),
    ],
    "in the words of": [
        ("Hull hailed it as a “late and small step,” in the words of Rep. Amy Lin of Ohio.", ["Amy Lin"]),
        ("Hull called it “late and small”, in the words of Amy Lin.", ["Amy Lin"]),
        ("Hull called it “late and small” for want of words of praise.", ["Hull"]),
    ],
    "a verb within an inserted clause is not the sentence's": [
        (f"The Bell Post, which analysts believe is his, {SAID}", ["The Bell Post"]),
        ("The Bell Post, which analysts believe is his, issued an order: “Go home, all of you.”", [None]),
        (f"Amy Lin, who said she was ill, {SAID}", ["Amy Lin"]),
        ("Amy Lin, who said it was “late for all of us”, left.", ["Amy Lin"]),
        ("The integrity of the vote is called into question “when he minimises all of it.”", [None]),
    ],
    "and that": [
        (
            "Anna Bell praised him, saying he “played a part in it” and that his plan to run “asks him to go away”.",
            ["Anna Bell"] * 2,
        ),
        ("Amy Lin said it was “late for us” and that Bo Lane “would not come with us”.", ["Amy Lin"] * 2),
        ("Amy Lin said it was “late for us”, and that she “would not come with us”.", ["Amy Lin"] * 2),
        ("Amy Lin said it was “late for us” and Bo Lane said that he “would not come”.", ["Amy Lin", "Bo Lane"]),
    ],
    "when is not who": [
        (f"Rain fell. But this month Hull Bus {SAID}", ["Hull Bus"]),
        (f"This week Amy Lin {SAID}", ["Amy Lin"]),
        (f"That night Bo Lane {SAID}", ["Bo Lane"]),
        (f"Ending his run for mayor, former nurse Bo Hart (D-Tex.), {SAID}", ["Bo Hart"]),
        (f"Dashing to a train, Senator Amy Lin, Republican of Ohio, {SAID}", ["Amy Lin"]),
    ],
    "what is said by nobody": [
        ("Another yell of “late for us!” inspired the mayor to leave.", [None]),
        ("Reports say Bo Lane — also known as “Bell Jinn” or “Big Jinn” — left.", [None, None]),
        ("“It is late for all of us,” Amy Lin told “Good Morning Hull” today.", ["Amy Lin", None]),
    ],
    "an apposition of two parts": [
        (f"Mitt Hale, the Utah senator and former Republican nominee who a month ago {SAID}", ["Mitt Hale"]),
        (f"Amy Lin, the mayor and former Labour candidate who {SAID}", ["Amy Lin"]),
        (f"Amy Lin and adviser Bo Lane {SAID}", ["Bo Lane"]),
    ],
}


@pytest.mark.parametrize(("text", "right"), parameters(DESCRIBED))
def test_whom_a_description_means(text, right):
    assert speakers(text) == right


@pytest.mark.parametrize(("text", "right"), parameters(SENTENCES))
def test_who_speaks_in_a_sentence(text, right):
    assert speakers(text) == right


def test_whoever_is_only_inferred_is_not_sure():
    (quote,) = find_quotes(article_of(DESCRIBED["a body is what spoke just before"][0][0]))

    assert quote.speaker_confidence is not None
    assert quote.speaker_confidence < 0.9
