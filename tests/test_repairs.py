"""Who puts himself right: print may lack what he gave up, not what he said instead."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.records import Category, Certainty, Severity, Verdict
from tests.test_languages import check_of

KEPT = [
    ("there were five people in it", "there were four, sorry, five people in it", Verdict.CLEANED),
    ("we met there on Tuesday after work", "we met there on Monday, no, Tuesday after work", Verdict.CLEANED),
    ("it costs forty pounds to heat", "it costs thirty, I mean forty pounds to heat", Verdict.CLEANED),
    ("we paid them on Thursday at noon", "we paid them on Friday, my mistake, Thursday at noon", Verdict.CLEANED),
    ("and the mayor may sign it in June", "and the mayor will, the mayor may sign it in June", Verdict.CLEANED),
    ("and so the council voted to sell", "and so the council has, um, the council voted to sell", Verdict.CLEANED),
    ("the men working in the secret service", "the men working in the, you know, the secret service", Verdict.CLEANED),
    ("she told us to wait outside for him", "he told us, she told us to wait outside for him", Verdict.VERBATIM),
]
"""Printed, spoken: print has what the speaker put in place of what he gave up."""

UNDONE = [
    ("four people were in the car", "four, sorry, five people were in the car", Category.NUMBER),
    ("we met there on Monday after work", "we met there on Monday, no, Tuesday after work", Category.NUMBER),
    ("we paid them on Friday at noon", "we paid them on Friday, my mistake, Thursday at noon", Category.NUMBER),
    ("He told us to wait outside for him", "he told us, she told us to wait outside for him", Category.PERSON),
    ("He told us to wait outside for him", "he told us she told us to wait outside for him", Category.PERSON),
    ("and we can see it from here now", "and we can, we can't see it from here now", Category.NEGATION),
    ("you may think so and they do", "you may, you must think so and they do", Category.MODALITY),
    ("and some said that it was late", "and some said, many said that it was late", Category.QUANTITY),
    ("the roof is safe for all of us", "the roof is, the roof was safe for all of us", Category.INFLECTION),
]
"""Printed, spoken: print has what the speaker gave up, and lacks what he put in its place."""

PERHAPS = [
    ("the train leaves on Tuesday morning at nine", "the train leaves on Monday, though Tuesday morning at nine"),
    ("there were five at the gate that night", "there were four, five at the gate that night"),
    ("and then she told us to wait outside", "and then he told us, she told us to wait outside"),
    ("in this town we need nurses now", "in this town we need doctors, we need nurses now"),
    ("that is for the rich of this town", "that is for the poor, for the rich of this town"),
    ("Because if I had failed I would be home", "because I wanted to be able, if I had failed I would be home"),
    ("It costs forty pounds a week to heat", "it cost thirty, I paid them forty pounds a week to heat"),
    ("Good job. Thank you, thank you. We are glad", "good job thank you we are glad"),
    ("and because if I had not passed it", "and because I wanted to be able, if I had not passed it"),
    ("we have no time, no time for any of it", "we have no time for any of it"),
    ("we say that the town needs them here", "we say that the town needs them we need them here"),
]
"""Printed, spoken: what print lacks may be meant, or given up."""


@pytest.mark.parametrize(("printed", "spoken", "verdict"), KEPT)
def test_what_was_given_up_may_be_left_out(printed, spoken, verdict):
    assert check_of(printed, (f"that day {spoken}", "en")).verdict is verdict


@pytest.mark.parametrize(("printed", "spoken", "category"), UNDONE)
def test_what_was_put_in_its_place_may_not(printed, spoken, category):
    check = check_of(printed, (f"that day {spoken}", "en"))

    assert category in {edit.category for edit in check.edits if edit.severity is not Severity.NONE}


@pytest.mark.parametrize(("printed", "spoken"), PERHAPS)
def test_what_may_be_meant_or_given_up_is_for_the_ear(printed, spoken):
    check = check_of(printed, (f"that day {spoken}", "en"))

    assert check.severity.rank >= Severity.MAJOR.rank
    assert check.certainty is Certainty.CHECK_BY_EAR
    assert any("listen" in cause.lower() for cause in check.causes)


_things = st.sampled_from("doctors nurses teachers money houses roads bread water answers lawyers".split())
_frames = st.sampled_from(["we need the {}", "they ask for {}", "this is about {}", "she wants more {}"])


@settings(deadline=None)
@given(_frames, st.lists(_things, min_size=2, max_size=2, unique=True), st.sampled_from([", ", " "]))
def test_an_enumeration_is_no_false_start(frame, things, pause):
    """Half of "we need doctors, we need nurses" left out is never tidying."""
    one, other = (frame.format(thing) for thing in things)
    check = check_of(f"I say that {other} here", (f"I say that {one}{pause}{other} here", "en"))

    assert check.severity.rank >= Severity.MAJOR.rank
