"""Where do tokens stand? Their words in a transcript, their characters in the article, their time in the recording."""

from collections.abc import Sequence

from align.compare.token import Token
from align.records import Span, Word


def words_of(spoken: Span, tokens: Sequence[Token], part: Span) -> Span:
    """Return the words of spoken tokens; of none, the gap where they would stand."""
    if spoken:
        return Span(tokens[spoken.start].start, tokens[spoken.end - 1].end)
    gap = tokens[spoken.start - 1].end if spoken.start > part.start else tokens[part.start].start
    return Span(gap, gap)


def chars_of(printed: Span, tokens: Sequence[Token]) -> tuple[int, int]:
    """Return the characters of printed tokens; of none, the gap where they would stand."""
    if printed:
        return tokens[printed.start].start, tokens[printed.end - 1].end
    gap = tokens[printed.start - 1].end if printed.start else tokens[0].start
    return gap, gap


def time_of(span: Span, words: Sequence[Word]) -> tuple[float, float]:
    """Return when words were said; of none, the instant of the gap."""
    if span:
        return words[span.start].start, words[span.end - 1].end
    if span.start == 0:
        return words[0].start, words[0].start
    if span.start == len(words):
        return words[-1].end, words[-1].end
    instant = max(words[span.start - 1].end, (words[span.start - 1].end + words[span.start].start) / 2)
    return instant, instant
