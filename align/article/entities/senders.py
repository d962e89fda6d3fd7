"""Whose is a text that says something: a statement from Amy Lin, the mayor's letter?"""

import re
from collections.abc import Sequence

from align.article.entities.beside import is_owned
from align.article.entities.bodies import FEW, Bodies, is_reporting
from align.article.entities.descriptions import Descriptions
from align.article.entities.mentions import sentence_end, sentence_start
from align.article.entities.names import Name
from align.article.entities.organisations import Organisations
from align.article.entities.people import People
from align.article.entities.strangers import is_said
from align.article.lexicons import LEXICON
from align.records import Span

_FROM = ("from", "by")
_TEXTS = LEXICON.documents | LEXICON.messages
_BEARING = (
    LEXICON.head_nouns | LEXICON.possessives | LEXICON.networks
)  # a message from *her friend, Facebook user* Amy Lin
_ISSUING = "|".join(sorted(LEXICON.issuing))
_THE = "|".join(sorted(LEXICON.articles))
_BEHIND = re.compile(
    rf""",?\s(?:(?:which|that)\s(?:was|is)\s)?
    (?:attributed\sto|(?:(?:{_ISSUING})\s(?:(?:on\s)?\w+\s)?)?(?:from|by))\s(?:(?:{_THE})\s)?""",
    re.VERBOSE,
)
_SHARED = re.compile(rf"\s(?:that|which)\s(?P<who>(?:(?:{_THE})\s)?(?:[\w’'-]+\s){{1,6}}?)(?:{_ISSUING}|shared)\b")
_STAFF = LEXICON.bodies | LEXICON.collectives | LEXICON.plurals
_LISTING = tuple(f" {word} " for word in ("and", "&"))
_NO_OWNER = (
    LEXICON.bodies
    | LEXICON.determiners
    | LEXICON.prepositions
    | LEXICON.joining
    | LEXICON.joining_ahead
    | LEXICON.conjunctions
)
_LASTING, _PASSING = 6000, 1500  # characters back to what is told of a report, of a statement
_LONGEST_OBJECT = 8  # words from "published" to "report"
_OWNED = "|".join(sorted(LEXICON.owning | LEXICON.indefinite_articles))
_PEOPLE = "|".join(sorted(LEXICON.head_nouns))
_FROM_SOMEBODY = re.compile(rf"\sfrom\s(?P<who>(?:{_OWNED})\s(?:\w+\s)?(?:{_PEOPLE}))\b")  # from her lawyer
_LONGEST_OWNED = (2, 4)  # words between an owner and a report, without and with "’s"
_A = "|".join(sorted(LEXICON.indefinite_articles))
_WHO = "|".join(sorted(LEXICON.personal_relatives | LEXICON.relatives))
_TOLD_OF_ISSUER = re.compile(
    rf",\s(?:{_A}|{_THE})\s(?:(?!(?:{_WHO})\s)[\w’'.-]+,?\s){{1,6}}?(?:{_ISSUING})\s"
)  # Amy Lin, | a Hull spokeswoman, also issued a
_SAYING = "|".join(sorted(LEXICON.sure_verbs))
_SAID_IN = re.compile(rf",?\s(?:{_SAYING})\s(?:(?:on\s)?\w+\s)?in\s(?:(?:{_OWNED})\s)?(?:[\w-]+\s){{0,2}}")
_TIES = LEXICON.joining | LEXICON.joining_ahead
_LONGEST_TIE = 8  # characters
_LONGEST_NAME = 60  # characters


