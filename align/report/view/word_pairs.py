"""A quote as pairs of words: what was spoken over what is printed, each knowing how it differs."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import Enum

from align.records import Certainty, Edit, QuoteCheck, Report, Verdict, Word
from align.report.view.wording import Run, differs, one_line, quote_runs

JUMP = "[…]"
"""Stands among the spoken words where they go on elsewhere."""

_WORD_AFTER_SPACE = re.compile(r"\s*\S+")


class Mark(Enum):
    """How a difference is marked: a finding, one to check by ear, tidying."""

    FINDING = "^"
    DOUBT = "?"
    TIDY = "~"


@dataclass(frozen=True, slots=True)
class Pair:
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


def word_pairs(report: Report, check: QuoteCheck) -> tuple[Pair, ...]:
    """Return the words of a quote, in order of print; all of its printed words are there."""
    pairs = (pair for run in quote_runs(check) for pair in _run_pairs(report, check, run))
    return tuple(replace(pair, printed=one_line(pair.printed)) for pair in _glued(pairs))


def _run_pairs(report: Report, check: QuoteCheck, run: Run) -> Iterator[Pair]:
    heard = report.transcripts[run.recording].words[run.words.start : run.words.end]
    printed = report.printed(run.chars)
    if run.is_after_jump:
        yield Pair(run.recording, (), "", None, Mark.FINDING if check.verdict is Verdict.SPLICED else Mark.TIDY, True)
    if run.edit:
        yield Pair(run.recording, heard, printed, run.edit, mark_of(run.edit))
    else:
        yield from _agreeing(run.recording, heard, _WORD_AFTER_SPACE.findall(printed))


def _agreeing(recording: int, heard: Sequence[Word], printed: Sequence[str]) -> Iterator[Pair]:
    """Yield words that mean the same, though one side may have more of them (2017, twenty seventeen)."""
    spoken_forms, printed_forms = [_folded(word.text) for word in heard], [*map(_folded, printed)]
    matcher = SequenceMatcher(None, spoken_forms, printed_forms, autojunk=False)
    for _, start, end, print_start, print_end in matcher.get_opcodes():
        words, texts = heard[start:end], printed[print_start:print_end]
        if len(words) == len(texts):
            yield from (Pair(recording, (word,), text) for word, text in zip(words, texts, strict=True))
        else:
            yield Pair(recording, tuple(words), "".join(texts))


def _folded(word: str) -> str:
    return "".join(filter(str.isalnum, word.casefold()))


def _glued(pairs: Iterable[Pair]) -> list[Pair]:
    """Return the pairs, printed punctuation that nobody spoke with the printed word before it."""
    glued: list[Pair] = []
    for pair in pairs:
        before = next((i for i in reversed(range(len(glued))) if glued[i].printed), None)
        if before is None or pair.heard or pair.mark or _folded(pair.printed):
            glued.append(pair)
        else:
            glued[before] = replace(glued[before], printed=glued[before].printed + pair.printed)
    return glued
