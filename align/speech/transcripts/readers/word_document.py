"""Word documents (.docx) and OpenDocument texts (.odt): what Word's own dictation, Teams, Otter and Trint export."""

import zipfile
import zlib
from io import BytesIO
from typing import TYPE_CHECKING

from align.speech.transcripts.readers.plain_text import read_lines
from align.speech.transcripts.rough import Content, RoughTranscript

if TYPE_CHECKING:
    from lxml.etree import _Element

_PARTS = ("word/document.xml", "content.xml")
_LARGEST = 100_000_000  # bytes of a part, unpacked: a hundred hours of speech; more is a bomb
_UNSAID = frozenset({"del", "moveFrom", "annotation", "tracked-changes", "pict", "Fallback", "instrText", "delText"})


def sniff(content: Content) -> bool:
    """Whether this is a package that holds the text of a document."""
    return content.raw.startswith(b"PK\x03\x04") and bool(_part(content.raw))


def read(content: Content) -> RoughTranscript:
    """Return what the paragraphs say; raises ValueError if they cannot be unpacked, or the XML is broken."""
    from lxml import etree

    with zipfile.ZipFile(BytesIO(content.raw)) as package:
        name = _part(content.raw)
        try:
            with package.open(name) as part:
                xml = part.read(_LARGEST + 1)
        except (zipfile.BadZipFile, OverflowError, RuntimeError, OSError, EOFError, zlib.error) as error:
            raise ValueError(str(error)) from error
    if len(xml) > _LARGEST or b"<!ENTITY" in xml:
        raise ValueError("too large, or with entities")
    try:
        root = etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))
    except etree.XMLSyntaxError as error:
        raise ValueError(str(error)) from error
    return read_lines("\n\n".join(_text(paragraph) for paragraph in root.iter("{*}p", "{*}h")))


def _part(raw: bytes) -> str:
    """Return the name of the part that holds the text, nothing if there is none."""
    try:
        with zipfile.ZipFile(BytesIO(raw)) as package:
            names = set(package.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return ""
    return next((name for name in _PARTS if name in names), "")


def _text(paragraph: "_Element") -> str:
    """Return the text of a paragraph, in OpenDocument also what stands in no run."""
    said: list[str] = []
    waiting: list[_Element | str] = [paragraph]
    while waiting:
        node = waiting.pop()
        if isinstance(node, str):
            said.append(node)
            continue
        name = node.tag.rpartition("}")[2] if isinstance(node.tag, str) else "comment"
        if name in _UNSAID or name == "comment" or (name == "p" and node is not paragraph):
            continue  # a paragraph inside another is that of a text box, and comes by itself
        said.append({"br": "\n", "line-break": "\n", "cr": "\n", "tab": "\t", "s": " "}.get(name, ""))
        is_text = name == "t" or "opendocument" in node.tag
        if is_text and node.text:
            said.append(node.text)
        for inner in reversed(node):
            waiting += [inner.tail] if is_text and inner.tail else []
            waiting.append(inner)
    return "".join(said)
