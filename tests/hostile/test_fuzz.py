"""Whatever stands in a file, its reader reads it or refuses it in one sentence; `make fuzz SECONDS=…` tries longer."""

import random

import pytest

from tests.hostile.fuzz import FINE, case, fuzz
from tests.hostile.mutations import mutated
from tests.hostile.readers import READERS

pytestmark = pytest.mark.hostile

FILES = 40
"""Mutated files for each reader, the same every time: about a minute in all."""


@pytest.mark.parametrize("name", READERS)
def test_mutated_files_are_read_or_refused(name):
    outcomes = [*fuzz(name, range(FILES))]

    assert [outcome for outcome in outcomes if outcome.what not in FINE] == []
    assert [outcome.number for outcome in outcomes] == [*range(FILES)]


@pytest.mark.parametrize("name", ["html", "decisions", "docx"])
def test_the_same_number_is_the_same_file(name, tmp_path):
    seeds = READERS[name].seeds(tmp_path)

    assert case(name, 7, seeds) == case(name, 7, seeds)
    assert len({case(name, number, seeds)[0] for number in range(20)}) > 15


def test_a_mutation_changes_what_it_is_given(tmp_path):
    seed = tmp_path / "seed.txt"
    seed.write_bytes(b"He said: nothing." * 20)
    changed = [mutated(random.Random(number), [seed])[0] != seed.read_bytes() for number in range(100)]  # noqa: S311

    assert sum(changed) > 90
