"""Every reader that takes a file from outside, with good files to begin from, and what becomes of what was read."""

import hashlib
import json
import struct
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
ARTICLES = ROOT / "tests" / "data" / "articles"
OWN = Path(__file__).parent / "data"
CASE = ROOT / "fixtures" / "lbc"


@dataclass(frozen=True)
class FuzzedReader:
    """What reads a file and goes on with it as the program does; `seeds` makes its good files in a folder.

    `memory` are the bytes that it may take beside what it has when it begins, `seconds` those of the processor.
    """

    seeds: Callable[[Path], Sequence[Path]]
    read: Callable[[Path], None]
    seconds: float = 10.0
    memory: int = 1 << 30


def _files(folder: Path, *endings: str) -> Callable[[Path], Sequence[Path]]:
    return lambda _: sorted(path for path in folder.glob("*") if path.name.endswith(endings))


def _read_article(path: Path) -> None:
    from align.api import find_quotes, read_article
    from align.report.formats.json_report import render_quotes
    from align.report.formats.quote_list import render_quotes as render_list

    article = read_article(path)
    quotes = find_quotes(article)
    render_list(article, quotes)
    json.loads(render_quotes(article, quotes))


def _marks(folder: Path) -> Sequence[Path]:
    """Write the articles of the quotation tests, a file each."""
    lines = (ROOT / "tests" / "data" / "quotes.jsonl").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines):
        (folder / f"{number}.txt").write_text(json.loads(line)["text"], encoding="utf-8")
    return sorted(folder.glob("*.txt"))


def _pdfs(folder: Path) -> Sequence[Path]:
    """Write pages of the PDF tests beside those that are at hand."""
    from tests.article.test_pdf import lines, pdf

    said = lines("The mayor said: “We will build it,”", "he told us, “and we will pay.”", "“No,” she said.")
    (folder / "plain.pdf").write_bytes(pdf(said))
    (folder / "turned.pdf").write_bytes(pdf(said, said, rotate=90))
    return [*sorted(folder.glob("*.pdf")), *sorted(ARTICLES.glob("*.pdf")), *sorted(OWN.glob("*.pdf"))]


def _words(folder: Path) -> Sequence[Path]:
    """Write documents of the Word tests beside those that are at hand."""
    from tests.article.test_docx import paragraph, run, word

    said = [paragraph(run("“We will build it,” the mayor said.")), paragraph(run("“No,” she said."))]
    (folder / "plain.docx").write_bytes(word(*said))
    (folder / "strict.docx").write_bytes(word(*said, strict=True))
    return [*sorted(folder.glob("*.docx")), *sorted(ARTICLES.glob("*.docx"))]


def _transcripts(folder: Path) -> Sequence[Path]:
    """Write a transcript in all our formats, beside those that are at hand."""
    from align.report import write_transcript
    from tests import lbc_case

    for ending in (".json", ".srt", ".vtt"):
        write_transcript(lbc_case.transcript("smallman"), lbc_case.PerfectRecognizer.model, folder / f"ours{ending}")
    known = (ROOT / "tests" / "data" / "transcripts").rglob("*")
    return [*sorted(folder.glob("ours.*")), *sorted(path for path in known if path.is_file() and path.stat().st_size)]


def _check_transcript(path: Path) -> None:
    """Check a short article on the transcript alone, and write all that can be written of it."""
    from align.api import check
    from align.report.formats import REPORT_FORMATS

    article = path.with_name("article.txt")
    article.write_text(
        "“We are at the top of the tree,” she said. “I will never forget it,” said he.", encoding="utf-8"
    )
    report = check([], article, transcripts=path)
    for ending in REPORT_FORMATS:
        report.write(path.with_name(f"report{ending}"))


