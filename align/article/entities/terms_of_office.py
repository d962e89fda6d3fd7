"""Who holds an office that the article only tells by what they do in it: the Lin administration."""

import re
from collections.abc import Mapping, Sequence

from align.article.entities.person import Person
from align.article.lexicons import LEXICON

_OFFICES = dict(LEXICON.terms_of_office)
_TERM = re.compile(rf"\b(?P<name>[A-Z][\w-]+)(?:['’]s)?\s(?P<term>{'|'.join(sorted(_OFFICES))})\b")


def learn_terms(text: str, by_word: Mapping[str, Sequence[Person]]) -> None:
    """Give the office that a noun behind their name tells to whom alone that name means, and who has no other."""
    for match in _TERM.finditer(text):
        bearers = by_word.get(match["name"], ())
        if len(bearers) == 1 and not bearers[0].roles - LEXICON.partisans:
            bearers[0].roles.add(_OFFICES[match["term"]])
