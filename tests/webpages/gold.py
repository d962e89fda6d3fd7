"""Which pages of a folder have their body marked by others, and what does it say? One adapter per way of marking.

None of these corpora is part of this repository: clone them, and give the folder.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import html

from align.article.formats.text import decode

_MOSTLY = 0.6  # of a body's paragraphs
_LONG_ENOUGH = 400  # characters of an article's body in JSON-LD; a shorter one is a summary
_LINKED_DATA = re.compile(r"<script[^>]{1,200}ld\+json[^>]{0,100}>(.*?)</script>", re.DOTALL | re.IGNORECASE)
_PARAGRAPHS = (
    "//*[self::p or self::li or self::blockquote or self::h1 or self::h2 or self::h3 or self::h4 or self::td"
    " or self::pre or self::div or self::figcaption]"
)
_DATED = re.compile(r"(.+)_\d{4}_\d\d_\d\d(?:_\d)?$")  # fundus: a publisher's page, and when it was saved
_INNER = "p|li|blockquote|h1|h2|h3|h4|td|pre|div|figcaption|ul|ol|table|section|article|figure"


@dataclass(frozen=True, slots=True)
class GoldQuote:
    """A quotation that somebody labelled; `text` may end in an ellipsis for the rest. No `speaker`: nobody is named."""

    text: str
    speaker: str | None


@dataclass(frozen=True, slots=True)
class GoldPage:
    """A page and its body as others marked it; `is_whole` says that nothing but `paragraphs` is the body."""

    path: Path
    paragraphs: tuple[str, ...]
    is_whole: bool = True
    quotes: tuple[GoldQuote, ...] = ()


def gold_pages(folder: Path) -> Iterator[GoldPage]:
    """Yield the pages in `folder` that have gold, by path."""
    bodies = _evaluated(folder), _benchmark(folder)
    for path in sorted(path for path in folder.rglob("*.htm*") if path.suffix in (".html", ".htm")):
        page = _page(path, *bodies)
        if page is not None and (page.paragraphs or page.quotes):
            yield page


def _page(path: Path, evaluated: dict[str, tuple[str, ...]], benchmark: dict[str, str]) -> GoldPage | None:
    labels = path.with_name(path.name + ".expected.json")  # the form of this project
    beside = path.with_suffix(".json")  # goose3
    text = path.parent.parent / "txt" / f"{path.stem}.txt"  # newspaper4k
    if labels.exists():
        return GoldPage(path, (), quotes=tuple(_labelled(labels)))
    if path.name == "source.html" and path.with_name("expected.html").exists():  # readability
        return GoldPage(path, _prose(path.with_name("expected.html")))
    if path.name == "expected.html":
        return None
    if text.exists():
        return GoldPage(path, _lines(text.read_text("utf-8")), is_whole=False)
    if path.stem in benchmark:
        return GoldPage(path, _lines(benchmark[path.stem]))
    if publisher := _DATED.match(path.stem):
        return GoldPage(path, _closest(path, path.with_name(f"{publisher[1]}.json")))
    if beside.exists():
        expected = json.loads(beside.read_text("utf-8")).get("expected", {})
        return GoldPage(path, _lines(expected.get("cleaned_text") or ""), is_whole=False)
    body = _linked_body(path)
    if body:
        return GoldPage(path, _lines(body))
    return GoldPage(path, evaluated[path.name], is_whole=False) if path.name in evaluated else None


def _labelled(path: Path) -> Iterator[GoldQuote]:
    expected = json.loads(path.read_text("utf-8"))["expected"]
    for quote in expected if isinstance(expected, list) else ():
        speaker = quote.get("speaker")
        for text in quote["text"].split(" / "):
            yield GoldQuote(text, None if speaker in (None, "null") else speaker)


def _prose(path: Path) -> tuple[str, ...]:
    """Return the paragraphs of a body that is kept as HTML: the innermost blocks, divided at <br>."""
    body = html.document_fromstring(path.read_bytes().decode("utf-8").replace("\u00ad", ""))
    for line_end in body.iter("br"):
        line_end.tail = "\n" + (line_end.tail or "")
    found: list[str] = []
    for block in body.xpath(_PARAGRAPHS):
        if not block.xpath(f".//*[{' or '.join(f'self::{name}' for name in _INNER.split('|'))}]"):
            found += [" ".join(line.split()) for line in re.split(r"\n\s*\n", block.text_content())]
    return tuple(filter(None, found))


def _lines(text: str) -> tuple[str, ...]:
    return tuple(filter(None, (" ".join(line.split()) for line in text.splitlines())))


def _linked_body(path: Path) -> str:
    """Return the body that the page's own JSON-LD has; "" if there is none, or none with words of the page's text."""
    data = path.read_bytes()
    if b"articleBody" not in data:
        return ""
    for script in _LINKED_DATA.findall(decode(str(path), data)):
        try:
            body = next(_bodies(json.loads(script, strict=False)), "")
        except ValueError:
            continue
        if len(body) >= _LONG_ENOUGH:
            plain = html.fromstring(f"<div>{body}</div>").text_content() if "<" in body or "&" in body else body
            return str(plain)
    return ""


def _bodies(node: Any) -> Iterator[str]:
    if isinstance(node, list):
        for part in node:
            yield from _bodies(part)
    elif isinstance(node, dict):
        if isinstance(node.get("articleBody"), str):
            yield node["articleBody"]
        yield from _bodies([part for part in node.values() if isinstance(part, list | dict)])


def _evaluated(folder: Path) -> dict[str, tuple[str, ...]]:
    """Return what trafilatura's pages must hold: sentences of their bodies, by the name of the file."""
    listing = next(folder.rglob("evaldata.json"), None)
    if listing is None:
        return {}
    return {page["file"]: tuple(page["with"]) for page in json.loads(listing.read_text("utf-8")).values()}


def _benchmark(folder: Path) -> dict[str, str]:
    """Return the bodies of scrapinghub's pages (unpacked: gunzip html/*.gz), by the stem of the file."""
    listing = next(folder.rglob("ground-truth.json"), None)
    if listing is None:
        return {}
    return {stem: page["articleBody"] for stem, page in json.loads(listing.read_text("utf-8")).items()}


def _closest(path: Path, versions: Path) -> tuple[str, ...]:
    """Return the body, of those that fundus has of a publisher, most of which is on this page; none if none is."""
    if not versions.exists():
        return ()
    shown = " ".join(html.document_fromstring(path.read_bytes()).text_content().split())
    bodies = [tuple(_parts(page.get("body") or {})) for page in json.loads(versions.read_text("utf-8")).values()]
    shares = [sum(part[:40] in shown for part in body) / max(1, len(body)) for body in bodies]
    best = max(shares, default=0.0)
    return bodies[shares.index(best)] if best >= _MOSTLY else ()


def _parts(body: dict[str, Any]) -> Iterator[str]:
    yield from (" ".join(part.split()) for part in body.get("summary", []))
    for section in body.get("sections", []):
        yield from (" ".join(part.split()) for part in (*section.get("headline", []), *section.get("paragraphs", [])))
