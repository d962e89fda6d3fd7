"""Reads a saved web page: every block of it is kept, and what is not the article is tagged as boilerplate."""

import re
from collections.abc import Iterator, Sequence

from lxml import html
from lxml.etree import ParserError
from lxml.html import HtmlElement
from trafilatura import extract

from align.article.formats.builder import ArticleParagraph, build
from align.article.formats.html_body import KeptText, PageBody, find_body, holds_quotation
from align.article.formats.html_tree import read_tree
from align.article.formats.linked_data import article_body
from align.article.formats.text import decode
from align.errors import ArticleError
from align.records import Article, Role

_DECLARED_CHARSET = re.compile(
    rb"<meta[^>]{0,200}charset=[\"']?\s*([\w-]{2,20})|\A\s*<\?xml[^>]{0,100}encoding=[\"']([\w-]{2,20})", re.IGNORECASE
)
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,200}\?>")
_HEAD = 4096  # bytes in which a page declares its characters
_LITTLE = 0.3  # of a page's words
_UNSEEN = re.compile(r"[\0\u00ad]|&shy;?|&#(?:173|x0*ad);", re.IGNORECASE)  # where a word may be divided
_FEW = 2  # quotations that no warning is worth
_ELSEWHERE = 0.5  # of the words in the JSON-LD; a page that shows fewer has them elsewhere
_LONGEST_NAMED = 60  # characters of a paragraph that a warning quotes


def read_html(path: str, data: bytes) -> Article:
    """Return the article of a web page; its title is the first main heading, else the page's."""
    declared = _DECLARED_CHARSET.search(data[:_HEAD])
    charset = next(filter(None, declared.groups()), b"").decode("ascii") if declared else ""
    source = _UNSEEN.sub("", _DECLARATION.sub("", decode(path, data, charset)))
    try:
        page = html.document_fromstring(source, parser=html.HTMLParser(huge_tree=True))  # else cut at 256
    except (ParserError, ValueError):
        raise ArticleError(f"{path} is no web page that can be read: save the page again, or its text.") from None
    kept = extract(source, include_comments=False, favor_recall=True) or ""
    try:
        body = find_body(read_tree(page), KeptText(kept))
    except RecursionError:
        raise ArticleError(f"{path} is nested too deeply to be read: save the text of the page.") from None
    linked = _linked_paragraphs(page, body)
    if linked:
        warning = "The words are those of the page's JSON-LD: its text does not show them."
        apart = [ArticleParagraph(part.words, _set_apart(part.role)) for part in body.paragraphs]
        return build(path, data, (*apart, *linked), _title(page), (warning,))
    return build(path, data, body.paragraphs, _title(page), tuple(_warnings(body)))


def _title(page: HtmlElement) -> str:
    titles = (element.text_content() for element in (*page.iter("h1"), *page.iter("title")))
    return next((" ".join(title.split()) for title in titles if title.strip()), "")


def _linked_paragraphs(page: HtmlElement, body: PageBody) -> tuple[ArticleParagraph, ...]:
    """Return the article's body of the page's JSON-LD, if most of it is not among the page's text."""
    words = article_body(page)
    read = [part for part in body.paragraphs if part.role is not Role.BOILERPLATE]
    is_teaser = _length(read) < _ELSEWHERE * len(words)  # a page that shows more than that has its own story
    if not is_teaser or KeptText("\n".join(part.words for part in read)).share(words) >= _ELSEWHERE:
        return ()
    return tuple(map(ArticleParagraph, words.split("\n")))


def _set_apart(role: Role) -> Role:
    return role if role is Role.HEADING else Role.BOILERPLATE


def _warnings(body: PageBody) -> Iterator[str]:
    """Yield a sentence on every doubt about what was read and what was left out."""
    if body.disputed:
        yield f"Read, though the page sets them apart: {_named(body.disputed)}"
    apart = [part for part in body.paragraphs if part.role is Role.BOILERPLATE]
    quoted = [part.words for part in apart if holds_quotation(part.words)]
    read = [part for part in body.paragraphs if part.role is not Role.BOILERPLATE]
    share = _length(read) / max(1, _length(body.paragraphs))
    is_empty = quoted and not any(part.role is not Role.HEADING and holds_quotation(part.words) for part in read)
    if is_empty or (share < _LITTLE and len(quoted) >= _FEW):
        yield f"{share:.0%} of the page's words were read as its article. Left out: {_named(quoted)}"


def _named(paragraphs: Sequence[str]) -> str:
    count = f"{len(paragraphs)} paragraph{'' if len(paragraphs) == 1 else 's'} with quotations"
    return f"{count}, the first of which begins: {_beginning(paragraphs[0])}"


def _length(paragraphs: Sequence[ArticleParagraph]) -> int:
    return sum(len(part.words) for part in paragraphs)


def _beginning(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _LONGEST_NAMED else words[:_LONGEST_NAMED].rstrip() + "…"
