"""Which words can belong to a noun phrase, whatever else is in it?"""

import re
from collections.abc import Sequence

from align.article.attribution.sentences import SentenceToken
from align.article.attribution.verb_forms import is_adverb_like
from align.article.lexicons import LEXICON

Phrase = range
"""Positions in a sentence's tokens."""

LONGEST_PHRASE = 16  # words
NO_START = LEXICON.prepositions | (LEXICON.negations - LEXICON.nobody)
OBJECTS = LEXICON.objective - LEXICON.owning  # him, them; not: her

_NAMED = LEXICON.head_nouns | LEXICON.documents | LEXICON.messages | LEXICON.voices  # a USA Today *article*
_SHORT_TITLES = LEXICON.short_titles
_CONSTITUENCY = re.compile(r"[DRI]-[A-Z]")


def is_modifier(tokens: Sequence[SentenceToken], place: int) -> bool:
    """Whether a word stands behind a noun that it tells more of: a person *close* to him, a man *outside* the bar."""
    word, following = tokens[place].lower, tokens[place + 1] if place + 1 < len(tokens) else None
    if following is None or place == 0:
        return False
    needs_object = word.endswith("ing") or word in LEXICON.around
    is_met = (following.lower in LEXICON.determiners or following.is_capital) if needs_object else False
    is_met |= not needs_object and following.lower in LEXICON.prepositions
    is_adjective = word in LEXICON.postmodifiers and (_is_opening(tokens, place) or not tokens[place - 1].is_capital)
    return is_met and (is_adjective or (word in LEXICON.around and _may_be_around(word, tokens[place - 1].lower)))


def _is_opening(tokens: Sequence[SentenceToken], place: int) -> bool:
    """Whether only one word of the sentence stands before `place`: People *close* to Amy Lin."""
    return place < 2 or tokens[place - 2].ends_sentence


def _may_be_around(word: str, noun: str) -> bool:
    """Whether a noun may have "outside the court" or "by the mayor" behind it."""
    if noun in LEXICON.documents:
        return word == "by"
    return word != "by" and (noun in LEXICON.head_nouns or noun.removesuffix("s") in LEXICON.head_nouns)


def is_complement(tokens: Sequence[SentenceToken], start: int, place: int) -> bool:
    """Whether the phrase from `start` goes on at `place` with a modifier and what it needs: *close to the* mayor."""
    word = tokens[place].lower
    if is_modifier(tokens, place) or (word in LEXICON.prepositions and is_modifier(tokens, place - 1)):
        return True
    if is_subject_of_body(tokens, place):
        return True
    is_behind = any(is_modifier(tokens, earlier) for earlier in (place - 1, place - 2) if earlier > start)
    return word in LEXICON.determiners and is_behind


def is_genitive(tokens: Sequence[SentenceToken], place: int) -> bool:
    """Whether the article at `place` ties its noun to the one before: Sprecher der Polizei."""
    return place > 0 and tokens[place].text in LEXICON.genitive_articles and tokens[place - 1].is_capital


def is_subject_of_body(tokens: Sequence[SentenceToken], place: int) -> bool:
    """Whether a body is named after what follows: the Panel *on* Climate Change; not: on Tuesday."""
    if not 0 < place < len(tokens) - 1 or tokens[place].lower not in LEXICON.organisation_ties:
        return False
    body, following = tokens[place - 1], tokens[place + 1]
    is_body = body.is_capital and body.lower in LEXICON.organisations | LEXICON.bodies
    return is_body and tokens[place].lower == "on" and following.is_capital and following.lower not in LEXICON.periods


def is_hearsay(tokens: Sequence[SentenceToken], place: int) -> bool:
    """Whether others say so of somebody: she is *alleged* to have said."""
    is_infinitive = place + 2 < len(tokens) and tokens[place + 1].lower == "to" and tokens[place + 2].lower == "have"
    return is_infinitive and tokens[place].lower in LEXICON.hearsay


def is_constituency(token: SentenceToken) -> bool:
    """Whether a word behind a name is a party and a place: Amy Lin, *R-TX*."""
    return _CONSTITUENCY.match(token.text) is not None


def may_be_noun(token: SentenceToken) -> bool:
    """Whether a verb of saying has the form of a noun: report, reports, claim."""
    return token.lower in LEXICON.cues and not token.lower.endswith(LEXICON.sure_endings)


def is_boundary(token: SentenceToken) -> bool:
    """Whether a word cannot belong to a phrase."""
    word = token.lower
    if word in LEXICON.conjunctions or word in LEXICON.pronouns or word in LEXICON.auxiliaries:
        return word != "one" and not (token.is_capital and len(word) == 1)
    return begins_verb(token) and not token.is_capital


