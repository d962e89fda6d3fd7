"""The commands that search many recordings: `index`, `find`."""

from typing import Annotated

import typer

from align import api
from align.cli.options import (
    ClipsFolder,
    EngineName,
    IndexFile,
    IsCached,
    IsQuiet,
    ModelName,
    StyleName,
)
from align.cli.terminal import show, show_progress, warn
from align.errors import OptionError
from align.exits import FAILED, standard_output
from align.models import Models


def index(
    files: Annotated[
        list[str] | None, typer.Argument(metavar="RECORDING|TRANSCRIPT...", help="What is put in, or taken out.")
    ] = None,
    index: IndexFile = None,
    listed: Annotated[bool, typer.Option("--list", help="Show what is in the index.")] = False,
    remove: Annotated[bool, typer.Option("--remove", help="Take these recordings out again.")] = False,
    check: Annotated[bool, typer.Option("--check", help="Look whether the index is damaged.")] = False,
    model: ModelName = None,
    engine: EngineName = Models.engine,
    memory: IsCached = True,
    quiet: IsQuiet = False,
) -> int:
    """Put recordings, which are heard, and transcripts into an index in which `align find` finds what was said.

    What is there already stays as it is, so a run that was stopped goes on. Exit status: 0 all is there, 2 some is not.
    """
    archive, given = api.Archive(index), files or []
    if listed + remove + check > 1 or bool(given) == (listed or check):
        raise OptionError("Give files to put in or, with --remove, to take out; or --list or --check, and no file.")
    if listed:
        return _list(archive)
    if check:
        return _check(archive)
    if remove:
        gone = archive.remove(given)
        warn(f"Taken out: {one.name}" for one in gone)
        return 0
    return _add(archive, given, Models(model, engine=engine, cache=memory), quiet)


def find(
    words: Annotated[str, typer.Argument(metavar="WORDS", help="The words, as they are quoted.")],
    index: IndexFile = None,
    speaker: Annotated[str | None, typer.Option("--speaker", help="Only where this person is known to speak.")] = None,
    clips: ClipsFolder = None,
    as_json: Annotated[bool, typer.Option("--json", help="Write JSON.")] = False,
    style: StyleName = "clean",
    model: ModelName = None,
    engine: EngineName = Models.engine,
    memory: IsCached = True,
) -> None:
    """Say in which recordings of the index WORDS are said, as they are or altered: when, by whom, and what differs."""
    from rich.console import Console

    from align.report.formats.places import print_places, render_places

    models = Models(model, engine=engine, cache=memory)
    found = api.Archive(index).find(words, speaker=speaker, style=style, models=models, clips=clips)
    if as_json:
        show(render_places(found))
        return
    with standard_output():
        print_places(found, Console())


def _add(archive: api.Archive, files: list[str], models: Models, quiet: bool) -> int:
    with show_progress(quiet) as progress:
        added = archive.add(files, models=models, progress=progress)
    problems = [f"{one.path} is not in the index: {one.problem}" for one in added if one.problem]
    warn(problems)
    if not quiet:
        new, known = sum(one.is_new for one in added), sum(not one.is_new and not one.problem for one in added)
        warn([f"{new} added, {known} there already, {len(problems)} not added: {archive.size().name}"])
    return FAILED if problems else 0


def _list(archive: api.Archive) -> int:
    from align.report.formats.places import render_listing

    show(render_listing(archive.list(), archive.size()))
    return 0


def _check(archive: api.Archive) -> int:
    problems = archive.check()
    show("".join(f"{problem}\n" for problem in problems) or f"Nothing is wrong with {archive.size().name}\n")
    return FAILED if problems else 0
