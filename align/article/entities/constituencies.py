"""Who is "the Arizona Republican" or "the senator from Georgia": by what stands beside names, as (R-Ariz.)."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from align.article.entities.mentions import just_before
from align.article.entities.people import People
from align.article.entities.person import Mention, Person, as_offices, the_only
from align.article.lexicons import LEXICON
from align.records import Span

_MEMBERS = LEXICON.partisans | LEXICON.roles
_NOUNS = "|".join(sorted(_MEMBERS | {word for word, _ in LEXICON.offices}))
_TIES = LEXICON.joining_ahead | LEXICON.origins | {"for"}
_OF = "|".join(sorted(_TIES))
_PLACE = r"(?-i:[A-Z][\w.]+(?:\s[A-Z]\w+)?)"
_BEHIND = re.compile(
    rf"""(?:,\s|\s\(|,\s\()(?P<letter>(?-i:[A-Z]))[-–.,]\s?(?P<code>{_PLACE})
    |\s\((?P<alone>(?-i:[A-Z]))\)
    |,\s(?:(?:an?|the)\s)?(?P<before>{_PLACE}?)\s(?:{_NOUNS})\b
    |,?\s(?:(?:an?|the)\s)?(?:[\w-]+\s){{0,3}}?(?:{_NOUNS})\s(?:{_OF})\s(?P<after>{_PLACE})
    |\sof\s(?P<of>{_PLACE})""",
    re.VERBOSE | re.IGNORECASE,
)
"""What stands behind a name: Amy Lin (R-Ariz.); Amy Lin, Ohio Democrat; Amy Lin, a member from Ohio."""

_AHEAD = re.compile(rf"(?P<place>{_PLACE}?)(?:['’]s)?\s(?:{_NOUNS})s?\b", re.IGNORECASE)
"""With what the capitals of a name begin: Arizona Republican Amy Lin; Kentucky Sen. Amy Lin."""

_PARTIES = LEXICON.partisans | LEXICON.party_adjectives | LEXICON.roles
_SEATS = as_offices(LEXICON.seats)
_ELECTED = _SEATS | as_offices(LEXICON.posts)
_LETTERS = frozenset(party[0].upper() for party in LEXICON.partisans)
_LONGEST_TOLD = 80  # characters
_LONGEST_PLACE = 2  # words
_REGIONS = dict(LEXICON.region_codes)
_NAMES = frozenset(_REGIONS.values())


class Constituencies:
    """Finds who represents a place, or is of a party there."""

    def __init__(self, text: str, people: People) -> None:
        self._text, self._people = text, people

    def member(self, phrase: Span, words: Sequence[str]) -> Person | None:
        """Return who the words at `phrase` mean, which tell a party or a place that somebody represents.

        That is whom the sentences before are about, else the only one of whom the article tells that place. None where
        these are not the same: the article may well not tell it of everybody. `words` are all of the phrase.
        """
        head, place = _parts(words)
        if head is None or (place is None and head not in LEXICON.partisans):
            return None
        near = self._people.within(just_before(self._text, phrase.start))
        about = [one.person for one in near if one.is_subject and self._may_be_meant(one.person, words)]
        last = about[-1] if about else None
        everybody = (person for person in self._people.everybody() if person.is_certain)
        told = (person for person in everybody if self._is_told(person, head, place))
        members = [person for person in told if self._people.first(person) < phrase.start]  # not: who comes later
        if last is None or (place is not None and members and not last.roles):
            return the_only(members)
        return last if last in members or not members else None

    def _is_told(self, person: Person, head: str, place: str | None) -> bool:
        """Whether the article tells that somebody is from a place, or of a party where a phrase tells none."""
        places, letters = self._places.get(person, ()), self._letters.get(person, ())
        is_there = place in places if place is not None else head in person.roles or head[0].upper() in letters
        return is_there and self._may_be(person, head)

    def _may_be_meant(self, person: Person, words: Sequence[str]) -> bool:
        """Whether nothing tells that a person has another office, or represents another place, than a phrase says."""
        is_in_office = not (person.roles - LEXICON.partisans) or not person.roles.isdisjoint(_ELECTED)
        is_untold = person not in self._places and self._may_be(person, _parts(words)[0] or "")
        return person.is_certain and is_in_office and (is_untold or not self.is_elsewhere(person, words))

    def is_elsewhere(self, person: Person, words: Sequence[str]) -> bool:
        """Whether a phrase tells a party or a place, and the article does not tell that somebody is from there."""
        head, place = _parts(words)
        is_other = head is not None and head in LEXICON.partisans and not self._may_be(person, head)
        return is_other or (place is not None and place not in self._places.get(person, ()))

    def _may_be(self, person: Person, head: str) -> bool:
        """Whether what an article tells of somebody lets them be called by a noun: no Democrat is the Republican."""
        parties, seats = person.roles & LEXICON.partisans, person.roles & _SEATS
        if head in LEXICON.partisans:
            letters = self._letters.get(person, {head[0].upper()})
            return head[0].upper() in letters and (not parties or head in parties)
        if not person.roles.isdisjoint(LEXICON.lesser_roles):
            return False
        is_holder = not as_offices({head}).isdisjoint(person.roles) or not person.roles - LEXICON.partisans
        is_elected = not person.roles.isdisjoint(_ELECTED)
        return is_holder or (is_elected and (not seats or head in LEXICON.posts))  # Sen. Amy Lin: the Ohio lawmaker

    @property
    def _places(self) -> dict[Person, set[str]]:
        return self._told[0]

    @property
    def _letters(self) -> dict[Person, set[str]]:
        return self._told[1]

    @cached_property
    def _told(self) -> tuple[dict[Person, set[str]], dict[Person, set[str]]]:
        """Where the people of the article are from, and the letters of their parties; found once."""
        places: dict[Person, set[str]] = {}
        letters: dict[Person, set[str]] = {}
        for mention in self._people.within(Span(0, len(self._text))):
            behind = _BEHIND.match(self._text, mention.end, mention.end + _LONGEST_TOLD)
            letter = behind and (behind["letter"] or behind["alone"])
            if letter in _LETTERS:
                letters.setdefault(mention.person, set()).add(letter)
            for place in self._beside(mention, behind):
                places.setdefault(mention.person, set()).add(place)
        return places, letters

    def _beside(self, mention: Mention, behind: re.Match[str] | None) -> Iterator[str]:
        ahead = _AHEAD.match(self._text, mention.start, mention.end)
        told = (*(behind.group("code", "before", "after", "of") if behind else ()), ahead["place"] if ahead else None)
        return (place for name in told if name and (place := _region(name)) is not None)


def _region(name: str) -> str | None:
    """Return which region a name or its short form means, in small letters: arizona, for "Ariz."."""
    small = name.lower().rstrip(".")
    for form in (small, small.split()[0].rstrip(".")):
        if form in _NAMES or form in _REGIONS:
            return _REGIONS.get(form, form)
    return None


def _parts(words: Sequence[str]) -> tuple[str | None, str | None]:
    """Return the noun and the region, in small letters, of "the senior Arizona Republican": republican, arizona."""
    small = [word.lower() for word in words]
    tie = next((place for place, word in enumerate(small) if place > 1 and word in _TIES), None)
    head = small[(tie or len(small)) - 1]
    if small[0] not in LEXICON.articles or head not in _MEMBERS or not tells_party(words):
        return None, None
    region = _region_within(words)
    return head, " ".join(small[region.start : region.stop]) if region else None


def _region_within(words: Sequence[str]) -> range | None:
    """Return where a region is named, the longest of those that begin first: West Virginia, not Virginia."""
    small = [word.lower() for word in words]
    spans = (range(first, first + size) for first in range(len(small)) for size in range(_LONGEST_PLACE, 0, -1))
    return next((span for span in spans if " ".join(small[span.start : span.stop]) in _NAMES), None)


def tells_party(words: Sequence[str]) -> bool:
    """Whether all capitals of a phrase are a party's or a region's: not the Springfield Republican, a newspaper."""
    region = _region_within(words) or range(0)
    others = (word for place, word in enumerate(words) if place > 0 and place not in region and word[0].isupper())
    return all(word.lower() in _PARTIES for word in others)
