"""The JSON is the report: every value of it, in the contract's order, and nothing that JSON does not know."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

from align.records import Choice, Decision, Searched
from align.report.decisions import fingerprint, with_decisions
from align.report.formats.json_report import render_quotes, render_report, render_transcript
from tests.golden.samples import council
from tests.golden.strategies import few, reports
from tests.golden.voices import VOICES, interview, with_turns

CONTRACT = Path(__file__).parents[1] / "docs" / "contract.md"


def keys(value, path=""):
    """Return the paths of all keys, in order, the members of a list counted once."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield f"{path}.{key}"
            yield from keys(inner, f"{path}.{key}")
    elif isinstance(value, list) and value and isinstance(value[0], dict):
        yield from keys(value[0], f"{path}[]")


@few
@given(reports())
def test_json_holds_the_report(report):
    document = json.loads(render_report(report))

    assert [heard["path"] for heard in document["recordings"]] == [t.recording.path for t in report.transcripts]
    for written, check in zip(document["quotes"], report.checks, strict=True):
        start, end = written["chars"]
        assert written["text"] == check.quote.text == report.article.text[start:end]
        assert written["verdict"] == check.verdict
        assert written["spoken"] == report.spoken(check)
        assert [span["recording"] for span in written["spans"]] == [part.recording for part in check.passages]
        assert [span["start"] for span in written["spans"]] == pytest.approx(
            [part.start for part in check.passages], abs=5e-4
        )
        for edit, found in zip(written["edits"], check.edits, strict=True):
            assert edit["printed"] == report.printed(found.chars)
            assert (edit["category"], edit["evidence"]) == (found.category, found.evidence)


@few
@given(reports())
def test_summary_counts_the_quotes(report):
    document = json.loads(render_report(report))
    summary, quotes = document["summary"], document["quotes"]

    assert summary.pop("quotes") == len(quotes)
    for name, count in summary.items():
        assert count == sum(name in (quote["verdict"], quote["severity"], quote["certainty"]) for quote in quotes)


def test_no_value_that_json_does_not_know():
    report = council()
    broken = replace(report.checks[0], probability=float("nan"))

    with pytest.raises(ValueError, match="not JSON compliant"):
        render_report(replace(report, checks=(broken,)))


def test_keys_are_the_contract_s_in_its_order():
    report = council()
    quotes = render_quotes(report.article, [check.quote for check in report.checks])
    transcript = render_transcript(report.transcripts[0], report.model)
    told = tuple(with_turns(one, VOICES, [0]) for one in report.transcripts)
    voiced = replace(report, transcripts=told, searched=Searched("archive.sqlite", 2, 90.0))
    wrong = json.loads(render_report(interview()))["quotes"][2]["wrong_speaker"]
    written = [render_report(voiced), json.dumps(wrong), quotes, transcript]
    examples = re.findall(r"```jsonc\n(.*?)```", CONTRACT.read_text(encoding="utf-8"), re.DOTALL)

    own = [example for example in examples if "not_done" not in example]  # a batch has tests of its own
    for document, example in zip(written, own[:4], strict=True):
        assert [*keys(json.loads(document))] == [*keys(json.loads(re.sub(r"//.*", "", example)))]


def test_the_text_of_a_transcript_is_its_words():
    report = council()
    heard = json.loads(render_transcript(report.transcripts[0], report.model))

    assert "".join(w["word"] for part in heard["segments"] for w in part["words"]).strip() == heard["text"]


@pytest.mark.parametrize("choice", [None, *Choice])
def test_a_decision_stands_beside_its_quote(choice):
    report = council()
    decided = with_decisions(report, [Decision(fingerprint(report, report.checks[0]), choice, "ring her")])
    first, *others = json.loads(render_report(decided))["quotes"]

    assert first["decision"] == {"choice": choice, "note": "ring her"}
    assert all(quote["decision"] is None for quote in others)


def test_a_report_says_that_nothing_was_heard():
    report = council()

    assert json.loads(render_report(report))["is_heard"] is True
    assert json.loads(render_report(replace(report, is_heard=False)))["is_heard"] is False
