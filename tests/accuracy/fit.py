"""The fit behind `align/compare/calibration.py`: `python -m tests.accuracy.fit SPEECH…`.

Every difference that is put to the audio is an example: real if it is the planted change, else a mishearing. A logistic
model is fitted whose weight of the evidence cannot become positive, and is judged on recordings it was not fitted on.
"""

import argparse
import logging
import sys
from collections.abc import Sequence
from dataclasses import astuple, dataclass, fields, replace
from itertools import pairwise

import numpy as np

from align.compare.calibration import (
    Coefficients,
    Features,
    Stacking,
    inputs,
    is_open,
    probability,
    second_preference,
    stacked_inputs,
    weighed,
)
from align.records import Answer, Question
from tests.accuracy import score
from tests.accuracy.articles import Story
from tests.accuracy.judges import ALIGN, by_rule
from tests.accuracy.options import add_options, read_bench, read_chosen
from tests.accuracy.outcome import Judgement, Outcome
from tests.accuracy.references import Reference
from tests.accuracy.run import Bench, Judge, Tape, run
from tests.logistic import Matrix, likeliest, logistic

_STRENGTH = 0.0005
"""Of the penalty on large weights, per example: enough to keep a feature that never varies at nothing."""
_STEP = 1e-9
"""Between the probabilities that mark examples, all next to 1, so that every difference is reported."""
_BINS = (0.0, 0.1, 0.35, 0.65, 0.9, 0.99, 1.0)


@dataclass(frozen=True, slots=True)
class Example:
    """One difference that was put to the audio, and whether it is real."""

    recording: str
    features: Features
    is_real: bool
    second: float | None = None
    """Nats by which the second model prefers print, if one was asked."""


class _Recorder:
    """Stands in for `probability`: keeps the features and gives each a probability of its own, by which it is found."""

    def __init__(self) -> None:
        self.features: dict[float, Features] = {}
        self.seconds: dict[tuple[float, float], float] = {}

    def judge(self, tape: Tape, story: Story) -> Sequence[Judgement | None]:
        """Judge a story; each of its questions is put to the second model, too, whose preference is kept."""

        def ask(question: Question) -> Answer | None:
            first, second = tape.ask(question), tape.ask_second(question)
            if first and second:
                preferred = second_preference(second.clip.ratio, second.silence.ratio)
                self.seconds[first.clip.ratio, first.silence.ratio] = preferred
            return first

        return by_rule(self)(replace(tape, ask=ask), story)

    def __call__(self, features: Features, _: str) -> float:
        marker = 1 - _STEP * (len(self.features) + 1)
        self.features[marker] = features
        return marker


def collect(outcomes: Sequence[Outcome], recorder: _Recorder) -> tuple[Example, ...]:
    """Return the examples among the findings of outcomes that were judged by a recorder.

    A mishearing that several quotes share is one example.
    """
    found = (
        Example(
            outcome.case.recording,
            features := recorder.features[finding.probability],
            finding in score.at_place(outcome),
            recorder.seconds.get((features.ratio, features.prior)),
        )
        for outcome in outcomes
        if outcome.judgement and (score.is_innocent(outcome) or score.is_altered(outcome))
        for finding in outcome.judgement.findings
        if finding.probability in recorder.features
    )
    return tuple(dict.fromkeys(found))


def fit(examples: Sequence[Example]) -> Coefficients:
    """Return the likeliest weights, none of them large without need, that of the evidence never positive."""
    rows, labels = _inputs(examples), np.array([example.is_real for example in examples], dtype=float)

    never = [field.name == "ratio" for field in fields(Coefficients)]
    return Coefficients(*map(float, likeliest(rows, labels, _STRENGTH, is_never_positive=never)))


