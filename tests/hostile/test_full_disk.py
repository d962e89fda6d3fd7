"""A disk that is full, a real one: what is there stays whole, a sentence says so, and after room is made it goes on.

The disk is a memory file system of a few pages, mounted where only the test's own processes see it.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import align
from tests.batches.desk import contents, write_desk
from tests.sources import REPOSITORY

pytestmark = pytest.mark.hostile

ALONE = ("unshare", "--user", "--map-root-user", "--mount", "sh", "-eu", "-c")
PAIRS = 12
ON_FULL_DISK = """
mount -t tmpfs -o size={size}k none disk
set +e
{command} 2> sentence
echo $? > status
set -e
cp -a disk full
mount -o remount,size=64m disk
{command} 2>> /dev/null
cp -a disk after
"""


@pytest.fixture
def on_full_disk(tmp_path):
    """Return a function that runs a command whose files are in `disk`: when that is full, and when it has room."""

    def run(size: int, command: str) -> tuple[int, str]:
        (tmp_path / "disk").mkdir()
        script = ON_FULL_DISK.format(size=size, command=command)
        environment = {**os.environ, "ALIGN_CACHE": str(tmp_path / "cache"), "PYTHONPATH": str(REPOSITORY)}
        subprocess.run([*ALONE, script], cwd=tmp_path, env=environment, check=True, stdout=subprocess.DEVNULL)
        return int((tmp_path / "status").read_text()), (tmp_path / "sentence").read_text()

    if subprocess.run([*ALONE, "mount -t tmpfs none /mnt"], check=False, capture_output=True).returncode:
        pytest.skip("this system lets nobody mount a disk of his own (unshare)")
    return run


def test_a_batch_goes_on_where_the_disk_was_full(tmp_path, on_full_disk):
    write_desk(tmp_path, PAIRS)
    status, sentence = on_full_disk(60, f"{sys.executable} -m align batch pairs.csv -q -o json --jobs 2 --out disk/out")
    first, last = (_dated(tmp_path / name / "out") for name in ("full", "after"))

    assert status == 2
    assert "cannot be written (No space left on device)" in sentence
    assert len(sentence.splitlines()) == 1
    assert 0 < len(first) < PAIRS == len(last)
    assert first.items() <= last.items()  # neither spoiled nor done again
    assert all(content.endswith(b"}\n") for content in contents(tmp_path / "after/out").values())
    assert not list((tmp_path / "after/out/.align/drafts").iterdir())


def _dated(out: Path) -> dict[str, int]:
    """Return when each of the pairs that are done was done."""
    return {record.name: record.stat().st_mtime_ns for record in (out / ".align/pairs").glob("*.json")}


ADD = """
import sys
from pathlib import Path
from align.archive.entries import Addition
from align.archive.index import TranscriptIndex
from align.errors import ArchiveError
from align.records import Model, Recording, Segment, Span, Transcript, Word
with TranscriptIndex(Path("disk/archive.sqlite"), is_written=True) as index:
    try:
        for number in range(len(index.entries()), 6):
            words = tuple(Word(f" {number} w{at} of it", at, at + 0.5) for at in range(2000))
            recording = Recording(f"{number}.mp3", f"{number:064x}", 2000.0)
            heard = Transcript(recording, "en", words, (Segment(0.0, 2000.0, Span(0, 2000)),))
            model = Model("whisper", "tiny", None)
            index.add([Addition(heard, model, f"{number:064x}", "/nowhere", {"is_timed": True})])
    except ArchiveError as error:
        sys.exit(str(error))
"""


def test_an_index_goes_on_where_the_disk_was_full(tmp_path, on_full_disk):
    (tmp_path / "add.py").write_text(ADD, encoding="utf-8")
    status, sentence = on_full_disk(400, f"{sys.executable} add.py")
    full, after = (align.Archive(tmp_path / name / "archive.sqlite") for name in ("full", "after"))

    assert status == 1
    assert "make room and do it again" in sentence
    assert 0 < len(full.list()) < 6 == len(after.list())
    assert full.check() == after.check() == ()
