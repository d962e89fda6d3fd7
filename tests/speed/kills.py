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


def kill_and_finish(inputs: Sequence[Path], folder: Path, kills: int) -> tuple[list[Kill], bool]:
    """Return the kills of one run, and whether the run after the last wrote what an undisturbed one writes.

    Each kill comes at a random instant of the time that the undisturbed run took; all share one cache.
    """
    began = time.perf_counter()
    start_check(inputs, folder / "calm").wait()
    whole = time.perf_counter() - began
    random, killed = Random(1), []  # noqa: S311  (drawing instants, not secrets)
    for _ in range(kills):
        run, after = start_check(inputs, folder / "killed"), random.uniform(0, whole)
        try:
            run.wait(after)
        except subprocess.TimeoutExpired:
            run.kill()
            run.wait()
        killed.append(Kill(after, Cache(folder / "killed" / "known.sqlite").summary().entries))
    start_check(inputs, folder / "killed").wait()
    reports = [(folder / name / "report.json").read_bytes() for name in ("calm", "killed")]
    return killed, reports[0] == reports[1]


def start_check(inputs: Sequence[Path], folder: Path, cache: Path | None = None) -> "subprocess.Popen[bytes]":
    """Start a check with its report in `folder`, and its cache, unless that is elsewhere."""
    folder.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "align", "check", "--quiet", "--model", "tiny.en", *map(str, inputs)]
    return subprocess.Popen([*command, "-o", str(folder / "report.json")], env={"ALIGN_CACHE": str(cache or folder)})
