"""Validators of our JSON, for every test that makes some: by the schema that is installed with the program."""

import json
from importlib.resources import files

from jsonschema import Draft202012Validator

SCHEMA = json.loads(files("align.report").joinpath("report.schema.json").read_text(encoding="utf-8"))

VALIDATORS = {
    "report": Draft202012Validator(SCHEMA),
    "quotes": Draft202012Validator({**SCHEMA, "$ref": "#/$defs/quotes"}),
    "places": Draft202012Validator({**SCHEMA, "$ref": "#/$defs/places"}),
    "transcript": Draft202012Validator({**SCHEMA, "$ref": "#/$defs/transcript"}),
}
"""By document; the file's root is the report."""
