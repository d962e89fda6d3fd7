"""What does Whisper's text decoder make of encoded audio? One forward pass for decoding, teacher forcing and alignment.

The layers and weights are openai-whisper's; the KV cache is our own: the keys and values of cross-attention are
projected once and stay where they are, those of self-attention are kept in place, and only the logits that are asked
for are computed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import torch
from torch import Tensor
from torch.nn import functional
from whisper.model import MultiHeadAttention, ResidualAttentionBlock, TextDecoder


@dataclass(frozen=True, slots=True)
class EncodedAudio:
    """Keys and values of one clip for each layer's cross-attention, shape `(layers, 1, heads, frames, width)`.

    The clip lasts `duration` seconds; frames after that are silence.
    """

    keys: Tensor
    values: Tensor
    duration: float

    @property
    def first_frame(self) -> "EncodedAudio":
        """The first frame alone: what a row attends to that has ended, so that it costs next to nothing."""
        return EncodedAudio(self.keys[:, :, :, :1], self.values[:, :, :, :1], 0.0)


class KVCache:
    """Keys and values of the tokens so far for each layer's self-attention, with room for `capacity` of them.

    In 32 bits whatever the decoder computes in: they are few, and bfloat16 products are compiled for each length anew.
    """

    def __init__(self, decoder: TextDecoder, batch: int, capacity: int) -> None:
        heads, width = decoder.blocks[0].attn.n_head, decoder.positional_embedding.shape[1]
        shape = (len(decoder.blocks), batch, heads, capacity, width // heads)
        self._keys, self._values = (
            torch.empty(shape, device=decoder.positional_embedding.device) for _ in ("keys", "values")
        )
        self.length = 0

    def extend(self, layer: int, keys: Tensor, values: Tensor) -> tuple[Tensor, Tensor]:
        """Write the newest keys and values of a layer; return all of them so far."""
        end = self.length + keys.shape[2]
        self._keys[layer, :, :, self.length : end] = keys
        self._values[layer, :, :, self.length : end] = values
        return self._keys[layer, :, :, :end], self._values[layer, :, :, :end]


class Attention(Protocol):
    """What the queries of a layer look at, shape `(batch, heads, tokens, width of a head)` as all that comes of it."""

    def to_text(self, layer: int, query: Tensor, key: Tensor, value: Tensor) -> Tensor:
        """Return what the newest tokens see in the text so far, themselves with it."""
        ...

    def to_audio(self, layer: int, query: Tensor) -> Tensor:
        """Return what they see in the audio."""
        ...


@dataclass(frozen=True, slots=True)
class _RowByRow:
    """Each row looks at an audio of its own, one after another: to a processor a batch of them brings nothing."""

    audios: Sequence[EncodedAudio]
    cache: KVCache

    def to_text(self, layer: int, query: Tensor, key: Tensor, value: Tensor) -> Tensor:
        keys, values = self.cache.extend(layer, key, value)
        if query.shape[2] > 1:  # the text from its beginning; else the newest token alone, which sees all
            return functional.scaled_dot_product_attention(query.float(), keys, values, is_causal=True)
        return _attended(query.float(), keys, values)

    def to_audio(self, layer: int, query: Tensor) -> Tensor:
        rows = zip(torch.split(query, 1), self.audios, strict=True)
        return torch.cat([_attended(row, audio.keys[layer], audio.values[layer]) for row, audio in rows])


def project_cross_attention(decoder: TextDecoder, features: Tensor, duration: float) -> EncodedAudio:
    """Return the keys and values of encoder output, shape `(1, frames, width)`, for a clip of so many seconds.

    All in one piece: so large a piece goes back to the system when it is done with, many small ones would lie about.
    """
    heads, (_, frames, width) = decoder.blocks[0].cross_attn.n_head, features.shape
    keys, values = features.new_empty((2, len(decoder.blocks), 1, heads, frames, width // heads))
    for layer, block in enumerate(decoder.blocks):
        keys[layer] = heads_of(block.cross_attn.key(features), block.cross_attn)
        values[layer] = heads_of(block.cross_attn.value(features), block.cross_attn)
    return EncodedAudio(keys, values, duration)


def hidden_states(decoder: TextDecoder, tokens: Tensor, audios: Sequence[EncodedAudio], cache: KVCache) -> Tensor:
    """Return the decoder's last layer at the newest `tokens`, shape `(batch, tokens, width)`; a row for each audio."""
    x, attention = _embed(decoder, tokens, cache), _RowByRow(audios, cache)
    for layer in range(len(decoder.blocks)):
        x, _ = run_layer(decoder, layer, x, attention)
    cache.length += tokens.shape[1]
    hidden: Tensor = decoder.ln(x)
    return hidden


