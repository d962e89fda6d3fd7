"""Which voices could a quote be in? Those of its recording, or of all tracks of its file: of one room."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from align.diarization import APART, Diarization, Vectors, separations, shares, turns_of
from align.records import Interval, QuoteCheck, Transcript
from align.thresholds import SHORT

_SHARPNESS = 40.0
"""What a cosine is worth in nats when voices are weighed against each other; given with the method."""

_SOMEBODY = 0.04
"""Probability that it is any of the voices after all: no quote rules a voice out for good."""

_SHORT = 2.4
_WIDENED = 2.0
"""Seconds of a quote that are too few to know a voice by, and of the same turn that are heard on either side then."""


_PERHAPS_ONE, _LITTLE = 0.8, 10.0
"""Cosine from which two voices may be one person's, and seconds of either under which they may: a speech of 1961, by
telephone, came apart in 14 s and 5 s at 0.80. It is not among the recordings that are measured in `docs/voices.md`."""

_QUESTION = ("?", "？", "؟", ";")  # the last one is Greek, U+037E
_CLOSING = " \"'”’»)"


def is_question(text: str) -> bool:
    """Whether a text ends in a question."""
    return text.rstrip(_CLOSING).endswith(_QUESTION)


@dataclass(frozen=True, slots=True, eq=False)
class Sample:
    """What the quote of the check at `place`, with this `text`, sounds like where it was found.

    `probabilities` are those of each voice of the room; `turn` is the voice in whose turns most of it was said, and
    `voice` the same among the voices of its recording. `direction`, None where voices are only labelled, is that of
    the sound of so many `seconds`.
    """

    place: int
    text: str
    spans: tuple[Interval, ...]
    probabilities: NDArray[np.float64]
    turn: int
    voice: int
    seconds: float
    direction: Vectors | None = None

    @property
    def is_short(self) -> bool:
        """Whether it has so few words that they may have been said in passing."""
        return len(self.text.split()) <= SHORT

    def is_beside(self, other: "Sample") -> bool:
        """Whether it repeats none of the words that another one repeats."""
        return not any(one.start < two.end and two.start < one.end for one in self.spans for two in other.spans)


@dataclass(frozen=True, slots=True, eq=False)
class Room:
    """Recordings whose voices are in common, by number; its voices are those of the first, then of the next.

    `centres` are the directions of the voices; None where they are only labelled. `separations` are how well
    each is told apart from each.
    """

    recordings: tuple[int, ...]
    diarizations: tuple[Diarization, ...]
    centres: Vectors | None
    separations: NDArray[np.float64]

    @property
    def labels(self) -> tuple[str, ...]:
        """What each voice is called."""
        return tuple(label for told in self.diarizations for label in told.labels)

    @property
    def is_blurred(self) -> bool:
        """Whether voices count as one that are hard to tell apart."""
        return any(told.is_blurred for told in self.diarizations)

    def first_voice(self, recording: int) -> int:
        """Return which of the room's voices is the first of a recording."""
        return sum(len(told.labels) for told in self.diarizations[: self.recordings.index(recording)])

    def are_apart(self, one: int, other: int) -> bool:
        """Whether two voices are so unlike that who of them speaks is hardly mistaken."""
        return bool(self.separations[one, other] >= APART)

    def may_be_one(self, one: int, other: int) -> bool:
        """Whether two voices are so alike, and one of them so seldom heard, that they may be one person's."""
        if self.centres is None:
            return False
        turns = self.diarizations[0].turns
        least = min(sum(turn.duration for turn in turns_of(turns, voice)) for voice in (one, other))
        return least < _LITTLE and float(self.centres[one] @ self.centres[other]) >= _PERHAPS_ONE

    def sample(self, place: int, check: QuoteCheck) -> Sample | None:
        """Return what a quote sounds like that was found in the room; None if that is in nobody's turn."""
        recording = check.passages[0].recording
        told, first = self.diarizations[self.recordings.index(recording)], self.first_voice(recording)
        spans = tuple(Interval(part.start, part.end) for part in check.passages if part.recording == recording)
        seconds = shares(told.turns, spans)
        if not seconds:
            return None
        voice = max(seconds, key=lambda one: (seconds[one], -one))
        heard = _heard(spans, turns_of(told.turns, voice))
        direction = told.embeddings.mean(heard) if told.embeddings and self.centres is not None else None
        weights = self._weights(direction, {first + one: shared for one, shared in seconds.items()})
        probabilities = (1 - _SOMEBODY) * weights / weights.sum() + _SOMEBODY / len(weights)
        duration = sum(span.duration for span in heard)
        return Sample(place, check.quote.text, spans, probabilities, first + voice, voice, duration, direction)

    def _weights(self, direction: Vectors | None, seconds: Mapping[int, float]) -> NDArray[np.float64]:
        """Return how much speaks for each voice: how alike it is, or the seconds of its turns."""
        if direction is None or self.centres is None:
            return np.array([seconds.get(voice, 0.0) for voice in range(len(self.labels))])
        return np.exp(_SHARPNESS * (self.centres @ direction - 1).astype(np.float64))


def find_rooms(transcripts: Sequence[Transcript], diarizations: Sequence[Diarization]) -> tuple[Room, ...]:
    """Return the recordings by rooms, in their order: each by itself, but all tracks of a file together."""
    rooms: dict[object, list[int]] = {}
    for number, heard in enumerate(transcripts):
        rooms.setdefault(heard.recording.file if heard.recording.track else number, []).append(number)
    return tuple(_room(numbers, diarizations) for numbers in rooms.values())


def _room(numbers: Sequence[int], diarizations: Sequence[Diarization]) -> Room:
    told = tuple(diarizations[number] for number in numbers)
    if len(told) > 1:
        voices = sum(len(one.labels) for one in told)
        return Room(tuple(numbers), told, None, np.ones((voices, voices)))
    return Room(tuple(numbers), told, _centres(*told), separations(*told))


def _centres(told: Diarization) -> Vectors | None:
    """Return the direction of each voice; None if they were not told apart by their sound."""
    if told.embeddings is None or not len(told.embeddings.starts):
        return None
    width = told.embeddings.width
    means = (told.embeddings.mean(turns_of(told.turns, voice, width)) for voice in range(len(told.labels)))
    return np.array([mean for mean in means if mean is not None])


def _heard(spans: Sequence[Interval], turns: Sequence[Interval]) -> tuple[Interval, ...]:
    """Return what is listened to of a quote: if it is short, with what is said around it in the same turn."""
    is_short = sum(span.duration for span in spans) < _SHORT
    return tuple(_widened(span, turns) for span in spans) if is_short else tuple(spans)


def _widened(span: Interval, turns: Sequence[Interval]) -> Interval:
    """Return a span with what is said before and after it in the same turn."""
    turn = max(turns, key=lambda turn: min(turn.end, span.end) - max(turn.start, span.start))
    start, end = max(turn.start, span.start - _WIDENED), min(turn.end, span.end + _WIDENED)
    return Interval(min(start, span.start), max(end, span.end))
