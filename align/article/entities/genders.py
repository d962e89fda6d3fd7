"""Which pronoun does the article itself use for somebody whose first name tells nothing?"""

import re
from collections import defaultdict
from collections.abc import Sequence

from align.article.entities.mentions import sentence_end
from align.article.entities.person import Mention, Person
from align.article.lexicons import LEXICON
from align.article.lexicons.first_names import FIRST_NAMES

_FEWEST = 2  # times that a pronoun follows a name that nothing proves to be a person's
_PRONOUNS = "|".join(sorted(LEXICON.gendered_pronouns))
_GENDERED = re.compile(rf"\b(?:{_PRONOUNS})\b|(?<=[.!?] )(?i:{_PRONOUNS})\b")  # in small letters: not Bo Lane, IL
_MARKS = re.compile('[“”"«»„]')


def learn_genders(text: str, mentions: Sequence[Mention]) -> None:
    """Tell those whose first name is not known, or is borne by both, what the pronouns say that stand behind it.

    They stand in its sentence, behind what is a first name in the next one too, with nobody named in between.
    """
    told: dict[Person, list[bool]] = defaultdict(list)
    ends = [mention.start for mention in mentions[1:]] + [len(text)]
    for mention, following in zip(mentions, ends, strict=False):
        if mention.person.is_female is None and mention.is_subject:
            end = sentence_end(text, mention.end)
            if _is_either(mention.person) and end < len(text):
                end = sentence_end(text, end + 1)
            behind = text[mention.end : min(following, end)]
            pronoun = _GENDERED.search(_MARKS.split(behind)[0])
            if pronoun is not None:
                told[mention.person].append(pronoun.group().lower() in LEXICON.female_pronouns)
    for person, females in told.items():
        if len(females) >= (1 if _is_either(person) else _FEWEST) and len({*females}) == 1:
            person.is_female = females[0]


def _is_either(person: Person) -> bool:
    """Whether a first name is known that men and women bear."""
    return person.full.split()[0] in FIRST_NAMES
