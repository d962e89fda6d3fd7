"""Laws of the calibrated probability."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.compare.calibration import TABLE, Features, probability
from align.thresholds import CONFIRMED, DISMISSED

features = st.builds(
    Features,
    ratio=st.floats(-80, 80),
    prior=st.floats(-40, 40),
    similarity=st.floats(0, 1),
    word_probability=st.floats(0, 1),
    clarity=st.floats(-8, 0),
    words=st.integers(1, 40),
    is_name=st.booleans(),
    is_insert=st.booleans(),
    fit=st.floats(-8, 0),
)


@given(features, st.floats(0, 80), st.sampled_from([*TABLE, "large-v3"]))
def test_more_contradicting_evidence_never_lowers_the_probability(known, more, model):
    contradicted = replace(known, ratio=known.ratio - more)
    assert probability(contradicted, model) >= probability(known, model)


@given(features)
def test_it_is_a_probability(known):
    assert 0 < probability(known, "base") < 1


@pytest.mark.parametrize("model", TABLE)
def test_what_the_audio_says_decides_where_the_transcript_is_sure(model):
    """In a clip that the model understands, by a little less than the median of real differences (17 nats)."""
    heard = Features(0.0, 0.0, 0.5, 0.95, -0.5, 2, is_name=False, is_insert=False)
    assert probability(replace(heard, ratio=15.0), model) < DISMISSED
    assert probability(replace(heard, ratio=-15.0), model) > CONFIRMED
