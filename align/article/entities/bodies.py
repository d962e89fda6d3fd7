"""Which company, authority or other body does "the group" or "it" mean?"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property

from align.article.entities.mentions import is_finite_word, just_before, sentence_start
from align.article.entities.names import Name, names_in
from align.article.entities.organisations import Organisations
from align.article.entities.people import People
from align.article.entities.strangers import APPOSED, is_name, is_said
from align.article.lexicons import LEXICON, Words
from align.records import Span

_BODIES = LEXICON.bodies | LEXICON.enterprises | LEXICON.shortened
_HEADED = LEXICON.shortened | LEXICON.newspapers
_OPENING = LEXICON.articles | LEXICON.openers | LEXICON.coordinating | LEXICON.adverbs
_VERB = re.compile(rf"{APPOSED}\s([a-z]+)\b")
_FARTHEST = 3000  # characters back to another body
_THE = "|".join(sorted(LEXICON.articles))
_A = "|".join(sorted(LEXICON.indefinite_articles))
FEW = r"(?:[\w.’'-]+\s){0,4}?"  # words that describe a noun
_NO_BODIES = LEXICON.demonyms | LEXICON.countries | LEXICON.periods | LEXICON.plurals
_FINITE = {cue for cue in LEXICON.cues.keys() - LEXICON.plain_cues if cue.endswith(("ed", "s"))}
_OF_TWO = {first for first, _ in LEXICON.phrasal_cues}  # followed, of "followed up"
_SAYING = (LEXICON.sure_verbs | _FINITE) - LEXICON.participles - LEXICON.labelled - LEXICON.citing - _OF_TWO
_SPOKEN_FOR = re.compile(
    rf"\b(?:{'|'.join(sorted(LEXICON.spokespeople))})\s(?:{'|'.join(sorted(LEXICON.joining_ahead))})\s(?:(?:{_THE})\s)?\Z",
    re.I,
)
_LONGEST_SPOKEN_FOR = 30  # characters
_CLOSED_BY = rf",\s(?i:{_THE})\s(?:[a-z-]+\s){{{{0,2}}}}{{head}}\s(?:{'|'.join(sorted(_SAYING))})\b"
"""How a body that a sentence is about says so at its end, with its `head`: , the cable news *network* announced."""
_ANOTHER = re.compile(rf"[.!?]\s(?i:{_A}|{_THE})\s")  # Bell Bus paid. The driver left.


class Bodies:
    """Finds the bodies of an article that are only described."""

    def __init__(self, text: str, people: People, organisations: Organisations, lookalikes: Words) -> None:
        self._text, self._people, self._organisations, self._lookalikes = text, people, organisations, lookalikes

    def described(self, words: Sequence[str], position: int) -> str | None:
        """Return which body "police", "the ministry" or "the charity" at `position` is; None if that is not safe."""
        head = words[-1].lower()
        if len(words) == 1:
            return self._organisations.headed(head, position) if head in LEXICON.bare_bodies else None
        if words[0].lower() not in LEXICON.articles or head not in _BODIES:
            return None
        headed = self._headed(words, position) if head in _HEADED else None
        said = headed or self.called(head, position) or self.speaking(position)
        return said or (self.acting(position, head) if head in LEXICON.enterprises else None)

    def _headed(self, words: Sequence[str], position: int) -> str | None:
        """Return the only body whose name the words end; none if another is described since it was named."""
        name = self._organisations.headed(words[-1], position)
        if name is None or not {*name.lower().split()}.issuperset(word.lower() for word in words[1:-1]):
            return None
        farthest = max(0, position - _FARTHEST)
        start = max(farthest, self._text.rfind(name, farthest, position) + len(name))
        others = re.compile(rf"\b(?i:{_A}|{_THE})\s(?P<what>(?:[\w-]+\s){{1,3}}?){re.escape(words[-1])}\b")
        told = (match["what"].lower().split() for match in others.finditer(self._text, start, position))
        return None if any(not {*name.lower().split()}.issuperset(what) for what in told) else name

    def called(self, head: str, position: int) -> str | None:
        """Return which body was just called what "the group" is: Bell Bus, an industry group; the carrier Bell Air."""
        called = re.compile(rf",\s(?:{_A})\s{FEW}{re.escape(head)}\b", re.IGNORECASE)
        names = {
            self._full(name)
            for name in self.names(just_before(self._text, position))
            if (called.match(self._text, name.chars.end) or self._is_beside(name, head)) and self.may_be(name)
        }
        return names.pop() if len(names) == 1 else None

    def _is_beside(self, name: Name, head: str) -> bool:
        """Whether a noun stands right before or behind a name: the carrier Bell Air; the Bell Daily newspaper."""
        behind = self._text[name.chars.end : name.chars.end + len(head) + 2]
        is_behind = behind.startswith(f" {head}") and not behind[-1].isalnum()
        return is_behind or self._text.endswith(f" {head} ", 0, name.chars.start)

    def speaking(self, position: int) -> str | None:
        """Return which body alone said something just before: The Water Board said it was late."""
        names = {self._full(name) for name in self._before(position)}
        return names.pop() if len(names) == 1 else None

    def acting(self, position: int, head: str | None = None) -> str | None:
        """Return which body alone the sentences just before are about: Bell Bus raised its fares. It said it was late.

        None if `head`, by which it is called, is said of something else since: Bell Bus sued the airline.
        """
        before = just_before(self._text, position)
        start = sentence_start(self._text, position)  # Bell Bus quoted | the group
        bodies = [name for name in self.names(before) if name.chars.start < start and self._is_acting(name)]
        if len({self._full(name) for name in bodies}) != 1 or not (head is None or self.may_be(bodies[0])):
            return None
        since = self._text[bodies[-1].chars.end : position]
        if head:
            since = re.sub(_CLOSED_BY.format(head=re.escape(head)), ".", since)
        if (head and re.search(rf"\b{re.escape(head)}\b", since, re.IGNORECASE)) or _ANOTHER.search(since):
            return None
        return self._full(bodies[0])

    def _full(self, name: Name) -> str:
        return self._organisations.full_form(name.full) or name.full

    def _is_acting(self, name: Name) -> bool:
        """Whether a sentence is about who is named, who is no person: The UEFA | charged."""
        start = sentence_start(self._text, name.chars.start)
        ahead = self._text[start : name.chars.start].lower().split()
        verb = _VERB.match(self._text, name.chars.end)
        person = self._people.find_named(name, name.chars.start) if name.may_be_person else None
        is_person = person is not None and person.is_certain
        last = name.words[-1].lower() if name.words else ""
        is_day = last in LEXICON.periods | LEXICON.plurals or last.removesuffix("s") in LEXICON.demonyms
        is_first = all(word.rstrip(",") in _OPENING for word in ahead)
        is_first &= len(name.words) > 1 or name.full.isupper() or is_name(self._text, name.full)  # Rain fell
        is_first &= not is_said(self._text, name.chars.start)
        return is_first and not (is_person or is_day) and verb is not None and is_finite_word(verb[1])

    def _before(self, position: int) -> Sequence[Name]:
        before = just_before(self._text, position)
        first, last = (bisect_left(self._all, edge, key=_start) for edge in (before.start, before.end))
        return self._all[first:last]

    @cached_property
    def _all(self) -> list[Name]:
        """The bodies that say something, in order; found once, however often asked for."""
        names = self.names(Span(0, len(self._text)))
        return [name for name in names if is_reporting(self._text, name) and self.may_be(name)]

    def names(self, span: Span) -> Iterator[Name]:
        """Yield the names in a span of the article."""
        return names_in(self._text, span, self._lookalikes)

    def may_be(self, name: Name) -> bool:
        """Whether a name can be that of a body: no place, day or person that the article knows."""
        is_none = not name.words or name.words[-1].lower() in _NO_BODIES or name.title is not None or bool(name.roles)
        person = self._people.find_named(name, name.chars.start) if name.may_be_person else None
        return not is_none and (person is None or not person.is_proven)  # Huawei said


def is_reporting(text: str, name: Name) -> bool:
    """Whether a verb of saying stands right behind a name, or before it: Amy Lin said; said Rabbi Amy Lin."""
    behind = text[name.chars.end : name.chars.end + 20].split()[:1]
    ahead = text[max(0, name.chars.start - 20) : name.chars.start].split()[-1:]
    behind = [word.rstrip(":,.") for word in behind]
    if _SPOKEN_FOR.search(text, max(0, name.chars.start - _LONGEST_SPOKEN_FOR), name.chars.start):
        return True  # a spokesman for the Water Board
    is_told_of = not LEXICON.auxiliaries.isdisjoint(behind)  # said Bo Lane was late
    return not _SAYING.isdisjoint(behind) or not (is_told_of or (_SAYING - LEXICON.telling).isdisjoint(ahead))


def _start(name: Name) -> int:
    return name.chars.start
