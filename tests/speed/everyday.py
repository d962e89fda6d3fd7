"""The everyday case: a few minutes and ten quotes, another article about what is known, and a machine that is busy."""

import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from tests.accuracy.references import Reference
from tests.speed.measure import Cost, measure, middle
from tests.speed.tape import Tape, make_tape

_MINUTES = (4, 7)
_QUOTES = 10
_OTHERS = 2
"""Processes that keep a core busy each."""


def everyday_rows(references: Sequence[Reference], model: str, folder: Path, runs: int) -> Iterator[str]:
    """Yield rows of the table, each program run so many times, in turns; the peer only transcribes."""
    for minutes in _MINUTES:
        tape = make_tape(references, minutes, _QUOTES, folder / f"{minutes}")
        ours, theirs = _medians(tape, model, folder / f"{minutes}", runs)
        ratio = f"{ours.seconds / theirs.seconds:.2f} × ({ours.seconds:.1f} and {theirs.seconds:.1f} s)"
        yield f"| {tape.seconds / 60:.0f} minutes and ten quotes, cold, against faster-whisper | {ratio} | ≤ 0.9 × |"
    known = (folder / f"{_MINUTES[-1]}" / f"{number}" for number in range(runs))
    another = middle([measure(_check(tape, tape.another, model), {"ALIGN_CACHE": str(one)}) for one in known])
    yield f"| ten other quotes, a word of each changed, recording heard before | {another.seconds:.1f} s | ≤ 10 s |"
    with _busy():
        pressed = _medians(tape, model, folder / "busy", runs)
    own, peer = (busy.seconds / quiet.seconds for busy, quiet in zip(pressed, (ours, theirs), strict=True))
    yield f"| … cold beside two busy processes, against quiet | {own:.1f} × | ≤ faster-whisper's {peer:.1f} × |"


def _medians(tape: Tape, model: str, folder: Path, runs: int) -> tuple[Cost, Cost]:
    """Return what a cold check costs, and the peer's transcript."""
    folder.mkdir(exist_ok=True)
    peer = [sys.executable, "-m", "tests.speed.peers", "faster-whisper", str(tape.recording), model]
    ours, theirs = [], []
    for number in range(runs):
        ours.append(measure(_check(tape, tape.article, model), {"ALIGN_CACHE": str(folder / f"{number}")}))
        theirs.append(measure([*peer, str(folder / "peer.txt")], {}))
    return middle(ours), middle(theirs)


def _check(tape: Tape, article: Path, model: str) -> list[str]:
    command = [sys.executable, "-m", "align", "check", "--quiet", str(tape.recording), str(article)]
    return [*command, "--model", model, "--first-pass", "none", "--language", "en"]


@contextmanager
def _busy() -> Iterator[None]:
    """Keep cores busy within."""
    with ExitStack() as ending:
        for _ in range(_OTHERS):
            process = ending.enter_context(subprocess.Popen([sys.executable, "-c", "while True: pass"]))
            ending.callback(process.kill)
        yield
