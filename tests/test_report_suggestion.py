"""The suggested wording: ready to paste, and borne out by the recording that it was suggested from."""

from dataclasses import replace

import pytest
from hypothesis import given

from align.article import read_article
from align.pipeline import compare, select_quotes
from align.records import (
    Certainty,
    Model,
    Recording,
    ReportSettings,
    Segment,
    Severity,
    Span,
    Transcript,
    Verdict,
    Word,
)
from align.report.view.findings import findings
from align.report.view.suggestion import caveat, suggest
from tests import lbc_case
from tests.golden.strategies import few, reports

AROUND = (
    "Council leader Ada Okonjo said: “{}” Will Taylor and Mark Stone agreed that we are in it and the plan stands.\n"
)


def heard(spoken):
    """The transcript of words spoken, `|` between segments."""
    words, segments = [], []
    for part in spoken.split("|"):
        first = len(words)
        for word in part.split():
            words.append(Word(f" {word}", len(words) * 0.4, len(words) * 0.4 + 0.36))
        segments.append(Segment(words[first].start, words[-1].end, Span(first, len(words))))
    return Transcript(Recording("a.mp3", "0" * 64, words[-1].end + 1), "en", tuple(words), tuple(segments))


def checked(folder, printed, transcripts):
    (folder / "article.txt").write_text(AROUND.format(printed), encoding="utf-8")
    quoted = select_quotes(read_article(str(folder / "article.txt")), ReportSettings())
    return compare(quoted, transcripts, lbc_case.trust_the_transcript, Model("recorded", "base", None))


CASES = [
    (
        "We will close the bridge exchanged on social media groups all of summer.",
        "we will close the bridge| In a small number of cases,| exchanged on social media groups all of summer.",
        "We will close the bridge in a small number of cases exchanged on social media groups all of summer.",
    ),
    (
        "We will close the bridge and talk to people of this town all summer.",
        "we will close the bridge.| Mark and Will Taylor. And talk to people of this town all summer.",
        "We will close the bridge Mark and Will Taylor and talk to people of this town all summer.",
    ),
    (
        "The traders will close the bridge for forty days, that is the plan.",
        "residents will close the bridge for fourteen days. That is the plan",
        "Residents will close the bridge for fourteen days, that is the plan.",
    ),
    (
        "Frankly, we will close the bridge this summer because of the traffic.",
        "So then. we will close the bridge this summer because of the traffic.",
        "We will close the bridge this summer because of the traffic.",
    ),
    (
        "We will close the bridge, frankly, for all of this summer.",
        "We will close the bridge for all of this summer",
        "We will close the bridge, for all of this summer.",
    ),
]


@pytest.mark.parametrize(("printed", "spoken", "suggested"), CASES)
def test_it_can_be_pasted_and_is_borne_out(tmp_path, printed, spoken, suggested):
    transcripts = [heard(spoken)]
    report = checked(tmp_path, printed, transcripts)

    assert report.checks[0].severity is not Severity.NONE
    assert suggest(report, report.checks[0]) == suggested
    assert checked(tmp_path, suggested, transcripts).checks[0].severity is Severity.NONE


def test_the_suggestions_of_the_lbc_case_are_borne_out(tmp_path):
    transcripts = [lbc_case.transcript(name) for name in ("naseem", "smallman", "javid")]
    report = lbc_case.report("naseem", "smallman", "javid")

    assert len(findings(report)) == 3
    for check in findings(report):
        again = checked(tmp_path, suggest(report, check), transcripts)
        assert again.checks[0].severity is Severity.NONE


@few
@given(reports())
def test_case_and_pauses_are_all_that_it_adds(report):
    """However words are cased, a transcript in capitals alone suggests the same words."""
    loud = replace(
        report,
        transcripts=tuple(
            replace(one, words=tuple(replace(word, text=word.text.upper()) for word in one.words))
            for one in report.transcripts
        ),
    )
    for check, shouted in zip(report.checks, loud.checks, strict=True):
        assert suggest(report, check).upper() == suggest(loud, shouted).upper()
        assert "\n" not in suggest(report, check)


def by_ear(report, is_doubted):
    """The same report, with the findings for the ear that are doubted."""
    checks = []
    for check in report.checks:
        parts = tuple(
            replace(part, chunks=tuple(_doubted(chunk, is_doubted) for chunk in part.chunks)) for part in check.passages
        )
        checks.append(replace(check, passages=parts))
    return replace(report, checks=tuple(checks))


def _doubted(chunk, is_doubted):
    if not chunk.edit or not is_doubted(chunk.edit):
        return chunk
    return replace(chunk, edit=replace(chunk.edit, certainty=Certainty.CHECK_BY_EAR))


@few
@given(reports())
def test_nothing_is_suggested_that_only_the_ear_can_tell(report):
    doubted = by_ear(report, lambda edit: True)

    for check in doubted.checks:
        if check.verdict is not Verdict.SPLICED:
            assert suggest(doubted, check) == caveat(doubted, check) == ""


def test_what_the_audio_doubts_stands_as_printed_beside_what_it_confirms(tmp_path):
    spoken = "residents will close the harbour bridge for fourteen days and that is the plan"
    report = checked(
        tmp_path, "Traders will close the harbour bridge for ninety days and that is the plan.", [heard(spoken)]
    )
    doubted = by_ear(report, lambda edit: edit.printed == "ninety")
    (check,) = doubted.checks

    assert suggest(doubted, check) == "Residents will close the harbour bridge for ninety days and that is the plan."
    assert caveat(doubted, check) == "Left as printed, check by ear: “fourteen” printed as “ninety”."
    assert caveat(report, report.checks[0]) == ""


@pytest.mark.parametrize(("word", "offered"), [("fourteen", False), ("residents", True)])
def test_a_word_that_was_hardly_heard_is_not_offered_in_the_place_of_print(tmp_path, word, offered):
    spoken = heard("residents will close the harbour bridge for fourteen days and that is the plan")
    words = (replace(one, probability=0.3 if one.text.strip() == word else 0.9) for one in spoken.words)
    report = checked(
        tmp_path,
        "Residents will close the harbour bridge for ninety days and that is the plan.",
        [replace(spoken, words=tuple(words))],
    )
    (check,) = report.checks

    assert bool(suggest(report, check)) is offered
    assert bool(caveat(report, check)) is not offered
    if not offered:
        assert "not heard surely" in caveat(report, check)
        assert "“fourteen”" in caveat(report, check)
