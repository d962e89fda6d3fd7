"""When was each word spoken? Forced alignment: dynamic time warping (DTW) over the decoder's cross-attention.

The method is Whisper's (`whisper.timing`), vectorised: the same path, without compiling anything first.
"""

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

Times = NDArray[np.float64]

FRAME = 0.02
"""Seconds of sound in one frame of the encoder."""

_ALIGNMENT_OFFSETS = {"base": 0.1}
"""Seconds by which a model's alignment heads look at a word before it is spoken, where that is more than a frame:
the median over 1,100 words whose times are known (`base` 0.11, `tiny.en` -0.01)."""

REACH = 3
"""Frames before and after one of which the median is taken, seven in all; Whisper's."""

_TO_MEDIAN = ((0, 5), (0, 3), (1, 6), (2, 4), (0, 1), (3, 5), (2, 6), (2, 3), (3, 6), (4, 5), (1, 4), (1, 3), (3, 4))
"""Pairs to put in order, one after another, until the fourth of seven is their median (Devillard, "Fast median search",
1998)."""


def alignment_offset(model: str) -> float:
    """Return how long before its sound the model's alignment heads look at a word, in seconds."""
    return _ALIGNMENT_OFFSETS.get(model, 0.0)


def token_starts(scores: Tensor, duration: float, offset: float) -> Times:
    """Return when each token starts, in seconds.

    `scores` say where the alignment heads look, shape `(heads, tokens, frames)`, in a clip that lasts `duration`;
    they look at a sound `offset` seconds before it comes.
    """
    weights = scores[:, :, : count_heard(duration)].softmax(dim=-1)
    deviation, mean = torch.std_mean(weights, dim=-2, keepdim=True, unbiased=False)
    weights = torch.stack([filter_median(head) for head in (weights - mean) / deviation])  # one fits into the cache
    return times_of(path_starts(-weights.mean(dim=0).double().cpu().numpy()), duration, offset)


def count_heard(duration: float) -> int:
    """Return how many frames of an encoded clip are sound: what comes behind is silence that was put there."""
    return max(1, round(duration / FRAME))


def times_of(frames: NDArray[np.int64], duration: float, offset: float) -> Times:
    """Return when tokens start, in seconds, that start in these frames for heads that look `offset` seconds ahead."""
    starts = frames * FRAME
    return np.minimum(np.where(starts > 0, starts + offset, 0.0), duration)


def filter_median(x: Tensor) -> Tensor:
    """Return `x` with each frame, its last dimension, made the median of seven around it; mirrored at both ends.

    A few comparisons of all frames at once; sorting seven copies of them takes ten times as long.
    """
    frames = x.shape[-1]
    if frames <= REACH:
        return x
    mirrored = functional.pad(x, (REACH, REACH), mode="reflect")
    near = [mirrored[..., start : start + frames] for start in range(2 * REACH + 1)]
    for low, high in _TO_MEDIAN:
        near[low], near[high] = torch.minimum(near[low], near[high]), torch.maximum(near[low], near[high])
    return near[REACH]


def path_starts(cost: NDArray[np.float64]) -> NDArray[np.int64]:
    """Return for each row the column at which the cheapest monotonic path through `cost` enters it.

    Steps go right, down, or both (dynamic time warping). With the running sum of a row taken out, the best way to
    have come into the row and gone right is a running minimum, so a row is a few vector operations.
    """
    best = np.cumsum(cost[0])
    entries = np.zeros(cost.shape, dtype=np.int64)
    is_diagonal = np.zeros(cost.shape, dtype=bool)
    for row in range(1, len(cost)):
        diagonal = np.concatenate(([np.inf], best[:-1]))
        is_diagonal[row] = diagonal < best
        sums = np.cumsum(cost[row])
        entered = np.minimum(diagonal, best) - (sums - cost[row])
        running = np.minimum.accumulate(entered)
        is_better = np.concatenate(([True], entered[1:] < running[:-1]))
        entries[row] = np.maximum.accumulate(np.where(is_better, np.arange(len(sums)), 0))
        best = running + sums
    return _backtrace(entries, is_diagonal)


def _backtrace(entries: NDArray[np.int64], is_diagonal: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Follow the cheapest path back from the last row and column."""
    starts = np.zeros(len(entries), dtype=np.int64)
    column = entries.shape[1] - 1
    for row in range(len(entries) - 1, 0, -1):
        starts[row] = entries[row, column]
        column = starts[row] - is_diagonal[row, starts[row]]
    return starts
