"""Short ways from a text to what the units of `align.article` take."""

from align.article.attribution.context import QuoteContext
from align.article.attribution.narration import Narration
from align.article.attribution.sentences import Sentence, tokenize
from align.article.formats.text import read_text
from align.article.quotations.collect import collect_quoted_spans
from align.records import Article, Span


def article_of(text: str) -> Article:
    """Return the article whose text is `text`."""
    return read_text("article.txt", text.encode("utf-8"))


def narration_of(text: str) -> Narration:
    """Return the writer's sentences of a text with its quotations."""
    article = article_of(text)
    return Narration(article.text, article.blocks, collect_quoted_spans(article))


def context_of(text: str, index: int = 0) -> QuoteContext:
    """Return the context of one of the quotations in `text`."""
    return narration_of(text).context(index)


def sentence_of(text: str) -> Sentence:
    """Return the tokens of a text that is one sentence without quotations."""
    return Sentence(tokenize(text, Span(0, len(text))))


def place_of(text: str, word: str) -> int:
    """Return which token of the sentence `text` is `word`, the first one if there are several."""
    return [token.text for token in sentence_of(text)].index(word)


def words_at(context: QuoteContext, phrase: range | None, text: str) -> str | None:
    """Return the words of a phrase in the sentence of `context`, as they stand in `text`."""
    if phrase is None:
        return None
    chars = context.chars(phrase)
    return text[chars.start : chars.end]
