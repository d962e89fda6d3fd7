"""Which parts has a Word file: its zip archive read by the Open Packaging Conventions, pictures left packed."""

import lzma
import posixpath
import struct
import zlib
from io import BytesIO
from typing import Any, TypeAlias
from zipfile import BadZipFile, ZipFile, ZipInfo

from lxml import etree

Element: TypeAlias = Any
"""An element of lxml, which ships no types."""

DAMAGES = (
    BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    etree.LxmlError,
    LookupError,  # a part is missing, an encoding unknown
    ValueError,  # another Office document
    EOFError,
    NotImplementedError,  # a compression that nobody uses
    RuntimeError,  # a part with a password
    OverflowError,  # a part that begins further away than a file is long
    OSError,
)
"""What reading a damaged archive may raise."""

_LARGEST_PART = 64_000_000  # bytes unpacked; a novel has two million, a bomb thousands of millions
_PARSER = dict.fromkeys(("resolve_entities", "load_dtd"), False) | dict.fromkeys(
    ("remove_comments", "remove_pis"), True
)
_TRANSITIONAL = "http://schemas.openxmlformats.org/"
_STRICT = "http://purl.oclc.org/ooxml/"
_RELATIONSHIPS = "_rels/{}.rels"


class TooLargeError(ValueError):
    """A part that is larger than any article."""


class WordPackage:
    """The parts of a Word file by their relationships; names are compared without case, as Windows does."""

    def __init__(self, data: bytes) -> None:
        self._archive = ZipFile(BytesIO(data))
        self._members = {_normal(info.filename): info for info in self._archive.infolist()}
        roots = self._targets("")
        self.main = roots.get("officeDocument", "word/document.xml")
        self._core = roots.get("core-properties", "docProps/core.xml")
        self._parts = self._targets(self.main)

    @property
    def document(self) -> Element:
        """The root of the main part; raises one of DAMAGES if there is none."""
        return self._parse(self.main)

    @property
    def core(self) -> Element | None:
        """The root of the properties, None if there are none that can be read."""
        return self._part(self._core)

    def related(self, kind: str) -> Element | None:
        """Return the root of the part that is the document's `kind` (styles, footnotes …), None if there is none."""
        return self._part(self._parts[kind]) if kind in self._parts else None

    def _part(self, name: str) -> Element | None:
        try:
            return self._parse(name)
        except TooLargeError:
            raise
        except DAMAGES:
            return None

    def _targets(self, source: str) -> dict[str, str]:
        """Return the parts that `source` names, by the last word of what they are to it; the first one counts."""
        folder, name = posixpath.split(source)
        root = self._part(posixpath.join(folder, _RELATIONSHIPS.format(name)))
        found: dict[str, str] = {}
        for relation in root if root is not None else ():
            target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", "")))
            if relation.get("TargetMode") != "External":
                found.setdefault(relation.get("Type", "").rpartition("/")[2].strip(), target)
        return found

    def _parse(self, name: str) -> Element:
        """Return the root of a part in transitional namespaces, whichever it is written in."""
        data = self._unpack(self._members[_normal(name)])
        if _STRICT.encode() in data:
            data = data.replace(_STRICT.encode(), _TRANSITIONAL.encode())
            for kind in (b"wordprocessingml/", b"officeDocument/"):
                data = data.replace(kind + b"ma", kind + b"2006/ma")  # main, math
        root = etree.fromstring(data, etree.XMLParser(**_PARSER))
        if root.getroottree().docinfo.doctype:
            raise ValueError("Open XML allows no document type, whose entities could hide words")
        return root

    def _unpack(self, member: ZipInfo) -> bytes:
        with self._archive.open(member) as part:
            data = part.read(_LARGEST_PART + 1)
        if len(data) > _LARGEST_PART:
            raise TooLargeError(f"{member.filename} is larger than any article")
        return data


def _normal(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").casefold()
