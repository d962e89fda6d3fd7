"""What other programs may use: its names, what is refused before anything is heard, the command line's own bytes."""

import json
import subprocess
import sys
from dataclasses import fields, replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

import align
from align.cli import app
from align.errors import ArticleError, ModelError, OptionError, OutputError, RecordingError, TranscriptError
from align.outputs import Opening, open_recordings
from align.progress import Progress
from align.records import Certainty, Report, ReportSettings, Severity
from align.report import REPORT_FORMATS, write_transcript
from align.report.clips import PADDING
from align.report.decisions import fingerprint
from align.report.view.findings import findings
from align.speech.engines import DEFAULT_ENGINE
from tests import lbc_case
from tests.sources import REPOSITORY, imported_modules, read_sources

ARTICLE = lbc_case.FOLDER / "article.txt"
NASEEM, SMALLMAN = (lbc_case.FOLDER / f"{name}.mp3" for name in ("naseem", "smallman"))


@pytest.fixture
def recognizer(case_cache, monkeypatch):
    """Who hears every recording of the case perfectly, and remembers which it heard."""
    perfect = lbc_case.PerfectRecognizer()
    monkeypatch.setattr("align.speech.engines.load_recognizer", lambda *_: perfect)
    return perfect


@pytest.fixture
def deaf(recognizer, monkeypatch):
    """Nobody may hear anything."""

    def explode(*_: object) -> None:
        raise AssertionError("something was heard")

    monkeypatch.setattr(recognizer, "transcribe", explode)
    monkeypatch.setattr(recognizer, "log_likelihoods", explode)


@pytest.fixture
def saved(tmp_path):
    """The perfect transcript of the first recording, as a file."""
    write_transcript(lbc_case.transcript("naseem"), lbc_case.PerfectRecognizer.model, tmp_path / "naseem.json")
    return tmp_path / "naseem.json"


def test_the_names_are_frozen():
    """Whoever adds one keeps it; whoever takes one away breaks somebody's program."""
    assert " ".join(align.__all__) == (
        "AddedFile AlignError Archive ArchiveError ArchivedRecording Article ArticleError BatchResult Block Category"
        " Certainty CheckedReport Choice Chunk Decision Edit Interval Kind Match Misattribution Model ModelError Models"
        " Op OptionError OutputError PairResult Passage Progress Quote QuoteCheck Recording RecordingError Report"
        " ReportSettings Role SearchResult Searched Segment Severity Span Transcript TranscriptError Turn Verdict Voice"
        " Word __version__ batch check find_quotes read_article transcribe"
    )
    assert all(getattr(align, name).__doc__ for name in align.__all__)


