"""How alike two wordings sound: what separates a name spelt by ear from another name."""

from collections.abc import Sequence
from functools import lru_cache

import jellyfish
import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import cdist

_LETTERS_WEIGHT = 0.5  # half letters, half sounds: Metaphone keeps consonants only


@lru_cache(maxsize=200_000)
def sound_code(key: str) -> str:
    """Return how `key` sounds in English: Philips' Metaphone (1990), or the key itself where it has no code."""
    return (jellyfish.metaphone(key) if key.isascii() else "") or key


def similarity(spoken: Sequence[str], printed: Sequence[str]) -> float:
    """Return how alike two runs of keys sound, 0 to 1, whatever their division into words."""
    letters = Levenshtein.normalized_similarity("".join(spoken), "".join(printed))
    sounds = Levenshtein.normalized_similarity(_codes(spoken), _codes(printed))
    return _LETTERS_WEIGHT * letters + (1 - _LETTERS_WEIGHT) * sounds


def similarities(printed: Sequence[str], spoken: Sequence[str]) -> NDArray[np.float32]:
    """Return the similarity of every printed key with every spoken one, shape `(len(printed), len(spoken))`."""
    letters = cdist(printed, spoken, scorer=Levenshtein.normalized_similarity, dtype=np.float32)
    sounds = cdist(
        [sound_code(key) for key in printed],
        [sound_code(key) for key in spoken],
        scorer=Levenshtein.normalized_similarity,
        dtype=np.float32,
    )
    return np.asarray(_LETTERS_WEIGHT * letters + (1 - _LETTERS_WEIGHT) * sounds, dtype=np.float32)


def _codes(keys: Sequence[str]) -> str:
    return "".join(map(sound_code, keys))
