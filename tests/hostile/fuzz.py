"""A fuzz of all readers: python -m tests.hostile.fuzz SECONDS [READER ...], or `make fuzz SECONDS=600`.

Each reader gets good files that were mutated, the same for the same number, one after another in a process of its own
that is watched. Whatever comes out is counted; what must not be is shown with its number, and
`python -m tests.hostile.fuzz case READER NUMBER > file` writes that input.
"""

import multiprocessing
import random
import resource
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from align.errors import AlignError
from tests.hostile.mutations import mutated
from tests.hostile.readers import READERS

OUTCOMES = ("read", "refused", "crash", "slow", "memory")
FINE = OUTCOMES[:2]
_PATIENCE = 300.0
"""Seconds to wait for a process: to load what its reader needs, or for another that uses the processor."""

_AT_ONCE = 100
"""Files before it is the next reader's turn."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a mutated file; `why` is the error."""

    reader: str
    number: int
    what: str
    why: str = ""


def case(reader: str, number: int, seeds: Sequence[Path]) -> tuple[bytes, str]:
    """Return the file that a reader gets under this number, and the ending of its name."""
    return mutated(random.Random(f"{reader} {number}"), seeds)  # noqa: S311 -- repeatable, no secret


def fuzz(name: str, numbers: range) -> Iterator[Outcome]:
    """Yield what becomes of the files of these numbers."""
    with tempfile.TemporaryDirectory() as folder:
        remaining = numbers
        while remaining:
            for outcome in _watched(name, remaining, Path(folder)):
                yield outcome
                remaining = range(outcome.number + 1, numbers.stop)


def _watched(name: str, numbers: range, folder: Path) -> Iterator[Outcome]:
    """Yield outcomes until one process has done all, or has died or hung at one of them."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    worker = context.Process(target=_work, args=(name, numbers, folder, theirs), daemon=True)
    worker.start()
    theirs.close()
    try:
        if not ours.poll(_PATIENCE) or ours.recv() != "ready":
            raise RuntimeError(f"the reader {name} does not start")
        for number in numbers:
            if not ours.poll(_PATIENCE):
                yield Outcome(name, number, "slow", f"more than {_PATIENCE:.0f} s, most of them waiting")
                return
            yield ours.recv()
    except EOFError:
        worker.join()
        is_slow = worker.exitcode == -signal.SIGPROF
        yield Outcome(name, number, "slow" if is_slow else "crash", f"the process ended with {worker.exitcode}")
    finally:
        worker.kill()
        worker.join()


def _work(name: str, numbers: range, folder: Path, pipe: Connection) -> None:
    """Read file after file, and tell what became of each."""
    reader = READERS[name]
    place = folder / "seeds"
    place.mkdir(exist_ok=True)
    seeds = reader.seeds(place)
    for seed in seeds[:2]:
        _outcome(name, -1, seed)  # loads what is needed before memory is limited
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    most = pages * resource.getpagesize() + reader.memory
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    pipe.send("ready")
    for number in numbers:
        data, ending = case(name, number, seeds)
        path = folder / f"input{ending}"
        path.write_bytes(data)
        signal.setitimer(signal.ITIMER_PROF, reader.seconds)  # of the processor; then the process is ended
        pipe.send(_outcome(name, number, path))


def _outcome(name: str, number: int, path: Path) -> Outcome:
    try:
        READERS[name].read(path)
    except AlignError as error:
        sentence = str(error)
        is_one = sentence.isprintable() and sentence.endswith(".")
        return Outcome(name, number, "refused" if is_one else "crash", sentence)
    except MemoryError:
        return Outcome(name, number, "memory")
    except BaseException as error:  # noqa: BLE001 -- whatever a bug raises is what is looked for
        place = traceback.extract_tb(error.__traceback__)[-1]
        why = f"{type(error).__name__}: {error} ({Path(place.filename).name}:{place.lineno})"
        return Outcome(name, number, "crash", why[:300])
    return Outcome(name, number, "read")


def run(seconds: float, readers: Sequence[str], first: int = 0) -> tuple[Counter[tuple[str, str]], list[Outcome]]:
    """Fuzz the readers in turns for so long; return how often each had which outcome, and those that must not be."""
    counts, bad = Counter[tuple[str, str]](), []
    end = time.monotonic() + seconds
    start = first
    while time.monotonic() < end:
        for name in readers:
            for outcome in fuzz(name, range(start, start + _AT_ONCE)):
                counts[name, outcome.what] += 1
                if outcome.what not in FINE:
                    bad.append(outcome)
                    print(f"{name} {outcome.number}: {outcome.what} {outcome.why}", file=sys.stderr, flush=True)  # noqa: T201
        start += _AT_ONCE
    return counts, bad


def table(counts: Counter[tuple[str, str]]) -> str:
    """Return the counts, a reader a line."""
    lines = [f"{'':12}" + "".join(f"{what:>9}" for what in OUTCOMES)]
    for name in dict.fromkeys(name for name, _ in counts):
        lines.append(f"{name:12}" + "".join(f"{counts[name, what]:9}" for what in OUTCOMES))
    return "\n".join(lines)


def main(arguments: Sequence[str]) -> int:
    """Run what the command line asks for."""
    if arguments[:1] == ["case"]:
        name, number = arguments[1:]
        with tempfile.TemporaryDirectory() as folder:
            sys.stdout.buffer.write(case(name, int(number), READERS[name].seeds(Path(folder)))[0])
        return 0
    seconds, *readers = arguments or ["60"]
    first = int(readers.pop()) if readers and readers[-1].isdigit() else 0
    counts, bad = run(float(seconds), readers or list(READERS), first)
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(f"{table(counts)}\n{sum(counts.values())} files, {spent.ru_utime + spent.ru_stime:.0f} s of processor")  # noqa: T201
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
