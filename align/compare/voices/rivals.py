"""Is a quote more like another voice than like the rest of its name's quotes? The judgement by rivals."""

from collections.abc import Iterable, Sequence

import numpy as np

from align.compare.voices.rooms import Sample
from align.diarization import Vectors, unit

_LENGTHS = (2.0, 4.0, 8.0)
_STRANGERS = (0.65, 0.74, 0.80)
"""Seconds of a quote, and how alike two stretches of that length are that are as likely one voice as two (equal error
rate of the method, `docs/voices.md`): less, and it is a stranger's."""

_PRESENTER = 0.03
"""Cosine by which the presenter's voice must be nearer than any other rival's: it is the mean of more speech."""


def is_unlike(
    sample: Sample, own: Sequence[Sample], rivals: Iterable[Sequence[Sample]], presenter: Vectors | None
) -> bool:
    """Whether a quote is less like the `own` ones of its name than a rival: another name, the presenter, a stranger.

    False if its sound is not known, or has nothing to be compared with.
    """
    rest = _mean(other for other in own if other.is_beside(sample))
    if sample.direction is None or rest is None:
        return False
    others = [mean for rival in rivals if (mean := _mean(one for one in rival if one.is_beside(sample))) is not None]
    likenesses = [float(mean @ sample.direction) for mean in others]
    if presenter is not None:
        likenesses.append(float(presenter @ sample.direction) - _PRESENTER)
    stranger = float(np.interp(sample.seconds, _LENGTHS, _STRANGERS))
    return float(rest @ sample.direction) < max(stranger, *likenesses, -1.0)


def _mean(samples: Iterable[Sample]) -> Vectors | None:
    known = [sample.direction for sample in samples if sample.direction is not None]
    return unit(np.sum(known, axis=0)) if known else None
