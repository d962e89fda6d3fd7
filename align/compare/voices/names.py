"""Which voice is whose? Every name gets the voice in which its quotes are likeliest, all names at once."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import log
from typing import NamedTuple

from align.compare.voices.rooms import Sample


class Key(NamedTuple):
    """A name in print; of one that may stand for several people, each `quote` (its id) by itself, else 0."""

    name: str
    quote: int = 0


_PRESENTER = 0.0005
"""Probability that a name in print is the presenter's; from the method (`docs/voices.md`). Three quotes outweigh it,
one does not."""

_SHARED = 0.1
"""Probability, of two names of two quotes and more each, that they have one voice."""

_ROUNDS = 20
"""Names may wait for each other; they hardly ever change twice."""

_PARTICLES = frozenset("de da di do du del della der den van von la le el al bin ibn of the and y e dos ter".split())
_ARTICLES = frozenset("the a an one another some".split())
_PRONOUNS = frozenset("he she they it we i".split())
_TITLES = frozenset("mr mrs ms miss mx dr prof professor sir dame lord lady rev".split())


def canonical_names(names: Iterable[str]) -> dict[str, str]:
    """Return for each name the fullest one of the same person: `Naseem`, `Mr Naseem` and `Sal Naseem` are one.

    What could be short for two stays itself.
    """
    words = {name: _words(name) for name in sorted(set(names))}
    return {name: _fullest(name, words) for name in words}


def _fullest(name: str, words: Mapping[str, tuple[str, ...]]) -> str:
    own = words[name]
    longer = [other for other, theirs in words.items() if own and theirs[-len(own) :] == own and theirs != own]
    longest = max(longer, key=lambda other: len(words[other]), default=name)
    is_clear = all(words[longest][-len(words[other]) :] == words[other] for other in longer)
    same = [other for other, theirs in words.items() if theirs == words[longest]]
    return same[0] if is_clear else name


def _words(name: str) -> tuple[str, ...]:
    words = [word.strip(".,").casefold() for word in name.split()]
    return tuple(word for word in words if word not in _TITLES) or tuple(words)


def is_pronoun(name: str) -> bool:
    """Whether print has a pronoun for a name, which tells nothing of whose voice it should be."""
    return name.casefold() in _PRONOUNS


def is_person(name: str) -> bool:
    """Whether a name can be one person's: `The officers` and `another co-worker` may have many voices."""
    words = name.split()
    is_named = all(word[:1].isupper() or not word[:1].islower() or word in _PARTICLES for word in words)
    return is_named and words[0].casefold() not in _ARTICLES


def name_voices(
    samples: Mapping[Key, Sequence[Sample]], voices: int, presenter: int | None, known: Mapping[Key, int]
) -> dict[Key, int]:
    """Return the voice of each name; that of a `known` one is what it is.

    Of the method in `docs/voices.md`: the voice with the largest sum of log-probabilities over all quotes of a name,
    the presenter's at a price, and one for two names of two quotes and more in the same voice.
    """
    scores = {name: _scores(own, voices, presenter) for name, own in samples.items()}
    named = {name: known.get(name, max(range(voices), key=score.__getitem__)) for name, score in scores.items()}
    for _ in range(_ROUNDS):
        before = dict(named)
        for name in sorted(samples, key=lambda name: (len(samples[name]), name)):
            if name not in known:
                taken = Counter(named[other] for other in samples if other != name and len(samples[other]) > 1)
                price = log(_SHARED) if len(samples[name]) > 1 else 0.0
                named[name] = max(range(voices), key=lambda voice: scores[name][voice] + price * taken[voice])
        if named == before:
            break
    return named


def _scores(samples: Sequence[Sample], voices: int, presenter: int | None) -> list[float]:
    return [
        sum(log(sample.probabilities[voice]) for sample in samples) + (log(_PRESENTER) if voice == presenter else 0.0)
        for voice in range(voices)
    ]
