"""Transcripts that can be searched: put in, taken out, counted and read again, whole or passage by passage."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

from align.archive.database import Database
from align.archive.entries import COLUMNS, INSERT, Addition, Entry, Kept, entry_of, read_entry, row_of
from align.archive.packing import (
    Details,
    model_of,
    pack_details,
    pack_words,
    transcript_of,
    unpack_details,
    unpack_words,
)
from align.archive.terms import PASSAGE, IndexTerm, terms_by_passage
from align.compare.tokens import spoken_tokens
from align.errors import ArchiveError
from align.languages import language_of
from align.records import Model, Searched, Segment, Span, Transcript, Word


class TranscriptIndex:
    """The index in a file, in a `with` statement. All that goes wrong with it raises ArchiveError."""

    def __init__(self, path: Path, is_written: bool = False) -> None:
        self._database = Database(path, is_written)
        self.path = path

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._database.close()

    def add(self, additions: Sequence[Addition]) -> None:
        """Put in the recordings of one file, in place of what was known of them; all of them or none.

        What is heard takes the place of all that transcripts of the file had; a transcript of the whole that of those
        of its tracks, and they that of one.
        """
        with self._database.transaction():
            for addition in additions:
                self._put(addition)

    def remove(self, entry: Entry) -> None:
        """Take a recording out, with all that was said in it."""
        with self._database.transaction():
            self._drop(entry)

    def move(self, entry: Entry, path: str, place: str) -> None:
        """Remember where the file of a recording is now."""
        moved = replace(entry, place=place, recording=replace(entry.recording, path=path))
        with self._database.transaction():
            self._database.rows(
                "UPDATE recording SET path = ?, place = ?, checksum = ? WHERE id = ?",
                (path, place, row_of(moved)[-1], entry.first),
            )

    def entries(self, column: str = "", value: str = "") -> tuple[Entry, ...]:
        """Return the recordings in the order in which they were put in; those that have a value, if one is given."""
        where = {"": "", "source": "WHERE source = ?", "sha256": "WHERE sha256 = ?"}[column]
        statement = f"SELECT {COLUMNS} FROM recording {where} ORDER BY id"  # noqa: S608 -- of three of ours
        return tuple(map(self._entry, self._database.rows(statement, [value] if where else [])))

    def entry_at(self, passage: int) -> Entry:
        """Return the recording that a passage belongs to."""
        statement = f"SELECT {COLUMNS} FROM recording WHERE id <= ? ORDER BY id DESC LIMIT 1"  # noqa: S608
        found = [self._entry(row) for row in self._database.rows(statement, (passage,))]
        if not found or passage not in found[0]:
            raise self._damaged(f"passage {passage} is of no recording")
        return found[0]

    def size(self) -> tuple[Searched, int]:
        """Return how much there is to look through, and how many passages that is."""
        ((recordings, seconds, passages),) = self._database.rows(
            "SELECT count(*), total(duration), sum(passages) FROM recording"
        )
        return Searched(str(self.path), int(str(recordings)), float(str(seconds))), int(str(passages or 0))

    def languages(self) -> tuple[str, ...]:
        """Return the codes of the languages that are spoken."""
        return tuple(str(code) for (code,) in self._database.rows("SELECT DISTINCT language FROM recording"))

    def passages_with(self, term: IndexTerm, most: int) -> NDArray[np.int64]:
        """Return the first passages, `most` of them, that hold a term, in order."""
        ((rows,),) = self._database.rows(  # as one text, which takes a quarter of the time
            "SELECT group_concat(rowid) FROM (SELECT rowid FROM term WHERE term MATCH ? LIMIT ?)",
            (f'"{term.digits}"', most),
        )
        return np.sort(np.fromstring(str(rows or ""), dtype=np.int64, sep=","))

    def stretch(self, entry: Entry, passages: Span) -> Transcript:
        """Return what is said in some passages of a recording, as one segment."""
        words = self._words(entry, passages)
        segment = Segment(words[0].start, words[-1].end, Span(0, len(words)))
        whole = transcript_of({**self._details(entry), "segments": []}, ())
        return replace(whole, words=words, segments=(segment,))

    def whole(self, entry: Entry) -> Kept:
        """Return a transcript as it was put in, but for the rounding of its times."""
        words = self._words(entry, Span(entry.first, entry.first + entry.passages))
        details = self._details(entry)
        return Kept(transcript_of(details, words), model_of(details), details["flags"])

    def model(self, entry: Entry) -> Model:
        """Return who heard a recording."""
        return model_of(self._details(entry))

    def integrity(self) -> tuple[str, ...]:
        """Return what SQLite says of the pages of the file, line by line; nothing if it is sound."""
        said = tuple(
            line for (text,) in self._database.rows("PRAGMA integrity_check(10)") for line in str(text).split("\n")
        )
        return () if said == ("ok",) else tuple(line for line in said if not line.startswith("***"))  # its heading

    def expected_terms(self, entry: Entry) -> Iterator[tuple[str, int]]:
        """Yield the terms that should lead to the passages of a recording, each with the passage."""
        words = self._words(entry, Span(entry.first, entry.first + entry.passages))
        for row, terms in self._terms(entry, words):
            yield from ((term, int(str(row))) for term in str(terms).split())

    def kept_terms(self) -> Iterator[tuple[str, int]]:
        """Yield the terms that are there, each with its passages."""
        self._database.rows("CREATE VIRTUAL TABLE IF NOT EXISTS temp.kept USING fts5vocab('main', 'term', 'instance')")
        for term, row in self._database.each("SELECT term, doc FROM temp.kept"):
            yield str(term), int(str(row))

    def _put(self, addition: Addition) -> None:
        recording = addition.transcript.recording
        for known in self.entries("sha256", recording.sha256):
            are_tracks = addition.is_given and known.recording.track and recording.track
            if known.recording.track == recording.track or (known.recording.is_given and not are_tracks):
                self._drop(known)
        last = self._database.rows("SELECT id + passages FROM recording ORDER BY id DESC LIMIT 1")
        words = addition.transcript.words
        entry = entry_of(addition, int(str(last[0][0])) + 1 if last else 1, -(-len(words) // PASSAGE))
        row = row_of(entry)
        self._database.many(INSERT, iter([row]))
        details = pack_details(addition.transcript, addition.model, addition.flags, entry.first)
        self._database.rows("INSERT INTO detail VALUES (?, ?)", (entry.first, details))
        packed = [(row, pack_words(part, row)) for row, part in _parts(words, entry.first)]
        self._database.many("INSERT INTO passage VALUES (?, ?)", iter(packed))
        kept = tuple(word for row, part in packed for word in unpack_words(part, row))
        self._database.many("INSERT INTO term (rowid, terms) VALUES (?, ?)", self._terms(entry, kept))

    def _drop(self, entry: Entry) -> None:
        span = Span(entry.first, entry.first + entry.passages)
        terms = self._terms(entry, self._words(entry, span))
        self._database.many("INSERT INTO term (term, rowid, terms) VALUES ('delete', ?, ?)", terms)
        self._database.rows("DELETE FROM passage WHERE id >= ? AND id < ?", (span.start, span.end))
        self._database.rows("DELETE FROM detail WHERE id = ?", (entry.first,))
        self._database.rows("DELETE FROM recording WHERE id = ?", (entry.first,))

    def _terms(self, entry: Entry, words: Sequence[Word]) -> Iterator[tuple[object, ...]]:
        """Yield what is kept in the full-text index of each passage of a recording."""
        tokens = spoken_tokens(words, language_of(entry.recording.language))
        yield from enumerate(terms_by_passage(tokens, entry.passages), entry.first)

    def _words(self, entry: Entry, passages: Span) -> tuple[Word, ...]:
        rows = self._database.rows(
            "SELECT id, packed FROM passage WHERE id >= ? AND id < ? ORDER BY id", (passages.start, passages.end)
        )
        if [row for row, _ in rows] != [*range(passages.start, passages.end)]:
            raise self._damaged(f"words of {entry.recording.name} are missing")
        try:
            return tuple(word for row, packed in rows for word in unpack_words(packed, row))  # type: ignore[arg-type]
        except ValueError as error:
            raise self._damaged(str(error)) from error

    def _details(self, entry: Entry) -> Details:
        rows = self._database.rows("SELECT packed FROM detail WHERE id = ?", (entry.first,))
        try:
            ((packed,),) = rows
            return unpack_details(packed, entry.first)  # type: ignore[arg-type]
        except ValueError as error:
            raise self._damaged(f"what is known of {entry.recording.name} is missing") from error

    def _entry(self, row: tuple[object, ...]) -> Entry:
        if entry := read_entry(row):
            return entry
        raise self._damaged(f"recording {row[0]} is not what was put in")

    def _damaged(self, what: str) -> ArchiveError:
        return ArchiveError(
            f"The index {self.path} is damaged ({what}): see what `align index --check` says of it, and index its"
            " recordings again in another file."
        )


def _parts(words: Sequence[Word], first: int) -> Iterator[tuple[int, Sequence[Word]]]:
    """Yield the number of each passage and its words."""
    for row, start in enumerate(range(0, len(words), PASSAGE), first):
        yield row, words[start : start + PASSAGE]
