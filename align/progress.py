"""How far has the work come? Whoever wants to know hands an observer to the pipeline; two here show it on stderr.

On a terminal a line that moves, elsewhere a line now and then. Their library is imported when one of them is made.
"""

import time
from contextlib import suppress
from types import TracebackType
from typing import TYPE_CHECKING, Self

from align.records import Recording

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import TaskID

_PLAIN_EVERY = 10.0  # s between two plain lines
_BAR = 20  # characters
_SOON = 1.0  # s of work before which its speed says nothing


class Progress:
    """An observer that is told how far the work has come; this one keeps it to itself."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Nothing is left to clear."""

    def transcribed(self, recording: Recording, seconds: float) -> None:
        """Take note that so many seconds of `recording` have been transcribed."""

    def retranscribed(self, recording: Recording, seconds: float, total: float) -> None:
        """Take note that so many of all seconds that got no words at first have been transcribed again."""

    def diarized(self, recording: Recording, seconds: float) -> None:
        """Take note that voices have been told apart in so many seconds of `recording`."""

    def heard_again(self, done: int, total: int) -> None:
        """Take note that the passages of so many quotes of all have been heard, whose transcript was given."""

    def checked(self, done: int, total: int) -> None:
        """Take note that so many quotes of all have been checked."""

    def added(self, done: int, total: int) -> None:
        """Take note that so many files of all are in an archive."""

    def paired(self, done: int, total: int, heard: float) -> None:
        """Take note that so many pairs of a batch are done, and so many seconds of sound were heard for it."""


class LiveProgress(Progress):
    """A line for each recording, and one for the checking: stage, audio time done of total, speed, time left."""

    def __init__(self, console: "Console") -> None:
        from rich import progress

        self._lines = progress.Progress(
            progress.TextColumn("{task.description}", markup=False),
            progress.BarColumn(bar_width=_BAR),
            progress.TextColumn("{task.fields[state]}"),
            progress.TimeRemainingColumn(compact=True),
            console=console,
            transient=True,
        )
        self._tasks: dict[str, TaskID] = {}
        self._began: dict[str, float] = {}

    def __enter__(self) -> Self:
        self._lines.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._lines.stop()

    def transcribed(self, recording: Recording, seconds: float) -> None:
        """Show how much of `recording` was transcribed, and how fast."""
        elapsed = self._elapsed(recording.name)
        speed = f", {seconds / elapsed:.0f}×" if elapsed > _SOON else ""
        state = f"{_share(seconds, recording.duration)}{speed}"
        self._show(f"Hearing {_name(recording)}", seconds, recording.duration, state)

    def retranscribed(self, recording: Recording, seconds: float, total: float) -> None:
        """Show how much of the speech without words was transcribed again."""
        self._show(f"Hearing gaps in {_name(recording)}", seconds, total, _share(seconds, total))

    def diarized(self, recording: Recording, seconds: float) -> None:
        """Show in how much of `recording` voices were told apart."""
        state = _share(seconds, recording.duration)
        self._show(f"Telling voices apart in {_name(recording)}", seconds, recording.duration, state)

    def heard_again(self, done: int, total: int) -> None:
        """Show how many quotes were heard."""
        self._show("Hearing quotes", done, total, f"{done} of {total}")

    def checked(self, done: int, total: int) -> None:
        """Show how many quotes were checked."""
        self._show("Checking quotes", done, total, f"{done} of {total}")

    def added(self, done: int, total: int) -> None:
        """Show how many files are in the archive."""
        self._show("Indexing", done, total, f"{done} of {total}")

    def paired(self, done: int, total: int, heard: float) -> None:
        """Show how many pairs are done, and how much was heard."""
        self._show("Checking articles", done, total, f"{done} of {total}, {_hours(heard)} heard")

    def _elapsed(self, what: str) -> float:
        return time.monotonic() - self._began.setdefault(what, time.monotonic())

    def _show(self, what: str, done: float, total: float, state: str) -> None:
        if what not in self._tasks:
            self._tasks[what] = self._lines.add_task(what, total=total, state=state)
        self._lines.update(self._tasks[what], completed=done, state=state)


class PlainProgress(Progress):
    """Now and then a line, for logs."""

    def __init__(self, console: "Console") -> None:
        self._console = console
        self._last = time.monotonic()
        self._begun: tuple[float, int] | None = None  # when a batch began, and how much of it was done then

    def transcribed(self, recording: Recording, seconds: float) -> None:
        """Say how much of `recording` was transcribed."""
        self._say(f"hearing {_name(recording)}: {_share(seconds, recording.duration)}")

    def retranscribed(self, recording: Recording, seconds: float, total: float) -> None:
        """Say how much of the speech without words was transcribed again."""
        self._say(f"hearing gaps in {_name(recording)}: {_share(seconds, total)}")

    def diarized(self, recording: Recording, seconds: float) -> None:
        """Say in how much of `recording` voices were told apart."""
        self._say(f"telling voices apart in {_name(recording)}: {_share(seconds, recording.duration)}")

    def heard_again(self, done: int, total: int) -> None:
        """Say how many quotes were heard."""
        self._say(f"hearing quotes: {done} of {total}")

    def checked(self, done: int, total: int) -> None:
        """Say how many quotes were checked."""
        self._say(f"checking quotes: {done} of {total}")

    def added(self, done: int, total: int) -> None:
        """Say how many files are in the archive."""
        self._say(f"indexing: {done} of {total}")

    def paired(self, done: int, total: int, heard: float) -> None:
        """Say how many pairs are done, how much was heard, and how long the rest will take."""
        self._begun = self._begun or (time.monotonic(), done)
        began, already = self._begun
        rest = (time.monotonic() - began) / (done - already) * (total - done) if done > already else 0.0
        left = f", about {_hours(rest)} left" if rest else ""
        self._say(f"checking articles: {done} of {total}, {_hours(heard)} heard{left}")

    def _say(self, line: str) -> None:
        if time.monotonic() - self._last >= _PLAIN_EVERY:
            self._last = time.monotonic()
            with suppress(OSError):  # who cannot be told misses nothing
                self._console.print(line, markup=False, highlight=False, soft_wrap=True)


def progress_on(console: "Console") -> Progress:
    """Return the observer that suits where `console` writes to; use it in a `with` statement."""
    return LiveProgress(console) if console.is_terminal else PlainProgress(console)


def _name(recording: Recording) -> str:
    from align.report.view.sanitize import printable

    return printable(recording.name)


def _share(seconds: float, total: float) -> str:
    """Return how much of a recording that is, as times."""
    from align.report.view.times import clock  # with the reports' package, which who only looks on need not load

    return f"{clock(seconds)} of {clock(total)}"


def _hours(seconds: float) -> str:
    """Return hours and minutes."""
    hours, minutes = divmod(round(seconds / 60), 60)
    return f"{hours}:{minutes:02} h"
