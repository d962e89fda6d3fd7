"""Who a phrase means, given whom the article has quoted before; to ask teaches nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.article.entities.discourse import Discourse
from align.article.entities.resolver import EntityResolver
from align.records import Span
from tests.article.reading import narration_of

TEXT = (
    "Amy Lin met Bo Lane at the Water Board. She said so. A spokesman said so. He added more. the spokesman left. "
    "Mayor Ann Cole said so. Then she left, and Ms Lin said more. The Board said so. the board said it again."
)
PHRASES = [
    "Amy Lin",
    "Bo Lane",
    "She",
    "A spokesman",
    "He",
    "Mayor Ann Cole",
    "she",
    "Ms Lin",
    "The Board",
    "the board",
]


def speakers(text, *phrases):
    """Return whom each phrase means, told one after the other as quoted."""
    resolver, discourse = EntityResolver(text, narration_of(text).writers_spans()), Discourse()
    position, found = 0, []
    for phrase in phrases:
        start = text.index(phrase, position)
        position = start + len(phrase)
        referent = resolver.resolve(Span(start, position), discourse)
        discourse.note(referent, is_quoted=True)
        found.append(referent.speaker)
    return found


@pytest.mark.parametrize(
    ("text", "phrase", "speaker"),
    [
        ("Deputy Commissioner Bas Javid spoke. Mr Javid said so.", "Mr Javid", "Bas Javid"),
        ("Mayor Amy Lin left. The mayor said so.", "The mayor", "Amy Lin"),
        ("The Water Board (WB) met. The WB said so.", "The WB", "Water Board"),
        ("Her colleague Bo Lane said so.", "Her colleague Bo Lane", "Bo Lane"),
        ("Amy Lin’s lawyer said so.", "Amy Lin’s lawyer", "Amy Lin’s lawyer"),
        ("Amy Lin’s letter said so.", "Amy Lin’s letter", "Amy Lin"),
        ("A neighbour said so.", "A neighbour", "A neighbour"),
        ("Amy Lin left. She said so.", "She", "Amy Lin"),
        ("Ann Cole and Amy Lin left. She said so.", "She", None),
        ("She said so. Amy Lin left.", "She", "She"),
        ("Amy Lin left. I said so.", "I", "I"),
        ("Nobody left. A-t-il dit.", "A-t-il", "il"),
    ],
)
def test_a_phrase(text, phrase, speaker):
    assert speakers(text, phrase) == [speaker]


@pytest.mark.parametrize(
    ("text", "phrases", "found"),
    [
        ("A spokesman said so. He added more.", ("A spokesman", "He"), ["A spokesman", "A spokesman"]),
        ("A spokeswoman said so. He added more.", ("A spokeswoman", "He"), ["A spokeswoman", "He"]),
        ("A spokesman said so.\n\nHe added more.", ("A spokesman", "He"), ["A spokesman", "A spokesman"]),
        (
            "A spokesman said so. Bo Lane spoke. He left.",
            ("A spokesman", "Bo Lane", "He"),
            ["A spokesman", *["Bo Lane"] * 2],
        ),
        ("The Board said so. the board said more.", ("The Board", "the board"), ["The Board", "The Board"]),
    ],
)
def test_what_was_said_before_counts(text, phrases, found):
    assert speakers(text, *phrases) == found


def test_only_a_verb_of_saying_lets_a_description_go_on():
    text = "A spokesman stood there. He added more."
    resolver, discourse = EntityResolver(text, narration_of(text).writers_spans()), Discourse()
    discourse.note(resolver.resolve(Span(0, 11), discourse), is_quoted=False)

    assert discourse.last_described is None


@given(st.lists(st.sampled_from(PHRASES), max_size=8), st.lists(st.sampled_from(PHRASES), max_size=4))
def test_to_ask_about_others_changes_no_answer(asked, told):
    """A quotation may be looked ahead to any number of times; only what is noted counts."""
    resolver, discourse = EntityResolver(TEXT, narration_of(TEXT).writers_spans()), Discourse()

    def ask(phrase):
        start = TEXT.index(phrase)
        return resolver.resolve(Span(start, start + len(phrase)), discourse)

    for phrase in told:
        discourse.note(ask(phrase), is_quoted=True)
    before = [ask(phrase) for phrase in PHRASES]
    for phrase in asked:
        ask(phrase)

    assert [ask(phrase) for phrase in PHRASES] == before


@pytest.mark.parametrize("opener", ["Maybe", "Sadly", "Nowadays", "Unless", "Meanwhile", "Traditionally"])
def test_she_is_no_firm_at_the_beginning_of_a_sentence(opener):
    text = f"{opener} Instagram asked for it. The paper spoke to one mother. She said so."

    assert speakers(text, "She") == ["She"]
