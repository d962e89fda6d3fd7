"""Who is named by one word alone, so that nothing tells of what sort they are, and may be whom a pronoun means?"""

import re
from collections.abc import Iterator
from functools import lru_cache

from align.article.entities.mentions import is_finite_word
from align.article.lexicons import LEXICON, function_words
from align.records import Span

_NO_SUBJECTS = (
    function_words(LEXICON)
    | LEXICON.openers
    | LEXICON.periods
    | LEXICON.countries
    | LEXICON.demonyms
    | LEXICON.organisations
    | LEXICON.head_nouns
    | LEXICON.documents
    | LEXICON.plurals
    | LEXICON.networks
)
_HEADS = "|".join(sorted(LEXICON.head_nouns - LEXICON.collectives))
_LEADS = "|".join(sorted(LEXICON.articles | LEXICON.indefinite_articles))
_WHO = "|".join(rf"{word}\b" for word in sorted(LEXICON.personal_relatives | LEXICON.relatives))
_ADVERBS = "|".join(sorted(LEXICON.adverbs))
APPOSED = r"(?:,\s[^.;:“”\"\n]{3,120}?,)?"  # Lin, a banker from Hull, | said
_LONE = re.compile(
    rf"(?:(?<=[.!?”\"]\s)|(?<=\n)|(?<=,\s))(?P<name>[A-Z][a-z]+(?:[A-Z][a-z]+)?){APPOSED}\s(?:(?:{_ADVERBS})\s)?(?P<verb>[a-z]+)"
)
_TOLD = re.compile(
    rf"""(?:(?<![\s\S])|(?<=[.!?”\"]\s)|(?<=\n))
    (?P<who>(?i:{_LEADS})\s(?:[\w-]+\s){{0,2}}?(?:{_HEADS})|[A-Z][a-z]+)\b{APPOSED}\s(?P<verb>(?!{_WHO})[a-z]+)""",
    re.VERBOSE,
)
_PLURALS = "|".join(sorted({f"{noun}s" for noun in LEXICON.head_nouns} | LEXICON.plurals))
_FIRST_PLURALS = "|".join(word.capitalize() for word in _PLURALS.split("|"))
_PLURAL_WORDS = frozenset(_PLURALS.split("|"))
_TOLD_OF_SEVERAL = re.compile(
    rf"""(?:(?<![\s\S])|(?<=[.!?”\"]\s)|(?<=\n))
    (?=[A-Z])(?!One\b)(?P<who>(?:{_FIRST_PLURALS})|(?:[A-Z][\w’'-]*\s)?(?:[\w-]+\s){{0,3}}?(?:{_PLURALS})(?:\s(?:and|of|from|at|in)\s[^.,;:\n]{{1,40}}?)?)
    {APPOSED}\s(?P<verb>(?!{_WHO})[a-z]+)""",
    re.VERBOSE,
)
_COMMON = LEXICON.head_nouns | LEXICON.roles | LEXICON.demonyms | LEXICON.organisations
_FARTHEST = 3000  # characters back to the start of the line, and on to the end of the paragraph


def is_name(text: str, word: str) -> bool:
    """Whether a text has a word as a name, where no sentence begins with it: as *Bell* said; not: Examples."""
    return word in _names_within(text)


@lru_cache(maxsize=1)  # the article that is read
def _names_within(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"(?<=[\w,’'] )[^\W\d_]\w*", text))


def is_said(text: str, position: int) -> bool:
    """Whether what stands at `position` is quoted, as far as the marks of its line before it tell."""
    farthest = max(0, position - _FARTHEST)
    line = text[max(farthest, text.rfind("\n", farthest, position)) : position]
    return line.count("“") > line.count("”") or line.count('"') % 2 == 1


def lone_subjects(text: str, span: Span) -> Iterator[str]:
    """Yield single capitals that sentences or clauses in `span` are about: *Lane* might have; not: Rain, Then."""
    for match in _LONE.finditer(text, span.start, span.end):
        name = match["name"].lower()
        if is_said(text, match.start()):  # by somebody else
            continue
        if name not in _NO_SUBJECTS and not name.endswith(("s", "ly")) and is_finite_word(match["verb"]):
            yield match["name"]


def last_told(text: str, span: Span, *, are_several: bool = False) -> str | None:
    """Return whom the last sentence in `span` that is about somebody without a full name is about: Lin, the woman.

    Or about several: the women, residents of Hull.
    """
    pattern = _TOLD_OF_SEVERAL if are_several else _TOLD
    told = [match for match in pattern.finditer(text, span.start, span.end) if is_finite_word(match["verb"])]
    return next((match["who"] for match in reversed(told) if _may_be_told(text, match, are_several)), None)


def _may_be_told(text: str, told: re.Match[str], are_several: bool) -> bool:
    """Whether a sentence is about somebody: the woman, Lin, Fuchs said; not: Rain, Then, Jobs, what a heading has."""
    end = text.find("\n\n", told.end(), told.end() + _FARTHEST)
    if is_said(text, told.start()) or (end > 0 and text[end - 1].isalnum()):
        return False
    who, name = told["who"], told["who"].lower()
    if " " not in who and name in _PLURAL_WORDS:
        return are_several
    is_saying = told["verb"] in LEXICON.sure_verbs
    is_plural = name.endswith("s") and (not is_saying or name[:-1] in _COMMON)
    is_none = name in _NO_SUBJECTS or is_plural or name.endswith("ly") or not (is_saying or is_name(text, who))
    return " " in who or not is_none
