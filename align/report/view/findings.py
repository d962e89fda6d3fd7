"""Which checks are findings, in which order they are told, and how many there are of each."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from align.records import Certainty, Choice, QuoteCheck, Report, Severity, Verdict


def is_finding(check: QuoteCheck) -> bool:
    """Whether somebody should look at this quote; not if somebody has and let it stand."""
    return check.severity is not Severity.NONE and not is_accepted(check)


def is_accepted(check: QuoteCheck) -> bool:
    """Whether a person decided that the quote may stand as it is."""
    return check.decision is not None and check.decision.choice is Choice.ACCEPT


def findings(report: Report) -> tuple[QuoteCheck, ...]:
    """Return the findings, worst first: by severity, then confirmed ones, then the likeliest."""
    return tuple(filter(is_finding, by_badness(report)))


def by_badness(report: Report) -> tuple[QuoteCheck, ...]:
    """Return every quote, in the order of `findings`."""
    return tuple(sorted(report.checks, key=_badness))


def accepted(report: Report) -> tuple[QuoteCheck, ...]:
    """Return what would be findings had nobody accepted them, in order of print."""
    return tuple(check for check in report.checks if is_accepted(check) and check.severity is not Severity.NONE)


def faithful(report: Report) -> tuple[QuoteCheck, ...]:
    """Return the quotes that were found and need no look, in order of print."""
    return tuple(check for check in report.checks if check.passages and check.severity is Severity.NONE)


def unheard_of(report: Report) -> tuple[QuoteCheck, ...]:
    """Return the quotes without a place in any recording for which nobody is to blame, in order of print."""
    return tuple(check for check in report.checks if not check.passages and check.severity is Severity.NONE)


@dataclass(frozen=True, slots=True)
class Summary:
    """How many quotes there are, of each verdict, and of each severity and certainty."""

    quotes: int
    verbatim: int
    cleaned: int
    altered: int
    spliced: int
    wrong_speaker: int
    not_found: int
    unchecked: int
    critical: int
    major: int
    minor: int
    check_by_ear: int


def summarize(checks: Sequence[QuoteCheck]) -> Summary:
    """Return the `summary` of `docs/contract.md`; the words counted are those of each quote's own fields."""
    count = Counter[str]()
    for check in checks:
        count.update((check.verdict, check.severity, check.certainty))
    names = (*Verdict, Severity.CRITICAL, Severity.MAJOR, Severity.MINOR, Certainty.CHECK_BY_EAR)
    return Summary(quotes=len(checks), **{name.value: count[name] for name in names})


def _badness(check: QuoteCheck) -> tuple[int, bool, float, int]:
    return -check.severity.rank, check.certainty is Certainty.CHECK_BY_EAR, -check.probability, check.quote.id
