"""Which pronoun does the article itself use for somebody whose first name tells nothing?"""

import re
from collections import defaultdict
from collections.abc import Sequence

from align.article.entities.mentions import sentence_end
from align.article.entities.person import Mention, Person
from align.article.lexicons import LEXICON

_FEWEST = 2  # times that a pronoun follows a name
_GENDERED = re.compile(rf"\b(?:{'|'.join(sorted(LEXICON.gendered_pronouns))})\b")  # in small letters: not Bo Lane, IL
_MARKS = re.compile('[“”"«»„]')


def learn_genders(text: str, mentions: Sequence[Mention]) -> None:
    """Tell those whose first name is not known what the pronouns say that stand behind their name in its sentence."""
    told: dict[Person, list[bool]] = defaultdict(list)
    ends = [mention.start for mention in mentions[1:]] + [len(text)]
    for mention, following in zip(mentions, ends, strict=False):
        if mention.person.is_female is None and mention.is_subject:
            behind = text[mention.end : min(following, sentence_end(text, mention.end))]
            pronoun = _GENDERED.search(_MARKS.split(behind)[0])
            if pronoun is not None:
                told[mention.person].append(pronoun.group().lower() in LEXICON.female_pronouns)
    for person, females in told.items():
        if len(females) >= _FEWEST and len({*females}) == 1:
            person.is_female = females[0]
