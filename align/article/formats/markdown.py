"""Reads Markdown as it stands, so that positions, lines and columns are the file's own."""

import hashlib
import re
from collections.abc import Iterator

from align.article.formats.blocks import role_of
from align.article.formats.text import decode, title_of
from align.records import Article, Block, Role, Span

_FRONT_MATTER = re.compile(r"\A---\n.*?\n(?:---|\.\.\.)(?=\n|\Z)", re.DOTALL)
_CHUNK = re.compile(r"\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*")  # up to a blank line: a single line end parts nothing
_PART = re.compile(r"\n(?=[^\S\n]*(?:#{1,6}\s|[-*+]\s|\d{1,3}[.)]\s|```))[^\S\n]*")
_LINE_END = re.compile(r"\n[^\S\n]*")
_HEADING = re.compile(r"#{1,6}\s+")
_QUOTED = re.compile(r">\s?")
_UNDERLINED = re.compile(r"\n(?:={3,}|-{3,})\s*\Z")
_NO_PROSE = re.compile(r"```|~~~|\[[^\]\n]+\]:\s|<!--|\|")
_IMAGE = re.compile(r"!\[[^\]]*\]\([^)]*\)\s*\Z")


def read_markdown(path: str, data: bytes) -> Article:
    """Return the article of a Markdown file; headings, front matter, code and images are tagged, nothing is removed."""
    text = decode(path, data)
    blocks = tuple(_blocks(text))
    marked = tuple(block.chars for block in blocks if block.role is Role.BLOCK_QUOTE)
    return Article(path, hashlib.sha256(data).hexdigest(), title_of(text, blocks), text, blocks, marked)


def _blocks(text: str) -> Iterator[Block]:
    front = _FRONT_MATTER.match(text)
    if front:
        yield Block(Span(*front.span()), Role.BOILERPLATE)
    for chunk in _CHUNK.finditer(text, front.end() if front else 0):
        for part in _parts(text, Span(*chunk.span())):
            yield _block(text, part)


def _parts(text: str, chunk: Span) -> Iterator[Span]:
    """Yield what a chunk holds: headings and the items of a list are paragraphs of their own."""
    start = chunk.start
    while start < chunk.end:
        is_heading = _HEADING.match(text, start, chunk.end) is not None
        edge = (_LINE_END if is_heading else _PART).search(text, start, chunk.end)
        end = edge.start() if edge else chunk.end
        yield Span(start, end)
        start = edge.end() if edge else chunk.end


def _block(text: str, chars: Span) -> Block:
    words = text[chars.start : chars.end]
    lead = _HEADING.match(words) or _QUOTED.match(words)
    if lead and lead.end() < len(words):
        role = Role.HEADING if words.startswith("#") else Role.BLOCK_QUOTE
        return Block(Span(chars.start + lead.end(), chars.end), role)
    if _NO_PROSE.match(words):
        return Block(chars, Role.BOILERPLATE)
    if _UNDERLINED.search(words):
        return Block(chars, Role.HEADING)
    return Block(chars, Role.CAPTION if _IMAGE.match(words) else role_of(words, is_first=False))
