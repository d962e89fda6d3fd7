"""Reads the text layer of a PDF by the places of its letters: columns, paragraphs, running heads left out."""

import re
from collections.abc import Iterator, Sequence
from contextlib import closing

import pypdfium2

from align.article.formats.blocks import role_of
from align.article.formats.builder import ArticleParagraph, build
from align.article.formats.pdf_columns import Line, order_lines
from align.article.formats.pdf_glyphs import read_pieces
from align.article.formats.pdf_paragraphs import PdfParagraph, join_paragraphs
from align.errors import ArticleError
from align.records import Article, Role

_NO_TITLE = re.compile(r"untitled|anonymous|\(?unspecified\)?|Microsoft \w+ - .*|.*\.(?:docx?|indd|pdf|rtf|odt)", re.I)
"""What programs write where they are told no title."""
_HEADING_SIZE = 1.15  # times the size of most letters, at least
_LONGEST_HEADING = 200  # characters
_BLOCK_INDENT = 1.2  # sizes by which all of a block quotation is indented


def read_pdf(path: str, data: bytes) -> Article:
    """Return the article of a PDF; raises ArticleError if it is damaged, locked, or a picture without text."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        raise ArticleError(f"{path} is no PDF whose text can be read: export it again without a password.") from None
    try:
        pages = [_columns(document, number) for number in range(len(document))]
        title = document.get_metadata_value("Title")
    finally:
        document.close()
    if pages and all(page is None for page in pages):
        raise ArticleError(f"{path} has damaged pages: export it again.")
    paragraphs, size = join_paragraphs([page or [] for page in pages])
    title = "" if _NO_TITLE.fullmatch(title) else title
    return build(path, data, list(_with_roles(paragraphs, size)), title, tuple(_warnings(pages)))


def _warnings(pages: Sequence[list[list[Line]] | None]) -> Iterator[str]:
    """Yield a sentence on the pages of which nothing was read: whether they are blank is for somebody to see."""
    bare = [str(number) for number, columns in enumerate(pages, start=1) if not columns]
    if bare:
        named = f"Page {bare[0]} has" if len(bare) == 1 else f"Pages {', '.join(bare[:-1])} and {bare[-1]} have"
        yield f"{named} no words that can be read: blank, a picture, or damaged."


def _columns(document: pypdfium2.PdfDocument, number: int) -> list[list[Line]] | None:
    """Return the columns of a page in the order in which they are read, what is turned otherwise behind them.

    None if the page is damaged.
    """
    try:
        with closing(document[number]) as page:
            return [column for pieces in read_pieces(page) for column in order_lines(pieces, number)]
    except pypdfium2.PdfiumError:
        return None


def _with_roles(paragraphs: Sequence[PdfParagraph], size: float) -> Iterator[ArticleParagraph]:
    """Yield the paragraphs with what each is for; `size` is that of most letters."""
    before = ""
    for paragraph in paragraphs:
        words = paragraph.words
        is_large = paragraph.size >= _HEADING_SIZE * size and len(words) <= _LONGEST_HEADING
        is_block = before.endswith(":") and paragraph.indent > _BLOCK_INDENT
        known = Role.HEADING if is_large else Role.BLOCK_QUOTE if is_block else None
        yield ArticleParagraph(words, known or role_of(words, is_first=not before))
        before = words
