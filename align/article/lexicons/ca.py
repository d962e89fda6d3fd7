"""Catalan: how it names a source."""

from align.article.lexicons.base import Lexicon, words

CA = Lexicon(
    according_to=words("segons"),
)
