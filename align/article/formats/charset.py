"""Which characters do the bytes of a text file stand for?"""

import codecs
import re
from collections.abc import Sequence

from align.errors import ArticleError

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MOJIBAKE = re.compile("â€[œ\x9d™˜”“]|Ã[©¨¶¼¤ ]|Â[£«»\u00a0]")  # UTF-8 that was read as Windows-1252 and saved so
_SAMPLE = 4096  # bytes or characters that tell what a file is
_MOST_CONTROLS = 0.01  # of the characters of the sample; text has none, sound has many


def decode(path: str, data: bytes) -> str:
    r"""Return the text in `data`, without a byte order mark and with line ends as `\n`.

    Text that was once decoded wrongly is mended. UTF-8 and, by its mark or its zeros, UTF-16 are recognised;
    anything else is taken for Windows-1252.
    Raises ArticleError if the bytes are no text in any of them.
    """
    for encoding in _encodings(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
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


def _encodings(data: bytes) -> Sequence[str]:
    """Return the encodings worth trying, likeliest first."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return (encoding,)
    sample = data[:_SAMPLE]
    if sample.count(0) > len(sample) // 4:
        return ("utf-16-le",) if sample[1::2].count(0) > sample[::2].count(0) else ("utf-16-be",)
    return ("utf-8", "cp1252")


def _is_text(text: str) -> bool:
    sample = text[:_SAMPLE]
    controls = sum((char < " " and char not in "\t\n\r\f\v") or char in "\x7f\ufffd" for char in sample)
    return controls <= _MOST_CONTROLS * len(sample)
