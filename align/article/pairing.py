"""Which marks open and close which quotations?

One optimum over the whole article, by dynamic programming over its marks and paragraph ends: a state is the stack
of quotations that are open, a step reads one mark as opening, closing or no mark at all, and the cheapest reading
of everything wins. A quotation left open at the end of a paragraph is carried on by a mark that opens a paragraph
after it. Time is linear, since only the cheapest few states are kept. Costs are in the unit of `glyphs`.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache
from typing import NamedTuple

from align.article.glyphs import GLYPHS, closing_cost
from align.article.marks import Mark, Setting
from align.records import Block, Role

_NESTED = 0.3
_NESTED_IN_ITS_FAMILY = 2.0
_NEVER_OPENED = 4.0
_NEVER_CLOSED = 3.5  # paid when no later paragraph carries the quotation on
_LEFT_OPEN = 0.3
_LEFT_OPEN_NESTED = 3.0
_LEFT_OPEN_IN_HEADING = 3.0
_INTERLUDE = 0.3  # a caption or the like between two paragraphs of one quotation
_CARRIED_ON_UNMARKED = 4.0

_DEEPEST = 4
_MOST_STATES = 12
_DEAREST_STATE = 12.0  # above the cheapest
_INTERLUDES = (Role.CAPTION, Role.BOILERPLATE, Role.HEADING, Role.PULL_QUOTE)


class Action(Enum):
    """How a mark or the edge of a paragraph was read."""

    NOTHING = auto()
    OPEN = auto()
    CARRY_ON = auto()  # opens a paragraph of the quotation that an earlier one left open
    CARRY_ON_UNMARKED = auto()  # the same without a mark
    CLOSE = auto()
    CLOSE_TWO = auto()  # closes a quotation within which a nested one was never closed
    CLOSE_UNOPENED = auto()  # closes a quotation whose opening mark is missing
    LEAVE = auto()  # the paragraph ends within a quotation, which a later one may carry on
    END = auto()  # the paragraph ends within a quotation, which ends too
    DROP = auto()  # the quotation left open is not carried on


class State(NamedTuple):
    """The opening glyphs of the open quotations, outermost first, and of the one that an earlier block left open."""

    stack: tuple[str, ...] = ()
    left: str | None = None


class Option(NamedTuple):
    """A way to take one step."""

    action: Action
    after: State
    cost: float


class Decision(NamedTuple):
    """One step of a reading: at a mark, or at the edge of a block if `mark` is None.

    `margin` is how much dearer the next best way to the same state was: near 0, there are two readings.
    """

    action: Action
    block: int
    mark: int | None
    margin: float


class Enter(NamedTuple):
    """The start of a block; `is_marked` if a mark is its first character."""

    role: Role
    is_marked: bool


class Read(NamedTuple):
    """A mark in a block; `is_first` if it is the first character."""

    setting: Setting
    role: Role
    is_first: bool


class Leave(NamedTuple):
    """The end of a block."""

    role: Role


class Move(NamedTuple):
    """How a state after an event is best reached: from which place in the front before, and by what."""

    source: int
    action: Action
    margin: float


Event = Enter | Read | Leave
Moves = tuple[Move, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Front:
    """The states worth keeping, cheapest first, with what each costs above the cheapest.

    Fronts are told apart by identity, which is quicker than to compare their states at every mark.
    """

    states: tuple[tuple[State, float], ...]


_CLOSED = State()


def cheapest_reading(marks: Sequence[Mark], blocks: Sequence[Block]) -> list[Decision]:
    """Return the steps of the cheapest reading of all marks, in order."""
    front = _front(((_CLOSED, 0.0),))
    steps: list[tuple[Moves, int, int | None]] = []
    for event, block, mark in _events(marks, blocks):
        front, moves = _advance(front, event)
        steps.append((moves, block, mark))
    costs = [cost + _NEVER_CLOSED * (state.left is not None) for state, cost in front.states]
    return _trace(steps, costs.index(min(costs)))


def _events(marks: Sequence[Mark], blocks: Sequence[Block]) -> Iterator[tuple[Event, int, int | None]]:
    """Yield what the text holds, in order, with the number of the block and of the mark."""
    first = 0
    for number, block in enumerate(blocks):
        end, last = block.chars.end, first
        while last < len(marks) and marks[last].start < end:
            last += 1
        is_marked = first < last and marks[first].start == block.chars.start
        yield Enter(block.role, is_marked), number, None
        for mark in range(first, last):
            yield Read(marks[mark].setting, block.role, is_marked and mark == first), number, mark
        yield Leave(block.role), number, None
        first = last


def _trace(steps: Sequence[tuple[Moves, int, int | None]], last: int) -> list[Decision]:
    """Return the decisions that lead to the place `last` in the last front, without those that were none."""
    decisions = []
    for moves, block, mark in reversed(steps):
        last, action, margin = moves[last]
        if action is not Action.NOTHING or margin < math.inf:
            decisions.append(Decision(action, block, mark, margin))
    return decisions[::-1]


@lru_cache(maxsize=65_536)
def _front(states: tuple[tuple[State, float], ...]) -> Front:
    """Return the one front of these states."""
    return Front(states)


@lru_cache(maxsize=65_536)
def _advance(front: Front, event: Event) -> tuple[Front, Moves]:
    """Return the front after an event, and how each of its states is reached.

    Few different fronts occur in a text, so that most steps are remembered: the program becomes an automaton.
    """
    best: dict[State, tuple[float, Move]] = {}
    for source, (state, cost) in enumerate(front.states):
        for action, after, price in _options(state, event):
            total = cost + price
            known, move = best.get(after, (math.inf, None))
            if total < known:
                best[after] = (total, Move(source, action, known - total))
            elif move is not None:
                best[after] = (known, move._replace(margin=min(move.margin, total - known)))
    if not best:  # no reading is left of a text that breaks every rule: begin anew
        return _front(((_CLOSED, 0.0),)), (Move(0, Action.NOTHING, 0.0),)
    kept = sorted(best.items(), key=lambda item: item[1][0])[:_MOST_STATES]
    cheapest = kept[0][1][0]
    kept = [item for item in kept if item[1][0] <= cheapest + _DEAREST_STATE]
    states = tuple((state, round(cost - cheapest, 6)) for state, (cost, _) in kept)
    return _front(states), tuple(move for _, (_, move) in kept)


def _options(state: State, event: Event) -> Sequence[Option]:
    """Return what an event may mean."""
    match event:
        case Enter(role, is_marked):
            return _enter(state, role, is_marked)
        case Leave(role):
            return _leave(state, role)
        case Read(setting, role, is_first):
            return [option for option in _read(state, setting, role, is_first) if option.cost < math.inf]


def _enter(state: State, role: Role, is_marked: bool) -> tuple[Option, ...]:
    """Return what the start of a block may mean."""
    if state.left is None:
        return (Option(Action.NOTHING, state, 0),)
    drop = Option(Action.DROP, _CLOSED, _NEVER_CLOSED)
    if role in _INTERLUDES:
        return (Option(Action.NOTHING, state, _INTERLUDE), drop)
    if is_marked:
        return (Option(Action.NOTHING, state, 0), drop)
    return (drop, Option(Action.CARRY_ON_UNMARKED, State((state.left,)), _CARRIED_ON_UNMARKED))


def _leave(state: State, role: Role) -> tuple[Option, ...]:
    """Return what the end of a block may mean."""
    if not state.stack:
        return (Option(Action.NOTHING, state, 0),)
    if state.left is not None:
        return (Option(Action.END, State(left=state.left), _NEVER_CLOSED),)
    cost = _LEFT_OPEN + _LEFT_OPEN_NESTED * (len(state.stack) - 1) + _LEFT_OPEN_IN_HEADING * (role is Role.HEADING)
    return (Option(Action.LEAVE, State(left=state.stack[0]), cost),)


def _read(state: State, setting: Setting, role: Role, is_first: bool) -> Iterator[Option]:
    """Yield what a mark may mean; `is_first` if its block, of the role `role`, begins with it."""
    glyph, opening, closing, ignoring = setting
    stack, left = state
    if left is not None and is_first and GLYPHS[left].family is GLYPHS[glyph].family:
        yield Option(Action.CARRY_ON, State((glyph,)), opening)
    if left is not None and role not in _INTERLUDES:
        return
    yield Option(Action.NOTHING, state, ignoring)
    if len(stack) < _DEEPEST:
        yield Option(Action.OPEN, State((*stack, glyph), left), opening + _nesting_cost(stack, glyph))
    if not stack:
        yield Option(Action.CLOSE_UNOPENED, state, closing + closing_cost(glyph, glyph) + _NEVER_OPENED)
        return
    yield Option(Action.CLOSE, State(stack[:-1], left), closing + closing_cost(stack[-1], glyph))
    if len(stack) > 1:
        yield Option(
            Action.CLOSE_TWO, State(stack[:-2], left), closing + closing_cost(stack[-2], glyph) + _NEVER_CLOSED
        )


def _nesting_cost(stack: tuple[str, ...], glyph: str) -> float:
    if not stack:
        return 0
    return _NESTED_IN_ITS_FAMILY if GLYPHS[stack[-1]].family is GLYPHS[glyph].family else _NESTED
