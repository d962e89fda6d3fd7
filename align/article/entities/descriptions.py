"""Whom does "the mayor", "the student" or "the group" mean?"""

import re
from collections.abc import Iterator, Sequence

from align.article.entities.bodies import FEW, Bodies
from align.article.entities.constituencies import tells_party
from align.article.entities.discourse import Discourse, Referent
from align.article.entities.holders import Holders
from align.article.entities.mentions import just_before, sentence_end, sentence_start
from align.article.entities.names import Name, names_in
from align.article.entities.people import People
from align.article.entities.person import Mention, Person, the_only, words_for
from align.article.lexicons import LEXICON, Words
from align.records import Span

_PERSONS = (LEXICON.roles | LEXICON.head_nouns) - LEXICON.collectives
_CALLED = _PERSONS | LEXICON.epithets | LEXICON.natives
_OFFICES = LEXICON.roles | LEXICON.titles
_PARTIES = LEXICON.partisans | LEXICON.party_adjectives
_LONGEST_OFFICE = 5  # words
_LONGEST_NAME = 60  # characters
_NEAR = 20_000  # characters in which an office or a place is looked for
_A = "|".join(sorted(LEXICON.indefinite_articles))
_LESSER = "(?:" + "|".join(sorted(LEXICON.lesser_roles)) + ")"
_ANONYMOUS = re.compile(
    r"\banonymity\b|\bnot (?:to )?be (?:named|identified|quoted)\b|\bdeclined to be (?:named|identified)\b"
)
_UNNAMED = LEXICON.nameless | LEXICON.spokespeople
_WHO = "|".join(sorted(LEXICON.personal_relatives | {"and"}))


def near(text: str, position: int) -> Span:
    """Return what is near `position`: all of an ordinary article."""
    return Span(max(0, position - _NEAR), min(len(text), position + _NEAR))


