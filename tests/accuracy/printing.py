"""How does a newsroom print these words? Spelling and numerals vary: no difference by `align/article/README.md`."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from random import Random

from align.records import Span
from tests.accuracy import lexicon
from tests.accuracy.runs import Words, bare

_RESTYLED = 0.5
"""Share of the words with two spellings, or with digits, that are printed the other way."""


def join(tokens: Sequence[str]) -> tuple[str, tuple[Span, ...]]:
    """Return printed words as one text, and the positions of each in it."""
    text, spans = "", []
    for token in tokens:
        text += " " if text and not text.endswith("—") else ""
        spans.append(Span(len(text), len(text) + len(token)))
        text += token
    return text, tuple(spans)


def printed_words(words: Words, positions: Sequence[int], random: Random) -> tuple[str, ...]:
    """Return words as print has them: no inner quote marks or brackets, and at the end no mark that leads on."""
    tokens = [re.sub(r"[\"“”()]|^[‘’']|(?<=[,.;:!?])[’']$", "", words[at].text) for at in positions]
    around = [{bare(words[near].text) for near in (at - 1, at + 1) if 0 <= near < len(words)} for at in positions]
    tokens = [_restyle(token, near, random) for token, near in zip(tokens, around, strict=True)]
    tokens[-1] = tokens[-1].rstrip(",;:—.")
    return tuple(tokens)


def _restyle(token: str, around: set[str], random: Random) -> str:
    core = bare(token)
    other = lexicon.DIGITS.get(core) if not _holds_number(around) else None
    other = other or _spellings().get(core)
    if core in {"i", "i'm", "i've", "i'd", "i'll"}:
        return token[:1].upper() + token[1:]
    is_plain = token[:1].islower() and token[: len(core)] == core
    return other + token[len(core) :] if other and is_plain and random.random() < _RESTYLED else token


def _holds_number(around: set[str]) -> bool:
    numbers = {*lexicon.DIGITS, *(word for row in lexicon.NUMBERS for word in row.split())}
    return any(word.partition("-")[0] in numbers or word[:1].isdigit() for word in around)


@cache
def _spellings() -> Mapping[str, str]:
    pairs = dict(pair.split() for pair in lexicon.BRITISH_AMERICAN.split("|"))
    both = {**pairs, **{american: british for british, american in pairs.items()}}
    return {**both, **{f"{word}s": f"{other}s" for word, other in both.items()}}


def tidy_contraction(tokens: Sequence[str]) -> tuple[str, ...] | None:
    """Return the words with the first contraction written out or pair contracted; None if there is neither."""
    for at, token in enumerate(tokens):
        pair = " ".join(tokens[at : at + 2]).lower()
        if full := lexicon.CONTRACTIONS.get(token.lower().replace("’", "'")):
            return (*tokens[:at], *_cased(full, token).split(), *tokens[at + 1 :])
        if pair in _contractible():
            return (*tokens[:at], _cased(_contractible()[pair], token), *tokens[at + 2 :])
    return None


@cache
def _contractible() -> Mapping[str, str]:
    return {full: short for short, full in lexicon.CONTRACTIONS.items()}


def _cased(words: str, like: str) -> str:
    is_capital = like[:1].isupper() or words.startswith(("i'", "i "))
    return words[:1].upper() + words[1:] if is_capital else words
