"""Which words of a text were heard where? Heard words are put to those of the text, however far apart the two are.

Words that were heard one after another, some dozens, are one block. Its n-grams vote for a diagonal of the text, the
rare ones with more weight, and the longest common subsequence along that diagonal pairs the words.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import LCSseq

from align.subsequences import longest_nondecreasing

_KEY = re.compile(
    r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]|[^\W_\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]+"
)
"""What is compared: a run of letters and digits, or one character of a script that does not divide its words."""

_LONGEST_GRAM = 3
"""Keys that vote together at most."""

_SHORTEST_RUN = 2
"""Keys in a row that must be the same."""

_MOST_PLACES = 32
"""Places in a text from which an n-gram tells nothing of where it is."""

_ALIKE = 0.4
"""Share of the shorter of two stretches that must be the same for them to be the same. With `tiny.en`, 62 places of
19 recordings had 0.58 to 1.0 in common with their own text, and 0.19 at most with another."""

LEAST_ALIKE = 4
"""Keys that must be the same at least: "one of the" is in any text."""

_BLOCK = 40
"""Heard keys that are looked for together: a quarter of a minute."""

_MOSTLY = 0.5
"""Share from which keys that stand alone are believed between others: of two texts a third are the same by chance."""

_LARGEST = 10**8
"""Product of the lengths of two stretches that are compared at most: 12 MB."""

_BAND = 16
"""Keys by which the diagonal of a block may wander: fillers that are not in print, words that were not heard."""


@dataclass(frozen=True, slots=True)
class Keys:
    """The words of a transcript as they are compared; `owners` are positions among the words, in order."""

    keys: tuple[str, ...]
    owners: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.keys)


def make_keys(texts: Sequence[str]) -> Keys:
    """Return what is compared of some words: letters and digits, without case and accents."""
    found = [(key, owner) for owner, text in enumerate(texts) for key in _KEY.findall(_folded(text))]
    return Keys(tuple(key for key, _ in found), tuple(owner for _, owner in found))


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).replace("'", "").replace("’", "")
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).casefold()


class TextIndex:
    """Where each n-gram of a text stands."""

    def __init__(self, keys: Sequence[str]) -> None:
        self.keys = keys
        places: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
        for gram, place in _grams(keys):
            places[gram].append(place)
        self._places: Mapping[tuple[str, ...], Sequence[int]] = places

    def pairs(self, block: Sequence[str]) -> list[tuple[int, int]]:
        """Return which keys of a block are which of the text, in order; none if no place of the text is like it."""
        diagonal = self._diagonal(block)
        if diagonal is None:
            return []
        first = max(0, diagonal - _BAND)
        return equal_pairs(
            block,
            self.keys[first : max(0, diagonal + len(block) + _BAND)],
            first,
            min(_SHORTEST_RUN, len(block), len(self.keys)),
        )

    def _diagonal(self, block: Sequence[str]) -> int | None:
        """Return how far behind its place in the block most of what is there stands in the text."""
        votes: defaultdict[int, float] = defaultdict(float)
        for gram, at in _grams(block):
            places = self._places.get(gram, ())
            if 0 < len(places) <= _MOST_PLACES:
                for place in places:
                    votes[(place - at) // _BAND] += 1 / len(places)
        if not votes:
            return None
        best = max(votes, key=lambda cell: votes[cell] + votes.get(cell + 1, 0.0))
        return (best + 1) * _BAND


def _grams(keys: Sequence[str]) -> Iterator[tuple[tuple[str, ...], int]]:
    for length in range(1, _LONGEST_GRAM + 1):
        for place in range(len(keys) - length + 1):
            yield tuple(keys[place : place + length]), place


def are_alike(pairs: int, keys: int) -> bool:
    """Whether two stretches, the shorter one of so many keys, have enough of them in common to be the same."""
    return pairs >= max(LEAST_ALIKE, _ALIKE * keys)


def equal_pairs(block: Sequence[str], text: Sequence[str], first: int, least: int) -> list[tuple[int, int]]:
    """Return the places of a longest common subsequence, those in the text from `first` on, in runs of `least` or more.

    A key that is the same as one of the text while its neighbours are not is a "the" by chance.
    """
    runs: list[list[tuple[int, int]]] = []
    for i, j in reversed(_close(block, text)):
        if runs and runs[-1][-1] == (i + 1, first + j + 1):
            runs[-1].append((i, first + j))
        else:
            runs.append([(i, first + j)])
    return [pair for run in reversed(runs) if len(run) >= least for pair in reversed(run)]


def _close(block: Sequence[str], text: Sequence[str]) -> list[tuple[int, int]]:
    """Return the places of a longest common subsequence; the later one of what stands twice."""
    pairs: list[tuple[int, int]] = []
    i, j = len(block), len(text)
    runs = LCSseq.opcodes(block, text).as_matching_blocks()
    for one, other in reversed([(run.a + step, run.b + step) for run in runs for step in range(run.size)]):
        is_next = one == i - 1 and j > other and text[j - 1] == block[one]
        i, j = (one, j - 1) if is_next else (one, other)
        pairs.append((i, j))
    return pairs[::-1]


def pair_all(heard: Sequence[str], text: Sequence[str]) -> list[tuple[int, int]]:
    """Return which of all heard keys are which of a text, in order of both; linear in time where the two agree.

    Block by block, those out of order left out; then what lies between two pairs, if it is alike.
    """
    index = TextIndex(text)
    blocks = [_shifted(index.pairs(heard[at : at + _BLOCK]), at) for at in range(0, len(heard), _BLOCK)]
    firsts = [float(pairs[0][1]) if are_alike(len(pairs), min(_BLOCK, len(text))) else None for pairs in blocks]
    anchors = _rising(pair for at in longest_nondecreasing(firsts) for pair in blocks[at])
    found = []
    for (i, j), (next_i, next_j) in pairwise([(-1, -1), *anchors, (len(heard), len(text))]):
        found += [(i, j), *_between(heard[i + 1 : next_i], text[j + 1 : next_j], i + 1, j + 1)]
    return found[1:]


def _shifted(pairs: Sequence[tuple[int, int]], at: int) -> list[tuple[int, int]]:
    return [(at + i, j) for i, j in pairs]


def _rising(pairs: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the pairs that stand behind all before them in the text: bands of two blocks overlap."""
    last = -1
    for i, j in pairs:
        if j > last:
            yield i, j
            last = j


def _between(heard: Sequence[str], text: Sequence[str], i: int, j: int) -> list[tuple[int, int]]:
    """Return the pairs between two others, if what was heard and the text are alike there."""
    if not heard or not text or len(heard) * len(text) > _LARGEST:
        return []
    shorter = min(len(heard), len(text))
    for least, share in ((1, _MOSTLY), (_SHORTEST_RUN, _ALIKE)):
        if len(pairs := equal_pairs(heard, text, j, least)) >= share * shorter:
            return _shifted(pairs, i)
    return []
