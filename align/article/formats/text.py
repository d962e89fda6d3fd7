"""Reads plain text: the text is the file's, so that positions, lines and columns are the file's own."""

import hashlib

from align.article.formats.blocks import text_blocks
from align.charset import decode_declared
from align.errors import ArticleError
from align.records import Article, Block, Role


def read_text(path: str, data: bytes) -> Article:
    r"""Return the article in `data`, decoded, without a byte order mark and with line ends as `\n`."""
    text = decode(path, data)
    blocks = text_blocks(text)
    marked = tuple(block.chars for block in blocks if block.role is Role.BLOCK_QUOTE)
    return Article(path, hashlib.sha256(data).hexdigest(), title_of(text, blocks), text, blocks, marked)


def decode(path: str, data: bytes, declared: str = "") -> str:
    """Return the text of an article, in the encoding that it has `declared` or that is found; raises ArticleError."""
    text = decode_declared(data, declared)
    if text is None:
        raise ArticleError(
            f"{path} is not text that can be read: save it as UTF-8, or give an article and not a recording."
        )
    return text


def title_of(text: str, blocks: tuple[Block, ...]) -> str:
    """Return the first heading, "" if there is none."""
    headings = (text[block.chars.start : block.chars.end] for block in blocks if block.role is Role.HEADING)
    return " ".join(next(headings, "").split())
