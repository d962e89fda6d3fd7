"""The command: `python -m tests.speed.gpu`, on a machine with a GPU: how fast it hears, beside transformers.

Its sound is that of the fixtures, again and again. Weights are real where they are on the machine; else they are
random, with the dimensions of the model and a hundred tokens a window: speed does not depend on what they are.
"""

import argparse
import os
import sys
import tempfile
import time
import wave
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from importlib.util import find_spec
from pathlib import Path
from statistics import median

import numpy as np
import torch
import whisper
from whisper.model import ModelDimensions, Whisper
from whisper.tokenizer import Tokenizer

from align.speech.audio import FULL_SCALE, Samples, open_audio
from align.speech.ffmpeg import SAMPLE_RATE
from align.speech.whisper.batched.audio import stacked
from align.speech.whisper.batched.hearing import BatchedWhisper
from align.speech.whisper.checkpoint import load_whisper
from align.speech.whisper.features import log_mel_spectrogram_batch
from align.speech.whisper.greedy import DecodingOptions, make_options
from align.speech.whisper.precision import in_numbers, quick_numbers
from align.speech.whisper.tokenizer import join_words, load_tokenizer
from align.speech.whisper.weights import find_weights, list_models
from tests.speed.measure import measure

CASE = Path(__file__).parents[2] / "fixtures" / "lbc"
RECORDINGS = ("naseem", "smallman", "javid")

DIMENSIONS = {
    "large-v3": ModelDimensions(128, 1500, 1280, 20, 32, 51866, 448, 1280, 20, 32),
    "large-v3-turbo": ModelDimensions(128, 1500, 1280, 20, 32, 51866, 448, 1280, 20, 4),
    "base": ModelDimensions(80, 1500, 512, 8, 6, 51865, 448, 512, 8, 6),
}
SMOKE = {"smallest": ModelDimensions(80, 1500, 64, 1, 2, 51864, 448, 64, 1, 2)}

MUST, AIM = 0.8, 1.2
"""Our speed in that of transformers' best batch."""

MUST_SECONDS, AIM_SECONDS = 12, 7
"""What `align check` of an hour with `base` may take."""

_WINDOW = 30
"""Seconds heard at once."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is measured: models by their dimensions, transformers' batches, tokens a window of random weights."""

    models: dict[str, ModelDimensions]
    batches: tuple[int, ...]
    tokens: int
    runs: int
    device: str


GPU = Plan(DIMENSIONS, (24, 64, 128), 100, 3, "cuda")
CPU = Plan(SMOKE, (2,), 12, 1, "cpu")


@dataclass(frozen=True, slots=True)
class Subject:
    """A network with its tokenizer. `tokens` a window if its weights are random, and its text ends nowhere."""

    name: str
    network: Whisper
    tokenizer: Tokenizer
    tokens: int | None

    @property
    def options(self) -> DecodingOptions:
        """How it decodes: to the end of the text, or so many tokens without one."""
        options = make_options(self.tokenizer, self.network.decoder)
        if not self.tokens:
            return options
        suppressed = torch.cat([options.suppressed, options.suppressed.new_tensor([options.end])])
        return replace(options, suppressed=suppressed, most=self.tokens)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.speed.gpu", description=main.__doc__)
    parser.add_argument(
        "--cpu-smoke", action="store_true", help="see on a processor that it works, with a tiny network"
    )
    is_smoke = parser.parse_args(arguments).cpu_smoke
    if not is_smoke and not torch.cuda.is_available():
        sys.stderr.write("There is no GPU here that torch can use: run this on a machine that has one.\n")
        return 2
    plan = CPU if is_smoke else GPU
    name = torch.cuda.get_device_name() if plan.device == "cuda" else "no GPU: its figures say nothing"
    sys.stdout.write(f"{name}; torch {torch.__version__}; medians of {plan.runs}.\n\n")
    sys.stdout.write("| row | align | transformers, best batch | ratio | must hold · aim |\n|---|---|---|---|---|\n")
    windows = [*_windows(_speech(), 2 if is_smoke else 256)]
    for model, dimensions in plan.models.items():
        sys.stdout.write(_row(_subject(model, dimensions, plan), windows, plan))
        sys.stdout.flush()
    if not is_smoke:
        sys.stdout.write(_whole_process())
    return 0


def _speech() -> Samples:
    """Return the sound of the fixtures, one recording after another."""
    sounds = []
    for name in RECORDINGS:
        with open_audio(str(CASE / f"{name}.mp3")) as audio:
            sounds.append(audio.samples(0.0, audio.recording.duration))
    return np.concatenate(sounds)


