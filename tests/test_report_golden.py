"""Every format of one report as a file to look at; after a change that is meant, run with GOLDEN=write and look."""

import os
from pathlib import Path

import pytest

from align.report import REPORT_FORMATS, write_report
from tests.golden.samples import council

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("ending", [ending for ending in REPORT_FORMATS if ending not in (".html", ".otio")])
def test_format_is_as_it_was(ending, tmp_path):
    golden, now = GOLDEN / f"council{ending}", tmp_path / f"council{ending}"
    write_report(council(), now)
    if os.environ.get("GOLDEN") == "write":
        golden.write_bytes(now.read_bytes())

    assert now.read_text(encoding="utf-8") == golden.read_text(encoding="utf-8")
