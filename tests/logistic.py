"""Fits a logistic model: how likely is something, given what is seen of it?"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize  # type: ignore[import-untyped]

Matrix = NDArray[np.float64]


def likeliest(
    rows: Matrix,
    labels: Matrix,
    strength: float,
    *,
    counts: Matrix | None = None,
    is_never_positive: Sequence[bool] | None = None,
) -> Matrix:
    """Return the likeliest weights, one for each column of `rows`, of which the first is all ones (maximum likelihood).

    `labels` are 0 or 1, one for each row, and `counts` how often each row counts, once by default. `strength` is that
    of the penalty on large weights other than the first, beside the mean loss of a row. Weights for which
    `is_never_positive` are 0 at most.
    """
    shares = np.ones(len(labels)) if counts is None else counts
    shares = shares / shares.sum()

    def loss(weights: Matrix) -> tuple[float, Matrix]:
        margins = rows @ weights
        penalised = np.concatenate([[0.0], weights[1:]])
        value = shares @ (np.logaddexp(0, margins) - labels * margins) + strength * penalised @ penalised / 2
        return float(value), rows.T @ (shares * (logistic(margins) - labels)) + strength * penalised

    bounds = [(None, 0.0) if never else (None, None) for never in is_never_positive or [False] * rows.shape[1]]
    found = minimize(loss, np.zeros(len(bounds)), jac=True, bounds=bounds, method="L-BFGS-B")
    return np.asarray(found.x)


def logistic(margins: Matrix) -> Matrix:
    """Return the probabilities that log odds stand for."""
    return np.asarray(1 / (1 + np.exp(-margins)))
