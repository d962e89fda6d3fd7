"""Danish: its commonest verbs of saying."""

from align.article.lexicons.base import Lexicon
from align.article.lexicons.word_lists import words

DA = Lexicon(
    said=words("sagde siger"),
)
