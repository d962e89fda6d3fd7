"""How many clips does a GPU's memory hold at once? Reckoned from the model's dimensions, before anything is heard."""

import torch
from whisper.model import Whisper

ENCODED_TOGETHER = 32
"""Clips: enough to keep the largest GPU busy, and what they take is small beside the keys and values of a batch."""

HEADS_TOGETHER = 160
"""Alignment heads that are looked at together, of all rows: 16 rows of `large-v3`. Each has a number for every frame of
every token, the largest thing there is."""

LEAST, MOST = 16, 128
"""Clips: as many as were always heard at once on a GPU, and beyond which the weights are read rarely enough."""

_SHARE = 0.8
"""Of the memory that is free: the rest is for what torch's kernels need, and for what is left between two pieces."""

_SOUND = 20_000_000
"""Bytes for a clip's sound, its short-time spectrum and its mel bands."""

_ENCODING = 32
"""Bytes for each number of an encoded clip while it is encoded, four of which are in a layer's hidden units."""

_LOGITS = 6
"""How often the scores of a vocabulary are there, in 32 bits, while a token is chosen."""

_MEDIAN = 12
"""How often what the alignment heads see is there, in 32 bits, while the median is taken."""


def rows_that_fit(network: Whisper, beside: int) -> int:
    """Return how many clips are heard at once, a power of two; `beside` are bytes that must stay free."""
    if network.device.type != "cuda":
        return LEAST
    free, _ = torch.cuda.mem_get_info(network.device)
    reserved = torch.cuda.memory_reserved(network.device) - torch.cuda.memory_allocated(network.device)
    return rows_within(int(_SHARE * (free + reserved) - beside), network)


def rows_within(room: int, network: Whisper) -> int:
    """Return how many clips are heard at once within so many bytes, a power of two between 16 and 128.

    A power of two, for then a little more or less memory, as others use the GPU, leaves batches what they were.
    """
    rows = max(1, (room - _bytes_together(network)) // _bytes_per_row(network))
    return min(MOST, max(LEAST, 1 << (rows.bit_length() - 1)))


def size_of(network: Whisper, numbers: torch.dtype) -> int:
    """Return how many bytes the weights of a network have in such numbers."""
    return int(sum(weight.numel() for weight in network.parameters()) * numbers.itemsize)


def _bytes_per_row(network: Whisper) -> int:
    """Return what a clip takes as long as its batch is heard: keys, values, scores, and the costs of its word times."""
    dims, weight = network.dims, network.decoder.token_embedding.weight
    keys = 2 * dims.n_text_layer * dims.n_text_state * (dims.n_audio_ctx + dims.n_text_ctx // 2) * weight.itemsize
    costs = dims.n_audio_ctx * dims.n_text_ctx // 2 * 13  # as float64, with an int32 and a bool for the path
    return int(keys + costs + _LOGITS * dims.n_vocab * 4)


def _bytes_together(network: Whisper) -> int:
    """Return what is taken for a while, however many clips there are: some are encoded, and some timed, together."""
    dims = network.dims
    encoded = ENCODED_TOGETHER * (_SOUND + _ENCODING * dims.n_audio_ctx * dims.n_audio_state)
    heads = max(HEADS_TOGETHER, network.alignment_heads.indices().shape[1])
    return int(encoded + _MEDIAN * 4 * heads * dims.n_audio_ctx * dims.n_text_ctx // 2)
