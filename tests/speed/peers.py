"""What people use today, as a command: `python -m tests.speed.peers PEER RECORDING MODEL TEXT`."""

import sys
from pathlib import Path

import torch
import whisper

from align.speech.audio import open_audio
from align.speech.whisper.checkpoint import load_whisper
from align.speech.whisper.weights import find_weights


def whisper_command(recording: str, model: str) -> str:
    """Return the text by openai-whisper, run as its own command does: beams of five, word times."""
    network = load_whisper(find_weights(model))
    with open_audio(recording) as audio:
        samples = audio.samples(0.0, audio.recording.duration)  # Whisper's own reading needs an ffmpeg on PATH
    found = whisper.transcribe(
        network, samples, word_timestamps=True, beam_size=5, best_of=5, fp16=torch.cuda.is_available(), language="en"
    )
    return str(found["text"])


def faster_whisper(recording: str, model: str) -> str:
    """Return the text by faster-whisper, run as its README advises for speed: 8-bit, batches, word times."""
    from faster_whisper import BatchedInferencePipeline, WhisperModel

    from align.speech.whisper.faster_whisper import model_folder

    folder = model_folder(find_weights(model, prefer_packaged=True))
    pipeline = BatchedInferencePipeline(WhisperModel(str(folder), compute_type="int8"))
    segments, _ = pipeline.transcribe(recording, batch_size=8, word_timestamps=True, language="en")
    return " ".join(segment.text for segment in segments)


if __name__ == "__main__":
    peer, recording, model, target = sys.argv[1:]
    text = {"openai-whisper": whisper_command, "faster-whisper": faster_whisper}[peer](recording, model)
    Path(target).write_text(text, encoding="utf-8")
