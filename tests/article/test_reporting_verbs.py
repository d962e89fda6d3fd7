"""Which words report speech, whose it is, and whether it is claimed at all."""

import pytest

from align.article.attribution.passives import find_agent
from align.article.attribution.reporting_verbs import is_cue, is_negated
from align.article.attribution.subjects import find_subject
from tests.article.reading import place_of, sentence_of


@pytest.mark.parametrize(
    ("text", "word", "is_one"),
    [
        ("Amy Lin said so", "said", True),
        ("Amy Lin claims so", "claims", True),
        ("as Amy Lin put it", "put", True),
        ("Amy Lin put up a tent", "put", False),
        ("the claims were false", "claims", False),
        ("her answer came", "answer", False),
        ("the said council", "said", True),  # some verbs are never taken for nouns
        ("the council’s report", "report", False),
        ("in answer to it", "answer", False),
        ("Said Business School", "Said", False),
        ("Amy Lin walked home", "walked", False),
    ],
)
def test_a_word_that_reports(text, word, is_one):
    assert is_cue(sentence_of(text), place_of(text, word)) == is_one


@pytest.mark.parametrize(
    ("text", "verb", "subject", "negated"),
    [
        ("She never said it", "said", range(1), True),
        ("She didn’t say it", "say", range(1), True),
        ("She might have said it", "said", range(1), True),
        ("if she said it", "said", range(1, 2), True),
        ("Wenn sie sagte", "sagte", range(1, 2), True),
        ("She said it", "said", range(1), False),
        ("She may have said it", "said", range(1), False),
        ("She was not there and said it", "said", range(1), False),
    ],
)
def test_what_is_not_claimed_to_have_been_said(text, verb, subject, negated):
    assert is_negated(sentence_of(text), place_of(text, verb), subject) == negated


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("the mayor told Bo Lane", "told", ["the", "mayor"]),
        ("Amy Lin frowned but said so", "said", ["Amy", "Lin"]),
        ("Amy Lin said no, adding it", "adding", ["Amy", "Lin"]),
        ("Amy Lin wants to say so", "say", ["Amy", "Lin"]),
        ("Bo Lane sent messages saying so", "saying", ["Bo", "Lane"]),
        ("a letter from Amy Lin to parents said so", "said", ["a", "letter", "from", "Amy", "Lin"]),
    ],
)
def test_the_subject_of_a_verb_also_where_it_was_named_before(text, verb, subject):
    phrase = find_subject(sentence_of(text), place_of(text, verb))

    assert [sentence_of(text)[place].text for place in phrase] == subject


@pytest.mark.parametrize(
    ("text", "verb", "agent"),
    [
        ("she was told by Amy Lin", "told", ["Amy", "Lin"]),
        ("elle a été qualifiée par Léa Roux", "qualifiée", ["Léa", "Roux"]),
        ("she was told on Friday", "told", None),
    ],
)
def test_who_did_what_a_passive_verb_tells(text, verb, agent):
    tokens = sentence_of(text)
    phrase = find_agent(tokens, place_of(text, verb), len(tokens))

    assert (phrase and [tokens[place].text for place in phrase]) == agent
