"""May a file's own header be trusted? Recorders that are killed, pipes and cutters leave lengths that are wrong.

ffmpeg does not tell what the header of a wav or an avi says of its length, nor whether an mp3 ends with a whole frame.
"""

import io
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import IO

_UNTOLD = (range(1), range(0x7FFF0000, 0x80000001), range(0xFFFF0000, 0x100000000))
"""Lengths that are written while nobody knows them: 0, and the most of 31 and 32 bits, less some kilobytes."""

_CHUNK = 8
"""Bytes of the name and the length of a chunk."""

_ID3 = 128
"""Bytes of a tag at the end of an mp3 that begins with TAG."""

_APE = 32
"""Bytes of the foot of a tag that has its length in it."""

_MPEG1 = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
_MPEG2 = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
"""kbit/s of layer III by the four bits in a frame's header: ISO/IEC 11172-3 and 13818-3."""

_RATES = (44_100, 48_000, 32_000)
"""Hz, of MPEG 1; half of it is that of MPEG 2, a quarter that of 2.5."""

_FRAME = 1500
"""Bytes, more than the longest frame of layer III has (1,441)."""


@dataclass(frozen=True, slots=True)
class RiffLength:
    """How many bytes the header of a wav promises of sound, or that of an avi of all, and how many are there.

    It `is_untold` if the header does not know, `is_exceeded` if sound goes on behind the promised end.
    """

    promised: int
    present: int
    is_untold: bool = False
    is_exceeded: bool = False

    @property
    def is_plain(self) -> bool:
        """Whether the sound ends where the header says, or there is too little of it."""
        return not self.is_untold and not self.is_exceeded


def riff_length(path: Path) -> RiffLength | None:
    """Return what the header of a wav or an avi says; None of what is neither."""
    with path.open("rb") as file:
        size = file.seek(0, io.SEEK_END)
        file.seek(0)
        head = file.read(12)
        if head[:4] == b"RIFF" and head[8:] == b"AVI ":
            return RiffLength(int.from_bytes(head[4:8], "little"), size - _CHUNK)
        is_wave = head[:4] in (b"RIFF", b"RF64", b"BW64") and head[8:] == b"WAVE"
        promised = _data_length(file) if is_wave else None
        if promised is None:
            return None
        start = file.tell()
        is_untold = start + promised != size and any(promised in untold for untold in _UNTOLD)
        is_exceeded = not is_untold and _is_sound_at(file, start + promised + promised % 2, size)
        return RiffLength(promised, size - start, is_untold, is_exceeded)


def _data_length(file: IO[bytes]) -> int | None:
    """Return how long the sound of a wav is said to be, with `file` then at its start; None if there is none."""
    long = None
    while (chunk := file.read(_CHUNK)) and len(chunk) == _CHUNK:
        name, length = struct.unpack("<4sI", chunk)
        if name == b"data":
            return long if long and length == 0xFFFFFFFF else int(length)
        after = file.tell() + length + length % 2
        if name == b"ds64":
            long = int.from_bytes(file.read(16)[8:], "little")  # behind the length of the file, 64 bits each
        file.seek(after)
    return None


def _is_sound_at(file: IO[bytes], end: int, size: int) -> bool:
    """Whether more than a chunk, such as a title or a list of cues, stands behind the promised end."""
    if size - end < _CHUNK:
        return False
    file.seek(end)
    name, length = struct.unpack("<4sI", file.read(_CHUNK))
    return not (name.isascii() and name.decode().isprintable() and length <= size - end) and any(name)


def ends_with_whole_frame(path: Path) -> bool:
    """Whether the last three frames of an mp3 (layer III) are whole: a download that broke off ends in one."""
    with path.open("rb") as file:
        size = file.seek(0, io.SEEK_END)
        end = _end_of_frames(file, size)
        for _ in range(3):
            start = _start_of_frame(file, end)
            if start is None:
                return False
            end = start
    return True


def _end_of_frames(file: IO[bytes], end: int) -> int:
    """Return where the sound ends, before tags."""
    if _read(file, end - _ID3, 3) == b"TAG":
        end -= _ID3
    foot = _read(file, end - _APE, _APE)
    if foot[:8] == b"APETAGEX":
        length, flags = struct.unpack("<I4xI", foot[12:24])
        end -= length + (_APE if flags >> 31 else 0)
    return end


def _start_of_frame(file: IO[bytes], end: int) -> int | None:
    """Return where the frame that ends there starts; None if there is none."""
    before = _read(file, end - _FRAME, min(_FRAME, max(end, 0)))
    at = before.rfind(b"\xff")
    while at >= 0:
        if _frame_length(before[at : at + 4]) == len(before) - at:
            return end - len(before) + at
        at = before.rfind(b"\xff", 0, at)
    return None


def _frame_length(head: bytes) -> int | None:
    """Return the bytes of the frame of layer III that begins with these four; None if none does."""
    if len(head) < 4 or head[1] & 0xE6 != 0xE2:  # eleven bits set, and the two of layer III
        return None
    version, bitrate, rate, padding = head[1] >> 3 & 3, head[2] >> 4, head[2] >> 2 & 3, head[2] >> 1 & 1
    if version == 1 or bitrate in (0, 15) or rate == 3:  # reserved
        return None
    is_first = version == 3  # MPEG 1; 2 is MPEG 2, 0 MPEG 2.5
    divisor = {3: 1, 2: 2, 0: 4}[version]
    kilobits = (_MPEG1 if is_first else _MPEG2)[bitrate]
    return (144 if is_first else 72) * kilobits * 1000 // (_RATES[rate] // divisor) + padding


def _read(file: IO[bytes], at: int, count: int) -> bytes:
    file.seek(max(0, at))
    return file.read(count)
