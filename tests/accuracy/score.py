"""What counts as right? Every row of the accuracy table, defined once; see the table in `report`."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import median

from align.records import Category, Severity, Span, Verdict
from tests.accuracy.outcome import Finding, Judgement, Outcome
from tests.accuracy.plant import Sort, Truth

_CRITICAL = frozenset(
    {Category.NEGATION, Category.NUMBER, Category.NAME, Category.PERSON, Category.MODALITY, Category.QUANTITY}
)
_INNOCENT = frozenset({Sort.FAITHFUL, Sort.TIDIED})
_SAID_ONCE = _INNOCENT | {Sort.ALTERED, Sort.CUT}
_NO_SPEECH = frozenset({Sort.TITLE, Sort.SCARE})
_NEAR = 3
"""Characters between a planted change and a finding that touches it: a space, and the marks beside it."""
_SAME_PLACE = 0.5
"""Share of the time that is common to where a quote was found and where it was said, of the time of both."""
_CLOSE = 0.2
"""Seconds."""
_Z = 1.96
"""Of the 95 % interval."""

Test = Callable[[Outcome], bool]


@dataclass(frozen=True, slots=True)
class Rate:
    """How many of how many."""

    hits: int
    total: int

    @property
    def share(self) -> float:
        """0 to 1; 0 of nothing."""
        return self.hits / self.total if self.total else 0.0

    def turned(self) -> "Rate":
        """Return how many of as many are not."""
        return Rate(self.total - self.hits, self.total)

    @property
    def interval(self) -> tuple[float, float]:
        """The 95 % interval of the share by Wilson's score; of nothing, all is possible."""
        if not self.total:
            return 0.0, 1.0
        spread = _Z**2 / self.total
        middle = (self.share + spread / 2) / (1 + spread)
        half = _Z / (1 + spread) * sqrt(self.share * (1 - self.share) / self.total + spread / self.total / 4)
        return max(0.0, min(self.share, middle - half)), min(1.0, max(self.share, middle + half))


def rate(outcomes: Iterable[Outcome], test: Test) -> Rate:
    """Return for how many of the outcomes the test holds."""
    results = [test(outcome) for outcome in outcomes]
    return Rate(sum(results), len(results))


# --- what can be said of one outcome ----------------------------------------------------------------------------------


def is_innocent(outcome: Outcome) -> bool:
    """Whether nothing may be faulted: printed as said, or tidied as the style allows."""
    return outcome.case.planted.sort in _INNOCENT


def is_altered(outcome: Outcome) -> bool:
    """Whether one change was planted."""
    return outcome.case.planted.truth is not None


def is_critical(outcome: Outcome) -> bool:
    """Whether a change that turns the meaning was planted."""
    truth = outcome.case.planted.truth
    return truth is not None and truth.category in _CRITICAL


def is_speech(outcome: Outcome) -> bool:
    """Whether somebody's words were printed, or what passes for them: no title, no word held at arm's length."""
    return outcome.case.planted.sort not in _NO_SPEECH


def is_sort(*sorts: Sort) -> Test:
    """Return the test for being planted as one of `sorts`."""
    return lambda outcome: outcome.case.planted.sort in sorts


def is_alarmed(outcome: Outcome) -> bool:
    """Whether anything major or worse is reported, confirmed or by ear."""
    judgement = outcome.judgement
    return judgement is not None and any(severity.rank >= Severity.MAJOR.rank for severity, _ in _faults(judgement))


def is_surely_alarmed(outcome: Outcome) -> bool:
    """Whether anything major or worse is reported as confirmed."""
    judgement = outcome.judgement
    return judgement is not None and any(
        sure and severity.rank >= Severity.MAJOR.rank for severity, sure in _faults(judgement)
    )


def _faults(judgement: Judgement) -> list[tuple[Severity, bool]]:
    whole = (judgement.severity, judgement.is_confirmed)
    return [whole, *((finding.severity, finding.is_confirmed) for finding in judgement.findings)]


def is_by_ear(outcome: Outcome) -> bool:
    """Whether a listener is asked to settle the worst that is reported."""
    return outcome.judgement is not None and not outcome.judgement.is_confirmed


def is_faulted(outcome: Outcome) -> bool:
    """Whether anything at all is reported."""
    judgement = outcome.judgement
    return judgement is not None and any(severity is not Severity.NONE for severity, _ in _faults(judgement))


def at_place(outcome: Outcome) -> tuple[Finding, ...]:
    """Return the findings that overlap or touch the planted change."""
    truth, judgement = outcome.case.planted.truth, outcome.judgement
    if truth is None or judgement is None:
        return ()
    place = _in_story(truth, outcome)
    return tuple(finding for finding in judgement.findings if _touches(finding.chars, place))


