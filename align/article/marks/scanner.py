"""Which characters may be quotation marks, and what does each reading of them cost where they stand?

What stands beside a mark counts more than which way its glyph points: glyphs are put in by software that guesses.
Marks that touch each other are judged by what stands around all of them.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from align.article.lexicons import LEXICON
from align.article.marks.glyphs import GLYPHS, VARIANTS, Family


class Costs(NamedTuple):
    """What it costs a glyph, where it stands, to open, to close, and to be no mark; `none` for what takes no mark."""

    opening: float
    closing: float
    ignoring: float
    none: float = 0.0


class _Token(NamedTuple):
    """What `_SCAN` finds: the name of its group, and where it stands."""

    kind: str
    start: int
    end: int


class QuoteMark(NamedTuple):
    """A character, or a few, that may be a quotation mark; `start` and `end` are positions in the text.

    `glyph` is its plain form.
    """

    start: int
    end: int
    glyph: str
    costs: Costs


_NO_MARK = r"(?:(?<=\w)|(?<=\w\s))['’‘`]n['’‘`]\s?(?=\w)|(?<=[^\W_])['’‘‛´](?=[^\W_])"  # rock ’n’ roll; don’t
_TAG = r"<(?:q|blockquote)\b[^<>]{0,200}>|</(?:q|blockquote)>"
# Tags, the targets of links, characters of zero width and marks of emphasis stand between marks unseen.
_UNSEEN = r"<[A-Za-z/!][^<>]{0,1000}>|\]\([^()\s]*(?:\s\"[^\"\n]*\")?\)|[\u200b-\u200f\u2060\ufeff\u00ad*_]+"
_SPELLINGS = sorted((glyph for glyph in (*GLYPHS, *VARIANTS) if glyph[0] != "<"), key=len, reverse=True)
_FIRSTS = "".join(sorted({spelling[0] for spelling in _SPELLINGS})) + r"<\]\u200b-\u200f\u2060\ufeff\u00ad*_"
# Most characters can begin nothing of this: each match skips them first, which is ten times as quick as to try there.
_SCAN = re.compile(
    rf"[^{_FIRSTS}]*+(?:(?P<none>{_NO_MARK})|(?P<tag>(?i:{_TAG}))|(?P<unseen>{_UNSEEN})"
    rf"|(?P<mark>{'|'.join(map(re.escape, _SPELLINGS))})|.|\Z)",
    re.DOTALL,
)
_REMEMBERED = 1024  # places like one before: rare in prose, but without them a million stray marks take twice as long
_DECADE = re.compile(r"\d0s\b|\d\d\b(?!\s?%)")
_ELISION = re.compile(rf"(?:{'|'.join(sorted(LEXICON.elisions))})\b", re.I)
_PLURAL = re.compile(r"[sSzZ]")
_OPENERS = frozenset("([{<¿¡/|=+#")
_DASHES = frozenset("-–—―‒")
_STOPS = frozenset(".,;:!?)]}…%>。、!?")


def find_marks(text: str) -> list[QuoteMark]:
    """Return everything in `text` that may be a quotation mark, in order."""
    weigh = lru_cache(maxsize=_REMEMBERED)(_weigh)
    marks: list[QuoteMark] = []
    for tokens in _clusters(text):
        first, last = tokens[0].start, tokens[-1].end
        left, right = text[max(first - 2, 0) : first], text[last : last + 8]
        for kind, start, end in tokens:
            if kind == "mark" or kind == "tag":
                glyph = _plain(kind, text[start:end])
                marks.append(QuoteMark(start, end, glyph, weigh(glyph, left, right)))
    return marks


def _clusters(text: str) -> Iterator[list[_Token]]:
    """Yield the marks, and what stands unseen between them, in groups that touch each other."""
    cluster: list[_Token] = []
    for match in _SCAN.finditer(text):
        kind = match.lastgroup
        if kind is None:
            continue
        start, end = match.span(kind)
        if kind == "none" and text[start - 1].isspace():  # rock ’n’ roll: the space before it was skipped
            start -= 1
        token = _Token(kind, start, end)
        if cluster and token.start != cluster[-1].end:
            yield cluster
            cluster = []
        cluster.append(token)
    if cluster:
        yield cluster


def _plain(kind: str, spelling: str) -> str:
    """Return the glyph that stands in the table for this token."""
    if kind == "tag":
        return "</q>" if spelling.startswith("</") else "<q>"
    return VARIANTS.get(spelling, spelling)


def _weigh(glyph: str, left: str, right: str) -> Costs:
    """Return the costs of a glyph between `left` (two characters) and `right` (eight); "" at an end of the text."""
    known = GLYPHS[glyph]
    if known.family in (Family.CORNER, Family.WHITE_CORNER, Family.TAG):
        return Costs(known.opening, 0, known.ignoring)
    opening, closing = known.opening + _opening_cost(left, right), _closing_cost(left, right)
    if known.family in (Family.ANGLE, Family.SINGLE_ANGLE):  # the French set spaces inside, so sides say little
        return Costs(known.opening + 0.2 * opening, 0.2 * closing, known.ignoring)
    if known.family is Family.SINGLE:
        return _apostrophe(glyph, Costs(opening, closing, known.ignoring), left, right)
    is_inch = left[-1:].isdigit() and glyph in ('"', "”", "''")
    return Costs(opening, closing, 1.0 if is_inch else known.ignoring)


def _opening_cost(left: str, right: str) -> float:
    return _before_opening(left[-1:]) + _after_opening(right)


def _before_opening(char: str) -> float:
    if not char or char.isspace() or char in _OPENERS or char in _DASHES or _is_unspaced(char):
        return 0
    if char in _STOPS:
        return 0.7 if char in ":," else 1.5  # said:“We …
    return 4


def _after_opening(right: str) -> float:
    char = right[:1]
    if char.isspace() or not char:
        return 2.5
    if char in _STOPS:
        return 0.5 if right.startswith(("..", "…")) else 4
    return 0.5 if char in _DASHES else 0


def _closing_cost(left: str, right: str) -> float:
    char, following = left[-1:], right[:1]
    before = 1.5 if not char or char.isspace() else 4 if char in _OPENERS else 0
    after = 4 if following.isalnum() and not _is_unspaced(following) else 0
    return before + after


def _is_unspaced(char: str) -> bool:
    """Whether a character belongs to a script without spaces between words."""
    return "\u3000" <= char <= "\u9fff" or "\uf900" <= char <= "\uffef"


def _apostrophe(glyph: str, costs: Costs, left: str, right: str) -> Costs:
    """Return the costs of a single mark, which may also be an apostrophe or a foot."""
    before, after = left[-1:], right[:1]
    if before.isalnum() and not after.isalnum():
        return _after_word(costs, left, right)
    if after.isalnum() and not before.isalnum():
        if _DECADE.match(right) or _ELISION.match(right):
            return costs._replace(opening=costs.opening + 2, ignoring=0.1)
        return costs._replace(ignoring=1.5) if glyph == "’" else costs
    return costs


def _after_word(costs: Costs, left: str, right: str) -> Costs:
    """Return the costs of a single mark after a letter or digit: a plural's, a dropped letter's, or a closing one."""
    if left[-1:].isdigit():
        return costs._replace(ignoring=0.5)
    if _PLURAL.match(left[-1:]):
        is_possessive = right[:1] == " " and right[1:2].islower()
        return costs._replace(closing=costs.closing + 0.8 * is_possessive, ignoring=0.5)
    is_dropped_g = left.endswith("in") and right[:1] == " "
    return costs._replace(ignoring=0.8 if is_dropped_g else 2.5)
