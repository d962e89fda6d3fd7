"""Norwegian: its commonest verb of saying."""

from align.article.lexicons.base import Lexicon, words

NB = Lexicon(
    said=words("sier"),
)
