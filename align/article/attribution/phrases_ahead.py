"""Which words from a place on name somebody: noun phrases (NP chunks), read forwards."""

from collections.abc import Sequence

from align.article.attribution.called import find_called
from align.article.attribution.offices import is_acronym_bracket, is_sent, is_within_body, is_within_office
from align.article.attribution.phrase_words import (
    LONGEST_PHRASE,
    NO_START,
    OBJECTS,
    Phrase,
    begins_verb,
    is_after_name,
    is_complement,
    is_constituency,
    is_genitive,
    is_particle,
    is_present_verb,
    is_within_name,
    may_be_noun,
)
from align.article.attribution.sentences import SentenceToken
from align.article.attribution.verb_forms import begins_adverbial, is_adverb_like, is_opening, is_verb_like
from align.article.lexicons import LEXICON

_AFTER_ONE = (
    LEXICON.prepositions
    | LEXICON.conjunctions
    | LEXICON.auxiliaries
    | LEXICON.cues.keys()
    | LEXICON.adverbs
    | LEXICON.periods
) - {"of"}
_ARTICLES = (LEXICON.articles | LEXICON.indefinite_articles) - LEXICON.pronouns - {"another"}
_OWNED = LEXICON.head_nouns | LEXICON.bodies | LEXICON.organisations
_ENDING = LEXICON.conjunctions | LEXICON.auxiliaries | LEXICON.phrase_ends


def find_phrase_after(tokens: Sequence[SentenceToken], start: int) -> Phrase | None:
    """Return the noun phrase that begins at `start`."""
    end = start
    if start < len(tokens) and is_constituency(tokens[start]):
        return None
    while end < min(len(tokens), start + LONGEST_PHRASE) and _goes_on(tokens, start, end):
        end += 1
    if end - start > 1 and tokens[end - 1].lower in LEXICON.joining:
        end -= 1
    called = find_called(tokens, end) if start < end < len(tokens) else None
    end = called.stop if called else end
    return range(start, end) if end > start else None


def find_first_phrase(tokens: Sequence[SentenceToken]) -> Phrase | None:
    """Return the phrase that a sentence is about: its first one after adverbials such as "On Friday, …"."""
    start = 0
    while start < len(tokens) and is_opening(tokens[start]):
        start += 1
    if start < len(tokens) and begins_adverbial(tokens[start]):
        commas = (place for place in range(start, len(tokens)) if tokens[place].text == ",")
        start = next(commas, len(tokens) - 1) + 1
    return find_phrase_after(tokens, start)


def _goes_on(tokens: Sequence[SentenceToken], start: int, place: int) -> bool:
    """Whether the phrase that began at `start` includes the token at `place`."""
    token, before = tokens[place], tokens[place - 1] if place > start else None
    word = token.lower
    if token.quoted is not None or not (token.is_word or is_within_name(tokens, place)):
        return is_acronym_bracket(tokens, start, place) or (token.text == "," and is_within_body(tokens, start, place))
    if before is None:
        return _may_begin(tokens, place)
    if before.lower in LEXICON.pronouns and place == start + 1:
        is_counted = before.lower == "one" and word not in _AFTER_ONE  # one resident, one of them, one Hull aide
        return is_counted or (before.lower == "il" and word in LEXICON.roles)  # il sindaco
    if is_particle(tokens, place) or _is_attribute_of_owned(tokens, place):
        return True
    if word in LEXICON.determiners and not is_complement(tokens, start, place):
        return before.lower in LEXICON.joining or is_genitive(tokens, place) or is_sent(tokens, place)
    if before.lower in _ARTICLES or (before.lower in LEXICON.determiners and may_be_noun(token)):
        return True  # a laughing Amy Lin
    if word in LEXICON.joining_ahead or is_within_office(tokens, place) or is_complement(tokens, start, place):
        return True
    if (
        token.is_capital
        or token.text in (".", "&", "'", "’")
        or (word == "and" and is_within_body(tokens, start, place))
    ):
        return True
    is_object_next = place + 1 < len(tokens) and tokens[place + 1].lower in LEXICON.determiners | LEXICON.personal
    is_led = tokens[start].lower in LEXICON.determiners and not is_object_next  # another | brandished a knife
    is_described = is_led and place == start + 2 and is_adverb_like(before.lower)  # a visibly moved Amy Lin
    if is_verb_like(token) and place > start + is_led + is_described:
        return False
    return not _stops(tokens, place) and not (before.is_capital and is_after_name(tokens, start, place))


def _is_attribute_of_owned(tokens: Sequence[SentenceToken], place: int) -> bool:
    """Whether a participle behind an owner is an attribute of what is theirs: Hull's | governing party."""
    token, behind = tokens[place], tokens[place + 1] if place + 1 < len(tokens) else None
    is_owned = tokens[place - 1].is_capital and tokens[place - 1].text.endswith(LEXICON.possessive_endings)
    is_attribute = token.lower.endswith("ing") and token.lower not in LEXICON.cues
    is_noun = behind is not None and (behind.is_capital or behind.lower in _OWNED)
    return is_owned and is_attribute and is_noun


def _may_begin(tokens: Sequence[SentenceToken], place: int) -> bool:
    """Whether a phrase may begin with the word at `place`: the, Amy, *von* Lane; not: who, told, on."""
    token = tokens[place]
    if token.text in LEXICON.name_particles and place + 1 < len(tokens):
        behind = place + 1 + (tokens[place + 1].text in LEXICON.name_particles)  # de la Lane
        if behind < len(tokens) and tokens[behind].is_capital:
            return True
    return token.lower not in _ENDING | NO_START and (not begins_verb(token) or token.is_capital)


def _stops(tokens: Sequence[SentenceToken], place: int) -> bool:
    """Whether a word begins what follows a phrase: who, on, said, quickly, he, themselves, didn’t."""
    token, before = tokens[place], tokens[place - 1]
    word = token.lower
    return (
        word in _ENDING
        or word in LEXICON.reflexives
        or word.endswith(LEXICON.negation_endings)  # Amy Lin | didn’t seem sad
        or is_present_verb(tokens, place)
        or word in LEXICON.prepositions
        or begins_verb(token)
        or is_adverb_like(word)
        or word in LEXICON.pronouns
        or (word in OBJECTS and before.lower not in LEXICON.joining_ahead)
    )
