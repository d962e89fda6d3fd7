"""A batch as a desk has it: 200 articles on 40 clips of real speech, heard by `tiny.en`, undisturbed and disturbed.

    make many SPEECH=folder

With CLIPS=8 there are fewer, for a slow machine.
What is made of the recordings stays in the folder `many`, which is no part of the repository. Every run must end with
the same reports, byte for byte: that is checked here, and the times go into `docs/scale.md`.
"""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from align import Models, transcribe
from align.records import Interval
from align.speech.audio import open_audio
from align.speech.clip_export import clip_mp3

CLIPS, ARTICLES = 40, 5
"""How many clips are cut, or fewer on a slow machine, and how many articles quote each of them."""

SECONDS = 10.0
QUOTE = 14  # words
KILLS = 5
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


def run(manifest: Path, out: Path, *more: str, kills: int = 0, seed: int = 0) -> float:
    """Run the batch, killed so many times before it is left in peace; return how long that took, in seconds."""
    command = [sys.executable, "-m", "align", "batch", str(manifest), "--out", str(out), "--model", MODEL, "-q"]
    environment = {**os.environ, "ALIGN_CACHE": str(out.with_suffix(".cache"))}
    chance = random.Random(seed)  # noqa: S311 -- when to kill
    began = time.monotonic()
    for _ in range(kills):
        process = subprocess.Popen([*command, "-o", "json", *more], env=environment, stdout=subprocess.DEVNULL)
        time.sleep(chance.uniform(5, 25))
        process.send_signal(signal.SIGKILL)
        process.wait()
    subprocess.run([*command, "-o", "json", *more], env=environment, stdout=subprocess.DEVNULL, check=False)
    return time.monotonic() - began


def reports(out: Path) -> dict[str, bytes]:
    """Return the reports in a folder, by name, and what the summary says but for times."""
    found = {path.name: path.read_bytes() for path in out.glob("*.json") if path.name != "summary.json"}
    summary = json.loads((out / "summary.json").read_text(encoding="utf-8"))
    for pair in summary["pairs"]:
        del pair["heard"], pair["checked"]
    return found | {"summary": json.dumps(summary).encode()}


def main() -> None:
    """Measure, and compare the bytes."""
    speech, folder, *clips = sys.argv[1:]
    manifest = make(Path(speech), Path(folder), *map(int, clips))
    expected = None
    for name, more, kills in [
        ("one process", ["--jobs", "1"], 0),
        ("two processes", ["--jobs", "2"], 0),
        ("two processes, killed five times", ["--jobs", "2"], KILLS),
        ("Dask, one worker", ["--cluster", "local", "--jobs", "1"], 0),
        ("Dask, two workers", ["--cluster", "local", "--jobs", "2"], 0),
    ]:
        out = Path(folder) / name.replace(" ", "-").replace(",", "")
        seconds = run(manifest, out, *more, kills=kills)
        found = reports(out)
        expected = expected or found
        again = run(manifest, out, *more)
        same = "the same bytes" if found == expected == reports(out) else "OTHER BYTES"
        row = f"{name}: {seconds:.1f} s, {len(found) - 1} reports, {same}; again: {again:.1f} s"
        print(row, flush=True)  # noqa: T201 -- the figures


if __name__ == "__main__":
    main()
