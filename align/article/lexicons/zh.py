"""Chinese: its commonest verbs of saying."""

from align.article.lexicons.base import Lexicon
from align.article.lexicons.word_lists import words

ZH = Lexicon(
    said=words("说 说道 表示 称 指出 强调 认为 說 說道"),
)
