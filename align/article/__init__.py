"""What does the article claim? Reading formats, finding quotations, who said them, what kind they are."""

import sys
from importlib import import_module
from pathlib import Path

from align.article.formats import READERS, Reader
from align.article.quotations.quotes import find_quotes
from align.errors import ArticleError
from align.records import Article

__all__ = ["READERS", "find_quotes", "read_article"]

_STDIN = "-"


def read_article(path: str) -> Article:
    """Return the article at `path`, or on standard input if `path` is "-"; raises ArticleError if there is none."""
    extension = ".txt" if path == _STDIN else Path(path).suffix.lower()
    if extension not in READERS and not Path(path).is_dir():
        known = ", ".join(READERS)
        raise ArticleError(
            f"Articles like {path} cannot be read: give one of {known}, or - for text on standard input."
        )
    data = _contents(path)
    if not data.strip():
        raise ArticleError(f"{path} is empty: give the article that the recordings belong to.")
    module, _, function = READERS[extension].partition(":")
    reader: Reader = getattr(import_module(module), function)
    article = reader(path, data)
    if not article.text.strip():
        raise ArticleError(f"{path} holds no text: give an article whose words can be selected, not a picture of one.")
    return article


def _contents(path: str) -> bytes:
    if path == _STDIN:
        return sys.stdin.buffer.read()
    try:
        return Path(path).read_bytes()
    except FileNotFoundError:
        raise ArticleError(f"There is no article {path}: check the path.") from None
    except IsADirectoryError:
        raise ArticleError(f"{path} is a folder: give the article itself.") from None
    except OSError as error:
        raise ArticleError(f"{path} cannot be opened ({error.strerror}): check its permissions.") from None
