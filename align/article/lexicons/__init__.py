"""The words by which articles are read, as data: one file per language.

An article does not say yet in which language it is, so it is read by the words of all of them: `LEXICON`.
"""

from align.article.lexicons.base import Lexicon, Manner, join
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
from align.article.lexicons.zh import ZH

__all__ = ["LEXICON", "LEXICONS", "Lexicon", "Manner", "lexicon_of"]

LEXICONS: dict[str, Lexicon] = {
    "en": EN, "de": DE, "fr": FR, "es": ES, "it": IT, "pt": PT, "ca": CA, "nl": NL,
    "sv": SV, "da": DA, "nb": NB, "pl": PL, "zh": ZH, "ja": JA,
}  # fmt: skip
"""The lexicon of every language that has one, by its ISO 639-1 code."""

LEXICON = join(LEXICONS.values())
"""The words of all languages together."""


def lexicon_of(language: str | None) -> Lexicon:
    """Return the words of a language; those of all together if it is not known or has no words here."""
    return LEXICONS.get(language or "", LEXICON)
