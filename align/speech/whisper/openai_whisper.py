"""The engine `openai-whisper`: OpenAI's weights and layers, decoded in batches, in exact numbers for evidence."""

from collections.abc import Collection, Iterator, Sequence
from functools import cached_property
from operator import itemgetter

import numpy as np
import torch
from torch import Tensor
from whisper.decoding import detect_language
from whisper.model import Whisper
from whisper.tokenizer import Tokenizer

from align.cache import Cache
from align.records import Model, Transcript, Word
from align.speech.audio import SILENCE, Audio, Clip, Samples
from align.speech.ffmpeg import SAMPLE_RATE
from align.speech.protocols import Heard, TranscriptionProgress
from align.speech.transcription import hear_recording
from align.speech.whisper.checkpoint import load_whisper
from align.speech.whisper.decoder import Sound, Text, attend, attention_scores, hidden_states, logits
from align.speech.whisper.encoder import encode
from align.speech.whisper.encoder_cache import Shelf
from align.speech.whisper.greedy import Written, rules, write
from align.speech.whisper.packed_linear import Pen, pen_of
from align.speech.whisper.tokenizer import CLOSING, lead_of, tokenizer_of, words_of
from align.speech.whisper.weights import Weights
from align.speech.whisper.word_timing import Times, token_starts

NAME = "openai-whisper"

_SILENCE_AFTER = 10.0
"""Seconds of silence heard after a sound. Whisper learnt from sounds filled up to 30 s: with less than 5 s it says one
thing again and again, with 10 s it writes what it writes with more."""

_STEP = 16
"""Tokens: the lengths of text that is timed are multiples of it."""


class OpenAIWhisper:
    """A Whisper model run by the openai-whisper package's own layers; a run that is killed left its work in `cache`."""

    def __init__(self, weights: Weights, cache: Cache | None = None) -> None:
        self.model = Model(NAME, weights.name, weights.sha256)
        self._weights = weights
        self._cache = cache

    @property
    def batch_size(self) -> int:
        """How many windows are best heard at once: enough to read the weights once for many."""
        return 16 if self._scribe.device.type == "cuda" else 8

    @torch.inference_mode()
    def detect_language(self, clip: Clip) -> str:
        """Return the code of the language that is spoken."""
        if not self._scribe.is_multilingual:
            return "en"
        features = encode(self._scribe.encoder, clip.read())
        _, (probabilities,) = detect_language(self._scribe, features, _tokenizer(self._scribe, "en"))
        language, _ = max(probabilities.items(), key=itemgetter(1))
        return str(language)

    def transcribe(
        self, audio: Audio, language: str | None = None, progress: TranscriptionProgress | None = None
    ) -> Transcript:
        """Return what is said in `audio`, with word times; the language is detected if None."""
        return hear_recording(self, audio, language, progress)

    @torch.inference_mode()
    def hear(self, clips: Sequence[Clip], language: str, known: Collection[int] = ()) -> Iterator[tuple[int, Heard]]:
        """Yield the place of each clip and what is said in it, as soon as it is heard, but for those at `known`."""
        tokenizer = _tokenizer(self._scribe, language)
        sounds = {place: self._encoded(clip) for place, clip in enumerate(clips) if place not in known}
        rows = [sounds.get(place) for place in range(len(clips))]
        for place, page in write(self._pen, rows, rules(tokenizer, self._scribe.decoder)):
            yield place, self._heard(page, sounds[place], tokenizer)

    @torch.inference_mode()
    def log_likelihoods(self, clip: Clip, wordings: Sequence[str], language: str) -> tuple[float, ...]:
        """Return log p(wording | clip) in nats for each wording, by teacher forcing; `clip` is at most 30 s.

        Each wording is scored alone, so that its figure does not depend on the others.
        """
        tokenizer = _tokenizer(self._exact, language)
        sound = self._silence if clip is SILENCE else _sound(self._exact, clip.read())
        return tuple(self._log_likelihood(sound, _tokens(tokenizer, wording), tokenizer) for wording in wordings)

    @torch.inference_mode()
    def word_times(self, clip: Clip, words: Sequence[str], language: str) -> tuple[Word, ...]:
        """Return `words` (as Whisper writes them) timed on `clip` by forced alignment, in seconds from its start."""
        tokenizer = _tokenizer(self._exact, language)
        tokens = [tokenizer.encode(word) for word in words]
        text = [token for word in tokens for token in word]
        starts = self._starts(self._exact, _sound(self._exact, clip.read()), text, tokenizer)
        firsts = np.cumsum([0, *map(len, tokens)])[:-1]
        lasts = firsts + [len(tokenizer.encode(word.rstrip(CLOSING))) for word in words]
        return tuple(
            Word(word, float(starts[first]), float(starts[last]))
            for word, first, last in zip(words, firsts, lasts, strict=True)
        )

    @cached_property
    def _exact(self) -> Whisper:
        """The network that is asked for evidence."""
        return load_whisper(self._weights)

    @cached_property
    def _scribe(self) -> Whisper:
        """The network that writes text, in the numbers that are quickest."""
        numbers = _quick_numbers("cuda" if torch.cuda.is_available() else "cpu")
        return self._exact if numbers == torch.float32 else _in_numbers(load_whisper(self._weights), numbers)

    @cached_property
    def _pen(self) -> Pen:
        return pen_of(self._scribe.decoder)

    @cached_property
    def _shelf(self) -> Shelf:
        return Shelf(self._cache, self.model, str(_numbers(self._scribe)))

    @cached_property
    def _silence(self) -> Sound:
        """What silence sounds like; asked for with every question, so worth keeping."""
        return _sound(self._exact, SILENCE.read())

    def _log_likelihood(self, sound: Sound, tokens: Sequence[int], tokenizer: Tokenizer) -> float:
        decoder, prompt = self._exact.decoder, tokenizer.sot_sequence_including_notimestamps
        targets = torch.tensor([*tokens, tokenizer.eot], device=self._exact.device)
        given = torch.tensor([[*prompt, *tokens]], device=self._exact.device)
        hidden = hidden_states(decoder, given, [sound], Text(decoder, 1, given.shape[1]))
        scores = logits(decoder.token_embedding.weight, hidden[0, len(prompt) - 1 :]).log_softmax(dim=-1)
        return float(scores.gather(1, targets[:, None]).double().sum())

    def _encoded(self, clip: Clip) -> Sound:
        """Return what a clip is to the decoder that writes; what lies on the shelf is not encoded again."""
        samples, network = clip.read(), self._scribe
        lying = self._shelf.fetch(clip, lambda: _bytes(encode(network.encoder, samples, _SILENCE_AFTER)))
        features = torch.frombuffer(bytearray(lying), dtype=_numbers(network)).view(1, -1, network.dims.n_audio_state)
        return attend(network.decoder, features.to(network.device), len(samples) / SAMPLE_RATE)

    def _heard(self, page: Written, sound: Sound, tokenizer: Tokenizer) -> Heard:
        """Return what was written for a sound, in words with times."""
        starts = self._starts(self._scribe, sound, page.tokens, tokenizer)
        return Heard(words_of(tokenizer, page.tokens, page.logprobs, starts), page.avg_logprob, page.no_speech_prob)

    def _starts(self, network: Whisper, sound: Sound, text: Sequence[int], tokenizer: Tokenizer) -> Times:
        """Return when each token of a text starts, and when its last one ends, in seconds."""
        prompt = tokenizer.sot_sequence_including_notimestamps
        given = torch.tensor(_filled([*prompt, *text], tokenizer.eot), device=network.device)
        heads = [tuple(head) for head in network.alignment_heads.indices().T.tolist()]
        scores = attention_scores(network.decoder, given, sound, heads)
        told = scores[:, len(prompt) - 1 : len(prompt) + len(text)]
        return token_starts(told, sound.duration, lead_of(self.model.name))


