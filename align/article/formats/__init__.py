"""Which articles can be read? One file for each format, and a table of which file name gets which.

To add one, write `(path, bytes) -> Article` in a file here, and a line in `READERS`. All make one text with blocks.
"""

from collections.abc import Callable

from align.records import Article

Reader = Callable[[str, bytes], Article]
"""Makes the article of a path as the user typed it and the bytes found there."""

READERS = {
    ".txt": "align.article.formats.text:read_text",
    ".text": "align.article.formats.text:read_text",
    ".md": "align.article.formats.markdown:read_markdown",
    ".markdown": "align.article.formats.markdown:read_markdown",
    ".html": "align.article.formats.html:read_html",
    ".htm": "align.article.formats.html:read_html",
    ".docx": "align.article.formats.docx:read_docx",
    ".pdf": "align.article.formats.pdf:read_pdf",
}
"""The reader of every extension, as `module:function`: a reader is imported when it is needed."""
