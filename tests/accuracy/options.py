"""The options that the accuracy report and the fit share."""

import argparse
from pathlib import Path

from platformdirs import user_cache_path

from align.pipeline import Recognizers
from align.speech.engines import load_recognizer
from align.speech.protocols import Recognizer
from tests.accuracy.conditions import CONDITIONS
from tests.accuracy.memory import Memory
from tests.accuracy.run import Bench


def add_options(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    """Return the parser with the options of a run."""
    parser.add_argument("speech", type=Path, help="folder of folders with audio.*, ref.txt, meta.json (segments.json)")
    parser.add_argument("--conditions", default="clean", help=f"of {', '.join(CONDITIONS)}, divided by commas")
    parser.add_argument("--model", default="base", help="the speech model (base)")
    parser.add_argument("--verifier", help="the speech model that is asked about differences, if not the same")
    parser.add_argument("--seed", type=int, default=1, help="of all that is drawn")
    parser.add_argument("--stories", type=int, help="at most so many for each recording")
    parser.add_argument("--cache", type=Path, default=user_cache_path("align-accuracy"), help="what was heard before")
    parser.add_argument("--salt", default="", help="change it when the engine hears differently, to hear again")
    return parser


def read_bench(options: argparse.Namespace) -> Bench:
    """Return what a run with these options needs."""
    engine = load_recognizer(model=options.model)
    verifier = load_recognizer(model=options.verifier) if options.verifier else None
    heard, asked = (_memory(options, one) for one in (engine, verifier or engine))
    return Bench(Recognizers((engine,), verifier), heard, asked, options.cache, options.seed, options.stories)


def _memory(options: argparse.Namespace, engine: Recognizer) -> Memory:
    return Memory(options.cache / "heard.sqlite", f"{engine.model.sha256} {options.salt}")
