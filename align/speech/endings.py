"""Does a file end where its last frame or page does? Of Ogg and bare AAC ffmpeg does not say that the end is missing.

Ogg: RFC 3533, sections 4 and 6. AAC: the ADTS header of ISO/IEC 13818-7, section 6.2.
"""

import io
from enum import StrEnum
from pathlib import Path

_PAGE = 27
"""Bytes of the head of a page, without the table of its segments; a page has 65,307 bytes at most."""

_LAST_PAGE = 0x04
"""The flag of the last page of a stream."""

_HEAD = 7
"""Bytes of the head of a frame of AAC; a frame has 8,191 bytes at most."""

_TAIL = 1 << 18
"""Bytes at the end that are looked at: four pages, or thirty frames."""

_CHAIN = 3
"""Frames, each behind the other, that are none by chance."""


class Ending(StrEnum):
    """How a file ends: where it should, within something, or behind something whole that is not marked as the last."""

    WHOLE = "whole"
    TORN = "torn"
    UNMARKED = "unmarked"


def ending_of(path: Path, format: str) -> Ending:
    """Return how a file ends, if it is of a format that tells; else it is taken for whole."""
    read = {"ogg": _ending_of_ogg, "aac": _ending_of_aac}.get(format)
    if read is None:
        return Ending.WHOLE
    with path.open("rb") as file:
        file.seek(max(0, file.seek(0, io.SEEK_END) - _TAIL))
        return read(file.read())


def _ending_of_ogg(tail: bytes) -> Ending:
    """Look at the last pages; of several streams, the last page of one may not be the last of all."""
    is_marked, at = False, tail.find(b"OggS\0")
    end = len(tail)
    while at >= 0 and at + _PAGE <= len(tail):
        table = tail[at + _PAGE : at + _PAGE + tail[at + 26]]
        end = at + _PAGE + tail[at + 26] + sum(table)
        is_marked |= bool(tail[at + 5] & _LAST_PAGE)
        at = tail.find(b"OggS\0", min(end, at + _PAGE) if end > len(tail) else end)
    if end > len(tail) or at >= 0:
        return Ending.TORN
    return Ending.WHOLE if is_marked else Ending.UNMARKED


def _ending_of_aac(tail: bytes) -> Ending:
    """Follow the frames from the first that has others behind it."""
    at = tail.find(b"\xff")
    while at >= 0:
        if ends := _frame_ends(tail, at):
            return Ending.TORN if ends[-1] > len(tail) else Ending.WHOLE
        at = tail.find(b"\xff", at + 1)
    return Ending.WHOLE


def _frame_ends(tail: bytes, at: int) -> list[int]:
    """Return where the frames end that follow one another from there; none if they are fewer than a chain."""
    ends: list[int] = []
    while (length := _frame_length(tail[at : at + _HEAD])) is not None:
        at += length
        ends.append(at)
    return ends if len(ends) >= _CHAIN else []


def _frame_length(head: bytes) -> int | None:
    """Return the bytes of the frame of AAC that begins so; None if none does."""
    if len(head) < _HEAD or head[0] != 0xFF or head[1] & 0xF6 != 0xF0:  # twelve bits set, and the two of layer 0
        return None
    length = (head[3] & 0x03) << 11 | head[4] << 3 | head[5] >> 5
    return length if length >= _HEAD else None
