"""Tasks on this machine: a pool of processes, each task after those that it needs, what nothing needs before the rest.

A process that dies takes nothing with it but its task, which is tried once more, alone; if it dies of that again, the
task is what fails.
"""

import heapq
import logging
import multiprocessing
import os
import signal
import threading
import warnings
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from graphlib import TopologicalSorter
from multiprocessing.connection import Connection
from multiprocessing.connection import wait as wait_for
from types import TracebackType
from typing import Self

from align.batches.machine import Division
from align.batches.plan import Task
from align.batches.work import Failure, Result, perform
from align.errors import OptionError
from align.exits import sentence_of
from align.speech.whisper.device import has_gpu

try:
    import resource
except ImportError:  # Windows has no such limits
    resource = None  # type: ignore[assignment]

THREADS = ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS")
"""By which the libraries that compute are told how many threads to use, before they are loaded."""

_KILLED = "The process that did this was ended from outside, twice: memory may be short; give fewer --jobs."
_NO_MEMORY = "not enough memory"
"""What torch says instead of raising MemoryError."""


def run_here(tasks: Sequence[Task], division: Division) -> Iterator[tuple[Task, Result]]:
    """Yield what came of each task, as it is done; raises OptionError if no process can be started."""
    places = {task.key: at for at, task in enumerate(tasks)}
    needed = {key for task in tasks for key in task.after}
    graph = TopologicalSorter({task.key: task.after for task in tasks})
    graph.prepare()
    ready, results = list[tuple[bool, int]](), dict[str, Result]()
    with _Pool(division) as pool:
        while graph.is_active():
            for key in graph.get_ready():
                heapq.heappush(ready, (key in needed, places[key]))
            while ready and pool.has_room:
                task = tasks[heapq.heappop(ready)[1]]
                pool.submit(task, [results[key] for key in task.after])
            for task, result in pool.wait():
                if task.key in needed:
                    results[task.key] = result
                graph.done(task.key)
                yield task, result


class _Pool:
    """Processes that are never given more tasks than there are of them; use it in a `with` statement."""

    def __init__(self, division: Division) -> None:
        self._division = division
        self._running = dict[Future[Result], tuple[Task, Sequence[Result]]]()
        self._closing = ExitStack()

    def __enter__(self) -> Self:
        self._processes = self._closing.enter_context(_processes(self._division))
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._closing.close()

    @property
    def has_room(self) -> bool:
        """Whether a process has nothing to do."""
        return len(self._running) < self._division.jobs

    def submit(self, task: Task, before: Sequence[Result]) -> None:
        """Begin a task."""
        try:
            future = self._processes.submit(perform, task.work, *before)
        except BrokenProcessPool as error:  # one died that had nothing to do
            future = Future()
            future.set_exception(error)
        self._running[future] = task, before

    def wait(self) -> list[tuple[Task, Result]]:
        """Return what came of tasks as soon as there is one, or of all that ran where a process died."""
        done, _ = wait(self._running, return_when=FIRST_COMPLETED)
        if any(isinstance(future.exception(), BrokenProcessPool) for future in done):
            return self._rescue()
        return [(self._running.pop(future)[0], _result_of(future)) for future in done]

    def _rescue(self) -> list[tuple[Task, Result]]:
        """Try again what was running, one task after the other, and go on with new processes."""
        wait(self._running)
        self._closing.close()
        ended = [(task, self._again(future, task, before)) for future, (task, before) in self._running.items()]
        self._running.clear()
        self.__enter__()
        return ended

    def _again(self, future: Future[Result], task: Task, before: Sequence[Result]) -> Result:
        if not isinstance(future.exception(), BrokenProcessPool):
            return _result_of(future)
        whole = replace(self._division, jobs=1, memory=self._division.memory * self._division.jobs)
        with _processes(whole) as alone:
            return _result_of(alone.submit(perform, task.work, *before))


def _result_of(future: Future[Result]) -> Result:
    """Return what came of a task; what nobody foresaw is a failure, too."""
    error = future.exception()
    if error is None:
        return future.result()
    return Failure(_KILLED if isinstance(error, BrokenProcessPool) else told(error))


def told(error: BaseException) -> str:
    """Return what is said of an error that ended a task."""
    return sentence_of(MemoryError() if _NO_MEMORY in str(error) else error)


@contextmanager
def _processes(division: Division) -> Iterator[ProcessPoolExecutor]:
    """Start processes; they end at once when the block or this process does, however it ends."""
    spawning = multiprocessing.get_context("spawn")  # a process that is forked may not use what has threads
    ended, alive = spawning.Pipe(duplex=False)
    pool = ProcessPoolExecutor(division.jobs, spawning, _begin, (ended, division.threads, division.memory))
    try:
        _try(pool)
        yield pool
    finally:
        alive.close()
        pool.shutdown(cancel_futures=True)
        ended.close()


def _try(pool: ProcessPoolExecutor) -> None:
    """Raise OptionError if no process of a pool can be started."""
    try:
        pool.submit(os.getpid).result()
    except BrokenProcessPool as error:
        raise OptionError(
            "No process can be started for the work: a program that calls batch must be a file, and do so below "
            'if __name__ == "__main__".'
        ) from error


def _begin(ended: Connection, threads: int, memory: int) -> None:
    """Prepare a process that does nothing but this work, before anything that computes is loaded."""
    os.environ.update(dict.fromkeys(THREADS, str(threads)))
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who ordered the work decides what Ctrl-C ends
    logging.getLogger().addHandler(logging.NullHandler())
    warnings.simplefilter("ignore")
    threading.Thread(target=_end_with, args=(ended,), daemon=True).start()
    if resource and not has_gpu():  # whose driver reserves more than there is
        _, most = resource.getrlimit(resource.RLIMIT_DATA)
        resource.setrlimit(resource.RLIMIT_DATA, (memory if most < 0 else min(memory, most), most))


def _end_with(ended: Connection) -> None:
    wait_for([ended])
    os._exit(0)
