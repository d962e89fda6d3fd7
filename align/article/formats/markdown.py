"""Reads Markdown as it stands, so that positions, lines and columns are the file's own."""

import re
from dataclasses import replace

from align.article.formats.text import read_text
from align.records import Article, Block, Role, Span

_HEADING = re.compile(r"#{1,6}\s+")
_RULED = re.compile(r"\n(?:={3,}|-{3,})\s*\Z")
_NO_PROSE = re.compile(r"```|~~~|---\s*\n|\[[^\]\n]+\]:\s|<!--|\|")
_IMAGE = re.compile(r"!\[[^\]]*\]\([^)]*\)\s*\Z")


def read_markdown(path: str, data: bytes) -> Article:
    """Return the article of a Markdown file; headings, front matter, code and images are tagged, nothing is removed."""
    article = read_text(path, data)
    blocks = tuple(_block(article.text, block) for block in article.blocks)
    headings = (article.text[block.chars.start : block.chars.end] for block in blocks if block.role is Role.HEADING)
    return replace(article, blocks=blocks, title=" ".join(next(headings, "").split()))


def _block(text: str, block: Block) -> Block:
    words = text[block.chars.start : block.chars.end]
    heading = _HEADING.match(words)
    if heading:
        return Block(Span(block.chars.start + heading.end(), block.chars.end), Role.HEADING)
    if _RULED.search(words):
        return replace(block, role=Role.HEADING)
    if _NO_PROSE.match(words):
        return replace(block, role=Role.BOILERPLATE)
    return replace(block, role=Role.CAPTION) if _IMAGE.match(words) else block
