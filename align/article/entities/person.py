"""Somebody whom an article names, and where it does."""

from collections.abc import Iterable, Set
from dataclasses import dataclass, field

from align.article.lexicons import LEXICON

OFFICES = dict(LEXICON.offices)
"""Words for an office, each with the one that stands for all of them."""


def words_for(role: str) -> frozenset[str]:
    """Return the words for the same office as `role`: Gov, for "governor"."""
    office = OFFICES.get(role, role)
    return frozenset({office, *(word for word, of in OFFICES.items() if of == office)})


@dataclass(slots=True, eq=False)
class Person:
    """Somebody the article names by first name and surname, and all that it has told of them."""

    full: str
    is_female: bool | None = None
    roles: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)  # of these, what stands right before the name: President Amy Lin
    is_certain: bool = False  # that this is a person, and no place or body
    is_proven: bool = False  # that, by the places alone at which the full name stands
    is_kin: bool = False  # told of as somebody's wife, son or the like, who may bear the surname
    is_staffed: bool = False  # somebody is its chief or works there: a body that is named like a person

    def holds(self, offices: Set[str]) -> bool:
        """Whether the article calls them by all of `offices`, and they are no deputy or former one."""
        return offices <= self.roles and not self.roles & LEXICON.lesser_roles - offices

    def may_be(self, is_female: bool | None) -> bool:
        """Whether a word of this gender can mean them."""
        return is_female is None or self.is_female is None or self.is_female == is_female


@dataclass(frozen=True, slots=True)
class Mention:
    """A place outside quotations where a person is named; `is_subject` if their sentence is about them."""

    start: int
    end: int
    person: Person
    is_subject: bool


def the_only(people: Iterable[Person]) -> Person | None:
    """Return somebody if all of `people` are the same person."""
    found = {person.full: person for person in people}
    return next(iter(found.values())) if len(found) == 1 else None


def as_offices(roles: Iterable[str]) -> frozenset[str]:
    """Return words for offices as the one that stands for all of each: congressman, Rep."""
    return frozenset(OFFICES.get(role, role) for role in roles)
