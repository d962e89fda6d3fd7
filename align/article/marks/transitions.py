"""What may a mark, or the edge of a paragraph, mean while some quotations are open, and at what price?

The transitions of the beam search: a push-down automaton whose stack is the quotations that are open.

Costs are in the unit of `glyphs`.
"""

import math
from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

from align.article.marks.glyphs import GLYPHS, closing_cost

NEVER_CLOSED = 3.5  # paid when no later paragraph carries the quotation on

_NESTED = 0.3
_NESTED_IN_ITS_FAMILY = 2.0
_NEVER_OPENED = 4.0
_LEFT_OPEN = 0.3
_LEFT_OPEN_NESTED = 3.0
_LEFT_OPEN_IN_HEADING = 3.0
_INTERLUDE = 0.3  # a caption or the like between two paragraphs of one quotation
_CARRIED_ON_UNMARKED = 4.0

_DEEPEST = 4


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


State = tuple[str, ...]
"""First the glyph of the quotation that an earlier block left open ("" if none), then those of the open ones."""

CLOSED: State = ("",)


class Option(NamedTuple):
    """A way to take one step: the state that follows is the part `kept` of the one before and the glyphs `added`.

    `price` is what it costs beside the fee: one of the costs of the mark, by its place in `marks.Costs`.
    """

    action: Action
    kept: slice
    added: State
    price: float
    fee: int = 3


_OPENING, _CLOSING, _IGNORING = range(3)
_ALL, _NOTHING, _LEFT, _OUTERMOST = slice(None), slice(0), slice(1), slice(1, 2)
_WITHOUT_LAST, _WITHOUT_TWO = slice(-1), slice(-2)


class Enter(NamedTuple):
    """The start of a block; `is_marked` if a mark is its first character, `is_interlude` if it may part a quotation."""

    is_interlude: bool
    is_marked: bool


class Read(NamedTuple):
    """A mark in a block; `is_first` if it is the first character."""

    glyph: str
    is_interlude: bool
    is_first: bool


class Leave(NamedTuple):
    """The end of a block."""

    is_heading: bool


Event = Enter | Read | Leave


def find_options(left: str, depth: int, last: State, event: Event) -> tuple[Option, ...]:
    """Return what an event may mean in a state, of which the first glyph, the depth and the last two glyphs count."""
    match event:
        case Enter():
            return _enter(left, event)
        case Leave():
            return _leave(left, depth, event)
        case Read():
            return tuple(option for option in _read(left, depth, last, event) if option.price < math.inf)


def _enter(left: str, event: Enter) -> tuple[Option, ...]:
    if not left:
        return (Option(Action.NOTHING, _ALL, (), 0),)
    drop = Option(Action.DROP, _NOTHING, CLOSED, NEVER_CLOSED)
    if event.is_interlude or event.is_marked:
        return (Option(Action.NOTHING, _ALL, (), _INTERLUDE * event.is_interlude), drop)
    return (drop, Option(Action.CARRY_ON_UNMARKED, _NOTHING, ("", left), _CARRIED_ON_UNMARKED))


def _leave(left: str, depth: int, event: Leave) -> tuple[Option, ...]:
    if not depth:
        return (Option(Action.NOTHING, _ALL, (), 0),)
    if left:
        return (Option(Action.END, _LEFT, (), NEVER_CLOSED),)
    price = _LEFT_OPEN + _LEFT_OPEN_NESTED * (depth - 1) + _LEFT_OPEN_IN_HEADING * event.is_heading
    return (Option(Action.LEAVE, _OUTERMOST, (), price),)


def _read(left: str, depth: int, last: State, event: Read) -> Iterator[Option]:
    glyph = event.glyph
    if left and event.is_first and _is_of_one_family(left, glyph):
        yield Option(Action.CARRY_ON, _NOTHING, ("", glyph), 0, _OPENING)
    if left and not event.is_interlude:
        return
    yield Option(Action.NOTHING, _ALL, (), 0, _IGNORING)
    if depth < _DEEPEST:
        price = 0 if not depth else _NESTED_IN_ITS_FAMILY if _is_of_one_family(last[-1], glyph) else _NESTED
        yield Option(Action.OPEN, _ALL, (glyph,), price, _OPENING)
    if not depth:
        yield Option(Action.CLOSE_UNOPENED, _ALL, (), closing_cost(glyph, glyph) + _NEVER_OPENED, _CLOSING)
        return
    yield Option(Action.CLOSE, _WITHOUT_LAST, (), closing_cost(last[-1], glyph), _CLOSING)
    if depth > 1:
        price = closing_cost(last[-2], glyph) + NEVER_CLOSED
        yield Option(Action.CLOSE_TWO, _WITHOUT_TWO, (), price, _CLOSING)


def _is_of_one_family(one: str, other: str) -> bool:
    return GLYPHS[one].family is GLYPHS[other].family
