"""Which characters may be quotation marks, and what does each reading of them cost where they stand?

What stands beside a mark counts more than which way its glyph points: glyphs are put in by software that guesses.
Marks that touch each other are judged by what stands around all of them.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from align.article.glyphs import GLYPHS, VARIANTS, Family
from align.records import Span


class Setting(NamedTuple):
    """A glyph (in its plain form) and what it costs, where it stands, to open, to close, and to be no mark."""

    glyph: str
    opening: float
    closing: float
    ignoring: float


@dataclass(frozen=True, slots=True)
class Mark:
    """A character, or a few, that may be a quotation mark."""

    chars: Span
    setting: Setting


_NO_MARK = r"(?<=\w)\s?['’‘`]n['’‘`]\s?(?=\w)|(?<=[^\W_])['’‘‛´](?=[^\W_])"  # rock ’n’ roll; don’t
_TAG = r"<(?:q|blockquote)\b[^<>]{0,200}>|</(?:q|blockquote)>"
# Tags, the targets of links, characters of zero width and marks of emphasis stand between marks unseen.
_UNSEEN = r"<[A-Za-z/!][^<>]{0,1000}>|\]\([^()\s]*(?:\s\"[^\"\n]*\")?\)|[\u200b-\u200f\u2060\ufeff\u00ad*_]+"
_SPELLINGS = sorted((glyph for glyph in (*GLYPHS, *VARIANTS) if glyph[0] != "<"), key=len, reverse=True)
_SCAN = re.compile(
    rf"(?P<none>{_NO_MARK})|(?P<tag>(?i:{_TAG}))|(?P<unseen>{_UNSEEN})|(?P<mark>{'|'.join(map(re.escape, _SPELLINGS))})"
)
_DECADE = re.compile(r"\d0s\b|\d\d\b(?!\s?%)")
_ELISION = re.compile(
    r"(?:tis|twas|twere|twill|em|til|till|cause|cos|coz|cuz|bout|round|neath|nuff|ere|im|er|ello|appen)\b", re.I
)
_PLURAL = re.compile(r"[sSzZ]")
_OPENERS = frozenset("([{<¿¡/|=+#")
_DASHES = frozenset("-–—―‒")
_STOPS = frozenset(".,;:!?)]}…%>。、!?")


def find_marks(text: str) -> tuple[Mark, ...]:
    """Return everything in `text` that may be a quotation mark, in order."""
    tokens = list(_SCAN.finditer(text))
    lefts, rights = _neighbours(text, tokens)
    return tuple(
        Mark(Span(*token.span()), _setting(_plain(token), left, text[right : right + 8]))
        for token, left, right in zip(tokens, lefts, rights, strict=True)
        if token.lastgroup in ("mark", "tag")
    )


def _neighbours(text: str, tokens: Sequence[re.Match[str]]) -> tuple[list[str], list[int]]:
    """Return for each token the two characters before, and the position after, all tokens that touch it."""
    lefts = [text[max(token.start() - 2, 0) : token.start()] for token in tokens]
    rights = [token.end() for token in tokens]
    for index in range(1, len(tokens)):
        if tokens[index - 1].end() == tokens[index].start():
            lefts[index] = lefts[index - 1]
    for index in range(len(tokens) - 2, -1, -1):
        if tokens[index].end() == tokens[index + 1].start():
            rights[index] = rights[index + 1]
    return lefts, rights


def _plain(token: re.Match[str]) -> str:
    """Return the glyph that stands in the table for this token."""
    if token.lastgroup == "tag":
        return "</q>" if token.group().startswith("</") else "<q>"
    return VARIANTS.get(token.group(), token.group())


@lru_cache(maxsize=65_536)
def _setting(glyph: str, left: str, right: str) -> Setting:
    """Return the costs of a glyph between `left` (two characters) and `right` (eight); "" at an end of the text."""
    known = GLYPHS[glyph]
    if known.family in (Family.CORNER, Family.WHITE_CORNER, Family.TAG):
        return Setting(glyph, known.opening, 0, known.ignoring)
    opening, closing = known.opening + _opening_cost(left, right), _closing_cost(left, right)
    if known.family in (Family.ANGLE, Family.SINGLE_ANGLE):  # the French set spaces inside, so sides say little
        return Setting(glyph, known.opening + 0.2 * opening, 0.2 * closing, known.ignoring)
    if known.family is Family.SINGLE:
        return _apostrophe(Setting(glyph, opening, closing, known.ignoring), left, right)
    is_inch = left[-1:].isdigit() and glyph in ('"', "”", "''")
    return Setting(glyph, opening, closing, 1.0 if is_inch else known.ignoring)


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


def _apostrophe(setting: Setting, left: str, right: str) -> Setting:
    """Return the costs of a single mark, which may also be an apostrophe or a foot."""
    before, after = left[-1:], right[:1]
    if before.isalnum() and not after.isalnum():
        return _after_word(setting, left, right)
    if after.isalnum() and not before.isalnum():
        if _DECADE.match(right) or _ELISION.match(right):
            return Setting(setting.glyph, setting.opening + 2, setting.closing, 0.1)
        return Setting(
            setting.glyph, setting.opening, setting.closing, 1.5 if setting.glyph == "’" else setting.ignoring
        )
    return setting


def _after_word(setting: Setting, left: str, right: str) -> Setting:
    """Return the costs of a single mark after a letter or digit: a plural's, a dropped letter's, or a closing one."""
    if left[-1:].isdigit():
        return Setting(setting.glyph, setting.opening, setting.closing, 0.5)
    if _PLURAL.match(left[-1:]):
        is_possessive = right[:1] == " " and right[1:2].islower()
        return Setting(setting.glyph, setting.opening, setting.closing + 0.8 * is_possessive, 0.5)
    is_dropped_g = left.endswith("in") and right[:1] == " "
    return Setting(setting.glyph, setting.opening, setting.closing, 0.8 if is_dropped_g else 2.5)