REFUSED = {
    "no recording and no transcript": ([[], ARTICLE], {}, OptionError, "at least one recording"),
    "an article that is a recording": ([[NASEEM], SMALLMAN], {}, ArticleError, "swapped"),
    "an article as its transcript": ([[NASEEM], ARTICLE], {"transcripts": ARTICLE}, OptionError, "with itself"),
    "no article": ([[NASEEM], "nowhere.txt"], {}, ArticleError, "no article nowhere.txt"),
    "no such recording": ([["nowhere.mp3"], ARTICLE], {}, RecordingError, "nowhere.mp3"),
    "an unknown style": ([[NASEEM], ARTICLE], {"style": "baroque"}, OptionError, "no style 'baroque'"),
    "an unknown severity": ([[NASEEM], ARTICLE], {"fail_on": "grave"}, OptionError, "no severity 'grave'"),
    "an unknown speaker": ([[NASEEM], ARTICLE], {"speaker": "Nobody"}, OptionError, "No quote of Nobody"),
    "an offset too few": ([[NASEEM, SMALLMAN], ARTICLE], {"offsets": ["00:00:10"]}, OptionError, r"number \(2 and 1\)"),
    "an offset that is none": ([[NASEEM], ARTICLE], {"offsets": "10 s"}, OptionError, "'10 s' is no --offset"),
    "a track of a transcript": (
        [[NASEEM], ARTICLE], {"track": 1, "transcripts": ["naseem.json"]}, OptionError, "--track chooses",
    ),
    "a transcript too few": (
        [[NASEEM, SMALLMAN], ARTICLE], {"transcripts": ["naseem.json"]}, OptionError, r"number \(2 and 1\)",
    ),
    "no such transcript": ([[], ARTICLE], {"transcripts": ["nowhere.json"]}, TranscriptError, "nowhere.json"),
    "no such transcript of a recording": (
        [[NASEEM], ARTICLE], {"transcripts": ["nowhere.json"]}, TranscriptError, "nowhere.json",
    ),
    "a verifier without sound": (
        [[], ARTICLE], {"transcripts": ["naseem.json"], "models": align.Models(verifier="small")}, OptionError, "sound",
    ),
    "a second opinion on a transcript": (
        [[], ARTICLE],
        {"transcripts": ["a.json"], "models": align.Models(second_opinion="tiny.en")},
        OptionError,
        "--second-opinion doubts what we heard",
    ),
    "clips without sound": ([[], ARTICLE], {"transcripts": ["a.json"], "clips": "cut"}, OptionError, "need sound"),
    "no such decisions": ([[NASEEM], ARTICLE], {"decisions": "nowhere.json"}, OptionError, "nowhere.json"),
    "a format that nobody writes": ([[NASEEM], ARTICLE], {"outputs": "report.doc"}, OutputError, "report.doc"),
    "an output in no folder": ([[NASEEM], ARTICLE], {"outputs": ["none/report.json"]}, OutputError, "no folder"),
    "an output over the article": ([[NASEEM], ARTICLE], {"outputs": [ARTICLE]}, OutputError, "not be overwritten"),
    "a voice of nobody quoted": ([[NASEEM], ARTICLE], {"voices": {"Ada": SMALLMAN}}, OptionError, "nobody called"),
    "a voice in no file": ([[NASEEM], ARTICLE], {"voices": {"Sal Naseem": "no.wav"}}, RecordingError, r"no\.wav"),
    "a voice that is no sound": ([[NASEEM], ARTICLE], {"voices": {"Sal Naseem": ARTICLE}}, RecordingError, "article"),
    "a voice where none are told apart": (
        [[NASEEM], ARTICLE], {"voices": {"Sal Naseem": SMALLMAN}, "has_voices": False}, OptionError, "voices",
    ),
    "turns where no voices are told apart": (
        [[NASEEM], ARTICLE], {"has_voices": False, "outputs": "turns.rttm"}, OptionError, "--no-voices",
    ),
    "clips in no folder": ([[NASEEM], ARTICLE], {"clips": "none/clips"}, OutputError, "no folder"),
    "clips where a file is": ([[NASEEM], ARTICLE], {"clips": ARTICLE}, OutputError, "is a file"),
}  # fmt: skip


