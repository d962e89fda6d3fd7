"""Certainty is decided in one place: what was not put to the audio, or is too short to tell, is for the ear."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.compare.certainty import certainty_of_edit, is_dismissed, probability_of_fault, sum_up
from align.compare.evidence import Evidence
from align.compare.styles import SEVERITIES, STYLES
from align.pipeline import compare, select_quotes
from align.records import Answer, Category, Certainty, Likelihoods, Model, ReportSettings, Severity, Verdict
from align.thresholds import (
    ALIKE,
    CONFIRMED,
    CONFIRMED_MINOR,
    CONTRADICTED,
    DISMISSED,
    LIKELY,
    PERSON_PREFERRED,
    PREFERRED,
    SWALLOWED,
    UNINTELLIGIBLE,
)
from tests import lbc_case
from tests.test_calibration import features as answers
from tests.test_languages import check_of

_GRAVE = frozenset(category for category, severity in SEVERITIES.items() if severity is Severity.CRITICAL)

probabilities = st.floats(0, 1)
categories = st.sampled_from(Category)
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

    least = CONFIRMED_MINOR if severity is Severity.MINOR else CONFIRMED
    assert (certainty is Certainty.CONFIRMED) == (probability >= least and features.fit >= UNINTELLIGIBLE)


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


@given(probabilities, answers, st.sampled_from([*_GRAVE]))
def test_what_turns_the_meaning_is_dismissed_only_by_the_audio_itself(probability, features, category):
    if is_dismissed(category, Evidence(probability, features)):
        assert features.preference >= (PERSON_PREFERRED if category is Category.PERSON else PREFERRED)


@given(probabilities, answers, categories, st.floats(0, 80))
def test_more_contradicting_evidence_dismisses_nothing_more(probability, features, category, more):
    contradicted = replace(features, ratio=features.ratio - more)

    if not is_dismissed(category, Evidence(probability, features)):
        assert not is_dismissed(category, Evidence(probability, contradicted))


@given(probabilities, answers, st.sampled_from([*_GRAVE]))
def test_what_turns_the_meaning_and_was_not_heard_at_all_is_never_dismissed(probability, features, category):
    unheard = replace(features, is_insert=True, is_respelled=False)

    assert not is_dismissed(category, Evidence(min(probability, DISMISSED - 0.01), unheard))


@given(probabilities, answers)
def test_another_content_that_the_audio_clearly_contradicts_is_dismissed_only_if_it_sounds_alike(probability, features):
    if is_dismissed(Category.CONTENT, Evidence(probability, replace(features, is_respelled=False))):
        assert features.similarity >= ALIKE or features.preference >= CONTRADICTED


@given(probabilities, answers, faults)
def test_what_a_weak_sound_tells_apart_is_certain_only_if_another_model_says_so(context, probability, features, fault):
    weak, plain = (Evidence(probability, replace(features, is_weak=is_weak)) for is_weak in (True, False))
    verified = replace(context, is_verified=True)

    assert certainty_of_edit(fault, weak, context) is Certainty.CHECK_BY_EAR
    assert certainty_of_edit(fault, weak, verified) is certainty_of_edit(fault, plain, context)


@pytest.mark.parametrize(
    ("spoken", "printed"),
    [("our", "are"), ("had", "hadn't"), ("of", "off"), ("recording", "reporting"), ("word", "world")],
)
def test_a_weak_sound_is_for_the_ear(spoken, printed):
    heard, shown = (f"I think that they {word} in the town before the war" for word in (spoken, printed))
    check = check_of(shown, (heard, "en"))

    assert check.severity is not Severity.NONE
    assert check.certainty is Certainty.CHECK_BY_EAR


@given(probabilities, answers, faults)
def test_what_the_speaker_may_have_given_up_is_for_the_ear(context, probability, features, severity):
    assert (
        certainty_of_edit(severity, Evidence(probability, features, is_repair=True), context) is Certainty.CHECK_BY_EAR
    )


@given(probabilities, answers, categories)
def test_what_may_be_print_spelled_by_ear_is_dismissed_unless_the_audio_clearly_contradicts_it(
    probability, features, category
):
    respelled = replace(features, fit=UNINTELLIGIBLE, is_respelled=True)
    is_contradicted = SEVERITIES[category].rank >= Severity.MAJOR.rank and features.preference < CONTRADICTED

    assert is_dismissed(category, Evidence(probability, respelled)) == (probability < DISMISSED and not is_contradicted)


@given(probabilities, answers, st.sampled_from([Category.INSERTION, Category.CONTENT]))
def test_a_word_that_was_not_heard_is_dropped_only_where_the_audio_clearly_prefers_it(probability, features, category):
    unheard = Evidence(probability, replace(features, is_insert=True, is_respelled=False, fit=-1.0))

    likely = unheard.features.preference >= SWALLOWED
    assert is_dismissed(category, unheard) is (probability < DISMISSED and likely)
    assert is_dismissed(category, replace(unheard, is_repair=True)) >= is_dismissed(category, unheard)


@pytest.mark.parametrize(("nats", "is_kept"), [(5.0, True), (15.0, False)])
def test_another_word_for_one_that_the_model_swallowed_is_for_the_ear(nats, is_kept):
    """Any word is likelier than none where one was said: "green", for "red", by five nats; "red" itself by fifteen."""

    def ask(question):
        more = ["green" in wording for wording in (*question.heard, *question.printed)]
        scores = [nats * one - 5 for one in more]
        split = len(question.heard)
        flat = [0.0] * len(more)
        return Answer(*(Likelihoods(tuple(one[:split]), tuple(one[split:])) for one in (scores, flat)))

    check = check_of("We met in the green town before it", ("We met in the town before it", "en"), ask=ask)

    assert (check.severity is Severity.MAJOR) is is_kept
    assert (check.certainty is Certainty.CHECK_BY_EAR) is is_kept


@given(probabilities, probabilities, answers, faults)
def test_what_a_second_model_finds_alone_is_no_fault_for_certain(context, first, probability, features, severity):
    divided = Evidence(probability, replace(features, is_weak=False), first=first)
    agreed = replace(divided, first=1.0)
    is_for_the_ear = first < LIKELY <= probability and severity is not Severity.MINOR

    found = certainty_of_edit(severity, divided, context)
    assert found is (Certainty.CHECK_BY_EAR if is_for_the_ear else certainty_of_edit(severity, agreed, context))


def _barely_clear(question):
    """Answer for a clip that is hardly understood, and holds what was heard a little sooner than print."""
    heard = -1.9 * len(question.heard[0].split())
    sides = len(question.heard), len(question.printed)
    return Answer(Likelihoods((heard,) * sides[0], (heard - 1,) * sides[1]), Likelihoods(*((0.0,) * n for n in sides)))


@pytest.mark.parametrize(
    ("spoken", "printed", "is_kept"),
    [
        ("met Mr Schofer in", "met Mr Schoeffer in", False),
        ("met Mr Mercer in", "met Mr Sloan in", True),
        ("met Strasbourg Basel in", "met Strasburg Paris Basle in", True),
        ("was tena in the", "was 10 in the", False),
        ("was five in the", "was ten in the", True),
        ("was in the", "was ten in the", True),
        ("was century in the", "was 15th fortnight in the", True),
        ("was century in the", "was three weeks in the", True),
    ],
)
def test_a_name_or_a_number_may_be_spelled_by_ear(spoken, printed, is_kept):
    """A model that writes "Schofer" for Schoeffer, or "tena" for 10, contradicts nothing; another number does."""
    heard, shown = (f"I think it {words} town before the war" for words in (spoken, printed))
    check = check_of(shown, (heard, "en"), ask=_barely_clear)

    assert (check.severity is Severity.CRITICAL) is is_kept
    assert check.certainty is (Certainty.CHECK_BY_EAR if is_kept else Certainty.CONFIRMED)


def _prefers_neither(question):
    """Answer for a clip that holds neither wording: as printed it is likelier than as heard, and likelier without."""
    rest = {*question.heard[0].split()} & {*question.printed[0].split()}

    def score(wording):
        words = wording.split()
        return -2.0 * sum(word not in rest for word in words) - 20.0 * ("mission" in wording)

    clip = Likelihoods(*(tuple(map(score, side)) for side in (question.heard, question.printed)))
    return Answer(clip, Likelihoods(*(tuple(0.0 for _ in side) for side in (question.heard, question.printed))))


def test_print_is_not_believed_only_because_a_transcript_is_wrong():
    """Heard "mission", printed "day after day": the sound holds neither."""
    check = check_of(
        "we will end migration day after day and cancel the lottery",
        ("we will end migration mission and cancel the lottery", "en"),
        ask=_prefers_neither,
    )

    assert check.severity is Severity.MAJOR
    assert check.certainty is Certainty.CHECK_BY_EAR
    assert "neither" in check.causes[0]


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
