"""The command line with a recognizer that hears what was spoken: files, statuses, and what goes where."""

import json
import signal
from dataclasses import replace
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from align.cli import app
from align.compare.styles import STYLES
from align.errors import AlignError
from align.records import Interval
from align.report import write_transcript
from align.speech.engines import DEFAULT_ENGINE, DEFAULT_MODEL, ENGINES
from tests import lbc_case
from tests.schema import VALIDATORS

ARTICLE = str(lbc_case.FOLDER / "article.txt")


@pytest.fixture
def heard(case_cache, tmp_path, monkeypatch):
    """Where a perfect transcript of each recording is saved; recordings are heard as perfectly."""
    monkeypatch.setattr("align.speech.engines.load_recognizer", lambda *_: lbc_case.PerfectRecognizer())
    for name in ("naseem", "smallman"):
        write_transcript(lbc_case.transcript(name), lbc_case.PerfectRecognizer.model, tmp_path / f"{name}.json")
    return tmp_path


def _check(heard: Path, name: str, *arguments: str):
    recording = str(lbc_case.FOLDER / f"{name}.mp3")
    return CliRunner().invoke(app, ["check", recording, ARTICLE, *arguments])


def test_a_faithful_article_passes(heard):
    done = _check(heard, "smallman")

    assert done.exit_code == 0, done.output
    assert "Mina Smallman" in done.stdout


def test_a_confirmed_finding_fails(heard):
    done = _check(heard, "naseem")

    assert done.exit_code == 1, done.output


@pytest.mark.parametrize(("more", "status"), [(("--fail-on", "critical"), 1), (("--fail-on", "none"), 0), ((), 1)])
def test_the_level_decides_about_the_status(heard, more, status):
    assert _check(heard, "naseem", *more).exit_code == status


def test_every_format_is_written_and_stdout_stays_empty(heard):
    files = [heard / f"report{extension}" for extension in (".json", ".srt", ".vtt", ".diff", ".txt")]
    done = _check(heard, "naseem", *(word for file in files for word in ("-o", str(file))))

    assert done.stdout == ""
    assert all(file.stat().st_size > 100 for file in files)


def test_the_same_command_twice_gives_the_same_bytes(heard):
    written = []
    for turn in ("first", "second"):
        for extension in (".json", ".srt", ".diff", ".txt"):
            _check(heard, "naseem", "-o", str(heard / f"{turn}{extension}"))
        written.append(
            [(heard / f"{turn}{extension}").read_bytes() for extension in (".json", ".srt", ".diff", ".txt")]
        )

    assert written[0] == written[1]


def test_the_json_follows_the_contract(heard):
    _check(heard, "naseem", "-o", str(heard / "report.json"))
    report = json.loads((heard / "report.json").read_text(encoding="utf-8"))

    assert list(report) == [
        "schema_version", "tool", "model", "settings", "article", "is_heard", "recordings", "quotes", "summary",
    ]  # fmt: skip
    VALIDATORS["report"].validate(report)
    text = Path(ARTICLE).read_text(encoding="utf-8")
    assert all(text[slice(*quote["chars"])] == quote["text"] for quote in report["quotes"])
    assert report["summary"]["quotes"] == len(report["quotes"]) == 23


def test_only_the_quotes_of_one_person_are_checked(heard):
    _check(heard, "naseem", "--speaker", "naseem", "-o", str(heard / "report.json"))
    report = json.loads((heard / "report.json").read_text(encoding="utf-8"))

    assert {quote["speaker"] for quote in report["quotes"] if quote["verdict"] != "unchecked"} == {"Sal Naseem"}


def test_quotes_lists_what_would_be_checked(heard):
    shown = CliRunner().invoke(app, ["quotes", ARTICLE])
    written = CliRunner().invoke(app, ["quotes", ARTICLE, "-o", str(heard / "quotes.json")])

    assert "23 quotations" in shown.stdout
    assert written.exit_code == 0
    document = json.loads((heard / "quotes.json").read_text(encoding="utf-8"))
    VALIDATORS["quotes"].validate(document)
    assert len(document["quotes"]) == 23


@pytest.mark.parametrize("extension", [".json", ".srt", ".vtt", ".txt"])
def test_a_transcript_is_written(heard, extension):
    recording = str(lbc_case.FOLDER / "smallman.mp3")
    done = CliRunner().invoke(app, ["transcribe", recording, "-o", str(heard / f"said{extension}")])

    assert done.exit_code == 0, done.output
    said = (heard / f"said{extension}").read_text(encoding="utf-8")
    assert "top of the tree" in said
    if extension == ".json":
        VALIDATORS["transcript"].validate(json.loads(said))


LOST = "2 s of its sound are missing."