def _decisions(folder: Path) -> Sequence[Path]:
    from align.report.decisions import fingerprint
    from tests.golden.samples import council

    report = council()
    entries = [
        {"quote": check.quote.id, "finding": fingerprint(report, check), "choice": choice, "note": "as agreed"}
        for check, choice in zip(report.checks, ["accept", "fault", None] * len(report.checks), strict=False)
    ]
    document = {"schema_version": 1, "article": {"path": "a.txt", "sha256": "0" * 64}, "decisions": entries}
    (folder / "decisions.json").write_text(json.dumps(document), encoding="utf-8")
    return [folder / "decisions.json"]


def _read_decisions(path: Path) -> None:
    from align.api import read_decisions
    from align.report import write_report
    from align.report.decisions import with_decisions
    from align.report.formats import REPORT_FORMATS
    from tests.golden.samples import council

    report = with_decisions(council(), read_decisions(path))
    for ending in REPORT_FORMATS:
        write_report(report, path.with_name(f"report{ending}"))


def _caches(folder: Path) -> Sequence[Path]:
    """Write what a cache keeps of a recording: its whole file."""
    from tests.hostile.remembered import remember

    remember(folder / "known.sqlite")
    return [folder / "known.sqlite"]


def _recall(path: Path) -> None:
    """Ask a recognizer with a damaged memory; whatever is in it, the answers are those of the model."""
    from tests.hostile.remembered import recall

    recall(path)


@cache
def checkpoint_state() -> dict[str, Any]:
    """Return the smallest checkpoint that has every shape of a Whisper model; some of its own values are never set."""
    import torch
    from whisper.model import ModelDimensions, Whisper

    torch.manual_seed(1)
    dims = {
        "n_mels": 80, "n_audio_ctx": 1500, "n_audio_state": 64, "n_audio_head": 1, "n_audio_layer": 1,
        "n_vocab": 51865, "n_text_ctx": 448, "n_text_state": 64, "n_text_head": 1, "n_text_layer": 1,
    }  # fmt: skip
    model = Whisper(ModelDimensions(**dims))
    return {
        "dims": dims,
        "model_state_dict": {name: torch.randn(value.shape).half() for name, value in model.state_dict().items()},
    }


def _checkpoints(folder: Path) -> Sequence[Path]:
    """Write a checkpoint without the table of its vocabulary, which would be most of the bytes: a refused one."""
    import torch

    state = checkpoint_state()
    torch.save(state, folder / "whole.pt")
    small = {k: v[:2].clone() if v.ndim > 1 else v.clone() for k, v in state["model_state_dict"].items()}
    torch.save({**state, "model_state_dict": small}, folder / "small.pt")
    torch.save(state["dims"], folder / "dims.pt")
    return [folder / "small.pt", folder / "dims.pt"]


def _load_checkpoint(path: Path) -> None:
    from align.speech.whisper.checkpoint import load_whisper
    from align.speech.whisper.weights import find_weights

    load_whisper(find_weights(str(path)))


def _packages(folder: Path) -> Sequence[Path]:
    """Write a CTranslate2 file of a few small variables."""

    def string(text: str) -> bytes:
        return struct.pack("<H", len(text) + 1) + text.encode() + b"\0"

    names = ["encoder/conv1/weight", "encoder/position_encodings/encodings", "decoder/position_encodings/encodings"]
    names += ["decoder/embeddings/weight", "decoder/layer_0/self_attention/linear_0/weight", "decoder/layer_norm/gamma"]
    content = struct.pack("<I", 6) + string("WhisperSpec") + struct.pack("<II", 3, len(names))
    for name in names:
        content += string(name) + struct.pack("<BII", 2, 6, 4) + struct.pack("<BI", 4, 48) + bytes(range(48))
    (folder / "model.bin").write_bytes(content)
    return [folder / "model.bin"]


def _load_package(path: Path) -> None:
    from align.speech.whisper.checkpoint import load_whisper
    from align.speech.whisper.weights import Weights

    load_whisper(Weights("base", "package", hashlib.sha256(path.read_bytes()).hexdigest(), (path,), is_packaged=True))


