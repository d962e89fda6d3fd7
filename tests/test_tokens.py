"""What is the same to the ear is the same token."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.compare.alignment import align_quote
from align.compare.diff import find_alignment
from align.compare.locate import index_speech
from align.compare.tokens import printed_tokens, spoken_tokens
from align.languages import EN
from align.records import Span, Word

SAME = [
    ("2024", "twenty twenty-four"),
    ("£2.3m", "two point three million pounds"),
    ("£2.3 million", "2.3 million pounds"),
    ("half past nine", "9:30"),
    ("0.5", "point five"),
    ("5%", "five per cent"),
    ("the 1980s", "the nineteen eighties"),
    ("21st", "twenty-first"),
    ("1,250", "one thousand two hundred and fifty"),
    ("a million", "1 million"),
    ("20 mph", "twenty miles per hour"),
    ("in-built", "inbuilt"),
    ("in built", "in-built"),
    ("week’s", "week's"),
    ("colour, organised!", "color organized"),
    ("Dr Smith & Co", "doctor Smith and co"),
    ("the I.O.P.C.", "the IOPC"),
    ("IOPC", "I O P C"),
    ("naïve café", "naive cafe"),
    ("f***ing", "fucking"),
    ("[b]ad apples", "bad apples"),
    ("We was [sic] told", "we was told"),
    ("her and/or him", "her and slash or him"),
    ("May 5", "May fifth"),
    ("can’t *wait*", "can't wait"),
    ("WhatsApp", "Whatsapp"),
]  # fmt: skip

DIFFERENT = [
    ("fifteen", "fifty"),
    ("1.2 million", "1.2 billion"),
    ("we're", "were"),
    ("2017", "2018"),
    ("can", "can't"),
    ("£5", "$5"),
    ("us", "use"),
]


def _words(text: str) -> list[Word]:
    return [Word(" " + word, place, place + 1) for place, word in enumerate(text.split())]


def _differences(printed: str, spoken: str):
    tokens, speech = printed_tokens(printed, 0, EN), index_speech([spoken_tokens(_words(spoken), EN)], EN)
    fit = find_alignment(tokens, speech.tokens, [Span(0, len(speech.tokens))], EN)
    reading = align_quote(fit, tokens, speech)
    left_out = len(speech.tokens) - sum(len(part.spoken) for part in reading.parts)
    return reading.differences, left_out


@pytest.mark.parametrize(("printed", "spoken"), SAME)
def test_written_differently_is_no_difference(printed, spoken):
    assert _differences(printed, spoken) == ((), 0)


@pytest.mark.parametrize(("printed", "spoken"), DIFFERENT)
def test_heard_differently_is_a_difference(printed, spoken):
    assert _differences(f"it was {printed} then", f"it was {spoken} then")[0]


@given(st.text(max_size=60))
def test_any_text_can_be_read_and_every_token_stands_where_it_says(text):
    for token in printed_tokens(text, 7, EN):
        assert 7 <= token.start < token.end <= 7 + len(text)


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1, max_size=9), max_size=12))
def test_every_spoken_token_belongs_to_words_that_exist(texts):
    words = [Word(" " + text, place, place + 1) for place, text in enumerate(texts)]
    assert all(0 <= t.start < t.end <= len(words) for t in spoken_tokens(words, EN))
