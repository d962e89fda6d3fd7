"""The JSON is the report: every value of it, in the contract's order, and nothing that JSON does not know."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

from align.report.formats.json_report import render_quotes, render_report, render_transcript
from tests.golden.samples import council
from tests.golden.strategies import few, reports

SHARED = Path(__file__).parents[1] / ".." / "shared"


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
    contract = SHARED / "report.md"
    if not contract.exists():
        pytest.skip("the contract is not here")
    example = contract.read_text(encoding="utf-8").split("```jsonc")[1].split("```")[0]
    example = json.loads(re.sub(r"//.*", "", example))

    assert [*keys(json.loads(render_report(council())))] == [*keys(example)]


def test_quotes_and_transcript_have_the_contract_s_keys():
    report = council()
    quotes = json.loads(render_quotes(report.article, [check.quote for check in report.checks]))
    heard = json.loads(render_transcript(report.transcripts[0], report.model))

    assert [*quotes] == ["schema_version", "article", "text", "quotes"]
    assert [*quotes["quotes"][0]][-2:] == ["confidence", "warnings"]
    assert [*heard] == ["schema_version", "recording", "model", "language", "text", "segments", "unheard"]
    assert "".join(w["word"] for part in heard["segments"] for w in part["words"]).strip() == heard["text"]
