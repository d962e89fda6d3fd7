"""Which sentences are about somebody whom they call by what they are: *the mayor* said; *the mayor* himself left."""

import re
from collections.abc import Iterator

from align.article.entities.mentions import is_finite_word
from align.article.entities.strangers import is_said
from align.article.lexicons import LEXICON
from align.records import Span

_SAYING = LEXICON.sure_verbs | {cue for cue in LEXICON.cues.keys() - LEXICON.plain_cues if cue.endswith(("ed", "s"))}
_THE = "|".join(sorted(LEXICON.articles))
_AND = "|".join(sorted(word.capitalize() for word in LEXICON.coordinating))
_NO_PERSONS = LEXICON.organisations | LEXICON.collectives | LEXICON.papers_called | LEXICON.bare_bodies
_ROLE = "|".join(sorted(LEXICON.roles - _NO_PERSONS))
_WORDS = "|".join(sorted(LEXICON.utterances))
_DEFINITE = re.compile(
    rf"""\b(?:{_THE})\s(?:[\w’'-]+\s){{0,2}}?(?P<role>{"|".join(sorted(LEXICON.head_nouns - _NO_PERSONS))})\s
    (?:(?:{"|".join(sorted(LEXICON.joining_ahead))})\s(?:the\s)?(?:[\w’'-]+\s){{1,3}}?)?
    (?P<verb>{"|".join(sorted(_SAYING))})\b""",
    re.VERBOSE | re.IGNORECASE,
)
_FIRST = re.compile(
    rf"""(?:(?<![\s\S])|(?<=[.!?]\s)|(?<=[.!?][”"]\s)|(?<=\n))
    (?:[A-Z][\w’']*(?:\s[\w’'-]+){{0,4}}?,\s|(?:{_AND})\s)?
    (?P<phrase>(?i:{_THE})\s(?:[\w’'-]+\s){{0,2}}?(?P<role>{_ROLE}))
    (?:['’]s\s(?:[\w’'-]+\s){{0,2}}?(?:{_WORDS})\b|\s(?!(?:{_ROLE})\b)(?P<behind>[^.,;:“”\"\n]{{2,60}}))""",
    re.VERBOSE,
)
"""With what a sentence begins that is about an office: On Sunday, the mayor | himself left; the mayor’s comment."""

_BETWEEN = LEXICON.adverbs | LEXICON.reflexives | LEXICON.weekdays | LEXICON.joining | LEXICON.times | {"on"}
_MOST_BETWEEN = 4  # words


def described_since(text: str, span: Span) -> Iterator[tuple[int, str]]:
    """Yield where sentences in `span` are about who is not named, and their roles, in order.

    Who says something counts wherever it stands (it was late, *the head* of the agency said), others where a sentence
    begins with them.
    """
    saying = (
        (match.start(), match["role"])
        for match in _DEFINITE.finditer(text, span.start, span.end)
        if match["role"].lower() in LEXICON.roles or not match["verb"].endswith("s")
    )
    first = (
        (match.start("phrase"), match["role"])
        for match in _FIRST.finditer(text, span.start, span.end)
        if match["behind"] is None or _is_about(match["behind"])
    )
    told = {place: role for place, role in (*first, *saying) if not is_said(text, place)}
    return ((place, role.lower()) for place, role in sorted(told.items()) if not _is_lesser(text, place, role))


def _is_lesser(text: str, place: int, role: str) -> bool:
    """Whether an office is told to be a former one, or a deputy's: *the former president*."""
    return not LEXICON.lesser_roles.isdisjoint(text[place : text.index(role, place)].lower().split())


def _is_about(behind: str) -> bool:
    """Whether a verb follows what a sentence begins with, behind adverbs and days: himself on Sunday | defended."""
    for word in behind.lower().split()[: _MOST_BETWEEN + 1]:
        if is_finite_word(word):
            return True
        if word not in _BETWEEN and not word.endswith(LEXICON.adverb_endings):
            return False
    return False
