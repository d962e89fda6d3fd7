"""Who computes? A thread for each core, in which torch computes alone.

Threads that share one product wait for each other at its end, and wait spinning: where another program has one of the
cores, all of them spin for the thread that it holds up, and five times as much time passes. So nothing is shared but
what is to be done, by whole clips. What comes out does not depend on how many cores there are.
"""

import ctypes
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache
from threading import Barrier, Lock
from typing import TypeVar

import torch

ItemT = TypeVar("ItemT")
ResultT = TypeVar("ResultT")


_STARTING = Lock()
"""While threads are started, torch tells others that begin that there is one core: so nobody else starts any then."""


_SHARING = Lock()
"""While one thread has those started that all share, no other has: a cache alone may do it twice."""


class Workers:
    """Threads that torch computes in, each on one core; as many as torch has cores for, which OMP_NUM_THREADS sets."""

    def __init__(self) -> None:
        with _STARTING:
            self.count = torch.get_num_threads()
            started = Barrier(self.count + 1)
            self._pool = ThreadPoolExecutor(self.count, "align", _begin, (started,))
            for _ in range(self.count):
                self._pool.submit(int)  # a thread is started for each
            started.wait()
            torch.set_num_threads(self.count)  # what threads of others that have not yet begun are told

    def map(self, function: Callable[[ItemT], ResultT], items: Iterable[ItemT]) -> list[ResultT]:
        """Return what becomes of each item, in order; each is computed on one core."""
        return list(self._pool.map(function, items))

    def submit(self, function: Callable[[], ResultT]) -> Future[ResultT]:
        """Begin to compute something."""
        return self._pool.submit(function)

    def map_ahead(self, function: Callable[[ItemT], ResultT], items: Iterable[ItemT]) -> Iterator[ResultT]:
        """Yield what becomes of each item, in order; so many items are taken ahead that no core waits for one."""
        begun: deque[Future[ResultT]] = deque()
        for item in items:
            begun.append(self._pool.submit(function, item))
            if len(begun) > self.count:
                yield begun.popleft().result()
        while begun:
            yield begun.popleft().result()


def all_cores() -> Workers:
    """Return the threads that everybody in this process computes in: to start them takes half a second on many cores.

    What is computed in them must not wait for anything that is computed in them.
    """
    with _SHARING:
        return _shared()


@cache
def _shared() -> Workers:
    return Workers()


def give_back() -> None:
    """Give back to the system what was freed: glibc keeps what each thread computed with, hundreds of megabytes."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None
    if trim:
        trim(0)


def _begin(started: Barrier) -> None:
    """Prepare a thread: torch keeps a number for each, at first the last one that it was given anywhere."""
    torch.get_num_threads()
    torch.set_num_threads(1)
    started.wait()
