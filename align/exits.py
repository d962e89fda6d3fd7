"""How does the program end? A sentence and a status for whatever was raised, and streams that are left in order.

What belongs to the whole process is done here, and for the command line alone.
"""

import io
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from align.errors import AlignError, OutputError

FAILED = 2
"""Exit status of a job that could not be done; from `docs/contract.md`."""

SIGNALLED = 128
"""What a shell adds to the number of the signal that stopped a program."""

_STOPPING = ("SIGTERM", "SIGHUP")
"""Signals that stop a run as Ctrl-C does; Windows lacks the second."""

_LAST_STREAM = 2
"""Number of standard error; the other two come before it."""

_LONGEST_FAULT = 200  # characters


def sentence_of(error: BaseException) -> str:
    """Return what is said of an error: its own words where it was foreseen."""
    match error:
        case AlignError():
            return str(error)
        case KeyboardInterrupt():
            return "Stopped before it was done."
        case MemoryError():
            return "There is not enough memory for this: close other programs, or give a smaller model or article."
        case OSError(strerror=str(reason)):
            what = f"{error.filename}: {reason}" if error.filename else reason
            return f"The system does not let it go on ({what}): put that right and try again."
    fault = f"{type(error).__name__}: {error}"[:_LONGEST_FAULT]
    return (
        f"This is a fault of the program that nobody foresaw ({fault}): "
        "please tell whoever maintains align, with what --debug shows."
    )


def status_of(error: BaseException) -> int:
    """Return the exit status of a run that ends with an error."""
    if isinstance(error, KeyboardInterrupt):
        return SIGNALLED + int((*error.args, signal.SIGINT)[0])
    return FAILED


def stop_on_signals() -> None:
    """Have the signals that end a program raise KeyboardInterrupt, so that what was begun is cleaned up."""
    for name in _STOPPING:
        if number := getattr(signal, name, None):
            signal.signal(number, _interrupt)


def _interrupt(number: int, _: object) -> None:
    raise KeyboardInterrupt(number)


def prepare_streams() -> None:
    """See to it that no file gets the number of a stream that is closed, and that any character can be written."""
    while (spare := os.open(os.devnull, os.O_RDWR)) <= _LAST_STREAM:
        pass
    os.close(spare)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


@contextmanager
def standard_output() -> Iterator[None]:
    """Write to standard output within: who stops reading it misses nothing; raises OutputError if it takes nothing."""
    if sys.stdout is None:
        raise OutputError("Standard output is closed: give a file with -o.")
    try:
        yield
        sys.stdout.flush()
    except (BrokenPipeError, SystemExit):  # of which rich makes the second
        pass
    except OSError as error:
        raise OutputError(f"Standard output cannot be written ({error.strerror}): give a file with -o.") from error


def settle_streams() -> None:
    """Give up what a stream could not write, which Python would complain of at the very end."""
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except OSError:
            with suppress(OSError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
