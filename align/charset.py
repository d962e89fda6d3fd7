"""Which characters do the bytes of a text file stand for? A page says it; subtitles come in all that desktops had."""

import codecs
import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import pairwise

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MEANT = {
    **dict.fromkeys(("iso8859-1", "ascii", "iso8859-15"), "cp1252"),
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
    "tis-620": "cp874",
}
"""What browsers read where a page declares the encoding on the left (WHATWG Encoding Standard); Python's names."""

_LEGACY = ("cp1252", "mac_roman", "cp1250", "cp1251", "koi8_r", "cp1253", "cp1254", "latin_1")
"""Encodings of one byte a letter, the commonest first: of those that explain the text equally well the first is it."""

_ESCAPED = ("iso2022", "hz", "utf-7")  # encodings whose bytes all look like ASCII
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_GAPS = (b"\x81", b"\x8d", b"\x8f", b"\x90", b"\x9d")  # for which Windows-1252 has no character
_CONTROLS = bytes(range(9))  # which are in no text of one byte a letter
_MOST_CONTROLS = 0.01  # of the characters or bytes of the sample; text has none, sound and pictures have many
_MOST_ZEROS = 4  # one byte in so many: more have only UTF-16 and UTF-32
_SAMPLE = 65536  # bytes or characters that tell what a file is
_MOJIBAKE = re.compile("â€[œ\x9d™˜”“]|Ã[©¨¶¼¤ ]|Â[£«»\u00a0]")  # UTF-8 that was read as Windows-1252 and saved so
_BEYOND = re.compile(r"[^\W\d_]{0,30}[^\x00-\x7f]{1,99}[^\W\d_]{0,30}")
_QUOTES = frozenset("‘’“”–—…«»„‚ ¡¿£€♪♫")


def decode_declared(data: bytes, declared: str = "") -> str | None:
    r"""Return the text in `data`, without a byte order mark and with line ends as `\n`; None if it is no text.

    Text that was once decoded wrongly is mended. UTF-8 and, by its mark or its zeros, UTF-16 are recognised, UTF-8
    also with stray bytes of Windows-1252 in it; anything else is what the file has `declared`, or Windows-1252.
    """
    return _decode(data, _declared_encodings(data, declared))


def decode_likeliest(data: bytes) -> str | None:
    r"""Return the text in `data`, without a byte order mark and with line ends as `\n`; None if it is no text.

    As `decode_declared`, but what is neither UTF-8 nor UTF-16 is of the encoding whose letters go best with their
    neighbours, and bytes that make no character of it are replaced.
    """
    return _decode(data, _likeliest_encodings(data))


def _decode(data: bytes, encodings: Iterable[tuple[str, str]]) -> str | None:
    """Return the text by the first of the encodings, each with how it meets errors, that makes a text of it."""
    for encoding, errors in encodings:
        try:
            text = data.decode(encoding, errors)
        except (UnicodeError, LookupError):  # a page may declare Python's "undefined", which decodes nothing
            continue
        text = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        if _is_text(text):
            return _mended(text) if _MOJIBAKE.search(text) else text
    return None


def _is_text(text: str) -> bool:
    sample = text[:_SAMPLE]
    controls = sum((char < " " and char not in "\t\n\f\v\x1b") or char in "\x7f\ufffd" for char in sample)
    return controls <= _MOST_CONTROLS * len(sample)


def _mended(text: str) -> str:
    """Return text that was decoded wrongly once as it was meant; ftfy is slow to import, and rarely needed."""
    from ftfy import fix_encoding

    return fix_encoding(text)


def _marked(data: bytes) -> str:
    """Return the encoding that a byte order mark tells, "" without one."""
    return next((encoding for mark, encoding in _BYTE_ORDER_MARKS if data.startswith(mark)), "")


def _wide(data: bytes) -> str:
    """Return which encoding of two or four bytes a letter puts its zeros where they are, "" if there are few."""
    sample = data[:_SAMPLE]
    if sample.count(0) * _MOST_ZEROS <= len(sample):
        return ""
    if sample.count(0) * 2 > len(sample):
        return "utf-32-le" if sample[0] else "utf-32-be"
    return "utf-16-le" if sample[1::2].count(0) > sample[::2].count(0) else "utf-16-be"


def _declared_encodings(data: bytes, declared: str) -> Iterator[tuple[str, str]]:
    """Yield the encodings worth trying, likeliest first, and how each meets bytes that it has no character for."""
    marked = _marked(data)
    if marked:
        yield marked, "strict"
    if marked.startswith(("utf-16", "utf-32")):
        return
    if wide := _wide(data):
        yield wide, "strict"
        return
    meant = _meant(declared)
    if meant.startswith(_ESCAPED):
        yield meant, "strict"
    yield "utf-8", "strict"
    if meant and not meant.startswith("utf"):
        yield meant, "strict"
    if _is_mostly_utf8(data):
        yield "utf-8", _AS_WINDOWS
    sample = data[:_SAMPLE]
    if sum(map(sample.count, _GAPS)) <= _MOST_CONTROLS * len(sample):
        yield "cp1252", _AS_WINDOWS


def _meant(declared: str) -> str:
    try:
        name = codecs.lookup(declared).name if declared else ""
    except LookupError:
        return ""
    return _MEANT.get(name, name)


def _is_mostly_utf8(data: bytes) -> bool:
    """Whether the bytes beyond ASCII are mostly characters of UTF-8, not stray ones."""
    characters = _MULTIBYTE.findall(data)
    beyond = sum(byte > 0x7F for byte in data)
    return len(characters) >= beyond - sum(map(len, characters)) > 0


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    """Read the bytes that an encoding has no character for as Windows-1252, and its gaps as Latin-1, as browsers do."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    stray = error.object[error.start : error.end]
    try:
        return stray.decode("cp1252"), error.end
    except UnicodeDecodeError:
        return stray.decode("latin-1"), error.end


_AS_WINDOWS = "align.windows-1252"
codecs.register_error(_AS_WINDOWS, _as_windows)


def _likeliest_encodings(data: bytes) -> Iterator[tuple[str, str]]:
    """Yield the encodings worth trying, as `_declared_encodings`, of a file that says nothing about itself."""
    if certain := _marked(data) or _wide(data):
        yield certain, "replace"
        return
    if _is_utf8(data):
        yield "utf-8", "strict"
        return
    sample = data[:_SAMPLE]
    if len(sample) - len(sample.translate(None, _CONTROLS)) <= _MOST_CONTROLS * len(sample):
        yield max(_LEGACY, key=lambda encoding: _likelihood(sample.decode(encoding, "replace"))), "replace"


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


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
