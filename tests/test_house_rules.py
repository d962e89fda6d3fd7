"""How the house is kept: sizes, names, who may print, what is caught, and that a library leaves its process alone."""

import ast
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median

import pytest

from tests.sources import Source, read_sources

ROOT = Path(__file__).parent.parent
SOURCES = read_sources("align")

TOP_LEVEL = {
    "pyproject.toml", "align", "tests", "fixtures", "seeds", "docs",
    ".ci", ".gitignore", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "Makefile", "README.md", "constraints.txt",
}  # fmt: skip
"""The folders that the project has, and what people and tools look for by name."""

LONGEST_FILE = 300  # lines; the records are one file, however many they become
LONGEST_FUNCTION = 40  # lines, from its name on
USUAL_FUNCTION = 8  # lines, that the median must lie under
MOST_REMEMBERED = 4096  # results, by a cache that belongs to no object and dies with the process

NAMED_AS_WHAT_THEY_HOLD = {"align/article/formats/html.py", "align/compare/token.py"}
"""Files with a name of the standard library that say best what is in them; all our imports are absolute."""


def test_the_top_level_holds_nothing_but_the_project():
    if not (ROOT / ".git").exists():
        pytest.skip("not a checkout: what lies here is not told from what belongs here")
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()

    assert {name.partition("/")[0] for name in listed} == TOP_LEVEL


def test_no_file_is_long():
    lengths = {str(source): source.text.count("\n") for source in SOURCES if source.path.name != "records.py"}

    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_FILE} == {}


def test_no_word_list_holds_a_word_twice():
    sources = [source for source in SOURCES if source.path.parent.name == "lexicons"]
    calls = [node for source in sources for node in ast.walk(source.tree) if isinstance(node, ast.Call)]
    lists = [call for call in calls if isinstance(call.func, ast.Name) and call.func.id == "words"]
    texts = [argument.value for call in lists for argument in call.args if isinstance(argument, ast.Constant)]
    counts = [Counter(str(text).split()) for text in texts]

    assert len(counts) > 100
    assert [word for count in counts for word, times in count.items() if times > 1] == []


def test_no_function_is_long_and_most_are_short():
    lengths = {f"{source}: {function.name}": _lines(function) for source in SOURCES for function in source.functions}

    assert {name: lines for name, lines in lengths.items() if lines >= LONGEST_FUNCTION} == {}
    assert median(lengths.values()) < USUAL_FUNCTION


def _lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def test_no_public_class_name_means_two_things():
    names = Counter(node.name for source in SOURCES for node in source.tree.body if isinstance(node, ast.ClassDef))

    assert [name for name, count in names.items() if count > 1 and not name.startswith("_")] == []


def test_no_module_hides_one_of_the_standard_library():
    hiding = {str(source) for source in SOURCES if source.module.rpartition(".")[2] in sys.stdlib_module_names}

    assert hiding == NAMED_AS_WHAT_THEY_HOLD


def test_all_imports_are_absolute():
    relative = [
        f"{source}: {ast.unparse(node)}" for source, node in _nodes() if isinstance(node, ast.ImportFrom) and node.level
    ]

    assert relative == []


def test_only_the_command_line_prints_or_exits():
    printing = {"print", "input", "exit", "quit", "sys.exit", "typer.echo"}
    found = {f"{source}: {name}" for source, name in _called("align.cli", "align.progress") if name in printing}

    assert found == set()


def test_the_command_line_alone_tunes_the_garbage_collector():
    assert [f"{source}: {name}" for source, name in _called("align.cli") if name.startswith("gc.")] == []


def test_nothing_is_caught_broadly_but_at_the_outermost_border():
    handlers = [(source, node.type) for source, node in _nodes() if isinstance(node, ast.ExceptHandler)]
    broad = [str(source) for source, caught in handlers if not caught or _is_broad(caught)]

    assert broad == ["align/cli/application.py"]


def _is_broad(caught: ast.expr) -> bool:
    return any(isinstance(node, ast.Name) and node.id in ("Exception", "BaseException") for node in ast.walk(caught))


def test_nothing_that_was_imported_is_changed():
    patched = [f"{source}: {ast.unparse(target)}" for source in SOURCES for target in _patched(source)]

    assert patched == []
    assert [str(source) for source, node in _nodes() if isinstance(node, ast.Global)] == []


def _patched(source: Source) -> Iterator[ast.expr]:
    """Attributes and items of imported things that are set or deleted."""
    nodes = list(ast.walk(source.tree))
    imports = [node for node in nodes if isinstance(node, ast.Import | ast.ImportFrom)]
    imported = {name.asname or name.name.partition(".")[0] for node in imports for name in node.names}
    for node in nodes:
        targets = node.targets if isinstance(node, ast.Assign | ast.Delete) else [getattr(node, "target", None)]
        for target in targets:
            base = target
            while isinstance(base, ast.Attribute | ast.Subscript):
                base = base.value
            if base is not target and isinstance(base, ast.Name) and base.id in imported:
                yield target


def test_what_a_process_remembers_is_bounded_and_small():
    """A cache that belongs to a function is never emptied: it holds one thing, or says how many."""
    caches = {
        f"{source}: {function.name}": _size(decorator)
        for source in SOURCES
        for function in source.functions
        for decorator in function.decorator_list
        if _is_cache(decorator) and _has_arguments(function)
    }

    assert {name: size for name, size in caches.items() if size > MOST_REMEMBERED} == {}


def _is_cache(decorator: ast.expr) -> bool:
    return ast.unparse(decorator).removeprefix("functools.").partition("(")[0] in ("cache", "lru_cache")


def _has_arguments(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    given = function.args
    return bool([*given.posonlyargs, *given.args, *given.kwonlyargs]) or bool(given.vararg or given.kwarg)


def _size(decorator: ast.expr) -> float:
    """How many results are kept at most, as far as it is written beside it."""
    if not isinstance(decorator, ast.Call):
        return 128 if ast.unparse(decorator).endswith("lru_cache") else float("inf")
    given = [*decorator.args, *(keyword.value for keyword in decorator.keywords if keyword.arg == "maxsize")]
    return next((value.value for value in given if isinstance(value, ast.Constant) and value.value), float("inf"))


def _nodes() -> Iterator[tuple[Source, ast.AST]]:
    return ((source, node) for source in SOURCES for node in ast.walk(source.tree))


def _called(*exempt: str) -> Iterator[tuple[Source, str]]:
    """Every call, by name, but in the modules and packages named."""
    calls = ((source, node) for source, node in _nodes() if isinstance(node, ast.Call))
    return ((source, ast.unparse(call.func)) for source, call in calls if not _is_in(source, exempt))


def _is_in(source: Source, parts: Sequence[str]) -> bool:
    return any(f"{source.module}.".startswith(f"{part}.") for part in parts)
