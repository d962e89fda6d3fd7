"""The engine `openai-whisper`: OpenAI's weights and layers, decoded in batches, in exact numbers for evidence."""

from collections.abc import Sequence
from concurrent.futures import Future
from functools import cached_property, partial
from itertools import chain, pairwise
from operator import itemgetter
from threading import Lock

import numpy as np
import torch
from whisper.decoding import detect_language
from whisper.model import Whisper
from whisper.tokenizer import Tokenizer

from align.speech.audio import SILENCE, Clip, Samples
from align.speech.ffmpeg import SAMPLE_RATE
from align.speech.protocols import DecodedWindow
from align.speech.whisper.batched.dynamic import DynamicBatcher
from align.speech.whisper.batched.hearing import BatchedWhisper
from align.speech.whisper.checkpoint import load_whisper
from align.speech.whisper.decoder import (
    EncodedAudio,
    KVCache,
    attention_scores,
    hidden_states,
    logits,
    project_cross_attention,
)
from align.speech.whisper.encoder import encode
from align.speech.whisper.greedy import DecodingResult, decode_greedily, make_options
from align.speech.whisper.packed_linear import DecoderWithHead, pack_decoder
from align.speech.whisper.precision import in_numbers, quick_numbers
from align.speech.whisper.tokenizer import join_words, load_tokenizer
from align.speech.whisper.weights import Weights
from align.speech.whisper.word_timing import Times, alignment_offset, token_starts
from align.speech.workers import all_cores, give_back

_SILENCE_AFTER = 10.0
"""Seconds of silence heard after a clip. Whisper learnt from clips filled up to 30 s: with less than 5 s it says one
thing again and again, with 10 s it writes what it writes with more."""

_SILENCE_ASKED = 5.0
"""Seconds of silence behind a clip that is only asked which words it holds: less to encode, and the same answers
(`tests/accuracy/fit.md`)."""

_STEP = 16
"""Tokens: the lengths of text that is timed are multiples of it."""

_ROWS = 8
"""Windows that are decoded together on one core: enough to read the weights once for many."""

_Question = tuple[Clip, Sequence[str], str]
"""A clip, the wordings that it is asked about, and their language."""

_MOST_ROWS_BYTES = 600e6
"""Bytes that what all cores attend to may take; but where one window takes a lot, a core's rows may take more."""


