"""What does a recording sound like between two instants? Ask its `Audio`.

A file is one recording, or one for each voice that has a track or a channel of its own.
"""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cached_property, partial
from types import TracebackType
from typing import Self, TypeVar, cast

import numpy as np
from numpy.typing import NDArray

from align.cache import Cache
from align.records import Interval, Recording
from align.speech.channels import Downmix, mix_all
from align.speech.ffmpeg import SAMPLE_RATE
from align.speech.identity import Identity
from align.speech.sound_file import SoundFile

Samples = NDArray[np.float32]
"""Mono sound at 16 kHz, shape `(n,)`, values -1 to 1."""

ResultT = TypeVar("ResultT")

FULL_SCALE = 32768
"""The largest magnitude of a 16-bit sample."""


@dataclass(frozen=True, slots=True)
class Clip:
    """A stretch of sound that is read when it is heard; `key` tells it from all others, so what is known of it is."""

    key: str
    read: Callable[[], Samples]


MIXED = "Voices can be heard apart in it ({}), but with a transcript of all they are one mix, and may drown each other."
"""What is said where a transcript is given of a file that would otherwise be heard apart."""

SILENCE = Clip("silence", lambda: np.zeros(0, np.float32))
"""No sound; whoever hears it fills it up with silence."""


class Audio:
    """A recording that can be heard piece by piece. Use it in a `with` statement: leaving removes what was decoded.

    It is all sound of `file`, or what `part` mixes of it; `path` is as the user typed it, `sha256` of the file's bytes.
    Several threads may ask at once. Whatever needs sound can raise RecordingError.
    """

    def __init__(self, path: str, sha256: str, file: SoundFile | None = None, part: Downmix | None = None) -> None:
        self.path = path
        self.sha256 = sha256
        self._given = file
        self._part = part
        self._found: dict[Callable[[Audio], object], object] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Remove what was decoded of the file."""
        self._file.close()

    @property
    def track(self) -> str | None:
        """Which of the file's tracks or channels it is, in words; None for all of its sound."""
        return self._part.name if self._part else None

    @property
    def whole(self) -> "Audio":
        """All sound of the same file."""
        return Audio(self.path, self.sha256, self._given)

    @property
    def key(self) -> str:
        """What tells this sound from all other."""
        return f"{self.sha256} {self.track}" if self.track else self.sha256

    @cached_property
    def recording(self) -> Recording:
        """The file, or which part of its sound, with its duration and what was odd."""
        file, about = self._file, self._file.about
        duration = file.length(self._downmix.weights) / SAMPLE_RATE
        doubts = (*file.warnings, *self._mixed)
        return Recording(self.path, self.sha256, duration, self.track, doubts, about.timecode, about.frame_rate)

    @property
    def _mixed(self) -> tuple[str, ...]:
        """What is lost where voices that could be heard apart are heard as one."""
        voices = () if self._part else self._file.downmixes()
        names = ", ".join(voice.name for voice in voices if voice.name)
        return (MIXED.format(names),) if len(voices) > 1 else ()

    def samples(self, start: float, end: float) -> Samples:
        """Return the sound from `start` to `end`, in seconds; less where the recording begins or ends."""
        last = round(self.recording.duration * SAMPLE_RATE)
        first, stop = (min(max(0, round(instant * SAMPLE_RATE)), last) for instant in (start, end))
        sound = self._file.samples(self._downmix.weights, first, stop)
        sound /= np.float32(FULL_SCALE)
        return sound

    def once(self, find: Callable[["Audio"], ResultT]) -> ResultT:
        """Return what `find` finds in all of this sound; who asks again is told the same."""
        if find not in self._found:
            self._found[find] = find(self)
        return cast(ResultT, self._found[find])

    def clip(self, interval: Interval) -> Clip:
        """Return the sound of `interval`, to be read when it is needed."""
        key = f"{self.key} {interval.start!r} {interval.end!r}"
        return Clip(key, partial(self.samples, interval.start, interval.end))

    @cached_property
    def _file(self) -> SoundFile:
        return self._given or SoundFile(self.path)

    @cached_property
    def _downmix(self) -> Downmix:
        return self._part or mix_all(self._file.downmixes())


def open_audio(path: str, memory: Cache | None = None) -> Audio:
    """Return all sound of the file at `path` as one recording; raises RecordingError if there is none to be read."""
    file = SoundFile(path, memory)
    return Audio(path, file.sha256, file)


def open_voices(
    path: str,
    track: int | None = None,
    memory: Cache | None = None,
    beside: Callable[[], None] | None = None,
    identity: Identity | None = None,
) -> list[Audio]:
    """Return the file at `path` as a recording for every voice of its own, or for those of one track, from 1.

    In a file of one track, `track` is the channel. That takes the sound of the whole file to tell, unless `memory`
    knows it; `beside` is called before it is decoded, which takes seconds. `identity` says which file it is, if that is
    known. Raises RecordingError, and OptionError if there is no such track.
    """
    file = SoundFile(path, memory, beside, identity)
    with ExitStack() as on_failure:
        on_failure.callback(file.close)
        voices = [Audio(path, file.sha256, file, part) for part in file.downmixes(track)]
        on_failure.pop_all()
    return voices
