"""Who is named in an article, and which mentions mean the same person (coreference)?"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from align.article.entities.beside import gender_beside, is_owned, is_relative, is_staffed, roles_beside
from align.article.entities.full_names import key_of, nicknamed, surnames_of
from align.article.entities.genders import learn_genders
from align.article.entities.leading_words import is_country, is_thing, is_titled, with_title
from align.article.entities.mentions import (
    described_subjects,
    is_credit,
    is_subject,
    office_start,
    sentence_start,
)
from align.article.entities.names import Name, names_in
from align.article.entities.person import OFFICES, Mention, Person, as_offices
from align.article.entities.strangers import is_name, lone_subjects
from align.article.lexicons import LEXICON, NO_LOOKALIKES, Words
from align.article.lexicons.first_names import FIRST_NAMES
from align.records import Span

_FARTHEST_MENTION = 12  # named people back that a pronoun may reach
_FARTHEST_CHARS = 2000
_SHORTEST_IN_CAPITALS = 4  # letters; shorter words are acronyms
_LONGEST_TIE = 8  # characters of a preposition before a name
_RELATIVE_CLAUSE = tuple(f", {word}" for word in LEXICON.personal_relatives)
_LESSER = LEXICON.lesser_roles
_HEADS = LEXICON.head_nouns
_AGED = re.compile(r",\s\d\d,\s")
_SPEAKING = LEXICON.cues.keys() - LEXICON.relaying
_LINKS = LEXICON.prepositions | LEXICON.joining | LEXICON.joining_ahead


class People:
    """Everybody whom the writer names."""

    def __init__(self, text: str, spans: Sequence[Span], lookalikes: Words = NO_LOOKALIKES) -> None:
        """Collect the names in `spans` of `text`."""
        self._text, self._lookalikes = text, lookalikes
        self._people: dict[str, Person] = {}
        self._by_word: dict[str, list[Person]] = {}
        names = [
            name
            for span in spans
            for name in names_in(text, span, lookalikes)
            if name.may_be_person and not is_thing(text, name)
        ]
        tails = {tail for name in names for tail in surnames_of(name)}
        for name in names:
            if len(name.words) > 1 and name.full not in tails:
                self._learn(name)
        for name in nicknamed(text):
            self._learn(name, text[name.chars.start : name.chars.end])
        for person in self._people.values():
            person.is_proven = person.is_certain
        self._learn_lone([name for name in names if len(name.words) == 1])
        self._mentions: list[Mention] = []
        self._count = Counter[Person]()  # of mentions so far
        self._starts: list[int] = []
        self._first: dict[Person, int] = {}
        for name in names:
            self._note(name)
        learn_genders(text, self._mentions)
        self.described = sorted(place for span in spans for place in described_subjects(text, span))

    def _learn_lone(self, names: Sequence[Name]) -> None:
        """Learn who is only called by one name: those that are introduced, with a title, or with an age."""
        for name in names:
            if name.full not in self._by_word and self._is_introduced(name):
                self._learn(name)
        for name in names:
            if self._are_kin(name) and is_titled(name) and not is_country(name):
                self._learn(name, with_title(self._text[name.chars.start : name.chars.end]))
        for name in names:
            is_aged = _AGED.match(self._text, name.chars.end) is not None and not is_country(name)  # Zhang, 21, left
            if is_aged and name.full not in self._by_word:
                self._learn(name)

    def _are_kin(self, name: Name) -> bool:
        """Whether nobody is known by a lone name but those who only share it: President Hale, and his wife Amy Hale."""
        bearers = self._by_word.get(name.full, ())
        offices = as_offices(name.roles | OFFICES.keys() & {name.title})
        are_kin = all(person.is_kin and offices.isdisjoint(person.roles) for person in bearers)
        return not bearers or (bool(offices) and are_kin)

    def find_named(self, name: Name, position: int) -> Person | None:
        """Return the person that `name`, printed at `position`, means; None if nobody has a first name and this one."""
        if (person := self._people.get(key_of(name))) is not None:
            return person
        if len(name.words) > 1:
            return self._find_longer(name) or self._find_last(name)
        bearers = self._by_word.get(name.surname, ())
        is_surname = name.full.lower() in LEXICON.place_words and any(
            name.full in one.full.split()[1:] for one in bearers
        )
        if is_country(name) and not is_surname:  # Fort; but: Mount, of Amy Mount
            return None
        fitting = [person for person in bearers if self._may_be_called(person, name)]
        offices = as_offices(name.roles | OFFICES.keys() & {name.title})
        fitting = [person for person in fitting if offices & person.roles] or fitting  # Rep. King
        fitting = [person for person in fitting if person.is_proven] or fitting  # Jo Sexton, and not: See Sexton
        return self._latest(fitting, position) if len(fitting) > 1 else next(iter(fitting), None)

    def find_full(self, full: str) -> Person | None:
        """Return who is called by a full name."""
        return self._by_full.get(full)

    @cached_property
    def _by_full(self) -> dict[str, Person]:
        return {person.full: person for person in self._people.values()}

    def find_in_capitals(self, name: Name) -> Person | None:
        """Return the only person whose surname a word in capitals is: LANE, of Bo Lane; not: the BBC."""
        word = name.full
        if len(name.words) > 1 or len(word) < _SHORTEST_IN_CAPITALS or not word.isupper():
            return None
        bearers = self._by_capitals.get(word, ())
        return bearers[0] if len(bearers) == 1 else None

    @cached_property
    def _by_capitals(self) -> dict[str, list[Person]]:
        found: dict[str, list[Person]] = {}
        for person in self._people.values():
            found.setdefault(person.full.split()[-1].upper(), []).append(person)
        return found

    def _find_longer(self, name: Name) -> Person | None:
        """Return whom two surnames mean: Wye Lin, of Amy Wye Lin."""
        bearers = [
            person
            for person in self._by_word.get(name.surname, ())
            if person.full.endswith(f" {name.full}") and person.full.split()[0] in FIRST_NAMES
        ]
        return bearers[0] if len(bearers) == 1 else None

    def _find_last(self, name: Name) -> Person | None:
        """Return whom the first name at the end of a run of capitals means: The Mirror Amy."""
        last = name.words[-1]
        bearers = [person for person in self._by_word.get(last, ()) if person.full.startswith(f"{last} ")]
        return bearers[0] if last in FIRST_NAMES and len(bearers) == 1 else None

    def _may_be_called(self, person: Person, name: Name) -> bool:
        """Whether a lone word may be short for a person; no first word of what nothing proves to be one: Hull (Bus)."""
        is_surname = name.full in person.full.split()[1:]
        is_addressed = name.title in LEXICON.male_titles | LEXICON.female_titles  # Mr Ri, of Ri Il Kyu
        return person.may_be(name.is_female) and (person.is_proven or is_surname or is_addressed)

    def everybody(self) -> Iterable[Person]:
        """Return all whom the article names."""
        return self._people.values()

    def times(self, person: Person) -> int:
        """Return how often somebody is named."""
        return self._count[person]

    def first(self, person: Person) -> int:
        """Return where somebody is named first."""
        return self._first[person]

    def are_named(self, span: Span) -> bool:
        """Whether anybody is named in `span`."""
        return len(self.within(span)) > 0

    def is_anybody_fit(self, span: Span) -> bool:
        """Whether anybody is named in `span` whom "the mayor" could mean: no deputy, and no former one."""
        return any(not mention.person.roles & _LESSER for mention in self.within(span))

    def is_other_described(self, span: Span) -> bool:
        """Whether a sentence in `span` is about somebody without a name: A spokesman for Amy Lin left."""
        return bisect_left(self.described, span.start) < bisect_left(self.described, span.end)

    def called_in(self, quoted: Span) -> dict[Person, Name]:
        """Return whom what somebody says calls by name, and the name."""
        names = (name for name in names_in(self._text, quoted, self._lookalikes) if name.may_be_person)
        people = ((name, self.find_named(name, name.chars.start)) for name in names)
        return {person: name for name, person in people if person is not None}

    def is_known(self, word: str) -> bool:
        """Whether a word is a first name or surname of anybody."""
        return word in self._by_word

    def is_named(self, person: Person, span: Span) -> bool:
        """Whether somebody is named in `span`."""
        return any(mention.person is person for mention in self.within(span))

    def is_subject_named(self, span: Span) -> bool:
        """Whether a sentence in `span` is about somebody whom it names."""
        return any(mention.is_subject for mention in self.within(span))

    def within(self, span: Span) -> Sequence[Mention]:
        """Return the mentions in `span`, in order."""
        return self._mentions[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]

    def before(self, position: int, recent: Mention | None) -> Iterator[Mention]:
        """Yield the mentions before `position`, nearest first, `recent` in its place among them if it is before too."""
        last = bisect_left(self._starts, position)
        mentions = self._mentions[max(0, last - _FARTHEST_MENTION) : last]
        if recent is not None and recent.end <= position:
            mentions = sorted([*mentions, recent], key=lambda mention: mention.start)
        farthest = position - _FARTHEST_CHARS
        near = (one for one in reversed(mentions) if one.start > farthest or one is recent)
        return (one for one in near if one.end <= position)  # no name that a phrase at `position` stands in

    def _latest(self, people: Sequence[Person], position: int) -> Person | None:
        """Return who of those who share a name is meant: whom a sentence was about last, else who is named most."""
        named = [mention for mention in self.before(position, None) if mention.person in people]
        about = next((mention.person for mention in named if mention.is_subject), None)
        return about or max(people, key=lambda person: self._count[person])

    def _learn(self, name: Name, printed: str | None = None) -> None:
        person = self._people.get(key_of(name))
        if person is None:
            person = self._people[key_of(name)] = Person(printed or name.full, FIRST_NAMES.get(name.words[0]))
            for word in {name.words[0], name.surname}:
                self._by_word.setdefault(word, []).append(person)
        self._add_to(person, name)

    def _is_introduced(self, name: Name) -> bool:
        """Whether a lone first name is told apart from other words: "Dan, 44", "Dan said", "Dan — who …"."""
        after = self._text[name.chars.end : name.chars.end + 20].split(maxsplit=1)
        is_quoted = bool(after) and after[0].lower() in LEXICON.cues
        is_told = bool(after) and after[0][0] in ",—–" and name.full.lower() not in LEXICON.namesakes
        return name.full in FIRST_NAMES and (is_told or is_quoted)

    def _add_to(self, person: Person, name: Name) -> None:
        """Add to what is known of `person` what this mention of them tells."""
        after = self._text[name.chars.end : name.chars.end + 80]
        told, is_aged = roles_beside(self._text, name.chars)
        verb = next(iter(after.lstrip(", ").split(maxsplit=1)), "").lower().rstrip(".,")
        before = self._text[max(0, name.chars.start - _LONGEST_TIE) : name.chars.start].split()
        is_tied = bool(before) and before[-1].lower() in LEXICON.joining  # High Commissioner for Human Rights said
        is_speaking = verb in _SPEAKING and not is_tied  # not: Bell News reported
        titles = as_offices(name.roles | OFFICES.keys() & {name.title})
        person.titles |= titles
        person.roles |= titles
        if len(name.words) > 1:  # behind a lone name it may be another's: said Lin, the mayor's wife, as he left
            person.roles |= as_offices(told)
        if person.is_female is None:
            person.is_female = name.is_female if name.is_female is not None else gender_beside(self._text, name.chars)
        is_attribute = verb in _HEADS and after[:1] == " "  # a former Bell Tower aide
        is_told = bool(name.title or (name.roles and not is_attribute) or told or is_speaking or is_aged)
        is_first_name = person.is_female is not None or (len(name.words) > 1 and name.words[0] in FIRST_NAMES)
        person.is_certain |= is_told or is_first_name or after.startswith(_RELATIVE_CLAUSE)
        is_body = name.words[0] not in FIRST_NAMES and len(name.words) == len(
            self._text[name.chars.start : name.chars.end].split()
        )  # director of Bell Bus; not: Director of National Intelligence Amy Lin
        person.is_kin |= len(name.words) > 1 and is_relative(self._text, name.chars)
        person.is_staffed |= is_body and is_staffed(self._text, name.chars.start)

    def _note(self, name: Name) -> None:
        """Add the mention of a person by `name`, if it is one."""
        person = self.find_named(name, name.chars.start)
        if person is None:
            return
        self._add_to(person, name)
        self._count[person] += 1
        self._first.setdefault(person, name.chars.start)
        if is_credit(self._text, name.chars):
            return
        is_first = self._is_first(name.chars.start)
        first = self._text[name.chars.start : name.chars.end].split()[0]
        is_topic = (
            first.lower() in ("for", "to") and self._text[name.chars.end : name.chars.end + 1] == ","
        )  # For Amy Lin, it
        is_object = (
            first != name.words[0] and not is_topic and (first.endswith("ing") or first.lower() in _LINKS)
        )  # Taking | Amy Lin home
        start = name.chars.start if first == name.words[0] else office_start(self._text, name.chars.start)
        is_about = is_topic or (not is_object and is_subject(self._text, Span(start, name.chars.end), is_first))
        self._mentions.append(Mention(name.chars.start, name.chars.end, person, is_about))
        self._starts.append(name.chars.start)

    def _is_first(self, position: int) -> bool:
        """Whether nobody is named before `position` in its sentence, but for whose child or boss that is."""
        start = sentence_start(self._text, position)
        if not self._starts or self._starts[-1] < start:
            return not any(is_name(self._text, name) for name in lone_subjects(self._text, Span(start, position)))
        owner = self._mentions[-1]
        return owner.is_subject and is_owned(self._text, Span(owner.end, position))
