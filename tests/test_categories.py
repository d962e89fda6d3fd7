"""Which category a difference gets: by its words, and by where it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.article.formats.text import read_text
from align.compare.alignment import align_quote
from align.compare.categories import categorize, name_change
from align.compare.locate import find_alignments, index_speech
from align.compare.styles import SEVERITIES, STYLES, severity_of
from align.compare.tokens import printed_tokens, spoken_tokens
from align.languages import EN
from align.pipeline import compare, select_quotes
from align.records import Category, Model, ReportSettings, Severity, Word
from tests.lbc_case import trust_the_transcript
from tests.test_languages import check_of, transcript

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
    ("as", "like", Category.FUNCTION_WORD),
    ("like", "as", Category.FUNCTION_WORD),
    ("like", "", Category.OMISSION),  # "I like him"
    ("like", "love", Category.CONTENT),
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


AT_GAPS = [
    (
        "the school will … close by the summer of next year",
        "the school will in all honesty I have to tell you clothes by the summer of next year",
        "clothes",
    ),
    (
        "we have done the work … and the bridge is safe today",
        "we have done the work as everybody in this room knows well enough and the fridge is safe today",
        "fridge",
    ),
    (
        "we have done the roof … and the bridge is safe today",
        "we have done the woof as everybody in this room knows well enough and the bridge is safe today",
        "woof",
    ),
    (
        "people were scared … of the water in the cellar below",
        "people were scarred when they heard the noise of the night of the water in the cellar below",
        "scarred",
    ),
    (
        "it was a long road … to the sea for all of the men",
        "it was a long wrote that we walked with the mules too the sea for all of the men",
        "wrote",
    ),
    (
        "the council … told the parents nothing about the fire",
        "the council and I was there on the night sold the parents nothing about the fire",
        "sold",
    ),
    (
        "nobody … wanted the tower to be built on the green",
        "nobody in the village that I ever met haunted the tower to be built on the green",
        "haunted",
    ),
    (
        "they took the money … and left the country for good",
        "they took the honey from the old man who had been ill and left the country for good",
        "honey",
    ),
    (
        "I was told … the ship had gone down in the night",
        "I was sold by the harbour master at six the chip had gone down in the night",
        "sold chip",
    ),
    (
        "he went … home with the others after the long trial",
        "he went without a word to anybody hone with the others after the long trial",
        "hone",
    ),
]
"""Printed with an ellipsis, spoken, and the one or two words beside it that were heard otherwise."""


@pytest.mark.parametrize(("printed", "spoken", "heard"), AT_GAPS)
def test_what_an_ellipsis_leaves_out_is_apart_from_a_word_beside_it(printed, spoken, heard):
    found = check_of(printed, (spoken, "en")).edits

    assert [edit.spoken for edit in found if edit.category is Category.CONTENT] == heard.split()
    assert [edit.category for edit in found if edit.category is not Category.CONTENT] == [Category.ELLIPSIS]


@given(st.integers(2, 8), st.integers(1, 5), st.sampled_from(["marmalade", "fridge", "not", "they"]), st.booleans())
def test_no_change_holds_what_a_marked_ellipsis_leaves_out(place, length, other, is_before):
    """Whatever stands beside the gap, and on whichever side of it, the words left out are never lumped with it."""
    said = "we shall tell all parents near the lake that old schools stay open until summer comes again".split()
    left_out = said[place : place + length]
    printed = [*said[:place], "…", *said[place + length :]]
    printed[place - 1 if is_before else place + 1] = other
    found = check_of(" ".join(printed), (" ".join(said), "en")).edits

    for edit in found:
        if edit.category not in (Category.ELLIPSIS, Category.QUALIFIER):
            assert set(edit.spoken.split()).isdisjoint(left_out), found


NAMES = [
    ("we gave the money to Mr Mercer in March last year", "we gave the money to Mr Sloan in March last year"),
    ("we gave the money to Mercer after the vote", "we gave the money to Sloan after the vote"),
    ("the people of Leeds were told about the fire", "the people of Bradford were told about the fire"),
    ("I asked Dr Patel for the report last week", "I asked Dr Gupta for the report last week"),
    ("she went to see Angela about the contract", "she went to see Diane about the contract"),
    ("we heard it from Councillor Brown that day", "we heard it from Councillor Green that day"),
    ("the man from Microsoft came to the office", "the man from Apple came to the office"),
    ("we took the train to Paris in the morning", "we took the train to Rome in the morning"),
    ("he plays for United on Saturday afternoons", "he plays for Rovers on Saturday afternoons"),
    ("it was Mr. Jones who signed the letter", "it was Mr. Smith who signed the letter"),
    ("Harris was there when it all fell down", "and then Thompson was there when it all fell down"),
    ("Dr. Harris was there when it all fell down", "Dr. Thompson was there when it all fell down"),
]

NO_NAMES = [
    ("the big house on the hill was sold there", "the large house on the hill was sold there"),
    ("he plays for money on Saturday afternoons", "he plays for fun on Saturday afternoons"),
    ("Trees fell on the road in the storm there", "Rocks fell on the road in the storm there"),
    ("we saw the President at the gate that day", "we saw the president at the gate that day"),
    ("The man was there when it all fell down", "and then a man was there when it all fell down"),
    ("He went to the shop with his old mother", "and she went to the shop with his old mother"),
    ("Nice people were there in the hall", "and kind people were there in the hall"),
    ("we came in May to see the old bridge", "we came in June to see the old bridge"),
]


@pytest.mark.parametrize(("printed", "spoken"), NAMES)
def test_a_name_for_another_is_a_critical_change_of_name(printed, spoken):
    (edit,) = check_of(printed, (spoken, "en")).edits

    assert (edit.category, edit.severity) == (Category.NAME, Severity.CRITICAL)


@pytest.mark.parametrize(("printed", "spoken"), NO_NAMES)
def test_a_capital_that_only_begins_a_sentence_makes_no_name(printed, spoken):
    assert Category.NAME not in {edit.category for edit in check_of(printed, (spoken, "en")).edits}


def test_a_capital_at_the_start_is_a_names_if_it_is_one_in_another_quote():
    article = "“Harris was there when it all fell down,” said Ann Lee. “I saw that Harris was hurt,” she said."
    said = "Thompson was there when it all fell down. I saw that Thompson was hurt."
    report = compare(
        select_quotes(read_text("article.txt", article.encode()), ReportSettings()), [transcript(said, "en")],
        trust_the_transcript, Model("recorded", "base", None),
    )  # fmt: skip

    assert [edit.category for check in report.checks for edit in check.edits] == [Category.NAME] * 2
