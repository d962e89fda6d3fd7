"""The report on a terminal: within its width, harmless to it, and the same with and without colour."""

import io
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from align.records import Severity
from align.report.formats.text import print_report, render_text
from align.report.view.findings import findings
from align.report.view.interlinear import interlinear
from tests.golden.samples import council, rename
from tests.golden.strategies import few, reports


def shown(report, width=80, quiet=False, colour=None):
    console = Console(file=io.StringIO(), width=width, color_system=colour, force_terminal=bool(colour))
    print_report(report, console, quiet)
    return console.file.getvalue()


@few
@given(reports())
def test_text_fits_its_width_and_commands_no_terminal(report):
    text = render_text(rename(report, "a\x1b[2J\u202e.txt", ["\x07.mp3", "b.mp3"]))

    assert all(cell_len(line) <= 80 for line in text.splitlines())
    assert all(character.isprintable() or character in "\n\u200c\u200d" for character in text)


@few
@given(reports(), st.integers(3, 60))
def test_rows_hold_every_printed_word(report, width):
    for check in report.checks:
        rows = [*interlinear(report, check, width)]
        printed = "".join(cell.printed for row in rows for cell in row)

        shown_text = "".join(c for c in check.quote.text if c.isprintable() and not c.isspace())
        assert "".join(printed.split()) == shown_text
        assert all(sum(cell.width + 1 for cell in row) - 1 <= width for row in rows)


@pytest.mark.parametrize("width", [40, 80, 200])
def test_colour_changes_no_word(width):
    coloured = re.sub(r"\x1b\[[\d;]*m", "", shown(council(), width, colour="truecolor"))

    assert coloured == shown(council(), width)


def test_findings_come_worst_first_and_quiet_shows_only_them():
    report = council()
    worst_first = [f"#{check.quote.id}" for check in findings(report)]
    quiet = shown(report, quiet=True)

    assert re.findall(r"#\d+", quiet) == worst_first
    assert quiet.splitlines()[-1] == shown(report).splitlines()[-1]
    assert len({check.quote.id for check in report.checks}) == len(set(re.findall(r"#\d+", shown(report))))


def test_many_quotes_of_one_person_are_counted_and_those_of_others_listed():
    report = council()
    faithful_one = next(check for check in report.checks if check.passages and check.severity is Severity.NONE)
    many = tuple(
        replace(faithful_one, quote=replace(faithful_one.quote, id=number, speaker="Sal Naseem"))
        for number in range(100, 130)
    )
    text = shown(replace(report, checks=(*report.checks, *many)))

    assert "Sal Naseem" in text
    assert "30 " in text
    assert "(#100 to #129)" in text
    assert not any(f"#{number} " in text for number in range(101, 129))
    assert f"#{faithful_one.quote.id} " in text
