"""What is no ordinary file, or far too large, is a sentence at once: nothing hangs, and memory does not fill up."""

import os
import resource
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests import lbc_case

pytestmark = pytest.mark.hostile

QUICK = 60.0
"""Seconds, most of them for a machine that is busy; a hang lasts for ever."""

MEMORY = 3_000_000_000
"""Bytes of address space, of which the program itself needs most."""

ROLES = {
    "article .txt": (".txt", ["quotes", "{}"]),
    "article .pdf": (".pdf", ["quotes", "{}"]),
    "transcript .json": (".json", ["check", "article.txt", "--transcript", "{}"]),
    "decisions": (".json", ["check", "talk.mp3", "article.txt", "--decisions", "{}"]),
    "model": (".pt", ["check", "talk.mp3", "article.txt", "--model", "{}"]),
    "verifier": (".pt", ["check", "talk.mp3", "article.txt", "--verifier", "{}"]),
    "manifest": (".csv", ["batch", "{}", "--out", "out"]),
    "index": (".sqlite", ["find", "nobody wanted it", "--index", "{}"]),
}
"""What a file may be given as: its ending, and the command."""


def _fifo(path: Path) -> None:
    os.mkfifo(path)


def _zero(path: Path) -> None:
    path.symlink_to("/dev/zero")


def _stdin(path: Path) -> None:
    path.symlink_to("/dev/stdin")


def _terminal(path: Path) -> None:
    path.symlink_to("/dev/tty")


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as one:
        os.chdir(path.parent)  # a socket's address may have 107 bytes
        one.bind(path.name)


def _sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(4_000_000_000_000)


def _loop(path: Path) -> None:
    path.symlink_to(path)


KINDS = [_fifo, _zero, _stdin, _terminal, _socket, _sparse, _loop, Path.mkdir]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "talk.mp3").write_bytes((lbc_case.FOLDER / "smallman.mp3").read_bytes())
    (tmp_path / "article.txt").write_bytes((lbc_case.FOLDER / "article.txt").read_bytes())
    return tmp_path


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def _run(folder: Path, *arguments: str, stdin=subprocess.DEVNULL) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "align", *arguments],
        cwd=folder, env={**os.environ, "ALIGN_CACHE": str(folder / "cache")}, stdin=stdin,
        capture_output=True, text=True, check=False, timeout=QUICK, preexec_fn=_limit,
    )  # fmt: skip


@pytest.mark.parametrize("make", KINDS, ids=lambda make: make.__name__.strip("_"))
@pytest.mark.parametrize("role", ROLES)
def test_what_is_no_ordinary_file_is_a_sentence(folder, role, make):
    ending, command = ROLES[role]
    make(folder / f"odd{ending}")
    done = _run(folder, *(word.format(f"odd{ending}") for word in command))

    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1, done.stderr
    assert f"odd{ending}" in done.stderr


@pytest.mark.parametrize(
    "make", [make for make in KINDS if make is not _sparse], ids=lambda make: make.__name__.strip("_")
)
def test_what_is_no_ordinary_file_keeps_nothing_else_out_of_an_index(folder, make):
    make(folder / "odd.srt")
    (folder / "talk.srt").write_text("1\n00:00:01,000 --> 00:00:03,000\nNobody wanted it in the end.\n")
    done = _run(folder, "index", "odd.srt", "talk.srt", "--index", "archive.sqlite")

    assert done.returncode == 2
    assert [line for line in done.stderr.splitlines() if "odd.srt" in line]
    assert "talk.srt" in _run(folder, "index", "--list", "--index", "archive.sqlite").stdout


def test_text_without_an_end_keeps_nothing_else_out_of_an_index(folder):
    with (folder / "endless.srt").open("wb") as file:
        file.write(b"1\n00:00:01,000 --> 00:00:03,000\nNobody wanted it.\n" * 200)
        file.truncate(4_000_000_000_000)
    done = _run(folder, "index", "endless.srt", "--index", "archive.sqlite")

    assert done.returncode == 2
    assert "endless.srt cannot be read: it is larger than 100 MB." in done.stderr


def test_standard_input_without_an_end_is_a_sentence(folder):
    with Path("/dev/zero").open("rb") as zero:
        done = _run(folder, "quotes", "-", stdin=zero)

    assert done.returncode == 2
    assert done.stderr == "align: Standard input holds more than 10 MB: give one article.\n"


def test_a_packed_article_of_any_length_is_a_sentence(folder):
    """A Word file unpacks to far more than it weighs."""
    from tests.article.test_docx import paragraph, run, word

    (folder / "long.docx").write_bytes(word(*[paragraph(run("word " * 20_000))] * 110))
    done = _run(folder, "quotes", "long.docx")

    assert done.returncode == 2
    assert done.stderr == "align: long.docx holds more than 10 million characters: give one article.\n"
