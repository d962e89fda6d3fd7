"""Where are other words heard than a transcript has, and what is it with those in their place?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from align.compare.diff import Pair, find_alignment
from align.compare.differences import TokenEdit, find_differences
from align.compare.offsets import words_of
from align.compare.token import Token
from align.compare.tokens import spoken_tokens
from align.languages import Language
from align.records import Span, Transcript, Word


@dataclass(frozen=True, slots=True)
class Correction:
    """What is heard in place of words of a transcript; either may be none."""

    words: Span
    heard: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class HeardPassage:
    """Words that a transcript has, and those that are `heard` there; `pairs` are which tokens of both are the same."""

    told: tuple[Word, ...]
    heard: tuple[Word, ...]
    pairs: tuple[Pair, ...]
    tokens: tuple[tuple[Token, ...], tuple[Token, ...]]
    language: Language

    @property
    def corrections(self) -> Iterator[Correction]:
        """What is heard otherwise, in order, however it is written."""
        for item in find_differences(self.pairs, *self.tokens, self.language):
            item = self._in_whole_words(item)
            yield Correction(self._words(item.printed, 0), self.heard[slice(*_edges(self._words(item.spoken, 1)))])

    @property
    def believed(self) -> tuple[Word, ...]:
        """The words that the transcript has, those that are heard as probable as the model holds them."""
        told, own = self.tokens
        heard = {
            told[mine].start: self.heard[own[its].start].probability
            for mine, its in self.pairs
            if mine is not None and its is not None
        }
        return tuple(replace(word, probability=heard.get(at, word.probability)) for at, word in enumerate(self.told))

    def _in_whole_words(self, item: TokenEdit) -> TokenEdit:
        """Return a difference with the tokens beside it that are one word with one of its own, on either side."""
        (start, first), (end, last) = (item.printed.start, item.spoken.start), (item.printed.end, item.spoken.end)
        told, own = self.tokens
        while min(start, first) > 0 and (_is_within_word(told, start) or _is_within_word(own, first)):
            start, first = start - 1, first - 1
        while end < len(told) and last < len(own) and (_is_within_word(told, end) or _is_within_word(own, last)):
            end, last = end + 1, last + 1
        return TokenEdit(Span(start, end), Span(first, last))

    def _words(self, tokens: Span, side: int) -> Span:
        return words_of(tokens, self.tokens[side], Span(0, len(self.tokens[side])))


def compare_hearing(told: Sequence[Word], heard: Sequence[Word], language: Language) -> HeardPassage | None:
    """Return the words of a transcript beside those that are heard there; None if either are none."""
    tokens = spoken_tokens(told, language), spoken_tokens(heard, language)
    if not all(tokens):
        return None
    fit = find_alignment(*tokens, [Span(0, len(tokens[1]))], language)
    return HeardPassage(tuple(told), tuple(heard), fit.pairs, tokens, language)


def correct(transcript: Transcript, corrections: Sequence[Correction]) -> tuple[Transcript, tuple[Span, ...]]:
    """Return a transcript with what is heard in place of its words, and where that is; corrections are in order."""
    words: list[Word] = []
    places: list[Span] = []
    taken = 0
    for one in corrections:
        words += transcript.words[taken : one.words.start]
        places.append(Span(len(words), len(words) + len(one.heard)))
        words += one.heard
        taken = one.words.end
    words += transcript.words[taken:]
    ends = [_moved(segment.words.end, corrections) for segment in transcript.segments]
    segments = (
        replace(segment, words=Span(start, end))
        for segment, start, end in zip(transcript.segments, [0, *ends], ends, strict=False)
    )
    return replace(transcript, words=_in_order(words), segments=tuple(segments)), tuple(places)


def _moved(border: int, corrections: Sequence[Correction]) -> int:
    """Return where a border between words is with other words in their place; one within those is behind them."""
    before = [one for one in corrections if one.words.start < border or one.words.end <= border]
    last = max([border, *(one.words.end for one in before)])
    return last + sum(len(one.heard) - len(one.words) for one in before)


def _in_order(words: Sequence[Word]) -> tuple[Word, ...]:
    """Return the words, none of them beginning before the one before it."""
    ordered, latest = [], 0.0
    for word in words:
        latest = max(latest, word.start)
        ordered.append(word if word.start == latest else replace(word, start=latest, end=max(latest, word.end)))
    return tuple(ordered)


def _is_within_word(tokens: Sequence[Token], border: int) -> bool:
    return 0 < border < len(tokens) and tokens[border - 1].end > tokens[border].start


def _edges(span: Span) -> tuple[int, int]:
    return span.start, span.end
