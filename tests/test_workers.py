"""Whoever computes does so on one core, and what comes out does not depend on how many there are."""

import threading
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
import torch

from align.speech.workers import Workers, all_cores


def test_each_thread_computes_alone():
    before = torch.get_num_threads()
    workers = Workers()

    assert workers.count == before
    assert workers.map(lambda _: torch.get_num_threads(), range(3 * before)) == [1] * 3 * before
    assert workers.submit(torch.get_num_threads).result() == 1


def test_threads_of_others_are_as_they_were():
    before, seen = torch.get_num_threads(), []
    Workers()
    other = threading.Thread(target=lambda: seen.append(torch.get_num_threads()))
    other.start()
    other.join()

    assert [torch.get_num_threads(), *seen] == [before, before]


def test_what_comes_back_is_in_order_and_raised_errors_are_too():
    workers = Workers()

    assert workers.map(lambda item: item**2, range(50)) == [item**2 for item in range(50)]
    with pytest.raises(ZeroDivisionError):
        workers.map(lambda item: 1 // item, [1, 0, 2])


def test_many_may_be_started_at_once():
    """Threads that begin while others are started are not told that there is one core: without turns, half are."""
    before = torch.get_num_threads()
    for _ in range(10):
        gate = Barrier(24)
        with ThreadPoolExecutor(24) as threads:
            counts = [*threads.map(lambda _, gate=gate: (gate.wait(), Workers().count)[1], range(24))]

        assert counts == [before] * 24
    assert torch.get_num_threads() == before


def test_items_are_taken_ahead_and_what_becomes_of_them_is_in_order():
    workers, taken = Workers(), []
    done = workers.map_ahead(lambda item: -item, (taken.append(item) or item for item in range(100)))

    assert next(done) == 0
    assert workers.count < len(taken) < 100
    assert [*done] == [-item for item in range(1, 100)]


def test_all_ask_the_same_threads():
    with ThreadPoolExecutor(8) as threads:
        assert len({*threads.map(lambda _: all_cores(), range(8))}) == 1
