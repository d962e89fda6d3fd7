"""The summary of a batch tells of every verdict, in every format."""

import csv
import io
import json
from dataclasses import fields

import pytest
from lxml import html

from align.batches.pairs import BatchResult, PairResult
from align.batches.summary import render_summary_json, render_summary_page, render_summary_table
from align.enums import Verdict
from align.report.view.findings import Summary

COUNTS = Summary(**{field.name: number for number, field in enumerate(fields(Summary), start=11)})
BATCH = BatchResult((PairResult("a", "a.txt", ("a.mp3",), counts=COUNTS),))


@pytest.mark.parametrize("verdict", Verdict)
def test_every_verdict_is_counted_in_every_format(verdict):
    count = getattr(COUNTS, verdict)
    page = html.fromstring(render_summary_page(BATCH))
    head, row = ([cell.text_content().strip() for cell in line.iter("th", "td")] for line in page.iter("tr"))
    names, values = csv.reader(io.StringIO(render_summary_table(BATCH).decode("utf-8-sig")))

    assert f"{count} {verdict.words}" in [one.text for one in page.find_class("count")]
    assert dict(zip(head, row, strict=True))[verdict.words] == str(count)
    assert dict(zip(names, values, strict=True))[verdict] == str(count)
    assert json.loads(render_summary_json(BATCH))["summary"][verdict] == count
