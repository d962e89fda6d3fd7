"""A list of words, and how a verb says that words came into the world."""

from enum import StrEnum

Words = frozenset[str]
Pairs = frozenset[tuple[str, str]]


class Manner(StrEnum):
    """How a verb says that words came into the world."""

    SAID = "said"
    WROTE = "wrote"
    POSTED = "posted"
    THOUGHT = "thought"
    LABELLED = "labelled"


def words(text: str) -> Words:
    """Return the words of a list that is written as one string."""
    return frozenset(text.split())