@pytest.fixture
def damaged(heard, monkeypatch):
    """What is heard comes with a warning."""
    whole = lbc_case.PerfectRecognizer.transcribe
    monkeypatch.setattr(
        lbc_case.PerfectRecognizer, "transcribe", lambda *given: replace(whole(*given), warnings=(LOST,))
    )
    return heard


@pytest.mark.parametrize("more", [(), ("-q",), ("-o", "said.srt"), ("-o", "said.json", "-q")])
@pytest.mark.parametrize("command", ["transcribe", "check"])
def test_what_may_be_missing_is_said_whatever_is_written(damaged, monkeypatch, command, more):
    monkeypatch.chdir(damaged)
    recording = str(lbc_case.FOLDER / "smallman.mp3")
    done = CliRunner().invoke(app, [command, recording, *([ARTICLE] if command == "check" else []), *more])

    assert " ".join(done.output.split()).count(LOST) == 1


def test_the_cache_can_be_shown_and_pruned(heard):
    assert "entries" in CliRunner().invoke(app, ["cache"]).stdout
    assert "0 entries" in CliRunner().invoke(app, ["cache", "--prune", "0"]).stdout


@pytest.fixture
def alone(heard):
    """What a check of the article against a transcript without its recording gives, whatever else is asked for."""
    return lambda *more: CliRunner().invoke(app, ["check", ARTICLE, "--transcript", str(heard / "naseem.json"), *more])


def test_a_transcript_without_its_recording_confirms_nothing(heard, alone):
    files = [heard / f"report{extension}" for extension in (".json", ".txt", ".md", ".html")]
    done = alone(*(word for file in files for word in ("-o", str(file))))
    quotes = json.loads(files[0].read_text(encoding="utf-8"))["quotes"]

    assert done.exit_code == 0, done.output
    assert {quote["certainty"] for quote in quotes if quote["severity"] != "none"} == {"check_by_ear"}
    assert not any("audio does not" in cause for quote in quotes for cause in quote["causes"])
    for file in files[1:]:
        assert "nothing was heard" in " ".join(file.read_text(encoding="utf-8").split()), file
    assert "nothing was heard" in " ".join(alone().stdout.split())


def test_strict_fails_on_what_must_be_checked_by_ear(alone):
    assert alone("--fail-on", "critical").exit_code == 0
    assert alone("--fail-on", "critical", "--strict").exit_code == 1


@pytest.mark.parametrize("more", [("--clips", "folder"), ("--verifier", "small")])
def test_without_sound_nothing_can_be_cut_or_verified(alone, more):
    done = alone(*more)

    assert done.exit_code == 2
    assert "need sound" in done.stderr


def test_the_report_never_overwrites_the_transcript(heard, alone):
    done = alone("-o", str(heard / "naseem.json"))

    assert done.exit_code == 2
    assert "will not be overwritten" in done.stderr


def test_transcripts_and_recordings_must_be_as_many(heard):
    recording = str(lbc_case.FOLDER / "naseem.mp3")
    done = CliRunner().invoke(app, ["check", recording, recording, ARTICLE, "--transcript", str(heard / "naseem.json")])

    assert done.exit_code == 2
    assert "number (2 and 1)" in done.stderr


def test_help_names_every_style_and_engine_and_what_is_taken_without_a_flag():
    options = {option.name: option for option in typer.main.get_command(app).commands["check"].params}

    assert all(style in options["style"].help for style in STYLES)
    assert all(engine in options["engine"].help for engine in ENGINES)
    assert options["model"].show_default == DEFAULT_MODEL
    assert options["engine"].default == DEFAULT_ENGINE


UNFORESEEN = [
    *(
        IndexError("list index out of range"),
        KeyError("words"),
        RecursionError("too deep"),
        AssertionError(),
        EOFError(),
    ),
    *(
        SystemError("odd"),
        UnicodeEncodeError("ascii", "é", 0, 1, "no"),
        ZeroDivisionError("\x1b[2J\nline"),
        BaseException(),
    ),
]


def _fail(monkeypatch, error: BaseException, *more: str):
    def read(_: object) -> None:
        raise error

    monkeypatch.setattr("align.api.read_article", read)
    return CliRunner().invoke(app, ["quotes", ARTICLE, *more])


@pytest.mark.parametrize("error", UNFORESEEN, ids=lambda error: type(error).__name__)
def test_a_fault_of_the_program_is_a_sentence_and_never_a_finding(monkeypatch, error):
    done = _fail(monkeypatch, error)
    (line,) = done.stderr.splitlines()

    assert (done.exit_code, done.stdout) == (2, "")
    assert type(error).__name__ in line
    assert "--debug" in line
    assert line.isprintable()


