"""What is said in the recordings of a folder, word by word.

Two shapes are read: a folder of folders (`audio.*`, `ref.txt`, `meta.json`, sometimes `segments.json` with human
times), and the `truth.json` of the synthetic interviews.
"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from pathlib import Path

from align.records import Interval, Span

FILLERS = frozenset({"uh", "um", "er", "erm", "ah", "hmm", "mm"})
_WORD = re.compile(r"[^\s—]+—?")
_HEADING = re.compile(r"[IVXLC]+|Chapter .*")
_SENTENCE_END = re.compile(r"[.?!][”’\"')]*$")
_CLAUSE_END = re.compile(r"[,;:—)][”’\"')]*$")
_READ_OUT = ("read", "speech")
"""How the kind of a recording begins whose words were written before they were said."""
_ABBREVIATION = re.compile(r"(?:\b[A-Za-z]\.)+,?$|^(?:Mr|Mrs|Ms|Dr|St|etc)\.,?$")


class Manner(StrEnum):
    """How somebody speaks: from a text, or making it up as they go, with false starts and repairs."""

    READ = "read"
    SPONTANEOUS = "spontaneous"


class Boundary(IntEnum):
    """What ends after a word; the larger ends the smaller too."""

    NONE = 0
    CLAUSE = 1
    SENTENCE = 2
    TURN = 3


@dataclass(frozen=True, slots=True)
class SpokenWord:
    """A word as the reference writes it, with its punctuation; the capital of one that opens a line says nothing."""

    text: str
    ends: Boundary
    opens_line: bool = False


@dataclass(frozen=True, slots=True)
class Timed:
    """When the reference's words at `words` were said, by somebody's hand and not by a speech model."""

    words: Span
    interval: Interval


@dataclass(frozen=True, slots=True)
class Reference:
    """A recording and what is said in it."""

    name: str
    audio: Path
    kind: str
    words: tuple[SpokenWord, ...]
    timed: tuple[Timed, ...] = ()

    @property
    def manner(self) -> Manner:
        """Whether it is read or spontaneous, by its kind."""
        return Manner.READ if self.kind.startswith(_READ_OUT) else Manner.SPONTANEOUS


def read_references(*folders: Path) -> tuple[Reference, ...]:
    """Return the recordings below folders, those of each sorted by name; their sound is not opened."""
    return tuple(reference for folder in folders for reference in _read_corpus(folder))


def _read_corpus(folder: Path) -> tuple[Reference, ...]:
    if (folder / "truth.json").exists():
        return _read_truth(folder / "truth.json")
    return tuple(_read_folder(path.parent) for path in sorted(folder.glob("*/ref.txt")))


def _read_folder(folder: Path) -> Reference:
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    audio = next(iter(sorted(folder.glob("audio.*"))))
    words = read_words((folder / "ref.txt").read_text(encoding="utf-8"))
    segments = folder / "segments.json"
    timed = _match_segments(json.loads(segments.read_text(encoding="utf-8")), words) if segments.exists() else ()
    return Reference(folder.name, audio, meta.get("speaker_kind") or meta["kind"], words, timed)


def read_words(text: str) -> tuple[SpokenWord, ...]:
    """Return the words of a reference; in a text without punctuation lines and fillers divide it."""
    has_marks = bool(re.search(r"[.,;?!]", text))
    lines = [line for line in text.splitlines() if line.strip() and not _HEADING.fullmatch(line.strip())]
    return tuple(word for line in lines for word in _line_words(line, has_marks))


def _line_words(line: str, has_marks: bool) -> Iterator[SpokenWord]:
    texts = _WORD.findall(line)
    for at, text in enumerate(texts):
        if has_marks:
            ends = _boundary(text)
        elif at + 1 == len(texts):
            ends = Boundary.SENTENCE
        else:
            ends = Boundary.CLAUSE if {text, texts[at + 1]} & FILLERS else Boundary.NONE
        yield SpokenWord(text, ends, at == 0)


def _boundary(text: str) -> Boundary:
    if _ABBREVIATION.search(text):
        return Boundary.CLAUSE if text.endswith(",") else Boundary.NONE
    if _SENTENCE_END.search(text):
        return Boundary.SENTENCE
    return Boundary.CLAUSE if _CLAUSE_END.search(text) else Boundary.NONE


def _match_segments(segments: Sequence[dict[str, object]], words: Sequence[SpokenWord]) -> tuple[Timed, ...]:
    """Return the segments as ranges of words: both hold the same text, apart from headings."""
    timed, at = [], 0
    for segment in segments:
        texts = _WORD.findall(str(segment["text"]))
        if [word.text for word in words[at : at + len(texts)]] == texts:
            interval = Interval(float(str(segment["start"])), float(str(segment["end"])))
            timed.append(Timed(Span(at, at + len(texts)), interval))
            at += len(texts)
    return tuple(timed)


def _read_truth(path: Path) -> tuple[Reference, ...]:
    recordings = json.loads(path.read_text(encoding="utf-8"))["recordings"]
    return tuple(
        _read_turns(name, path.parent / f"{name}.mp3", recording["turns"]) for name, recording in recordings.items()
    )


def _read_turns(name: str, audio: Path, turns: Sequence[dict[str, list[dict[str, object]]]]) -> Reference:
    words: list[SpokenWord] = []
    timed: list[Timed] = []
    for turn in turns:
        for spoken in turn["words"]:
            position = len(words)
            interval = Interval(float(str(spoken["start"])), float(str(spoken["end"])))
            timed.append(Timed(Span(position, position + 1), interval))
            words.append(SpokenWord(str(spoken["w"]), _boundary(str(spoken["w"]))))
        words[-1] = SpokenWord(words[-1].text, Boundary.TURN)
    return Reference(name, audio, "synthetic interview", tuple(words), tuple(timed))
