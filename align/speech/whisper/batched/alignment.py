"""When does each token of a batch start? One teacher-forced pass for all, and what its alignment heads see in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from whisper.model import TextDecoder, Whisper
from whisper.tokenizer import Tokenizer

from align.speech.whisper.batched.audio import BatchAudio
from align.speech.whisper.batched.decoder import FromBeginning, embed
from align.speech.whisper.batched.memory import HEADS_TOGETHER
from align.speech.whisper.batched.paths import filter_medians, path_starts_of_batch, standardise
from align.speech.whisper.decoder import run_layer
from align.speech.whisper.word_timing import count_heard


@dataclass(frozen=True, slots=True)
class _Looks:
    """What the alignment heads of a layer ask, shape `(rows, heads, tokens, width of a head)`, and of which keys."""

    queries: Tensor
    keys: Tensor
    heads: Sequence[int]

    def scores(self, rows: slice) -> Tensor:
        """Return what the heads score before softmax in some rows, shape `(rows, heads, tokens, frames)`."""
        keys = self.keys[rows, self.heads].float()
        scores: Tensor = self.queries[rows].float() @ keys.transpose(-1, -2) / keys.shape[-1] ** 0.5
        return scores


def align_batch(
    network: Whisper,
    tokenizer: Tokenizer,
    audio: BatchAudio,
    texts: Sequence[Sequence[int]],
    durations: Sequence[float],
) -> tuple[NDArray[np.int64], ...]:
    """Return at which frame each token of each text starts, and then the end behind it.

    The texts are those of the first rows of `audio`, of clips that last so many seconds.
    """
    prompt = tokenizer.sot_sequence_including_notimestamps
    tokens = torch.tensor([len(text) + 1 for text in texts], device=network.device)
    frames = torch.tensor([count_heard(duration) for duration in durations], device=network.device)
    of_text = slice(len(prompt) - 1, len(prompt) + max(map(len, texts)))
    given = [[*prompt, *text, *[tokenizer.eot] * (of_text.stop - len(prompt) - len(text))] for text in texts]
    given += [given[0]] * (audio.keys.shape[1] - len(given))  # rows without a clip
    looks = _looks(network, torch.tensor(given, device=network.device), audio, of_text)
    together = max(1, HEADS_TOGETHER // sum(len(look.heads) for look in looks))
    pieces = (slice(first, min(first + together, len(texts))) for first in range(0, len(texts), together))
    costs = torch.cat([_costs(looks, piece, tokens[piece], frames[piece]) for piece in pieces])
    starts = path_starts_of_batch(costs, tokens, frames).cpu().numpy()
    return tuple(row[: len(text) + 1] for row, text in zip(starts, texts, strict=True))


def _looks(network: Whisper, given: Tensor, audio: BatchAudio, of_text: slice) -> tuple[_Looks, ...]:
    """Return what the alignment heads ask at some of the given tokens, layer by layer."""
    decoder: TextDecoder = network.decoder
    pairs = network.alignment_heads.indices().T.tolist()
    heads = {layer: [head for _, head in group] for layer, group in groupby(pairs, key=itemgetter(0))}
    x, attention, looks = (
        embed(decoder, given, torch.arange(given.shape[1], device=given.device)),
        FromBeginning(audio),
        [],
    )
    for layer in range(1 + max(heads)):
        x, query = run_layer(decoder, layer, x, attention)
        if layer in heads:
            looks.append(_Looks(query[:, heads[layer], of_text], audio.keys[layer], heads[layer]))
    return tuple(looks)


def _costs(looks: Sequence[_Looks], rows: slice, tokens: Tensor, frames: Tensor) -> Tensor:
    """Return what it costs to be at a frame with a token, in some rows, shape `(rows, tokens, frames)`."""
    scores = torch.cat([look.scores(rows) for look in looks], dim=1)
    is_behind = torch.arange(scores.shape[-1], device=scores.device) >= frames[:, None, None, None]
    weights = standardise(scores.masked_fill_(is_behind, -torch.inf).softmax(dim=-1), tokens)
    return -filter_medians(weights, frames).mean(dim=1).double().masked_fill(is_behind[:, 0], 0.0)
