"""Who says something as the object of another verb: the find led *Amy Lin* to say; a video showed *Bo Lane* saying."""

from collections.abc import Sequence

from align.article.attribution.clauses import is_finite
from align.article.attribution.noun_phrases import find_phrase_before
from align.article.attribution.phrase_words import Phrase
from align.article.attribution.sentences import SentenceToken
from align.article.attribution.verb_forms import is_filling, is_passive, is_verb_like
from align.article.lexicons import LEXICON

_SHOWING = LEXICON.perceived | LEXICON.citing | LEXICON.showing | {"of", "with"}  # of him saying


def is_blamed(tokens: Sequence[SentenceToken], cue: int) -> bool:
    """Whether the subject of a verb is another's object: shows *him* saying; praised *Amy Lin* for saying."""
    is_him = tokens[cue - 1].lower in LEXICON.objective and tokens[cue - 2].lower in _SHOWING
    is_for = tokens[cue].lower in LEXICON.participles and tokens[cue - 1].lower in LEXICON.joining_ahead
    return is_for or (is_him and tokens[cue].lower.endswith("ing"))


def is_shown(tokens: Sequence[SentenceToken], phrase: Phrase, cue: int) -> bool:
    """Whether a phrase is who is seen or heard saying something: a video that showed | Amy Lin | shouting."""
    verb = tokens[phrase.start - 1].lower if phrase.start else ""
    return phrase.stop == cue and tokens[cue].lower.endswith("ing") and verb in LEXICON.showing | LEXICON.perceived


def find_caused(tokens: Sequence[SentenceToken], cue: int) -> Phrase | None:
    """Return who was made to say something: the find led | Amy Lin | to say."""
    if tokens[cue - 1].lower == "to" and tokens[cue - 2].lower in LEXICON.causing and is_passive(tokens, cue - 2):
        return find_phrase_before(tokens, cue - 2)  # Amy Lin was prompted to say
    phrase = find_phrase_before(tokens, cue - 1) if tokens[cue - 1].lower == "to" else None
    is_whole = phrase is not None and (phrase.stop == cue - 1 or tokens[phrase.stop].text == "(")  # Amy Lin (R) to
    is_made = phrase is not None and is_whole and phrase.start > 0
    return phrase if phrase and is_made and tokens[phrase.start - 1].lower in LEXICON.causing else None


def find_blamed(tokens: Sequence[SentenceToken], cue: int) -> Phrase | None:
    """Return who is praised or blamed for saying something: Bo Lane praised | Amy Lin | for calling it “late”.

    Or in a video of | her | saying something.
    """
    if tokens[cue - 1].lower in LEXICON.objective:
        return range(cue - 1, cue)
    verb = cue - 2 - (cue > 2 and is_filling(tokens[cue - 2]))
    if verb > 0 and is_verb_like(tokens[verb]) and is_passive(tokens, verb):  # Bo Lane was mocked for saying
        return find_phrase_before(tokens, verb)
    phrase = find_phrase_before(tokens, cue - 1)
    is_whole = phrase is not None and phrase.stop == cue - 1 and phrase.start > 0
    is_object = phrase is not None and is_whole and is_finite(tokens, phrase.start - 1)
    return phrase if is_object else None
