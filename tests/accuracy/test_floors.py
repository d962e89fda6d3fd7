"""The checker is at least as accurate as it ever was, with the real model."""

from pathlib import Path

import pytest

from tests.accuracy.floors import SPEECH, SYNTHETIC, Corpus, Floors, measure, raised, read_floors

pytestmark = pytest.mark.gate

ROUNDING = 0.03
"""Of a share: processors and thread counts round differently, and one case may tip over."""

MANY = 20
"""Cases of a row, from which one more than ROUNDING allows may tip over: with two threads one of 29 does."""


_PRINTED = 0.0001
"""Floors are kept with four places."""


def least(now: Floors, key: str, floor: float) -> float:
    """Return the share that a row must still reach: one case less than its floor, if that is a small share."""
    one = 1 / now.cases[key] if now.cases[key] >= MANY else 0.0
    return floor - max(ROUNDING, one) - _PRINTED


@pytest.mark.model
@pytest.mark.parametrize("corpus", [SYNTHETIC, SPEECH], ids=lambda corpus: corpus.name)
def test_no_row_of_the_table_sinks(corpus: Corpus, tmp_path: Path) -> None:
    if not corpus.folder.exists():
        pytest.skip(f"no recordings at {corpus.folder}")
    floors, now = read_floors(corpus), measure(corpus, tmp_path)
    assert now.digest == floors.digest, "something else is planted: measure the floors anew"
    sunk = {
        key: (now.shares[key], floor)
        for key, floor in floors.shares.items()
        if now.shares[key] < least(now, key, floor)
    }
    assert not sunk


def test_floors_only_rise() -> None:
    old, new = Floors("same", {"reported": 0.9, "severity": 0.8}), Floors("same", {"reported": 0.8, "severity": 0.85})
    assert raised(old, new).shares == {"reported": 0.9, "severity": 0.85}
    assert raised(old, Floors("other", {"reported": 0.1})).shares == {"reported": 0.1}
