"""Which words does a Word document show when all changes are accepted, and nothing hidden is?"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from align.article.formats.docx_package import Element
from align.article.formats.docx_symbols import read_private, read_symbol
from align.records import Span

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_P, _T = f"{W}p", f"{W}t"
_GONE = frozenset(f"{W}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "sdtPr", "tblPr", "rt", "instrText"))
_SHOWN = {f"{W}{name}": shown for name, shown in (("tab", "\t"), ("ptab", "\t"), ("br", "\n"), ("cr", "\n"))}
_SHOWN |= {f"{W}noBreakHyphen": "-", f"{W}softHyphen": ""}
_SOFT_HYPHEN = "\u00ad"
_HIDING, _EMPHASIS = (f"{W}vanish",), (f"{W}b", f"{W}i")
_FALSE = frozenset(("0", "false", "off"))


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says of a paragraph or a run: the names of it and of those it is based on, and how its words look.

    `is_emphasised` says that they are bold or in italics.
    """

    names: tuple[str, ...] = ()
    is_hidden: bool = False
    is_emphasised: bool = False


NO_STYLE = Style()


@dataclass(slots=True)
class WordParagraph:
    """A paragraph: its words, its style, whether it stands in a box beside the text, and what of it is emphasised."""

    words: str
    style: Style = NO_STYLE
    is_boxed: bool = False
    emphasised: tuple[Span, ...] = ()

    def part(self, start: int, end: int) -> "WordParagraph":
        """Return the words between two positions as a paragraph."""
        cut = (Span(max(span.start, start), min(span.end, end)) for span in self.emphasised if _meet(span, start, end))
        emphasised = tuple(Span(span.start - start, span.end - start) for span in cut)
        return WordParagraph(self.words[start:end], self.style, self.is_boxed, emphasised)


def _meet(span: Span, start: int, end: int) -> bool:
    return span.start < end and start < span.end


@dataclass(slots=True)
class _Open:
    """The paragraph that is being read; `boxes` are the paragraphs of the text boxes that hang on it."""

    words: str = ""
    emphasised: list[Span] = field(default_factory=list)
    boxes: list[WordParagraph] = field(default_factory=list)

    def add(self, words: str, is_emphasised: bool) -> None:
        """Add words that are shown."""
        if is_emphasised and words:
            self.emphasised.append(Span(len(self.words), len(self.words) + len(words)))
        self.words += words


class WordReader:
    """Reads the paragraphs of a part one after the other; a field or a joined paragraph may reach over several."""

    def __init__(self, styles: Mapping[str, Style]) -> None:
        self._styles = styles
        self._fields: list[bool] = []  # of each field begun, whether its instruction has ended and its result is shown
        self._carried = _Open()  # what a paragraph shows whose end was deleted

    def read(self, root: Element, is_boxed: bool = False) -> Iterator[WordParagraph]:
        """Yield the paragraphs under `root` in order, those of a table by rows, those of a box behind its anchor."""
        for child in root:
            if child.tag == _P:
                yield from self._paragraph(child, is_boxed)
            elif child.tag == f"{W}tr" and _is_row_deleted(child):
                continue
            elif child.tag not in _GONE and not _is_placeholder(child):
                yield from self.read(_preferred(child), is_boxed)

    def _paragraph(self, element: Element, is_boxed: bool) -> Iterator[WordParagraph]:
        style = self._style(element, "pPr", "pStyle")
        opened = _Open(self._carried.words, self._carried.emphasised)
        for child in element:
            self._inline(child, opened, style)
        is_joined = _has_deleted_end(element)
        self._carried = _Open(opened.words, opened.emphasised) if is_joined else _Open()
        if not is_joined:
            yield WordParagraph(opened.words, style, is_boxed, tuple(opened.emphasised))
        yield from opened.boxes

    def _inline(self, element: Element, opened: _Open, look: Style) -> None:
        """Add what an element of a paragraph shows to what is `opened`."""
        tag = element.tag
        if tag in _GONE or _is_placeholder(element):
            return
        if tag == f"{W}txbxContent":
            opened.boxes += WordReader(self._styles).read(element, is_boxed=True)
        elif tag == f"{W}fldChar":
            self._turn_field(element.get(f"{W}fldCharType", ""))
        elif tag == f"{W}r":
            own = self._look(element, look)
            for child in element:
                self._inline(child, opened, own)
        elif len(element):
            for child in _preferred(element):
                self._inline(child, opened, look)
        elif not look.is_hidden and all(self._fields):
            opened.add(_shown(element), look.is_emphasised)

    def _turn_field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(False)
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _look(self, run: Element, around: Style) -> Style:
        """Return how the words of a run look, by its own properties, its style, and the paragraph `around` it."""
        properties, style = run.find(f"{W}rPr"), self._style(run, "rPr", "rStyle")
        hidden = around.is_hidden or _is_set(properties, _HIDING, style.is_hidden)
        return Style((), hidden, _is_set(properties, _EMPHASIS, style.is_emphasised or around.is_emphasised))

    def _style(self, element: Element, properties: str, kind: str) -> Style:
        named = element.find(f"{W}{properties}/{W}{kind}")
        return NO_STYLE if named is None else self._styles.get(named.get(f"{W}val", ""), NO_STYLE)


