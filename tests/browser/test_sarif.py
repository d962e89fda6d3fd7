"""SARIF checked by Ajv against the schema of the standard, as Microsoft's own matcher ships it."""

import json
import subprocess

import pytest

from align.report.formats.sarif import render_sarif
from tests.golden.samples import council, rename

pytestmark = pytest.mark.browser

VALIDATE = """
const ajv = new (require("ajv"))({ schemaId: "auto", allErrors: true });
ajv.addMetaSchema(require("ajv/lib/refs/json-schema-draft-04.json"));
const schema = require("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");
ajv.validate(schema, JSON.parse(require("fs").readFileSync(0)));
console.log(JSON.stringify(ajv.errors ?? []));
"""


def complaints(npm, sarif: str) -> list[str]:
    """What the schema forbids in a SARIF document, as paths into it."""
    done = subprocess.run(
        ["node", "--eval", VALIDATE], cwd=npm.parent, input=sarif, capture_output=True, check=True, text=True
    )
    return [error["dataPath"] for error in json.loads(done.stdout)]


@pytest.mark.parametrize("name", ["bridge.txt", "C:\\desk\\a b % “ü”.txt", "../<b>&?#.txt"])
def test_sarif_keeps_to_the_schema(npm, name):
    report = rename(council(), name, ["a.mp3", "b.mp3"])

    assert complaints(npm, render_sarif(report)) == []


def test_the_check_would_notice(npm):
    wrong = render_sarif(council()).replace('"error"', '"fatal"', 1)

    assert complaints(npm, wrong) == [".runs[0].results[0].level"]