def _in_story(truth: Truth, outcome: Outcome) -> Span:
    start = outcome.case.chars.start
    return Span(start + truth.chars.start, start + truth.chars.end)


def _touches(found: Span, place: Span) -> bool:
    """Whether both overlap; an empty one, being a gap, may lie `_NEAR` the other."""
    if len(found) and len(place):
        return found.start < place.end and place.start < found.end
    return found.start <= place.end + _NEAR and place.start <= found.end + _NEAR


def is_reported(outcome: Outcome) -> bool:
    """Whether a finding is at the place of the change, confirmed or by ear."""
    return bool(at_place(outcome))


def is_passed(outcome: Outcome) -> bool:
    """Whether nothing at all is said of the quote: the worst that a change can meet with."""
    return outcome.judgement is not None and not is_faulted(outcome)


def is_confirmed(outcome: Outcome) -> bool:
    """Whether a confirmed finding is at the place of the change."""
    return any(finding.is_confirmed for finding in at_place(outcome))


def has_right_severity(outcome: Outcome) -> bool:
    """Whether the worst finding at the place of the change is as bad as the contract says."""
    truth = outcome.case.planted.truth
    ranks = [finding.severity.rank for finding in at_place(outcome)]
    return truth is not None and bool(ranks) and max(ranks) == truth.severity.rank


def has_right_category(outcome: Outcome) -> bool:
    """Whether a finding at the place of the change names its category."""
    truth = outcome.case.planted.truth
    return truth is not None and any(finding.category is truth.category for finding in at_place(outcome))


def has_verdict(verdict: Verdict) -> Test:
    """Return the test for this verdict."""
    return lambda outcome: outcome.judgement is not None and outcome.judgement.verdict is verdict


def shows_cut(outcome: Outcome) -> bool:
    """Whether a cut qualifier is reported."""
    judgement = outcome.judgement
    return judgement is not None and any(finding.category is Category.QUALIFIER for finding in judgement.findings)


def is_placed(outcome: Outcome) -> bool:
    """Whether the quote was found where it was said."""
    said, heard = outcome.case.said, outcome.judgement.heard if outcome.judgement else None
    if said is None or heard is None:
        return False
    common = min(said.end, heard.end) - max(said.start, heard.start)
    return common >= _SAME_PLACE * (max(said.end, heard.end) - min(said.start, heard.start))


# --- times and probabilities ------------------------------------------------------------------------------------------


def time_errors(outcomes: Iterable[Outcome]) -> tuple[float, ...]:
    """Return by how many seconds quote starts and ends miss human times; only of quotes found where they were said."""
    errors = []
    for outcome in filter(is_sort(Sort.TIMED), outcomes):
        if outcome.judgement and outcome.judgement.heard and is_placed(outcome):
            heard = outcome.judgement.heard
            pairs = (outcome.case.start, heard.start), (outcome.case.end, heard.end)
            errors += [abs(true - found) for true, found in pairs if true is not None]
    return tuple(errors)


def close_share(errors: Sequence[float]) -> Rate:
    """Return how many times are within 0.2 s."""
    return Rate(sum(error <= _CLOSE for error in errors), len(errors))


def typical(errors: Sequence[float]) -> float | None:
    """Return the median, None of nothing."""
    return median(errors) if errors else None


def quote_claims(outcomes: Iterable[Outcome]) -> tuple[tuple[float, bool], ...]:
    """Return the probability that a quote is wrong by something major or worse, with whether it is, of every quote.

    Splices, cut qualifiers and inventions are left out, as in `edit_claims`.
    """
    return tuple(
        (outcome.judgement.probability, truth is not None and truth.severity.rank >= Severity.MAJOR.rank)
        for outcome in outcomes
        if outcome.judgement and (is_innocent(outcome) or is_altered(outcome))
        for truth in [outcome.case.planted.truth]
    )


def edit_claims(outcomes: Iterable[Outcome]) -> tuple[tuple[float, bool], ...]:
    """Return the probability of every finding with whether it is true: there is a planted change at its place.

    Splices, cut qualifiers and inventions are left out: whether one word of them differs is nobody's question.
    """
    return tuple(
        (finding.probability, finding in at_place(outcome))
        for outcome in outcomes
        if outcome.judgement and (is_innocent(outcome) or is_altered(outcome))
        for finding in outcome.judgement.findings
    )


def brier(claimed: Sequence[tuple[float, bool]]) -> float | None:
    """Return the mean squared error of probabilities (0 is perfect, 0.25 a coin), None of nothing."""
    if not claimed:
        return None
    return sum((probability - is_true) ** 2 for probability, is_true in claimed) / len(claimed)


def was_said_once(outcome: Outcome) -> bool:
    """Whether the quote has one place in the recording, and that is known."""
    return outcome.case.planted.sort in _SAID_ONCE and outcome.case.said is not None
