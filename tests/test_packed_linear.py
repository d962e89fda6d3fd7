"""Packed weights: half of what is read, the same text."""

import pytest
import torch
from whisper.model import TextDecoder

from align.speech.whisper.decoder import KVCache, hidden_states, logits, project_cross_attention
from align.speech.whisper.packed_linear import PackedLinear, pack_decoder

WIDTH, VOCABULARY = 64, 120


@pytest.fixture(scope="module")
def decoder() -> TextDecoder:
    """Return a small decoder whose weights are what a checkpoint in float16 holds."""
    torch.manual_seed(1)
    decoder = TextDecoder(VOCABULARY, n_ctx=16, n_state=WIDTH, n_head=2, n_layer=2)
    with torch.no_grad():
        for weights in decoder.parameters():
            weights.copy_(torch.randn(weights.shape).half())
    return decoder.eval()


@torch.inference_mode()
def test_a_packed_decoder_makes_the_logits_of_the_decoder(decoder: TextDecoder) -> None:
    packed = pack_decoder(decoder)
    audios = [project_cross_attention(decoder, torch.randn(1, frames, WIDTH), 0.5) for frames in (20, 30)]
    tokens = torch.tensor([[1, 2, 3], [4, 5, 6]])
    plain = hidden_states(decoder, tokens, audios, KVCache(decoder, 2, 3))
    states = hidden_states(packed.decoder, tokens, audios, KVCache(packed.decoder, 2, 3))
    assert torch.allclose(states, plain, atol=1e-3)
    expected = logits(decoder.token_embedding.weight, plain)
    assert torch.allclose(packed.head(states), expected, atol=1e-3 * float(expected.abs().max()))


def test_the_decoder_itself_is_not_packed(decoder: TextDecoder) -> None:
    packed = pack_decoder(decoder)
    assert not any(isinstance(module, PackedLinear) for module in decoder.modules())
    if packed.decoder is not decoder:  # where torch can pack
        assert not any(isinstance(module, torch.nn.Linear) for module in packed.decoder.modules())
        assert packed.decoder.token_embedding.weight.data_ptr() == decoder.token_embedding.weight.data_ptr()


@torch.inference_mode()
def test_rows_are_decoded_for_their_own_audio(decoder: TextDecoder) -> None:
    audios = [project_cross_attention(decoder, torch.randn(1, frames, WIDTH), 0.5) for frames in (20, 30, 25)]
    tokens = torch.tensor([[1, 2, 3]] * 3)
    together = hidden_states(decoder, tokens, audios, KVCache(decoder, 3, 3))
    for row, audio in enumerate(audios):
        alone = hidden_states(decoder, tokens[:1], [audio], KVCache(decoder, 1, 3))
        assert torch.allclose(together[row], alone[0], atol=1e-4)
