"""A file is put into an archive: a recording, which is heard, or a transcript. Its bytes tell whether it is there."""

import os
from collections.abc import Sequence
from pathlib import Path

from align import pipeline
from align.archive.entries import Addition, Entry
from align.archive.index import TranscriptIndex
from align.errors import AlignError, ArchiveError
from align.models import Models
from align.outputs import Opening, open_recordings
from align.progress import Progress
from align.reading import read_start
from align.records import AddedFile, ArchivedRecording, Recording
from align.speech.identity import HEAD, identify, is_text
from align.speech.transcripts import digest_of, read_transcript

_DOCUMENTS = (b"PK\x03\x04", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")
"""How transcripts begin that are no plain text: Word's, and text with a byte order mark."""


def add_file(file: str, index: TranscriptIndex, models: Models, progress: Progress) -> AddedFile:
    """Add one file; what keeps it out, if it is not the index itself, is told and does not keep out others."""
    try:
        put = _put_transcript(file, index) if _is_transcript(file) else _put_recording(file, index, models, progress)
    except ArchiveError:
        raise
    except AlignError as error:
        return AddedFile(file, problem=str(error))
    return put


def _is_transcript(file: str) -> bool:
    """Whether what a file begins with is text or a document, and no sound; the path is checked by who reads it."""
    try:
        head = read_start(file, HEAD)
    except (OSError, ValueError):
        return False
    return bool(head) and (head.startswith(_DOCUMENTS) or is_text(head))


def _put_recording(file: str, index: TranscriptIndex, models: Models, progress: Progress) -> AddedFile:
    if known := index.entries("source", identify(file).sha256):
        return _known(file, known, index)
    with open_recordings([file], Opening(memory=models.memory)) as audios:
        heard = pipeline.transcribe(audios, [models.recognizer] * len(audios), progress=progress)
    place = os.path.abspath(file)
    index.add([Addition(one, models.model, one.recording.sha256, place, {"is_timed": True}) for one in heard])
    return AddedFile(file, _listed(index.entries("source", heard[0].recording.sha256)), is_new=True)


def _put_transcript(file: str, index: TranscriptIndex) -> AddedFile:
    source = digest_of(file)
    if known := index.entries("source", source):
        return _known(file, known, index)
    saved = read_transcript(file)
    recording = saved.transcript.recording
    same = [one for one in index.entries("sha256", recording.sha256) if not one.recording.is_given]
    if same:
        return AddedFile(file, _listed(same))
    flags = {"is_timed": saved.is_timed, "is_rough": saved.is_rough}
    place = _place(recording, file)
    index.add([Addition(one, saved.model, source, place, flags, is_given=True) for one in saved.by_itself])
    return AddedFile(file, _listed(index.entries("source", source)), is_new=True)


def _place(recording: Recording, transcript: str) -> str:
    """Return where a recording may be that a transcript names: from here, or from where the transcript is."""
    beside = os.path.abspath(Path(transcript).parent / recording.path)
    return beside if os.path.exists(beside) else os.path.abspath(recording.path)


def _known(file: str, entries: Sequence[Entry], index: TranscriptIndex) -> AddedFile:
    """Return that a file is there already; one that is no longer where it was is now where it was given."""
    for entry in entries:
        if entry.source == entry.recording.sha256 and not os.path.exists(entry.place):
            index.move(entry, file, os.path.abspath(file))
    return AddedFile(file, _listed(index.entries("source", entries[0].source)))


def _listed(entries: Sequence[Entry]) -> tuple[ArchivedRecording, ...]:
    return tuple(entry.recording for entry in entries)
