"""Polish: its commonest verbs of saying."""

from align.article.lexicons.base import Lexicon, words

PL = Lexicon(
    said=words("powiedział powiedziała dodał dodała stwierdził stwierdziła mówi"),
)
