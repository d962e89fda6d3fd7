"""What does a saved transcript say? A table of readers, one for each shape that tools write.

To add one, write a module with `sniff` and `read`, and name it in a line of `READERS`.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from align.errors import TranscriptError
from align.languages import guess_language
from align.reading import MEGABYTE, read_whole
from align.records import Model, Recording, Transcript
from align.speech.transcripts import gentle, subtitles, whisper
from align.speech.transcripts.rough import Content, RoughTranscript
from align.speech.transcripts.timestamps import repair_timestamps

_LARGEST = 100 * MEGABYTE
"""Ten hours in the wordiest of the shapes are half of that."""


@dataclass(frozen=True, slots=True)
class TranscriptReader:
    """What reads one shape of transcript, in files with this extension; `sniff` tells the shape by the content."""

    extension: str
    sniff: Callable[[Content], bool]
    read: Callable[[Content], RoughTranscript]


READERS = (
    TranscriptReader(".json", whisper.sniff, whisper.read),
    TranscriptReader(".json", gentle.sniff, gentle.read),
    TranscriptReader(".srt", subtitles.sniff, subtitles.read_srt),
    TranscriptReader(".vtt", subtitles.sniff, subtitles.read_vtt),
)
"""The shapes that are read; of those with a file's extension the first that its content fits."""


@dataclass(frozen=True, slots=True)
class SavedTranscript:
    """A transcript from a file, and the model that heard it; `is_timed` says that the file has times."""

    transcript: Transcript
    model: Model
    is_timed: bool = True


def read_transcript(path: str) -> SavedTranscript:
    """Return the transcript in a file; raises TranscriptError if it cannot be understood."""
    readers = [reader for reader in READERS if reader.extension == Path(path).suffix.lower()]
    if not readers:
        known = ", ".join(dict.fromkeys(reader.extension for reader in READERS))
        raise TranscriptError(f"{path} is not a transcript that can be read: give one of {known}.")
    try:
        content = Content(read_whole(path, _LARGEST))
        reader = next((reader for reader in readers if reader.sniff(content)), None)
        saved = _saved(path, content, reader.read(content)) if reader else None
    except OSError as error:
        raise TranscriptError(f"The transcript {path} cannot be read: {error.strerror}.") from error
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError) as error:
        raise _not_understood(path) from error
    if saved is None:
        raise _not_understood(path)
    if not saved.transcript.words:
        raise TranscriptError(f"{path} holds no words: give the transcript of a recording in which somebody speaks.")
    return saved


def _not_understood(path: str) -> TranscriptError:
    return TranscriptError(
        f"{path} is not a transcript as Whisper, Gentle or align writes it: make it anew with align transcribe."
    )


def _saved(path: str, content: Content, rough: RoughTranscript) -> SavedTranscript:
    """Return what a file says as records, its times repaired; what it does not name is named after the file."""
    words, segments = repair_timestamps(rough.segments)
    last = segments[-1].end if segments else 0.0
    text = "".join(word.text for word in words)
    recording = rough.recording or Recording(path, sha256(content.raw).hexdigest(), last)
    recording = replace(recording, duration=max(recording.duration, last))
    model = rough.model or Model("recorded", Path(path).name, None)
    return SavedTranscript(
        Transcript(recording, rough.language or guess_language(text), words, segments, rough.unheard), model
    )
