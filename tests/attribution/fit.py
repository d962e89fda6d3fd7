"""How sure is a speaker? `python -m tests.attribution.fit POLNEAR ROWS …` fits the weights of `SpeakerConfidence`.

POLNEAR is a folder as `tests.attribution.polnear` takes it. ROWS are files of labelled quotations, a JSON object a
line: the `sample` they were drawn with, the `evidence` that `SpeakerConfidence` has of the speaker whom the program
gives, and whether that `is_right`. Only attributions with a speaker who is not merely described are rows. What a
program gives that has seen the labels is no evidence: a sample counts by the state of the program that first met it.

Printed are the weights, and how well those fitted on the other samples foretell each.
"""

import argparse
import json
import math
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np

from tests.attribution.polnear import Result, judge_folder
from tests.logistic import Matrix, likeliest, logistic

_WEIGHT_OF_SAMPLES = 8.0  # of a labelled quotation beside one of PolNeAR, of which there are four times as many
_STRENGTH = 0.00005
"""Of the penalty on large weights, beside the mean loss of a row."""
_BINS = (0.0, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 1.0)


@dataclass(frozen=True, slots=True)
class Row:
    """An attribution: the sample of its quotation, "" for PolNeAR, what speaks for its speaker, whether it is right."""

    sample: str
    evidence: Mapping[str, float]
    is_right: bool


def main() -> None:
    """Print the weights and the table of their calibration."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("polnear", type=Path)
    parser.add_argument("rows", type=Path, nargs="+")
    arguments = parser.parse_args()
    samples = [row for path in arguments.rows for row in read_rows(path)]
    annotated = list(polnear_rows(arguments.polnear))
    names = sorted({name for row in samples for name in row.evidence})
    weights = fit(names, [*samples, *annotated])
    lines = [f"_BIAS = {weights[0]:.2f}", "WEIGHTS: Mapping[str, float] = {"]
    lines += [f'    "{name}": {weight:.2f},' for name, weight in zip(names, weights[1:], strict=True)]
    foretold = list(held_out(names, samples, annotated))
    sys.stdout.write("\n".join([*lines, "}", "", *_calibration(foretold)]) + "\n")


def read_rows(path: Path) -> Iterator[Row]:
    """Yield the labelled quotations of a file."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield Row(row["sample"], row["evidence"], row["is_right"])


def polnear_rows(folder: Path) -> Iterator[Row]:
    """Yield the attributions whose speaker PolNeAR's annotators tell, or say that nobody has."""
    results = {Result.RIGHT: True, Result.WRONG: False, Result.INVENTED: False}
    for _, judged in judge_folder(folder, has_doubtful=True):
        if judged.evidence is not None and judged.result in results:
            yield Row("", judged.evidence, results[judged.result])


def fit(names: Sequence[str], rows: Sequence[Row]) -> Matrix:
    """Return the weights of a logistic model, the first of them its bias."""
    is_right = np.array([row.is_right for row in rows], dtype=float)
    counts = np.array([_WEIGHT_OF_SAMPLES if row.sample else 1.0 for row in rows])
    return likeliest(_inputs(names, rows), is_right, _STRENGTH, counts=counts)


def held_out(names: Sequence[str], samples: Sequence[Row], annotated: Sequence[Row]) -> Iterator[tuple[float, bool]]:
    """Yield what is foretold of each labelled quotation by weights that its sample had no part in, and the truth."""
    for sample in sorted({row.sample for row in samples}):
        weights = fit(names, [*(row for row in samples if row.sample != sample), *annotated])
        held = [row for row in samples if row.sample == sample]
        foretold = logistic(_inputs(names, held) @ weights)
        yield from zip(map(float, foretold), (row.is_right for row in held), strict=True)


def _inputs(names: Sequence[str], rows: Sequence[Row]) -> Matrix:
    return np.array([[1.0, *(row.evidence[name] for name in names)] for row in rows])


def _calibration(foretold: Sequence[tuple[float, bool]]) -> Iterator[str]:
    """Yield a table: of the speakers given with so much confidence, how many are right?"""
    yield "| confidence | speakers | foretold | right |"
    yield "|---|---|---|---|"
    for least, most in pairwise(_BINS):
        held = [(sure, right) for sure, right in foretold if least <= sure < most]
        if held:
            mean, share = (sum(values) / len(held) for values in zip(*held, strict=True))
            yield f"| {least} to {most} | {len(held)} | {mean:.2f} | {share:.2f} |"
    loss = -sum(math.log(sure if right else 1 - sure) for sure, right in foretold) / len(foretold)
    yield f"\nLog loss {loss:.3f}."


if __name__ == "__main__":
    main()
