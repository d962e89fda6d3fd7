"""The measure itself: what is perfect has no error, and what is drawn is what it says."""

from dataclasses import replace

import numpy as np
import pytest

from align.diarization import Diarization
from align.records import Turn
from tests.voices.material import Interview, TrueTurn
from tests.voices.measures import draw, error_rate, swap

TURNS = [TrueTurn("HABA"[at % 4], 10.0 * at, 10.0 * at + 9, at % 4 == 0) for at in range(12)]
INTERVIEW = Interview("made up", np.zeros(120 * 16000, np.float32), TURNS, frozenset("H"))


def told(turns):
    names = sorted({turn.speaker for turn in turns})
    return Diarization(tuple(names), tuple(Turn(turn.start, turn.end, names.index(turn.speaker)) for turn in turns))


def test_the_truth_has_no_error_whatever_its_voices_are_called():
    renamed = told([TrueTurn({"H": "z", "A": "y", "B": "x"}[one.speaker], one.start, one.end, False) for one in TURNS])

    for perfect in (told(TURNS), renamed):
        rates = error_rate(INTERVIEW, perfect)
        assert rates["speech"] == pytest.approx(12 * 8.5, abs=0.5)
        assert rates["missed"] == rates["false alarm"] == rates["confusion"] == pytest.approx(0)


def test_what_is_missed_made_up_and_confused_is_counted():
    one_voice = told([TrueTurn("A", one.start, one.end, False) for one in TURNS])

    assert error_rate(INTERVIEW, one_voice)["confusion"] == pytest.approx(6 * 8.5, abs=0.5)
    assert error_rate(INTERVIEW, told(TURNS[1:]))["missed"] == pytest.approx(8.5, abs=0.1)
    assert error_rate(INTERVIEW, told([TrueTurn("A", 0.0, 120.0, False)]))["false alarm"] == pytest.approx(6, abs=0.5)


def test_where_several_speak_at_once_may_be_left_out():
    beside = replace(INTERVIEW, turns=[*TURNS, TrueTurn("B", 13.0, 16.0, False)])

    assert error_rate(beside, told(TURNS))["missed"] == pytest.approx(2.5, abs=0.1)
    assert error_rate(beside, told(TURNS), most=1)["missed"] == pytest.approx(0)


@pytest.mark.parametrize("seed", range(5))
def test_what_is_drawn_is_fair_until_it_is_swapped(seed):
    rng = np.random.default_rng(seed)
    drawn = draw(INTERVIEW, 3, 4.0, rng)

    assert all(one.is_fair and one.name != "H" for one in drawn)
    assert sum(one.name == drawn[0].name for one in drawn) == 3
    assert len({one.place for one in drawn}) == len(drawn)
    for by in ("presenter", "guest"):
        wrong, *rest = swap(INTERVIEW, drawn, by, rng)
        assert not wrong.is_fair
        assert (wrong.speaker == "H") == (by == "presenter")
        assert rest == drawn[1:]


def test_nobody_is_quoted_at_greater_length_than_he_speaks():
    assert draw(INTERVIEW, 3, 9.5, np.random.default_rng(1)) is None
