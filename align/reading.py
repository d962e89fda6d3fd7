"""How is a file from outside read? Whole, if it is an ordinary one and no larger than what it should be can be."""

import errno
import os
import stat
from pathlib import Path

MEGABYTE = 1_000_000

_OPENING = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""Without waiting for somebody to write into a pipe."""


def read_whole(path: str | Path, most: int) -> bytes:
    """Return the bytes of a file; raises OSError, also if it is a pipe, device or folder, or holds more than `most`."""
    data = read_start(path, most + 1)
    if len(data) > most:
        raise OSError(errno.EFBIG, f"it is larger than {most // MEGABYTE} MB", str(path))
    return data


def read_start(path: str | Path, most: int) -> bytes:
    """Return the first bytes of a file, `most` of them; raises OSError, also if it is a pipe, device or folder."""
    with open(os.open(path, _OPENING), "rb") as file:
        mode = os.fstat(file.fileno()).st_mode
        if stat.S_ISDIR(mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
        if not stat.S_ISREG(mode):
            raise OSError(errno.EINVAL, "it is a pipe or a device, not a file", str(path))
        return file.read(most)
