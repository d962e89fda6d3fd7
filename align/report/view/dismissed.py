"""Where was something else heard than is printed, and not believed? The differences that are no findings."""

from collections.abc import Iterator
from dataclasses import dataclass

from align.records import Chunk, Op, Passage, QuoteCheck, Report, Span
from align.report.view.sanitize import close_directions, one_line


@dataclass(frozen=True, slots=True)
class Dismissed:
    """A difference that the audio took for a mishearing; `start` and `end` in seconds, as an `Edit` has them."""

    printed: str
    spoken: str
    chars: Span
    recording: int
    start: float
    end: float

    @property
    def phrase(self) -> str:
        """What was heard instead of what, for a reader."""
        printed, spoken = close_directions(one_line(self.printed)), close_directions(one_line(self.spoken))
        if not spoken:
            return f"nothing heard for “{printed}”"
        return f"“{spoken}” heard for “{printed}”" if printed else f"“{spoken}” heard, not printed"


def dismissed(report: Report, check: QuoteCheck) -> tuple[Dismissed, ...]:
    """Return what was heard otherwise than a quote is printed, in order of print."""
    return tuple(_dismissed(report, passage, chunk) for passage in check.passages for chunk in _unbelieved(passage))


def _unbelieved(passage: Passage) -> Iterator[Chunk]:
    """Yield the chunks that differ and have no edit."""
    return (
        chunk
        for chunk in passage.chunks
        if chunk.op is not Op.EQUAL and chunk.edit is None and (chunk.chars or chunk.words)
    )


def _dismissed(report: Report, passage: Passage, chunk: Chunk) -> Dismissed:
    transcript = report.transcripts[passage.recording]
    words = transcript.words[chunk.words.start : chunk.words.end]
    before = transcript.words[max(0, chunk.words.start - 1)]
    start, end = (words[0].start, words[-1].end) if words else (before.end, before.end)
    return Dismissed(
        report.printed(chunk.chars),
        transcript.said_plainly(chunk.words),
        chunk.chars,
        passage.recording,
        start,
        max(start, end),
    )
