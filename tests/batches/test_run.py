"""A batch from end to end, done in this process: what is done, what is done again, and what is never lost."""

import json
import os
import shutil
from pathlib import Path

import pytest

import align
from align.batches import pairs
from align.errors import OptionError, OutputError
from align.progress import Progress
from align.records import Verdict
from tests import lbc_case
from tests.batches.desk import ARTICLE, SHORT, contents, in_this_process, write_desk, write_manifest
from tests.needs import needs_model


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """A folder with six articles and their manifest."""
    monkeypatch.setenv("ALIGN_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr("align.batches.local._processes", in_this_process)
    write_desk(tmp_path / "desk", 6)
    return tmp_path / "desk"


def _batch(desk, **more):
    return align.batch(desk / "pairs.csv", desk / "out", **{"outputs": [".json"], **more})


def _rows(desk):
    return {pair["name"]: pair for pair in json.loads((desk / "out/summary.json").read_text())["pairs"]}


def _log(desk):
    return [line.split(" ", 1)[1] for line in (desk / "out/batch.log").read_text().splitlines()]


def _times(desk):
    return {path.name: path.stat().st_mtime_ns for path in (desk / "out").glob("a*.json")}


def test_reports_are_those_of_a_check(desk, monkeypatch):
    monkeypatch.chdir(desk)
    done = align.batch("pairs.csv", "out", outputs=["json", ".srt"])
    align.check([], "a1.txt", transcripts="smallman.json", outputs=["check.json", "check.srt"])

    assert [result.name for result in done.results] == sorted(f"a{number}" for number in range(6))
    assert Path("out/a1.json").read_bytes() == Path("check.json").read_bytes()
    assert Path("out/a1.srt").read_bytes() == Path("check.srt").read_bytes()


def test_what_is_done_stays_as_it_is(desk):
    first = _batch(desk)
    before, summaries = _times(desk), [(desk / f"out/summary.{end}").read_bytes() for end in ("csv", "json", "html")]
    again = _batch(desk)

    assert again == first
    assert _times(desk) == before
    assert [(desk / f"out/summary.{end}").read_bytes() for end in ("csv", "json", "html")] == summaries
    assert _log(desk).count("a0: nothing to do") == 1


CHANGES = {
    "an article": (lambda desk: (desk / "a1.txt").write_text(SHORT.format("anew")), {"a1"}),
    "a transcript": (lambda desk: shutil.copy(desk / "javid.json", desk / "smallman.json"), {"a1", "a4"}),
    "a report that is gone": (lambda desk: (desk / "out/a2.json").unlink(), {"a2"}),
    "a record that is damaged": (lambda desk: (desk / "out/.align/pairs/a3.json").write_text("{"), {"a3"}),
    "a record of something else": (lambda desk: (desk / "out/.align/pairs/a3.json").write_text("[]"), {"a3"}),
    "nothing but a time": (lambda desk: os.utime(desk / "a1.txt", (1, 1)), set()),
}


@pytest.mark.parametrize("change", CHANGES)
def test_only_what_changed_is_done_again(desk, change):
    act, changed = CHANGES[change]
    _batch(desk)
    for name in ("out/a1.json", "out/a2.json", "out/a3.json", "out/a4.json"):
        os.utime(desk / name, (1, 1))
    before = _times(desk)
    act(desk)
    _batch(desk)

    assert {name for name, time in _times(desk).items() if before[name] != time} == {f"{name}.json" for name in changed}


@pytest.mark.parametrize(
    "more", [{"style": "strict"}, {"outputs": [".json", ".txt"]}, {"strict": True}, {"fail_on": "minor"}]
)
def test_all_is_done_again_where_an_option_changed(desk, more):
    _batch(desk)
    before = _times(desk)
    _batch(desk, **more)

    assert not [name for name, time in _times(desk).items() if before[name] == time]


def test_another_version_does_all_again(desk, monkeypatch):
    _batch(desk)
    before = _times(desk)
    monkeypatch.setattr("align.batches.fingerprints.__version__", "0.0.9")
    _batch(desk)

    assert not [name for name, time in _times(desk).items() if before[name] == time]


ROWS = [
    {"article": "a0.txt", "transcript": "naseem.json"},
    {"article": "none.txt", "transcript": "naseem.json"},
    {"article": "folder.txt", "transcript": "naseem.json"},
    {"article": "a1.txt", "transcript": "none.json"},
    {"article": "empty.txt", "transcript": "naseem.json"},
    {"article": "plain.txt", "transcript": "naseem.json"},
    {"article": "a2.txt", "transcript": "naseem.json", "style": "baroque"},
    {"article": "a3.txt", "transcript": "naseem.json", "track": "1"},
    {"article": "a4.txt", "transcript": "naseem.json;javid.json", "decisions": "a4.txt"},
    {"article": "a5.txt", "recordings": "a5.txt"},
    {"article": "", "transcript": "naseem.json"},
    {"article": "naseem.json", "transcript": "naseem.json"},
    {"article": "talk.mp3", "transcript": "naseem.json"},
]


def test_a_pair_that_fails_is_a_row_with_its_sentence(desk):
    (desk / "folder.txt").mkdir()
    (desk / "empty.txt").touch()
    (desk / "plain.txt").write_text("Nobody said a word.")
    write_manifest(desk, ROWS)
    done = _batch(desk)

    assert done.exit_status == 2
    assert [bool(result.problem) for result in done.results] == [True] * 12 + [False]
    assert all(result.problem.endswith((".", "?")) for result in done.results if result.problem)
    assert sorted(contents(desk / "out")) == ["a0.json"]


def test_a_row_s_options_go_before_those_for_all(desk):
    write_manifest(
        desk,
        [
            {"article": f"a{number}.txt", "transcript": "naseem.json", "style": style}
            for number, style in enumerate(["reuters", ""])
        ],
    )
    _batch(desk, style="guardian")
    styles = [json.loads((desk / f"out/a{number}.json").read_text())["settings"]["style"] for number in (0, 1)]

    assert styles == ["reuters", "guardian"]


@pytest.mark.model
@needs_model("base")
def test_a_second_opinion_is_for_the_rows_that_are_heard(desk):
    """For a whole batch, or by itself, it leaves out what has a transcript; a row that names both is refused."""
    shutil.copy(lbc_case.FOLDER / "naseem.mp3", desk)
    both = {"recordings": "naseem.mp3", "transcript": "naseem.json"}
    rows = [
        {"article": "a0.txt", **both, "second_opinion": ""},
        {"article": "a1.txt", "recordings": "", "transcript": "naseem.json", "second_opinion": ""},
        {"article": "a2.txt", **both, "second_opinion": "tiny.en"},
    ]
    write_manifest(desk, rows)
    for models in (align.Models("base"), align.Models("base", second_opinion="tiny.en")):
        problems = {one.name: one.problem for one in _batch(desk, models=models).results}

        assert (problems["a0"], problems["a1"]) == ("", "")
        assert "--second-opinion" in problems["a2"]


def test_an_option_of_voices_reaches_the_check_of_its_pair(desk):
    """Clips need sound and somebody to compare them with; a transcript alone has neither."""
    rows = [
        {"article": "a0.txt", "transcript": "naseem.json", "voice": "Smallman=naseem.json", "no_voices": ""},
        {"article": "a1.txt", "transcript": "naseem.json", "voice": "", "no_voices": "yes"},
        {"article": "a2.txt", "transcript": "naseem.json", "voice": "Smallman=away.wav", "no_voices": ""},
        {"article": "a3.txt", "transcript": "naseem.json", "voice": "", "no_voices": ""},
    ]
    write_manifest(desk, rows)
    problems = {one.name: one.problem for one in _batch(desk, outputs=("rttm",)).results}

    assert "--voice needs sound" in problems["a0"]
    assert "--no-voices" in problems["a1"]
    assert "There is no file" in problems["a2"]
    assert problems["a3"] == ""
    assert (
        "--no-voices"
        in {one.name: one.problem for one in _batch(desk, outputs=("rttm",), has_voices=False).results}["a3"]
    )


def test_a_pair_finds_its_recordings_in_an_archive(desk, monkeypatch):
    """By either column; where nothing of it is found, or there is no index, that is the pair's sentence."""
    monkeypatch.setenv("ALIGN_ARCHIVE", str(desk / "own"))
    own, other = align.Archive(), align.Archive(desk / "other.sqlite")
    own.add([desk / "smallman.json"])
    other.add([desk / "naseem.json"])
    for name in ("a0", "a1", "a2"):
        (desk / f"{name}.txt").write_bytes(ARTICLE)
    rows = [
        {"article": "a1.txt", "archive": "yes", "index": ""},
        {"article": "a0.txt", "archive": "", "index": "other.sqlite"},
        {"article": "a2.txt", "archive": "yes", "index": "other.sqlite"},
        {"article": "a5.txt", "archive": "", "index": "other.sqlite"},
        {"article": "a3.txt", "archive": "", "index": "away.sqlite"},
        {"article": "a4.txt", "archive": "no", "index": ""},
    ]
    write_manifest(desk, rows)
    done = {one.name: one for one in _batch(desk).results}

    assert {name: done[name].problem for name in ("a0", "a1", "a2")} == {"a0": "", "a1": "", "a2": ""}
    assert done["a1"].recordings == ("smallman.mp3",)
    assert done["a0"].recordings == done["a2"].recordings == ("naseem.mp3",)
    assert "No quotation" in done["a5"].problem
    assert "There is no file" in done["a3"].problem
    assert "names no recording" in done["a4"].problem


def test_a_pair_is_done_again_when_its_archive_grows(desk):
    archive = align.Archive(desk / "index.sqlite")
    archive.add([desk / "smallman.json"])
    (desk / "a0.txt").write_bytes(ARTICLE)
    write_manifest(desk, [{"article": "a0.txt", "index": "index.sqlite"}])
    _batch(desk)
    before = _times(desk)
    _batch(desk)
    assert _times(desk) == before
    archive.add([desk / "javid.json"])
    _batch(desk)

    assert _times(desk) != before


def test_the_page_of_the_summary_has_a_column_for_every_verdict(desk):
    _batch(desk)
    page = (desk / "out/summary.html").read_text()

    assert [verdict for verdict in Verdict if f'<th scope="col">{verdict.replace("_", " ")}</th>' not in page] == []


@pytest.mark.parametrize("column", ["recordings", "transcript", "decisions", "voice"])
def test_no_summary_is_written_over_what_a_pair_reads(desk, column):
    (desk / "out").mkdir()
    (desk / "out/summary.csv").write_text("0,1,words\n")
    told = {"voice": "Ada=out/summary.csv"}.get(column, "out/summary.csv")
    write_manifest(desk, [{"article": "a0.txt", "recordings": "b.wav", column: told}])

    with pytest.raises(OutputError, match="will not be overwritten"):
        _batch(desk)


def test_a_failure_leaves_the_report_of_before_and_its_record(desk):
    _batch(desk)
    before = contents(desk / "out")
    shutil.move(desk / "naseem.json", desk / "away.json")
    failed = _batch(desk)
    assert {result.name for result in failed.results if result.problem} == {"a0", "a3"}
    assert contents(desk / "out") == before
    shutil.move(desk / "away.json", desk / "naseem.json")
    times = _times(desk)
    assert _batch(desk).exit_status == 0
    assert _times(desk) == times


def test_what_is_left_of_another_batch_is_kept_and_said(desk):
    _batch(desk)
    write_manifest(desk, [{"article": "a0.txt", "transcript": "naseem.json"}])
    done = _batch(desk)

    assert [result.name for result in done.results] == ["a0"]
    assert "a1, a2, a3 and 2 more" in done.warnings[-1]
    assert (desk / "out/a5.json").exists()


def test_nothing_that_is_read_is_written_over(desk):
    before = {path.name: path.read_bytes() for path in desk.iterdir() if path.is_file()}
    write_manifest(
        desk,
        [{"article": "a0.txt", "transcript": "naseem.json"}, {"article": "naseem.txt", "transcript": "naseem.json"}],
    )
    done = align.batch(desk / "pairs.csv", desk, outputs=["json", "txt"])

    assert [("not be overwritten" in result.problem or "no file" in result.problem) for result in done.results] == [
        True,
        True,
    ]
    assert {name: (desk / name).read_bytes() for name in before if name != "pairs.csv"} == {
        name: data for name, data in before.items() if name != "pairs.csv"
    }


@pytest.mark.parametrize("name", ["summary.csv", "batch.log", "summary.html"])
def test_a_manifest_is_not_taken_for_a_summary(desk, name):
    shutil.move(desk / "pairs.csv", desk / name)
    with pytest.raises(OutputError, match="not be overwritten"):
        align.batch(desk / name, desk)


REFUSED = {
    "a format that nobody writes": ({"outputs": ["doc"]}, OptionError, "'doc'"),
    "a path for an ending": ({"outputs": ["report.html"]}, OptionError, "'report.html'"),
    "no processes": ({"jobs": 0}, OptionError, "--jobs 0"),
    "a shard beyond the last": ({"shard": "3/2"}, OptionError, "'3/2' is no --shard"),
    "a shard that is none": ({"shard": "0/2"}, OptionError, "'0/2' is no --shard"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_makes_no_sense_is_refused(desk, case):
    more, error, sentence = REFUSED[case]
    with pytest.raises(error, match=sentence):
        _batch(desk, **more)


def test_a_file_is_no_folder(desk):
    with pytest.raises(OutputError, match="is a file"):
        align.batch(desk / "pairs.csv", desk / "a0.txt")


@pytest.mark.parametrize("count", [2, 3, 7])
def test_the_shards_are_the_batch(desk, count):
    whole = contents(desk / "out") if _batch(desk) else {}
    shutil.rmtree(desk / "out")
    names = [result.name for number in range(count) for result in _batch(desk, shard=f"{number + 1}/{count}").results]
    times = _times(desk)

    assert sorted(names) == sorted(f"a{number}" for number in range(6))
    assert contents(desk / "out") == whole
    assert _batch(desk).exit_status == 0
    assert _times(desk) == times
    assert len(list((desk / "out").glob("summary-*-of-*.csv"))) == count


class Remembering(lbc_case.PerfectRecognizer):
    """Hears every recording once and remembers it, as the cache does."""

    def transcribe(self, audio, language=None, progress=None):
        """Return what was spoken; only what is new counts as heard."""
        heard = [*self.heard]
        transcript = super().transcribe(audio, language, progress)
        if audio.path in heard:
            self.heard.pop()
        return transcript


@pytest.fixture
def recognizer(monkeypatch):
    """Who hears, once."""
    one = Remembering()
    pairs._models.cache_clear()  # the models of another test
    monkeypatch.setattr("align.speech.engines.load_recognizer", lambda *_: one)
    return one


def _quoting(desk, *articles):
    recording = desk / "smallman.mp3"
    recording.write_bytes((lbc_case.FOLDER / "smallman.mp3").read_bytes())
    rows = []
    for name in articles:
        (desk / name).write_bytes(ARTICLE)
        rows.append({"article": name, "recordings": recording.name})
    return rows


class Notebook(Progress):
    """Writes down how many pairs are done."""

    def __init__(self):
        self.told = []

    def paired(self, done, total, heard):
        """Write it down."""
        self.told.append((done, total, round(heard)))


def test_a_recording_is_heard_once_before_all_who_quote_it(desk, recognizer):
    write_manifest(desk, _quoting(desk, "b0.txt", "b1.txt", "b2.txt"))
    notebook = Notebook()
    done = _batch(desk, progress=notebook)

    assert recognizer.heard == [str(desk / "smallman.mp3")]
    begun, heard, *pairs_done = [line.split(":")[0].split()[0] for line in _log(desk)]
    assert (begun, heard, sorted(pairs_done)) == ("begun", "heard", ["b0", "b1", "b2"])
    assert len({result.heard for result in done.results}) == 1
    assert [told[:2] for told in notebook.told] == [(0, 3), (0, 3), (1, 3), (2, 3), (3, 3)]
    assert notebook.told[-1][2] > 10


def test_a_recording_that_cannot_be_heard_fails_all_who_quote_it_and_no_other(desk, recognizer):
    rows = _quoting(desk, "b0.txt", "b1.txt")
    (desk / "bad.mp3").write_bytes(b"\0" * 5000)
    write_manifest(desk, [*rows, *({"article": f"a{number}.txt", "recordings": "bad.mp3"} for number in (0, 1))])
    done = _batch(desk)

    assert [(result.name, bool(result.problem)) for result in done.results] == [
        ("a0", True),
        ("a1", True),
        ("b0", False),
        ("b1", False),
    ]
    assert done.results[0].problem == done.results[1].problem


def test_what_changes_while_it_is_checked_is_no_report(desk, monkeypatch):
    def check(*arguments, **options):
        (desk / "a0.txt").write_text(SHORT.format("meanwhile"))
        return checked(*arguments, **options)

    checked = align.api.check
    monkeypatch.setattr("align.api.check", check)
    write_manifest(desk, [{"article": "a0.txt", "transcript": "naseem.json"}])
    done = _batch(desk)

    assert "changed meanwhile" in done.results[0].problem
    assert contents(desk / "out") == {}


def test_the_status_is_that_of_the_worst(desk, recognizer):
    recording = desk / "naseem.mp3"
    recording.write_bytes((lbc_case.FOLDER / "naseem.mp3").read_bytes())
    (desk / "b.txt").write_bytes(ARTICLE)
    write_manifest(
        desk, [{"article": "b.txt", "recordings": "naseem.mp3"}, {"article": "a1.txt", "transcript": "smallman.json"}]
    )

    assert _batch(desk).exit_status == 1
    assert _rows(desk)["b"]["outcome"] == "fault"
    assert _batch(desk, fail_on="none").exit_status == 0


def test_a_bug_is_a_row_too(desk, monkeypatch):
    def explode(*_: object, **__: object) -> None:
        raise ZeroDivisionError("by nothing")

    monkeypatch.setattr("align.api.check", explode)
    done = _batch(desk)

    assert done.exit_status == 2
    assert all("nobody foresaw" in result.problem for result in done.results)
