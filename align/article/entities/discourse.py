"""Whom has the article quoted so far? The state of coreference in reading order: whom "she" may mean next.

Only what was decided is noted, one quotation after the other; to ask about a later one teaches nothing.
"""

from dataclasses import dataclass

from align.article.entities.organisations import drop_article
from align.article.entities.person import Mention
from align.article.lexicons import LEXICON

_NOBODY = LEXICON.countries | LEXICON.demonyms | {f"{noun}s" for noun in LEXICON.head_nouns | LEXICON.demonyms}
_BODIES = LEXICON.bodies | LEXICON.enterprises | LEXICON.shortened | LEXICON.issued
_SENT = (LEXICON.documents | LEXICON.messages | LEXICON.issued) - LEXICON.inscribed
_SENDERS = LEXICON.origins - LEXICON.programme_ties - LEXICON.joining_ahead
_SENDING = (LEXICON.bodies | LEXICON.roles | LEXICON.enterprises) - LEXICON.papers_called  # not: a press release
_PRONOUNS = LEXICON.pronouns | LEXICON.owning | LEXICON.objective
_TIES = LEXICON.joining | LEXICON.joining_ahead | LEXICON.postmodifiers | LEXICON.around


@dataclass(frozen=True, slots=True)
class Referent:
    """Whom `words` mean, which end at `end` in the text.

    `speaker` is None if they could mean several; `person` is the mention of a person, if the article names one so.
    `is_name` says that they begin with a name that looks like a pronoun, `is_inferred` that they do not name who it is.
    """

    words: tuple[str, ...]
    end: int
    speaker: str | None
    person: Mention | None = None
    is_name: bool = False
    is_inferred: bool = False

    @property
    def pronoun(self) -> str | None:
        """The pronoun that the words are, in lower case: "she", and "il" for "a-t-il"."""
        word = self.words[0].rpartition("-")[2].lower()
        return word if len(self.words) == 1 and word in _PRONOUNS and not self.is_name else None

    @property
    def head(self) -> str:
        """The noun that the words are about: a *spokesman* for Bo Lane, a *nurse* near the door."""
        ties = (place for place, word in enumerate(self.words) if place > 1 and word in _TIES)
        return self.words[next(ties, len(self.words)) - 1]

    @property
    def is_lone(self) -> bool:
        """Whether the words are one that might be somebody's name, of whom nothing else is told."""
        word = self.words[0]
        is_known = self.person is not None or self.pronoun is not None or word.lower() in _NOBODY
        is_known |= word.endswith("s") and word[:-1].isupper() and len(word) > 2  # MPs
        return len(self.words) == 1 and word[0].isupper() and not (is_known or word.isupper()) and self.speaker == word

    @property
    def is_body(self) -> bool:
        """Whether the words mean who is no person that the article knows: the Water Board, Strava, a bank."""
        is_name = any(word[0].isupper() for word in self.words[len(self.words) > 1 :])
        is_name |= self.is_inferred and self.words[-1].lower() in _BODIES
        return is_name and self.person is None and self.pronoun is None and self.speaker is not None

    @property
    def is_body_meant(self) -> bool:
        """Whether the words are "it", and it is known what it means."""
        return self.pronoun in LEXICON.things and self.speaker is not None and self.speaker.lower() != self.pronoun

    @property
    def is_described(self) -> bool:
        """Whether the words only tell what somebody is: "a spokesman"."""
        is_common = len(self.words) > 1 and self.words[-1][-1].islower()
        return is_common and " ".join(self.words).casefold() == (self.speaker or "").casefold()

    @property
    def is_unnamed_body(self) -> bool:
        """Whether the words only tell what a body is, or its text, which the article may name: the agencies, police."""
        head = self.head.lower()
        is_led = self.words[0].lower() in LEXICON.articles or head in LEXICON.bare_bodies
        is_body = not {head, f"{head[:-3]}y", head.removesuffix("s")}.isdisjoint(_BODIES)
        return is_led and is_body and self.person is None and self.speaker == " ".join(self.words)

    @property
    def is_nameless(self) -> bool:
        """Whether the words only tell what somebody is whom the article may name elsewhere: the three-time champion."""
        has_name = any(word[0].isupper() for word in self.words[1:])  # the Water Board; not: the company
        head = (self.words[-1] if has_name else self.head).lower()  # the *veteran* of many seasons
        is_body = (head in LEXICON.organisations and has_name) or head in LEXICON.documents | LEXICON.messages
        is_body |= head.endswith("s") and not head.endswith("ss")  # the mayors; not: the actress
        is_led = self.words[0].lower() in LEXICON.articles and len(self.words) > 1
        return is_led and self.person is None and not is_body and self.speaker == " ".join(self.words)


def is_only_text(speaker: str) -> bool:
    """Whether the words are a text that somebody sent or published, and not who: the email; a report on rain.

    Not: the mayor's letter, a Hull report, a council statement, a note from them; nor what nobody sends: a sign.
    """
    words = tuple(speaker.split())
    head = Referent(words, 0, speaker).head
    is_sent = head.lower() in _SENT and not head[0].isupper() and words[0].lower() in LEXICON.determiners
    is_by = any(word in _SENDERS or word[0].isupper() or word in _SENDING for word in words[1:])
    return is_sent and not is_by and not any(word.endswith(LEXICON.possessive_endings) for word in words)


class Discourse:
    """What a reader knows of the speakers who have come so far."""

    def __init__(self) -> None:
        self.last_person: Mention | None = None
        self.last_described: Referent | None = None  # None again as soon as somebody else is quoted
        self.last_lone: Referent | None = None  # by one word that is nobody's name elsewhere: Edu; None again likewise
        self.last_body: Referent | None = None  # a name that is nobody's; None again likewise
        self.people: set[str] = set()  # all who were quoted by name
        self._printed: dict[str, str] = {}

    def first_form(self, speaker: str) -> str:
        """Return how a speaker was printed first, whatever case and "the" it has now."""
        return self._printed.get(_key(speaker), speaker)

    def note(self, referent: Referent, is_quoted: bool) -> None:
        """Add the speaker of the next quotation; `is_quoted` if a verb says that they spoke: "He added" goes on."""
        if referent.speaker is not None and referent.pronoun is None:
            self._printed.setdefault(_key(referent.speaker), referent.speaker)
        if referent.person is not None:
            self.last_person = referent.person
            self.people.add(referent.person.person.full)
        if is_quoted and (referent.is_lone or referent.person is not None):
            self.last_lone = referent if referent.is_lone else None
        is_body = referent.is_body or referent.is_body_meant
        if is_quoted and (is_body or referent.person is not None):
            self.last_body = referent if is_body else None
        if is_quoted and referent.is_described:
            self.last_described = referent
        elif is_quoted and (referent.is_name or referent.words[0].casefold() not in LEXICON.pronouns):
            self.last_described = None


def _key(speaker: str) -> str:
    return drop_article(speaker).casefold()
