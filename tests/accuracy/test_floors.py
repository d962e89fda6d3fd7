"""The checker is at least as accurate as it ever was, with the real model."""

from pathlib import Path

import pytest

from tests.accuracy.floors import SPEECH, SYNTHETIC, Corpus, Floors, measure, raised, read_floors

pytestmark = pytest.mark.gate

ROUNDING = 0.03
"""Of a share: processors and thread counts round differently, and one case of forty may tip over."""


@pytest.mark.model
@pytest.mark.parametrize("corpus", [SYNTHETIC, SPEECH], ids=lambda corpus: corpus.name)
def test_no_row_of_the_table_sinks(corpus: Corpus, tmp_path: Path) -> None:
    if not corpus.folder.exists():
        pytest.skip(f"no recordings at {corpus.folder}")
    floors, now = read_floors(corpus), measure(corpus, tmp_path)
    assert now.digest == floors.digest, "something else is planted: measure the floors anew"
    sunk = {key: (now.shares[key], floor) for key, floor in floors.shares.items() if now.shares[key] < floor - ROUNDING}
    assert not sunk


def test_floors_only_rise() -> None:
    old, new = Floors("same", {"reported": 0.9, "severity": 0.8}), Floors("same", {"reported": 0.8, "severity": 0.85})
    assert raised(old, new).shares == {"reported": 0.9, "severity": 0.85}
    assert raised(old, Floors("other", {"reported": 0.1})).shares == {"reported": 0.1}
