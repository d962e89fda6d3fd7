"""Forced alignment of a batch: what `word_timing` does for one clip, for rows of unlike length, on their device.

A row has so many tokens and frames of its own; what lies behind them is never looked at.
"""

import torch
from torch import Tensor
from torch.nn import functional

from align.speech.whisper.word_timing import REACH, filter_median


def standardise(weights: Tensor, tokens: Tensor) -> Tensor:
    """Return attention weights, shape `(rows, heads, tokens, frames)`, in standard deviations over a row's tokens."""
    is_own = (torch.arange(weights.shape[2], device=weights.device) < tokens[:, None])[:, None, :, None]
    count = tokens[:, None, None, None]
    mean = weights.where(is_own, 0.0).sum(dim=2, keepdim=True) / count
    variance = (weights - mean).square().where(is_own, 0.0).sum(dim=2, keepdim=True) / count
    return (weights - mean) / variance.sqrt()


def filter_medians(x: Tensor, frames: Tensor) -> Tensor:
    """Return `x`, shape `(rows, …, frames)`, with each frame made the median of seven around it.

    At both ends of a row's own frames it is mirrored: its last ones are written behind them, in reverse.
    """
    places = torch.arange(x.shape[-1] + REACH, device=x.device)
    last = frames[:, None] - 1
    mirrored = torch.where(places > last, 2 * last - places, places).clamp(min=0)
    shape = (len(x), *[1] * (x.dim() - 2), len(places))
    longer = x.gather(-1, mirrored.view(shape).expand(*x.shape[:-1], -1))
    filtered = filter_median(longer.flatten(0, -2)).view(longer.shape)[..., : x.shape[-1]]
    is_short = (frames <= REACH).view(-1, *[1] * (x.dim() - 1))
    return torch.where(is_short, x, filtered)


def path_starts_of_batch(costs: Tensor, tokens: Tensor, frames: Tensor) -> Tensor:
    """Return for each row and token at which frame the cheapest monotonic path enters it, shape `(rows, tokens)`.

    The recursion of `word_timing.path_starts`, with one step for all rows; `costs` are of shape `(rows, tokens,
    frames)`. Steps go from left to right and down, so what lies behind a row's own tokens and frames changes nothing.
    """
    best = costs[:, 0].cumsum(dim=-1)
    entries = torch.zeros(costs.shape, dtype=torch.int32, device=costs.device)
    is_diagonal = torch.zeros(costs.shape, dtype=torch.bool, device=costs.device)
    places = torch.arange(costs.shape[2], dtype=torch.int32, device=costs.device)
    for token in range(1, costs.shape[1]):
        diagonal = functional.pad(best[:, :-1], (1, 0), value=torch.inf)
        is_diagonal[:, token] = diagonal < best
        sums = costs[:, token].cumsum(dim=-1)
        entered = torch.minimum(diagonal, best) - (sums - costs[:, token])
        running = entered.cummin(dim=-1).values
        is_better = functional.pad(entered[:, 1:] < running[:, :-1], (1, 0), value=True)
        entries[:, token] = places.where(is_better, 0).cummax(dim=-1).values
        best = running + sums
    return _backtrace(entries, is_diagonal, tokens, frames)


def _backtrace(entries: Tensor, is_diagonal: Tensor, tokens: Tensor, frames: Tensor) -> Tensor:
    """Follow the cheapest path of each row back from its last token and frame."""
    starts = torch.zeros(entries.shape[:2], dtype=torch.long, device=entries.device)
    column = frames[:, None] - 1
    for token in range(entries.shape[1] - 1, 0, -1):
        is_own = token < tokens[:, None]
        start = entries[:, token].gather(1, column).long()
        starts[:, token] = start.where(is_own, 0)[:, 0]
        column = torch.where(is_own, start - is_diagonal[:, token].gather(1, start).long(), column)
    return starts
