"""The file of an index: opened, versioned and checked; what SQLite raises becomes a sentence.

It keeps a rollback journal, not a write-ahead log: so it can be read where nobody may write. Each recording is put in
by one transaction, so whoever is killed loses only the one that was not yet in.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from align.errors import ArchiveError

_APPLICATION = 0x616C676E
"""What tells the file from other SQLite files: "algn"."""

_VERSION = 1
"""To be raised when another table, term or packing makes old files unreadable; they are then refused."""

_PATIENCE = 60.0
"""Seconds to wait for another process that is writing; an hour of speech is put in within one."""

_SCHEMA = f"""
BEGIN IMMEDIATE;
CREATE TABLE recording (
    id       INTEGER PRIMARY KEY,  -- of its first passage; the next recording leaves one number out
    passages INTEGER NOT NULL,
    sha256   TEXT NOT NULL,        -- of the recording, or of the transcript where that names none
    track    TEXT NOT NULL,        -- in words; '' for all of its sound
    source   TEXT NOT NULL,        -- SHA-256 of the file that was added: the recording, or a transcript of it
    path     TEXT NOT NULL,        -- as the user typed it
    place    TEXT NOT NULL,        -- the same from the root of the file system
    duration REAL NOT NULL,        -- seconds
    language TEXT NOT NULL,
    is_given INTEGER NOT NULL,     -- 1 if the transcript is somebody else's
    checksum TEXT NOT NULL,
    UNIQUE (sha256, track)
);
CREATE INDEX recording_source ON recording (source);
CREATE INDEX recording_size ON recording (language, duration, passages);  -- all that a search asks of every recording
CREATE TABLE detail (id INTEGER PRIMARY KEY, packed BLOB NOT NULL);   -- of a recording: all but its words
CREATE TABLE passage (id INTEGER PRIMARY KEY, packed BLOB NOT NULL);  -- its words
CREATE VIRTUAL TABLE term USING fts5(terms, content='', detail=none, columnsize=0, tokenize=ascii);
PRAGMA application_id = {_APPLICATION};
PRAGMA user_version = {_VERSION};
COMMIT;
"""

_READABLE = "The index {} {}."
_DAMAGED = "is damaged: see what `align index --check` says of it, and index its recordings again in another file"
_REASONS = (
    ("not a database", "is no index: give another name with --index"),
    ("full", "cannot grow, for the disk is full: make room and do it again; what was put in before is there"),
    ("disk i/o", "cannot be written or read (disk error): see that the disk has room and is sound, and do it again"),
    ("readonly", "may only be read here: choose another file with --index"),
    ("locked", "is being written by another process: try again when it is done"),
    ("busy", "is being written by another process: try again when it is done"),
    ("unable to open", "cannot be opened: see that it is a file that you may read"),
)
"""What SQLite says in English, by its beginning of a word, and what it means; all else is damage."""


class Database:
    """An index file. Every failure raises ArchiveError."""

    def __init__(self, path: Path, is_written: bool) -> None:
        self.path = path
        with self._told():
            self._connection = self._open(is_written)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def rows(self, statement: str, values: Sequence[object] = ()) -> list[tuple[object, ...]]:
        """Return the rows of a statement."""
        with self._told():
            return self._connection.execute(statement, values).fetchall()

    def each(self, statement: str) -> Iterator[tuple[object, ...]]:
        """Yield the rows of a statement one by one."""
        with self._told():
            yield from self._connection.execute(statement)

    def many(self, statement: str, values: Iterator[tuple[object, ...]]) -> None:
        """Run a statement for each of the values."""
        with self._told():
            self._connection.executemany(statement, values)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Do all that is done within, or nothing of it; others that write wait."""
        self.rows("BEGIN IMMEDIATE")
        try:
            yield
            with self._told():
                self._connection.commit()
        finally:
            if self._connection.in_transaction:
                self._connection.rollback()

    def _open(self, is_written: bool) -> sqlite3.Connection:
        if is_written:
            self._make_folder()
        elif not self.path.is_file():
            raise ArchiveError(f"There is no index at {self.path}: make one with `align index RECORDING...`.")
        connection = self._connect("rwc" if is_written else "rw", "ro")
        with ExitStack() as on_failure:
            on_failure.callback(connection.close)
            self._settle(connection, is_written)
            on_failure.pop_all()
        return connection

    def _make_folder(self) -> None:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise ArchiveError(_READABLE.format(self.path, f"cannot be made: {error.strerror}")) from error

    def _connect(self, *modes: str) -> sqlite3.Connection:
        """Return a connection in the first of the modes that the file allows: who may write mends what a kill left."""
        address = self.path.absolute().as_uri()
        for mode in modes[:-1]:
            try:
                connection = sqlite3.connect(f"{address}?mode={mode}", _PATIENCE, isolation_level=None, uri=True)
                connection.execute("SELECT count(*) FROM sqlite_schema")
            except sqlite3.OperationalError:
                continue
            return connection
        return sqlite3.connect(f"{address}?mode={modes[-1]}", _PATIENCE, isolation_level=None, uri=True)

    def _settle(self, connection: sqlite3.Connection, is_written: bool) -> None:
        """Make the tables in a new file; raises ArchiveError of one that is another version's or no index."""
        if is_written and not _number(connection, "SELECT count(*) FROM sqlite_schema"):
            _make_tables(connection)
        version = _number(connection, "PRAGMA user_version")
        if _number(connection, "PRAGMA application_id") != _APPLICATION:
            raise ArchiveError(_READABLE.format(self.path, "is another program's file: give another name with --index"))
        if version != _VERSION:
            age = "a newer version of align: upgrade" if version > _VERSION else "an older version: index anew"
            raise ArchiveError(_READABLE.format(self.path, f"was written by {age}, or choose another with --index"))

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Say in a sentence what SQLite has against the file; a damaged file's own words may not even be text."""
        try:
            yield
        except sqlite3.NotSupportedError as error:
            raise ArchiveError(f"This Python's SQLite cannot keep an index ({error}): it needs FTS5.") from error
        except (sqlite3.Error, UnicodeError, OverflowError) as error:
            said = str(error).lower()
            reason = next((meaning for word, meaning in _REASONS if word in said), _DAMAGED)
            raise ArchiveError(_READABLE.format(self.path, reason)) from error


def _make_tables(connection: sqlite3.Connection) -> None:
    """Make the tables, unless another process has just made them."""
    try:
        connection.executescript(_SCHEMA)
    except sqlite3.OperationalError:
        if connection.in_transaction:
            connection.rollback()
        if not _number(connection, "SELECT count(*) FROM sqlite_schema"):
            raise


def _number(connection: sqlite3.Connection, statement: str) -> int:
    return int(connection.execute(statement).fetchone()[0])
