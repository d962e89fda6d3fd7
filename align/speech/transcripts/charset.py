"""Which characters do the bytes of a transcript stand for? Subtitles come in every encoding that a desktop ever had."""

import codecs
import re
import unicodedata
from itertools import pairwise

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LEGACY = ("cp1252", "mac_roman", "cp1250", "cp1251", "koi8_r", "cp1253", "cp1254", "latin_1")
"""Encodings of one byte a letter, the commonest first: of those that explain the text equally well the first is it."""

_SAMPLE = 65536  # bytes that tell which encoding it is
_MOST_ZEROS = 4  # one byte in so many: more have only UTF-16 and UTF-32
_MOST_CONTROLS = 0.01  # of the characters; text has none, sound and pictures have many
_CONTROLS = bytes(range(9))  # which are in no text of one byte a letter
_BEYOND = re.compile(r"[^\W\d_]{0,30}[^\x00-\x7f]{1,99}[^\W\d_]{0,30}")
_QUOTES = frozenset("‘’“”–—…«»„‚ ¡¿£€♪♫")
_MOJIBAKE = re.compile("â€[œ\x9d™˜”“]|Ã[©¨¶¼¤ ]|Â[£«»\u00a0]")  # UTF-8 that was read as Windows-1252 and saved so


def decode(raw: bytes) -> str:
    r"""Return the text in `raw`, lines ending with `\n`, without a byte order mark; empty if it is no text."""
    text = _decoded(raw).lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if not _is_text(text):
        return ""
    return _mended(text) if _MOJIBAKE.search(text) else text


def _decoded(raw: bytes) -> str:
    sample = raw[:_SAMPLE]
    for mark, encoding in _BYTE_ORDER_MARKS:
        if raw.startswith(mark):
            return raw.decode(encoding, "replace")
    if sample.count(0) * _MOST_ZEROS > len(sample):
        return raw.decode(_wide(sample), "replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        if len(sample) - len(sample.translate(None, _CONTROLS)) > _MOST_CONTROLS * len(sample):
            return ""
        likeliest = max(_LEGACY, key=lambda encoding: _likelihood(sample.decode(encoding, "replace")))
        return raw.decode(likeliest, "replace")


def _wide(sample: bytes) -> str:
    """Return which encoding of two or four bytes a letter puts its zeros where they are."""
    if sample.count(0) * 2 > len(sample):
        return "utf-32-le" if sample[0] else "utf-32-be"
    return "utf-16-le" if sample[1::2].count(0) > sample[::2].count(0) else "utf-16-be"


def _likelihood(text: str) -> int:
    """Return how much better than by chance the letters beyond ASCII go with their neighbours."""
    return sum(map(_worth, _BEYOND.findall(text)))


def _worth(word: str) -> int:
    """Return what one word says for its encoding: marks and small letters of one script fit, others do not."""
    beyond = [char for char in word if char > "\x7f"]
    letters = [char for char in word if char.isalpha()]
    scripts = {unicodedata.name(char, "?").partition(" ")[0] for char in letters}
    odd = sum(not (char in _QUOTES or char.isalpha()) for char in beyond)
    rises = sum(one.islower() and other.isupper() for one, other in pairwise(word))
    return len(beyond) - 4 * (odd + rises + max(0, len(scripts) - 1))


def _is_text(text: str) -> bool:
    sample = text[:_SAMPLE]
    controls = sum((char < " " and char not in "\t\n\f\v\x1b") or char in "\x7f\ufffd" for char in sample)
    return controls <= _MOST_CONTROLS * len(sample)


def _mended(text: str) -> str:
    """Return text that was decoded wrongly once as it was meant; ftfy is slow to import, and rarely needed."""
    from ftfy import fix_encoding

    return fix_encoding(text)
