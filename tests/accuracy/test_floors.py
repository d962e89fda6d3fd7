"""The checker is at least as accurate as it ever was, with the real model."""

from pathlib import Path

import pytest

from tests.accuracy.floors import SYNTHETIC, Corpus, Floors, known_corpora, measure, raised, read_floors
from tests.needs import needs_model, real_speech

pytestmark = pytest.mark.gate

ROUNDING = 0.03
"""Of a share: processors and thread counts round differently, and one case of forty may tip over."""


def _assert_no_row_sinks(corpus: Corpus, folder: Path) -> None:
    floors, now = read_floors(corpus), measure(corpus, folder)
    assert now.digest == floors.digest, "something else is planted: measure the floors anew"
    sunk = {key: (now.shares[key], floor) for key, floor in floors.shares.items() if now.shares[key] < floor - ROUNDING}
    assert not sunk


@pytest.mark.model
@needs_model("base")
def test_no_row_of_the_table_sinks_on_the_fixtures(tmp_path: Path) -> None:
    _assert_no_row_sinks(SYNTHETIC, tmp_path)


@pytest.mark.model
@needs_model("base")
@pytest.mark.skipif(real_speech() is None, reason="floors of real speech not measured: SPEECH names no folder")
def test_no_row_of_the_table_sinks_on_real_speech(tmp_path: Path) -> None:
    _, corpus = known_corpora()
    _assert_no_row_sinks(corpus, tmp_path)


def test_floors_only_rise() -> None:
    old, new = Floors("same", {"reported": 0.9, "severity": 0.8}), Floors("same", {"reported": 0.8, "severity": 0.85})
    assert raised(old, new).shares == {"reported": 0.9, "severity": 0.85}
    assert raised(old, Floors("other", {"reported": 0.1})).shares == {"reported": 0.1}
