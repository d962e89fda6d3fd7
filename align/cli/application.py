"""What all commands have in common: the program around them, its end and its exit status."""

import gc
import inspect
import logging
import os
import sys
import traceback
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import wraps
from typing import Annotated, NoReturn

import typer

from align._version import __version__
from align.cli.options import IsDebugged
from align.exits import FAILED, prepare_streams, sentence_of, settle_streams, status_of, stop_on_signals

_GARBAGE = 100_000
"""Objects after which garbage is looked for. A command ends before much can gather, and importing torch alone makes a
million objects: with Python's own 700 a fifth of a finished run goes into looking."""

app = typer.Typer(
    help="Check the quotations of an article against the recording they come from.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def main() -> None:
    """Run the command line; this is the `align` command."""
    gc.set_threshold(_GARBAGE)
    logging.getLogger().addHandler(logging.NullHandler())  # what libraries log and warn of is for programmers
    if not sys.warnoptions:
        warnings.simplefilter("ignore")
    prepare_streams()
    stop_on_signals()
    try:
        with _border():
            app()
    except SystemExit as end:
        is_ours = isinstance(end, _Ended)  # typer says 1 where a pipe breaks, which here means a finding
        _leave(end.code if is_ours or end.code != 1 else FAILED)


def _leave(status: object) -> NoReturn:
    """End the program at once: Python waits for threads that still compute, and takes half a second to undo imports."""
    settle_streams()
    if isinstance(status, str):
        sys.exit(status)
    os._exit(status if isinstance(status, int) else 0)


class _Ended(SystemExit):
    """The end of a command, with its exit status; typer lets it through as it is."""


@contextmanager
def _border(debug: bool = False) -> Iterator[None]:
    """Let nothing out but an exit status: whatever is raised within is told on stderr in a sentence."""
    try:
        yield
    except (SystemExit, typer.Exit):
        raise
    except BaseException as error:  # noqa: BLE001 -- the outermost border: here even a bug becomes a sentence
        from align.report.view.sanitize import printable

        with suppress(OSError):
            if debug:
                typer.echo("".join(traceback.format_exception(error)), err=True)
            typer.echo(f"align: {printable(sentence_of(error))}", err=True)
        raise _Ended(status_of(error)) from None


def register(function: Callable[..., int | None]) -> None:
    """Make a command of a function that returns its exit status if it is not 0; with `--debug`, as all have it."""

    @wraps(function)
    def run(*arguments: object, debug: bool = False, **options: object) -> None:
        with _border(debug):
            raise _Ended(function(*arguments, **options) or 0)

    signature = inspect.signature(function)
    own = inspect.Parameter("debug", inspect.Parameter.KEYWORD_ONLY, default=False, annotation=IsDebugged)
    run.__signature__ = signature.replace(parameters=[*signature.parameters.values(), own])  # type: ignore[attr-defined]
    run.__annotations__ = {**function.__annotations__, "debug": IsDebugged}
    app.command()(run)


def _version(is_asked: bool) -> None:
    if is_asked:
        typer.echo(f"align {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    _: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")] = False,
) -> None:
    """Hold the options that belong to no command."""
