"""A desk's folder for tests: articles on the LBC case, transcripts of it, a manifest; and work that is done here."""

import csv
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from align.report import write_transcript
from tests import lbc_case

NAMES = ("naseem", "smallman", "javid")
ARTICLE = (lbc_case.FOLDER / "article.txt").read_bytes()
SHORT = "“{} I have to say that there is something fundamentally wrong,” Mina Smallman said.\n"
"""An article that is quickly compared; what stands in it tells it from others."""


def write_transcripts(folder: Path) -> None:
    """Write what was said in the recordings of the case."""
    for name in NAMES:
        write_transcript(lbc_case.transcript(name), lbc_case.PerfectRecognizer.model, folder / f"{name}.json")


def write_manifest(folder: Path, rows: Sequence[Mapping[str, str]], name: str = "pairs.csv") -> Path:
    """Write a manifest with these rows."""
    columns = list(dict.fromkeys(column for row in rows for column in row))
    with (folder / name).open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, columns)
        table.writeheader()
        table.writerows(rows)
    return folder / name


def write_desk(folder: Path, count: int) -> Path:
    """Write so many articles, each to be compared with one of the transcripts, and their manifest."""
    folder.mkdir(exist_ok=True)
    write_transcripts(folder)
    rows = []
    for number in range(count):
        (folder / f"a{number}.txt").write_text(SHORT.format(f"{number}:"), encoding="utf-8")
        rows.append({"article": f"a{number}.txt", "transcript": f"{NAMES[number % len(NAMES)]}.json"})
    return write_manifest(folder, rows)


@contextmanager
def in_this_process(_: object) -> Iterator[Executor]:
    """Stand in for the processes of a batch: one thread, so that a test can see into it."""
    with ThreadPoolExecutor(1) as executor:
        yield executor


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file of a batch that a reader looks at, but for its log and summary, which tell times."""
    files = [path for path in folder.iterdir() if path.is_file()]
    return {path.name: path.read_bytes() for path in files if not path.name.startswith(("summary", "batch.log"))}


def children(process: subprocess.Popen[bytes]) -> list[int]:
    """Return the processes that any of its threads started."""
    told = Path(f"/proc/{process.pid}/task").glob("*/children")
    return [int(word) for file in told for word in file.read_text().split()]


def is_worker(pid: int) -> bool:
    """Whether a process was started to compute."""
    return b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes()