def read_styles(root: Element | None) -> dict[str, Style]:
    """Return the styles of a document by their ids."""
    elements = {} if root is None else {style.get(f"{W}styleId", ""): style for style in root.iter(f"{W}style")}
    return {name: _chain(elements, name) for name in elements}


def _chain(elements: Mapping[str, Element], name: str) -> Style:
    names: list[str] = []
    looks: dict[tuple[str, ...], bool] = {}
    seen: set[str] = set()
    while name in elements and name not in seen:
        seen.add(name)
        called = elements[name].find(f"{W}name")
        names.append("" if called is None else called.get(f"{W}val", ""))
        for marks in (_HIDING, _EMPHASIS):
            properties = elements[name].find(f"{W}rPr")
            if marks not in looks and _find(properties, marks) is not None:
                looks[marks] = _is_set(properties, marks, default=False)
        base = elements[name].find(f"{W}basedOn")
        name = "" if base is None else base.get(f"{W}val", "")
    return Style(tuple(names), looks.get(_HIDING, False), looks.get(_EMPHASIS, False))


def _shown(element: Element) -> str:
    """Return what an element without children shows."""
    if element.tag in (_T, f"{_MATH}t"):
        words = (element.text or "").replace(_SOFT_HYPHEN, "")
        return read_private(words, _font(element.getparent()))
    if element.tag == f"{W}sym":
        return read_symbol(element.get(f"{W}font", ""), element.get(f"{W}char", ""))
    return _SHOWN.get(element.tag, "")


def _font(run: Element | None) -> str:
    fonts = None if run is None else run.find(f"{W}rPr/{W}rFonts")
    return "" if fonts is None else fonts.get(f"{W}ascii", "") or fonts.get(f"{W}hAnsi", "")


def _preferred(element: Element) -> Element:
    """Return which of the versions of something for newer and older programs is read: the first that shows words."""
    if element.tag != f"{_COMPATIBILITY}AlternateContent":
        return element
    return next((version for version in element if next(version.iter(_T, f"{W}sym"), None) is not None), element[:0])


def _is_placeholder(element: Element) -> bool:
    """Whether it only says what is to be written there."""
    return element.tag == f"{W}sdt" and element.find(f"{W}sdtPr/{W}showingPlcHdr") is not None


def _is_on(mark: Element) -> bool:
    return mark.get(f"{W}val", "true") not in _FALSE


def _find(properties: Element | None, marks: tuple[str, ...]) -> Element | None:
    found = (None if properties is None else properties.find(mark) for mark in marks)
    return next((mark for mark in found if mark is not None), None)


def _is_set(properties: Element | None, marks: tuple[str, ...], default: bool) -> bool:
    """Whether properties switch one of `marks` on; `default` if they say nothing of them."""
    mark = _find(properties, marks)
    return default if mark is None else _is_on(mark)


def _is_row_deleted(row: Element) -> bool:
    return row.find(f"{W}trPr/{W}del") is not None


def _has_deleted_end(paragraph: Element) -> bool:
    """Whether the end of a paragraph is deleted or moved away, so that it runs on into the next."""
    mark = paragraph.find(f"{W}pPr/{W}rPr")
    return mark is not None and any(mark.find(f"{W}{name}") is not None for name in ("del", "moveFrom"))
