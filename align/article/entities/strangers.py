"""Who is named by one word alone, so that nothing tells of what sort they are, and may be whom a pronoun means?"""

import re
from collections.abc import Iterator
from functools import lru_cache

from align.article.entities.mentions import is_finite_word
from align.article.lexicons import LEXICON, function_words
from align.records import Span

_LONE = re.compile(r"(?:(?<=[.!?”\"]\s)|(?<=\n)|(?<=,\s))(?P<name>[A-Z][a-z]+)\s(?P<verb>[a-z]+)")
_NO_SUBJECTS = (
    function_words(LEXICON)
    | LEXICON.openers
    | LEXICON.periods
    | LEXICON.countries
    | LEXICON.demonyms
    | LEXICON.organisations
    | LEXICON.head_nouns
    | LEXICON.documents
    | LEXICON.plurals
)
_FARTHEST = 3000  # characters back to the start of the line


def is_name(text: str, word: str) -> bool:
    """Whether a text has a word as a name, where no sentence begins with it: as *Bell* said; not: Examples."""
    return word in _names_within(text)


@lru_cache(maxsize=1)  # the article that is read
def _names_within(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"(?<=[\w,’'] )[^\W\d_]\w*", text))


def lone_subjects(text: str, span: Span) -> Iterator[str]:
    """Yield single capitals that sentences or clauses in `span` are about: *Lane* might have; not: Rain, Then."""
    for match in _LONE.finditer(text, span.start, span.end):
        name = match["name"].lower()
        farthest = max(0, match.start() - _FARTHEST)
        line = text[max(farthest, text.rfind("\n", farthest, match.start())) : match.start()]
        if line.count("“") > line.count("”") or line.count('"') % 2:  # said by somebody else
            continue
        if name not in _NO_SUBJECTS and not name.endswith(("s", "ly")) and is_finite_word(match["verb"]):
            yield match["name"]
