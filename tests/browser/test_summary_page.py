"""The page of a batch in a real Chromium: rows, links, filters, keys; inert, whatever stands in names and sentences."""

import csv
import io
import json

import pytest

from align.batches.pairs import BatchResult, PairResult
from align.batches.summary import by_badness, write_summary
from align.report.view.findings import Summary
from tests.browser.lbc import SIZES

pytestmark = pytest.mark.browser

HOSTILE = "<img src=x onerror=alert(1)>=1+1\u202e"


def _result(name, *, problem="", is_failing=False, article=None, **counts):
    counted = Summary(**{**dict.fromkeys(Summary.__dataclass_fields__, 0), "quotes": 9, "verbatim": 4, **counts})
    files = () if problem else (f"{name}.html", f"{name}.json")
    return PairResult(
        name, article or f"desk/{name}.txt", ("desk/talk.mp3",), problem, None if problem else counted, is_failing,
        12.3, 0.8, files, ("desk/talk.mp3: It ends in the middle of a word.",) if name == "council" else (),
    )  # fmt: skip


RESULTS = (
    _result("harbour"),
    _result("council", is_failing=True, altered=2, critical=1, major=1),
    _result("school", not_found=1, check_by_ear=1, major=1),
    _result("library", is_failing=True, altered=1, critical=2),
    _result("=HYPERLINK(1)", problem=f"There is no file {HOSTILE}: check the path."),
    _result("q'uote & #?%20", article=HOSTILE),
)


@pytest.fixture
def summary(tmp_path):
    """The folder with the summary of some pairs."""
    for file in (file for result in RESULTS for file in result.files):
        (tmp_path / file).write_text("<!doctype html><title>A report</title>", encoding="utf-8")
    write_summary(BatchResult(by_badness(RESULTS), (f"{HOSTILE} goes with no article.",)), tmp_path, "summary")
    return tmp_path


def _shown(page):
    rows = page.locator(".pair")
    return [rows.nth(at).locator(".open").inner_text() for at in range(rows.count()) if rows.nth(at).is_visible()]


ORDER = ["=HYPERLINK(1)", "library", "council", "school", "harbour", "q'uote & #?%20"]


@pytest.mark.parametrize(("width", "scheme"), SIZES)
def test_rows_come_worst_first_and_axe_finds_nothing_serious(summary, visit, axe, width, scheme):
    page = visit(summary / "summary.html", width, scheme)
    page.keyboard.press("j")
    page.evaluate(axe)
    found = page.evaluate("axe.run()")["violations"]

    assert _shown(page) == ORDER
    assert [(one["id"], one["nodes"][0]["html"]) for one in found if one["impact"] in ("serious", "critical")] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_it_filters_by_outcome_and_by_name(summary, visit):
    page = visit(summary / "summary.html")
    page.select_option("#filter-outcome", "fault")
    assert _shown(page) == ["library", "council"]
    page.keyboard.press("Escape")
    page.fill("#filter-text", "COUNC")
    assert _shown(page) == ["council"]
    assert page.inner_text("#status") == "1 of 6 articles shown."


def test_keys_lead_to_a_report(summary, visit):
    page = visit(summary / "summary.html")
    for key in ("/", *"harbour", "Enter", "Enter"):
        page.keyboard.press(key)
    page.wait_for_url("**/harbour.html")
    page.go_back()
    for key in ("j", "j", "k", "j", "j", "Enter"):
        page.keyboard.press(key)
    page.wait_for_url("**/council.html")


@pytest.mark.parametrize("result", RESULTS, ids=lambda result: result.name)
def test_every_link_leads_to_its_file(summary, visit, result):
    page = visit(summary / "summary.html")
    links = page.eval_on_selector_all(
        "a[href^='./']", "all => all.map((one) => decodeURIComponent(new URL(one.href).pathname))"
    )

    assert {str(summary / file) for file in result.files} <= {*links}


def test_it_is_all_there_without_script_or_network(summary):
    page = (summary / "summary.html").read_text(encoding="utf-8")

    assert "http:" not in page.replace("http-equiv", "")
    assert "https:" not in page
    assert "<img" not in page


def test_the_table_holds_no_formula_and_the_json_every_pair(summary):
    cells = [cell for row in csv.reader(io.StringIO((summary / "summary.csv").read_text("utf-8-sig"))) for cell in row]
    told = json.loads((summary / "summary.json").read_text(encoding="utf-8"))

    assert not [cell for cell in cells if cell[:1] in "=+-@" and cell]
    assert [pair["name"] for pair in told["pairs"]] == ORDER
    assert told["summary"]["pairs"] == 6
    assert (told["summary"]["not_done"], told["summary"]["fault"], told["summary"]["critical"]) == (1, 2, 3)
