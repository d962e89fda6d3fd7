"""The peer on a GPU: transformers' Whisper with the very same weights, which generates for batches."""

import re
from collections.abc import Mapping, Sequence

import torch
from torch import Tensor
from transformers import WhisperConfig, WhisperForConditionalGeneration, logging
from whisper.model import Whisper
from whisper.tokenizer import Tokenizer

_NAMES = (
    (r"\bblocks\b", "layers"),
    (r"\bcross_attn_ln\b", "encoder_attn_layer_norm"),
    (r"\bcross_attn\b", "encoder_attn"),
    (r"\battn_ln\b", "self_attn_layer_norm"),
    (r"\battn\b", "self_attn"),
    (r"\bmlp_ln\b", "final_layer_norm"),
    (r"\bmlp\.0\b", "fc1"),
    (r"\bmlp\.2\b", "fc2"),
    (r"\bquery\b", "q_proj"),
    (r"\bkey\b", "k_proj"),
    (r"\bvalue\b", "v_proj"),
    (r"\bout\b", "out_proj"),
    (r"\bln_post\b|\bln\b", "layer_norm"),
    (r"\btoken_embedding\b", "embed_tokens"),
    (r"\bpositional_embedding\b", "embed_positions.weight"),
)
"""What openai-whisper calls a part, as a pattern, and what transformers calls it."""


class TransformersWhisper:
    """A network of openai-whisper's, as transformers runs it, on the same device and in the same numbers."""

    def __init__(self, network: Whisper, tokenizer: Tokenizer) -> None:
        logging.set_verbosity_error()  # it advises at length
        self._model = WhisperForConditionalGeneration(_config(network, tokenizer))
        missing, unexpected = self._model.load_state_dict(_renamed(network.state_dict()), strict=False)
        if unexpected or {*missing} - {"proj_out.weight"}:  # the head is the embedding
            raise ValueError(f"weights without a place: {unexpected}, places without weights: {missing}")
        numbers = network.decoder.token_embedding.weight.dtype
        self._model = self._model.eval().to(device=network.device, dtype=numbers)
        _set_generation(self._model.generation_config, tokenizer, network.is_multilingual)
        self._language = {"language": "en", "task": "transcribe"} if network.is_multilingual else {}

    def generate(self, spectra: Tensor, tokens: int | None = None) -> list[Sequence[int]]:
        """Return the text of spectrograms of 30 s as tokens; exactly so many, if that is given."""
        exactly = {"min_new_tokens": tokens, "max_new_tokens": tokens} if tokens else {}
        with torch.inference_mode():
            found = self._model.generate(spectra.to(self._model.dtype), **self._language, **exactly)
        return [*found.tolist()]


def _config(network: Whisper, tokenizer: Tokenizer) -> WhisperConfig:
    dims = network.dims
    return WhisperConfig(
        vocab_size=dims.n_vocab,
        num_mel_bins=dims.n_mels,
        d_model=dims.n_audio_state,
        encoder_layers=dims.n_audio_layer,
        encoder_attention_heads=dims.n_audio_head,
        encoder_ffn_dim=4 * dims.n_audio_state,
        decoder_layers=dims.n_text_layer,
        decoder_attention_heads=dims.n_text_head,
        decoder_ffn_dim=4 * dims.n_text_state,
        max_source_positions=dims.n_audio_ctx,
        max_target_positions=dims.n_text_ctx,
        decoder_start_token_id=tokenizer.sot,
        bos_token_id=tokenizer.eot,
        eos_token_id=tokenizer.eot,
        pad_token_id=tokenizer.eot,
        suppress_tokens=None,
        begin_suppress_tokens=None,
    )


def _set_generation(config: object, tokenizer: Tokenizer, is_multilingual: bool) -> None:
    """Say to transformers what its own checkpoints say of a model's tokens."""
    of_model: dict[str, object] = {
        "is_multilingual": is_multilingual,
        "no_timestamps_token_id": tokenizer.no_timestamps,
        "suppress_tokens": [*tokenizer.non_speech_tokens],
        "begin_suppress_tokens": [*tokenizer.encode(" "), tokenizer.eot],
        "max_length": 448,
    }
    if is_multilingual:
        of_model["lang_to_id"] = {"<|en|>": tokenizer.sot + 1}
        of_model["task_to_id"] = {"transcribe": tokenizer.transcribe, "translate": tokenizer.translate}
    for name, value in of_model.items():
        setattr(config, name, value)


def _renamed(state: Mapping[str, Tensor]) -> dict[str, Tensor]:
    renamed = {}
    for name, tensor in state.items():
        for pattern, theirs in _NAMES:
            name = re.sub(pattern, theirs, name)
        renamed[f"model.{name}"] = tensor
    return renamed
