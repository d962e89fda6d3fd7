"""Which glyphs are quotation marks, and which of them may close which?

Costs are in arbitrary units, about minus the logarithm of how often copy is set so: 0 is regular typesetting, 3 a
slip seen every day, 6 a reading that needs strong support.
"""

from dataclasses import dataclass
from enum import StrEnum


class Family(StrEnum):
    """Glyphs that can close one another."""

    DOUBLE = "double"
    SINGLE = "single"
    ANGLE = "angle"
    SINGLE_ANGLE = "single angle"
    CORNER = "corner"
    WHITE_CORNER = "white corner"
    TAG = "tag"


@dataclass(frozen=True, slots=True)
class Glyph:
    """A quotation mark as set: what it costs to read it as an opening, as a closing one, and as none."""

    family: Family
    opening: float
    closing: float
    ignoring: float


GLYPHS: dict[str, Glyph] = {
    '"': Glyph(Family.DOUBLE, 0, 0, 5),
    "“": Glyph(Family.DOUBLE, 0, 3, 6),
    "”": Glyph(Family.DOUBLE, 2.5, 0, 6),
    "„": Glyph(Family.DOUBLE, 0, 6, 6),
    "‟": Glyph(Family.DOUBLE, 0, 3, 6),
    "〝": Glyph(Family.DOUBLE, 0, 6, 6),
    "〟": Glyph(Family.DOUBLE, 6, 0, 6),
    "``": Glyph(Family.DOUBLE, 0, 4, 6),
    "''": Glyph(Family.DOUBLE, 0.3, 0, 5),
    ",,": Glyph(Family.DOUBLE, 0, 8, 1),
    "'": Glyph(Family.SINGLE, 0, 0, 4),
    "‘": Glyph(Family.SINGLE, 0, 3, 4),
    "’": Glyph(Family.SINGLE, 2.5, 0, 4),
    "‚": Glyph(Family.SINGLE, 0, 6, 4),
    "`": Glyph(Family.SINGLE, 0, 4, 2),
    "«": Glyph(Family.ANGLE, 0, 2, 6),
    "»": Glyph(Family.ANGLE, 1, 0, 6),
    "‹": Glyph(Family.SINGLE_ANGLE, 0, 2, 6),
    "›": Glyph(Family.SINGLE_ANGLE, 1, 0, 6),
    "「": Glyph(Family.CORNER, 0, 9, 6),
    "」": Glyph(Family.CORNER, 9, 0, 6),
    "『": Glyph(Family.WHITE_CORNER, 0, 9, 6),
    "』": Glyph(Family.WHITE_CORNER, 9, 0, 6),
    "<q>": Glyph(Family.TAG, 0, 99, 2),
    "</q>": Glyph(Family.TAG, 99, 0, 2),
}

VARIANTS: dict[str, str] = {
    "＂": '"', "‛": "‘", "＇": "'", "〞": "〟", "‘‘": "“", "’’": "”", "´´": "”", "´": "’",
    "&quot;": '"', "&#34;": '"', "&#x22;": '"', "&ldquo;": "“", "&#8220;": "“", "&rdquo;": "”", "&#8221;": "”",
    "&bdquo;": "„", "&lsquo;": "‘", "&#8216;": "‘", "&rsquo;": "’", "&#8217;": "’", "&apos;": "'", "&#39;": "'",
    "&#039;": "'", "&#x27;": "'", "&laquo;": "«", "&raquo;": "»",
}  # fmt: skip
"""Other ways to write a glyph: wide, doubled, and as HTML spells it."""

_PARTNERS: dict[tuple[str, str], float] = {
    ("„", "“"): 0, ("„", "”"): 0, (",,", "“"): 0, (",,", "''"): 0, ("‚", "‘"): 0, ("‚", "’"): 0,
    ("»", "«"): 0, ("›", "‹"): 0, ("”", "”"): 0, ("’", "’"): 0, ("``", "''"): 0, ("`", "'"): 0,
}  # fmt: skip
"""What closing costs for pairs that are regular somewhere, whichever way the closing glyph points."""

_MIXED_SETS = 0.5
_STRAIGHT = frozenset("\"'") | {"''"}


def closing_cost(opener: str, closer: str) -> float:
    """Return what it costs that `closer` closes a quotation that `opener` opened; infinite across families."""
    if GLYPHS[opener].family != GLYPHS[closer].family:
        return float("inf")
    if (opener, closer) in _PARTNERS:
        return _PARTNERS[opener, closer]
    is_mixed = (opener in _STRAIGHT) != (closer in _STRAIGHT) or (opener == "''") != (closer == "''")
    return GLYPHS[closer].closing + _MIXED_SETS * is_mixed
