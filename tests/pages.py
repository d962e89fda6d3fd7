"""The pages of documentation, and what they name: commands, flags, links, paths."""

import re
from pathlib import Path

import typer

from align.cli import app

ROOT = Path(__file__).parents[1]
PAGES = (
    "README.md",
    "CONTRIBUTING.md",
    "align/article/README.md",
    "tests/accuracy/fit.md",
    *sorted(str(page.relative_to(ROOT)) for page in (ROOT / "docs").glob("*.md")),
)

CLI = typer.main.get_command(app)


def read_page(page: str) -> str:
    """Return the text of a page."""
    return (ROOT / page).read_text(encoding="utf-8")


def blocks_of(text: str) -> list[tuple[str, str]]:
    """Return the language and the content of every fenced block."""
    return re.findall(r"^```(\w*)\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


def commands_of(text: str) -> list[str]:
    """Return the commands in blocks and in lines, without comments."""
    lines = [line.partition("#")[0] for _, block in blocks_of(text) for line in block.splitlines()]
    started = [line for line in lines if re.match(r"(align|make|python -m) ", line)]
    return started + re.findall(r"`((?:align|make|python -m) [^`]+)`", text)


def links_of(text: str) -> set[str]:
    """Return where links and pictures lead to."""
    pairs = re.findall(r"\]\(([^)\s]+)\)|\b(?:src|href)=\"([^\"]+)\"", text)
    return {first or second for first, second in pairs}


def code_of(text: str) -> list[str]:
    """Return what is set as code within a line."""
    return re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL))


def flags_of(command) -> set[str]:
    """Return every way to write a flag of a command."""
    return {flag for parameter in command.params for flag in parameter.opts + parameter.secondary_opts} | {"--help"}
