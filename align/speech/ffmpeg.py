"""How is sound got out of a file? ffmpeg decodes it, a track at a time, on the file's own time line."""

import shutil
import struct
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import IO

SAMPLE_RATE = 16_000
"""Hz, what Whisper and the voice activity detector expect."""

BYTES_PER_SAMPLE = 2

LONGEST = 24 * 3600
"""Seconds that are decoded: a day is longer than any recording, and a broken header can promise years."""

_QUIETLY = ("-hide_banner", "-nostdin", "-nostats", "-loglevel")
_PROBING, _DECODING = "level+info", "level+verbose"
"""How much ffmpeg is to say, with the level of every line; the silence that it puts in and the sound that it leaves out
it tells only when it is verbose."""

DEMUXERS = (
    "aa aac aax ac3 ac4 ace aea aiff amr amrnb amrwb ape aptx aptx_hd asf au avi bonk caf dhav dsf dss dts dtshd dv"
    " eac3 flac flv g722 g729 gsm gxf iamf iff ilbc ivr kux lc3 loas matroska mlp mov mp3 mpc mpc8 mpeg mpegts mxf"
    " nistsphere nsv nut ogg oma osq paf qcp qoa rm rka shn sln sol sox tak truehd tta vividas voc vqf w64 wav wsd wtv"
    " wv xwma"
).split()
"""ffmpeg's names of the formats that are read: those that hold sound, and none that makes it open other files."""

_RESAMPLED = f"aresample={SAMPLE_RATE}"
_BY_TIMESTAMPS = f"{_RESAMPLED}:async=1:first_pts=0"
"""Silence where the track starts late or packets are lost, from 0.1 s on; nothing is stretched."""

_SPARSE = 6 * 3600
_LEAST_RATE = 500
"""Seconds that timestamps may stretch any file to, and bits a second that a codec needs at least beyond that: a broken
timestamp would become a day of silence."""

_STREAMED = ("mpegts", "mpeg")
"""Formats whose time ffmpeg counts from the first stream that it uses: it has to use all of them."""

_LOG = 1 << 20
_LOG_END = 1 << 16
"""Bytes of what ffmpeg says that are read: what it complains of once, it may complain of ten million times."""

_AU_HEADER = ">4s5I"
_PIECE = 1 << 20
"""Bytes that are copied at once."""


@dataclass(frozen=True, slots=True)
class Track:
    """Which sound track of a file is decoded, and how.

    `number` counts from 0. `format` is ffmpeg's name of the file's format, `options` are that format's. A track that
    changes its channels on the way keeps to `layout`. Without `is_timed` its sound is laid end to end.
    """

    path: Path
    number: int
    format: str
    options: Sequence[str] = ()
    layout: str | None = None
    is_timed: bool = True

    @property
    def longest(self) -> int:
        """Seconds that are decoded of it at most."""
        sparse = _SPARSE + self.path.stat().st_size * 8 // _LEAST_RATE
        return min(LONGEST, sparse) if self.is_timed else LONGEST


@dataclass(frozen=True, slots=True)
class Decoded:
    """How a track was decoded: its channels, what ffmpeg said, its exit status, and whether by its timestamps.

    It `is_cut` where it would have gone on for longer than is allowed.
    """

    channels: int
    log: str
    status: int
    is_timed: bool
    is_cut: bool


@cache
def ffmpeg() -> str:
    """Return the path of the system's ffmpeg, or of the one that imageio-ffmpeg brings."""
    import imageio_ffmpeg

    return shutil.which("ffmpeg") or str(imageio_ffmpeg.get_ffmpeg_exe())


def probe(path: Path, options: Sequence[str] = ()) -> str:
    """Return what ffmpeg says of the file at `path`, opened with these options of its format."""
    command = [ffmpeg(), *_QUIETLY, _PROBING, *options, *_opened(path)]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False)  # noqa: S603 -- no shell
    return done.stderr.decode("utf-8", "replace")


def decode(track: Track, pcm: IO[bytes]) -> Decoded:
    """Write the sound of a track to `pcm`: 16-bit big endian, `SAMPLE_RATE`, channels interleaved.

    ffmpeg writes into a pipe that we read: it ends when we end, however that is.
    """
    command = _decoding(track)
    with tempfile.TemporaryFile(prefix="align-") as log:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=log)  # noqa: S603 -- no shell
        with process:
            channels = _read_channels(process.stdout) if process.stdout else 0
            if channels and process.stdout:
                shutil.copyfileobj(process.stdout, pcm, _PIECE)
        seconds = pcm.tell() / (BYTES_PER_SAMPLE * SAMPLE_RATE * max(1, channels))
        return Decoded(channels, _read_log(log), process.returncode, track.is_timed, seconds >= track.longest)


def _decoding(track: Track) -> list[str]:
    """Return the command that decodes a track."""
    filters = _BY_TIMESTAMPS if track.is_timed else _RESAMPLED
    filters += f",aformat=channel_layouts={track.layout}" if track.layout else ""
    command = [ffmpeg(), *_QUIETLY, _DECODING, *track.options, *_opened(track.path), "-map", f"0:a:{track.number}"]
    command += [
        "-af",
        filters,
        "-t",
        str(track.longest),
        "-map_metadata",
        "-1",
        "-c:a",
        "pcm_s16be",
        "-f",
        "au",
        "pipe:1",
    ]
    others = ["-map", "0:v?", "-map", "0:a", "-c", "copy", "-f", "null", "-"]
    return command + (others if track.format in _STREAMED else [])


def _opened(path: Path) -> tuple[str, ...]:
    """Return the arguments by which ffmpeg opens the file at `path`, that file alone, if it is a recording."""
    return ("-protocol_whitelist", "file", "-format_whitelist", ",".join(DEMUXERS), "-i", f"file:{path}")


def _read_channels(sound: IO[bytes]) -> int:
    """Return how many channels a stream of Sun's AU format has, read up to its sound; 0 if nothing comes."""
    head = sound.read(struct.calcsize(_AU_HEADER))
    if len(head) < struct.calcsize(_AU_HEADER):
        return 0
    _, offset, _, _, _, channels = struct.unpack(_AU_HEADER, head)
    sound.read(offset - len(head))
    return int(channels)


def _read_log(log: IO[bytes]) -> str:
    """Return what ffmpeg said, but for the middle of a very long tale."""
    length = log.seek(0, 2)
    log.seek(0)
    text = log.read(_LOG)
    log.seek(max(log.tell(), length - _LOG_END))
    return (text + log.read()).decode("utf-8", "replace")
