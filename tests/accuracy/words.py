"""When was each word said? `python -m tests.accuracy.words` measures word times on the synthetic interviews.

Their words were timed when they were made. Beside the checker's own times stand those of Whisper's own command.
What the voice was timed to say before a pause holds most of that pause: the end of the sound is where the last of it is
that is louder than the recording's background, which no detector of speech has a say in.
"""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import whisper

from align import pipeline
from align.records import Interval, Word
from align.speech.audio import Audio, open_audio
from align.speech.engines import load_recognizer
from align.speech.ffmpeg import SAMPLE_RATE
from align.speech.whisper.checkpoint import load_whisper
from align.speech.whisper.weights import find_weights
from tests.accuracy.references import Reference, read_references
from tests.accuracy.times import said_at

_FOLDER = Path(__file__).parents[2] / "fixtures" / "lbc"
_MODEL = "base"

_FRAME = 160
"""Samples of one level: 10 ms."""

_BACKGROUND = 5
"""Percentile of a recording's levels that is taken for its background."""

_LOUDER = 10.0
"""dB above the background from which something is sound; 6 and 15 say the same within 0.02 s."""

Errors = dict[str, list[float]]
"""Seconds by which the starts and ends of words, and the ends of their sound, are wrong."""


def main() -> None:
    """Print the table."""
    engine, network = load_recognizer(model=_MODEL), load_whisper(find_weights(_MODEL))
    errors: dict[str, Errors] = {name: {"start": [], "end": [], "sound": []} for name in ("Whisper's own", "align")}
    for reference in read_references(_FOLDER):
        with open_audio(str(reference.audio)) as audio:
            ours = pipeline.transcribe((audio,), (engine,), "en")[0]
            ends = _ends_of_sound(audio, [timed.interval for timed in reference.timed])
            _add(errors["align"], reference, ours.words, ends)
            _add(errors["Whisper's own"], reference, _by_whisper(network, audio), ends)
    sys.stdout.write(_table(errors))


def _by_whisper(network: whisper.Whisper, audio: Audio) -> list[Word]:
    samples = audio.samples(0.0, audio.recording.duration)
    found = whisper.transcribe(network, samples, word_timestamps=True, fp16=False, language="en")
    words = (word for segment in found["segments"] for word in segment["words"])
    return [Word(word["word"], word["start"], word["end"], word["probability"]) for word in words]


def _ends_of_sound(audio: Audio, timed: Sequence[Interval]) -> list[float]:
    """Return where the last sound of each stretch is, in seconds; else its end."""
    samples = audio.samples(0.0, audio.recording.duration)
    frames = samples[: len(samples) // _FRAME * _FRAME].reshape(-1, _FRAME)
    levels = 20 * np.log10(np.sqrt(np.mean(frames**2, axis=1)) + 1e-9)
    is_sound = levels > np.percentile(levels, _BACKGROUND) + _LOUDER
    return [_last_sound(is_sound, interval) for interval in timed]


def _last_sound(is_sound: np.ndarray, interval: Interval) -> float:
    second = SAMPLE_RATE / _FRAME
    first = int(interval.start * second)
    loud = np.flatnonzero(is_sound[first : round(interval.end * second)])
    return float((first + loud[-1] + 1) / second) if len(loud) else interval.end


def _add(errors: Errors, reference: Reference, words: Sequence[Word], ends: Sequence[float]) -> None:
    """Add the errors of all words that were heard as they are in the reference."""
    for timed, heard, end in zip(reference.timed, said_at(reference, words), ends, strict=True):
        if heard:
            errors["sound"].append(abs(heard.end - end))
            errors["start"].append(abs(heard.start - timed.interval.start))
            errors["end"].append(abs(heard.end - timed.interval.end))


def _table(errors: Mapping[str, Errors]) -> str:
    measured = ("start", "end as timed", "end of the sound")
    heads = (f"{name}: median, 95 % within" for name in measured)
    lines = [f"| word times | {' | '.join(heads)} | words |", "|---|---|---|---|---|"]
    for name, both in errors.items():
        cells = (f"{np.median(found):.3f} s, {np.percentile(found, 95):.2f} s" for found in both.values())
        lines.append(f"| {name} | {' | '.join(cells)} | {len(both['start'])} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
