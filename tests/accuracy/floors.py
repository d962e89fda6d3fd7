"""Accuracy may rise but not fall: `python -m tests.accuracy.floors` raises the committed floors to what is measured.

Floors are kept for the recordings of the repository, and for the real speech that SPEECH names, where it is. They
hold for one drawing of planted quotes: when recordings, references or planting change, its digest does, and all rows
are measured anew.
"""

import argparse
import json
import logging
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from align.pipeline import Recognizers
from align.speech.engines import load_recognizer
from tests.accuracy import score
from tests.accuracy.articles import write_stories
from tests.accuracy.judges import ALIGN, by_align
from tests.accuracy.memory import Memory
from tests.accuracy.plant import plant
from tests.accuracy.references import Reference, read_references
from tests.accuracy.report import ROWS
from tests.accuracy.run import Bench, run
from tests.needs import real_speech

_REPOSITORY = Path(__file__).parents[2]
_FILE = Path(__file__).parent / "floors.json"
_SEED = 1
_STORIES = 2
"""For each recording: enough to notice, few enough to run with every change."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """A set of recordings that floors are kept for."""

    name: str
    folder: Path
    recordings: tuple[str, ...] = ()

    def references(self) -> tuple[Reference, ...]:
        """Return the recordings, all if none are named; raises FileNotFoundError if none is there."""
        found = read_references(self.folder)
        if not found:
            raise FileNotFoundError(f"no recording with a reference is below {self.folder}")
        return tuple(one for one in found if not self.recordings or one.name in self.recordings)


SYNTHETIC = Corpus("synthetic", _REPOSITORY / "fixtures" / "lbc", ("javid", "naseem", "smallman"))


def known_corpora() -> tuple[Corpus, ...]:
    """Return the recordings of the repository, and the real speech if SPEECH names it."""
    speech = real_speech()
    return (SYNTHETIC, Corpus("speech", speech)) if speech else (SYNTHETIC,)


@dataclass(frozen=True, slots=True)
class Floors:
    """The shares that a corpus must reach, by row; `digest` is of what was planted."""

    digest: str
    shares: Mapping[str, float]


def read_floors(corpus: Corpus) -> Floors:
    """Return the committed floors of a corpus."""
    stored = json.loads(_FILE.read_text(encoding="utf-8"))[corpus.name]
    return Floors(stored["digest"], stored["shares"])


def measure(corpus: Corpus, folder: Path) -> Floors:
    """Return what is reached now, turned so that more is better; `folder` keeps what was heard.

    Rows without a case are left out.
    """
    engine = load_recognizer()
    memory = Memory(folder / "heard.sqlite", str(engine.model.sha256))
    bench = Bench(Recognizers((engine,)), memory, memory, folder, _SEED, _STORIES, is_timed=False)
    references = corpus.references()
    outcomes = run(references, ("clean",), bench, {ALIGN: by_align})[ALIGN]
    rates = {row: score.rate(filter(row.among, outcomes), row.test) for row in ROWS}
    known = {row: found for row, found in rates.items() if found.total}
    shares = {row.key: 1 - found.share if row.is_ceiling else found.share for row, found in known.items()}
    return Floors(_digest(references), {key: round(share, 4) for key, share in shares.items()})


def _digest(references: Sequence[Reference]) -> str:
    stories = [story for one in references for story in write_stories(one, plant(one, _SEED), _SEED)[:_STORIES]]
    return sha256("".join(story.text for story in stories).encode()).hexdigest()[:16]


def raised(old: Floors | None, new: Floors) -> Floors:
    """Return the higher floor of every row; the new ones alone if something else was planted."""
    if old is None or old.digest != new.digest:
        return new
    return Floors(new.digest, {key: max(share, old.shares.get(key, 0.0)) for key, share in new.shares.items()})


def main() -> None:
    """Raise the committed floors to what is measured now; they never sink."""
    parser = argparse.ArgumentParser(prog="python -m tests.accuracy.floors", description=main.__doc__)
    parser.add_argument("cache", type=Path, help="folder for what was heard")
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s", stream=sys.stderr)
    stored = json.loads(_FILE.read_text(encoding="utf-8")) if _FILE.exists() else {}
    for corpus in known_corpora():
        old = read_floors(corpus) if corpus.name in stored else None
        now = raised(old, measure(corpus, options.cache))
        stored[corpus.name] = {"digest": now.digest, "shares": dict(now.shares)}
    _FILE.write_text(json.dumps(stored, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
