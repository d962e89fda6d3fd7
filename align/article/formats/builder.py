"""Makes one text with blocks out of the paragraphs of a format that has no plain text of its own."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from align.article.formats.text import title_of
from align.records import Article, Block, Role, Span

_BETWEEN = "\n\n"
_MARKED = (Role.BLOCK_QUOTE, Role.PULL_QUOTE, Role.POST)


@dataclass(frozen=True, slots=True)
class ArticleParagraph:
    """The words of a paragraph and what it is for.

    `marked` are the quotations that the format marks in it, `emphasised` what it sets in bold or italics.
    """

    words: str
    role: Role = Role.BODY
    marked: tuple[Span, ...] = ()
    emphasised: tuple[Span, ...] = ()


def build(
    path: str, data: bytes, paragraphs: Sequence[ArticleParagraph], title: str = "", warnings: tuple[str, ...] = ()
) -> Article:
    """Return the article that `paragraphs` make; the first heading is its title if there is no other."""
    parts: list[str] = []
    blocks: list[Block] = []
    marked: list[Span] = []
    emphasised: list[Span] = []
    position = 0
    for paragraph in paragraphs:
        if not paragraph.words.strip():
            continue
        chars = Span(position, position + len(paragraph.words))
        blocks.append(Block(chars, paragraph.role))
        marked += [Span(position + span.start, position + span.end) for span in paragraph.marked]
        emphasised += [Span(position + span.start, position + span.end) for span in paragraph.emphasised]
        marked += [chars] if paragraph.role in _MARKED else []
        parts.append(paragraph.words)
        position = chars.end + len(_BETWEEN)
    text = _BETWEEN.join(parts)
    title = title or title_of(text, tuple(blocks))
    sha256 = hashlib.sha256(data).hexdigest()
    spans = tuple(marked), tuple(emphasised)
    return Article(path, sha256, title, text, tuple(blocks), spans[0], False, warnings, spans[1])
