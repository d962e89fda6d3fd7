"""The command: `python -m tests.accuracy SPEECH`."""

import argparse
import json
import logging
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from tests.accuracy.fit import examples_of, held_out
from tests.accuracy.judges import ALIGN, HELD_OUT, PARTS, PEERS, by_align
from tests.accuracy.options import add_options, read_bench
from tests.accuracy.outcome import Outcome
from tests.accuracy.references import read_references
from tests.accuracy.report import write_parts, write_report
from tests.accuracy.run import run


def main() -> None:
    """Report how often the checker is right, on a folder of recordings with references."""
    parser = add_options(argparse.ArgumentParser(prog="python -m tests.accuracy", description=main.__doc__))
    parser.add_argument("--worst", type=int, default=10, help="how many mistakes to list")
    parser.add_argument("--json", type=Path, help="where to write every case with its judgement")
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s", stream=sys.stderr)
    references = read_references(options.speech)
    if not references:
        sys.exit(
            f"No recording with a reference is below {options.speech}: each needs a folder with audio and ref.txt."
        )
    conditions, bench = options.conditions.split(","), read_bench(options)
    strangers = held_out(examples_of(references, conditions, bench))
    outcomes = run(references, conditions, bench, {ALIGN: by_align, HELD_OUT: strangers, **PEERS})
    sys.stdout.write(write_report(outcomes, options.worst))
    sys.stdout.write(write_parts(run(references, conditions[:1], bench, PARTS)))
    if options.json:
        options.json.write_text(_json(outcomes), encoding="utf-8")


def _json(outcomes: Mapping[str, Sequence[Outcome]]) -> str:
    document = {judge: [asdict(outcome) for outcome in found] for judge, found in outcomes.items()}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    main()
