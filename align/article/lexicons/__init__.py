"""The words by which articles are read, as data: one file per language.

An article may quote in any language, so it is read by the words of all of them: `LEXICON`. What its own language is
tells which of their small words are names where they stand with a capital: `lookalikes`.
"""

from collections.abc import Iterable
from dataclasses import fields
from functools import lru_cache
from typing import Any

from align.article.lexicons.base import Lexicon
from align.article.lexicons.ca import CA
from align.article.lexicons.da import DA
from align.article.lexicons.de import DE
from align.article.lexicons.en import EN
from align.article.lexicons.es import ES
from align.article.lexicons.fr import FR
from align.article.lexicons.it import IT
from align.article.lexicons.ja import JA
from align.article.lexicons.nb import NB
from align.article.lexicons.nl import NL
from align.article.lexicons.pl import PL
from align.article.lexicons.pt import PT
from align.article.lexicons.sv import SV
from align.article.lexicons.word_lists import Manner, Words
from align.article.lexicons.zh import ZH

__all__ = [
    "LEXICON",
    "LEXICONS",
    "NO_LOOKALIKES",
    "Lexicon",
    "Manner",
    "Words",
    "function_words",
    "join",
    "lexicon_of",
    "lookalikes",
]


def join(lexicons: Iterable[Lexicon]) -> Lexicon:
    """Return one lexicon with the words of several."""
    parts = tuple(lexicons)
    joined: dict[str, Any] = {}
    for part in fields(Lexicon):
        values = [getattr(lexicon, part.name) for lexicon in parts]
        if part.init:
            joined[part.name] = frozenset().union(*values) if isinstance(values[0], frozenset) else sum(values, ())
    return Lexicon(**joined)


LEXICONS: dict[str, Lexicon] = {
    "en": EN, "de": DE, "fr": FR, "es": ES, "it": IT, "pt": PT, "ca": CA, "nl": NL,
    "sv": SV, "da": DA, "nb": NB, "pl": PL, "zh": ZH, "ja": JA,
}  # fmt: skip
"""The lexicon of every language that has one, by its ISO 639-1 code."""

LEXICON = join(LEXICONS.values())
"""The words of all languages together."""

NO_LOOKALIKES = Words()
"""Those of an article whose language is not known."""


def lexicon_of(language: str | None) -> Lexicon:
    """Return the words of a language; those of all together if it is not known or has no words here."""
    return LEXICONS.get(language or "", LEXICON)


@lru_cache(maxsize=32)  # languages
def lookalikes(language: str) -> Words:
    """Return the small words of other languages, which only look like names' first words in this one: Di, Ella, Una.

    None if the language has no words here: they may be its own.
    """
    return function_words(LEXICON) - function_words(LEXICONS[language]) if language in LEXICONS else NO_LOOKALIKES


def function_words(lexicon: Lexicon) -> Words:
    """Return the words of a lexicon that name nobody and nothing, without the particles of names."""
    return (
        lexicon.pronouns
        | lexicon.prepositions
        | lexicon.determiners
        | lexicon.conjunctions
        | lexicon.relatives
        | lexicon.auxiliaries
        | lexicon.adverbs
    )
