"""What counts as right holds together, whatever is judged."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.records import Category, Severity, Span, Verdict
from tests.accuracy import score
from tests.accuracy.mistakes import find_mistakes
from tests.accuracy.outcome import Case, Finding, Judgement, Outcome
from tests.accuracy.plant import Planted, Sort, Truth
from tests.accuracy.references import Reference, read_words
from tests.accuracy.report import ROWS, write_report

pytestmark = pytest.mark.gate

TEXT = "we shall not open the harbour"
TRUTHS = (None, Truth(Category.NEGATION, Severity.CRITICAL, Span(9, 12), "not", ""))
severities = st.sampled_from(Severity)
findings = st.builds(
    lambda at, severity, is_confirmed, probability: Finding(
        Span(at, at + 4), Category.CONTENT, severity, is_confirmed, probability, TEXT[at : at + 4], "", None
    ),
    st.integers(0, 20),
    severities.filter(lambda severity: severity is not Severity.NONE),
    st.booleans(),
    st.floats(0, 1),
)


@st.composite
def outcomes(draw: st.DrawFn) -> Outcome:
    truth = draw(st.sampled_from(TRUTHS))
    planted = Planted(Sort.ALTERED if truth else Sort.FAITHFUL, TEXT, (Span(0, 6),), truth)
    found = tuple(draw(st.lists(findings, max_size=3)))
    worst = max((finding.severity for finding in found), key=lambda one: one.rank, default=Severity.NONE)
    verdict = Verdict.ALTERED if found else Verdict.VERBATIM
    judgement = Judgement(verdict, worst, draw(st.booleans()), found, None, TEXT, draw(st.floats(0, 1)))
    case = Case("story", "made-up", "clean", planted, Span(0, len(TEXT)), None, None, None)
    return Outcome(case, judgement)


@settings(deadline=None)
@given(outcomes())
def test_a_change_is_reported_or_passed_or_sought_elsewhere(outcome: Outcome) -> None:
    assert not (score.is_passed(outcome) and score.is_reported(outcome))
    assert score.is_reported(outcome) or not score.is_confirmed(outcome)
    assert score.is_alarmed(outcome) or not score.is_surely_alarmed(outcome)
    assert any(one.what == "passed as faithful" for one in find_mistakes([outcome])) == bool(
        outcome.case.planted.truth and score.is_passed(outcome)
    )


@settings(deadline=None)
@given(st.lists(outcomes(), min_size=1, max_size=8))
def test_one_mistake_under_several_conditions_is_one(drawn: list[Outcome]) -> None:
    again = [replace(one, case=replace(one.case, condition="far")) for one in drawn]
    once, twice = find_mistakes(drawn), find_mistakes([*drawn, *again])
    assert len(once) == len(twice)
    assert all(mistake.conditions == ("clean", "far") for mistake in twice)


@settings(deadline=None)
@given(st.lists(outcomes(), min_size=1, max_size=8))
def test_the_probability_of_a_quote_is_claimed_once(drawn: list[Outcome]) -> None:
    claims = score.quote_claims(drawn)
    assert len(claims) == len(drawn)
    assert 0 <= (score.brier(claims) or 0) <= 1


@settings(deadline=None)
@given(st.lists(outcomes(), min_size=1, max_size=4))
def test_read_and_spontaneous_speech_are_held_to_their_own(drawn: list[Outcome]) -> None:
    read, spontaneous = (
        Reference("made-up", Path("made-up.wav"), kind, read_words(TEXT)).manner
        for kind in ("read (literary)", "interview")
    )
    reports = [write_report({"ours": drawn}, "ours", manner, 10) for manner in (read, spontaneous)]
    assert [report.split("\n")[0] for report in reports] == ["# Read", "# Spontaneous"]
    assert all(report.count(row.title) >= 1 for report in reports for row in ROWS)
    assert ["≤ 0.02" in report for report in reports] == [True, False]
