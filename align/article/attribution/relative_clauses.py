"""Is what "which" or "that" ties a verb of saying to anybody who can say something?"""

from collections.abc import Sequence

from align.article.attribution.noun_phrases import find_phrase_before
from align.article.attribution.phrase_words import Phrase
from align.article.attribution.reporting_verbs import touches_ahead
from align.article.attribution.sentences import SentenceToken
from align.article.attribution.verb_forms import is_filling
from align.article.lexicons import LEXICON

_SAYING = LEXICON.head_nouns | LEXICON.documents | LEXICON.messages | LEXICON.organisations | LEXICON.plurals
_PEOPLE = LEXICON.head_nouns - LEXICON.collectives


def hangs_on_thing(tokens: Sequence[SentenceToken], cue: int) -> bool:
    """Whether a verb before a quotation is tied to what is no speaker: Lin got a tip of *a video that said* “…”."""
    if not touches_ahead(tokens, cue) or any(token.lower in LEXICON.according_to for token in tokens[:cue]):
        return False
    phrase = find_phrase_before(tokens, cue)
    return phrase is not None and is_thing_that(tokens, phrase, cue)


def is_thing_that(tokens: Sequence[SentenceToken], phrase: Phrase, cue: int) -> bool:
    """Whether a verb hangs by "which" on what says nothing: numbers which confirmed; not: a report which said.

    Or on a person, who is none: a note by *a user which* said.
    """
    head = tokens[phrase.stop - 1]
    place = cue
    while place > phrase.stop and is_filling(tokens[place - 1]):
        place -= 1
    relative = tokens[place - 1].lower if place > phrase.stop else ""
    nouns = {head.lower, head.lower.removesuffix("s")}
    if head.is_capital or relative not in LEXICON.relatives - LEXICON.personal_relatives:
        return False
    is_person = relative not in LEXICON.complementizers and not nouns.isdisjoint(_PEOPLE)
    return is_person or not nouns & _SAYING