@pytest.mark.parametrize("error", [*UNFORESEEN, AlignError("Foreseen.")], ids=lambda error: type(error).__name__)
def test_debug_shows_where_it_was(monkeypatch, error):
    done = _fail(monkeypatch, error, "--debug")

    assert done.exit_code == 2
    assert "Traceback" in done.stderr
    assert "api.read_article(article)" in done.stderr


@pytest.mark.parametrize(
    ("error", "status", "said"),
    [
        (KeyboardInterrupt(), 130, "Stopped"),
        (KeyboardInterrupt(signal.SIGTERM), 143, "Stopped"),
        (MemoryError(), 2, "memory"),
        (OSError(24, "Too many open files", "x.txt"), 2, "x.txt: Too many open files"),
        (AlignError("It is \x1b[31mred.\n"), 2, "align: It is [31mred.\n"),
    ],
)
def test_what_stops_a_run_is_told_in_a_line(monkeypatch, error, status, said):
    done = _fail(monkeypatch, error)

    assert done.exit_code == status
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_every_command_can_be_debugged():
    commands = typer.main.get_command(app).commands.values()

    assert [command.name for command in commands if "debug" not in {option.name for option in command.params}] == []


def test_what_could_not_be_made_out_is_said_beside_a_transcript(heard, monkeypatch):
    gaps = (Interval(3.0, 5.0), Interval(61.0, 64.0), Interval(70.0, 71.0))
    monkeypatch.setattr(
        lbc_case.PerfectRecognizer, "transcribe", lambda *_: replace(lbc_case.transcript("smallman"), unheard=gaps)
    )
    recording = str(lbc_case.FOLDER / "smallman.mp3")
    done = CliRunner().invoke(app, ["transcribe", recording, "-q", "-o", str(heard / "smallman.txt")])

    assert done.exit_code == 0
    assert "6 s of speech could not be made out, at 00:00:03 and in 2 other places." in done.stderr


REFUSED_VOICES = {
    "Sal Naseem": "names no voice",
    "=ada.wav": "names no voice",
    "Sal Naseem=": "names no voice",
    " = ": "names no voice",
    "Sal Naseem=none.wav": "none.wav",
    "Ada Okonjo=clip.wav": "nobody called 'Ada Okonjo'",
}


@pytest.mark.parametrize("given", REFUSED_VOICES)
def test_a_voice_that_makes_no_sense_is_refused_in_a_sentence(heard, given):
    done = _check(heard, "naseem", "--voice", given)

    assert done.exit_code == 2
    assert REFUSED_VOICES[given] in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert done.stderr.endswith(".\n")


def test_a_voice_is_told_once(heard):
    done = _check(heard, "naseem", "--voice", "Sal Naseem=a.wav", "--voice", "Sal Naseem = b.wav")

    assert (done.exit_code, done.stderr) == (2, "align: The voice of Sal Naseem is given twice: give one clip of it.\n")


def test_the_report_never_overwrites_the_clip_of_a_voice(heard):
    clip = heard / "clip.srt"
    clip.write_bytes((lbc_case.FOLDER / "naseem.mp3").read_bytes())
    done = _check(heard, "naseem", "--voice", f"Sal Naseem={clip}", "-o", str(clip))

    assert done.exit_code == 2
    assert "not be overwritten" in done.stderr
    assert clip.read_bytes() == (lbc_case.FOLDER / "naseem.mp3").read_bytes()


@pytest.fixture
def asked(heard, monkeypatch):
    """What the command line asks of `api.check` and `api.transcribe`, which then do nothing else."""
    calls: list[dict[str, object]] = []

    def take(*_: object, **options: object) -> None:
        calls.append(options)
        raise AlignError("That is enough.")

    monkeypatch.setattr("align.api.check", take)
    monkeypatch.setattr("align.api.transcribe", take)
    return calls


@pytest.mark.parametrize(
    ("more", "voices", "has_voices"),
    [
        ([], {}, True),
        (["--no-voices"], {}, False),
        (["--voice", "Ada=a.wav", "--voice", "Tom Reeve=b=c.wav"], {"Ada": "a.wav", "Tom Reeve": "b=c.wav"}, True),
    ],
)
def test_what_is_known_of_voices_is_handed_on(heard, asked, more, voices, has_voices):
    _check(heard, "naseem", *more)

    assert (asked[0]["voices"], asked[0]["has_voices"]) == (voices, has_voices)


@pytest.mark.parametrize("more", [[], ["--speakers"]])
def test_speakers_are_asked_for(asked, more):
    CliRunner().invoke(app, ["transcribe", "a.mp3", *more])

    assert asked[0]["speakers"] is bool(more)
