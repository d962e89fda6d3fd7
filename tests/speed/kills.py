"""Kill a check at any instant: the next run goes on from there, and writes the same bytes as one left in peace."""

import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from align.cache import Cache


@dataclass(frozen=True, slots=True)
class Kill:
    """A run that was killed: after how many seconds, and what it had put into the cache until then."""

    after: float
    known: int


@dataclass(frozen=True, slots=True)
class Killed:
    """A run killed again and again: its kills, and whether the last run wrote what an undisturbed one writes.

    `cost` is the seconds that one kill cost on average: what it lost, and the start of the next run.
    """

    kills: tuple[Kill, ...]
    cost: float
    is_same: bool


def kill_and_finish(inputs: Sequence[Path], folder: Path, kills: int) -> Killed:
    """Return what came of a run that was killed so often, each time at a random instant; all runs share one cache.

    An instant lies in the time that the undisturbed run takes.
    """
    began = time.perf_counter()
    start_check(inputs, folder / "calm").wait()
    whole = time.perf_counter() - began
    random, killed = Random(1), []  # noqa: S311  (drawing instants, not secrets)
    began = time.perf_counter()
    for _ in range(kills):
        run, after = start_check(inputs, folder / "killed"), random.uniform(0, whole)
        try:
            run.wait(after)
        except subprocess.TimeoutExpired:
            run.kill()
            run.wait()
        killed.append(Kill(after, Cache(folder / "killed" / "known.sqlite").summary().entries))
    start_check(inputs, folder / "killed").wait()
    cost = (time.perf_counter() - began - whole) / kills
    calm, report = ((folder / name / "report.json").read_bytes() for name in ("calm", "killed"))
    return Killed(tuple(killed), cost, calm == report)


def start_check(inputs: Sequence[Path], folder: Path, cache: Path | None = None) -> "subprocess.Popen[bytes]":
    """Start a check with its report in `folder`, and its cache, unless that is elsewhere."""
    folder.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "align", "check", "--quiet", "--model", "tiny.en", *map(str, inputs)]
    return subprocess.Popen([*command, "-o", str(folder / "report.json")], env={"ALIGN_CACHE": str(cache or folder)})
