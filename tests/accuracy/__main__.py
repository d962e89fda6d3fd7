"""The command: `python -m tests.accuracy SPEECH…`."""

import argparse
import json
import logging
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from tests.accuracy.fit import examples_of, held_out
from tests.accuracy.judges import ALIGN, HELD_OUT, PARTS, PEERS, by_align
from tests.accuracy.options import add_options, read_bench, read_chosen
from tests.accuracy.outcome import Outcome
from tests.accuracy.references import Manner
from tests.accuracy.report import write_parts, write_report
from tests.accuracy.run import run

_CONDITIONS = "clean,phone,noise10,far,overlap"


def main() -> None:
    """Report how often the checker is right on recordings with references, read and spontaneous ones apart."""
    parser = add_options(argparse.ArgumentParser(prog="python -m tests.accuracy", description=main.__doc__))
    parser.set_defaults(conditions=_CONDITIONS)
    parser.add_argument("--worst", type=int, default=10, help="how many mistakes to list")
    parser.add_argument("--json", type=Path, help="where to write every case with its judgement")
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s", stream=sys.stderr)
    references, bench, conditions = read_chosen(options), read_bench(options), options.conditions.split(",")
    strangers = held_out(examples_of(references, conditions, bench))
    outcomes = run(references, conditions, bench, {ALIGN: by_align, HELD_OUT: strangers, **PEERS})
    parts = run(references, conditions[:1], bench, PARTS)
    for manner in Manner:
        if names := {reference.name for reference in references if reference.manner is manner}:
            sys.stdout.write(write_report(_of(names, outcomes), HELD_OUT, manner, options.worst))
            sys.stdout.write(write_parts(_of(names, parts), manner))
    if options.json:
        options.json.write_text(_json(outcomes), encoding="utf-8")


def _of(recordings: set[str], outcomes: Mapping[str, Sequence[Outcome]]) -> dict[str, list[Outcome]]:
    """Return the outcomes of some recordings."""
    return {judge: [one for one in found if one.case.recording in recordings] for judge, found in outcomes.items()}


def _json(outcomes: Mapping[str, Sequence[Outcome]]) -> str:
    document = {judge: [asdict(outcome) for outcome in found] for judge, found in outcomes.items()}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    main()
