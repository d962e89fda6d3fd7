"""Reads the text layer of a PDF: lines joined to paragraphs, running heads and page numbers left out."""

import re
from collections import Counter
from collections.abc import Sequence
from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from align.article.formats.blocks import text_blocks
from align.article.formats.builder import ArticleParagraph, build
from align.errors import ArticleError
from align.records import Article

_PAGE_NUMBER = re.compile(r"\s*(?:page\s)?[-–]?\s*\d{1,4}\s*[-–]?(?:\s*(?:of|/)\s*\d{1,4})?\s*", re.IGNORECASE)
_HYPHENATED = re.compile(r"(?<=[a-zß-ÿ])[-\u00ad]\n(?=[a-zß-ÿ])")
_EDGE_LINES = 2  # at the top and bottom of a page, where running heads stand


def read_pdf(path: str, data: bytes) -> Article:
    """Return the article of a PDF; raises ArticleError if it is damaged, locked, or a picture without text."""
    try:
        reader = PdfReader(BytesIO(data))
        pages = [page.extract_text().splitlines() for page in reader.pages]
        title = (reader.metadata.title if reader.metadata else None) or ""
    except (PyPdfError, ValueError, KeyError):
        raise ArticleError(f"{path} is no PDF whose text can be read: export it again without a password.") from None
    heads = _running_heads(pages)
    lines = [line for page in pages for line in page if line not in heads and not _PAGE_NUMBER.fullmatch(line)]
    text = _HYPHENATED.sub("", "\n".join(lines))
    blocks = text_blocks(text)
    words = [" ".join(text[block.chars.start : block.chars.end].split()) for block in blocks]
    return build(
        path, data, [ArticleParagraph(part, block.role) for part, block in zip(words, blocks, strict=True)], title
    )


def _running_heads(pages: Sequence[Sequence[str]]) -> frozenset[str]:
    """Return the lines that stand at the top or bottom of more than half of the pages."""
    edges = Counter(line for page in pages for line in {*page[:_EDGE_LINES], *page[-_EDGE_LINES:]})
    return frozenset(line for line, count in edges.items() if count > max(1, len(pages) / 2))
