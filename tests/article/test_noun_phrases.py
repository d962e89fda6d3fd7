"""Noun phrases from either end."""

import pytest

from align.article.attribution.appositions import extend_to_name
from align.article.attribution.noun_phrases import find_phrase_before
from align.article.attribution.phrases_ahead import find_first_phrase, find_phrase_after
from align.article.attribution.verb_forms import is_passive
from tests.article.reading import place_of, sentence_of


def words(text, phrase):
    tokens = sentence_of(text)
    return None if phrase is None else text[tokens[phrase.start].start : tokens[phrase.stop - 1].end]


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Amy Lin said so", "Amy Lin"),
        ("Mr Voss, 82, said so", "Mr Voss"),
        ("Mr. J. Voss said so", "Mr. J. Voss"),
        ("Bell & Sons said so", "Bell & Sons"),
        ("Bo Lane (Labour) said so", "Bo Lane"),
        ("the head of the school said so", "the head of the school"),
        ("the council’s leader has also said so", "the council’s leader"),
        ("On Friday the mayor reportedly said so", "the mayor"),
        ("Amy Lin, who had waited for hours, said so", "Amy Lin"),
        ("It was late and she said so", "she"),
        ("the report said so", "the report"),
        ("when asked, the mayor said so", "the mayor"),
        ("said so", None),
        ("He left and said so", None),
    ],
)
def test_the_phrase_before_a_verb(text, phrase):
    assert words(text, find_phrase_before(sentence_of(text), place_of(text, "said"))) == phrase


def test_the_phrase_before_a_german_verb_reaches_over_a_genitive():
    text = "Der Sprecher der Polizei sagte so"

    assert words(text, find_phrase_before(sentence_of(text), 4)) == "Der Sprecher der Polizei"


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("said Amy Lin on Friday", "Amy Lin"),
        ("said the head of the school in May", "the head of the school"),
        ("said Mr. J. Voss, 82", "Mr. J. Voss"),
        ("said a spokesman for Bell & Sons.", "a spokesman for Bell & Sons"),
        ("said council leader Bo Lane", "council leader Bo Lane"),
        ("said Amy Lin who left", "Amy Lin"),
        ("said she was full", "she"),
        ("dit le maire de Lyon hier", "le maire de Lyon"),
        ("disse il sindaco", "il sindaco"),
        ("said last week", None),
        ("said of it", None),
        ("said", None),
    ],
)
def test_the_phrase_behind_a_verb(text, phrase):
    assert words(text, find_phrase_after(sentence_of(text), 1)) == phrase


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("On Friday, Amy Lin smiled", "Amy Lin"),
        ("And then the nurse left", "the nurse"),
        ("Walking home, Bo Lane fell", "Bo Lane"),
        ("However, the council refused", "the council"),
        ("The ward closed", "The ward"),
        ("In the end", None),
    ],
)
def test_what_a_sentence_is_about(text, phrase):
    assert words(text, find_first_phrase(sentence_of(text))) == phrase


@pytest.mark.parametrize(
    ("text", "length", "phrase"),
    [
        ("the chief executive, Lisa Tran, said", 3, "Lisa Tran"),
        ("a nurse, Amy Lin, said", 2, "Amy Lin"),
        ("the chief executive, who left, said", 3, "the chief executive"),
        ("the chief executive, Lisa Tran’s boss", 3, "the chief executive"),
        ("Amy Lin, Bo Lane said", 2, "Amy Lin"),
    ],
)
def test_a_description_is_extended_to_the_name_behind_it(text, length, phrase):
    assert words(text, extend_to_name(sentence_of(text), range(length))) == phrase


@pytest.mark.parametrize(
    ("text", "passive"),
    [("She was told", True), ("She was also told", True), ("She got told", True), ("She told", False)],
)
def test_a_passive_verb(text, passive):
    assert is_passive(sentence_of(text), place_of(text, "told")) == passive
