"""What did another tool write? A file's content, and a transcript as roughly as the file has it."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from align.charset import decode_likeliest
from align.records import Interval, Model, Recording

_GAP = re.compile(r"\s*")
_LIKE_JSON = re.compile(r"""\s*(?:\{\s*["}]|\[\s*[\[\]{"])""")


class Content:
    """The bytes of a file, decoded once however many readers look at them."""

    def __init__(self, raw: bytes) -> None:
        self.raw = raw

    @cached_property
    def text(self) -> str:
        r"""The text, lines ending with `\n`, without a byte order mark; empty if the bytes are none."""
        return decode_likeliest(self.raw) or ""

    @property
    def document(self) -> object:
        """The JSON value; of several, one a line or one after the other, a list of them; None if it is no JSON."""
        return next(iter(self._values), None) if len(self._values) < 2 else self._values

    @property
    def is_json(self) -> bool:
        """Whether the text is JSON, or begins as nothing else does."""
        return bool(self._values) or bool(_LIKE_JSON.match(self.text))

    @cached_property
    def _values(self) -> list[object]:
        return [*_json_values(self.text)]

    @property
    def fields(self) -> Mapping[str, Any]:
        """The fields of a JSON object, none if it is another value."""
        return self.document if isinstance(self.document, dict) else {}


def _json_values(text: str) -> Iterator[object]:
    """Yield the JSON values in a text, none if something else stands between them or they are nested absurdly."""
    decoder, values, at = json.JSONDecoder(), [], _end_of_gap(text, 0)
    while at < len(text):
        try:
            value, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            return
        values.append(value)
        at = _end_of_gap(text, at)
    yield from values


def _end_of_gap(text: str, at: int) -> int:
    gap = _GAP.match(text, at)
    return gap.end() if gap else at


@dataclass(frozen=True, slots=True)
class RoughWord:
    r"""A word as another tool wrote it, with the white space before it: `\n` where a line begins.

    Times are in seconds, and may be missing or absurd. `is_unheard` is not a word but a mark: somebody said something
    here that the writer could not make out.
    """

    text: str
    start: float | None = None
    end: float | None = None
    probability: float = 1.0
    speaker: str | None = None
    is_unheard: bool = False


@dataclass(frozen=True, slots=True)
class RoughSegment:
    """A stretch of transcript as another tool wrote it."""

    words: tuple[RoughWord, ...]
    start: float | None = None
    end: float | None = None
    avg_logprob: float = 0.0
    no_speech_prob: float = 0.0

    @property
    def text(self) -> str:
        """Its words as they stand."""
        return "".join(word.text for word in self.words)

    @property
    def starts(self) -> tuple[float, ...]:
        """When it and its words begin, as far as that is told."""
        return tuple(start for start in (self.start, *(word.start for word in self.words)) if start is not None)

    @property
    def untimed(self) -> "RoughSegment":
        """The segment without any time."""
        words = tuple(replace(word, start=None, end=None) for word in self.words)
        return replace(self, words=words, start=None, end=None)


@dataclass(frozen=True, slots=True)
class RoughTranscript:
    """What a file says: its segments, and, where it tells, which recording was heard, by what, in which language.

    `warnings` are sentences on what could not be read. Without `is_timed` no word has a time.
    """

    segments: Sequence[RoughSegment]
    language: str | None = None
    unheard: tuple[Interval, ...] = ()
    recording: Recording | None = None
    model: Model | None = None
    warnings: tuple[str, ...] = ()
    is_timed: bool = True


def split_words(text: str, speaker: str | None = None) -> tuple[RoughWord, ...]:
    """Return the words of a text that has no times of its own, each with what separates it from the one before."""
    pieces = re.findall(r"(\s*)(\S+)", text)
    return tuple(RoughWord(_separator(gap) + word, speaker=speaker) for gap, word in pieces)


def _separator(gap: str) -> str:
    return "\n" if "\n" in gap else gap and " "
