"""Catalan: how it names a source."""

from align.article.lexicons.base import Lexicon
from align.article.lexicons.word_lists import words

CA = Lexicon(
    according_to=words("segons"),
)
