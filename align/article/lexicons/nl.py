"""Dutch: its commonest verbs of saying."""

from align.article.lexicons.base import Lexicon
from align.article.lexicons.word_lists import words

NL = Lexicon(
    said=words("zei zegt aldus vertelde"),
    leading_particles=words("van"),
)
