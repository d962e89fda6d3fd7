"""Tasks on many machines: Dask distributed schedules them, tries again what failed, and goes on when a worker dies."""

import logging
import uuid
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import CancelledError
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

import dask.config
from distributed import Client, Future, KilledWorker, LocalCluster, Worker, WorkerPlugin, as_completed

from align.batches.local import THREADS, told
from align.batches.machine import Division
from align.batches.pairs import ModelChoice
from align.batches.plan import Task
from align.batches.work import Failure, HearingResult, Result, Setting, perform
from align.errors import OptionError

LOCAL = "local"

_RETRIES = 2
"""How often a task is tried again that ended in something nobody foresaw, such as a share that was away."""

_PATIENCE = 60
"""Seconds to wait for a scheduler and a worker, at first and after they were lost."""

_LOSSES = 3
"""How often a scheduler may be lost in one run."""

_KILLED = "The workers that did this died of it: memory may be short; give them more, or choose a smaller model."
_GPU = "GPU"

_SETTINGS = {
    **{f"distributed.worker.memory.{at}": False for at in ("target", "spill", "pause")},
    "distributed.deploy.lost-worker-timeout": "10 minutes",
}
"""Of a cluster that is started here. Dask's results are a few words each: what fills a worker is the model, which must
stay. A worker that died is waited for: on a busy machine it takes more than Dask's 15 s to start another."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """A scheduler: its address, or "local" for one that is started here with workers as `division` says."""

    address: str
    division: Division
    choice: ModelChoice
    setting: Setting


class _ModelWorker(WorkerPlugin):
    """What a worker is beside Dask's: it holds the models for as long as it lives, and is fit to use them."""

    name = "align"

    def __init__(self, cluster: Cluster) -> None:
        self._setting = cluster.setting
        self._choice = cluster.choice

    def setup(self, worker: Worker) -> None:
        """Raise OptionError if the worker would judge otherwise than who ordered the work, or with a model for two."""
        self._setting.check()
        if worker.state.nthreads != 1:
            raise OptionError(
                f"{worker.address} does {worker.state.nthreads} tasks at once: start it with --nthreads 1."
            )
        self.models = self._choice.models


def run_there(tasks: Sequence[Task], cluster: Cluster) -> Iterator[tuple[Task, Result]]:
    """Yield what came of each task, as it is done; raises OptionError if there is no scheduler, or it was lost often.

    What was not told of when a scheduler is lost is asked of the next one: who did it finds it done.
    """
    left, heard = {task.key: task for task in tasks}, dict[str, Result]()
    for _ in range(1 + _LOSSES):
        with _connected(cluster) as client:
            for task, result in _run(client, tuple(left.values()), heard):
                del left[task.key]
                if isinstance(result, HearingResult):
                    heard[task.key] = result
                yield task, result
        if not left:
            return
    raise OptionError(f"The scheduler at {cluster.address} was lost again and again: run the batch again, it goes on.")


def _run(client: Client, tasks: Sequence[Task], heard: Mapping[str, Result]) -> Iterator[tuple[Task, Result]]:
    """Yield what came of tasks, until all are done or the scheduler is lost; some recordings were `heard` before."""
    submitted = _submit(client, tasks, heard)
    for future in as_completed(submitted, loop=client.loop):
        try:
            result = _result_of(future)
        except (CancelledError, OSError):  # the second where the scheduler is lost while it is asked
            return
        yield submitted[future], result


def _submit(client: Client, tasks: Sequence[Task], heard: Mapping[str, Result]) -> dict[Future[Result], Task]:
    run, resources = uuid.uuid4().hex, _resources(client)
    needed = {key for task in tasks for key in task.after}
    futures = dict[str, Future[Result]]()
    for task in tasks:
        futures[task.key] = client.submit(
            perform, task.work, *(heard.get(key) or futures[key] for key in task.after), key=f"{run}-{task.key}",
            retries=_RETRIES, priority=task.key not in needed, resources=resources, pure=False,
        )  # fmt: skip
    return {futures[task.key]: task for task in tasks}


def _resources(client: Client) -> dict[str, int] | None:
    """Return what a task takes up of a worker: its GPU, where workers say that they have one."""
    workers = client.scheduler_info(n_workers=-1)["workers"].values()
    return {_GPU: 1} if any(worker["resources"].get(_GPU) for worker in workers) else None


def _result_of(future: Future[Result]) -> Result:
    """Return what came of a task, again where its worker died since; raises CancelledError if nobody knows of it."""
    error = future.exception()
    if error is None:
        return future.result()
    if isinstance(error, CancelledError):
        raise error
    return Failure(_KILLED if isinstance(error, KilledWorker) else told(error))


@contextmanager
def _connected(cluster: Cluster) -> Iterator[Client]:
    """Connect to the scheduler, and see to it that its workers are fit; raises OptionError."""
    with ExitStack() as stack:
        try:
            at = stack.enter_context(_started(cluster.division)) if cluster.address == LOCAL else cluster.address
            client = stack.enter_context(Client(at, timeout=_PATIENCE, set_as_default=False))
            client.wait_for_workers(1, timeout=_PATIENCE)
            client.register_plugin(_ModelWorker(cluster))
        except (OSError, ValueError) as error:
            raise OptionError(
                f"No worker can be reached at {cluster.address}: start dask scheduler and dask worker, or give local."
            ) from error
        yield client


@contextmanager
def _started(division: Division) -> Iterator[LocalCluster]:
    """Start a scheduler and workers on this machine; one that takes more memory than is its own is started anew."""
    with (
        dask.config.set(_SETTINGS),
        LocalCluster(
            n_workers=division.jobs, threads_per_worker=1, memory_limit=division.memory, dashboard_address=":0",
            silence_logs=logging.CRITICAL, env=dict.fromkeys(THREADS, str(division.threads)),
        ) as cluster,
    ):  # fmt: skip
        yield cluster
