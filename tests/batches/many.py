"""A batch as a desk has it: 200 articles on 40 clips of real speech, heard by `tiny.en`, undisturbed and disturbed.

    make many SPEECH=folder

With CLIPS=8 there are fewer, for a slow machine.
What is made of the recordings stays in the folder `many`, which is no part of the repository. Every run must end with
the same reports, byte for byte: that is checked here, and the times go into `docs/scale.md`.
"""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from align import Models, transcribe
from align.records import Interval
from align.speech.audio import open_audio
from align.speech.clip_export import clip_mp3
from tests.batches.desk import children, is_worker

CLIPS, ARTICLES = 40, 5
"""How many clips are cut, or fewer on a slow machine, and how many articles quote each of them."""

SECONDS = 10.0
QUOTE = 14  # words
MODEL = "tiny.en"


def make(speech: Path, folder: Path, clips: int = CLIPS) -> Path:
    """Return a manifest of articles that quote clips of the recordings, one in five with a word changed."""
    (folder / "in").mkdir(parents=True, exist_ok=True)
    manifest = folder / "in" / "pairs.csv"
    rows = ["article,recordings"]
    os.environ["ALIGN_CACHE"] = str(folder / "in" / "cache")
    models = Models(MODEL)
    for number, mp3 in enumerate(islice(_clips(speech), clips)):
        clip = manifest.with_name(f"clip{number}.mp3")
        clip.write_bytes(mp3)
        words = [word.text.strip() for word in transcribe(clip, models=models).words]
        for turn in range(ARTICLES):
            article = manifest.with_name(f"article{number}-{turn}.txt")
            article.write_text(_article(words, turn), encoding="utf-8")
            rows.append(f"{article.name},{clip.name}")
    manifest.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return manifest


def _clips(speech: Path) -> Iterator[bytes]:
    for recording in sorted(speech.glob("*/audio.*")):
        with open_audio(str(recording)) as audio:
            for at in range(int(audio.recording.duration // SECONDS)):
                yield clip_mp3(audio, Interval(at * SECONDS, (at + 1) * SECONDS))


def _article(words: Sequence[str], turn: int) -> str:
    quoted = [*words[turn : turn + QUOTE]]
    if turn == 1:
        quoted[len(quoted) // 2] = "perhaps"
    return f"The speaker stood up in the hall.\n\n“{' '.join(quoted)},” the speaker said, and sat down.\n"


def run(manifest: Path, out: Path, *more: str, end: Callable[[subprocess.Popen[bytes]], None], ends: int) -> float:
    """Run the batch, disturbed by `end` so many times before it is left in peace; return the seconds that it took.

    The first time it is disturbed when a part of its reports is there, the next time when two are, and so on.
    """
    command = [sys.executable, "-m", "align", "batch", str(manifest), "--out", str(out), "--model", MODEL, "-q"]
    environment = {**os.environ, "ALIGN_CACHE": str(out.with_suffix(".cache"))}
    pairs = len(manifest.read_text(encoding="utf-8").splitlines()) - 1
    began = time.monotonic()
    for number in range(ends + 1):
        process = subprocess.Popen([*command, "-o", "json", *more], env=environment, stdout=subprocess.DEVNULL)
        while number < ends and process.poll() is None and len(reports(out)) < (number + 1) * pairs // (ends + 1):
            time.sleep(0.02)
        if number < ends:
            end(process)
        process.wait()
    return time.monotonic() - began


def kill(process: subprocess.Popen[bytes]) -> None:
    """Kill the batch itself."""
    process.send_signal(signal.SIGKILL)


def kill_worker(process: subprocess.Popen[bytes]) -> None:
    """Kill one of its workers."""
    os.kill(next(filter(is_worker, children(process))), signal.SIGKILL)


def reports(out: Path) -> dict[str, bytes]:
    """Return the reports in a folder, by name."""
    return {path.name: path.read_bytes() for path in out.glob("article*.json")}


def told(out: Path) -> object:
    """Return what the summary says but for times."""
    summary = json.loads((out / "summary.json").read_text(encoding="utf-8"))
    for pair in summary["pairs"]:
        del pair["heard"], pair["checked"]
    return summary


RUNS: Sequence[tuple[str, Sequence[str], int, Callable[[subprocess.Popen[bytes]], None], int]] = [
    ("two processes", (), 2, kill, 0),
    ("two processes, killed five times", (), 2, kill, 5),
    ("one process", (), 1, kill, 0),
    ("Dask, one worker", ("--cluster", "local"), 1, kill, 0),
    ("Dask, two workers", ("--cluster", "local"), 2, kill, 0),
    ("Dask, two workers, one of them killed", ("--cluster", "local"), 2, kill_worker, 1),
]
"""What is done: its name, its options, how many processors and processes it has, and who is killed how often."""


def main() -> None:
    """Measure, and compare the bytes."""
    speech, folder, *clips = sys.argv[1:]
    manifest = make(Path(speech), Path(folder), *map(int, clips))
    expected = None
    for name, options, jobs, end, ends in RUNS:
        out = Path(folder) / name.replace(" ", "-").replace(",", "")
        os.sched_setaffinity(0, range(jobs))  # a thread for each process, without which the processor rounds otherwise
        more = ("--jobs", str(jobs), *options)
        seconds = run(manifest, out, *more, end=end, ends=ends)
        found = reports(out), told(out)
        expected = expected or found
        again = run(manifest, out, *more, end=end, ends=0)
        same = "the same bytes" if found == expected == (reports(out), told(out)) else "OTHER BYTES"
        row = f"{name}: {seconds:.1f} s, {len(found[0])} reports, {same}; again: {again:.1f} s"
        print(row, flush=True)  # noqa: T201 -- the figures


if __name__ == "__main__":
    main()
