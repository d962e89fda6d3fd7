"""What is in a file that holds a recording? All its sound tracks, decoded whole, or one sentence on what is wrong.

It is decoded once, when sound is first asked for, into temporary files; memory holds only what is asked for.
"""

import errno
import json
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import IO

import numpy as np
from numpy.typing import NDArray

from align.cache import Cache, key_of
from align.errors import OptionError, RecordingError
from align.speech.channels import Downmix, Weights, find_downmixes, measure
from align.speech.ffmpeg import BYTES_PER_SAMPLE, SAMPLE_RATE, Decoded, Track, decode, probe
from align.speech.headers import riff_length
from align.speech.identity import Identity, identify
from align.speech.probe import Probe
from align.speech.wholeness import Decoding, find_doubts, find_problem, is_losing

_PIECE = 10
"""Seconds of all channels that are looked at together."""

_REVISION = 1
"""To be raised when files are decoded or divided otherwise than before: what was remembered is then not used."""


@dataclass(frozen=True, slots=True)
class _Sound:
    """A decoded track: its samples, channels interleaved; it has no channels if it cannot be decoded."""

    pcm: IO[bytes]
    channels: int

    @property
    def length(self) -> int:
        return self.pcm.seek(0, 2) // (BYTES_PER_SAMPLE * self.channels) if self.channels else 0

    @property
    def lead(self) -> float:
        """Seconds of perfect silence at the start."""
        step = _PIECE * SAMPLE_RATE
        for first in range(0, self.length, step):
            sounding = np.flatnonzero(self.read(first, first + step).any(axis=1))
            if len(sounding):
                return float(first + sounding[0]) / SAMPLE_RATE
        return 0.0

    def read(self, first: int, stop: int) -> NDArray[np.int16]:
        """Return the samples from `first` to `stop`, shape `(samples, channels)`; silence beyond the end."""
        length, width = self.length, BYTES_PER_SAMPLE * self.channels
        self.pcm.seek(width * min(first, length))
        pcm = self.pcm.read(width * max(0, min(stop, length) - first))
        samples = (
            np.frombuffer(pcm, dtype=">i2").astype(np.int16).reshape(-1, max(1, self.channels))[:, : self.channels]
        )
        missing = stop - first - len(samples)
        return np.pad(samples, ((0, missing), (0, 0))) if missing else samples

    def mixed(self, weights: Sequence[float], first: int, stop: int) -> NDArray[np.float32]:
        """Return the channels from `first` to `stop`, each as loud as its weight says, as one signal."""
        heard = [channel for channel, weight in enumerate(weights) if weight]
        sound = self.read(first, stop)
        if len(heard) == 1:  # most recordings, and several times as quick
            return sound[:, heard[0]].astype(np.float32) * np.float32(weights[heard[0]])
        return sound.astype(np.float32) @ np.array(weights, np.float32)


