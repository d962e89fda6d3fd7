"""Whom does "the mayor" stand for: who holds the offices of an article (coreference)?"""

from collections.abc import Sequence, Set

from align.article.entities.beside import last_introduced
from align.article.entities.mentions import just_before
from align.article.entities.people import People
from align.article.entities.person import Person, as_offices
from align.article.lexicons import LEXICON
from align.records import Span

_LEAD = 600  # characters
_LESSER = LEXICON.lesser_roles
_NAMELESS = LEXICON.collectives | LEXICON.nameless
_TIES = LEXICON.joining | LEXICON.joining_ahead | LEXICON.prepositions
_BY_FAR = 3  # times as often as anybody else


class Holders:
    """Finds who holds an office, by what the article calls those whom it names."""

    def __init__(self, text: str, people: People) -> None:
        self._text, self._people = text, people

    def find_described(self, roles: Set[str], position: int) -> Person | None:
        """Return the only person whom the article calls by all of `roles`, such as "mayor".

        Of several it is the only one whom this paragraph or the last names, if that is about them. None if "a mayor"
        without a name came in between, whom "the mayor" at `position` means then.
        """
        holders = self._holders(roles)
        if len(holders) != 1 or self._is_about_others(holders[0], position):
            holders = self._just_named(holders, position)
        if len(holders) != 1:
            holders = self._most_named(roles, position)
        if len(holders) != 1:
            return None
        named = max(
            (mention.start for mention in self._people.before(position, None) if mention.person is holders[0]),
            default=-1,
        )
        is_another = any(last_introduced(self._text, role, position) > named for role in roles)
        return None if is_another else holders[0]

    def named_as(self, words: Sequence[str], phrase: Span) -> Person | None:
        """Return who alone has the office that "Bo Lane’s new manager" has, or whom an article names behind "an envoy".

        An article without a name is only believed in a lead, whose people the article goes on to name.
        """
        small = [word.lower() for word in words]
        role = small[-1]
        is_lead = small[0] in LEXICON.indefinite_articles and phrase.start < _LEAD
        is_owned = words[0].lower() in LEXICON.owning or any(
            word.endswith(LEXICON.possessive_endings) for word in words
        )
        if role not in LEXICON.roles or not (is_lead or is_owned) or not _TIES.isdisjoint(small):
            return None
        holders = self._holders({role} | (_LESSER & {*small}))
        if len(holders) != 1:
            return None
        return holders[0] if is_owned or self._people.first(holders[0]) > phrase.end else None

    def is_held(self, roles: Set[str], position: int) -> bool:
        """Whether the article calls anybody by all of `roles`, and does not tell of "a mayor" before `position`."""
        return self._holders(roles) != [] and all(last_introduced(self._text, role, position) < 0 for role in roles)

    def is_any(self, roles: Set[str]) -> bool:
        """Whether the article calls anybody by all of `roles`."""
        return self._holders(roles) != []

    def may_be_described(self, person: Person, words: Sequence[str]) -> bool:
        """Whether "the senator" may be `person`: no other is the only one, and it is no man or woman without a name.

        An age alone tells nobody.
        """
        holders = self._holders(LEXICON.roles & {*words} or {*words[-1:]})
        if words[-1].endswith(LEXICON.age_endings):
            return False
        return _NAMELESS.isdisjoint(words) and (person in holders or len(holders) != 1)

    def is_named_most(self, person: Person) -> bool:
        """Whether nobody is named as often."""
        times = self._people.times(person)
        return all(one is person or self._people.times(one) < times for one in self._people.everybody())

    def _holders(self, roles: Set[str]) -> list[Person]:
        wanted = as_offices(roles)
        return [person for person in self._people.everybody() if person.holds(wanted)]

    def _just_named(self, people: Sequence[Person], position: int) -> list[Person]:
        """Return which of some people this paragraph and the last name before `position`, if about one of them."""
        named = [
            mention for mention in self._people.within(just_before(self._text, position)) if mention.person in people
        ]
        is_about = any(mention.is_subject for mention in named)
        return [*{mention.person.full: mention.person for mention in named}.values()] if is_about else []

    def _most_named(self, roles: Set[str], position: int) -> list[Person]:
        """Return who of several that hold an office is named by far most, and was before `position`."""
        ranked = sorted(self._holders(roles), key=self._people.times, reverse=True)
        if len(ranked) < 2 or not as_offices(roles) <= ranked[0].titles:
            return []
        is_most = self._people.times(ranked[0]) >= _BY_FAR * self._people.times(ranked[1])
        return ranked[:1] if is_most and self._people.first(ranked[0]) < position else []

    def _is_about_others(self, holder: Person, position: int) -> bool:
        """Whether this paragraph and the last are about somebody without a known office, and do not name `holder`."""
        near = self._people.within(just_before(self._text, position))
        others = [mention for mention in near if mention.is_subject and not mention.person.roles]
        return others != [] and all(mention.person is not holder for mention in near)
