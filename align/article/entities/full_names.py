"""Which forms has a full name: with initials, with two surnames, with a nickname in between?"""

import re
from collections.abc import Iterator

from align.article.entities.names import Name
from align.article.lexicons.first_names import FIRST_NAMES
from align.records import Span

_NICKNAMED = re.compile(
    r"\b(?P<first>[A-Z][a-z]+) [“\"‘'][A-Z][\w ]{1,15}[”\"’'] (?P<last>[A-Z][\w’'-]+[a-z])\b"
)  # Amy “Bo” Lin


def nicknamed(text: str) -> Iterator[Name]:
    """Yield the names within which a nickname stands in marks: Amy “Bo” Lin."""
    for match in _NICKNAMED.finditer(text):
        if match["first"] in FIRST_NAMES:
            yield Name((match["first"], match["last"]), Span(*match.span()), None, frozenset(), None)


def surnames_of(name: Name) -> Iterator[str]:
    """Yield the surnames that end a name, where there are two: Wye Lin, of Amy Wye Lin; not: Lin."""
    for start in range(1, len(name.words) - 1):
        if name.words[0] in FIRST_NAMES and name.words[start] not in FIRST_NAMES:
            yield " ".join(name.words[start:])


def key_of(name: Name) -> str:
    """Return a name without the dots of initials, with which it need not be printed each time."""
    return name.full.replace(".", "")
