"""Whose is a text that says something: a statement from Amy Lin, the mayor's letter?"""

import re
from collections.abc import Sequence

from align.article.entities.descriptions import Descriptions
from align.article.entities.mentions import is_owned
from align.article.entities.names import Name, names_in
from align.article.entities.organisations import Organisations
from align.article.entities.people import People
from align.article.lexicons import LEXICON, Words
from align.records import Span

_FROM = ("from", "by")
_TEXTS = LEXICON.documents | LEXICON.messages
_BEARING = (
    LEXICON.head_nouns | LEXICON.possessives | LEXICON.networks
)  # a message from *her friend, Facebook user* Amy Lin
_BEHIND = re.compile(
    r",?\s(?:(?:which|that)\s(?:was|is)\s)?(?:attributed\sto|(?:signed\s|issued\s|released\s)?(?:from|by))\s(?:the\s)?"
)
_OWNED = "|".join(sorted(LEXICON.owning | LEXICON.indefinite_articles))
_PEOPLE = "|".join(sorted(LEXICON.head_nouns))
_FROM_SOMEBODY = re.compile(rf"\sfrom\s(?P<who>(?:{_OWNED})\s(?:\w+\s)?(?:{_PEOPLE}))\b")  # from her lawyer
_LONGEST_NAME = 60  # characters


class Senders:
    """Finds out through whose text somebody speaks, of the people and bodies of an article."""

    def __init__(
        self, text: str, people: People, organisations: Organisations, descriptions: Descriptions, lookalikes: Words
    ) -> None:
        self._text, self._people, self._organisations = text, people, organisations
        self._descriptions, self._lookalikes = descriptions, lookalikes

    def is_from(self, phrase: Span, names: Sequence[Name]) -> bool:
        """Whether a phrase is a text, or several, and whose it is: a statement from Amy Lin."""
        words = self._text[phrase.start : names[0].chars.start].lower().split() if len(names) == 1 else []
        ahead = [word for word in words if word not in _BEARING]
        return len(ahead) > 1 and ahead[-1] in _FROM and not _TEXTS.isdisjoint((ahead[-2], ahead[-2].removesuffix("s")))

    def find(self, phrase: Span, words: Sequence[str]) -> str | None:
        """Return whose a text is: "the mayor's statement", or "a statement" behind which "from Amy Lin" stands."""
        office = words[-2].removesuffix(owner_ending(words[-2])) if len(words) > 2 else ""
        if office and office != words[-2]:
            holder = self._descriptions.holder((*words[:-2], office), phrase.start)
            return holder.full if holder else None
        described = _FROM_SOMEBODY.match(self._text, phrase.end)
        if described is not None:
            return described["who"]
        tie = _BEHIND.match(self._text, phrase.end)
        behind = Span(tie.end(), min(len(self._text), tie.end() + _LONGEST_NAME)) if tie else Span(0, 0)
        names = [*names_in(self._text, behind, self._lookalikes)][:2]
        if not names or names[0].chars.start != behind.start:
            return None
        if not self._text.endswith(LEXICON.possessive_endings, 0, names[0].chars.end):
            return self.owner(names[0])
        is_told = len(names) > 1 and is_owned(self._text, Span(names[0].chars.end, names[1].chars.start))
        return self.owner(names[1]) if is_told else None  # from Lin's mother, Ida Lin

    def owner(self, name: Name) -> str | None:
        """Return whose document it is, by full form; None if the article does not give it."""
        person = self._people.find_named(name, name.chars.start) if name.may_be_person else None
        return person.full if person else self._organisations.full_form(name.full)


def owner_ending(word: str) -> str:
    """Return the ending by which a word is an owner; "" if it is none."""
    return next((ending for ending in LEXICON.possessive_endings if word.endswith(ending)), "")
