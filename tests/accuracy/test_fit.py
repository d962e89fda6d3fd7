"""The fit finds weights that were put into made-up examples, and never lets evidence against print speak for it."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.compare.calibration import Features
from tests.accuracy.fit import Example, cross_validate, fit, predict, write_fit
from tests.test_calibration import features

pytestmark = pytest.mark.gate

examples = st.builds(
    Example,
    st.sampled_from(["a", "b", "c"]),
    features,
    st.booleans(),
)


def _separable(many: int) -> list[Example]:
    random = Random(4)  # noqa: S311  (made-up examples, not secrets)
    made = []
    for at in range(many):
        ratio = random.uniform(-20, 20)
        features = Features(ratio, 0.0, random.random(), random.random(), -0.3, 1, is_name=False, is_insert=False)
        made.append(Example("abcd"[at % 4], features, ratio + random.gauss(0, 3) < 0))
    return made


@settings(deadline=None, max_examples=30)
@given(st.lists(examples, min_size=4, max_size=30))
def test_more_contradicting_evidence_never_lowers_the_probability(drawn: list[Example]) -> None:
    assert fit(drawn).ratio <= 0


def test_evidence_that_decides_is_found_to_decide_on_other_recordings() -> None:
    drawn = _separable(400)
    found = cross_validate(drawn)
    errors = [(probability - example.is_real) ** 2 for probability, example in zip(found, drawn, strict=True)]
    assert sum(errors) / len(errors) < 0.1
    assert all(0 <= probability <= 1 for probability in predict(fit(drawn), drawn))


def test_the_report_of_a_fit_gives_the_row_to_paste() -> None:
    assert write_fit(_separable(60), "base").startswith('    "base": Coefficients(bias=')
