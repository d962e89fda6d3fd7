"""Which paragraphs does a web page show, in which elements, and how much of each is a link?"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

from align.records import Role, Span

_UNSEEN = frozenset(
    """script style noscript template svg math iframe object video audio canvas select option button head textarea
    datalist""".split()
)
_BLOCKS = frozenset(
    """address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3
    h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul""".split()
)
_QUOTING = (Role.BLOCK_QUOTE, Role.PULL_QUOTE, Role.POST)
_ROLES = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), Role.HEADING),
    **dict.fromkeys(("figcaption", "caption"), Role.CAPTION),
    "blockquote": Role.BLOCK_QUOTE,
}
_PULLED = re.compile(r"pull[-_]?(?:ed)?[-_]?quote|quote[-_]?pull", re.IGNORECASE)
_EMBEDDED = re.compile(
    r"(?:^|\s)(?:twitter-(?:tweet|video)|instagram-media|tiktok-embed|bluesky-embed|mastodon-embed|reddit-embed-bq"
    r"|reddit-card|text-post-media|fb-post|telegram-post|tweet)(?:\s|$)"
)
_SIGNING = re.compile(r"(?:^|[\s_-])(?:attribution|author|cite|citation|source|speaker|credit)(?:$|[\s_-])", re.I)
_SIGNED = frozenset(("cite", "small"))
_EMPHASIS = frozenset("b strong i em".split())
_POPPING = re.compile(r"popover|tool-?tip|hover-?card|rollover[\w-]*block", re.IGNORECASE)
_LONGEST_POPPED = 1000  # characters
_SPACE = re.compile(r"[^\S\u00a0]+")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_LONGEST_VERSE = 100  # characters; a longer line that ends a sentence is a paragraph
_LINE_END = re.compile(r"[.!?…][”’\"'»)\]]*$")
_ENDED = re.compile(r"(?:^|[—–―-]|[.!?…][”’\"'»)\]]*|[”\"»])\s*$")


@dataclass(frozen=True, slots=True, eq=False)
class Container:
    """A block element. `role` is what its own tag and names make of it; `is_signature` that it signs a quotation."""

    tag: str
    names: str
    parent: "Container | None"
    role: Role
    is_signature: bool = False
    is_hidden: bool = False

    def lineage(self) -> Iterator["Container"]:
        """Yield this element and those around it, innermost first."""
        container: Container | None = self
        while container is not None:
            yield container
            container = container.parent


@dataclass(frozen=True, slots=True)
class PageParagraph:
    """A paragraph, the innermost block around it, and how many of its characters are links.

    `marked` are its quotations, `emphasised` what is bold or in italics.
    """

    words: str
    container: Container
    linked: int
    marked: tuple[Span, ...]
    emphasised: tuple[Span, ...]


def read_tree(page: HtmlElement) -> tuple[PageParagraph, ...]:
    """Return the paragraphs of a page in order, the hidden ones too."""
    reader = _TreeReader()
    reader.visit(page, None)
    return tuple(reader.paragraphs)


class _TreeReader:
    """Walks a page and makes a paragraph of every block, and of what stands between two breaks."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0  # of the pieces together
        self._linked = 0
        self._links = 0  # how many are open
        self._marked: list[Span] = []
        self._emphasised: list[Span] = []
        self.paragraphs: list[PageParagraph] = []

    def visit(self, element: HtmlElement, around: Container | None) -> None:
        """Read an element that stands in the block `around`."""
        if not isinstance(element.tag, str) or element.tag in _UNSEEN:
            return
        if self._pops_up(element):
            return
        if around is not None and element.tag == "br":
            self._break(around)
            return
        if around is None or element.tag in _BLOCKS or self._signs(element, around):
            self._visit_block(element, around)
            return
        start, count = self._length, len(self.paragraphs)
        self._links += element.tag == "a"
        self._read_children(element, around)
        self._links -= element.tag == "a"
        start = start if count == len(self.paragraphs) else 0
        if element.tag == "q" and self._length > start:
            self._marked.append(Span(start, self._length))
        if element.tag in _EMPHASIS and self._length > start:
            self._emphasised.append(Span(start, self._length))

    def _pops_up(self, element: HtmlElement) -> bool:
        """Whether an element within a sentence shows only where the reader points: who Amy Lin is, behind her name."""
        is_named = _POPPING.search(element.get("class", "")) is not None or element.get("role") == "tooltip"
        return is_named and self._length > 0 and len(element.text_content()) < _LONGEST_POPPED

    def _visit_block(self, element: HtmlElement, around: Container | None) -> None:
        if around is not None:
            self._flush(around)
        container = _container(element, around)
        self._read_children(element, container)
        self._flush(container)

    def _read_children(self, element: HtmlElement, container: Container) -> None:
        self._add(element.text or "", container)
        for child in element:
            self.visit(child, container)
            self._add(child.tail or "", container)

    def _add(self, words: str, container: Container) -> None:
        parts = _BLANK_LINE.split(words) if container.tag == "pre" else [words]
        for place, part in enumerate(parts):
            if place:
                self._flush(container)
            self._append(part if part == "\n" else _SPACE.sub(" ", part))

    def _append(self, words: str) -> None:
        if not self._pieces or self._pieces[-1][-1].isspace():
            words = words.lstrip(" ")
        if words:
            self._pieces.append(words)
            self._length += len(words)
            self._linked += len(words) if self._links else 0

    def _break(self, container: Container) -> None:
        """Read a <br>: two of them part paragraphs, and so does one behind a long line that ends a sentence."""
        line = "".join(self._pieces).rpartition("\n")[2].rstrip()
        is_end = not line or (len(line) > _LONGEST_VERSE and _LINE_END.search(line))
        if is_end:
            self._flush(container)
        else:
            self._append("\n")

    def _signs(self, element: HtmlElement, around: Container) -> bool:
        """Whether an inline element behind quoted words says whose they are: <cite>Amy Lin</cite>."""
        is_last = element.getnext() is None and not (element.tail or "").strip()
        if element.tag not in _SIGNED or not is_last or not any(one.role in _QUOTING for one in around.lineage()):
            return False
        return _ENDED.search("".join(self._pieces)) is not None

    def _flush(self, container: Container) -> None:
        words, linked = "".join(self._pieces).rstrip(), self._linked
        marked, emphasised = (tuple(_clipped(spans, len(words))) for spans in (self._marked, self._emphasised))
        self._pieces, self._length, self._marked, self._emphasised, self._linked = [], 0, [], [], 0
        if words:
            self.paragraphs.append(PageParagraph(words, container, linked, marked, emphasised))


