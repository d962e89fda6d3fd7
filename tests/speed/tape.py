"""A long tape and an article about it, made of short recordings with references."""

import itertools
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from align.speech.ffmpeg import ffmpeg
from tests.accuracy.references import Boundary, Reference

_TEMPOS = (1.0, 0.94, 1.06, 0.97, 1.03)
"""How fast the recordings are played, one round after another, so that no round repeats another's sound."""

_BYTES = 32_000
"""Of a second of raw sound: 16 kHz, 16 bits."""

_LONGEST_QUOTE = 30
"""Words."""


@dataclass(frozen=True, slots=True)
class Tape:
    """A recording, the words said in it, and an article that quotes it.

    In `edited`, three quotes have changed; `another` has other quotes, and a word of each is not what was said.
    """

    recording: Path
    seconds: float
    said: str
    article: Path
    edited: Path
    another: Path


def make_tape(references: Sequence[Reference], minutes: float, quotes: int, folder: Path) -> Tape:
    """Return a tape of about so many minutes, and articles with so many quotations, one sentence each."""
    folder.mkdir(parents=True, exist_ok=True)
    recording, article, edited, another = (
        folder / name for name in ("tape.wav", "article.txt", "edited.txt", "another.txt")
    )
    played, seconds = _join(references, minutes * 60, recording)
    heard = [reference for reference in references if reference in played]
    sentences = [sentence for reference in heard for sentence in _sentences(reference)]
    step = max(1, len(sentences) // quotes)
    chosen, others = sentences[::step][:quotes], sentences[step // 2 :: step][:quotes]
    article.write_text(_article(chosen), encoding="utf-8")
    changed = [sentence + " Indeed." for sentence in chosen[:3]]
    edited.write_text(_article([*changed, *chosen[3:]]), encoding="utf-8")
    another.write_text(_article([_changed(sentence) for sentence in others]), encoding="utf-8")
    said = " ".join(word.text for one in played for word in one.words)
    return Tape(recording, seconds, said, article, edited, another)


def _changed(sentence: str) -> str:
    """Return a sentence with another word in its middle."""
    words = sentence.split()
    return " ".join((*words[: len(words) // 2], "marmalade", *words[len(words) // 2 + 1 :]))


def _join(references: Sequence[Reference], seconds: float, target: Path) -> tuple[list[Reference], float]:
    """Write a tape of whole recordings, as many as make so many seconds; return them, and how long it is."""
    played: list[Reference] = []
    raw = target.with_suffix(".pcm")
    with raw.open("wb") as pcm:
        for tempo, reference in itertools.cycle(itertools.product(_TEMPOS, references)):
            if pcm.tell() >= seconds * _BYTES:
                break
            command = [*_command(reference.audio), "-af", f"atempo={tempo}", "-f", "s16le", "-"]
            pcm.write(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)
            played.append(reference)
        length = pcm.tell() / _BYTES
    source = ["-f", "s16le", "-ar", "16000", "-ac", "1", "-i", str(raw)]
    subprocess.run([ffmpeg(), "-v", "error", "-y", *source, "-rf64", "auto", str(target)], check=True)
    raw.unlink()
    return played, length


def _command(audio: Path) -> list[str]:
    return [ffmpeg(), "-v", "error", "-nostdin", "-i", str(audio), "-vn", "-ac", "1", "-ar", "16000"]


def _sentences(reference: Reference) -> list[str]:
    sentences: list[str] = []
    words: list[str] = []
    for word in reference.words:
        words.append(word.text)
        if word.ends >= Boundary.SENTENCE:
            if 5 <= len(words) <= _LONGEST_QUOTE:
                sentences.append(" ".join(words))
            words = []
    return sentences


def _article(sentences: Sequence[str]) -> str:
    return "A report\n\n" + "\n\n".join(f"“{sentence}” the speaker said." for sentence in sentences) + "\n"
