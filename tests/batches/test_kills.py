"""Killed at any instant, out of room, or without who ordered the work: what is done stays, and the rest goes on."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.batches.desk import children, contents, is_worker, write_desk
from tests.sources import REPOSITORY

pytestmark = pytest.mark.hostile

PAIRS = 40
COMMAND = (sys.executable, "-m", "align", "batch", "pairs.csv", "-q", "-o", "json", "-o", "srt")


@pytest.fixture
def desk(tmp_path):
    """A folder with forty articles on three transcripts, and their manifest."""
    write_desk(tmp_path / "desk", PAIRS)
    return tmp_path / "desk"


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """The reports of a run that nobody disturbs, by name."""
    folder = tmp_path_factory.mktemp("whole")
    write_desk(folder, PAIRS)
    assert _run(folder, "out", "--jobs", "2") == 0
    return contents(folder / "out")


def _start(desk: Path, out: str, *more: str, limit: str = "") -> subprocess.Popen[bytes]:
    environment = {**os.environ, "ALIGN_CACHE": str(desk / "cache"), "PYTHONPATH": str(REPOSITORY)}
    command = ["sh", "-c", f'{limit} exec "$@"', "sh", *COMMAND, "--out", out, *more]
    return subprocess.Popen(command, cwd=desk, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def _run(desk: Path, out: str, *more: str, limit: str = "") -> int:
    process = _start(desk, out, *more, limit=limit)
    process.communicate(timeout=600)
    return process.returncode


def _wait_for_reports(folder: Path, count: int, process: subprocess.Popen[bytes]) -> None:
    """Return as soon as there are so many, or the process has ended."""
    while process.poll() is None and len(list(folder.glob("*.json"))) < count:
        time.sleep(0.01)


def _is_alive(pid: int) -> bool:
    """Whether a process is there, and no zombie that nobody has asked for."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.parametrize(("kills", "more"), [(5, ("--jobs", "2")), (2, ("--cluster", "local", "--jobs", "2"))])
def test_killed_again_and_again_it_ends_with_the_same_bytes(desk, whole, kills, more):
    done = desk / "out"
    for kill in range(kills):
        process = _start(desk, "out", *more)
        _wait_for_reports(done, (kill + 1) * PAIRS // (kills + 2), process)
        time.sleep(random.uniform(0, 0.05))  # noqa: S311 -- an instant like any other
        process.send_signal(signal.SIGKILL)
        process.communicate()
    halfway = {path.name: path.stat().st_mtime_ns for path in (done / ".align/pairs").iterdir()}
    assert 0 < len(halfway) < PAIRS
    assert _run(desk, "out", *more) == 0

    assert contents(done) == whole
    assert len(whole) == 2 * PAIRS
    assert {name: (done / ".align/pairs" / name).stat().st_mtime_ns for name in halfway} == halfway  # not done twice


def test_a_worker_of_a_cluster_is_killed_and_nothing_is_lost(desk, whole):
    process = _start(desk, "out", "--cluster", "local", "--jobs", "2")
    _wait_for_reports(desk / "out", 3, process)
    os.kill(next(filter(is_worker, children(process))), signal.SIGKILL)
    process.communicate(timeout=600)
    assert process.returncode == 0

    assert contents(desk / "out") == whole


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_no_process_outlives_who_ordered_its_work(desk, number):
    process = _start(desk, "out", "--jobs", "2")
    _wait_for_reports(desk / "out", 2, process)
    started = children(process)
    process.send_signal(number)
    process.communicate(timeout=60)
    for _ in range(500):
        if not any(map(_is_alive, started)):
            break
        time.sleep(0.05)

    assert len(started) >= 2
    assert [pid for pid in started if _is_alive(pid)] == []
    assert process.returncode == (-number if number is signal.SIGKILL else 128 + number)


def test_without_room_for_a_report_it_is_a_row_and_done_later(desk, whole):
    """A file larger than the limit cannot be written, as where a disk is full."""
    largest = max(map(len, whole.values()))
    assert _run(desk, "out", "--jobs", "2", limit=f"ulimit -f {largest // 1024 // 2};") == 2
    assert not (desk / "out/.align/drafts").exists() or not list((desk / "out/.align/drafts").iterdir())
    assert len(contents(desk / "out")) < 2 * PAIRS
    assert _run(desk, "out", "--jobs", "2") == 0

    assert contents(desk / "out") == whole
