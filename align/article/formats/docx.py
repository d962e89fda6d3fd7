"""Reads Word documents: paragraphs by their styles, with insertions accepted and deletions left out."""

import zlib
from io import BytesIO
from zipfile import BadZipFile

from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.text.paragraph import Paragraph as WordParagraph
from lxml.etree import XMLSyntaxError

from align.article.formats.blocks import role_of
from align.article.formats.builder import ArticleParagraph, build
from align.errors import ArticleError
from align.records import Article, Role

_ROLES = {
    "Title": Role.HEADING,
    "Heading": Role.HEADING,
    "Subtitle": Role.HEADING,
    "Caption": Role.CAPTION,
    "Quote": Role.BLOCK_QUOTE,
    "Intense Quote": Role.BLOCK_QUOTE,
    "Block Text": Role.BLOCK_QUOTE,
}
_DAMAGES = (
    PackageNotFoundError,
    BadZipFile,
    zlib.error,
    XMLSyntaxError,
    KeyError,  # a part is missing
    ValueError,  # another Office document
    EOFError,
    NotImplementedError,  # a compression that nobody uses
)
_TEXT, _TAB, _BREAK = qn("w:t"), qn("w:tab"), qn("w:br")


def read_docx(path: str, data: bytes) -> Article:
    """Return the article of a Word document, tables included, in the order of its pages."""
    try:
        document = Document(BytesIO(data))
    except _DAMAGES:
        raise ArticleError(
            f"{path} is no Word document that can be read: save it again as .docx, or as text."
        ) from None
    found: list[ArticleParagraph] = []
    for element in document.element.body.iter(qn("w:p")):
        words = _words(element)
        found.append(ArticleParagraph(words, _role(WordParagraph(element, document), words, not found)))
    return build(path, data, found, document.core_properties.title or "")


def _words(paragraph: CT_P) -> str:
    """Return the words of a paragraph as they stand when all changes are accepted."""
    parts = {_TAB: "\t", _BREAK: "\n"}
    return "".join(
        part.text or "" if part.tag == _TEXT else parts.get(part.tag, "") for part in paragraph.iter()
    ).strip()


def _role(paragraph: WordParagraph, words: str, is_first: bool) -> Role:
    style = paragraph.style.name if paragraph.style is not None and paragraph.style.name else ""
    known = _ROLES.get(style) or _ROLES.get(style.rstrip(" 0123456789"))
    return known or role_of(words, is_first)
