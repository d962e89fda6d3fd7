"""A second opinion: where one model leaves open whether a difference is real, a smaller one is asked as well."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align import pipeline
from align.compare.calibration import Features, is_open, reconsidered
from align.compare.evidence import Evidence, is_seconded
from align.compare.styles import SEVERITIES
from align.models import NOBODY, Models
from align.recognizers import Recognizers, second_scorer
from align.records import Answer, Interval, Likelihoods, Model, Question, ReportSettings, Severity
from align.report.formats.json_report import render_report
from align.speech import engines
from align.speech.audio import Audio
from tests import lbc_case

probabilities = st.floats(0, 1)
open_ones = st.floats(0.05, 0.97, exclude_min=True, exclude_max=True)
nats = st.floats(-80, 80)
QUESTION = Question(0, Interval(1.0, 2.0), ("it is late",), ("it is not late",))


@given(probabilities, nats, st.floats(0, 80), st.booleans())
def test_what_the_second_model_hears_in_print_never_makes_a_difference_likelier(first, second, more, is_alike):
    assert reconsidered(first, second + more, is_alike) <= reconsidered(first, second, is_alike)


@given(open_ones, open_ones, nats, st.booleans())
def test_what_the_first_said_still_counts(one, other, second, is_alike):
    is_less = reconsidered(one, second, is_alike) <= reconsidered(other, second, is_alike)
    assert is_less == (one <= other) or one == pytest.approx(other)


@given(probabilities, nats, st.booleans())
def test_it_is_a_probability(first, second, is_alike):
    assert 0 < reconsidered(first, second, is_alike) < 1


@given(probabilities, nats)
def test_what_sounds_alike_is_more_likely_a_spelling(first, second):
    assert reconsidered(first, second, is_alike=True) < reconsidered(first, second, is_alike=False)


def judged(first: float, ask_second):
    """Return the report on a recording of the case by a first model that gives every difference this probability."""
    quoted = pipeline.select_quotes(lbc_case.article(), ReportSettings(language="en"))
    model = Model("recorded", "base", None)
    context = pipeline.build_context(quoted, [lbc_case.transcript("naseem")], lbc_case.trust_the_transcript, model)
    context = replace(context, weigh=lambda *_: first, ask_second=ask_second)
    return pipeline.judge_quotes(quoted, context, model)


@pytest.mark.parametrize("first", [0.06, 0.36, 0.5, 0.85, 0.96, 0.97, 0.99])
def test_it_is_asked_where_the_first_leaves_it_open(first):
    asked = []
    judged(first, asked.append)

    assert bool(asked) == is_open(first) == (0.05 < first < 0.97)


@pytest.mark.parametrize("first", [0.01, 0.05])
def test_it_is_asked_of_what_the_first_finds_improbable_and_may_not_dismiss(first):
    asked = []
    report = judged(first, asked.append)
    left = [edit for check in report.checks for edit in check.edits if edit.evidence is not None]

    assert 0 < len(asked) < len(left)  # not of many words, nor where the sound fits neither wording


def prefers(print_is_likelier: bool):
    """Return a second model that prefers print, or what was heard, by 20 nats."""
    told = Likelihoods((-20.0,), (0.0,)) if print_is_likelier else Likelihoods((0.0,), (-20.0,))
    return lambda _: Answer(told, Likelihoods((0.0,), (0.0,)))


def test_print_is_believed_if_both_do():
    silent, against, for_ = (
        [edit for check in judged(0.05, second).checks for edit in check.edits if edit.evidence is not None]
        for second in (lambda _: None, prefers(print_is_likelier=False), prefers(print_is_likelier=True))
    )

    assert silent == against
    assert {edit.chars for edit in for_} < {edit.chars for edit in silent}
    assert all(edit.chars in {one.chars for one in for_} for edit in silent if len(edit.spoken.split()) > 2)


@pytest.mark.parametrize(("is_insert", "is_settled"), [(False, True), (True, False)])
def test_a_word_that_was_not_heard_at_all_is_not_settled(is_insert, is_settled):
    """Whatever was swallowed, "fifteenth" is likelier than nothing, and so is "sixteenth"."""
    features = Features(-9.0, 0.0, 0.5, 0.9, -0.3, 1, is_name=False, is_insert=is_insert)
    context = replace(lbc_case.context(lbc_case.transcript("naseem")), ask_second=prefers(print_is_likelier=True))

    assert is_seconded(Evidence(0.1, features, question=QUESTION), context) is is_settled


def test_it_settles_what_the_first_left_open():
    open_, against, for_ = (
        [edit.probability for check in judged(0.6, second).checks for edit in check.edits if edit.severity != "none"]
        for second in (lambda _: None, prefers(print_is_likelier=False), prefers(print_is_likelier=True))
    )

    assert max(against) > 0.75 >= max(open_)
    assert max(for_) < 0.35  # print is believed


def test_where_the_models_disagree_the_reader_is_told():
    edits = [edit for check in judged(0.3, prefers(print_is_likelier=False)).checks for edit in check.edits]
    told = [edit for edit in edits if "Two speech models disagree" in (edit.doubt or "")]

    assert told
    assert all(edit.certainty == "check_by_ear" and edit.severity in ("major", "critical") for edit in told)


def test_what_is_no_fault_in_itself_is_not_worth_one():
    edits = [edit for check in judged(0.6, prefers(print_is_likelier=False)).checks for edit in check.edits]
    put_to_the_audio = [edit for edit in edits if edit.evidence is not None]
    harmless = [edit for edit in put_to_the_audio if SEVERITIES[edit.category] is Severity.NONE]

    assert harmless
    assert all(edit.probability == 0.6 for edit in harmless)
    assert any(edit.probability != 0.6 for edit in put_to_the_audio)


class _Doubter(lbc_case.PerfectRecognizer):
    model = Model("openai-whisper", "tiny.en", None)

    def log_likelihoods(self, clip, wordings, language):
        self.heard.append(language)
        return (0.0,) * len(wordings)


@pytest.mark.parametrize(
    ("language", "given_by_others", "is_asked"),
    [("en", frozenset(), True), ("de", frozenset(), False), ("en", frozenset([0]), False)],
)
def test_only_english_that_we_heard_ourselves_gets_one(language, given_by_others, is_asked):
    doubter = _Doubter()
    recognizers = Recognizers((lbc_case.PerfectRecognizer(),), given=given_by_others, second_opinion=doubter)
    transcript = replace(lbc_case.transcript("naseem"), language=language)
    audio = Audio("a.wav", "0" * 64)

    assert (second_scorer(recognizers, [audio], [transcript])(QUESTION) is not None) == is_asked
    assert bool(doubter.heard) == is_asked
    assert recognizers.model.second_opinion == "tiny.en"


def test_nobody_is_asked_where_there_is_nobody():
    recognizers = Recognizers((lbc_case.PerfectRecognizer(),))

    assert second_scorer(recognizers, [], [lbc_case.transcript("naseem")])(QUESTION) is None
    assert recognizers.model.second_opinion is None


@pytest.mark.parametrize(
    ("engine", "model", "has_gpu", "is_here", "found"),
    [
        ("openai-whisper", "base", False, True, "tiny.en"),
        ("openai-whisper", "base", False, False, None),
        ("openai-whisper", "base", True, True, None),
        ("openai-whisper", "small", False, True, None),
        ("faster-whisper", "base", False, True, None),
    ],
)
def test_who_gives_one(monkeypatch, engine, model, has_gpu, is_here, found):
    monkeypatch.setattr(engines, "has_gpu", lambda: has_gpu)
    monkeypatch.setattr(engines, "is_here", lambda _: is_here)

    assert engines.find_second_opinion(engine, model) == found


@pytest.mark.parametrize(
    ("models", "name"),
    [
        (Models("base", second_opinion=NOBODY), None),
        (Models("base", verifier="small"), None),
        (Models("base", second_opinion="tiny"), "tiny"),
    ],
)
def test_it_can_be_chosen_and_switched_off(models, name):
    assert models.second == name


@pytest.mark.parametrize("second", ["tiny.en", None])
def test_the_report_says_who_gave_one(second):
    report = lbc_case.report("naseem")
    told = json.loads(render_report(replace(report, model=replace(report.model, second_opinion=second))))

    assert told["model"].get("second_opinion") == second
