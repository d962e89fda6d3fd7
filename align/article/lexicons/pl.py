"""Polish: its commonest verbs of saying."""

from align.article.lexicons.base import Lexicon
from align.article.lexicons.word_lists import words

PL = Lexicon(
    said=words("powiedział powiedziała dodał dodała stwierdził stwierdziła mówi"),
)
