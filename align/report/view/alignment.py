"""A quote as pairs of words: what was spoken over what is printed, each knowing how it differs."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum

from align.records import Certainty, Chunk, Edit, Passage, QuoteCheck, Report, Span, Verdict, Word
from align.report.view.describe import differs
from align.report.view.sanitize import one_line

JUMP = "[…]"
"""Stands among the spoken words where they go on elsewhere."""

_STOPS_BEFORE_SPACE = re.compile(r"[^\w\s]+(?=\s|$)")
"""Printed punctuation that nobody spoke, written together with the word before it."""


class Mark(Enum):
    """How a difference is marked: a finding, one to check by ear, tidying."""

    FINDING = "^"
    DOUBT = "?"
    TIDY = "~"


@dataclass(frozen=True, slots=True)
class WordPair:
    """Spoken words over printed ones: one of each where they agree, all the words of an edit where they do not.

    Either side may be empty; `mark` is None if nothing differs. `is_jump`: speech goes on elsewhere.
    """

    recording: int
    heard: tuple[Word, ...]
    printed: str
    edit: Edit | None = None
    mark: Mark | None = None
    is_jump: bool = False

    @property
    def spoken(self) -> str:
        """The spoken words as text."""
        return JUMP if self.is_jump else one_line("".join(word.text for word in self.heard))


def mark_of(edit: Edit) -> Mark:
    """Return how to mark `edit`."""
    if not differs(edit):
        return Mark.TIDY
    return Mark.DOUBT if edit.certainty is Certainty.CHECK_BY_EAR else Mark.FINDING


def pair_words(report: Report, check: QuoteCheck) -> tuple[WordPair, ...]:
    """Return the words of a quote, in order of print; all of its printed words are there."""
    pairs = (replace(pair, printed=one_line(pair.printed)) for pair in _glued(_pairs(report, check)))
    return tuple(pair for pair in pairs if pair.printed or pair.heard or pair.is_jump)


def _pairs(report: Report, check: QuoteCheck) -> Iterator[WordPair]:
    """Yield the chunks of every passage as pairs, and the print that no passage covers (the dots of a splice, say)."""
    printed, before = check.quote.chars.start, None
    for passage in check.passages:
        yield WordPair(0, (), report.printed(Span(printed, max(printed, passage.chars.start))))
        if before and not _follows(before, passage):
            mark = Mark.FINDING if check.verdict is Verdict.SPLICED else Mark.TIDY
            yield WordPair(passage.recording, (), "", mark=mark, is_jump=True)
        yield from (_pair(report, passage, chunk) for chunk in passage.chunks)
        printed, before = max(printed, passage.chars.end), passage
    yield WordPair(0, (), report.printed(Span(printed, max(printed, check.quote.chars.end))))


def _follows(before: Passage, passage: Passage) -> bool:
    """Whether a passage goes on in speech where the one before it ended."""
    is_same = before.recording == passage.recording
    return is_same and before.chunks[-1].words.end == passage.chunks[0].words.start


def _pair(report: Report, passage: Passage, chunk: Chunk) -> WordPair:
    words = report.transcripts[passage.recording].words[chunk.words.start : chunk.words.end]
    mark = mark_of(chunk.edit) if chunk.edit else None
    return WordPair(passage.recording, words, report.printed(chunk.chars), chunk.edit, mark)


def _glued(pairs: Iterable[WordPair]) -> list[WordPair]:
    """Return the pairs, printed punctuation that nobody spoke with the printed word before it."""
    glued: list[WordPair] = []
    for pair in pairs:
        stops = _STOPS_BEFORE_SPACE.match(pair.printed) if pair.mark is None else None
        before = next((at for at in reversed(range(len(glued))) if glued[at].printed), None)
        if stops and before is not None:
            glued[before] = replace(glued[before], printed=glued[before].printed + stops.group())
            pair = replace(pair, printed=pair.printed[stops.end() :])
        glued.append(pair)
    return glued