def fit_stacking(examples: Sequence[Example]) -> Stacking:
    """Return the likeliest weights of a second opinion where the probability that is shipped leaves it open."""
    firsts = [(example, probability(example.features, "base")) for example in examples if example.second is not None]
    asked = [(example, first) for example, first in firsts if is_open(first)]
    rows = np.array([stacked_inputs(first, one.second or 0.0, one.features.is_alike) for one, first in asked])
    labels = np.array([example.is_real for example, _ in asked], dtype=float)
    never = [field.name == "second" for field in fields(Stacking)]
    return Stacking(*map(float, likeliest(rows, labels, _STRENGTH, is_never_positive=never)))


def predict(weights: Coefficients, examples: Sequence[Example]) -> Matrix:
    """Return the probability that each example is real."""
    return logistic(_inputs(examples) @ np.array(astuple(weights)))


def held_out(examples: Sequence[Example]) -> Judge:
    """Return the checker whose calibration was fitted on all recordings but the one that it judges."""
    names = {example.recording for example in examples}
    rows = {name: fit([example for example in examples if example.recording != name]) for name in names}
    everything = fit(examples)

    def judge(tape: Tape, story: Story) -> Sequence[Judgement | None]:
        weights = rows.get(tape.reference.name, everything)
        return by_rule(lambda features, _: weighed(features, weights))(tape, story)

    return judge


def cross_validate(examples: Sequence[Example]) -> Matrix:
    """Return the probability of each example by a fit that heard nothing of its recording."""
    found = np.zeros(len(examples))
    for recording in {example.recording for example in examples}:
        held = [at for at, example in enumerate(examples) if example.recording == recording]
        others = [example for example in examples if example.recording != recording]
        found[held] = predict(fit(others), [examples[at] for at in held])
    return found


def _inputs(examples: Sequence[Example]) -> Matrix:
    """Return the model's inputs, one row an example, in the order of `Coefficients`."""
    return np.array([inputs(example.features) for example in examples])


def write_fit(examples: Sequence[Example], model: str) -> str:
    """Return the report of the fit in Markdown: the row of the table, and how well it foretells unheard recordings."""
    weights, found = fit(examples), cross_validate(examples)
    labels = np.array([example.is_real for example in examples])
    row = ", ".join(f"{field.name}={getattr(weights, field.name):.2f}" for field in fields(Coefficients))
    lines = [
        f'    "{model}": Coefficients({row}),',
        "",
        f"{len(examples)} differences in {len({example.recording for example in examples})} recordings,"
        f" {labels.sum()} of them real. On recordings left out of the fit: Brier {np.mean((found - labels) ** 2):.3f}.",
        "",
        "| probability | differences | mean | real |",
        "| --- | --- | --- | --- |",
    ]
    for low, high in pairwise(_BINS):
        inside = (found >= low) & (found < high if high < 1 else found <= high)
        if inside.any():
            share = f"{labels[inside].mean():.2f}"
            lines.append(f"| {low:.2f}-{high:.2f} | {inside.sum()} | {found[inside].mean():.2f} | {share} |")
    return "\n".join(lines) + "\n"


def examples_of(references: Sequence[Reference], conditions: Sequence[str], bench: Bench) -> tuple[Example, ...]:
    """Return the examples that recordings give."""
    recorder = _Recorder()
    outcomes = run(references, conditions, bench, {ALIGN: recorder.judge})[ALIGN]
    return collect(outcomes, recorder)


def main() -> None:
    """Fit the calibration on recordings with references."""
    parser = argparse.ArgumentParser(prog="python -m tests.accuracy.fit", description=main.__doc__)
    options = add_options(parser).parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s", stream=sys.stderr)
    bench = read_bench(options)
    examples = examples_of(read_chosen(options), options.conditions.split(","), bench)
    sys.stdout.write(write_fit(examples, bench.recognizers.scorer.model.name.removesuffix(".en")))
    if bench.second_opinion:
        sys.stdout.write(f"\nWith a second opinion by {bench.second_opinion[0].model.name}: {fit_stacking(examples)}\n")


if __name__ == "__main__":
    main()
