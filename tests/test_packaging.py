"""What is installed: all that we import and nothing else, tested in the versions that are written down."""

import ast
import re
import sys
import tomllib
from glob import glob
from importlib.metadata import packages_distributions
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from align.speech.whisper.weights import PACKAGES
from tests.sources import REPOSITORY, Source, imported_modules, read_sources

PROJECT = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))
RUNTIME = [Requirement(text) for text in PROJECT["project"]["dependencies"]]
EXTRAS = {
    name: [Requirement(text) for text in texts] for name, texts in PROJECT["project"]["optional-dependencies"].items()
}
GROUPS = {name: [Requirement(text) for text in texts] for name, texts in PROJECT["dependency-groups"].items()}
DISTRIBUTIONS = {"parselmouth": ["praat-parselmouth"], **packages_distributions()}  # one file of C++ names no package

FOR_OTHERS = {
    "audioop-lts": "pydub",
    "lxml-html-clean": "trafilatura",
    "otio-cmx3600-adapter": "opentimelineio",
}
"""What we do not import ourselves, and which of the packages that we do import fails without it."""

RUN_AS_COMMANDS = {"build", "coverage", "mypy", "pytest-xdist", "ruff"}
"""What developers run and nothing imports."""


def _names(requirements) -> set[str]:
    return {canonicalize_name(one.name) for one in requirements}


def _imported(folder: str) -> set[str]:
    """The distributions that a folder's files import, and those whose files it reads by their name."""
    modules = {name for source in read_sources(folder) for name in imported_modules(source) | _opened(source)}
    roots = {module.partition(".")[0] for module in modules} - sys.stdlib_module_names - {"align", "tests"}
    return {canonicalize_name(name) for root in roots for name in DISTRIBUTIONS.get(root, [root])}


def _opened(source: Source) -> set[str]:
    """Packages whose files are read: `files("name")` of importlib.resources."""
    calls = [node for node in ast.walk(source.tree) if isinstance(node, ast.Call) and node.args]
    named = [call.args[0] for call in calls if ast.unparse(call.func).rpartition(".")[2] == "files"]
    return {name.value for name in named if isinstance(name, ast.Constant) and isinstance(name.value, str)}


def test_every_dependency_is_used():
    imported = _imported("align")
    models = {name for package in PACKAGES.values() for name in package.distributions}

    assert _names([*RUNTIME, *EXTRAS["editors"], *EXTRAS["fast"], *EXTRAS["cluster"]]) - imported == set(FOR_OTHERS)
    assert set(FOR_OTHERS.values()) <= imported
    assert _names(EXTRAS["offline"]) == models
    assert _names(GROUPS["dev"]) - _imported("tests") == RUN_AS_COMMANDS


def test_every_import_is_declared():
    extras = [one for requirements in EXTRAS.values() for one in requirements]
    groups = [one for requirements in GROUPS.values() for one in requirements]

    assert _imported("align") <= _names([*RUNTIME, *extras])
    assert _imported("tests") <= _names([*RUNTIME, *extras, *groups])


def test_a_package_whose_files_we_read_is_held_to_releases_that_have_them():
    opened = {name.partition(".")[0] for source in read_sources("align") for name in _opened(source)} - {"align"}
    names = {canonicalize_name(name) for root in opened for name in DISTRIBUTIONS[root]}
    held = {canonicalize_name(one.name) for one in RUNTIME if re.fullmatch(r"(==|~=)\d+\.\d+\.\d+", str(one.specifier))}

    assert names
    assert names <= held


def test_versions_that_are_written_down_are_allowed_and_complete():
    rows = [Requirement(line) for line in (REPOSITORY / "constraints.txt").read_text(encoding="utf-8").splitlines()[1:]]
    tested = {canonicalize_name(row.name): next(iter(row.specifier)).version for row in rows}
    declared = [*RUNTIME, *(one for group in (EXTRAS | GROUPS).values() for one in group)]
    here = [one for one in declared if one.marker is None or one.marker.evaluate()]

    assert [str(one) for one in here if tested.get(canonicalize_name(one.name), "") not in one.specifier] == []
    assert list(tested) == sorted(tested)


def test_every_licence_goes_along_and_is_named():
    """Patterns are read as hatchling reads them, for which ** is one folder."""
    held = {
        path for pattern in PROJECT["project"]["license-files"] for path in map(Path, glob(str(REPOSITORY / pattern)))
    }
    beside = {path for ending in ("LICENSE", "NOTICE") for path in (REPOSITORY / "align").rglob(f"*.{ending}")}
    readme = (REPOSITORY / "README.md").read_text(encoding="utf-8")

    assert held == {REPOSITORY / "LICENSE", *beside}
    assert [path.name for path in beside if f"]({path.relative_to(REPOSITORY).as_posix()})" not in readme] == []


def test_only_tested_versions_of_python_are_claimed():
    claimed = [row for row in PROJECT["project"]["classifiers"] if re.search(r":: 3\.\d+$", row)]

    assert claimed == [f"Programming Language :: Python :: 3.{sys.version_info.minor}"]


def test_no_test_needs_what_is_above_the_repository():
    """Real speech, which cannot be given away with the code, is where SPEECH says it is."""
    above = re.compile(r"\.\.[/\"', ]+shared|parents\[\d\][^\n]*shared|ALIGN_SHARED")
    files = [path for folder in ("align", "tests") for path in (REPOSITORY / folder).rglob("*.*") if path.is_file()]
    ours = [path for path in files if path.suffix in (".py", ".md", ".js", ".json", ".jsonl", ".toml")]
    found = [path for path in ours if above.search(path.read_text(encoding="utf-8", errors="replace"))]

    assert [str(path) for path in found if "node_modules" not in path.parts and path.name != "test_packaging.py"] == []
