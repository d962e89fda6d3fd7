"""How right are voices? `python -m tests.voices SPEECH [SPONTANEOUS]`, folders as `tests/accuracy` takes them.

Writes two tables: diarization error rates, and what comes of articles that are drawn at random, confirmed · any of all.
"""

import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import numpy as np
from scipy.io import wavfile  # type: ignore[import-untyped]

from align.cache import Cache, cache_path
from align.diarization import Diarization
from align.records import Certainty, Transcript
from align.speech.audio import open_audio
from align.speech.voices.diarizer import CachedDiarizer
from tests.accuracy.conditions import CONDITIONS
from tests.voices.material import Interview, readers, real, synthetic
from tests.voices.measures import Printed, draw, error_rate, judged, swap

_ARTICLES = 12
"""Articles drawn for each interview, number of quotes and their length."""

_COUNTS, _SECONDS = (1, 2, 3, 5), (2.0, 4.0, 8.0)

_MANY = 3

_WRONG = ("missed", "false alarm", "confusion")

_WHAT = ("fair", "beside", "presenter", "guest")
"""Fair quotes of fair articles, and beside a wrong one; words of the presenter, and of another guest, under a name."""


@dataclass(frozen=True)
class Heard:
    """An interview as it sounds under some condition, and who was told to speak when in it."""

    kind: str
    condition: str
    interview: Interview
    told: Diarization


def hear(kind: str, interviews: Iterable[Interview], conditions: Iterable[str], folder: Path) -> Iterator[Heard]:
    """Yield the interviews as they were heard."""
    diarizer = CachedDiarizer(Cache(cache_path()))
    for interview, condition in product(interviews, conditions):
        path = folder / "sound.wav"
        sound = CONDITIONS[condition](interview.sound)
        wavfile.write(path, 16000, np.round(np.clip(sound, -1, 1) * 32767).astype(np.int16))
        with open_audio(str(path)) as audio:
            told = diarizer.diarize(audio, Transcript(audio.recording, "en", (), ()))
        yield Heard(kind, condition, interview, told)


def error_rates(heard: Iterable[Heard]) -> Iterator[str]:
    """Yield the table of what share of the speech is missed, made up, or given to another voice."""
    yield from (
        "| | condition | DER | missed | false alarm | confusion | DER without overlap | voices told of true |",
        "|---" * 8 + "|",
    )
    totals: dict[tuple[str, str], Counter[str]] = {}
    for one in heard:
        row = Counter(error_rate(one.interview, one.told))
        alone = error_rate(one.interview, one.told, most=1)
        row.update({f"{what} alone": seconds for what, seconds in alone.items()})
        row.update({"told": len(one.told.labels), "true": len({turn.speaker for turn in one.interview.turns})})
        totals.setdefault((f"all {one.kind}", one.condition), Counter()).update(row)
        yield _rates(one.interview.name, one.condition, row)
    yield from (_rates(*name, row) for name, row in totals.items())


def _rates(name: str, condition: str, row: Counter[str]) -> str:
    wrong = [100 * row[what] / row["speech"] for what in _WRONG]
    alone = sum(100 * row[f"{what} alone"] / max(row["speech alone"], 1e-9) for what in _WRONG)
    shares = " | ".join(f"{share:.1f}" for share in (sum(wrong), *wrong, alone))
    return f"| {name} | {condition} | {shares} | {row['told']} of {row['true']} |"


def articles(heard: Iterable[Heard]) -> Iterator[str]:
    """Yield the table of how many fair quotes are flagged, and how many of those under a wrong name are found."""
    yield from ("| | condition | quotes | seconds | " + " | ".join(_WHAT) + " |", "|---" * (4 + len(_WHAT)) + "|")
    cells: dict[tuple[str, ...], Counter[str]] = {}
    for one in heard:
        rng = np.random.default_rng(1)
        for count, seconds, _ in product(_COUNTS, _SECONDS, range(_ARTICLES)):
            row = _drawn(one, count, seconds, rng)
            number = "3 or more" if count >= _MANY else str(count)
            for cell in ((str(count), f"{seconds:g}"), (number, "any")):
                cells.setdefault((one.kind, one.condition, *cell), Counter()).update(row)
    for names, row in sorted(cells.items()):
        yield f"| {' | '.join(names)} | {' | '.join(_share(row, what) for what in _WHAT)} |"


def _drawn(one: Heard, count: int, seconds: float, rng: np.random.Generator) -> Counter[str]:
    """Return what comes of one article, and of it with the first of its quotes under a wrong name."""
    drawn = draw(one.interview, count, seconds, rng)
    if drawn is None:
        return Counter()
    row = _tally("fair", one, drawn, drawn)
    for by in ("presenter", "guest"):
        swapped = swap(one.interview, drawn, by, rng)
        if swapped:
            row.update(_tally(by, one, swapped, swapped[:1]))
            row.update(_tally("beside", one, swapped, swapped[1:]))
    return row


def _tally(what: str, one: Heard, printed: list[Printed], counted: list[Printed]) -> Counter[str]:
    found = Counter({what: len(counted)})
    for check, quote in zip(judged(one.interview, one.told, printed), printed, strict=True):
        if quote in counted and check.misattribution:
            found[f"{what} any"] += 1
            found[f"{what} confirmed"] += check.misattribution.certainty is Certainty.CONFIRMED
    return found


def _share(row: Counter[str], what: str) -> str:
    if not row[what]:
        return "-"
    return (
        f"{100 * row[f'{what} confirmed'] / row[what]:.1f} · {100 * row[f'{what} any'] / row[what]:.1f} of {row[what]}"
    )


def main(folders: list[str]) -> None:
    """Measure everything."""
    with tempfile.TemporaryDirectory() as folder:
        every = ("clean", "phone", "noise10")
        heard = list(hear("synthetic", synthetic(), every, Path(folder)))
        for speech in folders[:1]:
            heard += hear("readers", readers(Path(speech)), every, Path(folder))
        for speech in folders[1:]:
            heard += hear("real", real(Path(speech)), ("clean",), Path(folder))
    lines = [*error_rates(heard), "", *articles(one for one in heard if one.kind != "real")]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
