"""Dutch: its commonest verbs of saying."""

from align.article.lexicons.base import Lexicon, words

NL = Lexicon(
    said=words("zei zegt aldus vertelde"),
    leading_particles=words("van"),
)
