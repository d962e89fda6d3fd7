"""How likely are wordings of many clips? Evidence by teacher forcing, many questions at once."""

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional
from whisper.model import Whisper
from whisper.tokenizer import Tokenizer

from align.speech.whisper.batched.audio import BatchAudio
from align.speech.whisper.batched.decoder import hidden_states
from align.speech.whisper.decoder import logits

_IGNORED = -100
"""Stands for a token that is not scored."""


@dataclass(frozen=True, slots=True)
class _OfWordings:
    """The attention of so many wordings of each clip: each sees itself, and all that are of one clip see its audio.

    So a clip's keys are there once, however many wordings it is asked about.
    """

    audio: BatchAudio
    wordings: int

    def to_text(self, layer: int, query: Tensor, key: Tensor, value: Tensor) -> Tensor:
        return functional.scaled_dot_product_attention(query, key, value, is_causal=True)

    def to_audio(self, layer: int, query: Tensor) -> Tensor:
        _, heads, tokens, width = query.shape
        of_clip = query.view(-1, self.wordings, heads, tokens, width).transpose(1, 2).flatten(2, 3)
        seen = self.audio.seen(layer, of_clip).view(-1, heads, self.wordings, tokens, width)
        return seen.transpose(1, 2).flatten(0, 1)


def score_batch(
    network: Whisper, tokenizer: Tokenizer, audio: BatchAudio, wordings: Sequence[Sequence[Sequence[int]]]
) -> tuple[tuple[float, ...], ...]:
    """Return log p(wording | clip) in nats for the wordings of each clip that `audio` holds, given as tokens.

    A wording sees nothing of the others, and what fills a row up is neither seen nor scored: a figure is what it is
    alone, up to the last bits of a product.
    """
    prompt, most = tokenizer.sot_sequence_including_notimestamps, max(map(len, wordings))
    rows = [tokens for clip in wordings for tokens in (*clip, *[()] * (most - len(clip)))]
    longest = max(map(len, rows))
    filled = [[*prompt, *tokens, *[tokenizer.eot] * (longest - len(tokens))] for tokens in rows]
    targets = [[*tokens, tokenizer.eot, *[_IGNORED] * (longest - len(tokens))] for tokens in rows]
    given = torch.tensor(filled, device=network.device)
    places = torch.arange(given.shape[1], device=network.device)
    hidden = hidden_states(network.decoder, given, places, _OfWordings(audio, most))[:, len(prompt) - 1 :]
    sums = _log_likelihoods(network, hidden, torch.tensor(targets, device=network.device)).tolist()
    return tuple(tuple(sums[most * at : most * at + len(clip)]) for at, clip in enumerate(wordings))


def _log_likelihoods(network: Whisper, hidden: Tensor, targets: Tensor) -> Tensor:
    """Return the log-likelihood of each row's targets, row by row: a row's scores alone are of a whole vocabulary."""
    vocabulary = network.decoder.token_embedding.weight
    losses = (
        functional.cross_entropy(logits(vocabulary, row), target, ignore_index=_IGNORED, reduction="none")
        for row, target in zip(hidden, targets, strict=True)
    )
    return torch.stack([-loss.double().sum() for loss in losses])
