"""What does a recording sound like between two instants? Ask its `Audio`.

A recording is decoded once, when it is first heard, into a temporary file; memory holds only what is asked for.
"""

import codecs
import hashlib
import io
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import IO, Self

import numpy as np
from numpy.typing import NDArray

from align.errors import RecordingError
from align.records import Interval, Recording
from align.speech.ffmpeg import BYTES_PER_SECOND, SAMPLE_RATE, decode_audio

Samples = NDArray[np.float32]
"""Mono sound at 16 kHz, shape `(n,)`, values -1 to 1."""

FULL_SCALE = 32768
"""The largest magnitude of a 16-bit sample."""


@dataclass(frozen=True, slots=True)
class Clip:
    """A stretch of sound that is read when it is heard; `key` tells it from all others, so what is known of it is."""

    key: str
    read: Callable[[], Samples]


SILENCE = Clip("silence", lambda: np.zeros(0, np.float32))
"""No sound; whoever hears it fills it up with silence."""


class Audio:
    """A recording that can be heard piece by piece. Use it in a `with` statement: leaving removes what was decoded.

    `path` is as the user typed it, `sha256` of the file's bytes. Nothing is decoded before sound or duration is asked
    for, and that can raise RecordingError. Several threads may ask at once.
    """

    def __init__(self, path: str, sha256: str) -> None:
        self.path = path
        self.sha256 = sha256
        self._closing = ExitStack()
        self._turn = Lock()  # a file has one position, and os.pread is not everywhere

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Remove what was decoded."""
        self._closing.close()

    @cached_property
    def recording(self) -> Recording:
        """The file with its duration."""
        with self._turn:
            return Recording(self.path, self.sha256, self._pcm.seek(0, io.SEEK_END) / BYTES_PER_SECOND)

    def samples(self, start: float, end: float) -> Samples:
        """Return the sound from `start` to `end`, in seconds; less where the recording begins or ends."""
        last = round(self.recording.duration * SAMPLE_RATE)
        first, stop = (min(max(0, round(instant * SAMPLE_RATE)), last) for instant in (start, end))
        with self._turn:
            self._pcm.seek(2 * first)
            pcm = self._pcm.read(2 * max(0, stop - first))
        return np.frombuffer(pcm, dtype="<i2").astype(np.float32) / np.float32(FULL_SCALE)

    def clip(self, interval: Interval) -> Clip:
        """Return the sound of `interval`, to be read when it is needed."""
        key = f"{self.sha256} {interval.start!r} {interval.end!r}"
        return Clip(key, partial(self.samples, interval.start, interval.end))

    @cached_property
    def _pcm(self) -> IO[bytes]:
        try:
            pcm = self._closing.enter_context(tempfile.TemporaryFile(prefix="align-"))  # noqa: SIM115 -- close() closes
            decode_audio(Path(self.path), self.path, pcm)
        except OSError as error:
            raise RecordingError(f"{self.path} cannot be decoded: {error.strerror}.") from error
        return pcm


def open_audio(path: str) -> Audio:
    """Return the recording at `path`; raises RecordingError if there is none that can be read."""
    if not Path(path).exists():
        raise RecordingError(f"There is no recording at {path}: check the path.")
    if Path(path).is_dir():
        raise RecordingError(f"{path} is a folder: give the recordings in it one by one.")
    try:
        with Path(path).open("rb") as file:
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
            file.seek(0)
            head = file.read(4096)
    except OSError as error:
        raise RecordingError(f"{path} cannot be read: {error.strerror}.") from error
    if not head:
        raise RecordingError(f"{path} is empty: get the recording again.")
    if _is_text(head):
        raise RecordingError(f"{path} is text, not a recording: recordings come first and the article last.")
    return Audio(path, sha256)


def _is_text(head: bytes) -> bool:
    """Whether these first bytes of a file are UTF-8 text; a character cut in half at the end does not matter."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return False
    return b"\0" not in head
