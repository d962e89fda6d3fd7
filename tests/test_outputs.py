"""What is read is never written over, by whatever name; and an output that fails costs only itself."""

import os
from pathlib import Path

import pytest

from align import api
from align.errors import OutputError
from align.models import Models
from align.outputs import Inputs, Outputs, write_each
from align.report import write_clips, write_transcript
from align.report.clips import SoundClip, Sounds, clip_places
from align.report.files import write_whole
from align.report.formats import REPORT_FORMATS
from tests import lbc_case
from tests.golden.samples import council

ROLES = ("recording", "article", "transcript", "decisions", "model", "verifier", "memory")


class _OneRecording(lbc_case.PerfectRecognizer):
    """Hears the same recording whatever its file is called."""

    def transcribe_place(self, audio, place, language):
        words = lbc_case.transcript("smallman").words
        return tuple(word for word in words if place.start <= word.start < place.end)


@pytest.fixture
def case(tmp_path, monkeypatch):
    """A file for every role of an input, all with names that a report may have; and the models that they make."""
    monkeypatch.setenv("ALIGN_CACHE", str(tmp_path))
    monkeypatch.setattr("align.speech.engines.load_recognizer", lambda *_: _OneRecording())
    (tmp_path / "known.sqlite").symlink_to(tmp_path / "memory.json")
    write_transcript(lbc_case.transcript("smallman"), lbc_case.PerfectRecognizer.model, tmp_path / "transcript.json")
    (tmp_path / "article.txt").write_bytes((lbc_case.FOLDER / "article.txt").read_bytes())
    (tmp_path / "recording.json").write_bytes((lbc_case.FOLDER / "smallman.mp3").read_bytes())
    (tmp_path / "decisions.json").write_text('{"decisions": []}', encoding="utf-8")
    for name in ("model.json", "verifier.json", "memory.json"):
        (tmp_path / name).write_bytes(b"weights")
    return tmp_path


def _check(case: Path, *outputs: Path):
    models = Models(str(case / "model.json"), verifier=str(case / "verifier.json"))
    return api.check(
        case / "recording.json", case / "article.txt", transcripts=case / "transcript.json", models=models,
        decisions=case / "decisions.json", outputs=outputs,
    )  # fmt: skip


def _file(case: Path, role: str) -> Path:
    return case / ("article.txt" if role == "article" else f"{role}.json")


def _names(case: Path, path: Path) -> list[Path]:
    """Names by which a file may be meant: itself, with a detour, a link, a hard link."""
    (case / f"link{path.suffix}").symlink_to(path)
    os.link(path, case / f"hard{path.suffix}")
    (case / "folder").mkdir()
    return [path, case / "folder" / ".." / path.name, case / f"link{path.suffix}", case / f"hard{path.suffix}"]


@pytest.mark.parametrize("role", ROLES)
def test_no_input_of_a_check_is_written_over(case, role):
    before = _file(case, role).read_bytes()
    for name in _names(case, _file(case, role)):
        with pytest.raises(OutputError, match="will not be overwritten"):
            _check(case, case / "fine.json", name)

    assert _file(case, role).read_bytes() == before
    assert not (case / "fine.json").exists()


@pytest.mark.parametrize("role", sorted({*ROLES} - {"memory"}))
def test_a_report_is_written_over_nothing_that_it_was_made_of(case, role):
    report = _check(case)
    before = _file(case, role).read_bytes()
    for name in _names(case, _file(case, role)):
        with pytest.raises(OutputError, match="will not be overwritten"):
            report.write(name)

    assert _file(case, role).read_bytes() == before


@pytest.mark.parametrize("role", ["recording", "model", "memory"])
def test_a_transcript_is_written_over_nothing_that_is_read(case, role):
    for name in _names(case, _file(case, role)):
        with pytest.raises(OutputError, match="will not be overwritten"):
            api.transcribe(case / "recording.json", models=Models(str(case / "model.json")), outputs=name)


def test_quotes_are_not_written_over_their_article(case):
    article = case / "article.json.txt"
    article.write_bytes((case / "article.txt").read_bytes())
    (case / "out.json").symlink_to(article)
    for given in (article, api.read_article(article)):
        with pytest.raises(OutputError, match="will not be overwritten"):
            api.find_quotes(given, outputs=case / "out.json")


