"""What do Whisper's models read and write? Spectra of sound on one side, tokens that make words on the other."""

import warnings
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import torch
from torch import Tensor
from whisper.audio import N_SAMPLES, log_mel_spectrogram, pad_or_trim
from whisper.tokenizer import LANGUAGES, Tokenizer, get_tokenizer

from align.errors import OptionError
from align.records import Word
from align.speech.audio import Samples
from align.speech.whisper.word_timing import Times

_LEADS = {"base": 0.1}
"""Seconds by which a model's alignment heads look at a word before it is spoken, where that is more than a frame:
the median over 1,100 words whose times are known (`base` 0.11, `tiny.en` -0.01)."""

_ENGLISH_VOCABULARY = 51864
"""Tokens of a model that knows English only; the others have more."""

_OTHER_TOKENS = 51765
"""Tokens of a model for many languages that do not name one."""

_OPENING = "\"'“¿([{-"
CLOSING = "\"'.。,，!！?？:：”)]}、"
"""Punctuation that belongs to the word after or before it, where the tokenizer cuts it off; Whisper's."""


def spectra(clips: Sequence[Samples], bands: int) -> Tensor:
    """Return the log-mel spectra of clips, each filled with silence to 30 s, shape `(clips, bands, 3000)`.

    One by one, since Whisper measures loudness against the loudest sound it is given.
    """
    sounds = (pad_or_trim(torch.from_numpy(clip), N_SAMPLES) for clip in clips)
    return torch.stack([log_mel_spectrogram(sound, bands) for sound in sounds])


def lead_of(model: str) -> float:
    """Return how long before its sound the model's alignment heads look at a word, in seconds."""
    return _LEADS.get(model, 0.0)


def tokenizer_of(vocabulary: int, language: str) -> Tokenizer:
    """Return the tokenizer of a model with so many tokens; raises OptionError for a language Whisper does not know."""
    if language not in LANGUAGES:
        raise OptionError(f"Whisper knows no language {language}: give a code such as en, cy or fr.")
    is_multilingual = vocabulary > _ENGLISH_VOCABULARY
    languages = vocabulary - _OTHER_TOKENS - int(is_multilingual)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # it leaves its vocabulary file to the garbage collector
        return get_tokenizer(is_multilingual, num_languages=languages, language=language, task="transcribe")


def words_of(tokenizer: Tokenizer, tokens: Sequence[int], logprobs: Sequence[float], starts: Times) -> tuple[Word, ...]:
    """Return the words that tokens make, punctuation with the word it belongs to.

    `starts` says when each token starts, and then when the last one ends.
    """
    words: list[Word] = []
    opening, at = "", 0
    for text, group in zip(*tokenizer.split_to_word_tokens([*tokens]), strict=True):
        end = at + len(group)
        if text.strip() and text.strip() in _OPENING:
            opening += text
        elif text.strip() in CLOSING and words:
            words[-1] = replace(words[-1], text=words[-1].text + text)
        else:
            probability = float(np.exp(np.mean(logprobs[at:end])))
            words.append(Word(opening + text, float(starts[at]), float(starts[end]), probability))
            opening = ""
        at = end
    return tuple(words)
