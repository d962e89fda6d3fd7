"""How probable is it that a difference is real, given what the audio answered?

A logistic model over a few features, one row of coefficients per speech model. The weight of the evidence is negative
in every row, so more contradicting evidence never lowers the probability of an edit.
"""

from dataclasses import dataclass
from math import exp

PRIOR_SHARE = 0.3  # of the two wordings' ratio on silence, taken off the ratio on sound (see the README on evidence)
CEILING = 40.0  # nats; beyond that a ratio says no more


@dataclass(frozen=True, slots=True)
class Features:
    """What is known about one difference.

    `ratio` and `prior` in nats, as printed over as heard, on the clip and on silence; `similarity` (0 to 1) of how
    both wordings sound; `word_probability` (0 to 1) Whisper's own for the spoken words; `words` the larger of both
    counts; `is_name`: print has a name there.
    """

    ratio: float
    prior: float
    similarity: float
    word_probability: float
    words: int
    is_name: bool


@dataclass(frozen=True, slots=True)
class Coefficients:
    """One row of the table: what each feature adds to the log-odds that the difference is real."""

    bias: float
    ratio: float  # per nat of corrected ratio, at most CEILING; negative
    similarity: float
    word_probability: float
    words: float  # per doubling
    is_name: float


TABLE: dict[str, Coefficients] = {
    "base": Coefficients(bias=-0.5, ratio=-0.45, similarity=-2.5, word_probability=1.5, words=0.0, is_name=-1.0),
}
"""Fitted by `tests/accuracy/fit.py`; its report stands beside it. Models without a row use that of `base`."""

UNASKED = 0.6  # probability of a difference that could not be put to the audio: the transcript alone says so


def probability(features: Features, model: str) -> float:
    """Return the probability (0 to 1) that a difference is real and no mishearing."""
    weights = TABLE.get(model.removesuffix(".en"), TABLE["base"])
    ratio = max(-CEILING, min(CEILING, features.ratio - PRIOR_SHARE * features.prior))
    score = (
        weights.bias
        + weights.ratio * ratio
        + weights.similarity * features.similarity
        + weights.word_probability * features.word_probability
        + weights.words * (features.words.bit_length() - 1)
        + weights.is_name * features.is_name
    )
    return 1 / (1 + exp(-max(-30.0, min(30.0, score))))
