"""What does an article quote that has been read before? Remembered as long as the program reads it in the same way.

To read an article takes longer than all else of a check in which nothing is new; of what reads it nothing is imported.
"""

import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import asdict
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from align.cache import key_of
from align.enums import Kind, Role
from align.records import Article, Block, Quote, Span

if TYPE_CHECKING:
    from align.cache import Cache

_READING = ("article", "languages", "charset.py", "enums.py", "records.py", "known_articles.py")
"""The parts of the program of which it depends what is read in an article."""

_LIBRARIES = ("ftfy", "trafilatura", "lxml", "pypdfium2")
"""And the libraries; a folder is another one once something was installed in it."""

_LONGEST = 1_000_000
"""Characters of an article that is remembered."""


def read_quoted(path: str, memory: "Cache") -> tuple[Article, tuple[Quote, ...]]:
    """Return the article at `path`, or on standard input if that is "-", with its quotations; raises ArticleError."""
    known = memory.get(_key(path, digest)) if (digest := _digest(path)) else None
    if known is not None:
        return _read(known)
    from align.article import find_quotes, read_article

    article = read_article(path)
    quotes = find_quotes(article)
    if digest == article.sha256 and len(article.text) <= _LONGEST:
        memory.put({_key(path, digest): json.dumps([asdict(article), [asdict(quote) for quote in quotes]])})
    return article, quotes


def _digest(path: str) -> str | None:
    """Return the SHA-256 of a file's bytes; None if it is none, or cannot be read, which is told where it is read."""
    if not os.path.isfile(path):
        return None
    try:
        with open(path, "rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


def _key(path: str, digest: str) -> str:
    return key_of("quoted", path, digest, [*_program()])


def _program() -> Iterator[tuple[str, int, int]]:
    """Yield what tells this program from one that may read otherwise: its files, and where its libraries are."""
    folders = {Path(found.origin).parents[1] for name in _LIBRARIES if (found := find_spec(name)) and found.origin}
    parts = [Path(__file__).parent / part for part in _READING]
    files = [file for part in parts for file in (part.rglob("*.py") if part.is_dir() else (part,))]
    for path in sorted({*folders, *files}):
        about = path.stat()
        yield str(path), about.st_size, about.st_mtime_ns


def _read(known: str) -> tuple[Article, tuple[Quote, ...]]:
    article, quotes = json.loads(known)
    article["blocks"] = tuple(Block(Span(**block["chars"]), Role(block["role"])) for block in article["blocks"])
    for spans in ("marked", "emphasised"):
        article[spans] = tuple(Span(**span) for span in article[spans])
    return Article(**_tuples(article)), tuple(_quote(quote) for quote in quotes)


def _quote(fields: dict[str, Any]) -> Quote:
    return Quote(**_tuples({**fields, "chars": Span(**fields["chars"]), "kind": Kind(fields["kind"])}))


def _tuples(fields: dict[str, Any]) -> dict[str, Any]:
    return {**fields, "warnings": tuple(fields["warnings"])}