def _windows(speech: Samples, count: int) -> Iterator[Samples]:
    """Yield windows of 30 s, again from the beginning where the speech ends."""
    length = _WINDOW * SAMPLE_RATE
    whole = len(speech) // length
    for number in range(count):
        yield speech[number % whole * length :][:length]


def _subject(model: str, dimensions: ModelDimensions, plan: Plan) -> Subject:
    """Return a model in the numbers that a GPU decodes in, with its weights if they are here, else with random ones."""
    numbers = quick_numbers("cuda") if plan.device == "cuda" else torch.float32
    tokenizer = load_tokenizer(dimensions.n_vocab, "en")
    if model in {weights.name for weights in list_models()}:
        return Subject(model, in_numbers(load_whisper(find_weights(model)), numbers), tokenizer, None)
    torch.manual_seed(1)
    with torch.device(plan.device):
        network = Whisper(dimensions)
        torch.nn.init.normal_(network.decoder.positional_embedding, std=0.02)
    if heads := whisper._ALIGNMENT_HEADS.get(model):
        network.set_alignment_heads(heads)
    return Subject(
        f"{model}, random weights", in_numbers(network.eval().to(plan.device), numbers), tokenizer, plan.tokens
    )


def _row(subject: Subject, windows: Sequence[Samples], plan: Plan) -> str:
    batched = BatchedWhisper(subject.network, 10.0, 0.0)
    size = min(batched.batch_size, len(windows))
    ours = _speed(lambda batch: _hear(batched, subject, batch), windows, size, plan.runs)
    row = f"| hearing with word times, `{subject.name}` | {ours:.0f} × ({size}) |"
    if not find_spec("transformers"):
        return f"{row} not installed | | ≥ {MUST} · {AIM} |\n"
    theirs, best = max(_peer_speeds(subject, windows, plan))
    return f"{row} {theirs:.0f} × ({best}) | {ours / theirs:.2f} | ≥ {MUST} · {AIM} |\n"


@torch.inference_mode()
def _hear(batched: BatchedWhisper, subject: Subject, batch: Sequence[Samples]) -> None:
    """From samples to words with times."""
    for result, starts in batched.hear(batch, subject.tokenizer, subject.options):
        join_words(subject.tokenizer, result.tokens, result.logprobs, starts)


def _peer_speeds(subject: Subject, windows: Sequence[Samples], plan: Plan) -> Iterator[tuple[float, int]]:
    """Yield how fast transformers generates, and in which batches; its spectrograms are there before it begins."""
    from tests.speed.transformers_peer import TransformersWhisper

    peer = TransformersWhisper(subject.network, subject.tokenizer)
    for size in plan.batches:
        spectra = log_mel_spectrogram_batch(
            stacked(windows[:size], subject.network.device), subject.network.dims.n_mels
        )
        yield (
            _speed(
                lambda batch, spectra=spectra: peer.generate(spectra[: len(batch)], subject.tokens),
                windows[:size],
                size,
                plan.runs,
            ),
            size,
        )


def _speed(hear: Callable[[Sequence[Samples]], object], windows: Sequence[Samples], size: int, runs: int) -> float:
    """Return how many times faster than its sound a batch after another is heard, after one that warms up."""
    hear(windows[:size])
    seconds = []
    for _ in range(runs):
        began = time.perf_counter()
        for first in range(0, len(windows), size):
            hear(windows[first : first + size])
        if torch.cuda.is_available():
            torch.cuda.synchronize()
        seconds.append(time.perf_counter() - began)
    return len(windows) * _WINDOW / median(seconds)


def _whole_process() -> str:
    """Return the row of one hour, checked from nothing in a process of its own."""
    row = "| `align check`, one hour, `base`, the whole process |"
    if "base" not in {weights.name for weights in list_models()}:
        return f"{row} the model is not here | | | ≤ {MUST_SECONDS} · {AIM_SECONDS} s |\n"
    with tempfile.TemporaryDirectory() as folder:
        recording, speech = Path(folder, "hour.wav"), _speech()
        samples = np.resize(speech, 3600 * SAMPLE_RATE)
        with wave.open(str(recording), "wb") as file:
            file.setparams((1, 2, SAMPLE_RATE, 0, "NONE", ""))
            file.writeframes((samples * (FULL_SCALE - 1)).astype("<i2").tobytes())
        check = [sys.executable, "-m", "align", "check", "--quiet", str(recording), str(CASE / "article.txt")]
        cost = measure([*check, "--model", "base", "--language", "en"], {"ALIGN_CACHE": str(Path(folder, "cache"))})
    return f"{row} {cost.seconds:.1f} s, {os.cpu_count()} cores | | | ≤ {MUST_SECONDS} · {AIM_SECONDS} s |\n"


if __name__ == "__main__":
    sys.exit(main())