def _recordings(folder: Path) -> Sequence[Path]:
    """Write the first second of a recording in some containers."""
    import subprocess

    from align.speech.ffmpeg import ffmpeg

    names = ["talk.wav", "talk.mp3", "talk.m4a", "talk.ogg", "talk.flac", "talk.mkv"]
    for name in names:
        source = ["-t", "1", "-i", str(CASE / "smallman.mp3")]
        subprocess.run([ffmpeg(), "-loglevel", "quiet", "-y", *source, str(folder / name)], check=True)
    return [folder / name for name in names]


def _open_recording(path: Path) -> None:
    from align.outputs import open_recordings

    with open_recordings([str(path)]) as audios:
        for audio in audios:
            audio.samples(0.0, audio.recording.duration)


def _archives(folder: Path) -> Sequence[Path]:
    """Write the index of what two people said."""
    from align.archive.index import TranscriptIndex
    from tests import lbc_case
    from tests.archive.conftest import addition

    with TranscriptIndex(folder / "archive.sqlite", is_written=True) as index:
        for name in ("smallman", "javid"):
            index.add([addition(lbc_case.transcript(name))])
    return [folder / "archive.sqlite"]


def _search(path: Path) -> None:
    """Look for words, and for damage; whatever is in it, nothing is found that was not said there."""
    from align import Archive
    from align.errors import ArchiveError

    archive = Archive(path)
    if any(sentence[-1:] != "." or not sentence.isprintable() for sentence in archive.check()):
        raise ValueError(f"no sentences: {archive.check()}")
    with suppress(ArchiveError):  # a damaged recording keeps the list from being told, and others from no search
        archive.list()
    said = "I have to say that there is something fundamentally wrong"
    for match in archive.find(said).matches:
        words = match.report.transcripts[match.check.passages[0].recording].words
        if "fundamentally" not in "".join(word.text for word in words):
            raise ValueError("what was found was not said there")


def _manifests(folder: Path) -> Sequence[Path]:
    """Write manifests as a spreadsheet and as programs do."""
    table = (
        "article,recordings,style,strict,voice\na.txt,one.mp3; two.mp3,clean,yes,Ada Okonjo=ada.wav\nb.txt,b.mp3,,,\n"
    )
    lines = [
        {"article": "a.txt", "recordings": ["one.mp3", "two.mp3"], "track": 2},
        {"article": "b", "recordings": "b"},
    ]
    contents = {
        "comma.csv": table.encode(),
        "semicolon.csv": table.replace(";", "").replace(",", ";").encode("utf-16"),
        "tab.csv": table.replace(",", "\t").encode("cp1252"),
        "lines.jsonl": "\n".join(map(json.dumps, lines)).encode(),
    }
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    return [folder / name for name in contents]


def _read_manifest(path: Path) -> None:
    """Read it, and name its reports as a batch does: no name leads out of a folder, and each is another."""
    from align.batches.manifest import read_manifest
    from align.batches.naming import name_pairs

    names = name_pairs(read_manifest(str(path)).pairs)
    if len({name.casefold() for name in names}) < len(names) or any(Path(name).name != name for name in names):
        raise ValueError(f"reports would be called {names}")


READERS = {
    "text": FuzzedReader(_files(ARTICLES, ".txt"), _read_article),
    "marks": FuzzedReader(_marks, _read_article),
    "html": FuzzedReader(_files(ARTICLES, ".html"), _read_article),
    "docx": FuzzedReader(_words, _read_article),
    "pdf": FuzzedReader(_pdfs, _read_article),
    "transcript": FuzzedReader(_transcripts, _check_transcript),
    "decisions": FuzzedReader(_decisions, _read_decisions),
    "cache": FuzzedReader(_caches, _recall),
    "checkpoint": FuzzedReader(_checkpoints, _load_checkpoint),
    "package": FuzzedReader(_packages, _load_package),
    "recording": FuzzedReader(_recordings, _open_recording),
    "archive": FuzzedReader(_archives, _search),
    "manifest": FuzzedReader(_manifests, _read_manifest),
}
"""To add one: what makes good files of its kind, and what reads one."""

ARTICLE_READERS = ("text", "marks", "html", "docx", "pdf")
