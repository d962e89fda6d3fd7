"""By what is a passage found? By its words, as `compare/tokens.py` folds them, and by its pairs of neighbouring words.

Common words tell nothing of a place, but hardly any two of them in a row are common: pairs are how a quotation of such
words is found (the common grams of Lucene). A term is kept as a hash of it: so whatever stands in a transcript or in
what somebody looks for, full-text syntax too, the index sees ten hexadecimal digits.
"""

from collections.abc import Iterator, Sequence
from hashlib import blake2b
from itertools import pairwise
from typing import NamedTuple

from align.compare.token import Token

PASSAGE = 64
"""Words of a passage, some 25 s of speech: as long as most quotations, so one lies in one passage or in two."""

_BYTES = 5
"""Of a hash. Of ten million different terms fifty pairs may be confused, which costs two wrong votes."""


class IndexTerm(NamedTuple):
    """A word, or a pair of words, that may vote for a passage; `at` is the position of its first token."""

    at: int
    key: str
    is_pair: bool

    @property
    def digits(self) -> str:
        """What it is in the index."""
        return blake2b(self.key.encode(errors="replace"), digest_size=_BYTES).hexdigest()


def terms_of(tokens: Sequence[Token]) -> Iterator[IndexTerm]:
    """Yield the terms of tokens: each with all that sounds the same, and each with the next."""
    for at, token in enumerate(tokens):
        for key in (token.key, *token.also):
            yield IndexTerm(at, key, False)
    for at, (one, other) in enumerate(pairwise(tokens)):
        yield IndexTerm(at, f"{one.key} {other.key}", True)


def terms_by_passage(tokens: Sequence[Token], passages: int) -> tuple[str, ...]:
    """Return what the index keeps of each passage of a recording, whose tokens these are: each term once."""
    found: list[set[str]] = [set() for _ in range(passages)]
    digits: dict[str, str] = {}
    for term in terms_of(tokens):
        if term.key not in digits:
            digits[term.key] = term.digits
        found[tokens[term.at].start // PASSAGE].add(digits[term.key])
    return tuple(" ".join(sorted(terms)) for terms in found)
