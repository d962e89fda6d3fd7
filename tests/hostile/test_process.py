"""Streams, signals, names and surroundings of any kind: a true status, a sentence at most, and never a traceback."""

import json
import os
import resource
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from align import api
from align.errors import AlignError, OptionError
from align.report import write_transcript
from tests import lbc_case

pytestmark = pytest.mark.hostile

CHECK = ("check", "article.txt", "--transcript", "smallman.json")
WAITING = """
import sys, time
from align import api, cli
def wait(*_, **__):
    print("waiting", flush=True)
    time.sleep(60)
api.read_article = wait
sys.argv = ["align", "quotes", "article.txt", "-o", "quotes.json"]
cli.main()
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "article.txt").write_bytes((lbc_case.FOLDER / "article.txt").read_bytes())
    write_transcript(lbc_case.transcript("smallman"), lbc_case.PerfectRecognizer.model, tmp_path / "smallman.json")
    return tmp_path


def _align(folder: Path, *arguments: object, redirect: str = "", **more: str) -> subprocess.CompletedProcess[str]:
    """Run the command, its streams redirected as a shell does it."""
    environment = {**os.environ, "ALIGN_CACHE": str(folder / "cache"), **more}
    command = ["sh", "-c", f'exec "$@" {redirect}', "sh", sys.executable, "-m", "align", *map(os.fsencode, arguments)]
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, check=False, encoding="utf-8", timeout=120
    )


@pytest.mark.parametrize("redirect", ["0<&-", "2>&-", "0<&- 2>&-", "2>/dev/full", "</dev/zero"])
def test_streams_that_are_not_needed_may_be_closed(folder, redirect):
    done = _align(folder, *CHECK, redirect=redirect)

    assert (done.returncode, done.stderr) == (0, "")
    assert "in 23 quotes" in done.stdout


@pytest.mark.parametrize(
    ("redirect", "said"), [("1>&-", "closed"), (">/dev/full", "No space left"), ("0<&- 1>&-", "closed")]
)
@pytest.mark.parametrize("command", [CHECK, ("quotes", "article.txt"), ("cache",)])
def test_a_report_that_cannot_be_shown_is_a_sentence(folder, redirect, said, command):
    done = _align(folder, *command, redirect=redirect)

    assert done.returncode == 2
    assert done.stderr.startswith("align: Standard output ")
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("redirect", ["0<&- 1>&- 2>&-", ">/dev/full 2>/dev/full"])
def test_a_failure_that_cannot_be_told_is_a_status(folder, redirect):
    done = _align(folder, *CHECK, redirect=redirect)

    assert (done.returncode, done.stderr) == (2, "")


def test_files_are_written_without_any_stream(folder):
    done = _align(folder, *CHECK, "-o", "report.json", redirect="0<&- 1>&- 2>&-")

    assert done.returncode == 0
    assert json.loads((folder / "report.json").read_text(encoding="utf-8"))["summary"]["quotes"] == 23


@pytest.mark.parametrize("command", [CHECK, ("quotes", "article.txt"), ("--help",), ("check", "--help")])
def test_who_stops_reading_is_no_fault(folder, command):
    """The report is longer than a pipe holds, or its reader is gone before it comes."""
    arguments = " ".join(command)
    shell = f"({sys.executable} -m align {arguments}; echo $? >status) | true"
    done = subprocess.run(["sh", "-c", shell], cwd=folder, capture_output=True, text=True, check=False)

    assert done.stderr == ""
    assert (folder / "status").read_text(encoding="ascii") in ("0\n", "2\n" if "--help" in command else "")


def test_progress_that_nobody_reads_is_no_fault(folder):
    """Standard error is a pipe whose reader is gone; the report comes all the same."""
    shell = f"({sys.executable} -m align {' '.join(CHECK)} -o report.json 2>&1 >/dev/null; echo $? >status) | true"
    subprocess.run(["sh", "-c", shell], cwd=folder, check=False)

    assert (folder / "status").read_text(encoding="ascii") == "0\n"
    assert (folder / "report.json").is_file()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_it_with_a_line(folder, number):
    run = subprocess.Popen(
        [sys.executable, "-c", WAITING], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert run.stdout
    assert run.stdout.readline() == "waiting\n"
    time.sleep(0.1)
    run.send_signal(number)
    _, said = run.communicate(timeout=30)

    assert run.returncode == 128 + number
    assert said == "align: Stopped before it was done.\n"
    assert sorted(path.name for path in folder.iterdir()) == ["article.txt", "smallman.json"]


NAMES = [
    *(
        "[bold]x[/bold]",
        "[/]",
        "[red",
        "{x}",
        "%s",
        "a\x1b[2Jb",
        "a\nb",
        "a\u202eb",
        "a\u2028b",
        "-",
        "--help",
        "é“日本”",
    ),
    *(
        "x" * 250,
        "\udcff\udc80",
        " ",
        "a'b\"c",
        "$(touch bad)",
        "`touch bad`",
        ";touch bad",
        "&",
        "|",
        "*",
        "~",
        "\u200b",
    ),
]


@pytest.mark.parametrize("name", NAMES, ids=lambda name: repr(name)[:20])
def test_any_name_is_read_and_written(folder, name):
    (folder / f"{name}.txt").parent.mkdir(exist_ok=True)
    (folder / f"{name}.txt").write_bytes((folder / "article.txt").read_bytes())
    (folder / f"{name}.srt").write_text("1\n00:00:01,000 --> 00:00:02,000\nHe may not come.\n", encoding="utf-8")
    output = f"./{name}.json"
    done = _align(folder, "check", f"./{name}.txt", "--transcript", f"./{name}.srt", "-o", output)

    assert done.returncode == 0, done.stderr
    assert json.loads((folder / output).read_text(encoding="utf-8"))["article"]["path"] == f"./{name}.txt"
    assert all(line.isprintable() for line in done.stderr.splitlines())
    assert not (folder / "bad").exists()


@pytest.mark.parametrize("name", ["\udcff" * 300, "a/" * 3000], ids=["long", "deep"])
@pytest.mark.parametrize(
    "command",
    [
        ("quotes", "{}.txt"),
        ("quotes", "article.txt", "-o", "{}.json"),
        ("check", "article.txt", "--transcript", "{}.json"),
        (*CHECK, "-o", "{}.json"),
        (*CHECK, "--decisions", "{}.json"),
    ],
)  # fmt: skip
def test_a_name_that_no_file_can_have_is_a_sentence(folder, name, command):
    done = _align(folder, *(word.format(name) for word in command))

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("align: ")
    assert len(done.stderr.splitlines()) == 1


SURROUNDINGS = {
    "an ASCII locale": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"},
    "an unknown locale": {"LC_ALL": "xx_YY", "PYTHONUTF8": "0"},
    "a Latin-1 terminal": {"PYTHONIOENCODING": "latin-1"},
    "a dumb terminal": {"TERM": "dumb"},
    "one column": {"COLUMNS": "1"},
    "ten columns": {"COLUMNS": "10"},
    "no number of columns": {"COLUMNS": "many", "LINES": "-1"},
    "no home": {"HOME": ""},
    "a home that is not there": {"HOME": "/nonexistent", "ALIGN_CACHE": ""},
    "a cache in a file": {"ALIGN_CACHE": "/dev/null"},
    "a cache in a device": {"ALIGN_CACHE": "/proc/1"},
    "no folder for temporary files": {"TMPDIR": "/nonexistent"},
}


@pytest.mark.parametrize("what", SURROUNDINGS)
def test_it_works_in(folder, what):
    done = _align(folder, *CHECK, **SURROUNDINGS[what])

    assert (done.returncode, done.stderr) == (0, "")
    assert "finding" in "".join(done.stdout.split())


def test_a_working_folder_that_is_gone_is_no_fault_or_a_sentence(folder):
    (folder / "gone").mkdir()
    files = f"check {folder}/article.txt --transcript {folder}/smallman.json"
    for output, status in ((f"{folder}/report.json", 0), ("report.json", 2)):
        (folder / "gone").mkdir(exist_ok=True)
        shell = f"cd gone; rmdir ../gone; exec {sys.executable} -m align {files} -o {output}"
        done = subprocess.run(["sh", "-c", shell], cwd=folder, capture_output=True, text=True, check=False)
        assert done.returncode == status
        assert "Traceback" not in done.stderr
        assert done.stderr.startswith("align: ") == bool(status)


@pytest.mark.parametrize("files", [7, 8, 9, 10, 12, 16, 20])
def test_few_open_files_are_enough_or_a_sentence(folder, files):
    done = subprocess.run(
        [sys.executable, "-m", "align", *CHECK], cwd=folder, capture_output=True, text=True, check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (files, files)),
        env={**os.environ, "ALIGN_CACHE": str(folder / "cache")},
    )  # fmt: skip

    assert done.returncode in (0, 2)
    assert "Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) == (done.returncode == 2)


@pytest.mark.parametrize("number", [1e300, -1e300, float("nan"), float("inf"), 10**400, "1e300", None, [], True])
@pytest.mark.parametrize("place", ["start", "end", "probability"])
def test_any_number_in_a_transcript_is_read_or_refused(folder, number, place):
    document = json.loads((folder / "smallman.json").read_text(encoding="utf-8"))
    for word in document["segments"][0]["words"][3:6]:
        word[place] = number
    (folder / "odd.json").write_text(json.dumps(document), encoding="utf-8")
    with suppress(AlignError):
        report = api.check([], folder / "article.txt", transcripts=folder / "odd.json")
        for ending in (".json", ".html", ".edl", ".srt"):
            report.write(folder / f"report{ending}")


@pytest.mark.parametrize("entry", [{}, 1e300, None, [], {"finding": 1e300, "choice": "accept", "note": float("nan")}])
def test_any_value_among_decisions_is_read_or_refused(folder, entry):
    (folder / "odd.json").write_text(json.dumps({"decisions": [entry]}), encoding="utf-8")
    with suppress(OptionError):
        api.read_decisions(folder / "odd.json")
