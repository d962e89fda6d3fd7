"""Which words of a quote differ from the words that were spoken.

The spoken words play the reference and the quote the hypothesis: an insertion is a word the article added, a deletion
one it left out. The alignment is that of Needleman and Wunsch (1970) on words, free at both ends of the speech as in
Sellers (1980), with substitution cheaper the more alike two words sound, and with an optional jump to another place
of the speech, for quotes that are spliced or marked with an ellipsis.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from align.compare.phonetics import similarities
from align.compare.pieces import QuotePiece, cut_into_pieces
from align.compare.token import Token, cut
from align.languages import Language
from align.records import Span

_INSERT = 1.3  # above the dearest change of a word, which explains more than a word added beside it
_DELETE_FIRST, _DELETE_MORE = 1.0, 0.4  # affine, as in Gotoh (1982): a clause left out is one change, not six
_SUBSTITUTE_ALIKE, _SUBSTITUTE_UNLIKE = 0.45, 0.95
_DELETE_FILLER, _DELETE_REPEAT = 0.15, 0.35  # what speech has too much of is not what print left out
_EDGE = 0.9  # more for a first or last word that was not spoken: better reach over the few words left out beside it
_INSERT_BRACKETED, _SUBSTITUTE_BRACKETED = 0.05, 0.3  # the writer says himself that these words are his
_JUMP, _JUMP_MARKED = 2.6, 0.3  # as much as two or three wrong words; nearly free where print has an ellipsis
_WALL = 1e6
_GAP = 500  # tokens of speech between two pieces of a quote that count as left out; more are a jump

MOST_CELLS = 2_000_000
"""Printed times spoken tokens that are compared in one table, of 44 bytes a pair; a quote of 400 words has fewer, even
where all six places that it may come from are looked at together."""

_NOTHING = Token("|", 0, 0)  # stands between two windows of speech; nothing pairs with it or passes it

Costs = NDArray[np.float64]
Pair = tuple[int | None, int | None]
"""Positions of a printed and a spoken token that stand for each other; None where one side has nothing."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """A way to read a quote into the speech: what it costs, and what stands for what, in order of print."""

    cost: float
    pairs: tuple[Pair, ...]

    @property
    def spoken(self) -> Span:
        """From the first to behind the last spoken token, in whatever order."""
        places = [place for _, place in self.pairs if place is not None]
        return Span(min(places), max(places) + 1) if places else Span(0, 0)


def find_alignment(
    printed: Sequence[Token],
    spoken: Sequence[Token],
    windows: Sequence[Span],
    language: Language,
    may_jump: bool = False,
) -> Alignment:
    """Return the cheapest way to read the whole of `printed` into `spoken`, within `windows` of it.

    Without `may_jump` the quote stays within one window and jumps only where print has an ellipsis. A quote that is too
    long for one table is read in pieces.
    """
    if len(printed) * sum(map(len, windows)) <= MOST_CELLS:
        return _read_at_once(printed, spoken, windows, language, may_jump)
    pieces = cut_into_pieces(printed, spoken, windows, may_jump)
    fits = (
        _read_at_once(cut(printed, piece.printed), spoken, piece.windows, language, may_jump or len(piece.windows) > 1)
        for piece in pieces
    )
    return _joined(tuple(zip(pieces, fits, strict=True)))


def _joined(read: Sequence[tuple[QuotePiece, Alignment]]) -> Alignment:
    """Return the alignment of a quote whose pieces were read; what was said between two of them was left out."""
    pairs: list[Pair] = []
    cost, last = 0.0, None
    for piece, fit in read:
        heard = [spoken for _, spoken in fit.pairs if spoken is not None]
        left_out = range(last + 1, heard[0]) if heard and last is not None and heard[0] - last <= _GAP else range(0)
        pairs += ((None, place) for place in left_out)
        pairs += ((None if place is None else piece.printed.start + place, spoken) for place, spoken in fit.pairs)
        cost += fit.cost + _DELETE_MORE * len(left_out)
        last = heard[-1] if heard else last
    return Alignment(cost, tuple(pairs))


def _read_at_once(
    printed: Sequence[Token], spoken: Sequence[Token], windows: Sequence[Span], language: Language, may_jump: bool
) -> Alignment:
    places = [place for window in windows for place in (*range(window.start, window.end), None)]
    heard = [_NOTHING if place is None else spoken[place] for place in places]
    table = _Table(printed, heard, language, _JUMP if may_jump else _WALL)
    return Alignment(
        table.cost, tuple((row, None if column is None else places[column]) for row, column in table.path())
    )


def least_cost(printed: Sequence[Token], spoken: Sequence[Token]) -> float:
    """Return what reading `printed` into `spoken` costs at least: each word of it that is not among them costs some."""
    said = {key for token in spoken for key in (token.key, *token.also)}
    words = [token for token in printed if not token.is_bracketed and "*" not in token.key]
    return _SUBSTITUTE_ALIKE * sum(said.isdisjoint((token.key, *token.also)) for token in words)


def is_same(printed: Token, spoken: Token) -> bool:
    """Whether two tokens are read aloud alike; a masked word (`f***`) is any word that fits."""
    if "*" in printed.key:
        head, _, tail = printed.key.partition("*")
        return spoken.key.startswith(head) and spoken.key.endswith(tail) and len(spoken.key) >= len(head + tail)
    if printed.key == spoken.key:
        return True
    return bool({printed.key, *printed.also} & {spoken.key, *spoken.also})


class _Table:
    """The dynamic programme: row i has consumed i printed tokens, column j stands before spoken token j."""

    def __init__(self, printed: Sequence[Token], spoken: Sequence[Token], language: Language, jump: float) -> None:
        edges = {place for place in (0, len(printed) - 1) if not printed[place].is_bracketed}
        self._inserts = [
            (_INSERT_BRACKETED if token.is_bracketed else _INSERT) + _EDGE * (place in edges)
            for place, token in enumerate(printed)
        ]
        self._jumps = [_JUMP_MARKED if token.after_gap else jump for token in printed]
        self._substitutes = _substitution_costs(printed, spoken, edges, language)
        deletions, openings = _deletion_costs(spoken, language.words.fillers)
        self._heard = np.concatenate([[0.0], np.cumsum(deletions)])
        self._openings = np.concatenate([openings, [_WALL]])
        self._last = np.zeros((len(printed) + 1, len(spoken) + 1))
        self._skipped = np.zeros((len(printed), len(spoken) + 1))
        for row in range(len(printed)):
            self._read(row)
        self._end = int(self._last[-1].argmin())
        self.cost = float(self._last[-1, self._end])

    def _read(self, row: int) -> None:
        """Work out the costs with one more printed token read."""
        last, skipped, read = self._last[row], self._skipped[row], self._last[row + 1]
        if row:
            leapt = self._leapt(row)
            np.minimum.accumulate(self._level(leapt), out=skipped)
            skipped += self._heard
            np.minimum(skipped, leapt, out=skipped)
        else:
            skipped[:] = last
        np.add(skipped, self._inserts[row], out=read)
        np.minimum(read[1:], skipped[:-1] + self._substitutes[row], out=read[1:])

    def _leapt(self, row: int) -> Costs:
        """Return the costs before a printed token when one may have jumped there."""
        last, jump = self._last[row], self._jumps[row]
        leapt: Costs = np.minimum(last, last.min() + jump) if jump < _WALL else last
        return leapt

    def _level(self, costs: Costs) -> Costs:
        """Return `costs` less what was heard before: where it is lowest, leaving out what follows is cheapest."""
        level: Costs = costs + self._openings - self._heard
        return level

    def path(self) -> list[Pair]:
        """Return the pairs of the cheapest way, in order of print."""
        pairs: list[Pair] = []
        column = self._end
        for row in reversed(range(len(self._skipped))):
            is_pair = self._is_pair(row, column)
            column -= int(is_pair)
            pairs.append((row, column if is_pair else None))
            if row:
                origin = self._origin(row, column)
                pairs.extend((None, place) for place in reversed(range(origin, column)))
                column = self._before_leap(row, origin)
        return pairs[::-1]

    def _is_pair(self, row: int, column: int) -> bool:
        """Whether a printed token stands for the spoken one before `column`, rather than for nothing."""
        skipped = self._skipped[row]
        paired = skipped[column - 1] + self._substitutes[row, column - 1] if column else np.inf
        return bool(paired <= skipped[column] + self._inserts[row])

    def _origin(self, row: int, column: int) -> int:
        """Return from where on the spoken tokens before `column` were left out."""
        leapt = self._leapt(row)
        if self._skipped[row, column] < leapt[column]:
            return int(self._level(leapt)[: column + 1].argmin())
        return column

    def _before_leap(self, row: int, column: int) -> int:
        """Return from where one came to `column` before a printed token was read."""
        last, jump = self._last[row], self._jumps[row]
        leap = int(last.argmin())
        return leap if jump < _WALL and last[leap] + jump < last[column] else column


def _substitution_costs(
    printed: Sequence[Token], spoken: Sequence[Token], edges: Collection[int], language: Language
) -> Costs:
    """Return what each printed token costs in place of each spoken one, shape `(len(printed), len(spoken))`."""
    shown, said = [token.key for token in printed], [token.key for token in spoken]
    alike = similarities(shown, said, language).astype(np.float64)
    columns = _columns(spoken)
    costs: Costs = _SUBSTITUTE_UNLIKE - (_SUBSTITUTE_UNLIKE - _SUBSTITUTE_ALIKE) * alike
    for row in edges:
        costs[row] += _EDGE * (1 - alike[row])
    for row, token in enumerate(printed):
        if token.is_bracketed:
            costs[row] = _SUBSTITUTE_BRACKETED
        costs[row, _same_columns(token, spoken, columns)] = 0.0
    costs[:, columns[_NOTHING.key]] = _WALL
    return costs


def _columns(spoken: Sequence[Token]) -> Mapping[str, list[int]]:
    """Return where each key stands among the spoken tokens, with all the forms that sound the same."""
    columns: dict[str, list[int]] = defaultdict(list)
    for column, token in enumerate(spoken):
        for key in (token.key, *token.also):
            columns[key].append(column)
    return columns


def _same_columns(token: Token, spoken: Sequence[Token], columns: Mapping[str, list[int]]) -> list[int]:
    if "*" in token.key:
        return [column for column, other in enumerate(spoken) if is_same(token, other)]
    return [column for key in (token.key, *token.also) for column in columns[key]]


def _deletion_costs(spoken: Sequence[Token], fillers: Collection[str]) -> tuple[Costs, Costs]:
    """Return what it costs to leave out each spoken token, and what more if it is the first of a run."""
    keys = [token.key for token in spoken]
    costs = np.full(len(spoken), _DELETE_MORE)
    openings = np.full(len(spoken), _DELETE_FIRST - _DELETE_MORE)
    for place, token in enumerate(spoken):
        if token is _NOTHING:
            costs[place] = _WALL
        elif token.key in fillers:
            costs[place], openings[place] = _DELETE_FILLER, 0.0
        elif token.key in keys[place + 1 : place + 4]:
            costs[place], openings[place] = _DELETE_REPEAT, 0.0
    return costs, openings