def _container(element: HtmlElement, around: Container | None) -> Container:
    names = " ".join(element.get(name, "") for name in ("class", "id", "role", "itemprop")).strip()
    is_quoted = around is not None and any(one.role in _QUOTING for one in around.lineage())
    tag = str(element.tag)
    is_signature = is_quoted and (
        tag in ("footer", "figcaption") or tag in _SIGNED or (tag != "blockquote" and bool(_SIGNING.search(names)))
    )
    is_signature = is_signature or (tag == "figcaption" and _follows_quote(element))
    return Container(tag, names, around, _role(tag, names, element), is_signature, _is_hidden(element))


def _role(tag: str, names: str, element: HtmlElement) -> Role:
    if _EMBEDDED.search(element.get("class", "")) and tag in ("blockquote", "div"):
        return Role.POST
    return Role.PULL_QUOTE if _PULLED.search(names) else _ROLES.get(tag, Role.BODY)


def _follows_quote(element: HtmlElement) -> bool:
    before = element.getprevious()
    return before is not None and before.tag == "blockquote"


def _is_hidden(element: HtmlElement) -> bool:
    style = element.get("style", "").replace(" ", "")
    return "hidden" in element.attrib or element.get("aria-hidden") == "true" or "display:none" in style


def _clipped(spans: Iterable[Span], end: int) -> list[Span]:
    return [Span(span.start, min(span.end, end)) for span in spans if span.start < end]
