"""What is already known? A cache: one SQLite file in the user's cache folder, from keys to texts.

It saves time and nothing else: whatever goes wrong with it (locked, full, read-only, broken), it merely knows less, and
each text is kept with a checksum, so that one that was damaged is not known.
Several processes may use it at once, and killing one loses only what it had not yet put in.
"""

import hashlib
import json
import os
import sqlite3
import time
import uuid
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from threading import Lock

import platformdirs

from align.errors import OptionError

_SCHEMA = """
CREATE TABLE IF NOT EXISTS known (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL,
    put   REAL NOT NULL      -- seconds since 1970
)
"""

_PATIENCE = 2.0
"""Seconds to wait for another process that is writing."""

_DAY = 86_400.0
"""Seconds."""

_MOST_DAYS = 36_500.0
"""A century: who means longer ago means something else."""

_FAILURES = (sqlite3.Error, UnicodeError)
"""What SQLite raises; the second where a damaged file's own words stand in what it says of it."""


@dataclass(frozen=True, slots=True)
class CacheSummary:
    """Where a cache is, and how much is in it: entries, and bytes on disk."""

    path: Path
    entries: int
    size: int


class Cache:
    """What is known, by key. Without a path, or where none can be had, it lasts as long as the program.

    Several threads may ask at once.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._lock = Lock()

    def get(self, key: str) -> str | None:
        """Return what is known under `key`."""
        for (kept,) in self._run("SELECT value FROM known WHERE key = ?", [(key,)]):
            checksum, _, text = str(kept).partition(" ")
            if checksum == _checksum(key, text):
                return text
        return None

    def put(self, entries: Mapping[str, str]) -> None:
        """Remember all entries, or none of them."""
        now = time.time()
        rows = [(key, f"{_checksum(key, text)} {text}", now) for key, text in entries.items()]
        self._run("INSERT OR REPLACE INTO known VALUES (?, ?, ?)", rows)

    def prune(self, days: float) -> None:
        """Forget what was put in that many days ago or longer, and give its room on disk back.

        Raises OptionError if that is no number of days.
        """
        if not 0 <= days <= _MOST_DAYS:
            raise OptionError(f"What was heard {days:g} days ago cannot be forgotten: give 0 to {_MOST_DAYS:.0f} days.")
        self._run("DELETE FROM known WHERE put <= ?", [(time.time() - days * _DAY,)])
        self._run("VACUUM", [()])
        self._run("PRAGMA wal_checkpoint(TRUNCATE)", [()])

    def summary(self) -> CacheSummary:
        """Return where it is and how much is in it."""
        ((entries,),) = self._run("SELECT count(*) FROM known", [()]) or [(0,)]
        size = self._path.stat().st_size if self._path and self._path.is_file() else 0
        return CacheSummary(self._path or Path(), int(str(entries)), size)

    def _run(self, statement: str, arguments: Sequence[tuple[object, ...]]) -> list[tuple[object, ...]]:
        """Return the rows of a statement, run in one transaction for each of the arguments; none if it cannot be."""
        try:
            with self._lock, self._database as database:
                return [row for values in arguments for row in database.execute(statement, values)]
        except _FAILURES:
            return []

    @cached_property
    def _database(self) -> sqlite3.Connection:
        for attempt in (_open, _open_anew):
            try:
                return attempt(self._path) if self._path else _open(Path(":memory:"))
            except (*_FAILURES, OSError):
                continue
        return _open(Path(":memory:"))


class SharedCache(Cache):
    """A cache that is also kept in a folder, a file for each entry: what several machines see, which share no database.

    An entry is written whole and once; what cannot be written or is damaged is not known.
    """

    def __init__(self, path: Path | None, folder: Path) -> None:
        super().__init__(path)
        self._folder = folder

    def get(self, key: str) -> str | None:
        """Return what is known under `key`, here or in the folder."""
        return super().get(key) or self._read(key)

    def put(self, entries: Mapping[str, str]) -> None:
        """Remember all entries, here and in the folder."""
        super().put(entries)
        for key, text in entries.items():
            with suppress(OSError):
                self._write(key, f"{_checksum(key, text)} {text}")

    def _file(self, key: str) -> Path:
        digest = hashlib.sha256(key.encode()).hexdigest()
        return self._folder / digest[:2] / digest

    def _read(self, key: str) -> str | None:
        try:
            checksum, _, text = self._file(key).read_bytes().decode().partition(" ")
        except (OSError, UnicodeError):
            return None
        return text if checksum == _checksum(key, text) else None

    def _write(self, key: str, content: str) -> None:
        if self._read(key) is not None:
            return
        file = self._file(key)
        file.parent.mkdir(parents=True, exist_ok=True)
        draft = file.with_name(f".{uuid.uuid4().hex}")
        try:
            draft.write_bytes(content.encode(errors="replace"))
            os.replace(draft, file)
        finally:
            draft.unlink(missing_ok=True)


def cache_path() -> Path:
    """Return where the cache is kept: in the folder that ALIGN_CACHE names, else in the user's cache folder."""
    return Path(os.getenv("ALIGN_CACHE") or platformdirs.user_cache_dir("align")) / "known.sqlite"


def key_of(*parts: object) -> str:
    """Return the key for something that these parts determine; they are anything that JSON can write."""
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def _checksum(key: str, text: str) -> str:
    """Return what tells that this text was put in under this key."""
    return hashlib.sha256(f"{key} {text}".encode(errors="replace")).hexdigest()[:16]


def _open(path: Path) -> sqlite3.Connection:
    if str(path) != ":memory:":
        path.parent.mkdir(parents=True, exist_ok=True)
    database = sqlite3.connect(path, timeout=_PATIENCE, check_same_thread=False)
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("PRAGMA synchronous = NORMAL")  # safe against kills; a power cut may lose the newest entries
    database.execute(_SCHEMA)
    return database


def _open_anew(path: Path) -> sqlite3.Connection:
    """Return a new cache in place of a file that is none; what another process is using is left alone."""
    if path.is_file() and not path.read_bytes()[:16].startswith(b"SQLite format 3"):
        path.unlink()
    return _open(path)
