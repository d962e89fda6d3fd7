"""What does a saved transcript say? Read by its shape (`readers`), put right (`mending`), its times repaired."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from hashlib import sha256
from itertools import accumulate
from pathlib import Path

from align.errors import TranscriptError
from align.languages import guess_language
from align.reading import MEGABYTE, read_whole
from align.records import Interval, Model, Recording, Segment, Span, Transcript, Word
from align.speech.channels import is_track
from align.speech.transcripts.mending import mend
from align.speech.transcripts.readers import READERS
from align.speech.transcripts.refusals import is_something_else, refusal
from align.speech.transcripts.rough import Content, RoughSegment, RoughTranscript
from align.speech.transcripts.timestamps import repair_timestamps

__all__ = ["READERS", "SavedTranscript", "digest_of", "read_transcript"]

_LARGEST = 100 * MEGABYTE
"""Ten hours in the wordiest of the shapes are half of that."""


_ESTIMATED = "It has no times, or too few: those given here are estimated by the length of the words."


@dataclass(frozen=True, slots=True)
class SavedTranscript:
    """A transcript from a file, and the model that heard it.

    Without `is_timed` the file has no times, or too few to tell when a word was said: those here are estimated. With
    `is_rough` those of its lines are the file's, and those within them estimated. `rough` is what it says,
    before it is mended if all words in it have a speaker: who speaks at once is no fault of any of them.
    """

    transcript: Transcript
    model: Model
    is_timed: bool = True
    is_rough: bool = False
    rough: RoughTranscript = field(default_factory=partial(RoughTranscript, ()), repr=False, compare=False)

    @property
    def speakers(self) -> frozenset[str | None]:
        """The labels of those who speak; None is among them if not all words have one."""
        return frozenset(word.speaker for word in self.transcript.words)

    def of(self, speaker: str) -> "SavedTranscript":
        """Return what one of them says, at its own times: others may speak at the same time."""
        if self.speakers == {speaker}:
            return self
        parts = (
            replace(part, words=tuple(word for word in part.words if word.speaker == speaker))
            for part in self.rough.segments
        )
        rough = replace(self.rough, segments=[part for part in parts if part.words])
        return _saved(self.transcript.recording, self.model, mend(rough))

    @property
    def by_itself(self) -> tuple[Transcript, ...]:
        """The transcript as it is where no sound is given to put it to: one for each track of which it has words."""
        tracks = [name for name in self.speakers if name and is_track(name)]
        if not tracks or len(tracks) < len(self.speakers):
            return (self._alone(),)
        return tuple(self.of(name)._alone(name) for name in sorted(tracks))

    def _alone(self, track: str | None = None) -> Transcript:
        told = replace(self.transcript, recording=replace(self.transcript.recording, track=track))
        return told if self.is_timed else replace(told, warnings=(*told.warnings, _ESTIMATED))


def digest_of(path: str) -> str:
    """Return the SHA-256 of a transcript's bytes; raises TranscriptError if it is larger than any can be."""
    return sha256(_read(path)).hexdigest()


def read_transcript(path: str) -> SavedTranscript:
    """Return the transcript in a file; raises TranscriptError if it cannot be understood."""
    content = Content(_read(path))
    if is_something_else(content):
        raise refusal(path, content)
    read = _read_by_shape(path, content)
    rough = mend(read)
    recording = rough.recording or Recording(path, sha256(content.raw).hexdigest(), 0.0)
    saved = _saved(recording, rough.model or Model("recorded", Path(path).name, None), rough)
    if all(word.speaker for segment in read.segments for word in segment.words):
        saved = replace(saved, rough=read)
    if not saved.transcript.words:
        raise TranscriptError(f"{path} holds no words: give the transcript of a recording in which somebody speaks.")
    return saved


def _read_by_shape(path: str, content: Content) -> RoughTranscript:
    """Return what the first reader whose shape this is makes of it; what breaks a reader is not of its shape."""
    try:
        reader = next((reader for reader in READERS if reader.sniff(content)), None)
        rough = reader.read(content) if reader else None
    except (ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError) as error:
        raise refusal(path, content) from error
    if rough is None:
        raise refusal(path, content)
    return rough


def _read(path: str) -> bytes:
    try:
        return read_whole(path, _LARGEST)
    except OSError as error:
        raise TranscriptError(f"The transcript {path} cannot be read: {error.strerror}.") from error


def _saved(recording: Recording, model: Model, rough: RoughTranscript) -> SavedTranscript:
    """Return what a file says as records, its times repaired."""
    written, written_segments = repair_timestamps(rough.segments)
    marks = [word.is_unheard for segment in rough.segments for word in segment.words]
    gaps = (Interval(word.start, word.end) for word, is_gap in zip(written, marks, strict=True) if is_gap)
    unheard = (*rough.unheard, *gaps)
    words, segments = _without(marks, written, written_segments)
    last = segments[-1].end if segments else 0.0
    text = "".join(word.text for word in words)
    recording = replace(recording, duration=max(recording.duration, last, *(gap.end for gap in unheard)))
    transcript = Transcript(
        recording, rough.language or guess_language(text), words, segments, tuple(sorted(unheard)), rough.warnings
    )
    return SavedTranscript(transcript, model, rough.is_timed, _is_rough(rough.segments), rough)


def _is_rough(segments: Sequence[RoughSegment]) -> bool:
    """Whether most words have no time of their own and are not alone in a line that has."""
    words = [word for segment in segments if len(segment.words) > 1 for word in segment.words]
    return 2 * sum(word.start is None for word in words) > sum(len(segment.words) for segment in segments)


def _without(
    marks: Sequence[bool], words: Sequence[Word], segments: Sequence[Segment]
) -> tuple[tuple[Word, ...], tuple[Segment, ...]]:
    """Return the words that are not marked, and the segments that hold any."""
    heard = tuple(word for word, is_gap in zip(words, marks, strict=True) if not is_gap)
    before = [*accumulate((not is_gap for is_gap in marks), initial=0)]
    spans = ((segment, Span(before[segment.words.start], before[segment.words.end])) for segment in segments)
    return heard, tuple(replace(segment, words=span) for segment, span in spans if span)
