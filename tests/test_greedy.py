"""Greedy decoding: each row as if it were alone, and timestamps by Whisper's rules."""

from itertools import pairwise

import pytest
import torch
from whisper.model import TextDecoder

from align.speech.whisper.decoder import EncodedAudio, project_cross_attention
from align.speech.whisper.greedy import DecodingOptions, DecodingResult, TimestampRules, decode_greedily
from align.speech.whisper.packed_linear import DecoderWithHead, pack_decoder

WIDTH, VOCABULARY, CONTEXT = 64, 120, 64
END, TIME_0 = 50, 60


@pytest.fixture(scope="module")
def model() -> DecoderWithHead:
    """Return a small decoder that never ends by itself: rows end where their clips have no more room."""
    torch.manual_seed(1)
    decoder = TextDecoder(VOCABULARY, n_ctx=CONTEXT, n_state=WIDTH, n_head=2, n_layer=2)
    with torch.no_grad():
        for weights in decoder.parameters():
            weights.copy_(0.3 * torch.randn(weights.shape))
    return pack_decoder(decoder.eval())


@pytest.fixture(scope="module")
@torch.inference_mode()
def audios(model: DecoderWithHead) -> list[EncodedAudio]:
    torch.manual_seed(2)
    clips = [(20, 0.5), (30, 0.0), (25, 0.25)]
    return [project_cross_attention(model.decoder, torch.randn(1, frames, WIDTH), length) for frames, length in clips]


def options(end: int = END) -> DecodingOptions:
    return DecodingOptions((1, 2), torch.tensor([3, *range(END, TIME_0)]), end, END + 1, TIME_0, CONTEXT // 2)


@torch.inference_mode()
def decode(model: DecoderWithHead, audios: list[EncodedAudio]) -> tuple[DecodingResult, ...]:
    return decode_greedily(model, audios, options())


def test_a_row_is_decoded_as_if_it_were_alone(model: DecoderWithHead, audios: list[EncodedAudio]) -> None:
    together = decode(model, audios)
    for audio, result in zip(audios, together, strict=True):
        (alone,) = decode(model, [audio])
        assert result.tokens == alone.tokens
        assert result.logprobs == pytest.approx(alone.logprobs, abs=1e-3)
        assert result.no_speech_prob == pytest.approx(alone.no_speech_prob, abs=1e-4)
    assert len({result.tokens for result in together}) == len(audios)
    assert all(result.tokens and max(result.tokens) < END for result in together)


def test_timestamps_are_first_in_pairs_and_never_backwards() -> None:
    """Whatever the scores say: here they are random, and the rules alone make order."""
    torch.manual_seed(3)
    rules, chosen = TimestampRules(4, options()), []
    for _ in range(40):
        scores = 3 * torch.randn(4, VOCABULARY)
        scores[:, END + 1 : TIME_0] = -torch.inf
        rules.restrict(scores)
        chosen.append(scores.argmax(dim=-1))
        rules.note(chosen[-1])
    for row in torch.stack(chosen, dim=1).tolist():
        assert row[0] >= TIME_0
        latest = row[0]
        for before, token in pairwise(row):
            if token >= TIME_0:  # what ends a text is later than what began it; what begins one is not earlier
                assert token >= latest + int(before < TIME_0)
                latest = token
        for before, token, after in zip(row, row[1:], row[2:], strict=False):
            if token >= TIME_0:  # text, end or a timestamp: never text between two that close and open, never three
                assert (after < END) if before >= TIME_0 else (after >= END)
