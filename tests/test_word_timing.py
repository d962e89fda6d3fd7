"""Times of words: the cheapest path, and edges that lie where the voice does."""

from itertools import pairwise

import numpy as np
import torch
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays
from whisper.timing import median_filter

from align.records import Interval, Word
from align.speech.whisper.word_timing import filter_median, path_starts
from align.speech.word_boundaries import snap_to_speech, uncovered_speech

costs = arrays(np.float64, array_shapes(min_dims=2, max_dims=2, max_side=8), elements=st.integers(-9, 9).map(float))
gaps = st.lists(st.tuples(st.floats(0.01, 3), st.floats(0.01, 3)), max_size=8)


def cheapest(cost: np.ndarray) -> float:
    """Return the cost of the cheapest path, the slow and obvious way."""
    total = np.full(cost.shape, np.inf)
    for row, column in np.ndindex(cost.shape):
        before = [total[row - 1, column - 1]] * (row > 0 and column > 0)
        before += [total[row - 1, column]] * (row > 0) + [total[row, column - 1]] * (column > 0)
        total[row, column] = cost[row, column] + min(before, default=0)
    return float(total[-1, -1])


@given(costs)
def test_the_path_is_the_cheapest(cost: np.ndarray) -> None:
    starts = path_starts(cost)
    assert starts[0] == 0
    total = cost[-1, starts[-1] :].sum()
    for row, (start, entry) in enumerate(pairwise(starts)):
        straight, diagonal = cost[row, start : entry + 1].sum(), cost[row, start:entry].sum()
        total += min(straight, diagonal) if entry > start else straight
    assert total == cheapest(cost)


@given(arrays(np.float32, array_shapes(min_dims=2, max_dims=2, max_side=12), elements=st.integers(-9, 9).map(float)))
def test_the_median_is_whispers(frames: np.ndarray) -> None:
    assert torch.equal(filter_median(torch.from_numpy(frames)), median_filter(torch.from_numpy(frames), 7))


def laid_out(pairs: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return intervals from (pause, duration) pairs."""
    edges = np.cumsum([0.0, *(value for pair in pairs for value in pair)]).tolist()
    return list(zip(edges[1::2], edges[2::2], strict=True))


@given(gaps, gaps)
def test_words_keep_their_order_and_lie_on_speech(
    spoken: list[tuple[float, float]], voiced: list[tuple[float, float]]
) -> None:
    words = [Word(f" {number}", start, end) for number, (start, end) in enumerate(laid_out(spoken))]
    speech = [Interval(start, end) for start, end in laid_out(voiced)]
    placed = snap_to_speech(words, speech)
    assert [word.text for word in placed] == [
        word.text for word in words if any(word.start < part.end and part.start < word.end for part in speech)
    ]
    assert all(one.end <= following.start for one, following in pairwise(placed))
    assert all(any(part.start <= word.start and word.end <= part.end for part in speech) for word in placed)


@given(gaps)
def test_speech_is_missed_where_there_are_no_words(voiced: list[tuple[float, float]]) -> None:
    speech = [Interval(start, end) for start, end in laid_out(voiced)]
    total = sum(part.duration for part in speech)
    found = list(uncovered_speech([], speech, 0.5))
    assert bool(found) == (total >= 0.5)
    words = [Word(" abcdefghijklmnopqrstuvwxyz", part.start, part.end) for part in speech]
    assert list(uncovered_speech(words, speech, 0.5)) == []
