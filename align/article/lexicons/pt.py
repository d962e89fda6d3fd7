"""Portuguese: its commonest verbs of saying, and what stands around them."""

from align.article.lexicons.base import Lexicon
from align.article.lexicons.word_lists import words

PT = Lexicon(
    said=words("disse diz afirmou afirma declarou explicou acrescentou contou respondeu perguntou destacou"),
    agents=words("por"),
    according_to=words("segundo"),
    pronouns=words("ele ela"),
    female_pronouns=words("ela"),
    male_pronouns=words("ele"),
    determiners=words("um uma"),
    joining_ahead=words("de da do"),
    conjunctions=words("que"),
    coordinating=words("mas"),
)
