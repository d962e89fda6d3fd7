"""Which marks open and close which quotations? A beam search (Viterbi over the few cheapest states).

One optimum over the whole article, by dynamic programming over its marks and paragraph ends: a state is the stack
of quotations that are open, a step reads one mark as opening, closing or no mark at all, and the cheapest path
through everything wins. A quotation left open at the end of a paragraph is carried on by a mark that opens a paragraph
after it. Time is linear, since only the cheapest few states are kept. Costs are in the unit of `glyphs`.
"""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import NamedTuple

from align.article.marks.scanner import Costs, QuoteMark
from align.article.marks.transitions import (
    CLOSED,
    NEVER_CLOSED,
    Action,
    Enter,
    Event,
    Leave,
    Option,
    Read,
    State,
    find_options,
)
from align.records import Block, Role

_MOST_STATES = 8
_MOST_STATES_IN_A_CROWD = 3
_CROWD = 5_000  # marks in one paragraph: no prose has as many, and whatever it is must be read in reasonable time
_DEAREST_STATE = 12.0  # above the cheapest
_INTERLUDES = (Role.CAPTION, Role.BOILERPLATE, Role.HEADING, Role.PULL_QUOTE)
_REMEMBERED = 4096  # beams and steps from them; an article has some hundred
_FREE = Costs(0.0, 0.0, 0.0)  # the edges of paragraphs take no fee


class Step(NamedTuple):
    """One step of a reading: at a mark, or at the edge of a block if `mark` is None.

    `margin` is how much dearer the next best way to the same state was: near 0, there are two readings.
    """

    action: Action
    block: int
    mark: int | None
    margin: float


_Backpointer = tuple[int, Action, float]
"""How a state after an event is best reached: from which place in the beam before, by what, and with what margin."""

_Path = tuple["_Path | None", _Backpointer, int, int | None]
"""The steps that led to a state, the last one first with its block and mark; paths share their beginnings."""


_States = tuple[tuple[State, float], ...]
_START: _States = ((CLOSED, 0.0),)


@dataclass(frozen=True, slots=True, eq=False)
class _Beam:
    """The states worth keeping, cheapest first, with what each costs above the cheapest.

    Beams are told apart by identity, which is quicker than to compare their states at every mark.
    """

    states: _States


def find_cheapest_path(marks: Sequence[QuoteMark], blocks: Sequence[Block]) -> list[Step]:
    """Return the steps of the cheapest reading of all marks, in order."""
    # Few different beams occur in a text, so that most steps are remembered: the search becomes an automaton.
    intern = lru_cache(maxsize=_REMEMBERED)(_Beam)
    advance = lru_cache(maxsize=_REMEMBERED)(partial(_advance, intern, lru_cache(maxsize=_REMEMBERED)(find_options)))
    beam = intern(_START)
    paths: list[_Path | None] = [None]
    for event, costs, block, mark, most in _events(marks, blocks):
        beam, backpointers = advance(beam, event, costs, most)
        paths = [
            (paths[pointer[0]], pointer, block, mark)
            if pointer[1] is not Action.NOTHING or pointer[2] < math.inf
            else paths[pointer[0]]
            for pointer in backpointers
        ]
    totals = [cost + NEVER_CLOSED * (state[0] != "") for state, cost in beam.states]
    return _steps(paths[totals.index(min(totals))])


def _steps(path: _Path | None) -> list[Step]:
    """Return the steps of a path in order."""
    steps = []
    while path is not None:
        path, (_, action, margin), block, mark = path
        steps.append(Step(action, block, mark, margin))
    return steps[::-1]


def _events(marks: Sequence[QuoteMark], blocks: Sequence[Block]) -> Iterator[tuple[Event, Costs, int, int | None, int]]:
    """Yield what the text holds: its fees, the number of the block and of the mark, how many states to keep."""
    first = 0
    for number, block in enumerate(blocks):
        end, last = block.chars.end, first
        while last < len(marks) and marks[last].start < end:
            last += 1
        is_marked = first < last and marks[first].start == block.chars.start
        is_interlude = block.role in _INTERLUDES
        most = _MOST_STATES if last - first <= _CROWD else _MOST_STATES_IN_A_CROWD
        yield Enter(is_interlude, is_marked), _FREE, number, None, most
        for mark in range(first, last):
            event = Read(marks[mark].glyph, is_interlude, is_marked and mark == first)
            yield event, marks[mark].costs, number, mark, most
        yield Leave(block.role is Role.HEADING), _FREE, number, None, most
        first = last


def _advance(
    intern: Callable[[_States], _Beam],
    options_of: Callable[[str, int, State, Event], tuple[Option, ...]],
    beam: _Beam,
    event: Event,
    costs: Costs,
    most: int,
) -> tuple[_Beam, tuple[_Backpointer, ...]]:
    """Return the beam after an event, and how each of its states is reached."""
    ways: dict[State, tuple[float, int, Action, float]] = {}
    for source, (state, cost) in enumerate(beam.states):
        for action, kept, added, price, fee in options_of(state[0], len(state) - 1, state[-2:], event):
            total = cost + price + costs[fee]
            after = state[kept] + added
            known = ways.get(after)
            if known is None:
                ways[after] = (total, source, action, math.inf)
            elif total < known[0]:
                ways[after] = (total, source, action, known[0] - total)
            elif total - known[0] < known[3]:
                ways[after] = (*known[:3], total - known[0])
    if not ways:  # no reading is left of a text that breaks every rule: begin anew
        return intern(_START), ((0, Action.NOTHING, 0.0),)
    best = sorted(ways.items(), key=_cost)[:most]
    cheapest = best[0][1][0]
    best = [item for item in best if item[1][0] <= cheapest + _DEAREST_STATE]
    states = tuple([(state, round(way[0] - cheapest, 6)) for state, way in best])
    return intern(states), tuple([way[1:] for _, way in best])


def _cost(item: tuple[State, tuple[float, int, Action, float]]) -> float:
    return item[1][0]