class Senders:
    """Finds out through whose text somebody speaks, of the people and bodies of an article."""

    def __init__(
        self, text: str, people: People, organisations: Organisations, bodies: Bodies, descriptions: Descriptions
    ) -> None:
        self._text, self._people, self._organisations = text, people, organisations
        self._bodies, self._descriptions = bodies, descriptions

    def is_from(self, phrase: Span, names: Sequence[Name]) -> bool:
        """Whether a phrase is a text, or several, and whose it is: a statement from Amy Lin."""
        words = self._text[phrase.start : names[0].chars.start].lower().split() if len(names) == 1 else []
        ahead = [word for word in words if word not in _BEARING]
        return len(ahead) > 1 and ahead[-1] in _FROM and not _TEXTS.isdisjoint((ahead[-2], ahead[-2].removesuffix("s")))

    def told(self, phrase: Span, words: Sequence[str]) -> str | None:
        """Return whose "the report" at `phrase` is, of which was told before: Bell Bus published a report."""
        head = words[-1]
        if len(words) != 2 or words[0].lower() not in LEXICON.articles or head not in LEXICON.issued:
            return None
        nouns = re.compile(rf"\b(?:(?P<first>{_A})\s{FEW})?{re.escape(head)}\b", re.IGNORECASE)
        start = max(0, phrase.start - (_LASTING if head in LEXICON.lasting else _PASSING))
        for noun in reversed([*nouns.finditer(self._text, start, phrase.start)]):
            if is_said(self._text, noun.start()):
                continue
            owner = self._issuer(Span(noun.start(), noun.end()), head)
            if owner is not None or noun["first"]:
                return owner
        return None

    def _issuer(self, noun: Span, head: str) -> str | None:
        """Return who made a text public, by the sentence that tells of it."""
        start = Span(sentence_start(self._text, noun.start), noun.end - len(head))
        names = [*self._bodies.names(start)]
        if names and self._is_owner(names[-1], start.end):
            return self._bearer(names[-1])
        signed = self._signed(noun.end)
        issuer = next((name for name in reversed(names) if self._is_issuing(name, start.end)), None)
        if signed or issuer:
            return signed or (self._bearer(issuer) if issuer else None)
        if head not in LEXICON.sent:
            teller = next((name for name in reversed(names) if self._is_telling(name, noun.start)), None)
            return self._bearer(teller) if teller else None
        return self._reporting(noun)

    def _is_owner(self, name: Name, end: int) -> bool:
        """Whether a name stands right ahead of what is its bearer's: Bell Bus's yearly | report; the DVDRC | report."""
        is_possessive = self._text.endswith(LEXICON.possessive_endings, 0, name.chars.end)
        words = self._text[name.chars.end : end].split()
        is_free = all(word.islower() and word.isalpha() and word not in _NO_OWNER for word in words)
        is_near = len(words) <= _LONGEST_OWNED[is_possessive] and LEXICON.cues.keys().isdisjoint(words)
        is_body = self._organisations.full_form(name.full) is not None or (name.full.isupper() and len(name.words) == 1)
        return is_free and is_near and (is_possessive or is_body)

    def _is_issuing(self, name: Name, end: int) -> bool:
        """Whether who is named makes public what stands at `end`: Bell Bus published its yearly | report."""
        words = self._text[name.chars.end : end].split()[: _LONGEST_OBJECT + 1]
        verb = words[0].lower() in LEXICON.auxiliaries if words else False
        is_issuing = words[verb : verb + 1] != [] and words[verb] in LEXICON.issuing
        is_told = _TOLD_OF_ISSUER.match(self._text, name.chars.end, end) is not None
        return len(words) <= _LONGEST_OBJECT and (is_issuing or is_told)

    def _is_telling(self, name: Name, end: int) -> bool:
        """Whether who is named says something in a text: the Water Board said in its latest | report."""
        ahead = self._text[max(0, name.chars.start - _LONGEST_TIE) : name.chars.start].split()[-1:]
        is_part = not _TIES.isdisjoint(ahead)  # the Partnership for Hull
        return not is_part and _SAID_IN.fullmatch(self._text, name.chars.end, end) is not None

    def _reporting(self, noun: Span) -> str | None:
        """Return who alone says something in the sentence that tells of a text: said Amy Lin in a statement."""
        sentence = Span(sentence_start(self._text, noun.start), sentence_end(self._text, noun.end))
        names = (name for name in self._bodies.names(sentence) if not self._is_listed(name))
        tellers = (name for name in names if is_reporting(self._text, name) or self._is_apposed_teller(name))
        speakers = {owner for name in tellers if (owner := self._bearer(name))}
        return speakers.pop() if len(speakers) == 1 else None

    def _is_apposed_teller(self, name: Name) -> bool:
        """Whether a name between commas tells who says something: His widow, Amy Lin, | confirmed it in a statement."""
        behind = self._text[name.chars.end : name.chars.end + 20].split()[:2]
        is_verb = behind[:1] == [","] and len(behind) > 1 and behind[1] in LEXICON.cues
        return is_verb and self._text.endswith(", ", 0, name.chars.start)

    def _is_listed(self, name: Name) -> bool:
        """Whether "and" stands before a name: the Academies of Sciences and Medicine."""
        return self._text.endswith(_LISTING, 0, name.chars.start)

    def find(self, phrase: Span, words: Sequence[str]) -> str | None:
        """Return whose a text is: "the mayor's statement", or "a statement" behind which "from Amy Lin" stands."""
        office = words[-2].removesuffix(owner_ending(words[-2])) if len(words) > 2 else ""
        if office and office != words[-2]:
            holder = self._descriptions.holder((*words[:-2], office), phrase.start)
            return holder.full if holder else self._bodies.described((*words[:-2], office), phrase.start)
        return self._signed(phrase.end)

    def _signed(self, end: int) -> str | None:
        """Return from whom a text is, by what stands behind it at `end`: | by Amy Lin."""
        described = _FROM_SOMEBODY.match(self._text, end)
        if described is not None:
            return described["who"]
        shared = _SHARED.match(self._text, end)
        if shared is not None:
            return self._sharer(Span(shared.start("who"), shared.end("who")))
        tie = _BEHIND.match(self._text, end)
        behind = Span(tie.end(), min(len(self._text), tie.end() + _LONGEST_NAME)) if tie else Span(0, 0)
        names = [*self._bodies.names(behind)][:2]
        if not names or names[0].chars.start != behind.start:
            return None
        if not self._text.endswith(LEXICON.possessive_endings, 0, names[0].chars.end):
            return self._bearer(names[0])
        owned = self._text[names[0].chars.end : behind.end].split(maxsplit=1)[:1]
        if owned and owned[0].strip(".,;") in _STAFF:  # from Lin’s campaign
            return f"{self._text[names[0].chars.start : names[0].chars.end]} {owned[0].strip('.,;')}"
        is_told = len(names) > 1 and is_owned(self._text, Span(names[0].chars.end, names[1].chars.start))
        return self._bearer(names[1]) if is_told else None  # from Lin's mother, Ida Lin

    def _sharer(self, who: Span) -> str | None:
        """Return whom the words at `who` name, who share a text: a report that *the centre* shared."""
        name = next(self._bodies.names(who), None)
        words = self._text[who.start : who.end].split()
        return self._bearer(name) if name else self._bodies.described(words, who.start)

    def owner(self, name: Name) -> str | None:
        """Return whose document it is, by full form; None if the article does not give it."""
        person = self._people.find_named(name, name.chars.start) if name.may_be_person else None
        return person.full if person else self._organisations.full_form(name.full)

    def _bearer(self, name: Name) -> str | None:
        """Return who is named so, by full form if the article gives one; None if that can be nobody's text."""
        is_nobody = name.full.lower() in LEXICON.networks or not self._bodies.may_be(name)
        return self.owner(name) or (None if is_nobody else name.full)


def owner_ending(word: str) -> str:
    """Return the ending by which a word is an owner; "" if it is none."""
    return next((ending for ending in LEXICON.possessive_endings if word.endswith(ending)), "")
