"""The beam search against a slow and obvious search through everything."""

import math
from unittest import mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.article.formats.blocks import text_blocks
from align.article.marks import beam_search
from align.article.marks.beam_search import find_cheapest_path
from align.article.marks.scanner import find_marks
from align.article.marks.transitions import CLOSED, NEVER_CLOSED, Action, find_options

pieces = st.sampled_from(["“", "”", '"', "'", "’", "« ", " »", "‘", "we are full", "No", " ", " ", ". ", ", ", "\n\n"])
PROSE = [
    "“We are full,” she said. ",
    "Amy Lin said: “We are ‘full’.” ",
    "“We are full.\n\n“Very full.” ",
    "the workers’ vote ",
    "a 5' wall ",
    "\n\nThe council met. ",
]
texts = st.lists(pieces, max_size=14).map("".join)


def read(text):
    """The blocks, marks and events of a text."""
    blocks, marks = text_blocks(text), find_marks(text)
    return blocks, marks, list(beam_search._events(marks, blocks))


def ways_from(state, event, costs):
    """Every way to take one step from a state: the action, the state that follows, and the price."""
    for option in find_options(state[0], len(state) - 1, state[-2:], event):
        yield option.action, state[option.kept] + option.added, option.price + costs[option.fee]


def cheapest_of_all(events):
    """What the cheapest path of all costs, without a beam."""
    costs_of = {CLOSED: 0.0}
    for event, fees, *_ in events:
        following = {}
        for state, cost in costs_of.items():
            for _, after, price in ways_from(state, event, fees):
                following[after] = min(following.get(after, math.inf), cost + price)
        costs_of = following
    return min(cost + NEVER_CLOSED * (state[0] != "") for state, cost in costs_of.items())


def cost_of(steps, events):
    """What a path costs: steps that are not told were read as nothing."""
    actions = {(step.block, step.mark, step.action in (Action.LEAVE, Action.END)): step.action for step in steps}
    state, total = CLOSED, 0.0
    for event, fees, block, mark, _ in events:
        is_end = mark is None and type(event).__name__ == "Leave"
        action = actions.get((block, mark, is_end), Action.NOTHING)
        [(state, price)] = [(after, price) for way, after, price in ways_from(state, event, fees) if way is action]
        total += price
    return total + NEVER_CLOSED * (state[0] != "")


@settings(deadline=None)
@given(texts)
def test_no_path_is_cheaper_than_the_one_found_by_a_wide_beam(text):
    blocks, marks, events = read(text)
    with mock.patch.multiple(beam_search, _MOST_STATES=10_000, _DEAREST_STATE=math.inf):
        steps = find_cheapest_path(marks, blocks)
        events = list(beam_search._events(marks, blocks))

    assert cost_of(steps, events) == pytest.approx(cheapest_of_all(events), abs=1e-4)


@settings(deadline=None)
@given(st.lists(st.sampled_from(PROSE), min_size=1, max_size=5), st.sampled_from(["“”‘’", "\"\"''", "«»‹›", "„“‚‘"]))
def test_in_prose_the_narrow_beam_finds_it_too(parts, marks):
    text = "".join(parts).translate(str.maketrans("“”‘’", marks))
    blocks, marks, events = read(text)

    assert cost_of(find_cheapest_path(marks, blocks), events) == pytest.approx(cheapest_of_all(events), abs=1e-4)


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        ("“We are full,” she said.", [Action.OPEN, Action.CLOSE]),
        ("We are full,” she said.", [Action.CLOSE_UNOPENED]),
        ("“We are full, she said.", [Action.OPEN, Action.LEAVE]),
        ("“We are full.\n\n“Very full.”", [Action.OPEN, Action.LEAVE, Action.CARRY_ON, Action.CLOSE]),
        ("“We are ‘full’,” she said.", [Action.OPEN, Action.OPEN, Action.CLOSE, Action.CLOSE]),
        ("the workers’ vote", []),
    ],
)
def test_what_a_text_is_read_as(text, actions):
    blocks, marks, _ = read(text)
    steps = find_cheapest_path(marks, blocks)

    assert [step.action for step in steps if step.action is not Action.NOTHING] == actions


def test_a_text_that_can_be_read_in_two_ways_has_a_small_margin():
    def margin(text):
        blocks, marks, _ = read(text)
        return min(step.margin for step in find_cheapest_path(marks, blocks))

    assert margin("“tall” she said.") > margin("tall” she said.")
    assert margin('The bridge 5\'11" long" she said.') <= 1.0