def test_a_clip_is_not_written_over_a_recording(tmp_path):
    report = council()
    sounds = Sounds(tuple(SoundClip(recording, interval, b"mp3") for recording, interval in clip_places(report)))
    write_clips(report, sounds, tmp_path / "clips")
    recording = tmp_path / "council.mp3"
    recording.write_bytes(b"sound")
    first = min((tmp_path / "clips").iterdir())
    first.unlink()
    first.symlink_to(recording)
    with pytest.raises(OutputError, match="will not be overwritten"):
        write_clips(report, sounds, tmp_path / "clips", [recording])

    assert recording.read_bytes() == b"sound"


def test_an_input_that_an_output_has_become_meanwhile_stays(tmp_path):
    source, target = tmp_path / "article.txt", tmp_path / "report.txt"
    source.write_text("mine", encoding="utf-8")
    outputs = Outputs((target,), inputs=Inputs(article=str(source)))
    outputs.check()
    target.symlink_to(source)
    with pytest.raises(OutputError, match="will not be overwritten"):
        outputs.write(council(), ())

    assert source.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("other", ["report.json", "./report.json", "link.json"])
def test_no_output_is_written_twice(tmp_path, other):
    (tmp_path / "link.json").symlink_to(tmp_path / "report.json")
    with pytest.raises(OutputError, match="written twice"):
        Outputs((tmp_path / "report.json", Path(os.path.join(tmp_path, other)))).check()


def test_an_output_that_fails_costs_only_itself(tmp_path):
    files = [tmp_path / f"report{ending}" for ending in REPORT_FORMATS]
    for broken in (".srt", ".json", ".html"):
        (tmp_path / f"report{broken}").mkdir()
    with pytest.raises(OutputError, match=r"report\.json is a folder.*report\.srt is a folder.*report\.html") as failed:
        Outputs(tuple(files)).write(council(), ())

    assert [file.name for file in files if not file.is_file()] == ["report.json", "report.srt", "report.html"]
    assert str(failed.value).count("folder; give") == 3


def test_a_bug_in_one_output_costs_only_that(tmp_path):
    def bug() -> None:
        raise IndexError("a bug")

    written = []
    with pytest.raises(IndexError, match="a bug"):
        write_each([lambda: written.append(1), bug, lambda: written.append(2)])

    assert written == [1, 2]


def test_a_write_that_fails_leaves_the_old_file_and_no_draft(tmp_path, monkeypatch):
    path = tmp_path / "report.txt"
    path.write_text("old", encoding="utf-8")
    monkeypatch.setattr(os, "fsync", lambda _: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    with pytest.raises(OutputError, match="No space left"):
        write_whole(path, "new")

    assert [file.name for file in tmp_path.iterdir()] == ["report.txt"]
    assert path.read_text(encoding="utf-8") == "old"


@pytest.mark.parametrize("ending", REPORT_FORMATS)
def test_every_format_takes_a_report_of_nothing_found(case, ending):
    (case / "none.txt").write_text("“Bananas grow upon purple elephants nightly,” she said.", encoding="utf-8")
    report = api.check([], case / "none.txt", transcripts=case / "transcript.json")
    report.write(case / f"report{ending}")

    assert not any(check.passages for check in report.checks)
    assert (case / f"report{ending}").exists()


@pytest.mark.parametrize("ending", REPORT_FORMATS)
def test_every_format_takes_two_thousand_quotes(case, ending, many):
    many.write(case / f"report{ending}")

    has_turns = any(heard.turns for heard in many.transcripts)
    assert (case / f"report{ending}").stat().st_size > 150 or (ending == ".rttm" and not has_turns)


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    """A report on two thousand quotes, most of which were found."""
    folder = tmp_path_factory.mktemp("many")
    write_transcript(lbc_case.transcript("smallman"), lbc_case.PerfectRecognizer.model, folder / "transcript.json")
    words = [word.text.strip() for word in lbc_case.transcript("smallman").words]
    quotes = (" ".join(words[number % 100 :][: 5 + number % 7]) for number in range(2000))
    (folder / "many.txt").write_text("\n\n".join(f"“{quote},” she said." for quote in quotes), encoding="utf-8")
    return api.check([], folder / "many.txt", transcripts=folder / "transcript.json")
