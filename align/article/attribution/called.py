"""By which name does a description call somebody? A resident named Bo Lane; a man identified as Bo Lane."""

from collections.abc import Sequence

from align.article.attribution.sentences import DASHES, SentenceToken
from align.article.lexicons import LEXICON

_LONGEST_NAME = 6  # words
_CLOSING = frozenset(",.;:)(") | DASHES
_BEHIND = LEXICON.relatives | LEXICON.auxiliaries | LEXICON.adverbs | LEXICON.cues.keys()


def find_called(tokens: Sequence[SentenceToken], place: int) -> range | None:
    """Return the name behind "named", "called" or "identified as" at `place`, if a noun is called so there.

    Not: critics called Bo Lane a “liar”; she was named Bo; police named Bo Lane as the driver.
    """
    word = tokens[place].lower
    is_called, is_known = word in LEXICON.called, word in LEXICON.known
    if not (is_called or is_known) or not 0 < place < len(tokens) - 1 or not _is_noun(tokens[place - 1]):
        return None
    start = place + 1
    if is_known and tokens[start].lower not in LEXICON.equating:  # identified *as*
        return None
    start += is_known
    stop = start
    while stop < min(len(tokens), start + _LONGEST_NAME) and _is_part(tokens[stop]):
        stop += 1
    has_capital = any(tokens[later].is_capital for later in range(start, stop))
    is_over = stop == len(tokens) or tokens[stop].text in _CLOSING or tokens[stop].lower in _BEHIND
    return range(start, stop) if has_capital and is_over else None


def _is_noun(token: SentenceToken) -> bool:
    """Whether a word may be what somebody is: user, resident; not: she, was, critics."""
    is_other = token.lower in LEXICON.pronouns or token.lower in LEXICON.auxiliaries
    is_plural = token.lower in LEXICON.plurals or token.lower.endswith("s")
    return token.is_word and not (token.is_capital or is_other or is_plural)


def _is_part(token: SentenceToken) -> bool:
    return token.is_capital or (token.is_word and (token.text[0].isdigit() or token.lower in LEXICON.name_particles))
