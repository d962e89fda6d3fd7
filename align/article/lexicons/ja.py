"""Japanese: the particles that mark a topic and a quotation."""

from align.article.lexicons.base import Lexicon
from align.article.lexicons.word_lists import words

JA = Lexicon(
    topic_particles=words("は が も"),
    quotatives=words("と"),
)
