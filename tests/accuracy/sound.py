"""Can this change be heard at all? A planted change must neither sound like the original nor mean the same in print."""

import re
import warnings
from functools import cache

import jellyfish
from rapidfuzz.distance import Levenshtein
from whisper.normalizers import EnglishTextNormalizer

_VOWELS = "aeiou"


@cache
def _normalizer() -> EnglishTextNormalizer:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # it leaves its table of spellings to the garbage collector
        return EnglishTextNormalizer()


def normalize(text: str) -> str:
    """Return `text` as Whisper's own normaliser has it, straight apostrophes given."""
    return str(_normalizer()(text.replace("’", "'")))


def fold(text: str) -> str:
    """Return `text` as it is compared: no case, marks, spelling variants or number formats."""
    return normalize(re.sub(r"[-–—]", " ", text)).replace(" ", "")


def sound_distance(first: str, second: str) -> float:
    """Return how different two wordings sound, 0 to 1, by their phonetic codes."""
    return Levenshtein.normalized_distance(_code(first), _code(second))


def is_audible(spoken: str, printed: str, least: float) -> bool:
    """Whether the two wordings fold apart and sound at least `least` apart."""
    return fold(spoken) != fold(printed) and sound_distance(spoken, printed) >= least


def is_ending_audible(first: str, second: str, following: str) -> bool:
    """Whether a lost or added ending is heard before the next word; not in `words seem`, `asked to`, `asked not`."""
    shorter, longer = sorted((first, second), key=len)
    ending, starts_with_vowel = longer.removeprefix(shorter), following.startswith(tuple(_VOWELS))
    if ending in {"d", "ed"}:
        return starts_with_vowel or shorter.rstrip("e").endswith(("t", "d"))
    return not (ending in {"s", "es"} and following.startswith(("s", "z")))


def _code(text: str) -> str:
    return " ".join(jellyfish.metaphone(word) or word for word in re.findall(r"[a-z']+|\d", text.lower()))