def is_abbreviation_dot(tokens: Sequence[SentenceToken], place: int) -> bool:
    """Whether a stop only shortens a word: Mr. Lin, Bo Lane Jr."""
    if place == 0 or tokens[place].text != "." or tokens[place].ends_sentence:
        return False
    word = tokens[place - 1]
    is_short = word.lower.rpartition("-")[2] in _SHORT_TITLES or (
        word.lower in LEXICON.generations and word.is_capital
    )  # Bo Lane Jr.
    is_short |= word.lower in LEXICON.companies and word.is_capital  # Bell & Co.
    is_day = word.is_capital and word.lower in LEXICON.abbreviations and _is_number(tokens, place + 1)  # Aug. 19
    is_number = word.lower == "no" and _is_number(tokens, place + 1)  # the No. 2 aide
    return is_short or is_number or is_day or (len(word.text) == 1 and word.is_capital)


def _is_number(tokens: Sequence[SentenceToken], place: int) -> bool:
    return place < len(tokens) and tokens[place].text.isdigit()


def is_within_name(tokens: Sequence[SentenceToken], place: int) -> bool:
    """Whether a stop is part of a name: Mr. Voss, Bell & Sons."""
    if tokens[place].text in ("'", "’"):  # Bell Economics’ analyst Bo Lane
        return 0 < place < len(tokens) - 1 and tokens[place - 1].text.endswith("s") and tokens[place + 1].is_word
    if tokens[place].text == "&":
        return 0 < place < len(tokens) - 1 and tokens[place - 1].is_capital and tokens[place + 1].is_capital
    return is_abbreviation_dot(tokens, place)


def is_particle(tokens: Sequence[SentenceToken], place: int) -> bool:
    """Whether a small word stands within a name: Bo *el* Lane."""
    is_small = 0 < place < len(tokens) - 1 and tokens[place].text in LEXICON.name_particles
    return is_small and tokens[place - 1].is_capital and tokens[place + 1].is_capital


def begins_verb(token: SentenceToken) -> bool:
    """Whether a word is a reporting verb and could not be a noun as well: press secretary, record label."""
    word = token.lower
    return word in LEXICON.cues and word not in LEXICON.plain_cues and word not in LEXICON.documents


def is_after_name(tokens: Sequence[SentenceToken], start: int, place: int) -> bool:
    """Whether the word at `place` only follows a name (said Amy Lin *outside*), not its noun (a Google *boss*)."""
    if tokens[place - 1].text.endswith(LEXICON.possessive_endings):
        return False
    first = place - 1
    while first > start and tokens[first - 1].is_capital:
        first -= 1
    if tokens[place].lower in LEXICON.postmodifiers:  # one Republican | close to
        return True
    is_lone = first == start and place == start + 1  # Labour leader
    is_led = first > start and tokens[first - 1].lower in LEXICON.determiners | LEXICON.indefinite_articles
    is_led |= tokens[start].lower in LEXICON.determiners and tokens[start].is_capital and first == start
    is_noun = first == place - 1 and not tokens[place].lower.endswith("s")  # the likely Republican | nominee
    is_small = not any(token.is_capital for token in tokens[start + 1 : first])
    is_led |= is_noun and is_small and tokens[start].lower in LEXICON.articles
    return not (is_lone or is_led or tokens[place].lower in _NAMED)


def is_planned(tokens: Sequence[SentenceToken], place: int) -> bool:
    """Whether a name's verb has a verb of saying as its object: Lane *plans* to say; not: Lane’s plans to say."""
    if place == 0 or place + 2 >= len(tokens) or tokens[place].is_capital or not tokens[place].lower.endswith("s"):
        return False
    before = tokens[place - 1]
    is_named = before.is_capital and not before.text.endswith(LEXICON.possessive_endings)
    return is_named and tokens[place + 1].lower == "to" and tokens[place + 2].lower in LEXICON.cues


def is_present_verb(tokens: Sequence[SentenceToken], place: int) -> bool:
    """Whether a word is a verb in the present tense: Lane *appears* visibly sad; Lane *plans* to say.

    An adverb, an object or a verb of saying follows.
    """
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    if following is None or not tokens[place].lower.endswith("s"):
        return False
    if not tokens[place - 1].is_capital:  # The email includes a line
        return following.lower in LEXICON.indefinite_articles and not tokens[place - 1].lower.endswith("s")
    is_object = following.lower in LEXICON.determiners | LEXICON.personal or following.quoted is not None
    is_object |= following.lower == "to" and tokens[place].lower in LEXICON.seeming  # Lane appears to have gone
    return is_object or is_planned(tokens, place) or (is_adverb_like(following.lower) and not following.is_capital)
