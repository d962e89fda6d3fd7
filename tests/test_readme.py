"""The README promises nothing that is not there: commands, formats, keys, verdicts, and an example that runs.

What it shares with the other pages (flags, links, paths, tables) is tested in `test_docs.py`.
"""

import re
import tomllib
from pathlib import Path

import pytest

from align import article, report
from align.records import Category, Verdict
from align.speech import transcripts
from tests.needs import needs_model
from tests.pages import CLI, blocks_of, read_page

ROOT = Path(__file__).parents[1]
README = read_page("README.md")
BLOCKS = blocks_of(README)


def formats_in(table):
    """The endings in the first column of the table whose head begins with `table`."""
    rows = README.partition(f"| {table} |")[2].partition("\n\n")[0].splitlines()
    return {ending for row in rows for ending in re.findall(r"`(\.[\w.]+)`", row.split("|")[1])}


def test_every_command_is_named():
    assert {name for name in CLI.commands if f"align {name}" not in README} <= {"cache"}


def test_every_extra_is_named():
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]

    assert [name for name in extras if f"`{name}`" not in README] == []


def test_the_reports_are_those_that_are_written():
    assert formats_in("`-o` ends in") == {*report.REPORT_FORMATS}


def test_the_transcripts_are_those_that_are_read():
    table = README.partition("| transcript |")[2].partition("\n\n")[0]

    assert [reader.name for reader in transcripts.READERS if reader.name not in table] == []


@pytest.mark.parametrize(
    ("sentence", "formats"),
    [
        (r"`align transcribe` writes (`\..*?), `align", report.TRANSCRIPT_FORMATS),
        (r"`align quotes` writes (`[^`]+`)", report.QUOTES_FORMATS),
    ],
)
def test_the_other_commands_write_what_is_said(sentence, formats):
    assert set(re.findall(r"`(\.\w+)`", re.search(sentence, README)[1])) == {*formats}


def test_the_articles_are_those_that_are_read():
    """Two extensions of one format share a reader: naming one is enough."""
    named = re.findall(r"`(\.\w+)`", re.search(r"The last argument is the article \(([^)]*)\)", README)[1])

    assert {article.READERS[extension] for extension in named} == {*article.READERS.values()}


def test_the_keys_of_the_walk_are_those_of_the_page():
    script = (ROOT / "align" / "report" / "page" / "keys.js").read_text(encoding="utf-8")
    table = script.partition("const keys = {")[2].partition("};")[0]
    keys = {key.strip('"') for key in re.findall(r'^ {2}("."|\w):', table, re.MULTILINE)}
    walk = README.partition("## Clear an article")[2].partition("\n## ")[0]
    named = {" " if key == "space" else key for key in re.findall(r"`(\w|\?|space)`", walk)}

    assert named == keys


def test_every_verdict_is_explained():
    """And every category that the categories' sentence names exists."""
    part = README.partition("## What the verdicts mean")[2].partition("\n## ")[0]
    sentence = part.partition("Each edit has a category")[2].partition("\n\n")[0].partition("`confirmed`")[0]

    assert set(re.findall(r"^\| `(\w+)`", part, re.MULTILINE)) == {*Verdict}
    assert set(re.findall(r"`(\w+)`", sentence)) <= {*Category}


@pytest.mark.model
@needs_model("base")
def test_the_example_runs(monkeypatch, capsys, tmp_path):
    (example,) = (block for language, block in BLOCKS if language == "python")
    (tmp_path / "fixtures").symlink_to(ROOT / "fixtures")
    monkeypatch.setenv("ALIGN_CACHE", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    exec(compile(example, "README.md", "exec"), {})  # noqa: S102 -- our own README

    findings, edits = [], []
    for line in capsys.readouterr().out.splitlines():
        (edits if line.startswith(" ") else findings).append(line.split())
    assert {verdict for verdict, *_ in findings} <= {*Verdict}
    assert any("Naseem" in words for words in findings)
    assert ["modality", "may", "→", "are"] in [words[:4] for words in edits]
    assert (tmp_path / "report.html").stat().st_size > 100_000
