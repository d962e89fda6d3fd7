"""What a reporter may tidy, and what only looks like it: printed words over spoken words."""

import pytest

from align.compare.alignment import align_quote
from align.compare.categories import categorize
from align.compare.locate import find_alignments, index_speech
from align.compare.tokens import printed_tokens, spoken_tokens
from align.languages import EN
from align.records import Word

BEFORE, BEHIND = "the committee met on Tuesday evening and", "which nobody in the hall had expected to hear"


def categories(printed: str, spoken: str) -> list[str]:
    """Return the categories of all differences between a quote and the speech around it."""
    words = f"{BEFORE} {spoken} {BEHIND}".split()
    speech = index_speech([spoken_tokens([Word(f" {word}", at, at + 0.4) for at, word in enumerate(words)], EN)], EN)
    tokens = printed_tokens(printed, 0, EN)
    return [
        str(category)
        for category in categorize(align_quote(find_alignments(tokens, speech)[0], tokens, speech), speech)
    ]


@pytest.mark.parametrize(
    ("printed", "spoken"),
    [
        ("It's time for Congress to act on it", "it is time for Congress to act on it"),
        ("There's nothing surprising in this", "there is nothing surprising in this"),
        ("It is time for Congress to act on it", "it's time for Congress to act on it"),
        ("is so easy for them because the laws are bad", "it's so easy for them because the laws are bad"),
        ("nobody in this town knows where they", "nobody in this town knows where they're going"),
    ],
)
def test_a_contraction_at_the_edge_of_a_quote_is_no_change(printed, spoken):
    assert set(categories(printed, spoken)) <= {"contraction"}


@pytest.mark.parametrize(
    ("printed", "spoken"),
    [
        ("we have looked at this and we will", "we have looked at this and we won't close the school"),
        ("do think that they are safe in there", "don't think that they are safe in there"),
    ],
)
def test_half_a_denial_is_no_contraction(printed, spoken):
    assert set(categories(printed, spoken)) & {"negation", "modality"}


def test_a_stumble_that_only_print_has_is_a_repeat():
    assert categories("had he married a more a amiable woman", "had he married a more amiable woman") == ["repeat"]


def test_a_word_that_print_adds_far_from_its_like_is_an_addition():
    assert categories("the roof fell onto the old barn", "roof fell onto the old barn") == ["function_word"]


def test_words_that_swapped_places_are_found_and_are_one_change():
    assert categories("but in France and Germany", "but in Germany and France") == ["order"]
