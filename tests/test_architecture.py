"""The direction of the arrows, and what must not be loaded before it is needed."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "align"
MAY_IMPORT = {
    "article": {"article", "records", "enums", "errors"},
    "compare": {"compare", "languages", "records", "enums", "errors", "thresholds"},
    "languages": {"languages"},
    "report": {"report", "records", "enums", "errors", "_version"},
    "speech": {"speech", "records", "enums", "errors", "cache"},
}
"""Which parts of the package each stage may know. Only `pipeline` and the command line know them all."""
SOURCES = sorted(PACKAGE.rglob("*.py"))


def _imports(path: Path) -> set[str]:
    """The modules of our own that a file imports, without the package's name; `align` itself is the empty name."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] == "align":
            names.add((node.module or "").removeprefix("align").removeprefix("."))
        elif isinstance(node, ast.Import):
            names |= {name.name.removeprefix("align.") for name in node.names if name.name.startswith("align.")}
    return names


@pytest.mark.parametrize("stage", MAY_IMPORT)
def test_stages_do_not_know_each_other(stage):
    for path in (PACKAGE / stage).rglob("*.py"):
        known = {name.partition(".")[0] for name in _imports(path)}
        assert known <= MAY_IMPORT[stage], path


def test_only_the_command_line_prints_or_exits():
    for path in SOURCES:
        if path.name in ("cli.py", "progress.py"):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            called = node.func if isinstance(node, ast.Call) else None
            assert not (isinstance(called, ast.Name) and called.id in ("print", "input", "exit")), path
            assert not (isinstance(called, ast.Attribute) and ast.unparse(called) in ("sys.exit", "typer.echo")), path


def test_no_file_and_no_function_is_long():
    for path in SOURCES:
        text = path.read_text(encoding="utf-8")
        assert text.count("\n") <= 300 or path.name == "records.py", path  # every value of the program in one place
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                assert node.end_lineno - node.lineno < 40 or path.name == "cli.py", f"{path}: {node.name}"


def test_nothing_is_caught_broadly():
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ExceptHandler):
                assert node.type is not None, path
                assert ast.unparse(node.type) not in ("Exception", "BaseException"), path


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["check", "--help"]])
def test_help_loads_no_model(arguments):
    code = (
        "import sys; from align.cli import app\n"
        f"try: app({arguments!r})\n"
        "except SystemExit: pass\n"
        "heavy = {'torch', 'whisper', 'numba', 'numpy', 'rapidfuzz', 'jinja2'} & set(sys.modules)\n"
        "sys.exit(f'loaded {heavy}' if heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
