"""The differences as a unified diff whose lines are words: the recording is the old file, the article the new one.

Words under the wrong name differ in none: a line says so above the diff, as a mail stands above a patch.

Line numbers count the words of the transcript and of the article, as one word a line would.
Whatever reads unified diffs reads this. The heading of a hunk says which quote it is about and when it was said.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from align.records import Misattribution, Passage, QuoteCheck, Report, Verdict
from align.report.view.findings import is_finding
from align.report.view.sanitize import printable
from align.report.view.times import clock_of
from align.report.view.voices import describe_misattribution

CONTEXT = 3
"""Words of agreement shown on each side of a difference, as in every unified diff."""


@dataclass(frozen=True, slots=True)
class _Line:
    """One word: ` ` in both, `-` spoken, `+` printed; with how many words of each side came before it."""

    sign: str
    word: str
    spoken_before: int
    printed_before: int


def render_diff(report: Report) -> str:
    """Return every difference of every quote, by recording, then in order of print; then what was not found."""
    parts = [(part.recording, check, part) for check in report.checks for part in check.passages if part.edits]
    parts.sort(key=lambda found: found[0])
    ends = _word_ends(report)
    text = "".join(
        _wrong_speaker(report, check, check.misattribution) for check in report.checks if check.misattribution
    )
    for recording, group in groupby(parts, key=lambda found: found[0]):
        text += _file_header(report.transcripts[recording].recording.name, report)
        text += "".join(_part_hunks(report, check, part, [*_lines(report, part, ends)]) for _, check, part in group)
    return text + _not_found(report, ends)


def _wrong_speaker(report: Report, check: QuoteCheck, found: Misattribution) -> str:
    when = clock_of(report, check.passages[0]) if check.passages else "not heard"
    line = f" line {check.quote.line}" if check.quote.line else ""
    told = f"#{check.quote.id} wrong speaker, {found.certainty.words}, {when}{line}; {describe_misattribution(found)}"
    return printable(f"{told}. {found.doubt}" if found.doubt else told) + "\n"


def _file_header(old: str, report: Report) -> str:
    return f"--- {printable(old)}\n+++ {printable(report.article.path)}\n"


def _part_hunks(report: Report, check: QuoteCheck, part: Passage, lines: Sequence[_Line]) -> str:
    heading = _heading(report, check, clock_of(report, part))
    return "".join(_hunk(hunk, heading) for hunk in _hunks(lines))


def _not_found(report: Report, ends: Sequence[int]) -> str:
    missing = [check for check in report.checks if check.verdict is Verdict.NOT_FOUND and is_finding(check)]
    if not missing:
        return ""
    return _file_header("/dev/null", report) + "".join(_missing_hunk(report, check, ends) for check in missing)


def _missing_hunk(report: Report, check: QuoteCheck, ends: Sequence[int]) -> str:
    before = bisect_right(ends, check.quote.chars.start)
    words = check.quote.text.split()
    return _hunk(
        [_Line("+", printable(word), 0, before + i) for i, word in enumerate(words)],
        _heading(report, check, "not heard"),
    )


def _lines(report: Report, part: Passage, ends: Sequence[int]) -> Iterator[_Line]:
    """Yield the words of a passage; where both sides agree, as they were spoken."""
    printed_at = bisect_right(ends, part.chars.start)
    for chunk in part.chunks:
        heard = report.transcripts[part.recording].words[chunk.words.start : chunk.words.end]
        printed = report.printed(chunk.chars).split()
        for i, word in enumerate(heard):
            sign, also_printed = ("-", 0) if chunk.edit else (" ", i)
            yield _Line(sign, printable(word.text), chunk.words.start + i, printed_at + also_printed)
        for i, text in enumerate(printed if chunk.edit else ()):
            yield _Line("+", printable(text), chunk.words.end, printed_at + i)
        printed_at += len(printed)


def _hunks(lines: Sequence[_Line]) -> Iterator[Sequence[_Line]]:
    """Yield stretches of lines that hold differences, with their context; those that touch are one."""
    changed = [i for i, line in enumerate(lines) if line.sign != " "]
    start, end = 0, 0
    for i in changed:
        if i - CONTEXT > end and end:
            yield lines[start:end]
            start = i - CONTEXT
        elif not end:
            start = max(i - CONTEXT, 0)
        end = min(i + CONTEXT + 1, len(lines))
    if end:
        yield lines[start:end]


def _hunk(lines: Sequence[_Line], heading: str) -> str:
    old, new = (sum(line.sign != sign for line in lines) for sign in "+-")
    first = lines[0]
    place = f"@@ -{_range(first.spoken_before, old)} +{_range(first.printed_before, new)} @@"
    return f"{place} {heading}\n" + "".join(f"{line.sign}{line.word}\n" for line in lines)


def _range(before: int, count: int) -> str:
    """Return `first,count`; an empty range names the line before it, as in every unified diff."""
    return f"{before + 1 if count else before},{count}"


def _heading(report: Report, check: QuoteCheck, when: str) -> str:
    quote, certainty = check.quote, check.certainty.words
    line = f" line {quote.line}" if quote.line else ""
    return printable(f"#{quote.id} {check.verdict.replace('_', ' ')}, {certainty}, {when}{line} {quote.speaker or ''}")


def _word_ends(report: Report) -> list[int]:
    """Return where each word of the article ends: how many end by a position is how many come before it."""
    return [word.end() for word in re.finditer(r"\S+", report.article.text)]
