"""Whom do "she" and "he" stand for (pronoun resolution)?

A pronoun goes on about whom the sentences before are about (Grosz, Joshi and Weinstein 1995, Centering), and where
that is not safe to say it means nobody.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence, Set

from align.article.entities.definites import described_since
from align.article.entities.holders import Holders
from align.article.entities.mentions import (
    just_before,
    may_be_subject,
    sentence_end,
    sentence_start,
    tells,
)
from align.article.entities.people import People
from align.article.entities.person import Mention, Person, as_offices, the_only
from align.article.entities.strangers import is_name, lone_subjects
from align.article.lexicons import LEXICON
from align.records import Span

_NEAR_CHARS = 400
_GENDERED = LEXICON.gendered_pronouns
_AGED = re.compile(
    rf"\b(?:{'|'.join(LEXICON.articles)})\s(?:\w+\s)?\d+(?:{'|'.join(LEXICON.age_endings)})\b", re.IGNORECASE
)
_CLAUSE_BEHIND = re.compile(
    rf"\w+\s(?:{'|'.join(sorted(LEXICON.sure_verbs))})\b[^,.;:“”\"\n]{{0,40}}\.(?:\s|\Z)"
)  # he said on Friday.
_HELD = as_offices(LEXICON.seats | LEXICON.posts | LEXICON.partisans)
_FRONTED = LEXICON.prepositions | LEXICON.joining | LEXICON.conjunctions
_LINKS = LEXICON.prepositions | LEXICON.joining | LEXICON.joining_ahead


class Pronouns:
    """Finds out whom the pronouns of a text mean, of the people whom it names."""

    def __init__(self, text: str, people: People) -> None:
        self._text, self._people, self._holders = text, people, Holders(text, people)

    def resolve(
        self, pronoun: str, position: int, recent: Mention | None, others: Set[Person] = frozenset()
    ) -> Person | None:
        """Return the person that "he" or "she" at `position` means, none of `others`; None if that is not safe to say.

        `recent` is the last person who was quoted; a pronoun first of all means whom the sentences before are about.
        """
        if (ahead := self._named_ahead(pronoun, position)) is not None:
            return None if ahead in others else ahead
        start, is_closing = sentence_start(self._text, position), self._closes(position)
        near = [
            mention
            for mention in self._people.before(position, recent)
            if fits(mention.person, pronoun)
            and mention.person not in others
            and self._text[mention.end : position] != ", "  # Bo Lane, he said, left
            and not (is_closing and mention.start >= start)  # Bo Lane is late, he said.
        ]
        subject = self._main(near)
        holder = self._last_described(subject.end if subject else just_before(self._text, position).start, position)
        if holder is not None and fits(holder, pronoun):
            return None if holder in self._named_behind(position) else holder
        if subject is None:
            if near and self._is_described_before(near[0], position):
                return None
            person = the_only(one.person for one in self._likely_beside(near, self._likely(pronoun, position, others)))
            return None if person in self._named_behind(position) else person
        if bisect_left(self._people.described, subject.start) < bisect_left(self._people.described, position):
            return None  # A neighbour said it was late. | “We go,” she said.
        is_paired = any(self._text[subject.end : other.start].strip() in ("and", "&") for other in near)
        is_unsafe = is_paired or self._is_aged_another(subject, near, position) or self._is_overtaken(subject, near[0])
        is_unsafe |= self._is_after_unknown(subject, pronoun, position)
        is_unsafe |= subject.person in self._named_behind(position) or self._is_after_owner(subject, near[0], position)
        return None if is_unsafe else subject.person

    def _closes(self, position: int) -> bool:
        """Whether the pronoun at `position` says all that its sentence tells, and so is nobody whom it names before.

        Bo Lane is the “key” to it, *he* said. Not: After Bo Lane left, it was “late,” he said. (Principle C)
        """
        start = sentence_start(self._text, position)
        opening = self._opening(start, position)
        is_whole = opening not in _FRONTED and not opening.endswith(("ing", *LEXICON.past_endings))
        return (
            is_whole
            and _CLAUSE_BEHIND.match(self._text, position) is not None
            and self._text.startswith(", ", position - 2)
        )

    def _main(self, near: Sequence[Mention]) -> Mention | None:
        """Return whom the last sentence about one of those `near`, the nearest first, is about.

        That is who says what its clauses tell of others: *Amy Lin* said Bo Lane left.
        """
        last = next((mention for mention in near if mention.is_subject), None)
        if last is None:
            return None
        start = sentence_start(self._text, last.start)
        ahead = [one for one in near if one.is_subject and start <= one.start < last.start]
        first = ahead[-1] if ahead else last
        return first if first.end < last.start and tells(self._text, Span(first.end, last.start)) else last

    def _is_described_before(self, mention: Mention, position: int) -> bool:
        """Whether a sentence is about somebody who is only described, and names whom it mentions: A nurse met Bo Lane.

        Not: One woman, who gave her name as Amy Lin, left.
        """
        start = sentence_start(self._text, mention.start)
        is_told = bisect_left(self._people.described, start) < bisect_left(self._people.described, mention.start)
        is_called = self._text[start : mention.start].lower().split()[-1:] in [[word] for word in LEXICON.equating]
        return is_told and not is_called and start >= just_before(self._text, position).start

    def described(self, position: int, words: Sequence[str]) -> Person | None:
        """Return whom "the senator" at `position` means, of whom `words` tell what they are; None if that is not safe.

        It is whom alone this paragraph and the last name, or whom the sentences before are about, as far as is known.
        """
        if (holder := self._likely_holder(position, words)) is not None:
            return holder
        person = self.only_subject(position)
        if person is None or not self._holders.may_be_described(person, words):
            person = self._last_subject(position, words)
        is_other = words[-1] in LEXICON.spokespeople
        is_other = is_other and self._people.is_other_described(just_before(self._text, position))
        return None if is_other else person

    def _likely_holder(self, position: int, words: Sequence[str]) -> Person | None:
        """Return which of several holders "the president" is: who near by was named last, and most often."""
        if not words or not LEXICON.roles.issuperset(words):
            return None
        roles = as_offices(words)
        named = [one.person for one in self._people.before(position, None) if one.person.holds(roles)]
        counts = Counter(named).most_common(2)
        is_most = len({*named}) > 1 and counts[0][0] is named[0] and counts[0][1] > counts[1][1]
        return named[0] if is_most else None

    def _last_subject(self, position: int, words: Sequence[str]) -> Person | None:
        """Return whom the last sentence about somebody is about, if they may have the office that `words` name.

        They have it, or none, and then nobody has it whom this paragraph or the last names; a noun alone is too little.
        """
        start = just_before(self._text, position).start
        span = Span(start, max(start, sentence_start(self._text, position)))
        named = self._people.within(span)
        subjects = [mention for mention in named if mention.is_subject]
        if not subjects or not subjects[-1].person.is_certain:
            return None
        person, end = subjects[-1].person, subjects[-1].end
        beside = self._people.within(Span(sentence_start(self._text, subjects[-1].start), end))
        behind = Span(end, max(end, span.end))
        roles = as_offices(LEXICON.roles & {*words[-1:]})
        is_another = any(one.is_subject and one.person is not person for one in beside)
        is_another |= any(roles and one.person.holds(roles) for one in named if one.person is not person)
        is_another |= self._people.is_other_described(behind) or any(described_since(self._text, behind))
        is_holder = roles != frozenset() and person.holds(roles)
        is_told = len(words) > 1 or (not self._holders.is_any(roles) and self._holders.is_named_most(person))
        is_unknown = is_told and not person.roles and self._holders.may_be_described(person, words)
        return person if not is_another and (is_holder or is_unknown) else None

    def only_subject(self, position: int) -> Person | None:
        """Return whom alone this paragraph and the last name before `position`, if their sentences are about them."""
        start = just_before(self._text, position).start
        before = self._people.within(Span(start, max(start, sentence_start(self._text, position))))
        person = the_only(mention.person for mention in before)
        is_about = any(mention.is_subject for mention in before)
        return person if person is not None and person.is_certain and is_about else None

    def _last_described(self, start: int, position: int) -> Person | None:
        """Return whom the last "the mayor said" from `start` to `position` means, if the article names a mayor."""
        described = [*described_since(self._text, Span(start, position))]
        if described and described[-1][1] in LEXICON.partisans:
            return None
        return self._holders.find_described({described[-1][1]}, described[-1][0]) if described else None

    def _likely_beside(self, near: Sequence[Mention], likely: Sequence[Mention]) -> Sequence[Mention]:
        """Return who may be meant where no sentence is about anybody who certainly is a person.

        `near` are people of whom none is, `likely` whom sentences are about: Lin met Bo Lane. She left. Nothing proves
        Elina Lin but that she is called by her last name alone; without that it could be either.
        """
        unproven = [mention for mention in likely if not mention.person.is_certain]
        if not near or not unproven:
            return near or likely
        return [one for one in unproven if one.end - one.start < len(one.person.full)] or [*near, *unproven]

    def _named_ahead(self, pronoun: str, position: int) -> Person | None:
        """Return whom the main clause is about, before which "what she said" stands: In what he called “…”, Lane left.

        Backward anaphora (Reinhart 1983), taken for sure in this form alone.
        """
        start = sentence_start(self._text, position)
        opening = self._opening(start, position)
        if not self._text[start:position].lower().endswith("what ") or not (
            opening in _FRONTED or opening.endswith(LEXICON.past_endings)
        ):
            return None
        behind = self._people.within(Span(position, sentence_end(self._text, position)))
        named = next((mention for mention in behind if mention.is_subject and fits(mention.person, pronoun)), None)
        between = self._text[position : named.start].split() if named else []
        is_led = any(word.endswith(",") for word in between) and between[-1] not in LEXICON.coordinating
        return named.person if named and is_led else None

    def _named_behind(self, position: int) -> frozenset[Person]:
        """Return who is named in what the pronoun at `position` is the subject of, and so is somebody else.

        He said that Bo Lane left (Principle C of Chomsky 1981); not: when he left, Bo Lane said.
        """
        start = sentence_start(self._text, position)
        opening = self._opening(start, position)
        if opening in _FRONTED:
            return frozenset()
        behind = self._people.within(Span(position, sentence_end(self._text, position)))
        return frozenset(mention.person for mention in behind)

    def _is_after_unknown(self, subject: Mention, pronoun: str, position: int) -> bool:
        """Whether sentences since are about somebody of whom nothing proves that they are a person: Elina Ohm wept."""
        is_female = pronoun in LEXICON.female_pronouns
        others = [mention for mention in self._people.within(Span(subject.end, position)) if mention.is_subject]
        unknown = [mention for mention in others if not mention.person.is_certain and mention.person.may_be(is_female)]
        roles = (role for _, role in described_since(self._text, Span(subject.end, position)))
        strangers = (name for name in lone_subjects(self._text, Span(subject.end, position)))
        is_stranger = any(is_name(self._text, name) and not self._people.is_known(name) for name in strangers)
        offices = as_offices(roles) - subject.person.roles
        is_same = offices <= _HELD and not subject.person.roles and not self._holders.is_any(offices)
        return is_stranger or unknown != [] or not (offices == set() or is_same)  # Bo Lane left. The senator slept.

    def _opening(self, start: int, position: int) -> str:
        """Return the word with which a sentence begins at `start`, if `position` is not there."""
        return next(iter(self._text[start:position].split()), "").lower()

    def _is_overtaken(self, subject: Mention, latest: Mention) -> bool:
        """Whether a later sentence, which is not about "she" either, names somebody else whom a pronoun can mean."""
        start = sentence_start(self._text, latest.start)
        is_later = latest.person is not subject.person and start >= subject.end
        first = self._text[latest.start : latest.end].split()[0].lower()
        return is_later and first not in _LINKS and may_be_subject(self._text, Span(start, latest.start))

    def _is_after_owner(self, subject: Mention, latest: Mention, position: int) -> bool:
        """Whether the sentence itself names whose something is: many of Amy Lin's letters, she says, were lost."""
        is_owner = self._text.endswith(LEXICON.possessive_endings, 0, latest.end)
        start = sentence_start(self._text, position)
        opening = self._opening(start, position)
        is_topic = opening in LEXICON.equating | LEXICON.told and self._text[latest.end : position].endswith(", ")
        is_here = latest.start >= start and not is_topic  # As for Bo Lane’s tweet, he said
        return latest.person is not subject.person and is_owner and is_here

    def _is_aged_another(self, subject: Mention, near: Sequence[Mention], position: int) -> bool:
        """Whether "The 23-year-old" may be somebody else than whom the sentences before are about."""
        aged = next(_AGED.finditer(self._text, subject.end, position), None)
        return aged is not None and any(
            subject.end <= other.start < aged.start() and other.person is not subject.person for other in near
        )

    def has_candidate(self, pronoun: str, position: int) -> bool:
        """Whether anybody was named before `position` whom the pronoun could mean."""
        return any(fits(mention.person, pronoun) for mention in self._people.before(position, None))

    def _likely(self, pronoun: str, position: int, others: Set[Person]) -> list[Mention]:
        """Return whom the sentences right before are about, though nothing proves that they are people."""
        is_female = pronoun in LEXICON.female_pronouns if pronoun in _GENDERED else None
        return [
            mention
            for mention in self._people.before(position, None)
            if mention.is_subject
            and mention.person.may_be(is_female)
            and mention.person not in others
            and mention.start > position - _NEAR_CHARS
        ]


def fits(person: Person, pronoun: str) -> bool:
    """Whether "she" or "he" can mean a person."""
    is_female = pronoun in LEXICON.female_pronouns if pronoun in _GENDERED else None
    return person.is_certain and not person.is_staffed and person.may_be(is_female)
