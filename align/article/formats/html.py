"""Reads a saved web page: every block of it is kept, and what is not the article is tagged as boilerplate."""

import re
from collections.abc import Iterable

from lxml import html
from lxml.etree import ParserError
from lxml.html import HtmlElement
from trafilatura import extract

from align.article.formats.blocks import role_of
from align.article.formats.builder import ArticleParagraph, build
from align.article.formats.charset import decode
from align.errors import ArticleError
from align.records import Article, Role, Span

_UNSEEN = frozenset(
    "script style noscript template svg math iframe object video audio canvas select option button head".split()
)
_BLOCKS = frozenset(
    """address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3
    h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul""".split()
)
_EMPHASIS = frozenset("b strong i em".split())
_ROLES = {
    **dict.fromkeys(("nav", "footer", "form", "menu", "aside"), Role.BOILERPLATE),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), Role.HEADING),
    **dict.fromkeys(("figcaption", "caption"), Role.CAPTION),
    "blockquote": Role.BLOCK_QUOTE,
}
_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:nav|menu|footer|share|social|related|promo|newsletter|comments?|cookie|sidebar|breadcrumbs?|byline"
    r"|timestamp|advert|ads?|most-?read|recommended|trending|banner|tags?|copyright|signup|subscribe)(?:$|[\s_-])",
    re.IGNORECASE,
)
_PULLED = re.compile(r"pull[-_]?(?:ed)?[-_]?quote|quote[-_]?pull", re.IGNORECASE)
_DECLARED_CHARSET = re.compile(rb"<meta[^>]{0,200}charset=[\"']?([\w-]{2,20})", re.IGNORECASE)
_SPACE = re.compile(r"[^\S\u00a0]+")
_MOSTLY_LINKED = 0.7  # of a short block's characters: a list of links, not prose
_LONGEST_LINKS = 200  # characters


def read_html(path: str, data: bytes) -> Article:
    """Return the article of a web page; its title is the first main heading, else the page's."""
    source = _source(path, data)
    try:
        page = html.document_fromstring(source)
    except (ParserError, ValueError):
        raise ArticleError(f"{path} is no web page that can be read: save the page again, or its text.") from None
    kept = extract(source, include_comments=False, favor_recall=True) or ""
    reader = _Reader(_article_element(page), frozenset(map(_letters_only, kept.splitlines())))
    reader.visit(page, Role.BODY)
    return build(path, data, reader.paragraphs, _title(page))


def _source(path: str, data: bytes) -> str:
    declared = _DECLARED_CHARSET.search(data[:4096])
    try:
        return data.decode(declared.group(1).decode("ascii")) if declared else decode(path, data)
    except (LookupError, UnicodeDecodeError):
        return decode(path, data)


def _title(page: HtmlElement) -> str:
    titles = (element.text_content() for element in (*page.iter("h1"), *page.iter("title")))
    return next((" ".join(title.split()) for title in titles if title.strip()), "")


def _article_element(page: HtmlElement) -> HtmlElement | None:
    """Return the element that holds the article, if the page says which does."""
    for candidates in (page.iter("article"), page.iter("main"), page.xpath('//*[@role="main"]')):
        found = max(candidates, key=lambda element: len(element.text_content()), default=None)
        if found is not None:
            return found
    return None


def _letters_only(words: str) -> str:
    return "".join(filter(str.isalnum, words))


class _Reader:
    """Walks a page and makes a paragraph of every block."""

    def __init__(self, article: HtmlElement | None, kept: frozenset[str]) -> None:
        """Take for the article what is in the element `article` or among the paragraphs `kept`."""
        self._article, self._kept = article, kept
        self._holders = frozenset() if article is None else frozenset((article, *article.iterancestors()))
        self._within = 0  # how deep in the article's element
        self._pieces: list[str] = []
        self._length = 0  # of the pieces together
        self._linked = 0
        self._marked: list[Span] = []
        self._emphasised: list[Span] = []
        self.paragraphs: list[ArticleParagraph] = []

    def visit(self, element: HtmlElement, outer: Role) -> None:
        """Read an element that stands in one of the role `outer`."""
        if not isinstance(element.tag, str) or element.tag in _UNSEEN or _is_hidden(element):
            return
        is_block = element.tag in _BLOCKS
        role = self._role(element, outer) if is_block else outer
        if is_block:
            self._flush(outer)
        self._within += element is self._article
        start = self._length
        self._read_children(element, role)
        if element.tag == "a":
            self._linked += self._length - start
        if element.tag == "q" and self._length > start:
            self._marked.append(Span(start, self._length))
        if element.tag in _EMPHASIS and self._length > start:
            self._emphasised.append(Span(start, self._length))
        if is_block:
            self._flush(role)
        self._within -= element is self._article

    def _read_children(self, element: HtmlElement, role: Role) -> None:
        self._add("\n" if element.tag == "br" else element.text or "")
        for child in element:
            self.visit(child, role)
            self._add(child.tail or "")

    def _add(self, words: str) -> None:
        words = words if words == "\n" else _SPACE.sub(" ", words)
        if not self._pieces or self._pieces[-1][-1].isspace():
            words = words.lstrip(" ")
        if words:
            self._pieces.append(words)
            self._length += len(words)

    def _role(self, element: HtmlElement, outer: Role) -> Role:
        """Return the role of a block: what its tag and its names say, if the block around is not set apart already."""
        names = " ".join(element.get(name, "") for name in ("class", "id", "role"))
        own = _ROLES.get(element.tag, Role.BODY)
        if _PULLED.search(names) or (own is Role.BLOCK_QUOTE and outer is Role.BOILERPLATE):
            return Role.PULL_QUOTE
        if outer is not Role.BODY:
            return outer
        is_furniture = own is Role.BODY and element not in self._holders and _FURNITURE.search(names)
        return Role.BOILERPLATE if is_furniture else own

    def _flush(self, role: Role) -> None:
        words, linked = "".join(self._pieces).rstrip(), self._linked
        marked, emphasised = (tuple(_clipped(spans, len(words))) for spans in (self._marked, self._emphasised))
        self._pieces, self._length, self._marked, self._emphasised, self._linked = [], 0, [], [], 0
        if not words:
            return
        if role is Role.BODY:
            role = self._body_role(words, linked)
        self.paragraphs.append(ArticleParagraph(words, role, marked, emphasised))

    def _body_role(self, words: str, linked: int) -> Role:
        is_links = len(words) < _LONGEST_LINKS and linked > _MOSTLY_LINKED * len(words)
        is_article = self._within > 0 or _letters_only(words) in self._kept
        return role_of(words, is_first=False) if is_article and not is_links else Role.BOILERPLATE


def _is_hidden(element: HtmlElement) -> bool:
    style = element.get("style", "").replace(" ", "")
    return "hidden" in element.attrib or element.get("aria-hidden") == "true" or "display:none" in style


def _clipped(spans: Iterable[Span], end: int) -> list[Span]:
    return [Span(span.start, min(span.end, end)) for span in spans if span.start < end]
