"""How a file gets onto the disk: whole, or not at all."""

import os
import stat
import uuid
from collections.abc import Sequence
from pathlib import Path

from align.errors import OutputError


def check_writable(path: Path, inputs: Sequence[Path] = ()) -> None:
    """Raise OutputError if `path` plainly cannot be written, or is one of the `inputs`."""
    if path.exists():
        _check_replaceable(path, inputs)
    _check_parent(path)


def check_folder(path: Path) -> None:
    """Raise OutputError if files plainly cannot be written into the folder `path`, which need not be there yet."""
    if not path.exists():
        _check_parent(path)
    elif not path.is_dir():
        raise OutputError(f"{path} is a file; give the name of a folder.")
    elif not os.access(path, os.W_OK | os.X_OK):
        raise OutputError(f"Nobody may write into the folder {path}; choose another.")


def write_whole(path: Path, content: str | bytes) -> None:
    """Put `content` at `path` in one step: whoever looks sees the old file or the new one, never a part.

    Text becomes UTF-8. Raises OutputError if it cannot be written; then nothing has changed.
    """
    data = content if isinstance(content, bytes) else content.encode(errors="replace")
    target = _target(path)
    draft = target.parent / f".{uuid.uuid4().hex}.align"
    try:
        _write_durably(draft, data)
        os.replace(draft, target)
    except OSError as error:
        raise OutputError(f"{path} cannot be written ({error.strerror}); choose another place for it.") from error
    finally:
        draft.unlink(missing_ok=True)


def make_folder(path: Path) -> None:
    """Make the folder `path` unless it is there; raises OutputError."""
    try:
        path.mkdir(exist_ok=True)
    except OSError as error:
        raise OutputError(f"The folder {path} cannot be made ({error.strerror}); choose another place.") from error


def _check_parent(path: Path) -> None:
    folder = _target(path).parent
    if not folder.is_dir():
        raise OutputError(f"{path} cannot be written because there is no folder {folder}; make it first.")
    if not os.access(folder, os.W_OK | os.X_OK):
        raise OutputError(
            f"{path} cannot be written because nobody may write into the folder {folder}; choose another."
        )


def _check_replaceable(path: Path, inputs: Sequence[Path]) -> None:
    if path.is_dir():
        raise OutputError(f"{path} is a folder; give the name of a file to write.")
    if not stat.S_ISREG(path.stat().st_mode):
        raise OutputError(f"{path} is not an ordinary file and cannot be replaced; give another name.")
    if any(source.exists() and path.samefile(source) for source in inputs):
        raise OutputError(f"{path} is one of the files to be checked and will not be overwritten; give another name.")


def _target(path: Path) -> Path:
    """Return the file itself where `path` is a link to it: a link is written through, not replaced."""
    return Path(os.path.realpath(path))


def _write_durably(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
