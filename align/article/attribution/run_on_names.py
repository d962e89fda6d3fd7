"""Names that follow a noun without a comma: in a speech to the House | Mr Lane; on a trip for the talks | Amy Lin."""

from collections.abc import Sequence

from align.article.attribution.clauses import is_finite
from align.article.attribution.phrase_words import Phrase
from align.article.attribution.sentences import SentenceToken
from align.article.lexicons import LEXICON

_TIES = LEXICON.joining | LEXICON.joining_ahead
_LEADING = LEXICON.prepositions - LEXICON.subordinators
_NO_NOUNS = _TIES | LEXICON.prepositions | LEXICON.head_nouns | LEXICON.titles | LEXICON.coordinating


def find_behind_noun(tokens: Sequence[SentenceToken], phrase: Phrase) -> Phrase | None:
    """Return the name that follows another without a comma: in a speech to the House | Mr Lane; to all | Amy Lin."""
    titled = next((place for place in reversed(phrase) if tokens[place].lower in LEXICON.titles), None)
    if titled is not None:
        return range(titled, phrase.stop)
    first = phrase.stop
    while first > phrase.start and tokens[first - 1].is_capital:
        first -= 1
    is_parted = first < phrase.stop and first > phrase.start and tokens[first - 1].lower not in LEXICON.determiners
    return range(first, phrase.stop) if is_parted else None


def is_behind_circumstance(tokens: Sequence[SentenceToken], phrase: Phrase, cue: int) -> bool:
    """Whether only where and when stands before a verb, with no comma behind: On a trip for the talks Bo Lane said."""
    first = int(tokens[0].lower in LEXICON.coordinating)
    is_led = tokens[first].lower in _LEADING and phrase.start > first
    ahead = range(first + 1, phrase.start)
    is_open = all(tokens[place].is_word and not is_finite(tokens, place, is_first=False) for place in ahead)
    name = find_behind_noun(tokens, phrase) if phrase.stop == cue and is_led and is_open else None
    noun = tokens[name.start - 1] if name is not None else None
    return noun is not None and noun.is_word and noun.lower not in _NO_NOUNS
