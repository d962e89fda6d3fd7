"""Whenever a run is killed, nothing is lost."""

from pathlib import Path

import pytest

from tests.speed.kills import kill_and_finish

FIXTURES = Path(__file__).parents[2] / "fixtures" / "lbc"


@pytest.mark.model
def test_a_check_killed_at_random_instants_ends_in_the_same_bytes(tmp_path):
    killed, is_same = kill_and_finish([FIXTURES / "naseem.mp3", FIXTURES / "article.txt"], tmp_path, kills=5)

    assert is_same
    known = [kill.known for kill in killed]
    assert known == sorted(known)
