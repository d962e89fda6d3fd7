"""An index that is damaged, killed, full, shared, another's; and words that are full-text syntax, or none."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

import align
from align.archive.index import TranscriptIndex
from align.errors import AlignError, ArchiveError
from tests.archive.conftest import addition
from tests.archive.corpus import hour, sentences

pytestmark = pytest.mark.hostile

ROOT = Path(__file__).parents[2]
WORDS = "On the other hand, it is this feature which"


def said_in(file, start=4000):
    with TranscriptIndex(file) as index:
        words = index.whole(index.entries()[0]).transcript.words[start : start + 14]
    return "".join(word.text for word in words)


def outcome(use):
    """What comes of it: what is returned, or a sentence."""
    try:
        return use()
    except AlignError as error:
        return str(error)


def is_right_or_told(told, right):
    """Whether a search gave what it gave before the damage, or a sentence."""
    return told.endswith(".") if isinstance(told, str) else told[:1] == right[:1]


def found(file, words):
    return [
        (match.recording.path, match.start, match.check.verdict) for match in align.Archive(file).find(words).matches
    ]


@pytest.mark.parametrize(
    "words",
    [
        '"', '""', 'a"b', "'; DROP TABLE recording; --", "NEAR(nobody council, 5)", "terms:nobody", "-nobody",
        "nobody*", "^nobody", "nobody AND council", "NOT", "nobody OR", "(", "{terms} : nobody", "nobody\0council",
        "\x1b[31mnobody", "\u202enobody", "nobody " * 2000, "𝕟𝕠𝕓𝕠𝕕𝕪", "\ud800 nobody", "%", "* * *", "f*** s**t",
        "[sic] [...]", "<b>nobody</b>", "…", "1" * 5000, "’’’ a", "nobody" * 3000,
    ],
)  # fmt: skip
def test_whatever_is_looked_for_is_words(hours, words):
    """Found, not found, or refused in a sentence; the file is as it was."""
    before = Path(hours).read_bytes()
    told = outcome(lambda: align.Archive(hours).find(words))
    if isinstance(told, str):
        assert told.endswith(".")
        assert "damaged" not in told
    assert Path(hours).read_bytes() == before


def test_a_million_characters_are_refused_at_once(hours):
    began = time.process_time()
    with pytest.raises(AlignError, match="characters"):
        align.Archive(hours).find("nobody wanted it " * 60_000)

    assert time.process_time() - began < 2


@pytest.mark.parametrize("speaker", ["' OR 1=1 --", '"', "%", "_", "*", "(?:", "\0", "x" * 100_000])
def test_a_speaker_is_a_name(hours, speaker):
    assert align.Archive(hours).find(WORDS, speaker=speaker).matches == ()


def test_a_damaged_index_gives_what_it_gave_or_a_sentence(hours, tmp_path):
    """Bytes are changed all over the file, one in each copy; most hold words of other passages."""
    words, random = said_in(hours), Random(3)  # noqa: S311  (drawing examples, not secrets)
    right = found(hours, words)
    assert right
    whole, told = Path(hours).read_bytes(), 0
    for number in range(60):
        damaged = bytearray(whole)
        damaged[random.randrange(len(damaged))] ^= 1 << random.randrange(8)
        copy = tmp_path / f"{number}.sqlite"
        copy.write_bytes(damaged)
        searched = outcome(lambda copy=copy: found(copy, words))
        assert is_right_or_told(searched, right)
        told += isinstance(searched, str)
    assert told < 60


@pytest.mark.parametrize("content", [b"\0", b"\xff", b"random"])
def test_a_damaged_page_is_told(hours, tmp_path, content):
    """A page of each kind of content is spoiled; `check` says so, and a search is right or refused."""
    words = said_in(hours)
    right = found(hours, words)
    whole = Path(hours).read_bytes()
    pages = len(whole) // 4096
    spoiled = {"random": Random(1).randbytes(4096)}.get(content.decode("latin-1"), content * 4096)  # noqa: S311
    for number in range(1, pages, max(1, pages // 12)):
        copy = tmp_path / f"{number}.sqlite"
        copy.write_bytes(whole[: 4096 * number] + spoiled + whole[4096 * (number + 1) :])
        assert align.Archive(copy).check()
        assert is_right_or_told(outcome(lambda copy=copy: found(copy, words)), right)


@pytest.mark.parametrize("length", [0, 1, 100, 4096, 50_000])
def test_a_file_that_was_cut_off_is_told(hours, tmp_path, length):
    (tmp_path / "cut").write_bytes(Path(hours).read_bytes()[:length])
    with pytest.raises(ArchiveError):
        align.Archive(tmp_path / "cut").find(WORDS)


def test_the_file_of_a_newer_version_is_left_alone(hours, tmp_path):
    newer = shutil.copy(hours, tmp_path / "newer.sqlite")
    with sqlite3.connect(newer) as database:
        database.execute("PRAGMA user_version = 99")
    database.close()
    before = newer.read_bytes()
    for use in (lambda: align.Archive(newer).find(WORDS), lambda: align.Archive(newer).add(["a.srt"])):
        with pytest.raises(ArchiveError, match="newer version"):
            use()
    assert newer.read_bytes() == before


@pytest.mark.parametrize("kind", ["text", "another program's", "folder"])
def test_what_is_no_index_is_left_alone(tmp_path, kind):
    file = tmp_path / "file"
    if kind == "text":
        file.write_text("Dear diary, " * 1000)
    elif kind == "folder":
        file.mkdir()
    else:
        with sqlite3.connect(file) as database:
            database.execute("CREATE TABLE diary (day TEXT)")
        database.close()
    before = file.read_bytes() if file.is_file() else b""
    for use in (lambda: align.Archive(file).find(WORDS), lambda: align.Archive(file).add(["a.srt"])):
        with pytest.raises(ArchiveError):
            use()
    assert (file.read_bytes() if file.is_file() else b"") == before


def test_an_index_that_may_only_be_read_is_read(hours, tmp_path):
    folder = tmp_path / "still"
    folder.mkdir()
    file = Path(shutil.copy(hours, folder / "archive.sqlite"))
    words = said_in(file)
    file.chmod(0o400)
    folder.chmod(0o500)
    try:
        assert found(file, words)
        if os.geteuid():
            with pytest.raises(ArchiveError, match="only be read"):
                align.Archive(file).remove([align.Archive(file).list()[0].path])
    finally:
        folder.chmod(0o700)


ADD = """
import sys
from pathlib import Path
from align.archive.index import TranscriptIndex
from tests.archive.conftest import addition
from tests.archive.corpus import hour, sentences
with TranscriptIndex(Path(sys.argv[1]), is_written=True) as index:
    for number in range(int(sys.argv[2]), int(sys.argv[3])):
        index.add([addition(hour(3, number, sentences()))])
        print(number, flush=True)
