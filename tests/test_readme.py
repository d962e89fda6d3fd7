"""The README promises nothing that is not there: commands, flags, formats, keys, files, and an example that runs."""

import re
import shlex
from pathlib import Path

import pytest
import typer

from align import article, report
from align.cli import app
from align.records import Category, Verdict
from align.speech import transcripts
from tests.needs import needs_model

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w*)\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
COMMANDS = [
    line.partition("#")[0] for _, block in BLOCKS for line in block.splitlines() if re.match(r"(align|make) ", line)
]
COMMANDS += re.findall(r"`((?:align|make) [^`]+)`", README)
LINKS = re.findall(r"\]\(([^)\s]+)\)|\b(?:src|href)=\"([^\"]+)\"", README)

CLI = typer.main.get_command(app)


def flags_of(command):
    """Every way to write a flag of a command."""
    return {flag for parameter in command.params for flag in parameter.opts + parameter.secondary_opts} | {"--help"}


def formats_in(table):
    """The endings in the first column of the table whose head begins with `table`."""
    rows = README.partition(f"| {table} |")[2].partition("\n\n")[0].splitlines()
    return {ending for row in rows for ending in re.findall(r"`(\.[\w.]+)`", row.split("|")[1])}


@pytest.mark.parametrize("line", COMMANDS)
def test_every_command_and_its_flags_exist(line):
    program, name, *words = shlex.split(line)
    if program == "make":
        assert re.search(rf"^{name}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
        return
    assert {word for word in words if word.startswith("-")} <= flags_of(CLI.commands[name])


def test_every_flag_in_the_text_exists():
    known = set().union(*map(flags_of, CLI.commands.values())) | flags_of(CLI)

    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", README)) <= known


def test_every_command_is_named():
    assert {name for name in CLI.commands if f"align {name}" not in README} <= {"cache"}


def test_the_reports_are_those_that_are_written():
    assert formats_in("`-o` ends in") == {*report.REPORT_FORMATS}


def test_the_transcripts_are_those_that_are_read():
    assert formats_in("transcript") == {reader.extension for reader in transcripts.READERS}


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


@pytest.mark.parametrize("link", sorted({first or second for first, second in LINKS}))
def test_every_link_leads_somewhere(link):
    if link.startswith("#"):
        titles = re.findall(r"^#+ (.*)", README, re.MULTILINE)
        assert link[1:] in {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}
    else:
        assert (ROOT / link).is_file()


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
    monkeypatch.setenv("ALIGN_CACHE", str(tmp_path / "cache"))
    (example,) = (block for language, block in BLOCKS if language == "python")
    monkeypatch.chdir(ROOT)
    exec(compile(example, "README.md", "exec"), {})  # noqa: S102 -- our own README

    lines = capsys.readouterr().out.splitlines()
    assert lines
    assert all(line.split()[0] in {*Verdict} for line in lines)
    assert any("Mina Smallman" in line for line in lines)
