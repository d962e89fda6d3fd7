"""How a file gets onto the disk: whole, or not at all."""

import os
import stat
import uuid
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from align.errors import OutputError


def check_writable(path: Path, inputs: Sequence[Path] = ()) -> None:
    """Raise OutputError if `path` plainly cannot be written, or is one of the `inputs`, by whatever name or link."""
    with _told(path):
        if path.exists():
            _check_replaceable(path, inputs)
        _check_parent(path)


def check_distinct(paths: Sequence[Path]) -> None:
    """Raise OutputError if one file would be written twice."""
    targets = Counter(map(_target, paths))
    for path in paths:
        if targets[_target(path)] > 1:
            raise OutputError(f"{path} would be written twice: give every output a name of its own.")


def check_folder(path: Path) -> None:
    """Raise OutputError if files plainly cannot be written into the folder `path`, which need not be there yet."""
    with _told(path):
        if not path.exists():
            _check_parent(path)
        elif not path.is_dir():
            raise OutputError(f"{path} is a file; give the name of a folder.")
        elif not os.access(path, os.W_OK | os.X_OK):
            raise OutputError(f"Nobody may write into the folder {path}; choose another.")


def write_whole(path: Path, content: str | bytes, inputs: Sequence[Path] = ()) -> None:
    """Put `content` at `path` in one step: whoever looks sees the old file or the new one, never a part.

    Text becomes UTF-8. Raises OutputError if it cannot be written, or has become one of the `inputs` since it was
    checked; then nothing has changed.
    """
    check_writable(path, inputs)
    data = content if isinstance(content, bytes) else content.encode(errors="replace")
    with _told(path):
        target = _target(path)
        draft = target.parent / f".{uuid.uuid4().hex}.align"
        try:
            _write_durably(draft, data)
            os.replace(draft, target)
        finally:
            draft.unlink(missing_ok=True)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Say in a sentence what the system has against `path`."""
    try:
        yield
    except OSError as error:
        raise OutputError(f"{path} cannot be written ({error.strerror}); choose another place for it.") from error


def make_folder(path: Path) -> None:
    """Make the folder `path` unless it is there; raises OutputError."""
    with _told(path):
        path.mkdir(exist_ok=True)


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
    if any(_is_same(path, source) for source in inputs):
        raise OutputError(f"{path} is one of the files to be checked and will not be overwritten; give another name.")


def _is_same(path: Path, source: Path) -> bool:
    """Whether both names lead to one file; what is no file at all, such as the name of a model, is another."""
    try:
        return path.samefile(source)
    except OSError:
        return False


def _target(path: Path) -> Path:
    """Return the file itself where `path` is a link to it: a link is written through, not replaced."""
    return Path(os.path.realpath(path))


def _write_durably(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
