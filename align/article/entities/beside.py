"""What stands beside a name and tells what its bearer is: an office, an age, whose wife or staff."""

import re

from align.article.entities.mentions import SAYING
from align.article.lexicons import LEXICON
from align.records import Span

_APPOSITION = re.compile(
    rf",\s(?:(?:{'|'.join(sorted(LEXICON.role_after))}|\d\d)\b\s?)?((?:[\w’'-]+(?:\.\w\.)?\s?){{0,5}})"
)
_LED = r"\b(?:the|an?|his|her|its|their|our)\s"
_APPOSED = re.compile(rf"{_LED}((?:(?!{_LED})[^.;:,“”\"\n]){{3,80}}),\s\Z", re.IGNORECASE)
_STAFFED = re.compile(
    r"\b(?:ceo|cto|cfo|head|director|president|chief|founder|executive|manager|analyst|engineer|officer|partner|staff)s?"
    r"\s(?:of|at)\s\Z",
    re.IGNORECASE,
)
_LONGEST_OWNED = 4  # words between an owner and the owned
_KIN_AND_ROLES = LEXICON.male_kin | LEXICON.female_kin | LEXICON.roles | LEXICON.head_nouns
_KIN = LEXICON.male_kin | LEXICON.female_kin
_RELATIVES = LEXICON.relatives | LEXICON.personal_relatives
_SHORT_APPOSITION = 3  # words: Amy Lin, a former actress
_LONGEST_KIN = 16  # characters
_FARTHEST = 3000  # characters back to "a police officer", who is "the officer" now
_AROUND = 120  # characters before a name, and behind it


def roles_beside(text: str, chars: Span) -> tuple[frozenset[str], bool]:
    """Return what stands beside a full name in commas that says what its bearer is, and whether that is an age.

    Amy Lin, the mayor; the mayor of Hull, Amy Lin; Amy Lin, 34. Beside a lone name the words count that a comma ends:
    Lin, the mayor, said; not: in a letter to Lin, the mayor wrote.
    """
    after = text[chars.end : chars.end + _AROUND]
    behind = _APPOSITION.match(after)
    before = _APPOSED.search(text[max(0, chars.start - _AROUND) : chars.start])
    told = behind.group(1).lower().split() if behind else []
    is_open = behind is not None and after[behind.end() : behind.end() + 1] != ","
    if any(word in SAYING for word in told) or (is_open and " " not in text[chars.start : chars.end]):
        told = []  # In a talk with Amy Lin, the director said
    if before is not None:
        told += _noun(before.group(1)).split()
    return frozenset(told) & LEXICON.roles, behind is not None and after[2:4].strip().isdigit()


def _noun(phrase: str) -> str:
    """Return a phrase up to its first preposition, in small letters: the woman | in Hull."""
    return re.split(r"\s(?:of|for|at|in|from)\s", phrase.lower(), maxsplit=1)[0]


def gender_beside(text: str, chars: Span) -> bool | None:
    """Return whether a noun beside a name in commas makes its bearer female: the first lady, Amy Lin; Bo, her son."""
    behind = _APPOSITION.match(text[chars.end : chars.end + _AROUND])
    before = _APPOSED.search(text[max(0, chars.start - _AROUND) : chars.start])
    words = _noun(before.group(1)).split()[-1:] if before else []
    words += behind.group().lower().strip(", ").split()[:_SHORT_APPOSITION] if behind else []
    kin = next((word for word in words if word in _KIN), None)
    return None if kin is None or not _RELATIVES.isdisjoint(words) else kin in LEXICON.female_kin


def is_relative(text: str, chars: Span) -> bool:
    """Whether a full name is told to be that of somebody’s wife, son or the like: his wife, Amy Hale."""
    words = text[max(0, chars.start - _LONGEST_KIN) : chars.end].lower().split()
    run = len(text[chars.start : chars.end].split())
    return any(word.rstrip(",") in LEXICON.family for word in words[-run - 1 : -1])


def last_introduced(text: str, role: str, position: int) -> int:
    """Return where somebody without a name is last given a role before `position`: a police officer; -1 if nowhere."""
    start = max(0, position - _FARTHEST)
    nouns = rf"\b(?:{'|'.join(sorted(LEXICON.indefinite_articles))})\s(?:[\w’'-]+\s){{0,3}}?{re.escape(role)}\b"
    return max((start + match.start() for match in re.finditer(nouns, text[start:position], re.IGNORECASE)), default=-1)


def is_staffed(text: str, start: int) -> bool:
    """Whether somebody is chief of what is named at `start`, so that it is no person: executive of Bright Anvil."""
    return _STAFFED.search(text[max(0, start - _AROUND) : start]) is not None


def is_owned(text: str, between: Span) -> bool:
    """Whether the words `between` two names make the second one's bearer the first one's: Amy Lin's | son | Bo."""
    words = text[between.start : between.end].lower().split()
    is_owner = text.endswith(LEXICON.possessive_endings, 0, between.start)
    return is_owner and 0 < len(words) <= _LONGEST_OWNED and words[-1].strip(",") in _KIN_AND_ROLES
