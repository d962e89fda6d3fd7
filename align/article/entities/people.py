"""Which mentions mean the same person, and whom do "she" and "the mayor" stand for (coreference)?"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field

from align.article.entities.names import Name, names_in
from align.article.lexicons import LEXICON, NO_LOOKALIKES, Words
from align.article.lexicons.first_names import IS_FEMALE
from align.records import Span

_FARTHEST_MENTION = 12  # named people back that a pronoun may reach
_FARTHEST_CHARS = 2000
_BEFORE_THINGS = tuple(f"{article} " for article in sorted(LEXICON.articles))
_LONGEST_ARTICLE = 5  # characters, with its space
_NEAR_CHARS = 400
_SENTENCE_CHARS = 300  # as far back as the start of a sentence is looked for
_GENDERED = LEXICON.gendered_pronouns
_APPOSITION = re.compile(rf",\s(?:(?:{'|'.join(sorted(LEXICON.role_after))}|\d\d)\b\s?)?((?:[\w’'-]+\s?){{0,5}})")
_RELATIVE_CLAUSE = tuple(f", {word}" for word in LEXICON.personal_relatives)
_DEPENDENT = LEXICON.possessives | {"and"}  # before a name that its sentence is not about
_ROLES = LEXICON.head_nouns
_INDEFINITE = re.compile(
    rf"""(?:(?<![\s\S])|(?<=\n)|(?<=[.!?]\s)|(?<=[.!?][”"]\s)) (?P<opening>[^\W\d_]+,?\s)?
    (?:{"|".join(sorted(LEXICON.indefinite_articles))})\s (?P<words>(?:[\w’'-]+\s){{1,3}})""",
    re.VERBOSE | re.IGNORECASE,
)
_STOP = re.compile(r"[.!?:;]\s|\n\s*\n")


@dataclass(slots=True, eq=False)
class Person:
    """Somebody the article names by first name and surname, and all that it has told of them."""

    full: str
    is_female: bool | None = None
    roles: set[str] = field(default_factory=set)
    is_certain: bool = False  # that this is a person, and no place or body

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


class People:
    """Everybody whom the writer names."""

    def __init__(self, text: str, spans: Sequence[Span], lookalikes: Words = NO_LOOKALIKES) -> None:
        """Collect the names in `spans` of `text`."""
        self._text = text
        self._people: dict[str, Person] = {}
        self._by_word: dict[str, list[Person]] = {}
        names = [
            name
            for span in spans
            for name in names_in(text, span, lookalikes)
            if name.may_be_person and not _is_thing(text, name)
        ]
        for name in names:
            if len(name.words) > 1:
                self._learn(name)
        for name in names:
            if len(name.words) == 1 and name.full not in self._by_word and self._is_introduced(name):
                self._learn(name)
        for name in names:
            if len(name.words) == 1 and name.full not in self._by_word and _is_titled(name):
                self._learn(name, _with_title(text[name.chars.start : name.chars.end]))
        self._mentions: list[Mention] = []
        self._starts: list[int] = []
        for name in names:
            self._note(name)
        self._described = sorted(place for span in spans for place in _described_subjects(text, span))

    def find_named(self, name: Name, position: int) -> Person | None:
        """Return the person that `name`, printed at `position`, means; None if nobody has a first name and this one."""
        if name.full in self._people:
            return self._people[name.full]
        if len(name.words) == 1 and _is_country(name):
            return None
        fitting = [person for person in self._by_word.get(name.surname, ()) if person.may_be(name.is_female)]
        if len(name.words) > 1 or len(fitting) < 2:
            return fitting[0] if len(name.words) == 1 and fitting else None
        return self._latest(fitting, position)

    def find_described(self, roles: Set[str]) -> Person | None:
        """Return the only person whom the article calls by all of `roles`, such as "mayor"."""
        holders = [person for person in self._people.values() if roles <= person.roles]
        return holders[0] if len(holders) == 1 else None

    def resolve_pronoun(self, pronoun: str, position: int, recent: Mention | None) -> Person | None:
        """Return the person that "he" or "she" at `position` means, None if that is not safe to say.

        `recent` is the last person who was quoted; a pronoun first of all means whom the sentences before are about.
        """
        near = [mention for mention in self._before(position, recent) if _fits(mention.person, pronoun)]
        subject = next((mention for mention in near if mention.is_subject), None)
        if subject is None:
            people = {mention.person.full: mention.person for mention in near or self._likely(pronoun, position)}
            return next(iter(people.values())) if len(people) == 1 else None
        if bisect_left(self._described, subject.start) < bisect_left(self._described, position):
            return None  # A neighbour said it was late. | “We go,” she said.
        is_paired = any(self._text[subject.end : other.start].strip() in ("and", "&") for other in near)
        return None if is_paired else subject.person

    def has_candidate(self, pronoun: str, position: int) -> bool:
        """Whether anybody was named before `position` whom the pronoun could mean."""
        return any(_fits(mention.person, pronoun) for mention in self._before(position, None))

    def _before(self, position: int, recent: Mention | None) -> Iterator[Mention]:
        """Yield the mentions before `position`, nearest first, `recent` in its place among them if it is before too."""
        last = bisect_left(self._starts, position)
        mentions = self._mentions[max(0, last - _FARTHEST_MENTION) : last]
        if recent is not None and recent.start < position:
            mentions = sorted([*mentions, recent], key=lambda mention: mention.start)
        return (mention for mention in reversed(mentions) if mention.start > position - _FARTHEST_CHARS)

    def _likely(self, pronoun: str, position: int) -> list[Mention]:
        """Return whom the sentences right before are about, though nothing proves that they are people."""
        is_female = pronoun in LEXICON.female_pronouns if pronoun in _GENDERED else None
        return [
            mention
            for mention in self._before(position, None)
            if mention.is_subject and mention.person.may_be(is_female) and mention.start > position - _NEAR_CHARS
        ]

    def _latest(self, people: Sequence[Person], position: int) -> Person | None:
        return next((mention.person for mention in self._before(position, None) if mention.person in people), people[0])

    def _learn(self, name: Name, printed: str | None = None) -> None:
        person = self._people.get(name.full)
        if person is None:
            person = self._people[name.full] = Person(printed or name.full, IS_FEMALE.get(name.words[0]))
            for word in {name.words[0], name.surname}:
                self._by_word.setdefault(word, []).append(person)
        self._add_to(person, name)

    def _is_introduced(self, name: Name) -> bool:
        """Whether a lone first name is told apart from other words: "Dan, 44", "Dan said"."""
        after = self._text[name.chars.end : name.chars.end + 20].split(maxsplit=1)
        return name.full in IS_FEMALE and bool(after) and (after[0][0] == "," or after[0].lower() in LEXICON.cues)

    def _add_to(self, person: Person, name: Name) -> None:
        """Add to what is known of `person` what this mention of them tells."""
        after = self._text[name.chars.end : name.chars.end + 80]
        apposition = _APPOSITION.match(after)
        is_told_apart = (
            apposition is not None and len(name.words) > 1
        )  # "a letter to Hart, the secretary wrote" is none
        told = (
            {word.lower() for word in apposition.group(1).split()} & LEXICON.roles
            if apposition and is_told_apart
            else set()
        )
        verb = next(iter(after.lstrip(", ").split(maxsplit=1)), "").lower().rstrip(".,")
        person.roles |= name.roles | told
        if person.is_female is None:
            person.is_female = name.is_female
        is_told = bool(
            name.title or name.roles or told or verb in LEXICON.cues or (apposition and after[2:4].strip().isdigit())
        )
        person.is_certain |= is_told or person.is_female is not None or after.startswith(_RELATIVE_CLAUSE)

    def _note(self, name: Name) -> None:
        """Add the mention of a person by `name`, if it is one."""
        person = self.find_named(name, name.chars.start)
        if person is None:
            return
        self._add_to(person, name)
        start, before = self._sentence_before(name.chars.start)
        is_first = not self._starts or self._starts[-1] < start
        first = self._text[name.chars.start : name.chars.end].split()[0]
        is_object = first.endswith("ing") and first != name.words[0]  # Taking Amy Lin home
        is_free = before not in LEXICON.prepositions and before not in _DEPENDENT and not is_object
        self._mentions.append(Mention(name.chars.start, name.chars.end, person, is_first and is_free))
        self._starts.append(name.chars.start)

    def _sentence_before(self, position: int) -> tuple[int, str]:
        """Return where the sentence that reaches to `position` starts, and its last word before it."""
        start = max(0, position - _SENTENCE_CHARS)
        part = self._text[start:position]
        for stop in _STOP.finditer(part):
            start = position - len(part) + stop.end()
        words = self._text[start:position].split()
        return start, words[-1].lower() if words else ""


def _described_subjects(text: str, span: Span) -> Iterator[int]:
    """Yield where somebody without a name is what a sentence is about: A neighbour; But a spokesman for the club."""
    for match in _INDEFINITE.finditer(text, span.start, span.end):
        opening = (match["opening"] or "").lower().rstrip(", ")
        is_role = any(word.lower() in _ROLES or word.endswith(LEXICON.role_endings) for word in match["words"].split())
        if is_role and (not opening or opening in LEXICON.adverbs | LEXICON.coordinating):
            yield match.start("words")


def _fits(person: Person, pronoun: str) -> bool:
    is_female = pronoun in LEXICON.female_pronouns if pronoun in _GENDERED else None
    return person.is_certain and person.may_be(is_female)


def _is_thing(text: str, name: Name) -> bool:
    """Whether an article stands right before a name, as people have none: the Gaza Strip, but the minister Amy Lin."""
    start = name.chars.start
    if text[max(0, start - _LONGEST_ARTICLE) : start].lower().endswith(_BEFORE_THINGS):
        return not _is_titled(name)
    first, _, others = text[start : name.chars.end].partition(" ")
    return first.lower() in LEXICON.articles and tuple(others.split()) == name.words and not _is_titled(name)


def _is_country(name: Name) -> bool:
    """Whether a lone word is a country rather than somebody's first name: Israel, but not Jordan."""
    return name.full.lower() in LEXICON.countries and name.full not in IS_FEMALE and not _is_titled(name)


def _is_titled(name: Name) -> bool:
    """Whether title or office stands before a name: President Hale."""
    return name.full.lower() not in LEXICON.roles and (name.title is not None or bool(name.roles))


def _with_title(run: str) -> str:
    """Return a name with what stands before it, but for the adverb that begins a sentence: (Later) Ms Cole."""
    words = run.split()
    return " ".join(words[1:] if words[0].lower() in LEXICON.adverbs | LEXICON.coordinating else words)