def _sound(network: Whisper, samples: Samples) -> Sound:
    """Return what sound is to the decoder."""
    return attend(network.decoder, encode(network.encoder, samples, _SILENCE_AFTER), len(samples) / SAMPLE_RATE)


def _tokenizer(network: Whisper, language: str) -> Tokenizer:
    return tokenizer_of(network.dims.n_vocab, language)


def _bytes(tensor: Tensor) -> bytes:
    return tensor.cpu().contiguous().view(torch.uint8).numpy().tobytes()


def _numbers(network: Whisper) -> torch.dtype:
    """Return in which numbers a network computes; its norms may differ."""
    numbers: torch.dtype = network.encoder.conv1.weight.dtype
    return numbers


def _filled(tokens: Sequence[int], end: int) -> list[int]:
    """Return tokens with so many ends behind them that there are few lengths: bfloat16 is compiled for each anew."""
    return [*tokens, *[end] * (-len(tokens) % _STEP)]


def _in_numbers(network: Whisper, numbers: torch.dtype) -> Whisper:
    """Return the network with its weights in these numbers; its norms compute in 32 bits all the same."""
    network.to(numbers)
    for module in network.modules():
        if isinstance(module, torch.nn.LayerNorm):
            module.float()
    return network


def _quick_numbers(device: str) -> torch.dtype:
    """Return the numbers that are good enough to write text with, where the processor computes faster with them."""
    capabilities = torch.cpu.get_capabilities()
    if device == "cpu" and not any(capabilities.get(name) for name in ("avx512_bf16", "amx_bf16", "arm_bf16")):
        return torch.float32
    return torch.bfloat16


def _tokens(tokenizer: Tokenizer, wording: str) -> list[int]:
    """Return a wording as Whisper writes it: beginning with a space."""
    tokens: list[int] = tokenizer.encode(f" {wording.strip()}")
    return tokens
