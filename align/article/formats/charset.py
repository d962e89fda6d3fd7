"""Which characters do the bytes of a text file stand for?"""

import codecs
import re
from collections.abc import Iterator

from align.errors import ArticleError

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

_ESCAPED = ("iso2022", "hz", "utf-7")  # encodings whose bytes all look like ASCII
_MOJIBAKE = re.compile("â€[œ\x9d™˜”“]|Ã[©¨¶¼¤ ]|Â[£«»\u00a0]")  # UTF-8 that was read as Windows-1252 and saved so
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_GAPS = (b"\x81", b"\x8d", b"\x8f", b"\x90", b"\x9d")  # for which Windows-1252 has no character
_SAMPLE = 4096  # bytes or characters that tell what a file is
_MOST_CONTROLS = 0.01  # of the characters of the sample; text has none, sound has many


def decode(path: str, data: bytes, declared: str = "") -> str:
    r"""Return the text in `data`, without a byte order mark and with line ends as `\n`.

    Text that was once decoded wrongly is mended. UTF-8 and, by its mark or its zeros, UTF-16 are recognised, UTF-8
    also with stray bytes of Windows-1252 in it; anything else is what the file has `declared`, or Windows-1252.
    Raises ArticleError if the bytes are no text in any of them.
    """
    for encoding, errors in _encodings(data, declared):
        try:
            text = data.decode(encoding, errors)
        except (UnicodeError, LookupError):  # a page may declare Python's "undefined", which decodes nothing
            continue
        if _is_text(text):
            text = text.replace("\r\n", "\n").replace("\r", "\n")
            return _mended(text) if _MOJIBAKE.search(text) else text
    raise ArticleError(
        f"{path} is not text that can be read: save it as UTF-8, or give an article and not a recording."
    )


def _mended(text: str) -> str:
    """Return text that was decoded wrongly once as it was meant; ftfy is slow to import, and rarely needed."""
    from ftfy import fix_encoding

    return fix_encoding(text)


def _encodings(data: bytes, declared: str) -> Iterator[tuple[str, str]]:
    """Yield the encodings worth trying, likeliest first, and how each meets bytes that it has no character for."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            yield encoding, "strict"
            if not encoding.startswith("utf-8"):
                return
    sample = data[:_SAMPLE]
    if sample.count(0) > len(sample) // 4:
        yield ("utf-16-le" if sample[1::2].count(0) > sample[::2].count(0) else "utf-16-be"), "strict"
        return
    meant = _meant(declared)
    if meant.startswith(_ESCAPED):
        yield meant, "strict"
    yield "utf-8", "strict"
    if meant and not meant.startswith("utf"):
        yield meant, "strict"
    if _is_mostly_utf8(data):
        yield "utf-8-sig", _AS_WINDOWS
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


def _is_text(text: str) -> bool:
    sample = text[:_SAMPLE]
    controls = sum((char < " " and char not in "\t\n\r\f\v") or char in "\x7f\ufffd" for char in sample)
    return controls <= _MOST_CONTROLS * len(sample)
