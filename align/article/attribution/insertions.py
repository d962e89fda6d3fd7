"""Who is a sentence about that has more than one thing inserted before its verb?"""

from collections.abc import Sequence

from align.article.attribution.clauses import is_finite
from align.article.attribution.phrase_words import Phrase
from align.article.attribution.phrases_ahead import find_first_phrase
from align.article.attribution.sentences import SentenceToken
from align.article.lexicons import LEXICON

_FEWEST = 3  # commas: Amy Lin, a nurse in Hull, the port, said
_WHERE = LEXICON.prepositions | LEXICON.joining
_ARTICLES = LEXICON.articles | LEXICON.indefinite_articles


def find_before_insertions(tokens: Sequence[SentenceToken], cue: int) -> Phrase | None:
    """Return the subject of the verb at `cue`, right before which a comma ends the last of several insertions.

    The suit, which Bo Lane, and the mayor, Amy Lin, brought, *said*; Amy Lin, a nurse in Hull, the port, *said*; Amy
    Lin, at a meeting in Hull, Texas, *said*; Amy Lin, co-head of Bell Bus, a firm, *said*.
    """
    first = find_first_phrase(tokens[:cue]) if tokens[cue - 1].text == "," else None
    if first is None or tokens[first.stop].text != ",":
        return None
    commas = [place for place in range(first.stop, cue) if tokens[place].text == ","]
    is_relative = tokens[first.stop + 1].lower in LEXICON.relatives
    is_apposition = tokens[first.stop + 1].lower in _ARTICLES and all(tokens[place].is_capital for place in first)
    is_office = tokens[first.stop + 1].lower.rpartition("-")[2] in LEXICON.roles and len(first) > 1
    is_apposition |= is_office and all(tokens[place].is_capital for place in first)
    is_where = tokens[first.stop + 1].lower in _WHERE and all(tokens[place].is_capital for place in first)
    if len(commas) < _FEWEST or not (is_relative or is_apposition or is_where):
        return None
    behind = [tokens[comma + 1] for comma in commas[:-1]]
    is_list = not is_relative and any(token.lower in LEXICON.coordinating for token in behind)
    is_clause = any(is_finite(tokens, comma + 1) for comma in commas[:-1])
    is_quoted = any(token.quoted is not None for token in tokens[:cue])
    return None if is_list or is_clause or is_quoted else first
