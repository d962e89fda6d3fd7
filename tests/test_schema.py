"""The JSON Schema is the contract for machines: all that is written fits it, and nothing else does."""

import json
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import fields, replace
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given

from align.enums import Category, Certainty, Choice, Kind, Op, Severity, Verdict
from align.records import Decision
from align.report.decisions import fingerprint, with_decisions
from align.report.formats.json_report import render_quotes, render_report, render_transcript
from align.report.view.findings import Summary
from tests import lbc_case
from tests.golden.samples import council
from tests.golden.strategies import few, reports
from tests.schema import SCHEMA, VALIDATORS

GOLDENS = sorted((Path(__file__).parent / "golden").glob("*.json"))


def decided(report):
    """The report with every decision that can be."""
    choices = [Choice.ACCEPT, Choice.FAULT, None]
    checks = zip(report.checks, choices, strict=False)
    return with_decisions(report, [Decision(fingerprint(report, check), choice, "n") for check, choice in checks])


def documents(report):
    """The three documents that can be made of one report."""
    quotes = [check.quote for check in report.checks]
    yield "report", json.loads(render_report(report))
    yield "quotes", json.loads(render_quotes(report.article, quotes))
    for transcript in report.transcripts:
        yield "transcript", json.loads(render_transcript(transcript, report.model))


def fit(report):
    for document, content in documents(report):
        VALIDATORS[document].validate(content)


def test_the_schema_is_one():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("golden", GOLDENS, ids=lambda path: path.name)
def test_goldens_fit(golden):
    VALIDATORS["report"].validate(json.loads(golden.read_text(encoding="utf-8")))


@few
@given(reports())
def test_any_report_fits(report):
    fit(report)


@pytest.mark.parametrize("recording", lbc_case.RECORDINGS)
def test_the_lbc_case_fits(recording):
    fit(lbc_case.report(recording))


def test_what_is_known_of_an_unheard_or_decided_report_fits():
    fit(replace(decided(council()), is_heard=False))


def test_null_lines_fit():
    report = council()
    without = [replace(check, quote=replace(check.quote, line=None, column=None)) for check in report.checks]

    fit(replace(report, checks=tuple(without)))


def test_a_word_may_have_a_speaker():
    report = council()
    heard = json.loads(render_transcript(report.transcripts[0], report.model))
    speaker = ("segments", 0, "words", 0, "speaker")

    assert VALIDATORS["transcript"].is_valid(changed(heard, speaker, "SPEAKER_00"))
    assert not VALIDATORS["transcript"].is_valid(changed(heard, speaker, ""))
    assert not VALIDATORS["transcript"].is_valid(changed(heard, speaker, None))


def places(value, path=()) -> Iterator[tuple]:
    """The path of every value of a document, from the outside in."""
    yield path
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in inner:
        yield from places(part, (*path, key))


def at(document, path):
    for key in path:
        document = document[key]
    return document


def mutants(document) -> Iterator[tuple[str, object]]:
    """Every document with one key dropped, one added, one value of another type, or one word that nobody knows."""
    for path in places(document):
        value = at(document, path)
        if isinstance(value, dict):
            yield f"{path} has one more", changed(document, path, {**value, "surprise": 1})
            for key in value:
                less = {name: part for name, part in value.items() if name != key}
                yield f"{path} lacks {key}", changed(document, path, less)
        if path and path[-1] in {"kind", "verdict", "severity", "certainty", "op", "category", "fail_on", "choice"}:
            yield f"{path} is no such word", changed(document, path, "surprising")
        if not isinstance(value, list | dict):
            yield f"{path} is of no such type", changed(document, path, [True])


def changed(document, path, value):
    if not path:
        return value
    copy = deepcopy(document)
    at(copy, path[:-1])[path[-1]] = value
    return copy


def test_no_mutant_fits():
    report = decided(council())
    altered, *_, not_found = (check for check in report.checks if check.quote.kind.is_spoken)
    for document, content in documents(replace(report, checks=(altered, not_found))):
        if document == "transcript":
            content["segments"] = content["segments"][:2]
        for what, mutant in mutants(content):
            assert not VALIDATORS[document].is_valid(mutant), f"{document}{what}"


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("quotes", 0, "probability"), 1.5),
        (("quotes", 0, "spans"), []),
        (("quotes", 0, "spans", 0, "start"), -0.1),
        (("quotes", 0, "chars"), [1]),
        (("quotes", 0, "edits", 1, "printed"), "um"),
        (("recordings",), []),
        (("article", "sha256"), "b"),
        (("schema_version",), 2),
    ],
)
def test_what_makes_no_sense_does_not_fit(path, value):
    report = json.loads(render_report(council()))

    assert not VALIDATORS["report"].is_valid(changed(report, path, value))


@pytest.mark.parametrize("words", [Kind, Verdict, Severity, Certainty, Choice, Op, Category])
def test_the_words_are_those_of_the_program(words):
    assert SCHEMA["$defs"][words.__name__.lower()]["enum"] == [word for word in words if word is not Op.EQUAL]


def test_the_summary_is_that_of_the_program():
    assert SCHEMA["$defs"]["summary"]["required"] == [field.name for field in fields(Summary)]