@pytest.mark.usefixtures("deaf")
@pytest.mark.parametrize("case", REFUSED)
def test_what_makes_no_sense_is_refused_before_anything_is_heard(case, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    arguments, more, error, sentence = REFUSED[case]
    with pytest.raises(error, match=sentence) as refused:
        align.check(*arguments, **more)

    assert str(refused.value).endswith(".")
    assert [path.name for path in tmp_path.iterdir() if path.name != "cache"] == []


def test_an_unknown_engine_is_refused_before_anything_is_heard():
    with pytest.raises(ModelError, match="no engine tube"):
        align.check(NASEEM, ARTICLE, models=align.Models(engine="tube", cache=False))


@pytest.mark.usefixtures("deaf")
def test_decisions_are_not_overwritten(tmp_path):
    decisions = tmp_path / "decisions.json"
    decisions.write_text('{"decisions": []}', encoding="utf-8")
    with pytest.raises(OutputError, match="not be overwritten"):
        align.check(NASEEM, ARTICLE, decisions=decisions, outputs=decisions)


@pytest.mark.usefixtures("deaf")
def test_transcribe_and_find_quotes_refuse_as_the_commands_do(tmp_path):
    with pytest.raises(OutputError, match=r"talk\.doc"):
        align.transcribe(NASEEM, outputs=tmp_path / "talk.doc")
    with pytest.raises(RecordingError, match=r"nowhere\.mp3"):
        align.transcribe("nowhere.mp3")
    with pytest.raises(OutputError, match=r"quotes\.srt"):
        align.find_quotes(ARTICLE, outputs=tmp_path / "quotes.srt")


@pytest.mark.usefixtures("recognizer")
def test_a_program_writes_the_command_line_s_bytes(tmp_path):
    flags = ["--style", "guardian", "--speaker", "naseem", "--fail-on", "critical", "--strict", "--language", "en"]
    done = CliRunner().invoke(app, ["check", str(NASEEM), str(ARTICLE), *flags, "-o", str(tmp_path / "line.json")])
    report = align.check(
        NASEEM, ARTICLE, style="guardian", speaker="naseem", fail_on=Severity.CRITICAL, strict=True, language="en",
        outputs=tmp_path / "program.json",
    )  # fmt: skip

    assert done.exit_code == 1, done.output
    assert report.settings == ReportSettings("guardian", "en", Severity.CRITICAL, True, "naseem")
    assert (tmp_path / "program.json").read_bytes() == (tmp_path / "line.json").read_bytes()


@pytest.mark.usefixtures("deaf")
def test_a_transcript_alone_gives_the_command_line_s_bytes(tmp_path, saved):
    CliRunner().invoke(app, ["check", str(ARTICLE), "--transcript", str(saved), "-o", str(tmp_path / "line.json")])
    report = align.check([], ARTICLE, transcripts=saved)
    report.write(tmp_path / "program.json")

    assert not report.is_heard
    assert {check.certainty for check in report.findings} == {Certainty.CHECK_BY_EAR}
    assert (tmp_path / "program.json").read_bytes() == (tmp_path / "line.json").read_bytes()


@pytest.mark.usefixtures("deaf")
def test_a_transcript_alone_is_in_the_language_that_is_said(saved):
    report = align.check([], ARTICLE, transcripts=saved, language="cy")

    assert [heard.language for heard in report.transcripts] == ["cy"]


def test_a_given_transcript_spares_hearing(recognizer, saved):
    report = align.check(NASEEM, ARTICLE, transcripts=saved)

    assert recognizer.heard == []
    assert report.is_heard
    assert any(edit.evidence is not None for check in report.checks for edit in check.edits)


@pytest.mark.usefixtures("recognizer")
def test_findings_come_worst_first_and_decisions_quiet_them(tmp_path):
    report = align.check([NASEEM, SMALLMAN], ARTICLE)
    (tmp_path / "decisions.json").write_bytes(_accept_all(report))
    ranks = [check.severity.rank for check in report.findings]

    assert ranks == sorted(ranks, reverse=True)
    assert len(ranks) > 1
    assert align.check([NASEEM, SMALLMAN], ARTICLE, decisions=tmp_path / "decisions.json").findings == ()


def _accept_all(report: Report) -> bytes:
    entries = [{"finding": fingerprint(report, one), "choice": "accept", "note": ""} for one in report.checks]
    return json.dumps({"decisions": entries}).encode()


@pytest.mark.usefixtures("recognizer")
def test_a_report_writes_itself_in_every_format_as_a_check_does(tmp_path):
    """The page with sound, from recordings that are opened again."""
    names = [f"report{ending}" for ending in REPORT_FORMATS]
    (tmp_path / "check").mkdir()
    outputs = [tmp_path / "check" / name for name in names]
    report = align.check(NASEEM, ARTICLE, outputs=outputs, clips=tmp_path / "check" / "clips")
    for name in names:
        report.write(tmp_path / name)
    report.write_clips(tmp_path / "clips")

    for name in (*names, *(path.relative_to(tmp_path / "check") for path in (tmp_path / "check/clips").iterdir())):
        assert (tmp_path / name).read_bytes() == (tmp_path / "check" / name).read_bytes()
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert page.count("data:audio/mpeg") >= len(list((tmp_path / "clips").iterdir())) > 1


@pytest.mark.usefixtures("recognizer")
def test_a_recording_that_has_changed_gives_no_sound(tmp_path):
    (tmp_path / "naseem.mp3").write_bytes(NASEEM.read_bytes())
    report = align.check(tmp_path / "naseem.mp3", ARTICLE)
    (tmp_path / "naseem.mp3").write_bytes(SMALLMAN.read_bytes())
    report.write(tmp_path / "report.json")

    with pytest.raises(RecordingError, match="has changed"):
        report.write(tmp_path / "report.html")
    assert not (tmp_path / "report.html").exists()


@pytest.mark.usefixtures("recognizer")
def test_a_report_does_not_overwrite_what_it_is_about(tmp_path, saved):
    article = tmp_path / "article.txt"
    article.write_bytes(ARTICLE.read_bytes())
    with pytest.raises(OutputError, match="not be overwritten"):
        align.check([], article, transcripts=saved).write(article)
    with pytest.raises(OptionError, match="Clips need sound"):
        align.check([], ARTICLE, transcripts=saved).write_clips(tmp_path / "clips")


@pytest.mark.usefixtures("recognizer")
def test_reports_of_the_same_are_equal_and_hash_alike():
    one, other = (align.check(SMALLMAN, ARTICLE) for _ in range(2))

    assert one == other
    assert hash(one) == hash(other)
    assert replace(one, checks=()) != one
    assert {field.name for field in fields(one)} == {field.name for field in fields(Report)} | {"inputs"}
    assert one.findings == findings(one)


def test_the_models_of_one_value_are_loaded_once(monkeypatch):
    loaded = []
    perfect = lbc_case.PerfectRecognizer()
    monkeypatch.setattr("align.speech.engines.load_recognizer", lambda *names: loaded.append(names[:2]) or perfect)
    models = align.Models("tiny.en", verifier="base")
    for recording in (NASEEM, SMALLMAN):
        align.check(recording, ARTICLE, models=models)

    assert loaded == [(DEFAULT_ENGINE, "tiny.en"), (DEFAULT_ENGINE, "base")]
    assert perfect.heard == [str(NASEEM), str(SMALLMAN)]


@pytest.mark.parametrize("is_cached", [True, False])
def test_a_cache_is_used_unless_it_is_not_wanted(tmp_path, monkeypatch, is_cached):
    monkeypatch.setenv("ALIGN_CACHE", str(tmp_path / "cache"))
    known = []
    monkeypatch.setattr("align.speech.engines.load_recognizer", lambda *names: known.append(names[2]))
    assert align.Models(cache=is_cached).recognizer is None
    known[0].put({"key": "value"})

    assert any((tmp_path / "cache").rglob("*")) is is_cached


class Notebook(Progress):
    """Writes down what it is told."""

    def __init__(self):
        self.told = []

    def transcribed(self, recording, seconds):
        """Write down what was transcribed."""
        self.told.append((Path(recording.path).stem, seconds / recording.duration))

    def checked(self, done, total):
        """Write down how many quotes were checked."""
        self.told.append((done, total))


@pytest.mark.usefixtures("recognizer")
def test_progress_is_told_of_every_stage():
    notebook = Notebook()
    align.check([NASEEM, SMALLMAN], ARTICLE, progress=notebook)

    assert notebook.told == [("naseem", 1.0), ("smallman", 1.0), *((done, 23) for done in range(1, 24))]


@pytest.mark.usefixtures("recognizer")
def test_an_article_s_quotes_and_a_recording_s_words_are_had_alone(tmp_path):
    article = align.read_article(ARTICLE)
    quotes = align.find_quotes(article, outputs=tmp_path / "quotes.json")
    heard = align.transcribe(NASEEM, outputs=[tmp_path / "heard.json", tmp_path / "heard.srt"])
    CliRunner().invoke(app, ["transcribe", str(NASEEM), "-o", str(tmp_path / "line.json")])

    assert quotes == align.find_quotes(ARTICLE)
    assert all(article.text[quote.chars.start : quote.chars.end] == quote.text for quote in quotes)
    assert heard.words == lbc_case.transcript("naseem").words
    assert (tmp_path / "heard.json").read_bytes() == (tmp_path / "line.json").read_bytes()


@pytest.mark.usefixtures("recognizer")
def test_the_page_plays_as_much_around_a_difference_as_its_clips_hold(tmp_path):
    align.check(SMALLMAN, ARTICLE, outputs=tmp_path / "report.html")

    assert f'data-padding="{PADDING}"' in (tmp_path / "report.html").read_text(encoding="utf-8")


def test_importing_it_loads_nothing_heavy():
    heavy = {"torch", "whisper", "numba", "numpy", "rapidfuzz", "rich", "jinja2", "align.pipeline", "align.speech"}
    code = f"import sys, align; loaded = {heavy} & set(sys.modules); sys.exit(f'loaded {{loaded}}' if loaded else 0)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr


def test_a_check_in_which_all_is_known_loads_no_model_and_no_reader_of_transcripts(tmp_path, monkeypatch):
    monkeypatch.setenv("ALIGN_CACHE", str(tmp_path))
    with open_recordings([str(SMALLMAN)], Opening(memory=align.Models().memory)):
        pass  # how the file is divided into voices is known now
    code = (
        "import sys, align; from align.speech import engines; from tests import lbc_case\n"
        "engines.load_recognizer = lambda *_: lbc_case.PerfectRecognizer()\n"
        f"align.check({str(SMALLMAN)!r}, {str(ARTICLE)!r}, has_voices=False)\n"
        "loaded = {'torch', 'whisper', 'numba', 'trafilatura', 'align.speech.transcripts'} & set(sys.modules)\n"
        "sys.exit(f'loaded {loaded}' if loaded else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=REPOSITORY)

    assert done.returncode == 0, done.stderr


def test_the_command_line_knows_no_stage():
    """It asks `api` for all that is read, heard and compared; only how results look on a terminal is its own."""
    sources = [source for source in read_sources("align") if source.module.startswith("align.cli")]
    known = {name for source in sources for name in imported_modules(source)}

    assert not {name for name in known if name.startswith(("align.article", "align.compare", "align.pipeline"))}


@pytest.mark.usefixtures("recognizer")
@pytest.mark.parametrize(
    ("more", "is_asked"),
    [({}, False), ({"speakers": True}, True), ({"outputs": "TURNS.RTTM"}, True), ({"outputs": "said.srt"}, False)],
)
def test_who_speaks_is_asked_where_nothing_would_be_written_without_it(more, is_asked, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    asked = []

    def tell(_: object, heard: tuple, *__: object) -> tuple:
        asked.append(heard)
        return tuple(replace(one, voices=(align.Voice("voice 1"),), turns=(align.Turn(0.5, 2.0, 0),)) for one in heard)

    monkeypatch.setattr("align.pipeline.tell_voices", tell)
    align.transcribe(NASEEM, **more)

    assert bool(asked) is is_asked
    if "RTTM" in more.get("outputs", ""):
        written = (tmp_path / "TURNS.RTTM").read_text(encoding="utf-8")
        assert written == "SPEAKER naseem 1 0.500 1.500 <NA> <NA> SPEAKER_00 <NA> <NA>\n"
