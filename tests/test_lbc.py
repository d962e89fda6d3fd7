"""The main job on sound: the LBC recordings against their article, heard by Whisper `base`.

What must hold is what the truth of the synthesizer says; never a whole transcript.
"""

import json
from contextlib import ExitStack
from statistics import median

import numpy as np
import pytest

from align import pipeline
from align.recognizers import Recognizers
from align.records import Category, Certainty, ReportSettings, Severity, Verdict
from align.report.formats.json_report import render_report
from align.speech.audio import open_audio
from align.speech.engines import load_recognizer
from align.speech.first_pass import FirstPass
from align.thresholds import SHORT
from tests import lbc_case
from tests.needs import needs_model
from tests.schema import VALIDATORS

pytestmark = [pytest.mark.model, needs_model("base")]

NEAR = 0.3  # s, that a finding must lie within of the words that it is about
CLOSE = 0.15  # s, that every start and end must lie within
USUAL = 0.05  # s, that the median must lie within
LOUD = 10 ** (-30 / 20)  # of the loudest 10 ms of a quote: what still sounds
RUNS = ("naseem", "naseem_faithful", "smallman", "javid", "naseem+smallman+javid")


@pytest.fixture(scope="module", params=["one pass", pytest.param("two passes", marks=needs_model("tiny.en"))])
def reports(request):
    """The report of each run, each recording heard once, or by a small model before."""
    engine = load_recognizer()
    first = FirstPass(load_recognizer(model="tiny.en"), engine) if request.param == "two passes" else engine
    quoted = pipeline.select_quotes(lbc_case.article(), ReportSettings())
    with ExitStack() as stack:
        yield {run: _report(run, first, engine, quoted, stack) for run in (*RUNS, "naseem_phone")}


_CATEGORIES = {"substantive": Category.MODALITY, "clause_omitted": Category.OMISSION}
"""What the contract calls the changes of substance that the truth names."""


def _report(run, first, engine, quoted, stack):
    audios = [stack.enter_context(open_audio(str(lbc_case.FOLDER / f"{name}.mp3"))) for name in run.split("+")]
    second = engine if first is not engine else None
    return pipeline.check(audios, quoted, Recognizers((first,) * len(audios), second_pass=second))


def _checks(reports, run):
    truth = lbc_case.expected(*run.replace("_phone", "").split("+"))
    for check in reports[run].checks:
        if check.verdict is not Verdict.UNCHECKED:
            yield check, truth[check.quote.chars.start, check.quote.chars.end]


@pytest.mark.parametrize("run", RUNS)
def test_every_verdict_is_acceptable(reports, run):
    """A word or two that the small model of two passes did not hear are for the ear."""
    is_rough = any(heard.second_pass for heard in reports[run].transcripts)
    for check, true in _checks(reports, run):
        acceptable = {verdict.replace("not_in_audio", "not_found") for verdict in true["acceptable"]}
        if is_rough and len(check.quote.text.split()) <= SHORT and check.certainty is Certainty.CHECK_BY_EAR:
            acceptable |= {Verdict.NOT_FOUND}
        assert check.verdict in acceptable, (check.quote.text, reports[run].spoken(check))


@pytest.mark.parametrize("run", RUNS)
def test_every_report_fits_its_schema(reports, run):
    VALIDATORS["report"].validate(json.loads(render_report(reports[run])))


@pytest.mark.parametrize("run", RUNS)
def test_every_change_of_substance_is_reported_in_its_place(reports, run):
    for check, true in _checks(reports, run):
        for planted in true["edits"]:
            if planted["category"] in _CATEGORIES:
                expected = _CATEGORIES[planted["category"]]
                near = [edit for edit in check.edits if edit.category is expected]
                assert any(abs(edit.start - planted["start"]) <= NEAR for edit in near), (planted, near)


@pytest.mark.parametrize("run", [*RUNS, "naseem_phone"])
def test_nothing_false_is_confirmed(reports, run):
    for check, true in _checks(reports, run):
        if true["verdict"] in ("altered", "spliced"):
            planted = [edit["start"] for edit in true["edits"]]
            confirmed = [
                edit
                for edit in check.edits
                if edit.certainty is Certainty.CONFIRMED and edit.severity.rank >= Severity.MAJOR.rank
            ]
            close = 2 * NEAR if run == "naseem_phone" else NEAR  # noise hides where a word begins
            assert all(any(abs(edit.start - start) <= close for start in planted) for edit in confirmed), confirmed
        else:
            is_fault = check.severity is not Severity.NONE and check.certainty is Certainty.CONFIRMED
            assert not is_fault, (check.quote.text, reports[run].spoken(check))


def test_a_faithful_article_has_no_finding_at_all(reports):
    assert [check for check in reports["naseem_faithful"].checks if check.severity is not Severity.NONE] == []


def test_on_a_bad_line_the_three_changes_are_still_reported(reports):
    worst = {check.quote.id: check for check in reports["naseem_phone"].checks}

    assert worst[1].severity is Severity.CRITICAL
    assert worst[2].severity.rank >= Severity.MAJOR.rank
    assert worst[3].verdict is Verdict.SPLICED


def test_quotes_begin_and_end_where_they_were_said(reports):
    """The end of a synthesizer's sentence has up to half a second of silence, so the sound itself says when it is."""
    starts, ends = [], []
    for run in (run for run in RUNS if "+" not in run):
        with open_audio(str(lbc_case.FOLDER / f"{run}.mp3")) as audio:
            for check, true in _checks(reports, run):
                for part, span in zip(check.passages, true["spans"], strict=False):
                    starts.append(abs(part.start - span["start"]))
                    ends.append(abs(part.end - _sounds_until(audio, span)))

    assert max(starts + ends) <= CLOSE
    assert max(median(starts), median(ends)) <= USUAL


def _sounds_until(audio, span):
    samples = audio.samples(span["start"], span["end"])
    loudness = np.sqrt(np.mean(samples[: len(samples) // 160 * 160].reshape(-1, 160) ** 2, axis=1))
    return span["start"] + 0.01 * (np.flatnonzero(loudness > LOUD * loudness.max())[-1] + 1)
