"""When was each word said? `python -m tests.accuracy.words` measures word times on the synthetic interviews.

Their words were timed when they were made. Beside the checker's own times stand those of Whisper's own command.
"""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import whisper

from align import pipeline
from align.records import Word
from align.speech.audio import Audio, open_audio
from align.speech.engines import load_recognizer
from align.speech.whisper.checkpoint import load_whisper
from align.speech.whisper.weights import find_weights
from tests.accuracy.references import Reference, read_references
from tests.accuracy.times import said_at

_FOLDER = Path(__file__).parents[2] / "fixtures" / "lbc"
_MODEL = "base"

Errors = dict[str, list[float]]
"""Seconds by which the starts and ends of words are wrong."""


def main() -> None:
    """Print the table."""
    engine, network = load_recognizer(model=_MODEL), load_whisper(find_weights(_MODEL))
    errors: dict[str, Errors] = {name: {"start": [], "end": []} for name in ("Whisper's own", "align")}
    for reference in read_references(_FOLDER):
        with open_audio(str(reference.audio)) as audio:
            ours = pipeline.transcribe((audio,), (engine,), "en")[0]
            _add(errors["align"], reference, ours.words)
            _add(errors["Whisper's own"], reference, _by_whisper(network, audio))
    sys.stdout.write(_table(errors))


def _by_whisper(network: whisper.Whisper, audio: Audio) -> list[Word]:
    samples = audio.samples(0.0, audio.recording.duration)
    found = whisper.transcribe(network, samples, word_timestamps=True, fp16=False, language="en")
    words = (word for segment in found["segments"] for word in segment["words"])
    return [Word(word["word"], word["start"], word["end"], word["probability"]) for word in words]


def _add(errors: Errors, reference: Reference, words: Sequence[Word]) -> None:
    """Add the errors of all words that were heard as they are in the reference."""
    for timed, heard in zip(reference.timed, said_at(reference, words), strict=True):
        if heard:
            errors["start"].append(abs(heard.start - timed.interval.start))
            errors["end"].append(abs(heard.end - timed.interval.end))


def _table(errors: Mapping[str, Errors]) -> str:
    lines = ["| word times | start: median, 95 % within | end: median, 95 % within | words |", "|---|---|---|---|"]
    for name, both in errors.items():
        cells = (f"{np.median(found):.3f} s, {np.percentile(found, 95):.2f} s" for found in both.values())
        lines.append(f"| {name} | {' | '.join(cells)} | {len(both['start'])} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