class SoundFile:
    """A file with its SHA-256, and what is decoded of it. `path` is as the user typed it.

    `memory` knows which voices a file is divided into; one of which it does not was never heard, and `beside` is called
    once it is being decoded. Several threads may ask at once. Whatever needs its sound raises RecordingError if that
    cannot be had whole.
    """

    def __init__(
        self,
        path: str,
        memory: Cache | None = None,
        beside: Callable[[], None] | None = None,
        identity: Identity | None = None,
    ) -> None:
        self.path = path
        self._memory = memory or Cache()
        self._beside = beside
        self._identity: Identity = identity or identify(path)
        self._closing = ExitStack()
        self._turn = Lock()  # a file has one position, and os.pread is not everywhere

    @property
    def sha256(self) -> str:
        """Of the file's bytes."""
        return self._identity.sha256

    def close(self) -> None:
        """Remove what was decoded."""
        self._closing.close()

    @property
    def warnings(self) -> tuple[str, ...]:
        """What may be missing or wrong in its sound: sentences."""
        with self._turn:
            return find_doubts(self._decoding)

    @property
    def about(self) -> Probe:
        """What the file says of itself."""
        with self._turn:
            return self._decoding.about

    def length(self, weights: Weights | None = None) -> int:
        """Return how many samples there are of the tracks that are heard, or of all."""
        with self._turn:
            heard = [track.length for track, each in zip(self._tracks, weights or (), strict=False) if any(each)]
            return max(heard or [track.length for track in self._tracks])

    def samples(self, weights: Weights, first: int, stop: int) -> NDArray[np.float32]:
        """Return the samples from `first` to `stop`, mixed as `weights` say, in the unit of 16-bit samples."""
        stop = max(first, stop)
        with self._turn:
            pairs = zip(self._tracks, weights, strict=True)
            heard = [track.mixed(each, first, stop) for track, each in pairs if any(each)]
        return heard[0] if len(heard) == 1 else sum(heard, np.zeros(stop - first, np.float32))

    def downmixes(self, chosen: int | None = None) -> tuple[Downmix, ...]:
        """Return how its channels are mixed into a signal for every voice of its own, of one track (from 1) or of all.

        In a file of one track, `chosen` is the channel. Raises OptionError if there is no such track.
        """
        key = key_of("downmixes", _REVISION, self.sha256, chosen)
        known = self._memory.get(key)
        if found := _read_downmixes(known):
            self._beside = None
            return found
        with self._turn:
            channels = [track.channels for track in self._tracks]
        _check_choice(self.path, channels, chosen)
        covariances = measure(self._pieces()) if sum(channels) > 1 else np.ones((1, 1, 1), np.float32)
        found = find_downmixes(covariances, channels, chosen)
        self._memory.put({key: json.dumps([(one.weights, one.name) for one in found])})
        return found

    def _pieces(self) -> Iterator[NDArray[np.int16]]:
        """Yield the sound of all channels of all tracks, a piece at a time, shape `(samples, channels)`."""
        length, step = self.length(), _PIECE * SAMPLE_RATE
        for first in range(0, length, step):
            with self._turn:
                yield np.hstack([track.read(first, min(first + step, length)) for track in self._tracks])

    @property
    def _tracks(self) -> Sequence[_Sound]:
        return self._decoded[0]

    @property
    def _decoding(self) -> Decoding:
        return self._decoded[1]

    @cached_property
    def _decoded(self) -> tuple[Sequence[_Sound], Decoding]:
        try:
            tracks, decoding = self._decode()
        except OSError as error:
            raise RecordingError(f"{self.path} cannot be decoded: {_reason(error)}") from error
        if problem := find_problem(decoding):
            raise RecordingError(f"{self.path} {problem}")
        return tracks, decoding

    def _decode(self) -> tuple[Sequence[_Sound], Decoding]:
        """Return the tracks, and how they came to be decoded; raises RecordingError if the file has changed since."""
        path = Path(self.path)
        length = riff_length(path)
        options = () if length is None or length.is_plain else ("-ignore_length", "1")
        about = Probe(probe(path, options))
        tracks, logs = [], []
        if self._beside and about.is_readable:
            self._beside()
        for number, track in enumerate(about.tracks if about.is_readable else ()):
            pcm = self._closing.enter_context(tempfile.TemporaryFile(prefix="align-"))  # noqa: SIM115 -- close() closes
            logs.append(_decode_all(Track(path, number, about.format, options, track.fixed_layout), pcm))
            tracks.append(_Sound(pcm, logs[-1].channels))
        self._identity.check(self.path)
        lengths, leads = (tuple(track.length for track in tracks), tuple(track.lead for track in tracks))
        return tracks, Decoding(path, about, length, tuple(logs), lengths, leads)


def _decode_all(track: Track, pcm: IO[bytes]) -> Decoded:
    """Decode a track by its timestamps, or, where sound would be lost to them, end to end."""
    done = decode(track, pcm)
    if not is_losing(done):
        return done
    pcm.truncate(0)
    pcm.seek(0)
    again = decode(replace(track, is_timed=False), pcm)
    return replace(again, log=done.log + again.log)


def _check_choice(path: str, channels: Sequence[int], chosen: int | None) -> None:
    """Raise OptionError if there is no such track, or no such channel in the only one."""
    count = len(channels) if len(channels) > 1 else channels[0]
    if chosen is not None and not 1 <= chosen <= count:
        what = "sound track" if len(channels) > 1 else "channel"
        raise OptionError(f"{path} has {count} {what}{'s' if count > 1 else ''}, so there is no --track {chosen}.")
    if chosen is not None and len(channels) > 1 and not channels[chosen - 1]:
        raise OptionError(f"Sound track {chosen} of {path} cannot be decoded: choose another --track.")


def _read_downmixes(known: str | None) -> tuple[Downmix, ...]:
    """Return what a value of the cache stands for; nothing of a damaged one."""
    try:
        return tuple(
            Downmix(tuple(tuple(map(float, track)) for track in weights), name)
            for weights, name in json.loads(known or "[]")
        )
    except (ValueError, TypeError):
        return ()


def _reason(error: OSError) -> str:
    if error.errno == errno.ENOSPC:
        return "the disk for temporary files is full, so make room there or point TMPDIR elsewhere."
    return f"{error.strerror}."
