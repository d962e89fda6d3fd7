"""Swedish: its commonest verbs of saying."""

from align.article.lexicons.base import Lexicon, words

SV = Lexicon(
    said=words("sade säger"),
)
