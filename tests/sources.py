"""The program's own files as trees of syntax, for the tests of how it is built."""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

REPOSITORY = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True)
class Source:
    """A file, its module's name as it is imported (`align.compare.diff`), its text and its tree."""

    path: Path
    module: str
    text: str
    tree: ast.Module

    def __str__(self) -> str:
        return str(self.path.relative_to(REPOSITORY))

    @property
    def functions(self) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
        """Every function and method, those inside others too."""
        return (node for node in ast.walk(self.tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


@cache
def read_sources(folder: str) -> tuple[Source, ...]:
    """Return the Python files below a folder of the repository, sorted by path."""
    return tuple(
        _read(path) for path in sorted((REPOSITORY / folder).rglob("*.py")) if "node_modules" not in path.parts
    )


def _read(path: Path) -> Source:
    parts = path.relative_to(REPOSITORY).with_suffix("").parts
    text = path.read_text(encoding="utf-8")
    return Source(path, ".".join(parts[:-1] if parts[-1] == "__init__" else parts), text, ast.parse(text))


def imported_modules(source: Source, known: Mapping[str, object] | None = None) -> set[str]:
    """Return what a file imports, wherever it does: `from a import b` is a.b if that is a known module, else a."""
    names = set()
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            inner = {f"{node.module}.{name.name}" for name in node.names}
            names |= {name if name in (known or {}) else str(node.module) for name in inner}
        elif isinstance(node, ast.Import):
            names |= {name.name for name in node.names}
    return names
