"""Which characters are marks, and which reading of them is cheap where they stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.article.marks.glyphs import GLYPHS
from align.article.marks.scanner import find_marks

READINGS = ("opening", "closing", "ignoring")
texts = st.lists(
    st.sampled_from([*GLYPHS, "&quot;", "´´", "’’", "don’t", " ", "word", ".", ", ", "<b>", "*", "\u200b", "’n’", "5"]),
    max_size=30,
).map("".join)


def glyphs(text):
    return [mark.glyph for mark in find_marks(text)]


def cheapest(text):
    """For each mark, the reading that costs least where it stands."""
    return [min(READINGS, key=lambda reading: getattr(mark.costs, reading)) for mark in find_marks(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“We are full,” she said.", ["“", "”"]),
        ("&quot;We are full,&quot; she said.", ['"', '"']),
        ("＂We are full＂", ['"', '"']),
        ("``We are full,'' she said.", ["``", "''"]),
        ("«Oui», dit-il", ["«", "»"]),
        ("「はい」と話した", ["「", "」"]),
        ("<q>We are full</q>", ["<q>", "</q>"]),
        ("don’t can't d’accord", []),
        ("rock ’n’ roll", []),
        ('<a title="no quotation">here</a>', []),
        ('[here](page "no quotation")', []),
        ("no marks at all", []),
    ],
)
def test_marks_are_found_by_their_plain_form(text, found):
    assert glyphs(text) == found


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("“We are full,” she said.", ["opening", "closing"]),
        ("”We are full,“ she said.", ["opening", "closing"]),  # the sides count more than the glyphs
        ('She said: "We are full."', ["opening", "closing"]),
        ("She said 'we are full' now", ["opening", "closing"]),
        ("the ’90s", ["ignoring"]),
        ("’tis late", ["ignoring"]),
        ("get ’em", ["ignoring"]),
        ("the workers’ vote", ["ignoring"]),
    ],
)
def test_the_cheapest_reading_of_a_mark(text, readings):
    assert cheapest(text) == readings


@pytest.mark.parametrize("text", ["goin’ home", "5' tall", '6" wide', "the workers’ vote", "the ’90s"])
def test_what_may_be_no_mark_costs_little_to_ignore(text):
    [mark] = find_marks(text)

    assert mark.costs.ignoring <= 1
    assert mark.costs.opening > 1


@pytest.mark.parametrize("text", ["“We", "full” she", '"We', "she said 'we"])
def test_what_must_be_a_mark_costs_much_to_ignore(text):
    [mark] = find_marks(text)

    assert mark.costs.ignoring >= 4


def test_marks_that_touch_are_judged_by_what_stands_around_all_of_them():
    assert cheapest("He said: “‘No’”") == ["opening", "opening", "closing", "closing"]
    assert cheapest("He said: *“No”*") == ["opening", "closing"]


@given(texts)
def test_marks_come_in_order_and_stand_for_a_known_glyph(text):
    end = 0
    for mark in find_marks(text):
        assert end <= mark.start < mark.end <= len(text)
        assert mark.glyph in GLYPHS
        end = mark.end
