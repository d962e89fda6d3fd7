"""What is known of a recording in the index, and how that is a row of its table."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from align.records import ArchivedRecording, Model, Transcript

COLUMNS = "id, passages, sha256, track, source, path, place, duration, language, is_given, checksum"
INSERT = "INSERT INTO recording VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"


@dataclass(frozen=True, slots=True)
class Entry:
    """A recording in the index: `first` is the number of its first passage, `place` its path from the root.

    `source` is the SHA-256 of the file that was added: the recording itself, or a transcript of it.
    """

    first: int
    passages: int
    source: str
    place: str
    recording: ArchivedRecording

    def __contains__(self, passage: int) -> bool:
        return self.first <= passage < self.first + self.passages


@dataclass(frozen=True, slots=True)
class Addition:
    """What is put into the index: a transcript, who heard it, and of which file (`source`, `place` as in `Entry`)."""

    transcript: Transcript
    model: Model
    source: str
    place: str
    flags: Mapping[str, bool]
    is_given: bool = False


@dataclass(frozen=True, slots=True)
class Kept:
    """A whole transcript out of the index, and what was put in with it."""

    transcript: Transcript
    model: Model
    flags: Mapping[str, bool]


def entry_of(addition: Addition, first: int, passages: int) -> Entry:
    """Return what is known of a recording that is put in."""
    heard = addition.transcript.recording
    recording = ArchivedRecording(
        heard.path, heard.sha256, heard.duration, heard.track, addition.transcript.language, addition.is_given
    )
    return Entry(first, passages, addition.source, addition.place, recording)


def row_of(entry: Entry) -> tuple[object, ...]:
    """Return the values of the columns; the last is a checksum of the others."""
    told = entry.recording
    values = (
        entry.first, entry.passages, told.sha256, told.track or "", entry.source, told.path, entry.place,
        told.duration, told.language, int(told.is_given),
    )  # fmt: skip
    return (*values, _checksum(values))


def read_entry(row: Sequence[object]) -> Entry | None:
    """Return what a row stands for; None if it is not as it was written."""
    *values, checksum = row
    if checksum != _checksum(values):
        return None
    first, passages, sha256, track, source, path, place, duration, language, is_given = map(str, values)
    told = ArchivedRecording(path, sha256, float(duration), track or None, language, is_given == "1")
    return Entry(int(first), int(passages), source, place, told)


def _checksum(values: Sequence[object]) -> str:
    return hashlib.sha256(json.dumps([*map(str, values)]).encode()).hexdigest()[:16]
