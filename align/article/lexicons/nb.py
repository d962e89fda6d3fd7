"""Norwegian: its commonest verb of saying."""

from align.article.lexicons.base import Lexicon
from align.article.lexicons.word_lists import words

NB = Lexicon(
    said=words("sier"),
)
