"""Where a quote begins and ends: words said beside it are no part of it, whatever its edge was misheard as."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.records import Severity, Verdict
from tests.test_languages import report_on

MISHEARD = [
    (
        "to our democracy tonight, so thank you all",
        "in the service toward democracy tonight so thank you all",
        "toward",
    ),
    ("at all times the road was closed to us", "he said attall times the road was closed to us", "attall"),
    ("I am glad the road was closed to us", "and yes iamb glad the road was closed to us", "iamb"),
    ("we told the whole town and gave it to her", "we told the whole town and gave it tower then", "tower"),
    ("all of the people went to see him", "all of the people went to seem well", "seem"),
]
"""Printed, spoken, and the heard word that stands for those at the edge."""


@pytest.mark.parametrize(("printed", "spoken", "edge"), MISHEARD)
def test_a_mishearing_at_an_edge_takes_in_no_word_beside_it(printed, spoken, edge):
    report = report_on(printed, (f"that day {spoken}", "en"))
    (check,) = report.checks

    assert edge in report.spoken(check).split()[:: len(report.spoken(check).split()) - 1]
    assert [edit.spoken for edit in check.edits if edit.severity is not Severity.NONE] == [edge]


@settings(deadline=None)
@given(st.sampled_from(["Nine", "None", "They", "Nobody", "May"]), st.sampled_from(["five", "we", "some", "people"]))
def test_another_word_at_an_edge_stays_a_change(printed, spoken):
    """What is taken off an edge is never the word that stands for print."""
    rest = "of the houses by the river were sold in the spring"
    (check,) = report_on(f"{printed} {rest}", (f"and so {spoken} {rest}", "en")).checks

    assert spoken in " ".join(edit.spoken for edit in check.edits if edit.severity.rank >= Severity.MAJOR.rank)


@pytest.mark.parametrize("again", ["the council has voted", "the council has", "the", "the council"])
def test_a_quote_begins_where_its_first_words_are_said_the_last_time(again):
    """Only a stutter, a word or two, is its own beginning."""
    report = report_on("The council has voted to close it", (f"and {again}, the council has voted to close it", "en"))
    (check,) = report.checks

    is_stutter = len(again.split()) < 3
    assert check.verdict is (Verdict.CLEANED if is_stutter else Verdict.VERBATIM)
    assert report.spoken(check).count("the") == 1 + is_stutter


@pytest.mark.parametrize(
    ("printed", "spoken"),
    [
        ("I have been taking them every day", "I took a test. I've been taking them every day"),
        ("We are going to sell the house", "We know that. We're going to sell the house"),
        ("They will close it in the spring", "they said so. They'll close it in the spring"),
        ("It is not the end of the road", "It took a year. It's not the end of the road"),
        ("You would think that they knew it", "You see. You'd think that they knew it"),
    ],
)
def test_a_quote_begins_with_the_contraction_that_its_first_words_are(printed, spoken):
    report = report_on(printed, (f"that day {spoken}", "en"))
    (check,) = report.checks

    assert check.verdict is Verdict.CLEANED
    assert "'" in report.spoken(check).split()[0]