def logits(vocabulary: Tensor, hidden: Tensor) -> Tensor:
    """Return the logits of the next token for hidden states; `vocabulary` holds the embeddings of all tokens."""
    return functional.linear(hidden.to(vocabulary.dtype), vocabulary).float()


def attention_scores(
    decoder: TextDecoder, tokens: Tensor, audio: EncodedAudio, heads: Sequence[tuple[int, int]]
) -> Tensor:
    """Return the cross-attention of some (layer, head)s before softmax, shape `(heads, tokens, frames)`."""
    cache = KVCache(decoder, 1, len(tokens))
    x, attention = _embed(decoder, tokens[None], cache), _RowByRow([audio], cache)
    scores = []
    for layer in range(1 + max(layer for layer, _ in heads)):
        x, query = run_layer(decoder, layer, x, attention)
        chosen = [head for at, head in heads if at == layer]
        scores.append(query[0, chosen] @ audio.keys[layer][0, chosen].transpose(-1, -2) / query.shape[-1] ** 0.5)
    return torch.cat(scores)


def _embed(decoder: TextDecoder, tokens: Tensor, cache: KVCache) -> Tensor:
    positions = decoder.positional_embedding[cache.length : cache.length + tokens.shape[1]]
    embedded: Tensor = decoder.token_embedding(tokens) + positions
    return embedded


def run_layer(decoder: TextDecoder, layer: int, x: Tensor, attention: Attention) -> tuple[Tensor, Tensor]:
    """Return the output of a layer, and the queries of its cross-attention."""
    block: ResidualAttentionBlock = decoder.blocks[layer]
    normed = block.attn_ln(x)
    query, key, value = (
        heads_of(part(normed), block.attn) for part in (block.attn.query, block.attn.key, block.attn.value)
    )
    mixed = attention.to_text(layer, query, key, value)
    x = x + block.attn.out(_merged(mixed).to(x.dtype))
    query = heads_of(block.cross_attn.query(block.cross_attn_ln(x)), block.cross_attn)
    x = x + block.cross_attn.out(_merged(attention.to_audio(layer, query)))
    return x + block.mlp(block.mlp_ln(x)), query


def _attended(query: Tensor, keys: Tensor, values: Tensor) -> Tensor:
    """Return the values by how much the query looks at their keys: in 32 bits for few queries quicker than torch's own.

    In 32 bits, a single query is multiplied from the right, which takes two thirds of the time; in 16 bits torch's own
    takes half.
    """
    if query.dtype != torch.float32:
        return functional.scaled_dot_product_attention(query, keys, values)
    if query.shape[-2] == 1:
        scores = (keys @ query.transpose(-1, -2)).transpose(-1, -2)
    else:
        scores = query @ keys.transpose(-1, -2)
    weights: Tensor = (scores / query.shape[-1] ** 0.5).softmax(dim=-1)
    return weights @ values


def heads_of(x: Tensor, attention: MultiHeadAttention) -> Tensor:
    """Return `(batch, tokens, width)` as `(batch, heads, tokens, width of a head)`."""
    return x.view(*x.shape[:-1], attention.n_head, -1).transpose(1, 2)


def _merged(x: Tensor) -> Tensor:
    return x.transpose(1, 2).flatten(2)
