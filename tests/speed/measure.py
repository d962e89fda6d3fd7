"""What does a command cost? Seconds by the clock and the most memory it held, it and its children."""

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds, and megabytes: those of this process at least, for it is what a command starts from."""

    seconds: float
    memory: float


def measure(command: Sequence[str], environment: Mapping[str, str]) -> Cost:
    """Return what one run costs; a run that fails ends the measurement. Findings (status 1 of align) are no failure.

    Modules are compiled once, as those of an installed program are.
    """
    own = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    began = time.perf_counter()
    process = subprocess.Popen(command, env={**own, **environment}, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in ((0, 1) if "align" in command else (0,)):
        sys.exit(f"{' '.join(command)} ended with status {process.returncode}.")
    return Cost(time.perf_counter() - began, usage.ru_maxrss / 1024)


def middle(costs: Sequence[Cost]) -> Cost:
    """Return the median of several runs."""
    return Cost(median(cost.seconds for cost in costs), max(cost.memory for cost in costs))
