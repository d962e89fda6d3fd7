"""What is the processor quick at?"""

import torch

_INSTRUCTIONS = ("avx512_bf16", "amx_bf16", "arm_bf16")


def computes_bfloat16() -> bool:
    """Whether the processor multiplies numbers of 16 bits with 8 of mantissa faster than those of 32."""
    capabilities = torch.cpu.get_capabilities()
    return any(capabilities.get(name) for name in _INSTRUCTIONS)
