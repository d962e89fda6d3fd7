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

LOGGING = ("-hide_banner", "-nostdin", "-nostats", "-loglevel", "level+info")
"""How ffmpeg is to say what it has to say: with the level of every line."""

DEMUXERS = (
    "aa aac aax ac3 ac4 ace aea aiff amr amrnb amrwb ape aptx aptx_hd asf au avi bonk caf dhav dsf dss dts dtshd dv"
    " eac3 flac flv g722 g729 gsm gxf iamf iff ilbc ivr kux lc3 loas matroska mlp mov mp3 mpc mpc8 mpeg mpegts mxf"
    " nistsphere nsv nut ogg oma osq paf qcp qoa rm rka shn sln sol sox tak truehd tta vividas voc vqf w64 wav wsd wtv"
    " wv xwma"
).split()
"""ffmpeg's names of the formats that are read: those that hold sound, and none that makes it open other files."""

_TIMELINE = "aresample={rate}:async=1:first_pts=0"
"""By the file's timestamps: silence where it starts late or packets are lost, from 0.1 s on, and nothing stretched."""

_LOG = 1 << 20
_LOG_END = 1 << 16
"""Bytes of what ffmpeg says that are read: what it complains of once, it may complain of ten million times."""

_AU_HEADER = ">4s5I"
_PIECE = 1 << 20
"""Bytes that are copied at once."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """How a track was decoded: its channels, what ffmpeg said, and its exit status."""

    channels: int
    log: str
    status: int


@cache
def ffmpeg() -> str:
    """Return the path of the system's ffmpeg, or of the one that imageio-ffmpeg brings."""
    import imageio_ffmpeg

    return shutil.which("ffmpeg") or str(imageio_ffmpeg.get_ffmpeg_exe())


def opened(path: Path) -> tuple[str, ...]:
    """Return the arguments by which ffmpeg opens the file at `path`, that file alone, if it is a recording."""
    return ("-protocol_whitelist", "file", "-format_whitelist", ",".join(DEMUXERS), "-i", f"file:{path}")


def probe(path: Path, options: Sequence[str] = ()) -> str:
    """Return what ffmpeg says of the file at `path`, opened with these options of its format."""
    command = [ffmpeg(), *LOGGING, *options, *opened(path)]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False)  # noqa: S603 -- no shell
    return done.stderr.decode("utf-8", "replace")


def decode(path: Path, track: int, pcm: IO[bytes], options: Sequence[str] = (), layout: str | None = None) -> Decoded:
    """Write sound track `track` (from 0) of `path` to `pcm`: 16-bit big endian, `SAMPLE_RATE`, channels interleaved.

    A track that changes its channels on the way keeps to `layout`. ffmpeg writes into a pipe that we read: it ends
    when we end, however that is.
    """
    filters = _TIMELINE.format(rate=SAMPLE_RATE) + (f",aformat=channel_layouts={layout}" if layout else "")
    command = [ffmpeg(), *LOGGING, *options, *opened(path), "-map", f"0:a:{track}", "-af", filters]
    command += ["-t", str(LONGEST), "-map_metadata", "-1", "-c:a", "pcm_s16be", "-f", "au", "pipe:1"]
    with tempfile.TemporaryFile(prefix="align-") as log:
        with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=log) as process:  # noqa: S603 -- no shell, own words
            channels = _read_channels(process.stdout) if process.stdout else 0
            if channels and process.stdout:
                shutil.copyfileobj(process.stdout, pcm, _PIECE)
        return Decoded(channels, _read_log(log), process.returncode)


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
