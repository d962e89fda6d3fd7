"""Whom does a pronoun mean, of the people whom the article names and of those it has quoted so far?"""

import re
from dataclasses import replace
from itertools import pairwise

from align.article.entities.bodies import Bodies
from align.article.entities.descriptions import near
from align.article.entities.discourse import Discourse, Referent
from align.article.entities.mentions import just_before, sentence_start
from align.article.entities.people import People
from align.article.entities.person import Mention, Person
from align.article.entities.pronouns import Pronouns, fits
from align.article.entities.strangers import last_told
from align.article.lexicons import LEXICON
from align.records import Span

_GENDERED = LEXICON.gendered_pronouns & (LEXICON.pronouns | LEXICON.owning | LEXICON.objective)
_THINGS = LEXICON.organisations | LEXICON.enterprises | LEXICON.shortened | LEXICON.documents | LEXICON.messages
_REPLYING = LEXICON.prepositions | {"to"}
_AT = "|".join(sorted(LEXICON.joining))
_LONGEST_COLON = 4  # characters: a colon, a space and marks
_LONGEST_LINK = 12  # characters
_NEAR_COLON = 60  # characters in which the name before a colon stands
_PARAGRAPH = 1500  # characters


class Anaphora:
    """Joins what the text around a pronoun tells with who was quoted last."""

    def __init__(self, text: str, people: People, pronouns: Pronouns, bodies: Bodies) -> None:
        self._text, self._people, self._pronouns, self._bodies = text, people, pronouns, bodies

    def resolve(self, printed: Referent, phrase: Span, discourse: Discourse, quoted: Span | None) -> Referent:
        """Return whom the pronoun at `phrase` means, given whom the article has quoted before."""
        pronoun = printed.pronoun or ""
        described = discourse.last_described
        if described is not None and self._is_of_other_gender(described, pronoun):
            described = None
        if described is not None and self._goes_on(described, pronoun, phrase.start):
            return replace(printed, speaker=described.speaker)
        if pronoun in LEXICON.things:
            body = self._body_meant(phrase.start, discourse)
            return replace(printed, speaker=discourse.first_form(body) if body else _bare(printed.words[0]))
        if pronoun in LEXICON.plural_pronouns:
            return replace(printed, speaker=self._several(phrase.start) or _bare(printed.words[0]))
        if pronoun not in _GENDERED:
            return replace(printed, speaker=None if pronoun in LEXICON.addressed else _bare(printed.words[0]))
        person = self._person_meant(pronoun, phrase.start, discourse.last_person, quoted)
        lone = discourse.last_lone
        if lone is not None and lone.end > phrase.start:  # “late,” he said of | Bell
            lone = None
        is_named = (
            person is not None and lone is not None and self._people.is_named(person, Span(lone.end, phrase.start))
        )
        if lone is not None and not is_named and (person is not None or self._is_lone_meant(lone, phrase.start)):
            return replace(printed, speaker=lone.speaker if self._is_lone_meant(lone, phrase.start) else None)
        if person is not None:
            mention = Mention(phrase.start, phrase.end, person, is_subject=True)
            return replace(printed, speaker=person.full, person=mention)
        if self._pronouns.has_candidate(pronoun, phrase.start):
            return replace(printed, speaker=None)
        is_meant = described is not None and self._goes_on(described, pronoun, phrase.start, is_far=True)
        told = described.speaker if described and is_meant else self._told(pronoun, phrase.start)
        return replace(printed, speaker=told or _bare(printed.words[0]))

    def _is_of_other_gender(self, described: Referent, pronoun: str) -> bool:
        """Whether who was described has a name, and a pronoun cannot mean them: Amy Lin, the editor, said so: he."""
        person = self._people.find_full(described.speaker or "")
        return person is not None and pronoun in _GENDERED and not person.may_be(pronoun in LEXICON.female_pronouns)

    def _several(self, position: int) -> str | None:
        """Return who "they" are: the two whom the last sentence is about, or what several are called there."""
        before = just_before(self._text, position)
        last = sentence_start(self._text, max(before.start, sentence_start(self._text, position) - 2))
        mentions = self._people.within(Span(max(before.start, last), position))
        pairs = [
            f"{one.person.full} and {other.person.full}"
            for one, other in pairwise(mentions)
            if one.is_subject and self._text[one.end : other.start].split() in (["and"], ["&"])
        ]
        return pairs[-1] if pairs else last_told(self._text, before, are_several=True)

    def _told(self, pronoun: str, position: int) -> str | None:
        """Return who without a full name is the last whom sentences just before are about: Lin, the woman."""
        others = LEXICON.male_kin if pronoun in LEXICON.female_pronouns else LEXICON.female_kin
        told = last_told(self._text, just_before(self._text, position))
        return None if told is None or told.rpartition(" ")[2].lower() in others else told

    def _person_meant(self, pronoun: str, position: int, recent: Mention | None, quoted: Span | None) -> Person | None:
        """Return the person whom a pronoun means; none of whom the quotation that is theirs speaks by name.

        Who is called by the full name may be who speaks, as public figures do of themselves: that is not safe to say.
        """
        called = self._people.called_in(quoted) if quoted else {}
        if quoted is not None and (announced := self._announced(pronoun, quoted, position)) is not None:
            return announced
        meant = self._owner_meant(pronoun, position) or self._pronouns.resolve(pronoun, position, recent)
        if meant in called and called[meant].full == meant.full:
            return None
        if meant is not None and quoted is not None and self._is_told_by_office(meant, quoted):
            return None
        return self._pronouns.resolve(pronoun, position, recent, called.keys()) if called else meant

    def _owner_meant(self, pronoun: str, position: int) -> Person | None:
        """Return whose something is in a sentence that is about them: Bo Lane stood by *his* claim."""
        if pronoun not in LEXICON.owning or pronoun in LEXICON.objective:
            return None
        here = self._people.within(Span(sentence_start(self._text, position), position))
        subjects = [mention.person for mention in here if mention.is_subject and fits(mention.person, pronoun)]
        return subjects[-1] if subjects and len({*subjects}) == 1 else None

    def _is_told_by_office(self, person: Person, quoted: Span) -> bool:
        """Whether words begin with a person's office, by which nobody calls themselves: “The mayor stays,” he said."""
        words = self._text[quoted.start : quoted.end].lower().lstrip("“\"‘' ").split(maxsplit=2)
        return len(words) > 1 and words[0] in LEXICON.articles and words[1] in person.roles

    def _announced(self, pronoun: str, quoted: Span, position: int) -> Person | None:
        """Return whose name stands right before the colon that announces what a pronoun behind it is said to have said.

        It was so for Amy Lin: “We go,” she said.
        """
        before = self._text[max(0, quoted.start - _LONGEST_COLON) : quoted.start].rstrip("“\"‘' ")
        if quoted.start > position or not before.endswith(":"):
            return None
        colon = max(0, quoted.start - _LONGEST_COLON) + len(before) - 1
        mention = next(iter(self._people.within(Span(max(0, colon - _NEAR_COLON), colon + 1))[-1:]), None)
        if mention is None or mention.end != colon or not fits(mention.person, pronoun):
            return None
        ahead = self._text[max(0, mention.start - _LONGEST_LINK) : mention.start].split()
        return mention.person if ahead and ahead[-1] in LEXICON.joining_ahead else None  # not: attacked Amy Lin: “…”

    def _body_meant(self, position: int, discourse: Discourse) -> str | None:
        """Return which body "it" is: the one that was quoted last, if that is near, else which spoke just before.

        Or, where none did, which alone the sentences just before are about.
        """
        described, body = discourse.last_described, discourse.last_body
        if described is not None and self._goes_on(described, "it", position, is_far=True):
            return described.speaker
        if body is not None and 0 <= position - body.end <= _PARAGRAPH:
            return body.speaker
        return self._bodies.speaking(position) or self._bodies.acting(position)

    def _is_lone_meant(self, lone: Referent, position: int) -> bool:
        """Whether a pronoun means who was quoted by one word: nobody else is named since, and it is no place."""
        is_near = position - lone.end <= _PARAGRAPH and not self._people.are_named(Span(lone.end, position))
        return is_near and not self._is_place(lone.words[0], position)

    def _is_place(self, word: str, position: int) -> bool:
        """Whether a name stands near `position` as those of places and companies do: in Hull, at Bell."""
        place = re.compile(rf"\b(?:{_AT})\s{re.escape(word)}\b")
        around = near(self._text, position)
        return place.search(self._text, around.start, around.end) is not None

    def _goes_on(self, described: Referent, pronoun: str, position: int, is_far: bool = False) -> bool:
        """Whether a pronoun means the speaker who was described before in the same paragraph, or in another."""
        is_name = described.head[0].isupper()
        head = described.head.lower()
        is_thing = (is_name and described.person is None) or head in _THINGS
        if pronoun in _GENDERED if is_thing else is_name and pronoun not in _GENDERED:  # the Board: she; Amy Lin: they
            return False
        if pronoun in LEXICON.things and not is_thing:  # the president: it
            return False
        if pronoun in _GENDERED and head.endswith("s") and not head.endswith("ss"):  # the views of many: he
            return False
        if pronoun in LEXICON.first_person or not 0 <= position - described.end <= _PARAGRAPH:
            return False
        is_clash = (head in LEXICON.male_kin and pronoun in LEXICON.female_pronouns) or (
            head in LEXICON.female_kin and pronoun in LEXICON.male_pronouns
        )
        between = self._text[described.end : position]
        link, relative = ["", "", *between.lower().split()][-2:]
        is_reply = relative in LEXICON.relatives and link in _REPLYING  # to which she replied
        is_another = not is_thing and self._people.is_subject_named(Span(described.end, position))
        return not (is_clash or is_reply or is_another or ("\n\n" in between and not is_far))


def _bare(word: str) -> str | None:
    """Return a pronoun without the verb that it hangs on: "il" for "a-t-il"; None for whose something is: her claim."""
    return None if word.lower() in LEXICON.owning | LEXICON.objective else word.rpartition("-")[2]
