"""SARIF checked by the TypeScript compiler against the published types of the format."""

import subprocess

import pytest

from align.report.sarif import render_sarif
from tests.golden.samples import council

pytestmark = pytest.mark.browser


def compiles(npm, folder, sarif: str) -> bool:
    source = folder / "log.ts"
    source.write_text(f'import type {{ Log }} from "{npm}/@types/sarif";\nexport const log: Log = {sarif};\n')
    tsc = ["node", str(npm / "typescript" / "bin" / "tsc"), "--noEmit", "--strict", str(source)]
    return subprocess.run(tsc, check=False, capture_output=True).returncode == 0


def test_sarif_has_the_published_shape(npm, tmp_path):
    assert compiles(npm, tmp_path, render_sarif(council()))


def test_the_check_would_notice(npm, tmp_path):
    assert not compiles(npm, tmp_path, render_sarif(council()).replace('"error"', '"fatal"'))
