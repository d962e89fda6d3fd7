"""Where reports go: the right writer by the file's name, whole or not at all, and said in time."""

import os
import pkgutil
import stat
from pathlib import Path

import pytest

import align.report
from align.errors import OutputError
from align.report import (
    QUOTES_FORMATS,
    REPORT_FORMATS,
    TRANSCRIPT_FORMATS,
    check_outputs,
    write_quotes,
    write_report,
    write_transcript,
)
from align.report.files import write_whole
from tests.golden.samples import council
from tests.golden.voices import interview

ENDINGS = sorted(REPORT_FORMATS)


@pytest.mark.parametrize("ending", ENDINGS)
def test_same_report_gives_same_bytes_in_every_format(ending, tmp_path):
    first, second = tmp_path / f"first{ending}", tmp_path / f"second{ending}"
    write_report(interview(), first)
    write_report(interview(), second)

    assert first.read_bytes() == second.read_bytes() != b""


@pytest.mark.parametrize("ending", ENDINGS)
def test_capital_endings_are_the_same_format(ending, tmp_path):
    check_outputs([tmp_path / f"REPORT{ending.upper()}"])


@pytest.mark.parametrize("ending", TRANSCRIPT_FORMATS)
def test_transcripts_are_written(ending, tmp_path):
    report = interview()
    write_transcript(report.transcripts[0], report.model, tmp_path / f"heard{ending}")
    written = (tmp_path / f"heard{ending}").read_text(encoding="utf-8")

    assert "presenter" in written or '"SPEAKER_00"' in written
    assert ending == ".rttm" or "Good morning." in written


def test_quotes_are_written(tmp_path):
    report = council()
    write_quotes(report.article, [check.quote for check in report.checks], tmp_path / "quotes.json")

    assert "no small matter" in (tmp_path / "quotes.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("formats", [REPORT_FORMATS, TRANSCRIPT_FORMATS, QUOTES_FORMATS])
def test_every_name_in_the_tables_is_a_documented_function(formats):
    for name in formats.values():
        assert pkgutil.resolve_name(f"{align.report.__name__}.{name}").__doc__


def test_unknown_ending_is_refused_with_the_known_ones(tmp_path):
    with pytest.raises(OutputError, match=r"report\.docx .*\.json.*\.srt"):
        check_outputs([tmp_path / "report.docx"])


@pytest.mark.parametrize("name", ["no/such/folder/report.json", "folder.json", "pipe.json", "article.txt"])
def test_what_cannot_be_written_is_refused_before_the_work(name, tmp_path):
    (tmp_path / "folder.json").mkdir()
    os.mkfifo(tmp_path / "pipe.json")
    (tmp_path / "article.txt").write_text("an article")

    with pytest.raises(OutputError, match=Path(name).name):
        check_outputs([tmp_path / name], inputs=[tmp_path / "article.txt"])


def test_failure_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch):
    target = tmp_path / "report.json"
    target.write_text("the old report")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match="No space left"):
        write_report(council(), target)

    assert [path.read_text() for path in tmp_path.iterdir()] == ["the old report"]


def test_a_link_is_written_through(tmp_path):
    (tmp_path / "real").mkdir()
    link = tmp_path / "report.json"
    link.symlink_to(tmp_path / "real" / "report.json")
    write_whole(link, "new")

    assert link.is_symlink()
    assert (tmp_path / "real" / "report.json").read_text() == "new"


def test_files_get_the_usual_permissions(tmp_path):
    (tmp_path / "usual").touch()
    write_whole(tmp_path / "report.txt", "new")

    modes = {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    assert len(modes) == 1


def test_undecodable_names_do_not_stop_the_writing(tmp_path):
    write_whole(tmp_path / "report.txt", "caf\udce9.mp3")

    assert (tmp_path / "report.txt").read_text() == "caf?.mp3"
