"""What the words around a name tell: what its bearer is, and whether the sentence is about them."""

import re
from collections.abc import Iterator

from align.article.lexicons import LEXICON
from align.records import Span

_SENTENCE_CHARS = 300  # as far back as the start of a sentence is looked for
_STOP = re.compile(r"[.!?:;]\s|\n\s*\n")
_DEPENDENT = LEXICON.possessives | {"and"}  # before a name that its sentence is not about
_SUBJECTS = LEXICON.personal | {"it"}
_APPOSITION = re.compile(rf",\s(?:(?:{'|'.join(sorted(LEXICON.role_after))}|\d\d)\b\s?)?((?:[\w’'-]+\s?){{0,5}})")
_APPOSED = re.compile(r"\b(?:the|an?|his|her|its|their|our)\s([^.;:,“”\"\n]{3,80}),\s\Z", re.IGNORECASE)
_STAFFED = re.compile(
    r"\b(?:ceo|cto|cfo|head|director|president|chief|founder|executive|manager|analyst|engineer|officer|partner|staff)s?"
    r"\s(?:of|at)\s\Z",
    re.IGNORECASE,
)
_ROLES = LEXICON.head_nouns
_INDEFINITE = re.compile(
    rf"""(?:(?<![\s\S])|(?<=\n)|(?<=[.!?]\s)|(?<=[.!?][”"]\s)|(?P<within>(?<=,\s))) (?P<opening>[^\W\d_]+,?\s)?
    (?:{"|".join(sorted(LEXICON.indefinite_articles))})\s (?P<words>(?:[\w’'-]+\s){{1,3}}) (?P<next>\w*)""",
    re.VERBOSE | re.IGNORECASE,
)
_FARTHEST = 3000  # characters back to "a police officer", who is "the officer" now
_AROUND = 120  # characters before a name, and behind it, that tell what its bearer is


def roles_beside(text: str, chars: Span) -> tuple[frozenset[str], bool]:
    """Return what stands beside a full name in commas that says what its bearer is, and whether that is an age.

    Amy Lin, the mayor; the mayor of Hull, Amy Lin; Amy Lin, 34.
    """
    after = text[chars.end : chars.end + _AROUND]
    behind = _APPOSITION.match(after)
    before = _APPOSED.search(text[max(0, chars.start - _AROUND) : chars.start])
    told = behind.group(1).lower().split() if behind else []
    if before is not None:
        noun = re.split(r"\s(?:of|for|at|in|from)\s", before.group(1).lower(), maxsplit=1)[0]
        told += noun.split()
    return frozenset(told) & LEXICON.roles, behind is not None and after[2:4].strip().isdigit()


def last_introduced(text: str, role: str, position: int) -> int:
    """Return where somebody without a name is last given a role before `position`: a police officer; -1 if nowhere."""
    start = max(0, position - _FARTHEST)
    nouns = rf"\b(?:{'|'.join(sorted(LEXICON.indefinite_articles))})\s(?:[\w’'-]+\s){{0,3}}?{re.escape(role)}\b"
    return max((start + match.start() for match in re.finditer(nouns, text[start:position], re.IGNORECASE)), default=-1)


def is_staffed(text: str, start: int) -> bool:
    """Whether somebody is chief of what is named at `start`, so that it is no person: executive of Bright Anvil."""
    return _STAFFED.search(text[max(0, start - _AROUND) : start]) is not None


def is_subject(text: str, chars: Span, is_first: bool) -> bool:
    """Whether the sentence is about whom it names at `chars`; `is_first`: nobody is named before in it."""
    start = sentence_start(text, chars.start)
    words = text[start : chars.start].lower().split()
    before = words[-1] if words else ""
    if before in LEXICON.cues and len(words) == 1:  # “…,” said Amy Lin
        return True
    verb = next(iter(text[chars.end : chars.end + _AROUND].split(maxsplit=1)), "").lower().rstrip(".,;:")
    is_free = before not in LEXICON.prepositions and before not in _DEPENDENT
    if is_free and verb in LEXICON.cues and verb not in LEXICON.plain_cues and before not in LEXICON.conjunctions:
        return True
    clause = text[start : chars.start].lower().rpartition(", ")[2].split()
    return is_first and is_free and _SUBJECTS.isdisjoint(clause)


def sentence_start(text: str, position: int) -> int:
    """Return where the sentence that reaches to `position` starts."""
    start = max(0, position - _SENTENCE_CHARS)
    part = text[start:position]
    return next((start + stop.end() for stop in reversed(list(_STOP.finditer(part)))), start)


def described_subjects(text: str, span: Span) -> Iterator[int]:
    """Yield where somebody without a name is what a sentence is about: A neighbour; But a spokesman for the club."""
    for match in _INDEFINITE.finditer(text, span.start, span.end):
        opening = (match["opening"] or "").lower().rstrip(", ")
        words = match["words"].lower().split()
        place = next((place for place, word in enumerate(words) if _is_role(word)), None)
        if place is None or (opening and opening not in LEXICON.adverbs | LEXICON.coordinating):
            continue
        following = [*words, match["next"].lower()][place + 1]
        if following in LEXICON.called:  # a worker named Amy Lin
            continue
        if match["within"] is None or _is_past(following):  # in the square, a resident screamed
            yield match.start("words")


def _is_role(word: str) -> bool:
    return word in _ROLES or word.endswith(LEXICON.role_endings)


def _is_past(word: str) -> bool:
    return word.endswith("ed") or word in LEXICON.past_tenses or word in LEXICON.cues
