"""Progress on stderr for the command line: a live line on a terminal, plain lines elsewhere, nothing when quiet."""

import time
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

from align.records import Recording
from align.report.view.times import clock
from align.watch import Watcher

_PLAIN_EVERY = 10.0  # s between two plain lines


class LiveProgress(Watcher):
    """A line for each recording, and one for the checking: stage, audio time done of total, speed, time left."""

    def __init__(self, console: Console) -> None:
        self._progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(bar_width=20),
            TextColumn("{task.fields[state]}"),
            TimeRemainingColumn(compact=True),
            console=console,
            transient=True,
        )
        self._tasks: dict[str, TaskID] = {}
        self._began: dict[str, float] = {}

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._progress.stop()

    def transcribed(self, recording: Recording, seconds: float) -> None:
        """Show how much of `recording` was heard, and how fast."""
        elapsed = self._elapsed(recording.path)
        speed = f", {seconds / elapsed:.0f}×" if elapsed > 1 else ""
        state = f"{clock(seconds)} of {clock(recording.duration)}{speed}"
        self._show(f"Hearing {recording.path}", seconds, recording.duration, state)

    def retranscribed(self, recording: Recording, seconds: float, total: float) -> None:
        """Show how much of the speech without words was heard again."""
        self._show(f"Hearing gaps in {recording.path}", seconds, total, f"{clock(seconds)} of {clock(total)}")

    def checked(self, done: int, total: int) -> None:
        """Show how many quotes were checked."""
        self._show("Checking quotes", done, total, f"{done} of {total}")

    def _elapsed(self, what: str) -> float:
        return time.monotonic() - self._began.setdefault(what, time.monotonic())

    def _show(self, what: str, done: float, total: float, state: str) -> None:
        if what not in self._tasks:
            self._tasks[what] = self._progress.add_task(what, total=total, state=state)
        self._progress.update(self._tasks[what], completed=done, state=state)


class PlainProgress(Watcher):
    """Now and then a line, for logs."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._last = time.monotonic()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Nothing is left to clear."""

    def transcribed(self, recording: Recording, seconds: float) -> None:
        """Say how much of `recording` was heard."""
        self._say(f"hearing {recording.path}: {clock(seconds)} of {clock(recording.duration)}")

    def retranscribed(self, recording: Recording, seconds: float, total: float) -> None:
        """Say how much of the speech without words was heard again."""
        self._say(f"hearing gaps in {recording.path}: {clock(seconds)} of {clock(total)}")

    def checked(self, done: int, total: int) -> None:
        """Say how many quotes were checked."""
        self._say(f"checking quotes: {done} of {total}")

    def _say(self, line: str) -> None:
        if time.monotonic() - self._last >= _PLAIN_EVERY:
            self._last = time.monotonic()
            self._console.print(line, markup=False, highlight=False, soft_wrap=True)


def progress_on(console: Console) -> LiveProgress | PlainProgress:
    """Return the progress that suits where `console` writes to."""
    return LiveProgress(console) if console.is_terminal else PlainProgress(console)
