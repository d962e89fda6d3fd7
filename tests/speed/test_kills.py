"""Whenever a run is killed, nothing is lost; and runs that share a cache do not disturb each other."""

from pathlib import Path

import pytest

from tests.speed.kills import kill_and_finish, start_check

FIXTURES = Path(__file__).parents[2] / "fixtures" / "lbc"


@pytest.mark.model
def test_a_check_killed_at_random_instants_ends_in_the_same_bytes(tmp_path):
    killed = kill_and_finish([FIXTURES / "naseem.mp3", FIXTURES / "article.txt"], tmp_path, kills=5)

    assert killed.is_same
    known = [kill.known for kill in killed.kills]
    assert known == sorted(known)


@pytest.mark.model
def test_two_checks_at_once_end_in_the_same_bytes(tmp_path):
    inputs = [FIXTURES / "javid.mp3", FIXTURES / "article.txt"]
    runs = [start_check(inputs, tmp_path / name, cache=tmp_path / "shared") for name in ("one", "other")]

    assert [run.wait() for run in runs] == [0, 0]  # no quote of this recording is at fault
    one, other = ((tmp_path / name / "report.json").read_bytes() for name in ("one", "other"))
    assert one == other