class Descriptions:
    """Finds the names of those who are only described."""

    def __init__(self, text: str, people: People, bodies: Bodies, lookalikes: Words) -> None:
        self._text, self._people, self._bodies, self._lookalikes = text, people, bodies, lookalikes
        self._holders = Holders(text, people)

    def holder(self, words: Sequence[str], position: int) -> Person | None:
        """Return who alone holds the role that "the mayor" at `position` names."""
        roles = frozenset(words[1:])
        roles = roles - _PARTIES or roles  # the Republican president
        is_office = words[0] in LEXICON.articles and roles and roles <= LEXICON.roles
        return self._holders.find_described(roles, position) if is_office else None

    def aged(self, phrase: Span, words: Sequence[str], discourse: Discourse) -> str | None:
        """Return who "the 56-year-old" is: whose age the article gives so, else the only one quoted so far, if near."""
        age = next((word for word in words if word.endswith(LEXICON.age_endings)), None)
        if age is None or words[0] not in LEXICON.articles:
            return None
        years = re.compile(rf",\s{re.escape(age.partition('-')[0])}\b(?!-)")
        around = near(self._text, phrase.start)
        ends = [match.start() for match in years.finditer(self._text, around.start, around.end)]
        told = the_only(mention.person for end in ends for mention in self._ending_at(end))
        if told is not None or ends:
            return told.full if told else None
        near_by = {mention.person.full for mention in self._people.within(just_before(self._text, phrase.start))}
        return next(iter(discourse.people)) if len(discourse.people) == 1 and discourse.people <= near_by else None

    def _ending_at(self, end: int) -> Iterator[Mention]:
        """Yield the mention of a person that ends at a place of the text."""
        near_by = self._people.within(Span(max(0, end - _LONGEST_NAME), end))
        return (mention for mention in near_by if mention.end == end)

    def apposed(self, phrase: Span, words: Sequence[str]) -> Person | None:
        """Return who "the Ofsted chief" is if just these words stand before a name: Ofsted chief, Amy Lin.

        Or "Ofsted chief", without an article.
        """
        is_led = words[0] in LEXICON.articles
        is_small = (
            self._text[phrase.end - 1].islower() and words[-1] == self._text[phrase.start : phrase.end].split()[-1]
        )
        is_long = 2 - (not is_led) < len(words) <= _LONGEST_OFFICE
        is_office = words[-1].lower() in _OFFICES and (is_led or (is_small and words[0] not in LEXICON.determiners))
        if not (is_long and is_office):
            return None
        office = " ".join(self._text[phrase.start : phrase.end].split()[is_led:])
        around = near(self._text, phrase.start)
        of_what, role = office[: -len(words[-1])], office[-len(words[-1]) :].lower()
        roles = "|".join(map(re.escape, sorted(words_for(role))))  # the Ohio governor: Ohio Gov. Amy Lin
        pattern = re.compile(
            rf"\b(?P<lesser>{_LESSER}\s)?{re.escape(of_what)}(?:{roles})\b\.?,?\s(?=[^\W\d_])", re.IGNORECASE
        )
        matches = pattern.finditer(self._text, around.start, around.end)
        ahead = self._only(match.end() for match in matches if match["lesser"] is None)
        return ahead or (self._told_behind(office, phrase) if is_small else None)

    def _told_behind(self, office: str, phrase: Span) -> Person | None:
        """Return the only person behind whose name an office stands: Amy Lin, the Bell founder; the founder of Bell.

        What `phrase` itself stands behind is another: Amy Lin left, the Bell founder said.
        """
        around = near(self._text, phrase.start)
        body, _, role = office.rpartition(" ")
        forms = "|".join(map(re.escape, (office, *((f"{role} of {body}", f"{role} of the {body}") if body else ()))))
        told = re.compile(rf",\s(?:the\s|an?\s)?(?:{forms})(?=[,.;)]|\s(?:{_WHO})\b)", re.IGNORECASE)
        matches = told.finditer(self._text, around.start, around.end)
        behind = (match.start() for match in matches if not match.start() <= phrase.start < match.end())
        named = (mention.person for end in behind for mention in self._ending_at(end))
        return the_only(named)

    def inferred(self, phrase: Span, words: Sequence[str]) -> str | None:
        """Return who was introduced as what "the …" at `phrase` is, or which body it is."""
        head = words[-1]
        if words[0] in LEXICON.articles and (told := self._told_ahead(phrase)) is not None:
            return told.full
        if len(words) < 2:
            return self._bodies.described(words, phrase.start)
        is_office = head.lower() in LEXICON.roles and words[0].endswith(LEXICON.possessive_endings)
        if not (head.islower() or is_office):  # Mali’s Prime Minister
            return None
        if (bearer := self._holders.named_as(words, phrase)) is not None:
            return bearer.full
        if words[0].lower() not in LEXICON.articles or any(_is_name(word) for word in words[1:]):
            return None
        body = self._bodies.described(words, phrase.start)
        if body is not None or head not in _PERSONS:
            return body
        return self._introduced(head, phrase.start) or self._apposed_as(head, phrase.start)

    def _apposed_as(self, head: str, position: int) -> str | None:
        """Return who alone is told to be what a noun says: Amy Lin, a scholar at Bell, … the scholar."""
        told = re.compile(rf",\s(?:{_A})\s{FEW}{re.escape(head)}\b", re.IGNORECASE)
        matches = [*told.finditer(self._text, near(self._text, position).start, position)]
        people = [person for match in matches if (person := the_only(self._people_ending_at(match.start())))]
        others = re.compile(rf"(?<!,)\s(?:{_A})\s{FEW}{re.escape(head)}\b", re.IGNORECASE)
        is_another = others.search(self._text, near(self._text, position).start, position) is not None
        person = None if is_another or len(people) < len(matches) else the_only(people)
        return person.full if person else None

    def _people_ending_at(self, end: int) -> Iterator[Person]:
        return (mention.person for mention in self._ending_at(end))

    def _told_ahead(self, phrase: Span) -> Person | None:
        """Return whose name and a comma alone stand ahead of what they are: Amy Lin, | the head of the ward said."""
        start = sentence_start(self._text, phrase.start)
        ahead = self._text[start : phrase.start]
        person = self._named_at(start) if ahead.endswith(", ") else None
        name = next(names_in(self._text, Span(start, phrase.start), self._lookalikes), None)
        return person if name and name.chars.end == phrase.start - 2 else None

    def _introduced(self, head: str, position: int) -> str | None:
        """Return who was introduced by a noun just before: Another student, Amy Lin, … the student."""
        before = just_before(self._text, position)
        pattern = re.compile(rf"\b(?:{_A})\s{FEW}{re.escape(head)},?\s(?=[^\W\d_])", re.IGNORECASE)
        person = self._only(match.end() for match in pattern.finditer(self._text, before.start, before.end))
        return person.full if person else None

    def _bearer(self, name: Name) -> Person | None:
        return self._people.find_named(name, name.chars.start) if name.may_be_person else None

    def may_be_named(self, described: Referent, position: int) -> bool:
        """Whether "the PhD student" may be somebody who was named before: there was no "a … student".

        Who is named in the same sentence is somebody else.
        """
        head = described.head.lower()
        names = names_in(self._text, Span(position, described.end), self._lookalikes)
        if (
            head in LEXICON.unnamed
            or _ANONYMOUS.search(self._text, position, sentence_end(self._text, position))
            or any(self._bearer(name) for name in names)
            or not (described.is_nameless and _is_person(described, head))
        ):
            return False
        roles = frozenset(word.lower() for word in described.words[1:])
        if roles <= LEXICON.roles and self._holders.is_held(roles, position):
            return True
        office = re.escape(" ".join(described.words[1:]))
        noun = office if head in LEXICON.partisans else re.escape(head)
        introduced = re.compile(rf"\b(?:(?:{_A}|one)\s{FEW}{noun}|{_LESSER}\s{office})\b", re.IGNORECASE)
        if introduced.search(self._text, near(self._text, position).start, position):
            return False
        if head in _UNNAMED and self._people.is_other_described(just_before(self._text, position)):
            return False  # An employee wept. “We go,” the woman said.
        owned = re.compile(rf"[’']s?\s{FEW}{re.escape(head)}\b", re.IGNORECASE)  # the club’s spokesman left
        if owned.search(self._text, just_before(self._text, position).start, position):
            return False
        return self._people.is_anybody_fit(Span(0, sentence_start(self._text, position)))

    def _only(self, starts: Iterator[int]) -> Person | None:
        """Return the only person whose full name begins at one of these places."""
        return the_only(person for start in starts if (person := self._named_at(start)) is not None)

    def _named_at(self, start: int) -> Person | None:
        span = Span(start, min(len(self._text), start + _LONGEST_NAME))
        name = next(names_in(self._text, span, self._lookalikes), None)
        is_name = name is not None and name.chars.start == start and len(name.words) > 1 and name.may_be_person
        return self._people.find_named(name, start) if name is not None and is_name else None


def _is_name(word: str) -> bool:
    """Whether a word of a phrase names who is meant: the *Amaq* agency; not: the Hull-based agency."""
    return word[0].isupper() and "-" not in word


def _is_person(described: Referent, head: str) -> bool:
    """Whether a noun is what one person is called: the president-elect, the 56-year-old, the Dutchwoman."""
    is_native = head in LEXICON.natives or (head in LEXICON.partisans and tells_party(described.words))
    if not LEXICON.past_roles.isdisjoint(word.lower() for word in described.words[1:-1]):
        return True  # the former Navy SEAL
    is_called = not {head, head.partition("-")[0]}.isdisjoint(_CALLED) or head.endswith(
        LEXICON.role_endings + LEXICON.age_endings
    )
    return is_native if described.head[0].isupper() else is_called
