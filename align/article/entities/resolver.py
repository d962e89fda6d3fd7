"""Who it is that a phrase names, in the fullest form that the article gives."""

from collections.abc import Iterable, Sequence

from align.article.entities.names import Name, names_in
from align.article.entities.organisations import Organisations, drop_article
from align.article.entities.people import Mention, People
from align.article.lexicons import LEXICON
from align.records import Span

_GENDERED = (LEXICON.female_pronouns | LEXICON.male_pronouns) & LEXICON.pronouns
_PARAGRAPH = 1500  # characters


class EntityResolver:
    """Turns phrases into speakers, the same person or body always into the same words."""

    def __init__(self, text: str, spans: Iterable[Span]) -> None:
        """Learn who there is from `spans`, the parts of `text` in which the writer speaks."""
        spans = tuple(spans)
        self._text = text
        self._people = People(text, spans)
        self._organisations = Organisations(text, spans)
        self._printed: dict[str, str] = {}
        self._recent: Mention | None = None  # the last person named
        self._unnamed: tuple[str, int] | None = None  # the last speaker who is only described, and where

    def speaker(self, phrase: Span) -> str | None:
        """Return whom the words at `phrase` name.

        A pronoun is returned as printed where nobody has been named whom it could mean, and is None where it could
        mean several.
        """
        words = self._text[phrase.start : phrase.end].split()
        pronoun = words[0].rpartition("-")[2]  # a-t-il
        if len(words) == 1 and pronoun.lower() in LEXICON.pronouns:
            return self._pronoun(pronoun, phrase)
        speaker = self._named(phrase, [word.lower() for word in words]) or " ".join(words)
        return self._printed.setdefault(drop_article(speaker).casefold(), speaker)

    def remember(self, speaker: str | None, phrase: Span) -> None:
        """Note that `speaker` was named at `phrase` as having said something: "He added" then means the same."""
        words = self._text[phrase.start : phrase.end].casefold().split()
        is_described = (
            len(words) > 1 and self._text[phrase.end - 1].islower() and " ".join(words) == (speaker or "").casefold()
        )
        if is_described and speaker is not None:
            self._unnamed = (speaker, phrase.end)
        elif words[0] not in LEXICON.pronouns:
            self._unnamed = None

    def find_person_at_start(self, span: Span) -> str | None:
        """Return the person whose name begins `span`; None if none does."""
        name = next(names_in(self._text, span), None)
        if name is None or not name.may_be_person or self._text[span.start : name.chars.start].strip():
            return None
        person = self._people.find_named(name, name.chars.start)
        return person.full if person else None

    def _pronoun(self, word: str, phrase: Span) -> str | None:
        if self._unnamed is not None and self._continues(word.lower(), phrase.start):
            return self._unnamed[0]
        if word.lower() not in _GENDERED:
            return word
        person = self._people.resolve_pronoun(word.lower(), phrase.start, self._recent)
        if person is not None:
            self._recent = Mention(phrase.start, phrase.end, person, is_subject=True)
            return person.full
        return None if self._people.has_candidate(word.lower(), phrase.start) else word

    def _continues(self, pronoun: str, position: int) -> bool:
        """Whether a pronoun means the speaker who was described before in the same paragraph."""
        if (
            self._unnamed is None
            or pronoun in LEXICON.first_person
            or not 0 <= position - self._unnamed[1] <= _PARAGRAPH
        ):
            return False
        head = self._unnamed[0].split()[-1].lower()
        is_clash = (head in LEXICON.male_kin and pronoun in LEXICON.female_pronouns) or (
            head in LEXICON.female_kin and pronoun in LEXICON.male_pronouns
        )
        return not is_clash and "\n\n" not in self._text[self._unnamed[1] : position]

    def _named(self, phrase: Span, words: Sequence[str]) -> str | None:
        """Return the person or body that a phrase with a name, a role or a document means."""
        names = list(names_in(self._text, phrase))
        is_document = words[-1].strip(".") in LEXICON.documents and not (names and names[-1].chars.end == phrase.end)
        if is_document:
            return self._owner(names[0]) if names else None
        if not names:
            return self._holder(words)
        if words[0] in LEXICON.determiners and not self._is_named(phrase, words, names):
            return None
        if names[-1].chars.end < phrase.end and self._text.endswith(LEXICON.possessive_endings, 0, names[-1].chars.end):
            return None  # Amy Lin's lawyer is not Amy Lin
        return self._bearer(_head(self._text, names))

    def _is_named(self, phrase: Span, words: Sequence[str], names: Sequence[Name]) -> bool:
        """Whether "the …" is a name ("the Water Board", "her colleague Bo Lin") and does not merely hold one."""
        begins_so = names[0].chars.start <= phrase.start + len(words[0]) + 1
        ends_so = names[-1].chars.end == phrase.end and len(names[-1].words) > 1 and LEXICON.joining.isdisjoint(words)
        return begins_so or ends_so

    def _holder(self, words: Sequence[str]) -> str | None:
        """Return the person who alone holds the role that "the mayor" names."""
        roles = frozenset(words[1:])
        person = (
            self._people.find_described(roles)
            if words[0] in LEXICON.articles and roles and roles <= LEXICON.roles
            else None
        )
        return person.full if person else None

    def _bearer(self, name: Name) -> str | None:
        """Return the fullest form of a name; as printed with its title if the article gives no fuller one."""
        person = self._people.find_named(name, name.chars.start) if name.may_be_person else None
        if person is not None:
            self._recent = Mention(name.chars.start, name.chars.end, person, is_subject=True)
            return person.full
        full = self._organisations.full_form(name.full)
        return full if full != name.full else None  # as printed, with its "The"

    def _owner(self, name: Name) -> str | None:
        """Return whose document it is: the body's or the person's full form, None if the article does not give it."""
        person = self._people.find_named(name, name.chars.start) if name.may_be_person else None
        return person.full if person else self._organisations.full_form(name.full)


def _head(text: str, names: Sequence[Name]) -> Name:
    """Return the name that a phrase is about: its first, if "of" or the like ties the rest to it, else its last."""
    first = names[0]
    tie = text[first.chars.end : names[-1].chars.start].split()
    is_tied = (
        len(names) > 1 and first.may_be_person and len(first.words) > 1 and tie and tie[0].lower() in LEXICON.joining
    )
    return first if is_tied else names[-1]
