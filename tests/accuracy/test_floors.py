"""The checker is at least as accurate as it ever was, with the real model."""

from pathlib import Path

import pytest

from tests.accuracy.floors import REAL, SYNTHETIC, Corpus, Floors, measure, raised, read_floors
from tests.accuracy.score import Rate
from tests.needs import needs_model

pytestmark = pytest.mark.gate

ROUNDING = 0.03
"""Of a share: processors and thread counts round differently, and one case of forty may tip over."""


@pytest.fixture(scope="session")
def heard(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Keep what was heard: every condition asks for the clean recording, too."""
    return tmp_path_factory.mktemp("heard")


@pytest.mark.model
@needs_model("base")
@pytest.mark.parametrize("corpus", [SYNTHETIC, *REAL], ids=lambda corpus: corpus.name)
def test_no_row_of_the_table_sinks(corpus: Corpus, heard: Path) -> None:
    if not corpus.is_here:
        pytest.skip(f"floors of {corpus.name} not measured: SPEECH names no folder with all of its recordings")
    floors, now = read_floors(corpus), measure(corpus, heard)
    assert now.digest == floors.digest, "something else is planted: measure the floors anew"
    rows = {row: (now.rows[row], floor) for row, floor in floors.rows.items()}
    assert not {row: pair for row, pair in rows.items() if has_sunk(row, *pair, corpus)}


def has_sunk(row: str, now: Rate, floor: Rate, corpus: Corpus) -> bool:
    """Whether fewer are right than the floor less its distance: of the few heard under worse conditions one may tip.

    None may be passed as faithful that was not.
    """
    if row == "passed":
        return now.share < floor.share
    distance = ROUNDING if corpus.condition == "clean" else max(ROUNDING, 1 / floor.total)
    return now.share < floor.share - distance - 1e-9


def test_a_row_sinks_by_more_than_rounding() -> None:
    clean, far = Corpus("clean", ()), Corpus("far", (), "far")
    assert has_sunk("reported", Rate(38, 40), Rate(40, 40), clean)
    assert not has_sunk("reported", Rate(39, 40), Rate(40, 40), clean)
    assert has_sunk("passed", Rate(39, 40), Rate(40, 40), clean)
    assert has_sunk("reported", Rate(6, 8), Rate(8, 8), far)
    assert not has_sunk("reported", Rate(7, 8), Rate(8, 8), far)


def test_floors_only_rise() -> None:
    old = Floors("same", {"reported": Rate(9, 10), "severity": Rate(8, 10)})
    new = Floors("same", {"reported": Rate(8, 10), "severity": Rate(17, 20)})
    assert raised(old, new).rows == {"reported": Rate(9, 10), "severity": Rate(17, 20)}
    other = Floors("other", {"reported": Rate(1, 10)})
    assert raised(old, other) == other
