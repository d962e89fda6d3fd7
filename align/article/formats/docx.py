"""Reads Word documents: paragraphs by their styles, with changes accepted, and what is hidden left out."""

import re
from collections.abc import Iterator, Sequence

from align.article.formats.blocks import role_of
from align.article.formats.builder import ArticleParagraph, build
from align.article.formats.docx_package import DAMAGES, WordPackage
from align.article.formats.docx_words import Style, W, WordParagraph, WordReader, read_styles
from align.errors import ArticleError
from align.records import Article, Role

_ROLES = {
    "title": Role.HEADING,
    "heading": Role.HEADING,
    "subtitle": Role.HEADING,
    "caption": Role.CAPTION,
    "quote": Role.BLOCK_QUOTE,
    "intense quote": Role.BLOCK_QUOTE,
    "block text": Role.BLOCK_QUOTE,
    "quotations": Role.BLOCK_QUOTE,
}
_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"  # a compound file: Word 97, or any file with a password
_NOTES = (("footnotes", f"{W}footnote"), ("endnotes", f"{W}endnote"))
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_STRETCH = re.compile(r"\S(?:[^\n]*(?:\n(?![^\S\n]*(?:\n|\Z))[^\n]*)*\S)?")  # without the empty lines around
_SHORTEST_PULLED = 8  # letters of a box that repeats words of the text


def read_docx(path: str, data: bytes) -> Article:
    """Return the article of a Word document, tables included, in the order of its pages; notes stand at its end.

    Raises ArticleError if it is damaged, locked or another kind of document.
    """
    if data.startswith(_OLD_OR_LOCKED):
        raise ArticleError(
            f"{path} is locked with a password, or of a Word before 2007: save it again as .docx without a password."
        )
    try:
        paragraphs, title = _read(WordPackage(data))
    except (*DAMAGES, RecursionError):
        raise ArticleError(
            f"{path} is no Word document that can be read: save it again as .docx, or as text."
        ) from None
    return build(path, data, list(_with_roles(paragraphs)), title)


def _read(package: WordPackage) -> tuple[list[WordParagraph], str]:
    """Return the paragraphs that hold words, and the title that the properties give."""
    document = package.document
    body = document.find(f"{W}body")
    if body is None:
        raise ValueError("another Office document")
    styles = read_styles(package.related("styles"))
    paragraphs = list(WordReader(styles).read(body))
    for kind, tag in _NOTES:
        root = package.related(kind)
        for note in root.iter(tag) if root is not None else ():
            paragraphs += WordReader(styles).read(note)
    core = package.core
    title = "" if core is None else core.findtext(_TITLE) or ""
    return [part for paragraph in paragraphs for part in _split(paragraph)], title.strip()


def _split(paragraph: WordParagraph) -> Iterator[WordParagraph]:
    """Yield the paragraphs that empty lines make of one."""
    for stretch in _STRETCH.finditer(paragraph.words):
        yield paragraph.part(*stretch.span())


def _with_roles(paragraphs: Sequence[WordParagraph]) -> Iterator[ArticleParagraph]:
    """Yield the paragraphs with what each is for; a box that repeats words of the text is a pull quote."""
    flowing = "".join(_letters(paragraph.words) for paragraph in paragraphs if not paragraph.is_boxed)
    for place, paragraph in enumerate(paragraphs):
        letters = _letters(paragraph.words) if paragraph.is_boxed else ""
        is_pulled = len(letters) >= _SHORTEST_PULLED and letters in flowing
        role = Role.PULL_QUOTE if is_pulled else _role(paragraph.style, paragraph.words, is_first=place == 0)
        yield ArticleParagraph(paragraph.words, role, emphasised=paragraph.emphasised)


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, words.casefold()))


def _role(style: Style, words: str, is_first: bool) -> Role:
    names = (name.casefold() for name in style.names)
    known = (_ROLES.get(name) or _ROLES.get(name.rstrip(" 0123456789")) for name in names)
    return next((role for role in known if role is not None), None) or role_of(words, is_first)
