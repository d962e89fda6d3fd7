"""Which characters do the symbols of Word stand for, which it writes as places in a font?"""

_PRIVATE = range(0xF000, 0xF100)  # where Word puts the 256 places of a symbol font in Unicode
_DINGBATS = {0x7B: "‘", 0x7C: "’", 0x7D: "“", 0x7E: "”"}
_FONTS: dict[str, dict[int, str]] = {
    "wingdings": {0x4A: "☺", 0x7D: "“", 0x7E: "”", 0xDF: "←", 0xE0: "→", 0xE8: "→"},
    "zapfdingbats": _DINGBATS,
    "zapf dingbats": _DINGBATS,
    "itc zapf dingbats": _DINGBATS,
    "symbol": {
        0x2D: "−", 0xA2: "′", 0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xBC: "…",
        0xD2: "®", 0xD3: "©", 0xD4: "™", 0xE2: "®", 0xE3: "©", 0xE4: "™",
    },
}  # fmt: skip
"""What the fonts without letters show at a place that stands for a character of writing, by the fonts' own tables."""
_PICTURES = frozenset(("wingdings", "wingdings 2", "wingdings 3", "webdings", "zapfdingbats", "zapf dingbats"))
_GREEK: dict[int, str] = dict(
    zip(
        (*range(0x41, 0x5B), *range(0x61, 0x7B)),
        "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖαβχδεφγηιϕκλμνοπθρστυϖωξψζ",
        strict=True,
    )
)


def read_symbol(font: str, code: str) -> str:
    """Return the character of a symbol that is written as a font and a place in it, in hexadecimal digits.

    It is "" for a picture that stands for no character.
    """
    try:
        place = int(code, 16)
    except ValueError:
        return ""
    name = font.casefold()
    if place in _PRIVATE or name in _FONTS or name in _PICTURES:
        return _at(name, place & 0xFF)
    return chr(place) if 0x20 <= place < 0xD800 or 0xE000 <= place < 0x10000 else ""


def read_private(words: str, font: str) -> str:
    """Return `words` with the characters that stand for places of a symbol font as what they show."""
    if not any(ord(char) in _PRIVATE for char in words):
        return words
    name = font.casefold()
    return "".join(_at(name, ord(char) & 0xFF) if ord(char) in _PRIVATE else char for char in words)


def _at(font: str, place: int) -> str:
    known = _FONTS.get(font, {}).get(place)
    if known is not None or font in _PICTURES:
        return known or ""
    if font == "symbol" and place in _GREEK:
        return _GREEK[place]
    return bytes((place,)).decode("cp1252", errors="ignore") if place >= 0x20 else ""
