"""Accuracy may rise but not fall: `python -m tests.accuracy.floors` raises the committed floors to what is measured.

Floors are kept for the recordings of the repository, and for read and spontaneous speech where SPEECH names the folders
that hold it: clean, and for a short recording of each under every worse condition. They hold for one drawing of planted
quotes: when recordings, references or planting change, its digest does, and all rows are measured anew.
"""

import argparse
import json
import logging
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from align.recognizers import Recognizers
from align.speech.engines import SECOND_OPINIONS, load_recognizer
from tests.accuracy import score
from tests.accuracy.articles import write_stories
from tests.accuracy.judges import ALIGN, by_align
from tests.accuracy.memory import open_memory
from tests.accuracy.plant import plant
from tests.accuracy.references import Reference, read_references
from tests.accuracy.report import ROWS
from tests.accuracy.run import Bench, run
from tests.accuracy.score import Rate
from tests.needs import real_speech

_LBC = Path(__file__).parents[2] / "fixtures" / "lbc"
_FILE = Path(__file__).parent / "floors.json"
_SEED = 1


@dataclass(frozen=True, slots=True)
class Corpus:
    """Recordings that floors are kept for, under one condition.

    `stories` of each are checked: enough to notice, few enough to run with every change.
    """

    name: str
    recordings: tuple[str, ...]
    condition: str = "clean"
    stories: int = 2

    def references(self) -> tuple[Reference, ...]:
        """Return those of the recordings that are there."""
        return tuple(one for one in read_references(_LBC, *real_speech()) if one.name in self.recordings)

    @property
    def is_here(self) -> bool:
        """Whether all of its recordings are."""
        return len(self.references()) == len(self.recordings)


SYNTHETIC = Corpus("synthetic", ("javid", "naseem", "smallman"))
_READ = (
    *("austen_librivox", "en_fleurs_10", "jfk_ask_not", "kennedy_moon_1961", "ljspeech_ch1", "mobydick_ch1"),
    *("osr_harvard72_8k", "potus_address_ms13", "sonnet_1", "sonnet_2", "sonnet_3"),
)
_SPONTANEOUS = (
    *("mfa_acoustic", "mfa_cold", "mfa_cold3", "nz_quake_eg122"),
    *("townhall_biden_7", "townhall_trump_1", "us_ky25a"),
)
_SHORT = {"read": "austen_librivox", "spontaneous": "nz_quake_eg122"}
"""Half a minute each."""
_WORSE = ("phone", "noise10", "far", "overlap")
REAL = (
    Corpus("read", _READ),
    Corpus("spontaneous", _SPONTANEOUS),
    *(Corpus(f"{name}, {worse}", (short,), worse) for name, short in _SHORT.items() for worse in _WORSE),
)
"""Not ours to give away: they are where SPEECH says, or nowhere."""


@dataclass(frozen=True, slots=True)
class Floors:
    """How many of how many are right in a corpus, by row; `digest` is of what was planted."""

    digest: str
    rows: Mapping[str, Rate]


def read_floors(corpus: Corpus) -> Floors:
    """Return the committed floors of a corpus."""
    stored = json.loads(_FILE.read_text(encoding="utf-8"))[corpus.name]
    return Floors(stored["digest"], {key: Rate(*map(int, rate.split("/"))) for key, rate in stored["rows"].items()})


def measure(corpus: Corpus, folder: Path, first_pass: str | None = None) -> Floors:
    """Return what is reached now, turned so that more is better; `folder` keeps what was heard.

    Rows without a case are left out. With a `first_pass`, that model hears all. A second opinion is asked for as
    `align check` does by itself.
    """
    engine = load_recognizer()
    memory = open_memory(folder, engine.model)
    bench = Bench(Recognizers((engine,)), memory, memory, folder, _SEED, corpus.stories, is_timed=False)
    doubter = load_recognizer(model=SECOND_OPINIONS[engine.model.name])
    bench = replace(bench, second_opinion=(doubter, open_memory(folder, doubter.model)))
    if first_pass:
        first = load_recognizer(model=first_pass)
        recognizers = replace(bench.recognizers, second_pass=engine)
        bench = replace(bench, recognizers=recognizers, first_pass=(first, open_memory(folder, first.model)))
    references = corpus.references()
    outcomes = run(references, (corpus.condition,), bench, {ALIGN: by_align})[ALIGN]
    rates = {row: score.rate(filter(row.among, outcomes), row.test) for row in ROWS}
    right = {row.key: rate.turned() if row.is_ceiling else rate for row, rate in rates.items() if rate.total}
    return Floors(_digest(references, corpus.stories), right)


def _digest(references: Sequence[Reference], many: int) -> str:
    stories = [story for one in references for story in write_stories(one, plant(one, _SEED), _SEED)[:many]]
    return sha256("".join(story.text for story in stories).encode()).hexdigest()[:16]


def raised(old: Floors | None, new: Floors) -> Floors:
    """Return the higher floor of every row; the new ones alone if something else was planted."""
    if old is None or old.digest != new.digest:
        return new
    rows = {key: max(rate, old.rows.get(key, rate), key=lambda one: one.share) for key, rate in new.rows.items()}
    return Floors(new.digest, rows)


def main() -> None:
    """Raise the committed floors to what is measured now; they never sink."""
    parser = argparse.ArgumentParser(prog="python -m tests.accuracy.floors", description=main.__doc__)
    parser.add_argument("cache", type=Path, help="folder for what was heard")
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s", stream=sys.stderr)
    stored = json.loads(_FILE.read_text(encoding="utf-8")) if _FILE.exists() else {}
    for corpus in (corpus for corpus in (SYNTHETIC, *REAL) if corpus.is_here):
        old = read_floors(corpus) if corpus.name in stored else None
        now = raised(old, measure(corpus, options.cache))
        stored[corpus.name] = {
            "digest": now.digest,
            "rows": {key: f"{rate.hits}/{rate.total}" for key, rate in now.rows.items()},
        }
    _FILE.write_text(json.dumps(stored, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
