"""Which text does the decoder find for a batch? Greedy decoding in tensors that stay where they are, step by step.

A step reads and writes the same places of memory each time, so that a GPU can be told once what to do in it (a CUDA
graph): to launch its hundreds of kernels from Python takes longer than to compute them. Rules, choice and ends are on
the device; the host asks every few steps whether all rows have ended, and cuts off what was decoded behind an end.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional
from whisper.model import TextDecoder

from align.speech.whisper.batched.audio import BatchAudio, aligned
from align.speech.whisper.decoder import Attention, logits, run_layer
from align.speech.whisper.greedy import DecodingOptions, DecodingResult, TimestampRules, likeliest, text_of

_ASKED_EVERY = 8
"""Steps after which the host waits for the device to hear whether all rows have ended."""


_TOKENS_TOGETHER = 64
"""Rows of a matrix that a GPU's quick kernels multiply at once."""


class TextCache:
    """Keys and values of each layer's self-attention, shape `(layers, rows, heads, tokens, width of a head)`."""

    def __init__(self, decoder: TextDecoder, rows: int, tokens: int) -> None:
        like, layers, heads = decoder.token_embedding.weight, len(decoder.blocks), decoder.blocks[0].attn.n_head
        self.keys, self.values = like.new_zeros((2, layers, rows, heads, tokens, like.shape[1] // heads))
        self.places = torch.arange(tokens, device=like.device)


@dataclass(frozen=True, slots=True)
class FromBeginning:
    """The attention of a text from its first token on, which is written down if there is a cache to write it in."""

    audio: BatchAudio
    cache: TextCache | None = None

    def to_text(self, layer: int, query: Tensor, key: Tensor, value: Tensor) -> Tensor:
        """Return what each token sees in those before it, and in itself."""
        if self.cache:
            self.cache.keys[layer, :, :, : key.shape[2]] = key
            self.cache.values[layer, :, :, : key.shape[2]] = value
        return functional.scaled_dot_product_attention(query, key, value, is_causal=True)

    def to_audio(self, layer: int, query: Tensor) -> Tensor:
        """Return what each token sees in its row's audio."""
        return self.audio.seen(layer, query)


@dataclass(frozen=True, slots=True)
class _OfNewest:
    """The attention of the newest token, at `position`, to all that came before; `mask` hides what comes behind."""

    audio: BatchAudio
    cache: TextCache
    position: Tensor
    mask: Tensor

    def to_text(self, layer: int, query: Tensor, key: Tensor, value: Tensor) -> Tensor:
        keys = self.cache.keys[layer].index_copy_(2, self.position, key)
        values = self.cache.values[layer].index_copy_(2, self.position, value)
        return functional.scaled_dot_product_attention(query, keys, values, self.mask)

    def to_audio(self, layer: int, query: Tensor) -> Tensor:
        return self.audio.seen(layer, query)


def embed(decoder: TextDecoder, tokens: Tensor, positions: Tensor) -> Tensor:
    """Return what the first layer is given of tokens, shape `(rows, tokens, width)`."""
    embedded: Tensor = decoder.token_embedding(tokens) + decoder.positional_embedding[positions]
    return embedded


def hidden_states(decoder: TextDecoder, tokens: Tensor, positions: Tensor, attention: Attention) -> Tensor:
    """Return the decoder's last layer at tokens, shape `(rows, tokens, width)`."""
    x = embed(decoder, tokens, positions)
    for layer in range(len(decoder.blocks)):
        x, _ = run_layer(decoder, layer, x, attention)
    hidden: Tensor = decoder.ln(x)
    return hidden


class BatchDecoder:
    """Decodes batches of so many rows, one after another, in the same places of memory."""

    def __init__(self, decoder: TextDecoder, options: DecodingOptions, audio: BatchAudio) -> None:
        rows, device = audio.keys.shape[1], audio.keys.device
        self._decoder, self._options, self._audio = decoder, options, audio
        self._vocabulary = _even(decoder.token_embedding.weight)
        self._cache = TextCache(decoder, rows, aligned(len(options.prompt) + options.most))
        self._rules = TimestampRules(rows, options)
        self._newest = torch.zeros((rows, 1), dtype=torch.long, device=device)
        self._count = torch.zeros(1, dtype=torch.long, device=device)
        self._tokens = torch.zeros((rows, options.most), dtype=torch.long, device=device)
        self._logprobs = torch.zeros((rows, options.most), device=device)
        self._lengths = torch.zeros(rows, dtype=torch.long, device=device)
        self._most = torch.zeros(rows, dtype=torch.long, device=device)
        self._recorded: Callable[[], None] | None = None
        self._is_new = True

    def decode(self, durations: Sequence[float]) -> tuple[DecodingResult, ...]:
        """Return the text of the clips that the audio holds, in its first rows; they last so many seconds."""
        most = [self._options.most_tokens(duration) for duration in durations]
        silent = self._begin(most)
        for step in range(1, max(most)):
            if step % _ASKED_EVERY == 0 and not self._is_going_on().any():
                break
            self._advance()
        found = (of_all[: len(most)].tolist() for of_all in (self._tokens, self._logprobs, self._lengths, silent))
        rows = zip(*found, strict=True)
        return tuple(
            text_of(tokens[:count], logprobs[:count], prob, self._options) for tokens, logprobs, count, prob in rows
        )

    def _advance(self) -> None:
        """Take a step: the first as it is, whereby torch prepares what it needs, the others as that was recorded."""
        if self._recorded:
            self._recorded()
            return
        self._step()
        if self._is_new:
            self._recorded, self._is_new = record(self._step, self._audio.keys.device), False

    def _begin(self, most: Sequence[int]) -> Tensor:
        """Choose the first tokens of rows that may have so many; return the chance of no speech. The rest is idle."""
        self._count.zero_()
        self._lengths.zero_()
        self._most.zero_()
        self._most[: len(most)] = torch.tensor(most, device=self._most.device)
        self._rules.begin()
        prompt = torch.tensor(self._options.prompt, device=self._newest.device).expand(len(self._newest), -1)
        attention = FromBeginning(self._audio, self._cache)
        hidden = hidden_states(self._decoder, prompt, self._cache.places[: prompt.shape[1]], attention)
        self._choose(hidden[:, -1])
        return self._scores(hidden[:, 0]).softmax(dim=-1)[:, self._options.no_speech]

    def _step(self) -> None:
        """Put the newest tokens through the decoder, and choose those that come next."""
        position = self._count + (len(self._options.prompt) - 1)
        mask = torch.zeros_like(self._cache.places, dtype=self._cache.keys.dtype)
        mask.masked_fill_(self._cache.places > position, -torch.inf)
        attention = _OfNewest(self._audio, self._cache, position, mask[None])
        self._choose(hidden_states(self._decoder, self._newest, position, attention)[:, 0])

    def _choose(self, hidden: Tensor) -> None:
        """Write down the likeliest tokens. A row that has ended is given its end again, and counts no further."""
        is_going_on = self._is_going_on()
        best, chosen = likeliest(self._scores(hidden), self._rules, self._options)
        chosen.masked_fill_(~is_going_on, self._options.end)
        self._tokens.index_copy_(1, self._count, chosen[:, None])
        self._logprobs.index_copy_(1, self._count, best[:, None])
        self._newest.copy_(chosen[:, None])
        self._lengths.add_(is_going_on)
        self._most.copy_(torch.where(chosen == self._options.end, self._lengths, self._most))
        self._count.add_(1)

    def _is_going_on(self) -> Tensor:
        """Which rows have not ended: those with fewer tokens than they may have."""
        return self._lengths < self._most

    def _scores(self, hidden: Tensor) -> Tensor:
        return logits(self._vocabulary, hidden)[:, : len(self._decoder.token_embedding.weight)]


def _even(vocabulary: Tensor) -> Tensor:
    """Return the embeddings with so many of zeros behind them that a GPU's quick kernels take them: 51865 is odd."""
    return functional.pad(vocabulary, (0, 0, 0, -len(vocabulary) % _TOKENS_TOGETHER))


def record(step: Callable[[], None], device: torch.device) -> Callable[[], None] | None:
    """Return what does the same as a step that was taken before, launched as one (CUDA graph).

    None on a processor, and where a GPU or a driver cannot record it: then it is taken as it is.
    """
    if device.type != "cuda":
        return None
    try:
        graph = torch.cuda.CUDAGraph()
        # A recording that fails leaves its stream behind: the outer one sees that ours comes back. Other threads may
        # read sound meanwhile.
        with torch.cuda.stream(torch.cuda.current_stream()), torch.cuda.graph(graph, capture_error_mode="thread_local"):
            step()
    except RuntimeError:
        return None
    return graph.replay
