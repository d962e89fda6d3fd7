"""Which stretches of speech have the same voice? Agglomerative clustering with centroid linkage.

Two clusters are as alike as the directions of their sums, each stretch weighing its seconds. The most alike are joined
until none are alike enough: how many voices there are comes out of it.
"""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from align.diarization import Vectors, silhouettes, unit

DIFFERENT = (0.82, 0.88)
"""Cosine under which clusters are different voices; the second where nothing is above 4 kHz. Given with the method,
and chosen on synthetic interviews by telephone, not on the readers that `docs/voices.md` has beside them."""

CLEARLY_DIFFERENT = (0.72, 0.80)
"""The same where one voice is expected."""

CLEARLY_TWO, NEVER_TWO = 0.36, 2.0
_LEAST_HALF = 15.0
"""Mean silhouette from which the halves of a cluster are two voices, and seconds of each. Halves of one person's come
to 0.34, and none of them to 15 s, in interviews of readers and synthetic ones, clear, by telephone, in noise, from afar
and in a crowd; two people's who were taken for one, to 0.37 and more (`docs/voices.md`). Nobody's come to 2."""

_SAME = 0.96
"""Cosine from which two stretches are the same sound: others of one person come to 0.94 at most, copies to 1.0, and to
0.92 where a pause cuts them otherwise (18 recordings, 337 stretches)."""

_Halves = tuple[NDArray[np.int64], NDArray[np.int64]]
"""The rows of two clusters that were joined."""

_GONE = -2.0
"""Stands for the likeness to a cluster that was joined to another."""

_BLOCK = 1000
"""Stretches that are clustered at once, three quarters of an hour: a table of their likenesses is 4 MB."""


def cluster(
    sums: Vectors, least_alike: float = DIFFERENT[False], least_apart: float = CLEARLY_TWO
) -> NDArray[np.int64]:
    """Return the number of each stretch's cluster, from 0; `sums` are directions, as long as a stretch has seconds.

    Clusters are as unlike as `least_alike`; one whose halves are as far apart as `least_apart` is divided again. What
    is more than a block is clustered block by block, and then the clusters of all blocks.
    """
    labels = np.arange(len(sums))
    while labels.max(initial=-1) >= _BLOCK:
        linked = labels.copy()
        for at in range(0, labels.max() + 1, _BLOCK):
            inside = (labels >= at) & (labels < at + _BLOCK)
            block = _linked(sums[inside], labels[inside] - at, least_alike, least_apart)
            linked[inside] = block + (linked[labels < at].max(initial=-1) + 1)
        if linked.max() == labels.max():
            return linked
        labels = linked
    return _linked(sums, labels, least_alike, least_apart)


def distinct(sums: Vectors) -> Vectors:
    """Return the stretches without those that repeat an earlier one: sound that is played again says nothing new.

    Its copies are nearer each other than anything else that somebody says, and would come out as a voice.
    """
    directions, is_new = unit(sums), np.ones(len(sums), bool)
    for at in range(0, len(sums), _BLOCK):
        block = directions[at : at + _BLOCK]
        is_same = np.tril(block @ directions[: at + len(block)].T, at - 1) >= _SAME
        is_new[at : at + len(block)] = ~is_same.any(axis=1)
    return sums[is_new]


def summed(rows: NDArray[np.float32], labels: NDArray[np.int64]) -> NDArray[np.float32]:
    """Return the sum of the rows of each cluster."""
    sums = np.zeros((labels.max(initial=-1) + 1, *rows.shape[1:]), rows.dtype)
    np.add.at(sums, labels, rows)
    return sums


def _linked(sums: Vectors, labels: NDArray[np.int64], least_alike: float, least_apart: float) -> NDArray[np.int64]:
    """Return the number of each row's cluster, in the order in which they are first met, after some were joined."""
    rows = [np.flatnonzero(labels == number) for number in range(labels.max(initial=-1) + 1)]
    joins = []
    for kept, merged in _joins(summed(sums, labels), least_alike):
        joins.append((rows[kept], rows[merged]))
        rows[kept], rows[merged] = np.concatenate(joins[-1]), rows[merged][:0]
    linked = np.zeros(len(sums), np.int64)
    for number, own in enumerate(rows):
        linked[own] = number
    _divide(linked, sums, joins, least_apart)
    _, first, numbers = np.unique(linked, return_index=True, return_inverse=True)
    return np.argsort(np.argsort(first))[numbers]


def _joins(sums: Vectors, least_alike: float) -> Iterator[tuple[int, int]]:
    """Yield which clusters are joined, one after the other: the one that stays, and the one that is then gone."""
    sums = sums.copy()
    alike = unit(sums) @ unit(sums).T
    np.fill_diagonal(alike, -1)
    while len(sums) and alike.max() >= least_alike:
        kept, merged = sorted(divmod(int(alike.argmax()), len(sums)))
        yield kept, merged
        sums[kept] += sums[merged]
        row = unit(sums) @ unit(sums[kept])
        row[alike[kept] == _GONE] = _GONE
        row[[kept, merged]] = -1, _GONE
        alike[kept] = alike[:, kept] = row
        alike[merged] = alike[:, merged] = _GONE


def _divide(linked: NDArray[np.int64], sums: Vectors, joins: Sequence[_Halves], least_apart: float) -> None:
    """Divide each cluster again whose halves, as they were joined, are clearly two voices.

    From the last join on: a half that is too little is left aside, and the other one looked at.
    """
    seconds, directions = np.linalg.norm(sums, axis=1), unit(sums)
    is_open = np.ones(len(sums), bool)
    for halves in reversed(joins):
        rows = np.concatenate(halves)
        less = min(halves, key=lambda half: float(seconds[half].sum()))
        if not is_open[rows].all():
            continue
        if seconds[less].sum() < _LEAST_HALF:
            is_open[less] = False
        elif silhouettes(np.isin(rows, less).astype(np.int64), directions[rows], 2)[0, 1] >= least_apart:
            linked[less] = linked.max() + 1
        else:
            is_open[rows] = False
