"""Danish: its commonest verbs of saying."""

from align.article.lexicons.base import Lexicon, words

DA = Lexicon(
    said=words("sagde siger"),
)
