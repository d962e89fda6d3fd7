"""Which file is it? Its SHA-256, and by what is seen that it is no longer the file that was hashed."""

import codecs
import hashlib
import os
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from align.errors import RecordingError

HEAD = 4096
"""Bytes that tell text from sound."""


@dataclass(frozen=True, slots=True)
class Identity:
    """A file's SHA-256 and what its file system says of it, which any writing to it changes."""

    sha256: str
    state: tuple[int, ...]

    def check(self, path: str) -> None:
        """Raise RecordingError if the file at `path` is no longer this one, or not as it was."""
        if _state(os.stat(path)) != self.state:
            raise _changing(path)


def identify(path: str) -> Identity:
    """Return which file is at `path`; raises RecordingError if it is none that could hold a recording."""
    file = Path(path)
    if not file.exists():
        raise RecordingError(f"There is no recording at {path}: check the path.")
    if file.is_dir():
        raise RecordingError(f"{path} is a folder: give the recordings in it one by one.")
    if not file.is_file():
        raise RecordingError(f"{path} is a pipe or a device, not a file: write its sound into a file first.")
    try:
        with file.open("rb") as opened:
            before = _state(os.fstat(opened.fileno()))
            sha256 = hashlib.file_digest(opened, "sha256").hexdigest()
            opened.seek(0)
            head = opened.read(HEAD)
            after = _state(os.fstat(opened.fileno()))
    except OSError as error:
        raise RecordingError(f"{path} cannot be read: {error.strerror}.") from error
    if before != after:
        raise _changing(path)
    if not head:
        raise RecordingError(f"{path} is empty: get the recording again.")
    if is_text(head):
        raise RecordingError(f"{path} is text, not a recording: recordings come first and the article last.")
    return Identity(sha256, after)


def identify_beside(paths: Iterable[str]) -> Callable[[str], Identity]:
    """Return what `identify` does, of files that a thread begins to hash at once, one after another."""
    thread = ThreadPoolExecutor(1)
    found = {path: thread.submit(identify, path) for path in paths}
    thread.shutdown(wait=False)
    return lambda path: found[path].result() if path in found else identify(path)


def _state(found: os.stat_result) -> tuple[int, ...]:
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns


def _changing(path: str) -> RecordingError:
    return RecordingError(f"{path} changed while it was read: check again when it is complete.")


def is_text(head: bytes) -> bool:
    """Whether these first bytes of a file are UTF-8 text; a character cut in half at the end does not matter."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return False
    return b"\0" not in head