"""


def start(file, first, last):
    return subprocess.Popen(
        [sys.executable, "-c", ADD, str(file), str(first), str(last)], stdout=subprocess.PIPE, text=True, cwd=ROOT
    )


def test_who_is_killed_loses_only_what_was_not_yet_in(tmp_path):
    file, there = tmp_path / "archive.sqlite", 0
    for kill in range(3):
        adding = start(file, there, 100)
        adding.stdout.readline()
        time.sleep(0.05 + 0.11 * kill)
        adding.send_signal(signal.SIGKILL)
        told = 1 + len(adding.stdout.read().split())
        adding.wait()
        listed = len(align.Archive(file).list())
        assert listed >= there + told
        adding.stdout.close()
        there = listed
    assert align.Archive(file).check() == ()
    assert found(file, said_in(file))


def test_two_may_write_at_once(tmp_path):
    file = tmp_path / "archive.sqlite"
    both = [start(file, 0, 3), start(file, 3, 6)]
    assert [one.wait(timeout=300) for one in both] == [0, 0]
    for one in both:
        one.stdout.close()

    assert len(align.Archive(file).list()) == 6
    assert align.Archive(file).check() == ()


FULL = """
import resource, sys
from pathlib import Path
from align.archive.index import TranscriptIndex
from align.errors import ArchiveError
from tests.archive.conftest import addition
from tests.archive.corpus import hour, sentences
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
with TranscriptIndex(Path(sys.argv[1]), is_written=True) as index:
    try:
        for number in range(50):
            index.add([addition(hour(3, number, sentences()))])
    except ArchiveError as error:
        sys.exit(str(error))
"""


def test_a_full_disk_loses_nothing_that_was_in(tmp_path):
    file = tmp_path / "archive.sqlite"
    run = [sys.executable, "-c", FULL, str(file), "700000"]
    done = subprocess.run(run, capture_output=True, text=True, cwd=ROOT, check=False)

    assert "room" in done.stderr
    assert done.stderr.strip().endswith(".")
    assert align.Archive(file).list()
    assert align.Archive(file).check() == ()
    with TranscriptIndex(file, is_written=True) as index:
        index.add([addition(hour(3, 77, sentences()))])
    assert align.Archive(file).check() == ()
