"""Annotations as GitHub's own library for actions writes them: nobody else publishes a reader of these commands."""

import json
import subprocess

import pytest
from hypothesis import given

from align.report.formats.github import render_github
from align.report.view.findings import findings
from align.report.view.levels import Level, level_of, message_of, title_of
from tests.golden.samples import council, rename
from tests.golden.strategies import few, reports

pytestmark = pytest.mark.browser

WRITE = """
import * as core from "@actions/core";
import fs from "fs";
for (const { name, message, properties } of JSON.parse(fs.readFileSync(0))) core[name](message, properties);
"""
NAMES = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}


def annotation(report, check):
    """The annotation in the words of GitHub's library."""
    place = {"startLine": check.quote.line, "startColumn": check.quote.column} if check.quote.line else {}
    heading = f"Quote {check.quote.id} {title_of(check)}"
    return {
        "name": NAMES[level_of(report, check)],
        "message": message_of(report, check),
        "properties": {"title": heading, "file": report.article.path, **place},
    }


def written_by_github(npm, report) -> str:
    """What their library writes for the findings of a report."""
    annotations = json.dumps([annotation(report, check) for check in findings(report)])
    command = ["node", "--input-type=module", "--eval", WRITE]
    return subprocess.run(
        command, cwd=npm.parent, input=annotations, capture_output=True, check=True, encoding="utf-8"
    ).stdout


def test_annotations_are_what_github_would_write(npm):
    hostile = rename(council(), "a,b::c%0A\n::error::x.txt", ["1.mp3", "2.mp3"])
    for report in (council(), hostile):
        assert render_github(report) == written_by_github(npm, report)
        assert len(render_github(report).splitlines()) == len(findings(report))


def test_of_any_article(npm):
    @few
    @given(reports())
    def check(report):
        assert render_github(report) == written_by_github(npm, report)

    check()
