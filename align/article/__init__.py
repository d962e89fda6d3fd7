"""What does the article claim? Reading formats, finding quotations, who said them, what kind they are."""

import os
import sys
from importlib import import_module
from pathlib import Path

from align.article.formats import READERS, Reader
from align.article.quotations.quotes import find_quotes
from align.errors import ArticleError
from align.reading import MEGABYTE, read_whole
from align.records import Article

__all__ = ["READERS", "find_quotes", "read_article"]

_STDIN = "-"
_MOST_TEXT = 10 * MEGABYTE
"""Bytes and characters of an article: three times "War and Peace", for which it takes 0.6 GB of memory."""

_LARGEST = {".html": 20 * MEGABYTE, ".htm": 20 * MEGABYTE, ".docx": 200 * MEGABYTE, ".pdf": 200 * MEGABYTE}
"""Bytes of what may hold more than text."""


def read_article(path: str) -> Article:
    """Return the article at `path`, or on standard input if `path` is "-"; raises ArticleError if there is none."""
    extension = ".txt" if path == _STDIN else Path(path).suffix.lower()
    if extension not in READERS and not os.path.isdir(path):
        known = ", ".join(READERS)
        raise ArticleError(
            f"Articles like {path} cannot be read: give one of {known}, or - for text on standard input."
        )
    data = _contents(path, _LARGEST.get(extension, _MOST_TEXT))
    if not data.strip():
        raise ArticleError(f"{path} is empty: give the article that the recordings belong to.")
    module, _, function = READERS[extension].partition(":")
    reader: Reader = getattr(import_module(module), function)
    article = reader(path, data)
    if len(article.text) > _MOST_TEXT:
        raise ArticleError(f"{path} holds more than {_MOST_TEXT // MEGABYTE} million characters: give one article.")
    if not article.text.strip():
        raise ArticleError(
            f"{path} holds no text: give an article whose words can be selected, not a picture of one, nor a page that"
            " loads them when it is opened."
        )
    return article


def _contents(path: str, most: int) -> bytes:
    if path == _STDIN:
        return _standard_input(most)
    try:
        return read_whole(path, most)
    except FileNotFoundError:
        raise ArticleError(f"There is no article {path}: check the path.") from None
    except IsADirectoryError:
        raise ArticleError(f"{path} is a folder: give the article itself.") from None
    except OSError as error:
        raise ArticleError(f"{path} cannot be read ({error.strerror}): give a file with one article.") from None


def _standard_input(most: int) -> bytes:
    if sys.stdin is None:
        raise ArticleError("Standard input is closed: give a file with the article.")
    try:
        data = sys.stdin.buffer.read(most + 1)
    except OSError as error:
        raise ArticleError(f"Standard input cannot be read ({error.strerror}): give a file.") from None
    if len(data) > most:
        raise ArticleError(f"Standard input holds more than {most // MEGABYTE} MB: give one article.")
    return data
