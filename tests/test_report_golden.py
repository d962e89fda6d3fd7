"""Every format of two reports as a file to look at; after a change that is meant, run with GOLDEN=write and look."""

import os
from pathlib import Path

import pytest

from align.report import REPORT_FORMATS, write_report
from tests.golden.samples import council
from tests.golden.voices import interview

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("story", [council, interview], ids=lambda story: story.__name__)
@pytest.mark.parametrize("ending", [ending for ending in REPORT_FORMATS if ending not in (".html", ".otio")])
def test_format_is_as_it_was(ending, story, tmp_path):
    name = f"{story.__name__}{ending}"
    golden, now = GOLDEN / name, tmp_path / name
    write_report(story(), now)
    if os.environ.get("GOLDEN") == "write":
        golden.write_bytes(now.read_bytes())

    assert now.read_text(encoding="utf-8") == golden.read_text(encoding="utf-8")
