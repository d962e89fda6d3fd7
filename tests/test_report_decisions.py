"""What people decided: it stays with an unchanged quote, wherever that moves, and with no other."""

import json

import pytest

from align.api import read_decisions
from align.errors import OptionError
from align.records import Choice, Decision
from align.report.decisions import fingerprint, with_decisions
from align.report.formats.text import render_text
from align.report.view.findings import accepted, findings, is_finding
from align.report.view.levels import is_failing
from tests.golden.samples import COUNCIL, Said, Story, build, council


def accept_all(report):
    return [Decision(fingerprint(report, check), Choice.ACCEPT) for check in report.checks]


def test_an_accepted_finding_stays_quiet_wherever_the_quote_moves():
    moved = build(Story(["A new first paragraph.\n\n", *COUNCIL.printed], COUNCIL.spoken))
    decided = with_decisions(moved, accept_all(council()))

    assert findings(decided) == ()
    assert len(accepted(decided)) == len(findings(council()))
    assert not any(is_failing(decided, check) for check in decided.checks)


def test_a_changed_quote_asks_again():
    changed = [
        Said(("We will not close the bridge for forty days this summer.",), "Ada Okonjo") if i == 1 else item
        for i, item in enumerate(COUNCIL.printed)
    ]
    decided = with_decisions(build(Story(changed, COUNCIL.spoken)), accept_all(council()))

    assert decided.checks[0].decision is None
    assert not any(map(is_finding, decided.checks[1:]))


def test_a_fault_stays_a_finding_and_shows_its_note():
    report = council()
    decided = with_decisions(report, [Decision(fingerprint(report, report.checks[0]), Choice.FAULT, "ring her")])

    assert findings(decided)[0].quote.id == 1
    assert "note     ring her" in render_text(decided)


def test_decisions_are_read_from_the_page_s_export(tmp_path):
    entries = [
        {"quote": 3, "finding": "ab", "choice": "accept", "note": ""},
        {"finding": "cd", "choice": None, "note": "n"},
    ]
    (tmp_path / "decisions.json").write_text(json.dumps({"schema_version": 1, "decisions": entries}))

    assert read_decisions(tmp_path / "decisions.json") == (
        Decision("ab", Choice.ACCEPT),
        Decision("cd", None, "n"),
    )


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", '{"decisions": 1}', '{"decisions": [1]}', '{"decisions": [{}]}', "\udcff", "[" * 100_000,
     '{"decisions": [{"finding": "a", "choice": "maybe", "note": ""}]}'],
)  # fmt: skip
def test_what_holds_no_decisions_is_refused_in_a_sentence(tmp_path, text):
    path = tmp_path / "decisions.json"
    path.write_bytes(text.encode(errors="surrogateescape"))

    with pytest.raises(OptionError, match=r"decisions\.json holds no decisions"):
        read_decisions(path)


def test_missing_decisions_are_named(tmp_path):
    with pytest.raises(OptionError, match="cannot be read"):
        read_decisions(tmp_path / "none.json")
