"""The command: `python -m tests.speed SPEECH`, for an idle machine; ratios travel to another one, seconds do not."""

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import torch

from tests.accuracy.references import Reference, read_references
from tests.speed.errors import Errors, errors_of
from tests.speed.everyday import everyday_rows
from tests.speed.kills import kill_and_finish
from tests.speed.locating import seconds_to_locate
from tests.speed.measure import Cost, measure, middle
from tests.speed.tape import Tape, make_tape

_RATIOS = (
    ("`align check`, cold, against openai-whisper's own command", "cold", "openai-whisper", 0.4),
    ("… against faster-whisper (int8, batches), which only transcribes", "cold", "faster-whisper", 0.8),
    ("`--engine faster-whisper`, against the same", "fast", "faster-whisper", 1.1),
    ("`--model tiny.en --verifier base`, against the same", "two models", "faster-whisper", 0.85),
    ("`--first-pass tiny.en`, against the same", "two passes", "faster-whisper", 0.6),
    ("checking (start, locate, compare, ask) as a share of the cold run", "checking", "cold", 0.2),
)
"""What a row is called, what is measured, against what, and the ratio that must hold."""

_SECONDS = (
    ("checked again, nothing changed", "again", 0.7),
    ("checked again, three quotes edited", "edited", 5.0),
    ("`align --help`", "help", 0.4),
)
"""What a row is called, what is measured, and the seconds that must hold."""

_PEERS = ("openai-whisper", "faster-whisper")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.speed", description=main.__doc__)
    parser.add_argument("speech", type=Path, help="a folder of recordings with references")
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--quotes", type=int, default=24)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--model", default="base")
    parser.add_argument("--everyday", action="store_true", help="only the short recordings and the busy machine")
    parser.add_argument("--hours", type=float, default=0, help="measure memory on a tape of so many hours, too")
    options = parser.parse_args()
    references = read_references(options.speech)
    with tempfile.TemporaryDirectory() as folder:
        for text in _texts(references, options, Path(folder)):
            sys.stdout.write(text)
            sys.stdout.flush()


def _texts(references: Sequence[Reference], options: argparse.Namespace, folder: Path) -> Iterator[str]:
    """Yield the table in parts, as they are measured."""
    if not options.everyday:
        tape = make_tape(references, options.minutes, options.quotes, folder)
        rounds = [_round(tape, options.model, folder / str(number), number == 0) for number in range(options.runs)]
        costs = {name: middle([one[name] for one in rounds if name in one]) for name in rounds[0]}
        yield _header(tape, options.runs) + _table(costs)
        yield from (f"{line}\n" for line in (*_heard(tape, folder / "0"), *_once(references, tape, folder)))
        long = _long(references, options.hours, options.model, folder) if options.hours else ()
        yield from (f"{line}\n" for line in long)
    yield from (f"{line}\n" for line in everyday_rows(references, options.model, folder, options.runs))


def _header(tape: Tape, times: int) -> str:
    processor = f"{platform.machine()} {torch.backends.cpu.get_cpu_capability()}"
    machine = f"{processor}, {os.cpu_count()} cores, Python {platform.python_version()}"
    runs = f"medians of {times}, {_PEERS[0]} once"
    return f"{tape.seconds / 60:.0f} minutes of real speech; {machine}; {runs}.\n\n"


