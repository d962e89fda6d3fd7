"""Verdicts on the LBC case, with a perfect transcript and an audio that answers from a table."""

import pytest

from align.compare.hypotheses import spellings
from align.languages import EN
from align.records import Certainty, Op, ReportSettings, Severity, Verdict
from tests import lbc_case

_SAME = {"not_in_audio": "not_found"}
_TIDY = {"filler", "repetition", "false_start", "discourse_marker"}


def _acceptable(quote) -> set[str]:
    return {_SAME.get(verdict, verdict) for verdict in quote["acceptable"]}


@pytest.mark.parametrize("name", lbc_case.RECORDINGS)
def test_every_verdict_is_the_true_one(name):
    truth = lbc_case.expected(name)
    for check in lbc_case.report(name).checks:
        if check.verdict is not Verdict.UNCHECKED:
            assert check.verdict in _acceptable(truth[check.quote.chars.start, check.quote.chars.end]), check


@pytest.mark.parametrize("name", lbc_case.RECORDINGS)
def test_every_quote_is_placed_where_it_was_said(name):
    truth = lbc_case.expected(name)
    for check in lbc_case.report(name).checks:
        spans = truth[check.quote.chars.start, check.quote.chars.end]["spans"]
        if check.passages and spans:  # the same words by somebody else have no true place
            assert [(part.start, part.end) for part in check.passages] == [(s["start"], s["end"]) for s in spans]


@pytest.mark.parametrize("name", lbc_case.RECORDINGS)
def test_the_edits_are_those_that_were_planted(name):
    truth = lbc_case.expected(name)
    for check in lbc_case.report(name).checks:
        if not check.passages:
            continue
        planted = truth[check.quote.chars.start, check.quote.chars.end]["edits"]
        assert [round(edit.start, 3) for edit in check.edits] == [edit["start"] for edit in planted]
        assert [edit.severity is Severity.NONE for edit in check.edits] == [
            edit["category"] in _TIDY for edit in planted
        ]


def test_the_hedge_made_flat_is_a_change_of_modality():
    (check,) = (check for check in lbc_case.report("naseem").checks if check.quote.id == 1)
    modal = next(edit for edit in check.edits if edit.op is Op.SUBSTITUTE)

    assert (modal.category, modal.severity, modal.certainty) == ("modality", Severity.CRITICAL, Certainty.CONFIRMED)


def test_what_the_audio_takes_for_a_mishearing_is_no_finding():
    """If the clips hold what is printed, the transcript was wrong, not the reporter."""
    report = lbc_case.report("naseem", ask=lbc_case.trust_print)

    changed = [check for check in report.checks if check.verdict is Verdict.ALTERED]
    assert changed == []


def test_without_audio_nothing_is_confirmed_but_a_splice():
    """Words that were never put to the audio are for the ear."""
    report = lbc_case.report("naseem", ask=lambda question: None)

    found = [check for check in report.checks if check.verdict is Verdict.ALTERED]
    assert found
    assert all(check.certainty is Certainty.CHECK_BY_EAR for check in found)


def test_a_person_who_is_not_heard_is_no_fault():
    report = lbc_case.report("smallman")

    others = [check for check in report.checks if check.verdict is Verdict.NOT_FOUND]
    assert others
    assert all(check.severity is Severity.NONE and check.causes for check in others)


def test_the_wrong_recording_is_said_to_be_wrong():
    settings = ReportSettings(speaker="Smallman")
    report = lbc_case.report("javid", settings=settings)

    asked = [check for check in report.checks if check.verdict is Verdict.NOT_FOUND]
    assert asked
    assert all(check.severity is Severity.CRITICAL and "wrong recording" in check.causes[0] for check in asked)


def test_a_strict_house_forgives_no_stumble():
    lenient, strict = (
        lbc_case.report("naseem_faithful", settings=ReportSettings(style=style)) for style in ("clean", "strict")
    )

    assert {check.verdict for check in lenient.checks if check.passages} <= {Verdict.VERBATIM, Verdict.CLEANED}
    assert any(check.verdict is Verdict.ALTERED for check in strict.checks)


def test_quotes_are_found_in_whichever_recording_holds_them():
    report = lbc_case.report("naseem", "smallman", "javid")

    homes = {check.quote.id: {part.recording for part in check.passages} for check in report.checks if check.passages}
    assert {1: {0}, 6: {1}, 9: {2}}.items() <= homes.items()


@pytest.mark.parametrize(
    ("printed", "written"),
    [
        ("forty thousand", "40,000"),
        ("40,000", "forty thousand"),
        ("forty-two people", "42 people"),
        ("fifteen hundred", "1500"),
        ("one of two", "one of two"),
    ],
)
def test_the_audio_is_asked_for_a_number_in_figures_and_in_words(printed, written):
    assert printed in spellings(printed, EN)
    assert written in spellings(printed, EN)
