"""Where does a reference lack what was said? A quote across such a place is no case: whatever is reported may be right.

The rule: between two words of a reference all witnesses, speech models that hear the clean recording on their own,
have the same words. Models that mishear seldom agree on words that nobody said; where they put other words in place of
the reference's, or none, both may mishear, and the reference is believed.
"""

from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Levenshtein

from align.records import Word
from tests.accuracy.references import Reference
from tests.accuracy.sound import normalize


def unwritten_at(reference: Reference, witnesses: Sequence[Sequence[Word]]) -> frozenset[int]:
    """Return the positions of reference words before which all witnesses have the same words that it lacks."""
    written = [word.text for word in reference.words]
    added = [set(_additions(written, [word.text for word in witness])) for witness in witnesses]
    return frozenset(at for at, _ in set.intersection(*added)) if added else frozenset()


def _additions(written: Sequence[str], heard: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield what was heard between two written words, as it is compared, and before which of them."""
    tokens, words = _tokens(written)
    said, _ = _tokens(heard)
    for step in Levenshtein.opcodes(tokens, said):
        if step.tag == "insert" and 0 < step.src_start < len(tokens):
            yield words[step.src_start], " ".join(said[step.dest_start : step.dest_end])


def _tokens(texts: Sequence[str]) -> tuple[list[str], list[int]]:
    """Return the words in the parts that they are compared by, fillers left out, and which word each is of."""
    parts = [(part, at) for at, text in enumerate(texts) for part in normalize(text.replace("-", " ")).split()]
    return [part for part, _ in parts], [at for _, at in parts]
