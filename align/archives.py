"""An archive: transcripts that can be searched, put together with who hears and with what sound is at hand."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs

from align.errors import ArchiveError, OptionError
from align.models import Models
from align.progress import Progress
from align.records import (
    AddedFile,
    ArchivedRecording,
    Certainty,
    QuoteCheck,
    Report,
    Searched,
    SearchResult,
    Severity,
    Verdict,
)

if TYPE_CHECKING:
    from align.archive.entries import Entry
    from align.archive.index import TranscriptIndex
    from align.archive.matching import Candidates
    from align.pipeline import QuotedArticle
    from align.speech.transcripts import SavedTranscript

_SHOWN = 10
"""Places that are returned."""


class Archive:
    """Transcripts in one file, in which quotations are found. Every method raises AlignError in a sentence.

    Without a path it is the file that ALIGN_ARCHIVE names, else one in the user's data folder. The file is opened for
    each call: several programs may use it at once, and one that is killed loses only the recording that it was adding.
    """

    def __init__(self, path: str | Path | None = None) -> None:
        self.path = Path(path) if path else archive_path()

    def add(
        self, files: Sequence[str | Path], *, models: Models | None = None, progress: Progress | None = None
    ) -> tuple[AddedFile, ...]:
        """Add recordings, which are heard, and transcripts; return what became of each, in order.

        What is known already, by the SHA-256 of its bytes, is not added again; a recording that was known by a
        transcript is heard. A file that cannot be added does not keep out the others.
        """
        from align.indexing import add_file

        models, progress = models or Models(), progress or Progress()
        added = []
        with self._opened(is_written=True) as index:
            for done, file in enumerate(map(str, files), 1):
                added.append(add_file(file, index, models, progress))
                progress.added(done, len(files))
        return tuple(added)

    def remove(self, files: Sequence[str | Path]) -> tuple[ArchivedRecording, ...]:
        """Take out recordings, by their path as it is listed or their SHA-256; return what was taken out.

        Raises OptionError, and takes nothing out, if one of them is not there.
        """
        with self._opened(is_written=True) as index:
            wanted = [_entries_named(str(file), index) for file in files]
            gone = {entry.first: entry for entries in wanted for entry in entries}
            for entry in gone.values():
                index.remove(entry)
        return tuple(entry.recording for entry in gone.values())

    def size(self) -> Searched:
        """Return how much is in it."""
        with self._opened() as index:
            return index.size()[0]

    def list(self) -> tuple[ArchivedRecording, ...]:
        """Return the recordings in the order in which they were added."""
        with self._opened() as index:
            return tuple(entry.recording for entry in index.entries())

    def check(self) -> tuple[str, ...]:
        """Return what is wrong with the file: sentences; nothing if all that was put in is there as it was."""
        from align.archive.damage import find_damage

        with self._opened() as index:
            return find_damage(index)

    def find(
        self,
        words: str,
        *,
        speaker: str | None = None,
        style: str = "clean",
        models: Models | None = None,
        clips: str | Path | None = None,
    ) -> SearchResult:
        """Return where `words` are said, as they are or altered, likeliest first; ten places at most.

        `speaker` leaves only places where somebody of that name, in part and in any case, is known to speak. Where the
        recording is at hand, as it was, what differs is put to its sound, and `clips` is a folder for a cut of each
        place; else every place is `check_by_ear`.
        """
        from align.archive.matching import find_candidates
        from align.places import PlaceJudge, quoted_words

        article, quote = quoted_words(words, speaker)
        with self._opened() as index, PlaceJudge(index, models or Models(), style) as judge:
            judge.check_folder(clips)
            candidates = find_candidates(quote, index, speaker)
            matches = tuple(judge.match(candidate, article, quote) for candidate in candidates.found[:_SHOWN])
            judge.write_clips(matches, clips)
            searched, _ = index.size()
        return SearchResult(article.text, matches, searched, tuple(_remarks(candidates, speaker)))

    @contextmanager
    def _opened(self, is_written: bool = False) -> Iterator["TranscriptIndex"]:
        from align.archive.index import TranscriptIndex

        with TranscriptIndex(self.path, is_written) as index:
            yield index

    def choose(self, quoted: "QuotedArticle") -> "Chosen":
        """Return the recordings that hold the quotations of an article; raises ArchiveError if none does."""
        from align.archive.choice import choose_recordings

        with self._opened() as index:
            searched, _ = index.size()
            entries = choose_recordings(quoted.spoken, index)
            if not entries:
                raise ArchiveError(
                    f"No quotation of {quoted.article.path} is found in {searched.name}: give its recordings, or"
                    " index them."
                )
            return _chosen(entries, index, searched)


_ELSEWHERE = "It may have been said in a recording that is not in the archive."


@dataclass(frozen=True, slots=True)
class Chosen:
    """What an article is checked on: files, with transcripts of some of them, or transcripts alone.

    `given` are transcripts, each with the path of its recording; a file has several if each is of one track of it.
    `searched` is the archive in which they were found; `absent` says which sound is not at hand, so that everything
    rests on transcripts.
    """

    recordings: tuple[str, ...]
    given: tuple[tuple[str, "SavedTranscript"], ...] = ()
    searched: Searched | None = None
    absent: tuple[str, ...] = ()

    @property
    def speakers(self) -> dict[str, frozenset[str | None]]:
        """Who speaks in the transcripts of each file, by its path."""
        each = {path: [one.speakers for of, one in self.given if of == path] for path, _ in self.given}
        return {path: frozenset().union(*labels) for path, labels in each.items()}

    def about(self, report: Report) -> Report:
        """Return a report that says what it rests on; what was found by its words alone proves nothing absent."""
        if self.searched is None:
            return report
        warnings = tuple(f"Everything rests on transcripts, for {reason}." for reason in self.absent)
        article = replace(report.article, warnings=(*report.article.warnings, *warnings))
        checks = tuple(map(_perhaps_elsewhere, report.checks))
        return replace(report, article=article, checks=checks, searched=self.searched)


def _perhaps_elsewhere(check: QuoteCheck) -> QuoteCheck:
    """Return a check that faults no quotation for being absent: the archive may lack where it was said."""
    if check.verdict is not Verdict.NOT_FOUND or check.severity is Severity.NONE:
        return check
    return replace(check, certainty=Certainty.CHECK_BY_EAR, causes=(_ELSEWHERE, *check.causes))


def archive_path() -> Path:
    """Return where the archive is kept: in the folder that ALIGN_ARCHIVE names, else in the user's data folder."""
    return Path(os.getenv("ALIGN_ARCHIVE") or platformdirs.user_data_dir("align")) / "archive.sqlite"


