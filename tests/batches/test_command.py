"""The command `align batch`: what goes where, its statuses, and what it says of what it cannot do."""

import pytest
from typer.testing import CliRunner

from align.cli import app
from tests.batches.desk import contents, in_this_process, write_desk, write_manifest


@pytest.fixture
def batch(tmp_path, monkeypatch):
    """Return a function that runs the command on a desk with three articles."""
    monkeypatch.setenv("ALIGN_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr("align.batches.local._processes", in_this_process)
    write_desk(tmp_path, 3)
    monkeypatch.chdir(tmp_path)

    def run(*arguments, **more):
        return CliRunner().invoke(app, ["batch", *arguments], **more)

    return run


def test_reports_go_into_the_folder_and_their_sum_to_the_terminal(batch, tmp_path):
    done = batch("pairs.csv", "--out", "out", "-o", "json", "-o", ".srt")

    assert done.exit_code == 0, done.output
    assert done.stdout.startswith("3 articles: ")
    assert sorted(contents(tmp_path / "out")) == sorted(f"a{at}.{end}" for at in range(3) for end in ("json", "srt"))
    assert batch("pairs.csv", "--out", "out", "-o", "json", "-o", "srt", "--quiet").stdout == ""


def test_without_an_ending_it_is_a_page(batch, tmp_path):
    batch("pairs.csv", "--out", "deep/er/out")

    assert sorted(contents(tmp_path / "deep/er/out")) == ["a0.html", "a1.html", "a2.html"]


def test_what_could_not_be_done_is_said_and_the_status_is_2(batch, tmp_path):
    write_manifest(tmp_path, [{"article": f"none{at}\x1b[31m.txt", "transcript": "naseem.json"} for at in range(30)])
    done = batch("pairs.csv", "--out", "out", "-o", "json")

    assert done.exit_code == 2
    assert "\x1b" not in done.stdout
    assert "… and 10 more, in the summary" in done.stdout
    assert "30 not done" in done.stdout


def test_standard_input_may_be_the_manifest(batch, tmp_path):
    done = batch("-", "--out", "out", "-o", "json", input="article,transcript\na1.txt,smallman.json\n")

    assert done.exit_code == 0, done.output
    assert sorted(contents(tmp_path / "out")) == ["a1.json"]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("none.csv", "--out", "out"), "There is no manifest none.csv"),
        (("pairs.csv", "--out", "pairs.csv"), "pairs.csv is a file"),
        (("pairs.csv", "--out", "out", "--shard", "9"), "'9' is no --shard"),
        (("pairs.csv", "--out", "out", "-o", "doc"), "'doc'"),
        (("pairs.csv", "--out", "out", "--jobs", "0"), "--jobs 0"),
    ],
)
def test_what_makes_no_sense_is_one_sentence(batch, arguments, sentence):
    done = batch(*arguments)

    assert done.exit_code == 2
    assert sentence in done.stderr
    assert done.stderr.count("\n") == 1
