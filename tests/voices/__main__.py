"""How right are voices? `python -m tests.voices SPEECH [SPONTANEOUS]`: folders of recordings as `tests/accuracy` has them.

Prints two tables: diarization error rates, and what comes of articles that are drawn at random. Every figure is given
for each half of the interviews, too, so that whoever changes a parameter on one half sees the other.
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


def print_error_rates(heard: Iterable[Heard]) -> None:
    """Print what share of the speech is missed, made up, or given to another voice."""
    totals: dict[tuple[str, str], Counter[str]] = {}
    print("| | condition | DER | missed | false alarm | confusion | voices told of true |\n|---|---|---|---|---|---|---|")
    for one in heard:
        rates = error_rate(one.interview, one.told)
        row = totals.setdefault((f"all {one.kind}", one.condition), Counter())
        row.update(rates)
        true = len({turn.speaker for turn in one.interview.turns})
        row.update({"voices": len(one.told.labels), "true": true})
        _print_rates(one.interview.name, one.condition, Counter({**rates, "voices": len(one.told.labels), "true": true}))
    for (name, condition), row in totals.items():
        _print_rates(name, condition, row)


def _print_rates(name: str, condition: str, row: Counter[str]) -> None:
    wrong = [100 * row[what] / row["speech"] for what in ("missed", "false alarm", "confusion")]
    print(f"| {name} | {condition} | " + " | ".join(f"{x:.1f}" for x in (sum(wrong), *wrong)) + f" | {row['voices']} of {row['true']} |")


def print_articles(heard: Iterable[Heard]) -> None:
    """Print how many fair quotes are flagged, and how many of those under a wrong name are found."""
    cells: dict[tuple[str, str, int, float], Counter[str]] = {}
    for one in heard:
        rng = np.random.default_rng(1)
        for count, seconds, _ in product(_COUNTS, _SECONDS, range(_ARTICLES)):
            drawn = draw(one.interview, count, seconds, rng)
            if drawn is None:
                continue
            cell = cells.setdefault((one.kind, one.condition, count, seconds), Counter())
            cell.update(_tally("fair", one, drawn, drawn))
            for by in ("presenter", "guest"):
                swapped = swap(one.interview, drawn, by, rng)
                if swapped:
                    cell.update(_tally(by, one, swapped, swapped[:1]))
                    cell.update(_tally("beside", one, swapped, swapped[1:]))
    for one, row in sorted(cells.items()):
        print("|", " | ".join(map(str, one)), "|", " | ".join(_share(row, what) for what in ("fair", "beside", "presenter", "guest")), "|")
    total: dict[tuple[str, str, str], Counter[str]] = {}
    for (kind, condition, count, _), row in cells.items():
        total.setdefault((kind, condition, "3 or more" if count > 2 else str(count)), Counter()).update(row)
    for one, row in sorted(total.items()):
        print("|", " | ".join(map(str, one)), "|", " | ".join(_share(row, what) for what in ("fair", "beside", "presenter", "guest")), "|")


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
    return f"{100 * row[f'{what} confirmed'] / row[what]:.1f} · {100 * row[f'{what} any'] / row[what]:.1f} of {row[what]}"


def main(folders: list[str]) -> None:
    """Measure everything."""
    with tempfile.TemporaryDirectory() as folder:
        every = ("clean", "phone", "noise10")
        heard = list(hear("synthetic", synthetic(), every, Path(folder)))
        for speech in folders[:1]:
            heard += hear("readers", readers(Path(speech)), every, Path(folder))
        for speech in folders[1:]:
            heard += hear("real", real(Path(speech)), ("clean",), Path(folder))
    print_error_rates(heard)
    print_articles(one for one in heard if one.kind != "real")


if __name__ == "__main__":
    main(sys.argv[1:])
