"""How is sound got out of a file? ffmpeg decodes it; whatever it cannot read becomes one sentence."""

import re
import shutil
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import IO

from align.errors import RecordingError

SAMPLE_RATE = 16_000
"""Hz, what Whisper and the voice activity detector expect."""

BYTES_PER_SECOND = 2 * SAMPLE_RATE
"""Of mono 16-bit sound."""

_MISSING_SECONDS = 1.0
_MISSING_SHARE = 0.01
"""How much less than its header promises a whole file may hold: encoder delay, rounded or estimated headers."""

_TORN = ("corrupt input packet", "partial file", "File ended prematurely")
"""What ffmpeg says of a container whose end is gone."""

_PROMISE = re.compile(r"^\[info\] +Duration: (\d+):(\d\d):(\d\d\.\d+)", re.MULTILINE)
_PICTURE = re.compile(r"^.*Stream #.*: Video: (?!.*attached pic)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class _Log:
    """What ffmpeg said while it decoded, and the seconds of sound that came out."""

    text: str
    decoded: float

    @property
    def promised(self) -> float | None:
        """Seconds that the file's header promises, if it does."""
        found = _PROMISE.search(self.text)
        return int(found[1]) * 3600 + int(found[2]) * 60 + float(found[3]) if found else None

    @property
    def is_short(self) -> bool:
        """Whether sound is missing. A film's sound may end before its picture does."""
        missing = (self.promised or 0.0) - self.decoded
        is_excused = _PICTURE.search(self.text) is not None and "[error]" not in self.text
        return missing > _MISSING_SECONDS + _MISSING_SHARE * self.decoded and not is_excused


@cache
def ffmpeg() -> str:
    """Return the path of the system's ffmpeg, or of the one that imageio-ffmpeg brings."""
    import imageio_ffmpeg

    return shutil.which("ffmpeg") or str(imageio_ffmpeg.get_ffmpeg_exe())


def decode_audio(path: Path, name: str, pcm: IO[bytes]) -> None:
    """Write the sound of `path` to `pcm`: mono, 16-bit little endian, `SAMPLE_RATE`.

    `name` is what messages call it. Raises RecordingError if that is not all the file's sound.
    """
    command = [ffmpeg(), "-hide_banner", "-nostdin", "-nostats", "-loglevel", "level+info"]
    command += ["-protocol_whitelist", "file", "-i", f"file:{path}", "-vn", "-sn", "-dn"]
    command += ["-ac", "1", "-ar", str(SAMPLE_RATE), "-f", "s16le", "pipe:1"]
    run = subprocess.run(command, stdout=pcm, stderr=subprocess.PIPE, check=False)  # noqa: S603 -- no shell, own words
    pcm.seek(0, 2)
    log = _Log(run.stderr.decode("utf-8", "replace"), pcm.tell() / BYTES_PER_SECOND)
    if problem := _problem(log, run.returncode):
        raise RecordingError(f"{name} {problem}")


def _problem(log: _Log, status: int) -> str | None:
    """Return what is wrong with a recording, as the rest of a sentence that begins with its name."""
    if "does not contain any stream" in log.text:
        return "has no sound in it: give a recording of speech."
    if "No space left on device" in log.text:
        return "cannot be decoded: the disk for temporary files is full, so make room there or point TMPDIR elsewhere."
    if log.decoded == 0:
        return "is not a recording that ffmpeg can decode: convert it to wav, mp3 or m4a, or get it again."
    if log.is_short:
        return (
            f"is cut off or damaged: {log.decoded:.1f} s of {log.promised:.1f} s could be read, so get the whole file."
        )
    if status != 0 or any(sign in log.text for sign in _TORN):
        return f"is cut off or damaged: only {log.decoded:.1f} s could be read, so get the whole file."
    return None
