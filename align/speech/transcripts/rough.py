"""What did another tool write? A file's content, and a transcript as roughly as the file has it."""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from align.records import Interval, Model, Recording


class Content:
    """The bytes of a file, decoded once however many readers look at them."""

    def __init__(self, raw: bytes) -> None:
        self.raw = raw

    @cached_property
    def text(self) -> str:
        r"""The text, lines ending with `\n`; raises ValueError if the bytes are none."""
        return self.raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")

    @cached_property
    def fields(self) -> Mapping[str, Any]:
        """The fields of a JSON object, none if it is another value; raises ValueError if it is no JSON."""
        document = json.loads(self.raw)
        return document if isinstance(document, dict) else {}


@dataclass(frozen=True, slots=True)
class RoughWord:
    """A word as another tool wrote it; times may be missing or absurd."""

    text: str
    start: float | None = None
    end: float | None = None
    probability: float = 1.0
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class RoughSegment:
    """A stretch of transcript as another tool wrote it."""

    words: tuple[RoughWord, ...]
    start: float | None = None
    end: float | None = None
    avg_logprob: float = 0.0
    no_speech_prob: float = 0.0


@dataclass(frozen=True, slots=True)
class RoughTranscript:
    """What a file says: its segments, and, where it tells, which recording was heard, by what, in which language."""

    segments: Sequence[RoughSegment]
    language: str | None = None
    unheard: tuple[Interval, ...] = ()
    recording: Recording | None = None
    model: Model | None = None


def split_words(text: str, speaker: str | None = None) -> tuple[RoughWord, ...]:
    """Return the words of a text that has no times of its own."""
    return tuple(RoughWord(f" {word}", speaker=speaker) for word in text.split())


def read_number(value: object) -> float | None:
    """Return a number, even one written as a string, if it is finite."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        number = float(value)
    except ValueError:
        return None
    return number if math.isfinite(number) else None
