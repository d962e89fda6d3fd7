"""Parts of a segment's text that are no words: which words remain without them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from align.speech.transcripts.rough import RoughWord

_UNHEARD = " " + "―" * 12
"""What stands for speech that the writer could not make out: it takes as long as two words, where nothing says more."""


@dataclass(frozen=True, slots=True)
class Unsaid:
    """Half-open positions in the text of some words that nobody said; or that somebody said, but nobody made out."""

    start: int
    end: int
    is_unheard: bool = False


def unheard_mark() -> RoughWord:
    """Return what stands for speech that nobody could make out."""
    return RoughWord(_UNHEARD, is_unheard=True)


def leave_out(words: Sequence[RoughWord], unsaid: Sequence[Unsaid]) -> tuple[RoughWord, ...]:
    """Return the words without some spans of their text, which are in order; a word cut in two keeps both halves."""
    return tuple(_remaining(words, unsaid)) if unsaid else tuple(words)


def _remaining(words: Sequence[RoughWord], unsaid: Sequence[Unsaid]) -> Iterator[RoughWord]:
    at, next_span = 0, 0
    for word in words:
        end, kept, left = at + len(word.text), "", at
        while next_span < len(unsaid) and unsaid[next_span].start < end:
            span = unsaid[next_span]
            kept += word.text[max(0, left - at) : max(0, span.start - at)]
            if span.is_unheard and at <= span.start:
                yield replace(word, text=_UNHEARD, start=None, end=None, is_unheard=True)
            left = max(left, span.end)
            if span.end > end:
                break
            next_span += 1
        kept += word.text[max(0, left - at) :]
        if kept.strip():
            yield replace(
                word, text=kept if kept[:1].isspace() else word.text[: len(word.text) - len(word.text.lstrip())] + kept
            )
        at = end
