"""What a condition does to a sound, and what it leaves as it was."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.accuracy.conditions import CONDITIONS, Sound, clean, overlap, room_response

pytestmark = pytest.mark.gate


def _tone(seconds: float = 2.0) -> Sound:
    """Return a tone that rises, at 16 kHz."""
    times = np.arange(round(seconds * 16000)) / 16000
    return (np.sin(times * 2 * np.pi * np.linspace(200, 1200, len(times))) / 2).astype(np.float32)


@pytest.mark.parametrize("condition", CONDITIONS)
def test_a_condition_keeps_length_and_is_deterministic(condition: str) -> None:
    sound = _tone()
    worse = CONDITIONS[condition](sound)
    assert worse.shape == sound.shape
    assert np.isfinite(worse).all()
    assert np.array_equal(worse, CONDITIONS[condition](sound))
    assert np.array_equal(worse, sound) == (CONDITIONS[condition] is clean)
    assert np.abs(worse).max() <= 1.1


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10**6))
def test_the_sound_of_the_room_falls_by_60_db_in_its_reverberation_time(seed: int) -> None:
    energy = room_response(seed) ** 2
    left = 10 * np.log10(np.cumsum(energy[::-1])[::-1] / energy[1:].sum())  # Schroeder's decay curve
    early, late = round(0.05 * 16000), round(0.25 * 16000)
    assert 60 * 0.2 / (left[early] - left[late]) == pytest.approx(0.55, rel=0.1)
    assert 10 * np.log10(energy[1:].sum() / energy[0]) == pytest.approx(9.3, abs=0.1)


@settings(max_examples=5, deadline=None)
@given(st.integers(8, 20))
def test_the_other_voice_talks_half_of_the_time_and_less_loudly(seconds: int) -> None:
    sound = _tone(seconds)
    mixed = overlap(sound)
    scale = np.abs(mixed).max() / np.abs(sound).max()
    quiet = np.arange(len(sound)) // 32000 % 2 == 1  # each turn is of two seconds
    share = mixed[quiet] @ sound[quiet] / (sound[quiet] @ sound[quiet])
    other = mixed - share * sound
    assert scale == pytest.approx(1.0)
    assert np.abs(other[quiet]).max() < 1e-5
    assert 10 * np.log10(np.mean((share * sound) ** 2) / np.mean(other[~quiet] ** 2)) > 3
