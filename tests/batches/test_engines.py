"""The two engines, processes here and Dask: the same tasks come to the same end, whoever fails or dies among them."""

import os
import socket
import subprocess
import sys

import pytest

from align.batches.cluster import Cluster, run_there
from align.batches.local import run_here
from align.batches.machine import GIGABYTE, Division
from align.batches.pairs import ModelChoice
from align.batches.plan import Task
from align.batches.work import Failure, HearingResult, Setting
from align.errors import OptionError
from tests.batches.works import Work, begun
from tests.sources import REPOSITORY

pytestmark = pytest.mark.hostile

TWO = Division(2, 3, GIGABYTE)


def _cluster(address="local", division=TWO):
    return Cluster(address, division, ModelChoice("tiny.en"), Setting(os.getcwd()))


def _there(tasks, division=TWO):
    return run_there(tasks, _cluster(division=division))


def _tasks(folder, ways):
    """Two tasks that end in some way, and after each of them two, of which one needs both."""
    first = [Task(f"r{number}", Work(folder, f"r{number}", way)) for number, way in enumerate(ways)]
    after = [Task(f"p{number}", Work(folder, f"p{number}"), (f"r{number}",)) for number in range(len(ways))]
    return (*first, *after, Task("all", Work(folder, "all"), tuple(task.key for task in first)))


@pytest.mark.parametrize("run", [run_here, _there])
def test_each_task_is_done_once_after_those_that_it_needs(tmp_path, run):
    tasks = _tasks(tmp_path, ["well", "slow", "well"])
    done = list(run(tasks, TWO))
    keys = [task.key for task, _ in done]
    results = {task.key: result for task, result in done}

    assert sorted(keys) == sorted(task.key for task in tasks)
    assert all(keys.index(key) < keys.index(task.key) for task in tasks for key in task.after)
    assert {key: results[key].duration for key in ("r0", "p0", "all")} == {"r0": 0, "p0": 1, "all": 3}
    assert {result.seconds for result in results.values()} == {TWO.threads}
    assert [begun(tmp_path, task.key) for task in tasks] == [1] * len(tasks)


@pytest.mark.parametrize("run", [run_here, _there])
@pytest.mark.parametrize(
    ("way", "sentence", "times"),
    [("refusing", "r1 cannot be done", 1), ("a bug", "nobody foresaw", None), ("dying", "memory may be short", None)],
)
def test_what_fails_takes_only_what_needs_it_along(tmp_path, run, way, sentence, times):
    tasks = _tasks(tmp_path, ["well", way, "well"])
    results = {task.key: result for task, result in run(tasks, TWO)}

    assert {key for key, result in results.items() if isinstance(result, Failure)} == {"r1", "p1", "all"}
    assert sentence in results["r1"].problem
    assert results["p1"] == results["all"] == results["r1"]
    assert begun(tmp_path, "r1") == times or times is None
    assert begun(tmp_path, "p1") == 0


@pytest.mark.parametrize("run", [run_here, _there])
def test_a_process_that_dies_costs_nothing_but_time(tmp_path, run):
    tasks = _tasks(tmp_path, ["dying once", "slow", "well", "well"])
    results = {task.key: result for task, result in run(tasks, TWO)}

    assert len(results) == len(tasks)
    assert all(isinstance(result, HearingResult) for result in results.values())
    assert begun(tmp_path, "r0") == 2


def test_memory_is_held_within_its_bound(tmp_path):
    tasks = _tasks(tmp_path, ["well", "hungry"])
    results = {task.key: result for task, result in run_here(tasks, TWO)}

    assert "not enough memory" in results["r1"].problem
    assert isinstance(results["p0"], HearingResult)


def test_a_worker_that_would_judge_otherwise_is_refused(tmp_path):
    elsewhere = Cluster("local", TWO, ModelChoice("tiny.en"), Setting("/nowhere"))
    with pytest.raises(OptionError, match="start it there"):
        list(run_there(_tasks(tmp_path, ["well"]), elsewhere))
    assert begun(tmp_path, "r0") == 0


def test_no_scheduler_is_told_in_a_sentence(tmp_path, monkeypatch):
    monkeypatch.setattr("align.batches.cluster._PATIENCE", 1)
    with pytest.raises(OptionError, match=r"No worker can be reached at tcp://127\.0\.0\.1:9"):
        list(run_there(_tasks(tmp_path, ["well"]), _cluster("tcp://127.0.0.1:9")))


@pytest.fixture
def start(tmp_path):
    """Return a function that starts a program of Dask's; all are ended at last."""
    started = []

    def begin(*arguments):
        command = [sys.executable, "-m", "dask", *map(str, arguments)]
        environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
        process = subprocess.Popen(
            command, cwd=REPOSITORY, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        started.append(process)
        return process

    yield begin
    for process in started:
        process.kill()  # what ends well takes seconds for it; a worker ends with its nanny
    for process in started:
        process.wait(30)


def _port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


WORKER = ("--nthreads", "1", "--no-dashboard", "--death-timeout", "60")


def test_a_scheduler_that_is_restarted_loses_nothing(tmp_path, start, monkeypatch):
    monkeypatch.chdir(REPOSITORY)
    port = _port()
    scheduler = ("scheduler", "--host", "127.0.0.1", "--port", port, "--no-dashboard")
    worker = ("worker", f"tcp://127.0.0.1:{port}", *WORKER)
    (tmp_path / "marks").mkdir()
    tasks = _tasks(tmp_path / "marks", ["slow"] * 8)
    first = [start(*scheduler), start(*worker)]

    def restart():
        for process in reversed(first):
            process.kill()
        for arguments in (scheduler, worker):
            start(*arguments)

    done = []
    for task, result in run_there(tasks, _cluster(f"tcp://127.0.0.1:{port}")):
        done.append((task.key, result))
        if len(done) == 2:
            restart()

    assert sorted(key for key, _ in done) == sorted(task.key for task in tasks)
    assert all(isinstance(result, HearingResult) for _, result in done)
    assert [begun(tmp_path / "marks", key) for key, _ in done[:2]] == [1, 1]  # what was told of is not asked for again


def test_a_worker_for_two_tasks_at_once_is_refused(tmp_path, start, monkeypatch):
    monkeypatch.chdir(REPOSITORY)
    port = _port()
    start("scheduler", "--host", "127.0.0.1", "--port", port, "--no-dashboard")
    start("worker", f"tcp://127.0.0.1:{port}", "--nthreads", "2", "--no-dashboard")
    with pytest.raises(OptionError, match="--nthreads 1"):
        list(run_there(_tasks(tmp_path, ["well"]), _cluster(f"tcp://127.0.0.1:{port}")))
