"""Which pieces of lines stand where on a page? The glyphs of PDFium by their places, turned the way they are read."""

import ctypes
import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

import pypdfium2
import pypdfium2.raw as pdfium

_QUARTER = math.pi / 2
_HYPHENS = {0x02: "-", 0xFFFE: "-", 0xA0: " ", 0x2010: "-"}  # PDFium's own for a hyphen at a line's end, and kin
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}

# In sizes of the glyphs, which are a font's height.
_ANOTHER_LINE = 0.3  # from baseline to baseline
_ANOTHER_PIECE = 1.3  # between glyphs; a space has a quarter, in a justified line up to one
_WORD_GAP = 0.13  # between words that no space glyph parts, more than between letters
_OVERLAP = 1.0  # how far back a glyph may reach: kerning and accents
_FEWEST_GAPS = 5  # of which the middle one tells how far the letters are set apart
_SPACED_OUT = re.compile(r"(?:\S ){5,}\S(?: |$)")  # s p a c e d o u t by spaces
_WIDER = 1.5  # a gap between words against one between letters, in a line spaced out


@dataclass(frozen=True, slots=True)
class PlacedLetter:
    """A character and its box, read from left to right; lengths are points, `baseline` grows upwards."""

    char: str
    left: float
    right: float
    baseline: float
    size: float


@dataclass(frozen=True, slots=True)
class Piece:
    """Words without a wide gap on one baseline; `first_width` is that of the first word."""

    words: str
    left: float
    right: float
    baseline: float
    size: float
    first_width: float


def read_pieces(page: pypdfium2.PdfPage) -> list[list[Piece]]:
    """Return the pieces of a page in the order of its file: those of its main direction of reading, then others."""
    text = page.get_textpage()
    try:
        turned: dict[int, list[PlacedLetter]] = {}
        for quarter, glyph in _glyphs(text.raw, text.count_chars()):
            turned.setdefault(quarter, []).append(glyph)
    finally:
        text.close()
    groups = sorted(turned.values(), key=len, reverse=True)
    pieces = [[_piece(part) for part in _parts(glyphs)] for glyphs in groups]
    return [[piece for piece in group if piece.words] for group in pieces]


def _glyphs(text: pdfium.FPDF_TEXTPAGE, count: int) -> Iterator[tuple[int, PlacedLetter]]:
    """Yield the glyphs that the file draws, with the quarters by which their line is turned."""
    box, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    for index in range(count):
        code = pdfium.FPDFText_GetUnicode(text, index)
        if code in (0, 0x0A, 0x0D) or pdfium.FPDFText_IsGenerated(text, index) == 1:
            continue
        pdfium.FPDFText_GetLooseCharBox(text, index, box)
        pdfium.FPDFText_GetCharOrigin(text, index, x, y)
        quarter = round(pdfium.FPDFText_GetCharAngle(text, index) / _QUARTER) % 4
        char = _HYPHENS.get(code) or _LIGATURES.get(code) or chr(code)
        edges = [_turn(quarter, *corner) for corner in ((box.left, box.bottom), (box.right, box.top))]
        (left, right), (low, high) = (sorted(values) for values in zip(*edges, strict=True))
        yield quarter, PlacedLetter(char, left, right, _turn(quarter, x.value, y.value)[1], max(high - low, 1.0))


def _turn(quarter: int, x: float, y: float) -> tuple[float, float]:
    """Return a place as it is when a line that is turned by `quarter` clockwise is turned back."""
    return ((x, y), (-y, x), (-x, -y), (y, -x))[quarter]


def _parts(glyphs: Sequence[PlacedLetter]) -> Iterator[list[PlacedLetter]]:
    """Yield the runs of glyphs that follow each other closely on a baseline."""
    part: list[PlacedLetter] = []
    for glyph in glyphs:
        if part and not _follows(part[-1], glyph):
            yield part
            part = []
        part.append(glyph)
    if part:
        yield part


def _follows(before: PlacedLetter, glyph: PlacedLetter) -> bool:
    size = max(before.size, glyph.size)
    is_level = abs(before.baseline - glyph.baseline) <= _ANOTHER_LINE * size
    return is_level and -_OVERLAP * size <= glyph.left - before.right <= _ANOTHER_PIECE * size


def _piece(glyphs: list[PlacedLetter]) -> Piece:
    while glyphs and glyphs[-1].char.isspace():
        glyphs.pop()
    while glyphs and glyphs[0].char.isspace():
        glyphs.pop(0)
    if not glyphs:
        return Piece("", 0, 0, 0, 1, 0)
    size = Counter(round(glyph.size, 1) for glyph in glyphs).most_common(1)[0][0]
    words = _spell(glyphs, size)
    longest = len(words.split(None, 1)[0])
    width = glyphs[min(longest, len(glyphs)) - 1].right - glyphs[0].left
    return Piece(words, glyphs[0].left, glyphs[-1].right, glyphs[0].baseline, size, width)


def _spell(glyphs: Sequence[PlacedLetter], size: float) -> str:
    """Return the words that glyphs make; letters may be set apart, and words by nothing but a gap."""
    plain = "".join(glyph.char for glyph in glyphs)
    letters = [glyph for glyph in glyphs if not glyph.char.isspace()]
    gaps = [second.left - first.right for first, second in pairwise(letters)]
    if _SPACED_OUT.match(plain):
        return _join(letters, gaps, _WIDER * median(gaps))
    close = [
        second.left - first.right
        for first, second in pairwise(glyphs)
        if not (first.char.isspace() or second.char.isspace())
    ]
    usual = max(0.0, median(close)) if len(close) >= _FEWEST_GAPS else 0.0
    joined = [glyphs[0].char]
    for before, glyph in pairwise(glyphs):
        is_apart = glyph.left - before.right > usual + _WORD_GAP * size
        joined.append(f" {glyph.char}" if is_apart else glyph.char)
    return " ".join("".join(joined).split())


def _join(letters: Sequence[PlacedLetter], gaps: Sequence[float], widest: float) -> str:
    """Return letters as words, parted by gaps wider than `widest`."""
    parts = [letters[0].char]
    for letter, gap in zip(letters[1:], gaps, strict=True):
        parts.append(f" {letter.char}" if gap > widest else letter.char)
    return "".join(parts)
