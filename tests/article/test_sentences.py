"""Where words and sentences end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.article.attribution.sentences import split_sentences, tokenize
from align.records import Span
from tests.article.reading import context_of, narration_of, sentence_of


def tokens(text):
    return [token.text for token in tokenize(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mr Voss, 82, said so.", ["Mr", "Voss", ",", "82", ",", "said", "so", "."]),
        ("She didn’t... wait", ["She", "didn’t", "...", "wait"]),
        ("Lib-Dem’s U.S. envoy", ["Lib-Dem’s", "U.S.", "envoy"]),
        ("*Amy* <b>Lin</b> [left](page)", ["Amy", "Lin", "[", "left"]),
        ("田中さんは話した", ["田中さん", "は", "話した"]),
        ("王明说", ["王明", "说"]),
        ("", []),
    ],
)
def test_words_and_stops(text, words):
    assert tokens(text) == words


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("She left. He stayed.", 2),
        ("Mr. Voss left. He stayed.", 2),
        ("J. Voss left", 1),
        ("It cost 3.50. Nobody paid!", 2),
        ("Really? Yes! No…", 3),
        ("The U.S. envoy left", 1),
        ("They sold books, pens etc. for years", 1),
        ("No stop at all", 1),
        ("", 0),
    ],
)
def test_sentences(text, count):
    assert len(split_sentences(tuple(tokenize(text, Span(0, len(text)))))) == count


@given(st.text(st.sampled_from("abAB .,!?’'-*_<>[]()は田…\n"), max_size=40))
def test_tokens_stand_where_they_say_and_every_one_is_in_one_sentence(text):
    found = tuple(tokenize(text, Span(0, len(text))))

    assert [text[token.start : token.end] for token in found] == [token.text for token in found]
    split = [token for sentence in split_sentences(found) for token in sentence]
    assert [token.text for token in split] == [token.text for token in found]


def test_a_quotation_is_one_token_of_its_sentence():
    [sentence] = narration_of("Amy Lin said: “We are full. Very full.” Nobody left.").sentences(0)[:1]

    assert [token.quoted for token in sentence][:5] == [None, None, None, None, 0]


@pytest.mark.parametrize(
    ("text", "is_translated"),
    [
        ("“We are full,” Amy Lin said in Spanish.", True),
        ("“We are full,” Amy Lin said through an interpreter.", True),
        ("“We are full,” Amy Lin said of Spanish wards.", False),
    ],
)
def test_what_was_said_in_another_language(text, is_translated):
    assert context_of(text).tokens.is_translated == is_translated


@pytest.mark.parametrize(
    ("text", "may"), [("Amy Lin said so", True), ("the road was closed", False), ("according to Amy Lin", True)]
)
def test_a_sentence_without_a_cue_attributes_nothing(text, may):
    sentence = sentence_of(text)

    assert sentence.may_attribute(range(len(sentence))) == may
    assert not sentence.may_attribute(range(0))
