"""How alike two wordings sound: what separates a name spelt by ear from another name.

Letters and phonetic codes are compared by their edit distance (Levenshtein); a language without codes has letters only.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import cdist

from align.languages import Language

_LETTERS_WEIGHT = 0.5  # half letters, half sounds: Metaphone keeps consonants only
_SAME_SOUND = 0.88  # similarity from which words divided differently are the same ("account it", "accounted")


def similarity(spoken: Sequence[str], printed: Sequence[str], language: Language) -> float:
    """Return how alike two runs of keys sound, 0 to 1, whatever their division into words."""
    letters = Levenshtein.normalized_similarity("".join(spoken), "".join(printed))
    code = language.phonetic
    if code is None:
        return letters
    sounds = Levenshtein.normalized_similarity("".join(map(code, spoken)), "".join(map(code, printed)))
    return _LETTERS_WEIGHT * letters + (1 - _LETTERS_WEIGHT) * sounds


def is_same_sound(spoken: Sequence[str], printed: Sequence[str], language: Language) -> bool:
    """Whether two runs of keys sound the same; nobody knows where a language has no phonetic code."""
    return language.phonetic is not None and similarity(spoken, printed, language) >= _SAME_SOUND


def similarities(printed: Sequence[str], spoken: Sequence[str], language: Language) -> NDArray[np.float32]:
    """Return the similarity of every printed key with every spoken one, shape `(len(printed), len(spoken))`."""
    letters = cdist(printed, spoken, scorer=Levenshtein.normalized_similarity, dtype=np.float32)
    code = language.phonetic
    if code is None:
        return letters
    sounds = cdist(
        list(map(code, printed)), list(map(code, spoken)), scorer=Levenshtein.normalized_similarity, dtype=np.float32
    )
    return np.asarray(_LETTERS_WEIGHT * letters + (1 - _LETTERS_WEIGHT) * sounds, dtype=np.float32)
