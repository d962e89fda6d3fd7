"""Which stretches of speech have the same voice? Agglomerative clustering with centroid linkage.

Two clusters are as alike as the directions of their sums, each stretch weighing its seconds. The most alike are joined
until none are alike enough: how many voices there are comes out of it.
"""

import numpy as np
from numpy.typing import NDArray

from align.diarization import Vectors, unit

DIFFERENT = (0.82, 0.88)
"""Cosine under which clusters are different voices; the second where nothing is above 4 kHz. Given with the method,
and chosen on synthetic interviews by telephone, not on the readers that `docs/voices.md` has beside them."""

CLEARLY_DIFFERENT = (0.72, 0.80)
"""The same where one voice is expected."""

_GONE = -2.0
"""Stands for the likeness to a cluster that was joined to another."""

_BLOCK = 1000
"""Stretches that are clustered at once, three quarters of an hour: a table of their likenesses is 4 MB."""


def cluster(sums: Vectors, least_alike: float = DIFFERENT[False]) -> NDArray[np.int64]:
    """Return the number of each stretch's cluster, from 0; `sums` are directions, as long as a stretch has seconds.

    What is more than a block is clustered block by block, and then the clusters of all blocks.
    """
    if len(sums) <= _BLOCK:
        return _linked(sums, least_alike)
    labels = np.zeros(len(sums), np.int64)
    for at in range(0, len(sums), _BLOCK):
        labels[at : at + _BLOCK] = _linked(sums[at : at + _BLOCK], least_alike) + labels.max() + 1
    merged = summed(sums, labels := labels - 1)
    return cluster(merged, least_alike)[labels] if len(merged) < len(sums) else labels


def summed(rows: NDArray[np.float32], labels: NDArray[np.int64]) -> NDArray[np.float32]:
    """Return the sum of the rows of each cluster."""
    sums = np.zeros((labels.max(initial=-1) + 1, *rows.shape[1:]), rows.dtype)
    np.add.at(sums, labels, rows)
    return sums


def _linked(sums: Vectors, least_alike: float) -> NDArray[np.int64]:
    """Return the number of each row's cluster, in the order in which they are first met."""
    sums, labels = sums.copy(), np.arange(len(sums))
    alike = unit(sums) @ unit(sums).T
    np.fill_diagonal(alike, -1)
    while len(sums) and alike.max() >= least_alike:
        kept, merged = sorted(divmod(int(alike.argmax()), len(sums)))
        labels[labels == merged] = kept
        sums[kept] += sums[merged]
        row = unit(sums) @ unit(sums[kept])
        row[alike[kept] == _GONE] = _GONE
        row[[kept, merged]] = -1, _GONE
        alike[kept] = alike[:, kept] = row
        alike[merged] = alike[:, merged] = _GONE
    return np.unique(labels, return_inverse=True)[1]
