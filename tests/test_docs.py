"""The pages say nothing that is not so: commands, flags, links, paths and names exist, and tables are tables."""

import argparse
import importlib.util
import re
import shlex

import pytest
from markdown_it import MarkdownIt

from align.compare.styles import SEVERITIES
from align.enums import Kind, Verdict
from tests.accuracy.options import add_options
from tests.pages import CLI, PAGES, ROOT, code_of, commands_of, flags_of, links_of, read_page

HARNESS = {*add_options(argparse.ArgumentParser())._option_string_actions}
"""The flags that `python -m tests.accuracy` and the fit share."""
SOURCES = [path.read_text(encoding="utf-8") for path in (ROOT / "align").rglob("*.py")]
OTHERS = {"docs/scale.md": {"--array", "--cpus-per-task", "--mem", "--nthreads", "--resources"}}
"""The flags of other programs, Slurm and Dask, that a page tells of."""
ON_PAPER = {"align/languages/de/__init__.py"}
"""What a page says somebody could write."""
NAMES = [
    name
    for row in read_page("docs/glossary.md").splitlines()
    if row.startswith("| ") and row.count("|") == 4
    for name in code_of(row.split("|")[3])
]


@pytest.mark.parametrize(("page", "line"), [(page, line) for page in PAGES for line in commands_of(read_page(page))])
def test_every_command_and_its_flags_exist(page, line):
    program, name, *words = shlex.split(line)
    flags = {word for word in words if word.startswith("-")}
    if program == "make":
        assert re.search(rf"^{name}:", read_page("Makefile"), re.MULTILINE)
    elif program == "python":
        assert importlib.util.find_spec(words[0])
        assert flags <= HARNESS
    else:
        assert flags <= flags_of(CLI.commands[name])


@pytest.mark.parametrize("page", PAGES)
def test_every_flag_in_the_text_exists(page):
    known = set().union(*map(flags_of, CLI.commands.values())) | flags_of(CLI)
    known |= (HARNESS if page != "README.md" else set()) | OTHERS.get(page, set())

    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", read_page(page))) <= known


@pytest.mark.parametrize(
    ("page", "link"), [(page, link) for page in PAGES for link in sorted(links_of(read_page(page)))]
)
def test_every_link_leads_somewhere(page, link):
    path, _, anchor = link.partition("#")
    target = (ROOT / page).parent / path if path else ROOT / page

    assert target.is_file()
    if anchor:
        titles = re.findall(r"^#+ (.*)", target.read_text(encoding="utf-8"), re.MULTILINE)
        assert anchor in {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("page", PAGES)
def test_every_path_exists(page):
    """A path is named from the root, from the package, or from where the page lies."""
    folders = (ROOT, ROOT / "align", (ROOT / page).parent)
    paths = [
        code for code in code_of(read_page(page)) if re.fullmatch(r"\.?\w[\w.-]*(/[\w.-]*)+|\w+\.(py|toml|md)", code)
    ]

    missing = [path for path in {*paths} - ON_PAPER if not any((folder / path).exists() for folder in folders)]
    assert not [path for path in missing if "/" in path or not is_file_somewhere(path)]


@pytest.mark.parametrize("page", PAGES)
def test_every_module_exists(page):
    named = {*re.findall(r"\w[\w/]*\.py\b", read_page(page))} - ON_PAPER

    assert not [name for name in named if not is_file_somewhere(name)]


@pytest.mark.parametrize("folder", ["", "speech", "compare", "compare/voices", "archive", "batches", "cli", "report"])
def test_the_layout_names_every_module(folder):
    layout = read_page("docs/design.md").partition("\nalign/\n")[2].partition("```")[0]
    named = {*re.findall(r"\w+", layout)}

    assert {path.stem for path in (ROOT / "align" / folder).glob("[!_]*.py")} <= named


@pytest.mark.parametrize("folder", ["marks", "quotations", "attribution", "entities"])
def test_the_table_of_the_article_s_parts_names_every_module(folder):
    named = {*re.findall(r"\w+", read_page("align/article/README.md").partition("## How it works")[2])}

    assert {path.stem for path in (ROOT / "align" / "article" / folder).glob("[!_]*.py")} <= named


def test_every_page_that_the_code_cites_exists():
    tests = (path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("*.py"))
    cited = {page for source in (*SOURCES, *tests) for page in re.findall(r"[\w/]+/\w+\.md\b", source)}

    assert cited
    assert not [page for page in cited if not (ROOT / page).is_file()]


def is_file_somewhere(name):
    """Whether a file of the package or the tests has a path that ends so."""
    found = (path for folder in ("align", "tests") for path in (ROOT / folder).rglob(name.rpartition("/")[2]))
    return any(path.as_posix().endswith(f"/{name}") for path in found)


@pytest.mark.parametrize("name", NAMES)
def test_every_name_of_the_glossary_is_in_the_code(name):
    assert (ROOT / "align" / name).exists() if "/" in name else is_defined(name)


def is_defined(name):
    """Whether a class, a function, a constant or a field of this name is in the package."""
    definition = re.compile(rf"^\s*(?:(?:class|def) {name}\b|{name}(?:: | = ))", re.MULTILINE)
    return any(definition.search(source) for source in SOURCES)


def test_the_glossary_names_something():
    assert len(NAMES) > 50


def contract_table(title):
    """The cells of the table below a heading of the contract, its head left out."""
    part = read_page("docs/contract.md").partition(f"\n### {title}\n")[2].partition("\n#")[0]
    rows = [row.split("|")[1:-1] for row in part.splitlines() if row.startswith("|")]
    return rows[2:]


@pytest.mark.parametrize("words", [Verdict, Kind])
def test_the_contract_explains_every_word(words):
    assert [code_of(word)[0] for word, _ in contract_table(words.__name__.lower())] == [*words]


def test_the_contract_s_severities_are_the_program_s():
    told = {name: row.split()[0] for row, names in contract_table("category") for name in re.findall(r"`(\w+)`", names)}

    assert told == SEVERITIES


@pytest.mark.parametrize("page", PAGES)
def test_every_table_is_one(page):
    """As Markdown reads it: as many as were meant, and no row with a cell more or less than its head."""
    text = read_page(page)
    tables = [token for token in MarkdownIt().enable("table").parse(text) if token.type == "table_open"]

    assert len(tables) == len(re.findall(r"^\|(?: ?-+ ?\|)+$", text, re.MULTILINE))
    for table in tables:
        rows = text.splitlines()[slice(*table.map)]
        assert {row.replace("\\|", "").count("|") for row in rows} == {rows[0].count("|")}
