"""Which words does a Word document show when all changes are accepted, and nothing hidden is?"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from align.article.formats.docx_package import Element
from align.article.formats.docx_symbols import read_private, read_symbol

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_P, _T = f"{W}p", f"{W}t"
_GONE = frozenset(f"{W}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "sdtPr", "tblPr", "rt", "instrText"))
_SHOWN = {f"{W}{name}": shown for name, shown in (("tab", "\t"), ("ptab", "\t"), ("br", "\n"), ("cr", "\n"))}
_SHOWN |= {f"{W}noBreakHyphen": "-", f"{W}softHyphen": ""}
_SOFT_HYPHEN = "\u00ad"
_FALSE = frozenset(("0", "false", "off"))


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says of a paragraph or a run: the names of it and of those it is based on, and whether it hides."""

    names: tuple[str, ...] = ()
    is_hidden: bool = False


NO_STYLE = Style()


@dataclass(slots=True)
class WordParagraph:
    """A paragraph: its words, its style, and whether it stands in a box beside the text."""

    words: str
    style: Style = NO_STYLE
    is_boxed: bool = False


@dataclass(slots=True)
class _Open:
    """The paragraph that is being read; `boxes` are the paragraphs of the text boxes that hang on it."""

    parts: list[str] = field(default_factory=list)
    boxes: list[WordParagraph] = field(default_factory=list)


class WordReader:
    """Reads the paragraphs of a part one after the other; a field or a joined paragraph may reach over several."""

    def __init__(self, styles: Mapping[str, Style]) -> None:
        self._styles = styles
        self._fields: list[bool] = []  # of each field begun, whether its instruction has ended and its result is shown
        self._carried = ""  # words of a paragraph whose end was deleted

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
        opened = _Open()
        for child in element:
            self._inline(child, opened, is_hidden=style.is_hidden)
        words = self._carried + "".join(opened.parts)
        is_joined = _has_deleted_end(element)
        self._carried = words if is_joined else ""
        if not is_joined:
            yield WordParagraph(words, style, is_boxed)
        yield from opened.boxes

    def _inline(self, element: Element, opened: _Open, is_hidden: bool) -> None:
        """Add what an element of a paragraph shows to what is `opened`."""
        tag = element.tag
        if tag in _GONE or _is_placeholder(element):
            return
        if tag == f"{W}txbxContent":
            opened.boxes += WordReader(self._styles).read(element, is_boxed=True)
        elif tag == f"{W}fldChar":
            self._turn_field(element.get(f"{W}fldCharType", ""))
        elif tag == f"{W}r":
            hidden = is_hidden or _hides(element.find(f"{W}rPr"), self._style(element, "rPr", "rStyle").is_hidden)
            for child in element:
                self._inline(child, opened, hidden)
        elif len(element):
            for child in _preferred(element):
                self._inline(child, opened, is_hidden)
        elif not is_hidden and all(self._fields):
            opened.parts.append(_shown(element))

    def _turn_field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(False)
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _style(self, element: Element, properties: str, kind: str) -> Style:
        named = element.find(f"{W}{properties}/{W}{kind}")
        return NO_STYLE if named is None else self._styles.get(named.get(f"{W}val", ""), NO_STYLE)


def read_styles(root: Element | None) -> dict[str, Style]:
    """Return the styles of a document by their ids."""
    elements = {} if root is None else {style.get(f"{W}styleId", ""): style for style in root.iter(f"{W}style")}
    return {name: _chain(elements, name) for name in elements}


def _chain(elements: Mapping[str, Element], name: str) -> Style:
    names: list[str] = []
    hidden: bool | None = None
    seen: set[str] = set()
    while name in elements and name not in seen:
        seen.add(name)
        called = elements[name].find(f"{W}name")
        names.append("" if called is None else called.get(f"{W}val", ""))
        mark = elements[name].find(f"{W}rPr/{W}vanish")
        hidden = _is_on(mark) if hidden is None and mark is not None else hidden
        base = elements[name].find(f"{W}basedOn")
        name = "" if base is None else base.get(f"{W}val", "")
    return Style(tuple(names), bool(hidden))


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


def _hides(properties: Element | None, is_style_hidden: bool) -> bool:
    mark = None if properties is None else properties.find(f"{W}vanish")
    return is_style_hidden if mark is None else _is_on(mark)


def _is_row_deleted(row: Element) -> bool:
    return row.find(f"{W}trPr/{W}del") is not None


def _has_deleted_end(paragraph: Element) -> bool:
    """Whether the end of a paragraph is deleted or moved away, so that it runs on into the next."""
    mark = paragraph.find(f"{W}pPr/{W}rPr")
    return mark is not None and any(mark.find(f"{W}{name}") is not None for name in ("del", "moveFrom"))
