"""Which marks open and close which quotations?

One optimum over the whole article, by dynamic programming over its marks and paragraph ends: a state is the stack
of quotations that are open, a step reads one mark as opening, closing or no mark at all, and the cheapest reading
of everything wins. A quotation left open at the end of a paragraph is carried on by a mark that opens a paragraph
after it. Time is linear, since only the cheapest few states are kept. Costs are in the unit of `glyphs`.
"""

import math
from collections.abc import Callable, Iterable, Sequence
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
_DEAREST_STATE = 15.0  # above the cheapest
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
    LEAVE = auto()  # the paragraph ends within a quotation
    DROP = auto()  # the quotation left open is not carried on


class State(NamedTuple):
    """The glyphs of the open quotations, outermost first; `is_left` if their paragraph has ended."""

    stack: tuple[str, ...] = ()
    is_left: bool = False


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
    before: "Decision | None"


Paths = dict[State, tuple[float, Decision | None]]
_CLOSED = State()


def cheapest_reading(marks: Sequence[Mark], blocks: Sequence[Block]) -> list[Decision]:
    """Return the steps of the cheapest reading of all marks, in order."""
    paths: Paths = {_CLOSED: (0.0, None)}
    first = 0
    for place, block in enumerate(blocks):
        last = first
        while last < len(marks) and marks[last].chars.start < block.chars.end:
            last += 1
        is_marked = first < last and marks[first].chars.start == block.chars.start
        paths = _advance(paths, lambda state: _enter(state, block.role, is_marked), place, None)  # noqa: B023, called at once
        for index in range(first, last):
            read = _carry_on if is_marked and index == first else _read
            setting = marks[index].setting
            paths = _advance(paths, lambda state: read(state, setting), place, index)  # noqa: B023, called at once
        paths = _advance(paths, lambda state: _leave(state, block.role), place, None)  # noqa: B023, called at once
        first = last
    return _trace(paths)


def _trace(paths: Paths) -> list[Decision]:
    _, decision = min(paths.items(), key=lambda item: item[1][0] + _NEVER_CLOSED * item[0].is_left)[1]
    steps = []
    while decision is not None:
        steps.append(decision)
        decision = decision.before
    return steps[::-1]


def _advance(paths: Paths, options: Callable[[State], Iterable[Option]], block: int, mark: int | None) -> Paths:
    """Return the cheapest path to every state that one step leads to."""
    best: dict[State, tuple[float, Action, Decision | None]] = {}
    second: dict[State, float] = {}
    for state, (cost, before) in paths.items():
        for action, after, price in options(state):
            total = cost + price
            known = best.get(after)
            if known is None or total < known[0]:
                second[after] = known[0] if known else math.inf
                best[after] = (total, action, before)
            else:
                second[after] = min(second[after], total)
    kept = sorted(best.items(), key=lambda item: item[1][0])[:_MOST_STATES]
    dearest = kept[0][1][0] + _DEAREST_STATE
    return {
        state: (cost, Decision(action, block, mark, second[state] - cost, before))
        for state, (cost, action, before) in kept
        if cost <= dearest
    }


@lru_cache(maxsize=4096)
def _enter(state: State, role: Role, is_marked: bool) -> tuple[Option, ...]:
    """Return what the start of a block may mean."""
    if not state.is_left:
        return (Option(Action.NOTHING, state, 0),)
    drop = Option(Action.DROP, _CLOSED, _NEVER_CLOSED)
    if is_marked:
        return (Option(Action.NOTHING, state, 0), drop)
    if role in _INTERLUDES:
        return (Option(Action.NOTHING, state, _INTERLUDE), drop)
    return (drop, Option(Action.CARRY_ON_UNMARKED, State(state.stack), _CARRIED_ON_UNMARKED))


@lru_cache(maxsize=4096)
def _leave(state: State, role: Role) -> tuple[Option, ...]:
    """Return what the end of a block may mean."""
    if state.is_left or not state.stack:
        return (Option(Action.NOTHING, state, 0),)
    cost = _LEFT_OPEN + _LEFT_OPEN_NESTED * (len(state.stack) - 1) + _LEFT_OPEN_IN_HEADING * (role is Role.HEADING)
    return (Option(Action.LEAVE, State(state.stack[:1], is_left=True), cost),)


@lru_cache(maxsize=65_536)
def _carry_on(state: State, setting: Setting) -> tuple[Option, ...]:
    """Return what a mark at the very start of a block may mean."""
    options = _read(state, setting)
    if state.is_left and GLYPHS[state.stack[0]].family is GLYPHS[setting.glyph].family:
        options += (Option(Action.CARRY_ON, State((setting.glyph,)), setting.opening),)
    return options


@lru_cache(maxsize=65_536)
def _read(state: State, setting: Setting) -> tuple[Option, ...]:
    """Return what a mark may mean."""
    options = [Option(Action.NOTHING, state, setting.ignoring)]
    stack = state.stack
    if state.is_left:
        return tuple(options)
    if len(stack) < _DEEPEST:
        options.append(
            Option(Action.OPEN, State((*stack, setting.glyph)), setting.opening + _nesting_cost(stack, setting))
        )
    if stack:
        options.append(
            Option(Action.CLOSE, State(stack[:-1]), setting.closing + closing_cost(stack[-1], setting.glyph))
        )
    else:
        never_opened = setting.closing + closing_cost(setting.glyph, setting.glyph) + _NEVER_OPENED
        options.append(Option(Action.CLOSE_UNOPENED, state, never_opened))
    if len(stack) > 1:
        cost = setting.closing + closing_cost(stack[-2], setting.glyph) + _NEVER_CLOSED
        options.append(Option(Action.CLOSE_TWO, State(stack[:-2]), cost))
    return tuple(option for option in options if option.cost < math.inf)


def _nesting_cost(stack: tuple[str, ...], setting: Setting) -> float:
    if not stack:
        return 0
    is_same = GLYPHS[stack[-1]].family is GLYPHS[setting.glyph].family
    return _NESTED_IN_ITS_FAMILY if is_same else _NESTED
