"""Pieces of work that do as a test wishes, wherever they are done: succeed, fail, raise, die, take memory."""

import os
import signal
import time
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from align.batches.work import HearingResult
from align.errors import OptionError


@dataclass(frozen=True, slots=True)
class Work:
    """Leaves a mark in `folder` each time it is begun, tells how many before it were done, and ends as `way` says."""

    folder: Path
    name: str
    way: str = "well"

    def perform(self, before: Sequence[HearingResult]) -> HearingResult:
        """Do it."""
        (self.folder / f"{self.name}.{uuid.uuid4().hex}").touch()
        match self.way:
            case "refusing":
                raise OptionError(f"{self.name} cannot be done.")
            case "a bug":
                raise ZeroDivisionError("by nothing")
            case "dying" if True:
                os.kill(os.getpid(), signal.SIGKILL)
            case "dying once" if begun(self.folder, self.name) == 1:
                os.kill(os.getpid(), signal.SIGKILL)
            case "hungry":
                return HearingResult(len(bytearray(3_000_000_000)), 0)
            case "slow":
                time.sleep(1)
        return HearingResult(float(len(before)), float(os.environ.get("OMP_NUM_THREADS", "0")))


def begun(folder: Path, name: str) -> int:
    """Return how often work was begun."""
    return len(list(folder.glob(f"{name}.*")))
