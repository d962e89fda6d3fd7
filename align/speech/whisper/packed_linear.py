"""In which numbers is decoding quickest? A step reads all weights of the decoder once, for few rows: packed linears.

Reading them takes longer than computing with them, so they are kept in 16 bits. Where the processor computes in
bfloat16, the whole network is in it already; elsewhere the decoder's matrices are packed as float16, which is what
Whisper's checkpoints hold, and multiplied in 32 bits: nothing is rounded, and half is read.
"""

import copy
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

import torch
from torch import Tensor, nn
from whisper.model import TextDecoder

from align.speech.whisper.decoder import logits

_PACKING = ("fbgemm", "x86")
"""Torch's engines that multiply with packed float16."""


@dataclass(frozen=True, slots=True)
class DecoderWithHead:
    """A decoder, and the head that projects its hidden states to logits of the next token."""

    decoder: TextDecoder
    head: Callable[[Tensor], Tensor]


class PackedLinear(nn.Module):
    """A linear layer that keeps its weights as float16 and computes in float32."""

    def __init__(self, weight: Tensor, bias: Tensor | None = None) -> None:
        super().__init__()
        self._packed = torch.ops.quantized.linear_prepack_fp16(weight, bias)

    def forward(self, x: Tensor) -> Tensor:
        """Return what the layer makes of `x`, shape `(…, inputs)`."""
        product: Tensor = torch.ops.quantized.linear_dynamic_fp16(x, self._packed)
        return product


def pack_decoder(decoder: TextDecoder) -> DecoderWithHead:
    """Return what decodes quickest with the weights of `decoder`, which stays as it is."""
    vocabulary = decoder.token_embedding.weight
    is_packed = vocabulary.dtype == torch.float32 and vocabulary.device.type == "cpu"
    if is_packed and torch.backends.quantized.engine in _PACKING:
        return DecoderWithHead(_with_packed(decoder), PackedLinear(vocabulary))
    return DecoderWithHead(decoder, partial(logits, vocabulary))


def _with_packed(module: Any) -> Any:
    """Return a twin of a module that shares all but its linear layers, which are packed."""
    if isinstance(module, nn.Linear):
        return PackedLinear(module.weight, module.bias)
    twin = copy.copy(module)
    twin._modules = {name: _with_packed(child) for name, child in module._modules.items()}
    return twin
