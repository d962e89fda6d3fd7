"""How the printed words lie beside the spoken ones: a quote as runs that agree and runs that differ."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeGuard

from align.records import Edit, Op, Passage, QuoteCheck, Report, Severity, Span

NOTHING_HEARD = "No sound was given: nothing was heard, only a transcript compared, so every finding is for the ear."
"""What a report says that rests on a transcript alone."""

STOPS = ".,;:!?"
_AROUND_WORDS = ' \t\n…“”()[]"' + STOPS

_CLOSERS = dict.fromkeys("\u202a\u202b\u202d\u202e", "\u202c") | dict.fromkeys("\u2066\u2067\u2068", "\u2069")
"""What ends an embedding or override, and an isolate: UAX 9."""

_JOINERS = "\u200c\u200d"  # not printable by Unicode's book, but Persian and emoji need them


@dataclass(frozen=True, slots=True)
class Run:
    """Printed and spoken words side by side: the same ones (`edit` is None) or one difference.

    `chars` are positions in the article's text, `words` in the words of `recording`. Print that no passage
    covers (the dots of a splice, say) is a run without words. `is_after_jump`: speech goes on elsewhere here.
    """

    chars: Span
    recording: int
    words: Span
    edit: Edit | None = None
    is_after_jump: bool = False


def passage_runs(check: QuoteCheck) -> tuple[tuple[Run, ...], ...]:
    """Return the runs of each passage, in order of print."""
    return tuple(_runs_of(passage, passage_edits(check, passage)) for passage in check.passages)


def quote_runs(check: QuoteCheck) -> tuple[Run, ...]:
    """Return runs whose `chars`, in order, are the whole quote, passages and what lies between them."""
    runs: list[Run] = []
    printed = check.quote.chars.start
    heard = None
    for first, *others in passage_runs(check):
        is_jump = heard not in (None, (first.recording, first.words.start))
        runs += [*_uncovered(printed, first.chars.start), replace(first, is_after_jump=is_jump), *others]
        printed, heard = max(printed, runs[-1].chars.end), (first.recording, runs[-1].words.end)
    return tuple(runs + _uncovered(printed, check.quote.chars.end))


def passage_edits(check: QuoteCheck, passage: Passage) -> list[Edit]:
    """Return the edits that belong to a passage, in order of print."""
    owned = (edit for edit in check.edits if _owner(edit, check.passages) is passage)
    return sorted(owned, key=lambda edit: (edit.chars, edit.words))


def differs(edit: Edit | None) -> TypeGuard[Edit]:
    """Whether an edit is more than tidying."""
    return edit is not None and edit.severity is not Severity.NONE


def edit_printed(report: Report, edit: Edit) -> str:
    """Return the printed words of an edit on one line."""
    return one_line(report.printed(edit.chars))


def edit_spoken(report: Report, edit: Edit) -> str:
    """Return the spoken words of an edit without the punctuation around them, which nobody heard."""
    return one_line(report.transcripts[edit.recording].said(edit.words)).strip(_AROUND_WORDS)


def describe(report: Report, edit: Edit) -> str:
    """Return what happened to the words of an edit, as a phrase."""
    printed, spoken = closed(edit_printed(report, edit)), closed(edit_spoken(report, edit))
    match edit.op:
        case Op.SUBSTITUTE:
            return f"“{spoken}” printed as “{printed}”"
        case Op.INSERT:
            return f"“{printed}” printed, not spoken"
        case Op.DELETE:
            return f"“{spoken}” spoken, not printed"


def one_line(text: str) -> str:
    """Return `text` with every stretch of white space as one space."""
    return " ".join(text.split())


def closed(text: str) -> str:
    """Return `text` with every change of direction that it leaves open closed, so that what follows runs as before."""
    open_marks: list[str] = []
    for character in text:
        if character in _CLOSERS:
            open_marks.append(_CLOSERS[character])
        elif open_marks and character == open_marks[-1]:
            open_marks.pop()
    return text + "".join(reversed(open_marks))


def printable(text: str) -> str:
    """Return `text` on one line without characters that command a terminal or reverse the writing."""
    return one_line("".join(c if c.isprintable() or c in _JOINERS else " " for c in text))


def _owner(edit: Edit, passages: Sequence[Passage]) -> Passage:
    """Return the passage that an edit belongs to: its own recording, then nearest in print, then in speech."""
    return min(
        passages,
        key=lambda part: (
            part.recording != edit.recording,
            _distance(edit.chars, part.chars),
            _distance(edit.words, part.words),
        ),
    )


def _distance(inner: Span, outer: Span) -> int:
    return max(outer.start - inner.start, inner.end - outer.end, 0)


def _runs_of(passage: Passage, edits: Sequence[Edit]) -> tuple[Run, ...]:
    """Return the runs of one passage; words cut off at its ends (a qualifier) belong to it."""
    runs: list[Run] = []
    char = passage.chars.start
    word = min([passage.words.start, *(edit.words.start for edit in edits[:1])])
    for edit in edits:
        runs += _agreed(passage, Span(char, max(char, edit.chars.start)), Span(word, max(word, edit.words.start)))
        runs.append(Run(edit.chars, edit.recording, edit.words, edit))
        char, word = max(char, edit.chars.end), max(word, edit.words.end)
    runs += _agreed(passage, Span(char, max(char, passage.chars.end)), Span(word, max(word, passage.words.end)))
    return tuple(runs) or (Run(passage.chars, passage.recording, passage.words),)


def _agreed(passage: Passage, chars: Span, words: Span) -> list[Run]:
    return [Run(chars, passage.recording, words)] if len(chars) or len(words) else []


def _uncovered(start: int, end: int) -> list[Run]:
    return [Run(Span(start, end), 0, Span(0, 0))] if start < end else []
