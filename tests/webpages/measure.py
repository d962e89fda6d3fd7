"""Of one page: which quotations of its body are found, and which are found that are none of the body's?"""

import resource
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from align.article import find_quotes, read_article
from align.article.formats.builder import ArticleParagraph, build
from align.article.marks.spans import find_quoted_spans
from align.errors import ArticleError
from align.records import Kind, Quote
from tests.webpages.gold import GoldPage, GoldQuote

_ENOUGH = 2  # quotations; a page with fewer is not counted as lost
_SAID = (Kind.SPEECH, Kind.FRAGMENT)


@dataclass(frozen=True, slots=True)
class PageResult:
    """What was measured of a page; `cpu` in seconds."""

    page: GoldPage
    missed: tuple[str, ...]  # quotations of the body that are not found as they stand
    spans: int  # quotations of the body
    furniture: tuple[str, ...]  # quotations of speech from elsewhere
    is_lost: bool  # none of several is found, without a word
    right: int  # speakers
    wrong: int
    missing: int
    cpu: float


def measure_page(page: GoldPage) -> PageResult:
    """Return how the page is read; one that is refused is read as an empty one, and not lost in silence."""
    before = _cpu()
    try:
        article = read_article(str(page.path))
        quotes, warnings, title = find_quotes(article), article.warnings, article.title
    except ArticleError as error:
        quotes, warnings, title = (), (str(error),), ""
    cpu = _cpu() - before
    gold = _gold_spans(page)
    missed = tuple(_missed(gold, quotes))
    words = "".join(map(_letters, (*page.paragraphs, title)))
    outside = (quote.text for quote in quotes if quote.kind in _SAID and _letters(quote.text) not in words)
    speakers = Counter(_judge(quote, quotes) for quote in page.quotes)
    return PageResult(
        page=page,
        missed=missed,
        spans=len(gold),
        furniture=tuple(outside) if page.is_whole and page.paragraphs else (),
        is_lost=len(gold) >= _ENOUGH and len(missed) == len(gold) and not warnings,
        right=speakers["right"],
        wrong=speakers["wrong"],
        missing=speakers["missing"],
        cpu=cpu,
    )


def _cpu() -> float:
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def _gold_spans(page: GoldPage) -> list[str]:
    """Return the quotations that the marks of the body show, without those nested in others, and the labelled ones."""
    body = build("gold", b"", [ArticleParagraph(words) for words in page.paragraphs])
    shown = find_quoted_spans(body.text, body.blocks)
    spans = [body.text[span.chars.start : span.chars.end] for span in shown if span.inside is None and span.is_closed]
    return [*spans, *(quote.text for quote in page.quotes)]


def _missed(gold: Sequence[str], quotes: Sequence[Quote]) -> Iterator[str]:
    left = Counter(_spaced(quote.text) for quote in quotes)
    for words in map(_spaced, gold):
        found = _match(words, left)
        if found is None:
            yield words
        else:
            left[found] -= 1


def _match(words: str, left: Counter[str]) -> str | None:
    if left[words] > 0:
        return words
    if words.endswith("…"):
        return next((text for text in left if left[text] > 0 and text.startswith(words[:-1])), None)
    return None


def _judge(gold: GoldQuote, quotes: Sequence[Quote]) -> str:
    """Return how the speaker of a labelled quotation is given: right, wrong or missing; "" if it is not found."""
    texts = {_spaced(quote.text): quote.speaker for quote in quotes}
    found = _match(_spaced(gold.text), Counter(texts.keys()))
    if found is None:
        return ""
    speaker = texts[found]
    if speaker == gold.speaker:
        return "right"
    return "missing" if speaker is None else "wrong"


def _spaced(text: str) -> str:
    return " ".join(text.split())


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))
