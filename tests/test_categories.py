"""Which category a difference gets: by its words, and by where it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.compare.alignment import align_quote
from align.compare.categories import categorize, name_change
from align.compare.locate import find_alignments, index_speech
from align.compare.styles import SEVERITIES, STYLES, severity_of
from align.compare.tokens import printed_tokens, spoken_tokens
from align.languages import EN
from align.records import Category, Severity, Word

BEFORE, BEHIND = "the committee met on Tuesday evening and", "which nobody in the hall had expected to hear"

CHANGES = [
    ("did not", "did", Category.NEGATION),
    ("isn't", "is", Category.NEGATION),
    ("safe", "unsafe", Category.NEGATION),
    ("careful", "careless", Category.NEGATION),
    ("never", "not", Category.CONTENT),  # both deny
    ("twenty", "thirty", Category.NUMBER),
    ("Monday", "Friday", Category.NUMBER),
    ("", "2017", Category.NUMBER),
    ("one", "the", Category.FUNCTION_WORD),  # a pronoun more often than a number
    ("may", "will", Category.MODALITY),
    ("may the", "will a", Category.MODALITY),
    ("possibly", "", Category.MODALITY),
    ("we'll", "we", Category.MODALITY),
    ("all", "some", Category.QUANTITY),
    ("most of", "", Category.QUANTITY),
    ("he", "she", Category.PERSON),
    ("my house", "your house", Category.PERSON),
    ("in our laws", "", Category.OMISSION),  # a phrase with its pronoun is only a phrase
    ("our", "", Category.PERSON),
    ("i'm", "i", Category.FUNCTION_WORD),
    ("it", "John Smith", Category.NAME),
    ("walk", "walked", Category.INFLECTION),
    ("go", "went", Category.INFLECTION),
    ("men", "man", Category.INFLECTION),
    ("the", "a", Category.FUNCTION_WORD),
    ("old", "new", Category.CONTENT),
    ("old", "", Category.OMISSION),
    ("", "old", Category.INSERTION),
    ("not at all true", "", Category.OMISSION),  # a clause, whatever is in it
    ("", "he may not go", Category.INSERTION),
    ("France and Germany", "Germany and France", Category.ORDER),
]
"""Spoken, printed, and what that comes to."""

GRAVEST_FIRST = ("not", "20", "may", "all", "he")
"""A word for each of the senses, in the order of their weight."""


@pytest.mark.parametrize(("spoken", "printed", "category"), CHANGES)
def test_a_change_is_named_for_what_it_does_to_the_sense(spoken, printed, category):
    said, shown = (printed_tokens(f"so {side}", 0, EN)[1:] for side in (spoken, printed))

    assert name_change(said, shown, EN) is category


@given(st.lists(st.sampled_from(GRAVEST_FIRST), min_size=1, max_size=3, unique=True))
def test_a_change_that_does_several_things_is_named_for_the_gravest(words):
    gravest = min(words, key=GRAVEST_FIRST.index)
    (alone,), together = (printed_tokens(text, 0, EN) for text in (gravest, " ".join(words)))
    own = name_change([alone], printed_tokens("the", 0, EN), EN)

    assert name_change(together, printed_tokens("the", 0, EN), EN) is own
    assert SEVERITIES[own] is Severity.CRITICAL


def categories(printed: str, spoken: str) -> list[Category]:
    """Return the categories of all differences between a quote and the speech around it."""
    words = f"{BEFORE} {spoken} {BEHIND}".split()
    timed = [Word(f" {word}", at * 0.5, at * 0.5 + 0.4) for at, word in enumerate(words)]
    speech, tokens = index_speech([spoken_tokens(timed, EN)], EN), printed_tokens(printed, 0, EN)
    return list(categorize(align_quote(find_alignments(tokens, speech)[0], tokens, speech), speech))


IN_PLACE = [
    ("we have looked at the roof", "we have um looked at the roof", Category.FILLER),
    ("we have looked at the roof", "we have, you know, looked at the roof", Category.FILLER),
    ("we have looked at the roof", "we have, right, looked at the roof", Category.FILLER),
    ("we have looked at the roof", "we have looked looked at the roof", Category.REPEAT),
    ("we have looked at the roof", "we have lo looked at the roof", Category.FALSE_START),
    ("there were five people", "there were four, sorry, five people", Category.FALSE_START),
    ("we have looked at [all of] the roof", "we have looked at the roof", Category.BRACKET),
    ("we have looked … at the roof", "we have looked for many days at the roof", Category.ELLIPSIS),
    ("we will not look at the roof", "we won't look at the roof", Category.CONTRACTION),
    ("they were right about the roof", "they was right about the roof", Category.GRAMMAR),
    ("there were four people", "there were four sorry five people", Category.NUMBER),  # print has what was taken back
]  # fmt: skip
"""Printed, spoken, and the one category of what differs."""


@pytest.mark.parametrize(("printed", "spoken", "category"), IN_PLACE)
def test_what_surrounds_a_difference_tells_tidying_from_change(printed, spoken, category):
    assert categories(printed, spoken) == [category]


def test_an_auxiliary_that_follows_from_a_changed_modal_is_no_change_of_its_own():
    assert categories("the old roof is not safe", "the old roof may not be safe") == [Category.MODALITY] * 2


def test_every_category_has_a_severity_and_styles_tidy_only_what_is_no_fault():
    assert SEVERITIES.keys() == set(Category)
    for style, tidied in STYLES.items():
        assert {SEVERITIES[category] for category in tidied} == {Severity.NONE}
        for category in Category:
            assert (severity_of(category, style) is Severity.NONE) == (category in tidied)
