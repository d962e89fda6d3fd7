"""The quotations of an article as a plain list: where, what kind, who, which words."""

from collections.abc import Sequence

from align.records import Article, Quote
from align.report.view.describe import listed_as
from align.report.view.sanitize import printable


def render_quotes(article: Article, quotes: Sequence[Quote]) -> str:
    """Return a line for each quote with its warnings below it, those of the article, and a line that counts all."""
    lines = [line for quote in quotes for line in _lines(quote)]
    checked = sum(quote.is_checkable for quote in quotes)
    noun = "quotation" if len(quotes) == 1 else "quotations"
    total = f"{len(quotes)} {noun} in {printable(article.path)}, {checked} of them of speech."
    return "\n".join([*lines, *(f"? {printable(warning)}" for warning in article.warnings), total, ""])


def _lines(quote: Quote) -> list[str]:
    place = f"{quote.line}:{quote.column}" if quote.line else ""
    speaker = printable(listed_as(quote))
    head = f"{place:>8}  #{quote.id:<3} {quote.kind.value:9} {speaker}: “{printable(quote.text)}”"
    return [head, *(f"{'':10}? {printable(warning)}" for warning in quote.warnings)]
