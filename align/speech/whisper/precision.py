"""At which precision does a network compute? In 16 bits where that is quicker, of the kind that is right there."""

import torch
from torch import nn
from whisper.model import Whisper

from align.speech.processor import computes_bfloat16


def quick_numbers(device: str) -> torch.dtype:
    """Return the numbers that are good enough to decode text with, where `device` computes faster with them.

    Checkpoints are float16, so a GPU, which computes with it, rounds no weight, and comes nearer to the words of 32
    bits than with bfloat16; a processor that has 16 bits at all has bfloat16.
    """
    if device == "cuda":
        return torch.float16
    return torch.bfloat16 if computes_bfloat16() else torch.float32


def in_numbers(network: Whisper, numbers: torch.dtype) -> Whisper:
    """Return the network with its weights in these numbers; its norms compute in 32 bits all the same.

    In float16 they are torch's own, which take and give 16 bits, and so read and write a third of the bytes.
    """
    network.to(numbers)
    if numbers == torch.float16:
        _fuse_norms(network)
    else:
        for module in network.modules():
            if isinstance(module, nn.LayerNorm):
                module.float()
    return network


def _fuse_norms(module: nn.Module) -> None:
    for name, child in module.named_children():
        if isinstance(child, nn.LayerNorm):
            fused = nn.LayerNorm(child.normalized_shape, child.eps)
            fused.weight, fused.bias = child.weight, child.bias
            setattr(module, name, fused.eval())
        else:
            _fuse_norms(child)