def _remarks(candidates: "Candidates", speaker: str | None) -> Iterator[str]:
    """Yield what may have been passed over."""
    if len(candidates.found) > _SHOWN:
        yield f"{len(candidates.found)} places fit, and more may: the {_SHOWN} that fit best are shown."
    if candidates.is_partial:
        yield "Its words are so common that only some of the places that hold them were looked at."
    if candidates.passed_over:
        yield (
            f"{candidates.passed_over} places that share words with it were passed over, for {speaker} is not named"
            " there: leave out --speaker to see them."
        )


def _entries_named(name: str, index: "TranscriptIndex") -> Sequence["Entry"]:
    """Return the recordings of a path, as it was typed or from the root, or of a SHA-256; raises OptionError."""
    named = [one for one in index.entries() if name in (one.recording.path, one.recording.sha256, one.source)]
    named = named or [one for one in index.entries() if os.path.abspath(name) == one.place]
    if not named:
        raise OptionError(f"{name} is not in the index {index.path}: `align index --list` shows what is.")
    return named


def _chosen(entries: Sequence["Entry"], index: "TranscriptIndex", searched: Searched) -> Chosen:
    """Return what to check on: the sound, if that of all is at hand, and transcripts that are not our own, else all."""
    from align.places import why_absent

    absent = tuple(reason for entry in entries if (reason := why_absent(entry)))
    kept = [entry for entry in entries if absent or entry.recording.is_given]
    given = tuple((_file(entry), _saved(entry, index)) for entry in kept)
    files = () if absent else tuple(dict.fromkeys(map(_file, entries)))
    return Chosen(files, given, searched, tuple(dict.fromkeys(absent)))


def _saved(entry: "Entry", index: "TranscriptIndex") -> "SavedTranscript":
    from align.speech.transcripts import SavedTranscript

    kept = index.whole(entry)
    return SavedTranscript(kept.transcript, kept.model, kept.flags["is_timed"], kept.flags.get("is_rough", False))


def _file(entry: "Entry") -> str:
    """Return the path of a recording as it was typed, if it leads there from here, too."""
    typed = entry.recording.path
    return typed if os.path.abspath(typed) == entry.place else entry.place
