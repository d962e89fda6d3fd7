"""What do Whisper's models write? Tokens, which make words together with their times."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from whisper.tokenizer import LANGUAGES, Tokenizer, get_tokenizer

from align.errors import OptionError
from align.records import Word
from align.speech.whisper.word_timing import Times

_ENGLISH_VOCABULARY = 51864
"""Tokens of a model that knows English only; the others have more."""

_OTHER_TOKENS = 51765
"""Tokens of a model for many languages that do not name one."""

_OPENING = "\"'“¿([{-"
_CLOSING = "\"'.。,，!！?？:：”)]}、"
"""Punctuation that belongs to the word after or before it, where the tokenizer cuts it off; Whisper's."""


def load_tokenizer(vocabulary: int, language: str) -> Tokenizer:
    """Return the tokenizer of a model with so many tokens; raises OptionError for a language Whisper does not know."""
    if language not in LANGUAGES:
        raise OptionError(f"Whisper knows no language {language}: give a code such as en, cy or fr.")
    is_multilingual = vocabulary > _ENGLISH_VOCABULARY
    languages = vocabulary - _OTHER_TOKENS - int(is_multilingual)
    return get_tokenizer(is_multilingual, num_languages=languages, language=language, task="transcribe")


def join_words(
    tokenizer: Tokenizer, tokens: Sequence[int], logprobs: Sequence[float], starts: Times
) -> tuple[Word, ...]:
    """Return the words that tokens make, punctuation with the word it belongs to.

    `starts` says when each token starts, and then when the last one ends.
    """
    words: list[Word] = []
    opening, at = "", 0
    for text, group in zip(*tokenizer.split_to_word_tokens([*tokens]), strict=True):
        end = at + len(group)
        if text.strip() and text.strip() in _OPENING:
            opening += text
        elif text.strip() in _CLOSING and words:
            words[-1] = replace(words[-1], text=words[-1].text + text)
        else:
            probability = float(np.exp(sum(logprobs[at:end]) / len(group)))
            words.append(Word(opening + text, float(starts[at]), float(starts[end]), probability))
            opening = ""
        at = end
    return tuple(words)
