"""Who is a sentence about that has more than one thing inserted before its verb?"""

from collections.abc import Sequence

from align.article.attribution.clauses import is_finite
from align.article.attribution.phrase_words import Phrase
from align.article.attribution.phrases_ahead import find_first_phrase
from align.article.attribution.sentences import SentenceToken
from align.article.lexicons import LEXICON
from align.article.lexicons.first_names import FIRST_NAMES

_FEWEST = 3  # commas: Amy Lin, a nurse in Hull, the port, said
_LONGEST_OFFICE = 24  # tokens
_NEAR_OFFICE = 5  # tokens
_WHERE = LEXICON.prepositions | LEXICON.joining
_ARTICLES = LEXICON.articles | LEXICON.indefinite_articles


def find_before_insertions(tokens: Sequence[SentenceToken], cue: int) -> Phrase | None:
    """Return the subject of the verb at `cue`, right before which a comma ends the last of several insertions.

    The suit, which Bo Lane, and the mayor, Amy Lin, brought, *said*; Amy Lin, a nurse in Hull, the port, *said*; Amy
    Lin, at a meeting in Hull, Texas, *said*; Amy Lin, co-head of Bell Bus, a firm, *said*.
    """
    if tokens[cue - 1].text != ",":
        return None
    first = find_first_phrase(tokens[:cue])
    if first is None or tokens[first.stop].text != ",":
        return _before_apposition(tokens, cue)
    commas = [place for place in range(first.stop, cue) if tokens[place].text == ","]
    is_relative = tokens[first.stop + 1].lower in LEXICON.relatives
    is_apposition = tokens[first.stop + 1].lower in _ARTICLES and all(tokens[place].is_capital for place in first)
    is_office = tokens[first.stop + 1].lower.rpartition("-")[2] in LEXICON.roles and len(first) > 1
    is_apposition |= is_office and all(tokens[place].is_capital for place in first)
    is_where = tokens[first.stop + 1].lower in _WHERE and all(tokens[place].is_capital for place in first)
    if len(commas) < _FEWEST or not (is_relative or is_apposition or is_where):
        return _before_apposition(tokens, cue)
    behind = [tokens[comma + 1] for comma in commas[:-1]]
    is_list = not is_relative and any(token.lower in LEXICON.coordinating for token in behind)
    is_clause = any(is_finite(tokens, comma + 1) for comma in commas[:-1])
    is_quoted = any(token.quoted is not None for token in tokens[:cue])
    return None if is_list or is_clause or is_quoted else first


def _before_apposition(tokens: Sequence[SentenceToken], cue: int) -> Phrase | None:
    """Return the full name behind which an office of several parts stands: Amy Lin, head of rain, wind and fog, said.

    It stands behind a comma, as in: At Bell Bus, Amy Lin, head of …, said.
    """
    for comma in range(cue - 2, max(2, cue - _LONGEST_OFFICE), -1):
        if tokens[comma].text != ",":
            if tokens[comma].quoted is not None or is_finite(tokens, comma, is_first=False):
                return None
            continue
        start = comma
        while start > 0 and tokens[start - 1].is_capital:
            start -= 1
        is_name = (
            comma - start > 1 and start > 0 and tokens[start - 1].text == "," and tokens[start].text in FIRST_NAMES
        )
        office = {token.lower for token in tokens[comma + 1 : comma + _NEAR_OFFICE]}
        if is_name and not office.isdisjoint(LEXICON.roles):
            return range(start, comma)
    return None
