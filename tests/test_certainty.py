"""Certainty is decided in one place: what was not put to the audio, or is too short to tell, is for the ear."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.compare.calibration import Features, probability
from align.compare.certainty import certainty_of_edit, is_dismissed, probability_of_fault, sum_up
from align.compare.evidence import Evidence
from align.compare.styles import SEVERITIES, STYLES
from align.pipeline import compare, select_quotes
from align.records import Category, Certainty, Model, ReportSettings, Severity, Verdict
from align.thresholds import CONFIRMED, PERSON_PREFERRED, PREFERRED, UNINTELLIGIBLE
from tests import lbc_case

_GRAVE = frozenset(category for category, severity in SEVERITIES.items() if severity is Severity.CRITICAL)

probabilities = st.floats(0, 1)
categories = st.sampled_from(Category)
answers = st.builds(
    Features,
    ratio=st.floats(-80, 80),
    prior=st.floats(-40, 40),
    similarity=st.floats(0, 1),
    word_probability=st.floats(0, 1),
    clarity=st.floats(-8, 0),
    words=st.integers(1, 40),
    is_name=st.booleans(),
    is_insert=st.booleans(),
    fit=st.floats(-8, 0),
)
faults = st.sampled_from([Severity.MINOR, Severity.MAJOR, Severity.CRITICAL])


@pytest.fixture(scope="module")
def context():
    return lbc_case.context(lbc_case.transcript("naseem"))


@given(probabilities, faults)
def test_what_was_not_asked_is_for_the_ear(context, probability, severity):
    assert certainty_of_edit(severity, Evidence(probability), context) is Certainty.CHECK_BY_EAR


@given(probabilities, answers, faults)
def test_what_was_asked_is_certain_from_the_threshold_on(context, probability, features, severity):
    certainty = certainty_of_edit(severity, Evidence(probability, features), context)

    assert (certainty is Certainty.CONFIRMED) == (probability >= CONFIRMED and features.fit >= UNINTELLIGIBLE)


@given(probabilities, st.one_of(st.none(), answers), st.booleans(), faults)
def test_a_transcript_alone_makes_nothing_certain(context, probability, features, is_needless, severity):
    alone = replace(context, is_heard=False)

    assert certainty_of_edit(severity, Evidence(probability, features, is_needless), alone) is Certainty.CHECK_BY_EAR
    assert sum_up(Verdict.SPLICED, (), False, False, alone) == (Severity.MAJOR, Certainty.CHECK_BY_EAR)


@given(probabilities, answers, categories)
def test_nothing_is_settled_where_the_sound_fits_neither_wording(context, probability, features, category):
    unintelligible = Evidence(probability, replace(features, fit=min(features.fit, UNINTELLIGIBLE - 0.01)))

    assert not is_dismissed(category, unintelligible)
    assert certainty_of_edit(Severity.MAJOR, unintelligible, context) is Certainty.CHECK_BY_EAR


@given(probabilities, answers, st.sampled_from([*_GRAVE - {Category.NAME}]))
def test_what_turns_the_meaning_is_dismissed_only_by_the_audio_itself(probability, features, category):
    if is_dismissed(category, Evidence(probability, features)):
        assert features.preference >= (PERSON_PREFERRED if category is Category.PERSON else PREFERRED)


@given(probabilities, answers, categories, st.floats(0, 80))
def test_more_contradicting_evidence_dismisses_nothing_more(probability, features, category, more):
    contradicted = replace(features, ratio=features.ratio - more)

    if not is_dismissed(category, Evidence(probability, features)):
        assert not is_dismissed(category, Evidence(probability, contradicted))


def test_a_name_may_be_spelled_by_ear(context):
    """A model that writes "Schofer" where print has "Schoeffer" contradicts nothing."""
    heard = Features(-4.0, 0.0, 0.9, 0.8, -0.5, 1, is_name=True, is_insert=False, fit=-0.5)
    by_ear = Evidence(probability(heard, "base"), heard)

    assert is_dismissed(Category.NAME, by_ear)
    assert not is_dismissed(Category.NAME, Evidence(by_ear.probability, replace(heard, similarity=0.2)))
    assert not is_dismissed(Category.NUMBER, by_ear)


def test_a_splice_is_certain_unless_it_is_too_short_to_tell(context):
    assert sum_up(Verdict.SPLICED, (), False, False, context) == (Severity.MAJOR, Certainty.CONFIRMED)
    assert sum_up(Verdict.SPLICED, (), True, False, context) == (Severity.MAJOR, Certainty.CHECK_BY_EAR)


@pytest.mark.parametrize("name", lbc_case.RECORDINGS)
def test_more_faults_never_make_a_fault_less_probable(name):
    for check in lbc_case.report(name).checks:
        edits = [edit for edit in check.edits if edit.severity is not Severity.NONE]
        chances = [probability_of_fault(check.verdict, edits[:count]) for count in range(len(edits) + 1)]
        assert chances == sorted(chances)


@pytest.mark.parametrize("name", lbc_case.RECORDINGS)
def test_the_house_style_does_not_decide_what_is_asked(name):
    """Policy comes last: the same questions are put to the audio in every house."""
    asked = {}
    for style in STYLES:
        questions = asked[style] = []

        def ask(question, questions=questions):
            questions.append(question)
            return lbc_case.trust_the_transcript(question)

        lbc_case.report(name, ask=ask, settings=ReportSettings(style=style))

    assert all(questions == asked["clean"] for questions in asked.values())


@pytest.mark.parametrize(("name", "speaker"), [("naseem", None), ("javid", "Smallman")])
def test_of_a_transcript_alone_nothing_is_confirmed(name, speaker):
    """Neither a change of words, nor, in the wrong recording, that nothing is there."""
    quoted = select_quotes(lbc_case.article(), ReportSettings(speaker=speaker))
    transcripts = [lbc_case.transcript(name)]
    report = compare(quoted, transcripts, lambda _: None, Model("recorded", "base", None), is_heard=False)

    found = [check for check in report.checks if check.severity is not Severity.NONE]
    assert found
    for check in found:
        assert check.certainty is Certainty.CHECK_BY_EAR
        assert check.causes
        assert all(
            edit.certainty is Certainty.CHECK_BY_EAR for edit in check.edits if edit.severity is not Severity.NONE
        )
