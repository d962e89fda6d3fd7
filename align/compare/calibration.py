"""How probable is it that a difference is real, given what the audio answered?

A logistic model over a few features, one row of coefficients per speech model. The weight of the evidence is negative
in every row, so more contradicting evidence never lowers the probability of an edit. Where that leaves it open, a
second, smaller model may be asked as well: its answer and the first probability go into another such model (stacking,
Wolpert 1992).
"""

from dataclasses import astuple, dataclass
from math import exp, log

PRIOR_SHARE = 0.7  # of the two wordings' ratio on silence, taken off the ratio on sound: a model's taste is no evidence
_LEAST_WORD_PROBABILITY = 0.5  # lower ones say no more, and hardly occur where the weights were fitted
_CEILING = 40.0  # nats; beyond that a ratio says no more
_STEEPEST = 30.0  # log-odds; beyond that a probability is 0 or 1 in print
_SECOND_PRIOR_SHARE = 0.3  # the same of the second model's: its taste misleads it less
_SUREST = 0.0025  # a first probability nearer to 0 or 1 says no more beside a second opinion
_SECOND_CEILING = 8.0  # nats; beyond that what the second model prefers says no more
_OPEN = (0.05, 0.97)  # probabilities between which a second opinion is asked for


def preference(ratio: float, prior: float) -> float:
    """Return the nats by which the audio prefers print: a ratio less a share of what it is on silence."""
    return ratio - PRIOR_SHARE * prior


def second_preference(ratio: float, prior: float) -> float:
    """Return the nats by which a second model prefers print, likewise."""
    return ratio - _SECOND_PRIOR_SHARE * prior


@dataclass(frozen=True, slots=True)
class Features:
    """What is known about one difference.

    `ratio` and `prior` in nats, as printed over as heard, on the clip and on silence; `similarity` (0 to 1) of how
    both wordings sound; `word_probability` (0 to 1) Whisper's own for the spoken words; `clarity` in nats a word, the
    likelihood of what was heard: how well the model understands the clip at all; `words` the larger of both counts;
    `is_name`: print has a name there; `is_insert`: nothing was heard there. No inputs of the fit: `fit` in nats a word,
    the likelihood of the wording that fits the clip best; `is_respelled`: what was heard may be print, spelled by ear;
    `is_weak`: only a weak sound tells both wordings apart.
    """

    ratio: float
    prior: float
    similarity: float
    word_probability: float
    clarity: float
    words: int
    is_name: bool
    is_insert: bool
    fit: float = 0.0
    is_respelled: bool = False
    is_weak: bool = False

    @property
    def is_alike(self) -> bool:
        """Whether both wordings nearly sound the same, so that a model may have heard print and written the other."""
        return self.is_respelled or self.is_weak

    @property
    def preference(self) -> float:
        """Nats by which the audio prefers print, a share of the model's taste taken off."""
        return preference(self.ratio, self.prior)


@dataclass(frozen=True, slots=True)
class Coefficients:
    """One row of the table: what each input adds to the log-odds that the difference is real."""

    bias: float
    ratio: float  # per nat of corrected ratio, at most _CEILING; never positive
    similarity: float
    word_probability: float
    clarity: float  # per nat a word
    words: float  # per doubling
    is_name: float
    is_insert: float


TABLE: dict[str, Coefficients] = {
    "base": Coefficients(
        bias=-6.56, ratio=-0.32, similarity=-2.00, word_probability=8.43, clarity=1.39, words=-0.01, is_name=-1.39,
        is_insert=-0.16,
    ),
}  # fmt: skip
"""Fitted by `tests/accuracy/fit.py`; its report stands beside it. Models without a row use that of `base`."""


@dataclass(frozen=True, slots=True)
class Stacking:
    """What the log-odds are that a difference is real, once a second model was asked."""

    bias: float
    first: float  # per log-odd of the first model's probability
    second: float  # per nat by which the second model prefers print, at most _SECOND_CEILING; never positive
    is_alike: float  # where what was heard may be print, spelled by ear, or nearly sounds like it


STACKING = Stacking(bias=-2.53, first=0.64, second=-0.49, is_alike=-2.78)
"""Fitted by `tests/accuracy/fit.py` for `base` and `tiny.en`."""


def is_open(first: float) -> bool:
    """Whether a probability leaves it so open whether a difference is real that a second opinion is worth its time."""
    return _OPEN[0] < first < _OPEN[1]


def stacked_inputs(first: float, second: float, is_alike: bool) -> tuple[float, ...]:
    """Return what the weights of `Stacking` are multiplied with; `second` are nats by which print is preferred."""
    first = max(_SUREST, min(1 - _SUREST, first))
    return 1.0, log(first / (1 - first)), max(-_SECOND_CEILING, min(_SECOND_CEILING, second)), is_alike


def reconsidered(first: float, second: float, is_alike: bool) -> float:
    """Return the probability that a difference is real, after a second model preferred print by so many nats."""
    values = stacked_inputs(first, second, is_alike)
    score = sum(weight * value for weight, value in zip(astuple(STACKING), values, strict=True))
    return 1 / (1 + exp(-score))


def inputs(features: Features) -> tuple[float, ...]:
    """Return what the coefficients are multiplied with, in their order."""
    return (
        1.0,
        max(-_CEILING, min(_CEILING, features.preference)),
        features.similarity,
        max(_LEAST_WORD_PROBABILITY, features.word_probability),
        features.clarity,
        features.words.bit_length() - 1,
        features.is_name,
        features.is_insert,
    )


def probability(features: Features, model: str) -> float:
    """Return the probability (0 to 1) that a difference is real and no mishearing, by the row of a speech model."""
    return weighed(features, TABLE.get(model.removesuffix(".en"), TABLE["base"]))


def weighed(features: Features, weights: Coefficients) -> float:
    """Return the probability (0 to 1) that a difference is real, by these weights."""
    score = sum(weight * value for weight, value in zip(astuple(weights), inputs(features), strict=True))
    return 1 / (1 + exp(-max(-_STEEPEST, min(_STEEPEST, score))))