class OpenAIWhisper:
    """A Whisper model run by the openai-whisper package's own layers. Several threads may ask it at once."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._turn = Lock()  # to load what is needed, and to use a GPU's places of memory, which are written to again

    @property
    def batch_size(self) -> int:
        """How many windows are best decoded at once: so many for each core, or what a GPU has room for."""
        self._prepare_to_hear()
        if self._is_on_gpu:
            with self._turn:
                return self._gpu_batch_size
        window = 2 * self._quick.dims.n_text_layer * self._quick.dims.n_audio_ctx * self._quick.dims.n_text_state
        room = _MOST_ROWS_BYTES / (window * self._quick.encoder.conv1.weight.element_size())
        return max(_ROWS, min(_ROWS * all_cores().count, int(room)))

    def detect_language(self, clip: Clip) -> str:
        """Return the code of the language that is spoken."""
        self._prepare_to_hear()
        return all_cores().submit(partial(self._language, clip)).result() if self._quick.is_multilingual else "en"

    @torch.inference_mode()
    def _language(self, clip: Clip) -> str:
        features = encode(self._quick.encoder, clip.read())
        _, (probabilities,) = detect_language(self._quick, features, _tokenizer(self._quick, "en"))
        language, _ = max(probabilities.items(), key=itemgetter(1))
        return str(language)

    @torch.inference_mode()
    def decode(self, clips: Sequence[Clip], language: str) -> tuple[DecodedWindow, ...]:
        """Return what is said in each of some windows; each core decodes its share of them together."""
        self._prepare_to_hear()
        tokenizer = _tokenizer(self._quick, language)
        if self._is_on_gpu:
            with self._turn:
                heard = self._batched.hear([clip.read() for clip in clips], tokenizer)
        else:
            shares = all_cores().map(partial(self._heard, tokenizer=tokenizer), _shares(clips, all_cores().count))
            heard = tuple(chain.from_iterable(shares))
            give_back()
        return tuple(_window(result, starts, tokenizer) for result, starts in heard)

    def log_likelihoods(self, clip: Clip, wordings: Sequence[str], language: str) -> tuple[float, ...]:
        """Return log p(wording | clip) in nats for each wording, by teacher forcing; `clip` is at most 30 s.

        Each wording is scored alone, so that its figure does not depend on the others; on a GPU those of all threads
        that ask at the same time are scored together, which is the same up to the last bits of a product.
        """
        self._prepare_to_score()
        if self._is_on_gpu:
            return self._questions.ask((clip, wordings, language))
        silence = self._silence.result() if clip is SILENCE else None  # here, for no core is to wait for another
        return all_cores().submit(partial(self._score, silence or clip, wordings, language)).result()

    @torch.inference_mode()
    def _score(self, sound: Clip | EncodedAudio, wordings: Sequence[str], language: str) -> tuple[float, ...]:
        tokenizer = _tokenizer(self._exact, language)
        audio = sound if isinstance(sound, EncodedAudio) else _encoded(self._exact, sound.read(), _SILENCE_ASKED)
        return tuple(self._log_likelihood(audio, _tokens(tokenizer, wording), tokenizer) for wording in wordings)

    def _prepare_to_hear(self) -> None:
        """Have the network ready that decodes, whichever thread asks first."""
        with self._turn:
            _ = self._batched if self._is_on_gpu else self._packed
            _tokenizer(self._quick, "en")  # whatever the language, it shares what takes time to load

    def _prepare_to_score(self) -> None:
        """Have the network ready that is asked for evidence, whichever thread asks first."""
        with self._turn:
            _ = self._questions if self._is_on_gpu else self._silence

    @cached_property
    def _questions(self) -> DynamicBatcher[_Question, tuple[float, ...]]:
        return DynamicBatcher(self._score_together)

    @torch.inference_mode()
    def _score_together(self, questions: Sequence[_Question]) -> tuple[tuple[float, ...], ...]:
        """Return log p(wording | clip) in nats for the wordings of each question."""
        scores: dict[int, tuple[float, ...]] = {}
        for language in {language for _, _, language in questions}:
            own = [at for at, question in enumerate(questions) if question[2] == language]
            with self._turn:
                scores |= zip(own, self._scored([questions[at] for at in own], language), strict=True)
        return tuple(scores[at] for at in range(len(questions)))

    def _scored(self, questions: Sequence[_Question], language: str) -> tuple[tuple[float, ...], ...]:
        tokenizer = _tokenizer(self._exact, language)
        asked = [(clip.read(), [_tokens(tokenizer, one) for one in wordings]) for clip, wordings, _ in questions]
        return self._batched_exact.score(asked, tokenizer)

    @cached_property
    def _exact(self) -> Whisper:
        """The network that is asked for evidence."""
        return load_whisper(self._weights)

    @cached_property
    def _quick(self) -> Whisper:
        """The network that decodes text, in the numbers that are quickest."""
        numbers = quick_numbers("cuda" if torch.cuda.is_available() else "cpu")
        return self._exact if numbers == torch.float32 else in_numbers(load_whisper(self._weights), numbers)

    @cached_property
    def _packed(self) -> DecoderWithHead:
        return pack_decoder(self._quick.decoder)

    @property
    def _is_on_gpu(self) -> bool:
        """Whether batches are heard whole, instead of clip by clip."""
        return torch.cuda.is_available()

    @cached_property
    def _batched(self) -> BatchedWhisper:
        return BatchedWhisper(self._quick, _SILENCE_AFTER, alignment_offset(self._weights.name))

    @cached_property
    @torch.inference_mode()
    def _gpu_batch_size(self) -> int:
        """How many windows a GPU has room for; it has heard a second then, for it loads kernels when first asked."""
        self._batched.hear([np.zeros(SAMPLE_RATE, np.float32)], _tokenizer(self._quick, "en"))
        return self._batched.batch_size

    @cached_property
    def _batched_exact(self) -> BatchedWhisper:
        return BatchedWhisper(self._exact, _SILENCE_ASKED, alignment_offset(self._weights.name))

    @cached_property
    def _silence(self) -> Future[EncodedAudio]:
        """What silence sounds like; asked for with every question, so worth keeping."""
        silence = all_cores().submit(partial(_encoded, self._exact, SILENCE.read(), _SILENCE_ASKED))
        _tokenizer(self._exact, "en")  # whatever the language, it shares what takes time to load
        return silence

    def _log_likelihood(self, audio: EncodedAudio, tokens: Sequence[int], tokenizer: Tokenizer) -> float:
        decoder, prompt = self._exact.decoder, tokenizer.sot_sequence_including_notimestamps
        targets = torch.tensor([*tokens, tokenizer.eot], device=self._exact.device)
        given = torch.tensor([[*prompt, *tokens]], device=self._exact.device)
        hidden = hidden_states(decoder, given, [audio], KVCache(decoder, 1, given.shape[1]))
        scores = logits(decoder.token_embedding.weight, hidden[0, len(prompt) - 1 :]).log_softmax(dim=-1)
        return float(scores.gather(1, targets[:, None]).double().sum())

    @torch.inference_mode()
    def _heard(self, clips: Sequence[Clip], tokenizer: Tokenizer) -> tuple[tuple[DecodingResult, Times], ...]:
        """Return the text of each clip, and when its tokens start."""
        audios = [_encoded(self._quick, clip.read(), _SILENCE_AFTER) for clip in clips]
        results = decode_greedily(self._packed, audios, make_options(tokenizer, self._quick.decoder), _ROWS)
        rows = zip(results, audios, strict=True)
        return tuple((result, self._starts(audio, result.tokens, tokenizer)) for result, audio in rows)

    def _starts(self, audio: EncodedAudio, text: Sequence[int], tokenizer: Tokenizer) -> Times:
        """Return when each token of a text starts, and when its last one ends, in seconds."""
        network, prompt = self._quick, tokenizer.sot_sequence_including_notimestamps
        given = torch.tensor(_filled([*prompt, *text], tokenizer.eot), device=network.device)
        heads = [tuple(head) for head in network.alignment_heads.indices().T.tolist()]
        scores = attention_scores(network.decoder, given, audio, heads)
        of_text = scores[:, len(prompt) - 1 : len(prompt) + len(text)]
        return token_starts(of_text, audio.duration, alignment_offset(self._weights.name))


def _shares(clips: Sequence[Clip], count: int) -> list[Sequence[Clip]]:
    """Return the clips parted among so many, the same number for each as nearly as can be; nobody gets nothing."""
    borders = [round(len(clips) * at / count) for at in range(count + 1)]
    return [clips[start:end] for start, end in pairwise(borders) if end > start]


@torch.inference_mode()
def _encoded(network: Whisper, samples: Samples, silence: float) -> EncodedAudio:
    """Return what a clip with so many seconds of silence behind it is to the network's decoder."""
    features = encode(network.encoder, samples, silence)
    return project_cross_attention(network.decoder, features, len(samples) / SAMPLE_RATE)


def _window(result: DecodingResult, starts: Times, tokenizer: Tokenizer) -> DecodedWindow:
    """Return what was decoded from a clip, in words with times."""
    words = join_words(tokenizer, result.tokens, result.logprobs, starts)
    return DecodedWindow(words, result.avg_logprob, result.no_speech_prob)


def _tokenizer(network: Whisper, language: str) -> Tokenizer:
    return load_tokenizer(network.dims.n_vocab, language)


def _filled(tokens: Sequence[int], end: int) -> list[int]:
    """Return tokens with so many ends behind them that there are few lengths: bfloat16 is compiled for each anew."""
    return [*tokens, *[end] * (-len(tokens) % _STEP)]


def _tokens(tokenizer: Tokenizer, wording: str) -> list[int]:
    """Return a wording as Whisper writes it: beginning with a space. What looks like one of its signs is words, too."""
    tokens: list[int] = tokenizer.encoding.encode_ordinary(f" {wording.strip()}")
    return tokens
