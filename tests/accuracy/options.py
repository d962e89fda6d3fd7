"""The options that the accuracy report and the fit share."""

import argparse
import sys
from pathlib import Path

from platformdirs import user_cache_path

from align.recognizers import Recognizers
from align.speech.engines import SECOND_OPINIONS, load_recognizer
from tests.accuracy.conditions import CONDITIONS
from tests.accuracy.memory import open_memory
from tests.accuracy.references import Reference, read_references
from tests.accuracy.run import Bench


def add_options(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    """Return the parser with the options of a run."""
    speech = "folders of folders with audio.*, ref.txt, meta.json (segments.json)"
    parser.add_argument("speech", type=Path, nargs="+", help=speech)
    parser.add_argument("--recordings", help="only these, divided by commas")
    parser.add_argument("--conditions", default="clean", help=f"of {', '.join(CONDITIONS)}, divided by commas")
    parser.add_argument("--model", default="base", help="the speech model (base)")
    parser.add_argument("--verifier", help="the speech model that is asked about differences, if not the same")
    parser.add_argument(
        "--second-opinion", default="tiny.en", help="the speech model that is asked as well ('' for none)"
    )
    parser.add_argument("--first-pass", help="the speech model that hears all, if the other only hears what is quoted")
    witnesses = "the speech models whose agreement tells what a reference lacks ('' for none)"
    parser.add_argument("--witnesses", default="base,tiny.en", help=witnesses)
    parser.add_argument("--seed", type=int, default=1, help="of all that is drawn")
    parser.add_argument("--stories", type=int, help="at most so many for each recording")
    parser.add_argument("--cache", type=Path, default=user_cache_path("align-accuracy"), help="what was heard before")
    parser.add_argument("--salt", default="", help="change it when the engine hears differently, to hear again")
    return parser


def read_chosen(options: argparse.Namespace) -> tuple[Reference, ...]:
    """Return the recordings that the options name; exits if there are none."""
    found = read_references(*options.speech)
    chosen = options.recordings.split(",") if options.recordings else [one.name for one in found]
    if references := tuple(one for one in found if one.name in chosen):
        return references
    sys.exit("No such recording with a reference is there: each is a folder with audio and ref.txt.")


def read_bench(options: argparse.Namespace) -> Bench:
    """Return what a run with these options needs."""
    engine = load_recognizer(model=options.model)
    verifier = load_recognizer(model=options.verifier) if options.verifier else None
    heard, asked = (open_memory(options.cache, one.model, options.salt) for one in (engine, verifier or engine))
    models = [name for name in options.witnesses.split(",") if name]
    witnesses = tuple(
        (one, open_memory(options.cache, one.model, options.salt))
        for one in (load_recognizer(model=name) for name in models)
    )
    doubter = load_recognizer(model=options.second_opinion) if _is_doubted(options) else None
    first = load_recognizer(model=options.first_pass) if options.first_pass else None
    return Bench(
        Recognizers((engine,), verifier, second_pass=engine if first else None),
        heard,
        asked,
        options.cache,
        options.seed,
        options.stories,
        witnesses=witnesses,
        second_opinion=(doubter, open_memory(options.cache, doubter.model, options.salt)) if doubter else None,
        first_pass=(first, open_memory(options.cache, first.model, options.salt)) if first else None,
    )


def _is_doubted(options: argparse.Namespace) -> bool:
    """Whether a second opinion is asked for, as `align check` does by itself."""
    return not options.verifier and options.model in SECOND_OPINIONS and bool(options.second_opinion)
