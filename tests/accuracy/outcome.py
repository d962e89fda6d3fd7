"""What was asked and what was answered, in one shape for the checker and for its peers."""

from dataclasses import dataclass

from align.records import Category, Interval, Severity, Span, Verdict
from tests.accuracy.plant import Planted


@dataclass(frozen=True, slots=True)
class Case:
    """One planted quote in a story, heard under one condition.

    `said` is when its words were said, by aligning the reference to the transcript of the clean recording; None for
    a quote of several parts or of none. `start` and `end` are human times of its first and last word, if there are any.
    """

    story: str
    recording: str
    condition: str
    planted: Planted
    chars: Span
    said: Interval | None
    start: float | None
    end: float | None


@dataclass(frozen=True, slots=True)
class Finding:
    """One reported difference; `chars` in the story's text."""

    chars: Span
    category: Category | None
    severity: Severity
    is_confirmed: bool
    probability: float
    printed: str
    spoken: str
    evidence: float | None


@dataclass(frozen=True, slots=True)
class Judgement:
    """What was said of one quote. `heard` runs from the first word found to the last.

    `probability` (0 to 1) is that print and recording differ by something major or worse.
    """

    verdict: Verdict
    severity: Severity
    is_confirmed: bool
    findings: tuple[Finding, ...]
    heard: Interval | None
    spoken: str
    probability: float


@dataclass(frozen=True, slots=True)
class Outcome:
    """A case and the judgement on it; None if the quote was not even read as one."""

    case: Case
    judgement: Judgement | None
