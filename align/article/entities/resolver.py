"""Who it is that a phrase names, in the fullest form that the article gives (entity resolution)."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from align.article.entities.anaphora import Anaphora
from align.article.entities.bodies import Bodies
from align.article.entities.constituencies import Constituencies
from align.article.entities.descriptions import Descriptions
from align.article.entities.discourse import Discourse, Referent
from align.article.entities.mentions import sentence_start
from align.article.entities.names import Name, names_in
from align.article.entities.organisations import Organisations
from align.article.entities.people import People
from align.article.entities.person import OFFICES, Mention, Person
from align.article.entities.pronouns import Pronouns
from align.article.entities.senders import Senders, owner_ending
from align.article.lexicons import LEXICON, NO_LOOKALIKES, Words
from align.article.lexicons.first_names import FIRST_NAMES
from align.records import Span

_GENDERED_WORDS = LEXICON.gendered_pronouns
_HEADS = LEXICON.head_nouns
_OFFICES = LEXICON.titles | LEXICON.roles | OFFICES.keys()
_TIES = LEXICON.joining | LEXICON.prepositions | LEXICON.relatives | LEXICON.coordinating
_TIED = frozenset(("and", "on"))  # the Department for Culture and Sport, the Panel on Climate Change
_ANYBODY = frozenset(("man", "woman", "person"))
_LONGEST_RELATIVE = 8  # characters of " whose "
_MODIFIERS = LEXICON.postmodifiers | LEXICON.around


class EntityResolver:
    """Turns phrases into speakers, the same person or organisation always into the same words.

    It knows who there is in the article, and learns nothing by being asked: what came before a phrase is told it.
    """

    def __init__(self, text: str, spans: Iterable[Span], lookalikes: Words = NO_LOOKALIKES) -> None:
        """Learn who there is from `spans`, the parts of `text` in which the writer speaks.

        `lookalikes` are words of the lists that are names where they begin with a capital.
        """
        spans = tuple(span for span in spans if len(span))
        self._text, self._lookalikes = text, lookalikes
        self.people = People(text, spans, lookalikes)
        self._pronouns = Pronouns(text, self.people)
        self._organisations = Organisations(text, spans)
        self._bodies = Bodies(text, self.people, self._organisations, lookalikes)
        self._descriptions = Descriptions(text, self.people, self._bodies, lookalikes)
        self._constituencies = Constituencies(text, self.people)
        self._anaphora = Anaphora(text, self.people, self._pronouns, self._bodies)
        self._senders = Senders(text, self.people, self._organisations, self._bodies, self._descriptions)

    def resolve(self, phrase: Span, discourse: Discourse, quoted: Span | None = None) -> Referent:
        """Return whom the words at `phrase` name, given whom the article has quoted before.

        A pronoun means nobody whom the words at `quoted`, which its bearer says, call by name: they would say "I".

        A pronoun is returned as printed where nobody has been named whom it could mean, and is None where it could
        mean several, or whoever is spoken to; so is "the foreign secretary" where it could mean one of several who were
        named just before.
        """
        words = tuple(self._text[phrase.start : phrase.end].split())
        printed = Referent(words, phrase.end, " ".join(words), is_name=self._listed(words[0]) != words[0].lower())
        if printed.pronoun is not None:
            return self._anaphora.resolve(printed, phrase, discourse, quoted)
        owner = owner_ending(words[-1])
        listed = [self._listed(word) for word in (*words[:-1], words[-1].removesuffix(owner))]
        speaker, person = self._named(phrase, listed, discourse)
        member = None if speaker or person else self._constituencies.member(phrase, words)
        if member is not None:
            return self._inferred(printed, phrase, member)
        inferred = None if speaker or person else self._told(phrase, words)
        named = speaker or inferred or " ".join(words).removesuffix(owner)
        referent = replace(
            printed, speaker=discourse.first_form(named), person=person, is_inferred=inferred is not None
        )
        if self._is_told_of(referent):
            return replace(referent, speaker=None, person=None, is_inferred=True)
        if not self._descriptions.may_be_named(referent, phrase.start):
            return referent
        subject = self._pronouns.described(phrase.start, [word.lower() for word in words[1:]])
        is_named = quoted is not None and subject in self.people.called_in(quoted)  # “Bo Lane left,” the mayor said
        if subject is None or is_named or self._constituencies.is_elsewhere(subject, words):
            return replace(referent, speaker=None, is_inferred=True)
        return self._inferred(printed, phrase, subject)

    def _is_told_of(self, referent: Referent) -> bool:
        """Whether a clause has to tell who is meant: *the man* who once said."""
        is_led = len(referent.words) > 1 and referent.words[0].lower() in LEXICON.articles
        behind = self._text[referent.end : referent.end + _LONGEST_RELATIVE].split()[:1]
        is_restricted = behind != [] and behind[0] in LEXICON.personal_relatives
        return is_led and is_restricted and referent.head.lower() in _ANYBODY

    def _inferred(self, printed: Referent, phrase: Span, person: Person) -> Referent:
        """Return whom words mean that only tell what they are."""
        mention = Mention(phrase.start, phrase.end, person, is_subject=True)
        return replace(printed, speaker=person.full, person=mention, is_inferred=True)

    def _told(self, phrase: Span, words: Sequence[str]) -> str | None:
        return self._senders.told(phrase, words) or self._descriptions.inferred(phrase, words)

    def _listed(self, word: str) -> str:
        """Return a word as the word lists have it; a name that looks like one of them is none."""
        lower = word.lower()
        return word if word[0].isupper() and lower in self._lookalikes else lower

    def find_person_at_start(self, span: Span, is_proven: bool = False) -> str | None:
        """Return the person whose name begins `span`; None if none does, or if nothing proves one that has to be.

        Whose counsel they are is somebody else: President Hale's legal counsel Amy Lin.
        """
        names = list(names_in(self._text, span, self._lookalikes))
        if not names or self._text[span.start : names[0].chars.start].strip():
            return None
        name = names[0]
        if self._text.endswith(LEXICON.possessive_endings, 0, name.chars.end):
            if len(names) == 1 or names[1].chars.end != span.end:
                return None
            name = names[1]
        if not name.may_be_person:
            return None
        person = self.people.find_named(name, name.chars.start)
        return person.full if person and (person.is_certain or not is_proven) else None

    def people_in(self, span: Span) -> frozenset[str]:
        """Return who is named in `span`."""
        return frozenset(mention.person.full for mention in self.people.within(span))

    def names_somebody(self, span: Span) -> bool:
        """Whether words have a name in them, and are not "nobody" or a thing: The book reads like a letter."""
        is_pronoun = self._text[span.start : span.end].lower() in LEXICON.pronouns
        return not is_pronoun and next(names_in(self._text, span), None) is not None

    def _named(self, phrase: Span, words: Sequence[str], discourse: Discourse) -> tuple[str | None, Mention | None]:
        """Return the person or organisation that a phrase with a name, a role or a document means.

        The mention is that of a person whom the phrase itself names.
        """
        names = self._names(phrase)
        named = self._descriptions.apposed(phrase, words) or self._in_capitals(words, names)
        if named is not None:
            return named.full, None
        is_document = words[-1].strip(".") in LEXICON.documents and not (names and names[-1].chars.end == phrase.end)
        if is_document or self._senders.is_from(phrase, names):
            return (self._senders.owner(names[0]) if names else self._senders.find(phrase, words)), None
        if not names:
            return self._named_without_names(phrase, words, discourse)
        tie = self._text[names[-2].chars.end : names[-1].chars.start].split() if len(names) > 1 else []
        are_two = tie in (["and"], ["&"]) and all(name.may_be_person for name in names)
        are_two &= not self._is_department(names)
        ahead = self._text[phrase.start : names[-1].chars.start].lower().split()
        if are_two or not _MODIFIERS.isdisjoint(ahead):  # Amy Lin and Bo Lane; a lawyer representing Amy Lin
            return None, None
        is_whole = names[-1].chars.end == phrase.end and not self._is_proven(names[-1])  # the Office for Police Conduct
        if (is_whole or not _TIED.isdisjoint(words)) and self._is_body(names):
            return self._organisations.full_form(" ".join(self._text[phrase.start : phrase.end].split())), None
        if words[0] in LEXICON.determiners and not self._is_named(phrase, words, names):
            return None, None
        if names[-1].chars.end < phrase.end and self._text.endswith(LEXICON.possessive_endings, 0, names[-1].chars.end):
            return None, None  # Amy Lin's lawyer is not Amy Lin
        behind = self._text[names[-1].chars.end : phrase.end].split()
        if behind and _is_noun(behind[0]):
            return None, None  # nor is an Amy Lin supporter
        if self._is_office(names):
            return None, None
        return self._bearer(names[-1] if self._is_proven(names[-1]) else _head(self._text, names))

    def _in_capitals(self, words: Sequence[str], names: Sequence[Name]) -> Person | None:
        """Return whom a surname in capitals means, alone or behind a title: LANE; REP. LANE."""
        is_alone = len(names) == 1 and all(word.rstrip(".").lower() in _OFFICES for word in words[:-1])
        return self.people.find_in_capitals(names[0]) if is_alone else None

    def _is_department(self, names: Sequence[Name]) -> bool:
        """Whether the first name is what an office is for: Housing and Urban Development Secretary Amy Lin."""
        person = self.people.find_named(names[0], names[0].chars.start) if len(names[0].words) > 1 else None
        return bool(names[-1].roles) and names[0].words[0] not in FIRST_NAMES and not (person and person.is_certain)

    def _names(self, phrase: Span) -> list[Name]:
        """Return the names in a phrase; where there are several, no service's: a note by *Facebook* user Amy Lin."""
        names = [name for name in names_in(self._text, phrase, self._lookalikes) if not name.words[0].isdigit()]
        return [name for name in names if len(names) == 1 or name.full.lower() not in LEXICON.networks] or names

    def _is_proven(self, name: Name) -> bool:
        """Whether a full name is certainly a person's: Under-Secretary of State for Health | Amy Lin."""
        person = self.people.find_named(name, name.chars.start) if name.may_be_person else None
        return person is not None and person.is_certain and len(name.words) > 1

    def _is_office(self, names: Sequence[Name]) -> bool:
        """Whether the last name only says what an office is for: High Commissioner *for* Human Rights."""
        tie = self._text[names[-2].chars.end : names[-1].chars.start].split() if len(names) > 1 else []
        if tie[:1] == [] or tie[0].lower() not in LEXICON.joining_ahead:
            return False
        last, first = (self.people.find_named(name, name.chars.start) for name in (names[-1], names[0]))
        is_person = any(person is not None and person.is_certain for person in (last, first))
        return names[0].words[-1].lower() in LEXICON.roles and not is_person

    def _is_body(self, names: Sequence[Name]) -> bool:
        """Whether names tied together are what one body is called: Ministry of Women and Family Affairs."""
        tie = self._text[names[0].chars.end : names[1].chars.start].split() if len(names) > 1 else []
        is_tied = bool(tie) and tie[0].lower() in LEXICON.joining_ahead | {"on"}
        return is_tied and names[0].words[-1].lower() in LEXICON.bodies | LEXICON.organisations

    def _is_named(self, phrase: Span, words: Sequence[str], names: Sequence[Name]) -> bool:
        """Whether "the …" is a name ("the Water Board", "her colleague Bo Lin") and does not merely hold one."""
        is_led = names[0].chars.start <= phrase.start + len(words[0]) + 1
        behind = self._text[names[0].chars.end : phrase.end].split()
        is_led &= not behind or not behind[0].isalpha() or behind[0] in _TIES or not behind[0].islower()  # a GOP aide
        begins_so = is_led and not (words[-1].isalpha() and words[-1] in _HEADS and names[-1].chars.end < phrase.end)
        ends_so = names[-1].chars.end == phrase.end and len(names[-1].words) > 1 and LEXICON.joining.isdisjoint(words)
        is_bare = len(names) == 1 and words[0] in LEXICON.indefinite_articles and _TIES.isdisjoint(words)
        return begins_so or ends_so or (is_bare and names[-1].chars.end == phrase.end)  # a furious Lane

    def _bearer(self, name: Name) -> tuple[str | None, Mention | None]:
        """Return the fullest form of a name, and the mention of a person; None for what is best left as printed."""
        person = self.people.find_named(name, name.chars.start) if name.may_be_person else None
        if person is not None:
            return person.full, Mention(name.chars.start, name.chars.end, person, is_subject=True)
        full = self._organisations.full_form(name.full)
        return (full if full != name.full else None), None  # as printed, with its "The"

    def _named_without_names(
        self, phrase: Span, words: Sequence[str], discourse: Discourse
    ) -> tuple[str | None, Mention | None]:
        """Return whom a role or an age means, or a word of the lists that has a capital: May, of Theresa May."""
        if len(words) > 1:
            is_within = sentence_start(self._text, phrase.start) != phrase.start
            if is_within and all(word[0].isupper() for word in self._text[phrase.start : phrase.end].split()):
                return None, None  # as The Economist put it
            holder = self._descriptions.holder(words, phrase.start)
            if holder is not None:
                return holder.full, Mention(phrase.start, phrase.end, holder, is_subject=True)
            return self._descriptions.aged(phrase, words, discourse), None
        word = self._text[phrase.start : phrase.end]
        name = Name((word,), phrase, None, frozenset(), None)
        return self._bearer(name) if word[0].isupper() and self.people.find_named(name, phrase.start) else (None, None)


def _is_noun(word: str) -> bool:
    """Whether a word behind a name is what the name only describes: supporter; not: himself, used, claims."""
    is_small = word in _TIES | _GENDERED_WORDS | LEXICON.cues.keys() or word.endswith(LEXICON.past_endings)
    return word.isalpha() and word.islower() and not is_small


def _head(text: str, names: Sequence[Name]) -> Name:
    """Return the name that a phrase is about: its first, if "of" or the like ties the rest to it, else its last."""
    first = names[0]
    tie = text[first.chars.end : names[-1].chars.start].split()
    is_tied = (
        len(names) > 1 and first.may_be_person and len(first.words) > 1 and tie and tie[0].lower() in LEXICON.joining
    )
    return first if is_tied else names[-1]
