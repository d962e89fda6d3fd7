"""The command: `python -m tests.accuracy SPEECH`."""

import argparse
import json
import logging
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from platformdirs import user_cache_path

from align.speech import load_engine
from tests.accuracy.conditions import CONDITIONS
from tests.accuracy.memory import Memory
from tests.accuracy.outcome import Outcome
from tests.accuracy.references import read_references
from tests.accuracy.report import write_report
from tests.accuracy.run import Bench, run


def main() -> None:
    """Run the accuracy report over a folder of recordings with references."""
    options = _options()
    logging.basicConfig(level=logging.INFO, format="%(message)s", stream=sys.stderr)
    references = read_references(options.speech)
    if not references:
        sys.exit(
            f"No recording with a reference is below {options.speech}: each needs a folder with audio and ref.txt."
        )
    engine = load_engine(model=options.model)
    options.cache.mkdir(parents=True, exist_ok=True)
    memory = Memory(options.cache / "heard.sqlite", f"{engine.model.sha256} {options.salt}")
    bench = Bench(engine, memory, options.cache, options.seed)
    outcomes = run(references, options.conditions.split(","), bench)
    sys.stdout.write(write_report(outcomes, options.worst))
    if options.json:
        options.json.write_text(_json(outcomes), encoding="utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.accuracy", description=main.__doc__)
    parser.add_argument("speech", type=Path, help="folder of folders with audio.*, ref.txt, meta.json (segments.json)")
    parser.add_argument("--conditions", default="clean", help=f"of {', '.join(CONDITIONS)}, divided by commas")
    parser.add_argument("--model", default="base", help="the speech model (base)")
    parser.add_argument("--seed", type=int, default=1, help="of all that is drawn")
    parser.add_argument("--worst", type=int, default=10, help="how many mistakes to list")
    parser.add_argument("--json", type=Path, help="where to write every case with its judgement")
    parser.add_argument("--cache", type=Path, default=user_cache_path("align-accuracy"), help="what was heard before")
    parser.add_argument("--salt", default="", help="change it when the engine hears differently, to hear again")
    return parser.parse_args()


def _json(outcomes: Mapping[str, Sequence[Outcome]]) -> str:
    document = {judge: [asdict(outcome) for outcome in found] for judge, found in outcomes.items()}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    main()
