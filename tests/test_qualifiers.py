"""A limiting clause that was cut off at an end, or hidden by an ellipsis; and what only looks like one."""

import pytest

from align.records import Category, Severity
from tests.test_languages import check_of, report_on

LIMITED = [
    (
        "we will marry in the spring of next year",
        "we will marry in the spring of next year, but if we should clash we will not.",
        "but if we should clash we will not",
    ),
    ("the bridge is safe for all the traffic", "the bridge is safe for all the traffic, I suppose.", "I suppose"),
    (
        "the bridge is safe for all the traffic",
        "the bridge is safe for all the traffic, as far as I know.",
        "as far as I know",
    ),
    (
        "nobody was paid for the work on the roof",
        "nobody was paid for the work on the roof, except the foreman.",
        "except the foreman",
    ),
    (
        "we will close the school in the summer",
        "we will close the school in the summer unless we find the money.",
        "unless we find the money",
    ),
    (
        "we will close the school in the summer",
        "we will close the school in the summer if the council agrees.",
        "if the council agrees",
    ),
    (
        "the money was there in the bank all year",
        "as far as I know the money was there in the bank all year.",
        "as far as I know",
    ),
    ("they told the truth about the accident", "I suppose they told the truth about the accident.", "I suppose"),
    ("he was a good man to everybody in town", "he was a good man to everybody in town, I think.", "I think"),
    (
        "the plan will work … for all of the people",
        "the plan will work if we get the money for all of the people.",
        "if we get the money",
    ),
    (
        "all the men were freed … and taken home",
        "all the men were freed unless they had been charged and taken home.",
        "unless they had been charged",
    ),
    ("we will build it here on the old field", "we will build it here on the old field, in principle.", "in principle"),
    (
        "it was the council that paid for it all",
        "it was the council that paid for it all, or so I was told.",
        "or so I was told",
    ),
    (
        "it is a good thing for the whole county",
        "it is a good thing for the whole county, in my opinion.",
        "in my opinion",
    ),
    (
        "the water is clean in the whole village",
        "the water is clean in the whole village, to the best of my knowledge.",
        "to the best of my knowledge",
    ),
]
"""Printed, spoken, and the words that print lacks."""

NOT_LIMITED = [
    (
        "we will marry in the spring of next year",
        "we will marry in the spring of next year. If you come I will be glad",
    ),
    (
        "the bridge is safe for all the traffic",
        "the bridge is safe for all the traffic. I suppose you know the engineer",
    ),
    ("he was a good man to everybody in town", "he was a good man to everybody in town. I think we should go now"),
    ("nobody was paid for the work on the roof", "nobody was paid for the work on the roof and the foreman left"),
    ("they told the truth about the accident", "he left. I suppose so. They told the truth about the accident"),
    (
        "the plan will work … for all of the people",
        "the plan will work and it will be a very good one for all of the people",
    ),
    ("it was the council that paid for it all", "it was the council that paid for it all, and I told them so"),
    ("the water is clean in the whole village", "as I said to them the water is clean in the whole village"),
    ("we will close the school in the summer", "we will close the school in the summer, and then we will go"),
    ("we know that we can win the cup this year", "we know that we can win the cup this year. But I am tired"),
    ("he was a good man to everybody in town", "he was a good man to everybody in town, I think that much is clear"),
    ("the money was there in the bank all year", "I think the money was there in the bank all year"),
    ("we kept the old theory of it", "we kept the old theory of it in theory books"),
    ("all the men … were taken home", "all the men, but also the boys were taken home"),
]
"""Printed and spoken: another sentence, or a clause that limits nothing."""


@pytest.mark.parametrize(("printed", "spoken", "lacks"), LIMITED)
def test_a_limiting_clause_that_print_lacks_is_a_finding(printed, spoken, lacks):
    found = [edit for edit in check_of(printed, (spoken, "en")).edits if edit.severity is not Severity.NONE]

    assert [(edit.category, edit.spoken) for edit in found] == [(Category.QUALIFIER, lacks)]


@pytest.mark.parametrize(("printed", "spoken"), NOT_LIMITED)
def test_what_limits_nothing_is_no_finding(printed, spoken):
    assert all(edit.severity is Severity.NONE for edit in check_of(printed, (spoken, "en")).edits)


INTERRUPTED = [
    ("we will close the school in the summer", "unless we find the money to keep it", ""),
    ("the bridge is safe for all the traffic", "if it is no heavier than it was before", ""),
    ("the bridge is safe for all the traffic", "except the lorries that come from the harbour", "uh, "),
    ("as far as I know", "the money was there in the bank all year", ""),
]


@pytest.mark.parametrize(("one", "other", "between"), INTERRUPTED)
def test_a_clause_that_the_next_quotation_has_was_not_cut(one, other, between):
    """“We will close it,” she said, “unless we find the money.”."""
    report = report_on(f"{one},” she said, “{other}", (f"{one}, {between}{other}.", "en"))

    assert len(report.checks) == 2
    assert not [edit for check in report.checks for edit in check.edits if edit.category is Category.QUALIFIER]


def test_a_clause_that_another_quotation_repeats_whole_was_cut():
    one, other = "we will close the school in the summer", "unless we find the money to keep it"
    report = report_on(f"{one},” she said. “{one} {other}", (f"{one}, {other}.", "en"))

    found = [edit.category for edit in report.checks[0].edits if edit.severity is not Severity.NONE]
    assert found == [Category.QUALIFIER]


def test_a_clause_that_only_another_paragraph_has_was_cut():
    one, other = "we will close the school in the summer", "unless we find the money to keep it"
    report = report_on(f"{one},” she said.\n\n“{other}", (f"{one}, {other}.", "en"))

    found = [edit.category for edit in report.checks[0].edits if edit.severity is not Severity.NONE]
    assert found == [Category.QUALIFIER]