def _round(tape: Tape, model: str, folder: Path, is_first: bool) -> dict[str, Cost]:
    """Return the cost of each program, run once one after another; `again` and `edited` follow `cold`.

    openai-whisper's own command takes longer than all else together, and runs in the first round only.
    """
    folder.mkdir()
    program = [sys.executable, "-m", "align"]
    check = [*program, "check", "--quiet", str(tape.recording)]
    transcribe = [*program, "transcribe", "--quiet", str(tape.recording), "-o", str(folder / "align.txt")]
    peer = [sys.executable, "-m", "tests.speed.peers"]
    plain = ["--model", model, "--language", "en"]
    commands = {
        **{name: [*peer, name, str(tape.recording), model, str(folder / f"{name}.txt")] for name in _PEERS},
        "cold": [*check, str(tape.article), *plain],
        "again": [*check, str(tape.article), *plain],
        "edited": [*check, str(tape.edited), *plain],
        "fast": [*check, str(tape.article), *plain, "--engine", "faster-whisper"],
        "two models": [*check, str(tape.article), "--model", "tiny.en", "--verifier", model, "--language", "en"],
        "two passes": [*check, str(tape.article), *plain[:2], "--first-pass", "tiny.en", *plain[2:]],
        "transcribe": [*transcribe, *plain],
        "checking": [*check, str(tape.article), *plain],
        "help": [*program, "--help"],
    }
    apart = {"transcribe": "apart", "checking": "apart"}  # the same transcript as in `cold`, but nothing asked yet
    caches = {name: str(folder / (apart | {"two passes": "passes"}).get(name, "cache")) for name in commands}
    wanted = {name: command for name, command in commands.items() if is_first or name != _PEERS[0]}
    return {name: measure(command, {"ALIGN_CACHE": caches[name]}) for name, command in wanted.items()}


def _table(costs: Mapping[str, Cost]) -> str:
    lines = ["| row | measured | must hold |", "|---|---|---|"]
    for row, name, other, most in _RATIOS:
        lines.append(f"| {row} | {costs[name].seconds / costs[other].seconds:.2f} × | ≤ {most} × |")
    lines += [f"| {row} | {costs[name].seconds:.2f} s | < {most} s |" for row, name, most in _SECONDS]
    lines += [
        f"| {name}: time, most memory | {cost.seconds:.1f} s, {cost.memory:.0f} MB | |" for name, cost in costs.items()
    ]
    return "\n".join(lines) + "\n"


def _heard(tape: Tape, folder: Path) -> Iterator[str]:
    """Yield the rows about what was heard, from the texts that the first round wrote."""
    found: dict[str, Errors] = {
        name: errors_of((folder / f"{name}.txt").read_text(encoding="utf-8"), tape) for name in ("align", *_PEERS)
    }
    ours, *peers = found.values()
    rates = ", ".join(f"{name} {one.rate:.1%}" for name, one in found.items())
    more = 100 * (ours.rate - peers[0].rate)
    yield f"| word error rate above openai-whisper's own command ({rates}) | {more:+.2f} points | ≤ +0.3 |"
    least = min(one.skipped for one in peers)
    lost = ", ".join(f"{name} {one.skipped:.1f} s" for name, one in found.items())
    yield f"| speech skipped ({lost}) | {ours.skipped:.1f} s | < {least:.1f} s |"


def _once(references: Sequence[Reference], tape: Tape, folder: Path) -> Iterator[str]:
    """Yield the rows that need no second run."""
    yield f"| locate and compare, 10 hours, 200 quotes | {seconds_to_locate(references, 10, 200):.2f} s | < 2 s |"
    short = make_tape(references, 4, 12, folder / "short")
    killed = kill_and_finish([short.recording, short.article], folder / "kills", 20)
    is_same = "yes" if killed.is_same else "NO"
    yield f"| {len(killed.kills)} kills at random instants: the same bytes at the end | {is_same} | yes |"
    yield f"| what one of them costs, with the start of the next run | {killed.cost:.1f} s | |"


def _long(references: Sequence[Reference], hours: float, model: str, folder: Path) -> Iterator[str]:
    """Yield the rows about long recordings: one hour, two, and so many."""
    costs: dict[float, Cost] = {}
    for length in (1, 2, hours):
        tape = make_tape(references, 60 * length, 24, folder / f"{length}")
        command = [sys.executable, "-m", "align", "check", "--quiet", str(tape.recording), str(tape.article)]
        cache = {"ALIGN_CACHE": str(folder / f"{length}")}
        costs[length] = measure([*command, "--model", model, "--language", "en"], cache)
        tape.recording.unlink()
    most, growth = costs[hours].memory, costs[hours].memory / costs[1].memory - 1
    yield f"| time, 2 hours against 1 hour | {costs[2].seconds / costs[1].seconds:.2f} × | ≤ 2.1 × |"
    yield f"| peak memory, {hours:g} hours | {most:.0f} MB, {growth:+.0%} of 1 hour | < 1800 MB, ≤ +15% |"


if __name__ == "__main__":
    main()
