"""The command: `python -m tests.speed SPEECH`, for an idle machine; ratios travel to another one, seconds do not."""

import argparse
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from tests.accuracy.references import read_references
from tests.speed.measure import Cost, measure, middle
from tests.speed.tape import Tape, make_tape

_ROWS = (
    ("check, cold, against openai-whisper", "cold", "openai-whisper", 0.4),
    ("check, cold, against faster-whisper", "cold", "faster-whisper", 1.0),
    ("check --engine faster-whisper, against it", "fast", "faster-whisper", 1.1),
    ("check --model tiny.en --verifier, against faster-whisper", "two models", "faster-whisper", 0.85),
)
"""What a row is called, what is measured, against whom, and the ratio that must hold."""

_SECONDS = (("checked again, nothing changed", "again", 1.0), ("checked again, three quotes edited", "edited", 8.0))
"""What a row is called, what is measured, and the seconds that must hold."""


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.speed", description=main.__doc__)
    parser.add_argument("speech", type=Path, help="a folder of recordings with references")
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--quotes", type=int, default=24)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--model", default="base")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        tape = make_tape(read_references(options.speech), options.minutes, options.quotes, Path(folder))
        rounds = [_round(tape, options.model, Path(folder, str(number))) for number in range(options.runs)]
    costs = {name: middle([one[name] for one in rounds]) for name in rounds[0]}
    sys.stdout.write(_table(costs))


def _round(tape: Tape, model: str, folder: Path) -> dict[str, Cost]:
    """Return the cost of each program, run once one after another; `again` and `edited` follow `cold`."""
    align = [sys.executable, "-m", "align", "check", "--quiet", str(tape.recording)]
    peer = [sys.executable, "-m", "tests.speed.peers"]
    plain = ["--model", model, "--language", "en"]
    commands = {
        "openai-whisper": [*peer, "openai-whisper", str(tape.recording), model],
        "faster-whisper": [*peer, "faster-whisper", str(tape.recording), model],
        "cold": [*align, str(tape.article), *plain],
        "again": [*align, str(tape.article), *plain],
        "edited": [*align, str(tape.edited), *plain],
        "fast": [*align, str(tape.article), *plain, "--engine", "faster-whisper"],
        "two models": [*align, str(tape.article), "--model", "tiny.en", "--verifier", model, "--language", "en"],
    }
    return {name: measure(command, {"ALIGN_CACHE": str(folder)}) for name, command in commands.items()}


def _table(costs: Mapping[str, Cost]) -> str:
    lines = ["| row | measured | must hold |", "|---|---|---|"]
    for row, name, peer, most in _ROWS:
        lines.append(f"| {row} | {costs[name].seconds / costs[peer].seconds:.2f} × | ≤ {most} × |")
    lines += [f"| {row} | {costs[name].seconds:.1f} s | < {most} s |" for row, name, most in _SECONDS]
    lines += [
        f"| {name}: time, most memory | {cost.seconds:.1f} s, {cost.memory:.0f} MB | |" for name, cost in costs.items()
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
