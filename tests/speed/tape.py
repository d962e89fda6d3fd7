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

_LONGEST_QUOTE = 30
"""Words."""


@dataclass(frozen=True, slots=True)
class Tape:
    """A recording and an article that quotes it; in `edited`, three quotes have changed."""

    recording: Path
    article: Path
    edited: Path


def make_tape(references: Sequence[Reference], minutes: float, quotes: int, folder: Path) -> Tape:
    """Return a tape of so many minutes, and articles with so many quotations, one sentence each."""
    tape = Tape(folder / "tape.wav", folder / "article.txt", folder / "edited.txt")
    _join(references, minutes, tape.recording)
    sentences = [sentence for reference in references for sentence in _sentences(reference)]
    chosen = sentences[:: max(1, len(sentences) // quotes)][:quotes]
    tape.article.write_text(_article(chosen), encoding="utf-8")
    changed = [sentence + " Indeed." for sentence in chosen[:3]]
    tape.edited.write_text(_article([*changed, *chosen[3:]]), encoding="utf-8")
    return tape


def _join(references: Sequence[Reference], minutes: float, target: Path) -> None:
    rounds = itertools.product(_TEMPOS, references)
    with target.with_suffix(".pcm").open("w+b") as pcm:
        for tempo, reference in itertools.cycle(rounds):
            if pcm.seek(0, 2) >= minutes * 60 * 32_000:
                break
            subprocess.run(
                [*_command(reference.audio), "-af", f"atempo={tempo}", "-f", "s16le", "-"], stdout=pcm, check=True
            )
        pcm.truncate(round(minutes * 60 * 16_000) * 2)
    raw = ["-f", "s16le", "-ar", "16000", "-ac", "1", "-i", str(target.with_suffix(".pcm"))]
    subprocess.run([ffmpeg(), "-v", "error", "-y", *raw, str(target)], check=True)
    target.with_suffix(".pcm").unlink()


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
