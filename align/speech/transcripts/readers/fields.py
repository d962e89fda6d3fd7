"""What do the objects of a JSON transcript hold? The names that tools give to the same few things."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeAlias

from align.speech.transcripts.clock import read_number, read_seconds
from align.speech.transcripts.rough import RoughSegment, RoughWord, split_words

Fields: TypeAlias = Mapping[str, Any]

MILLISECOND = 0.001  # seconds
TICK = 1e-7  # seconds: .NET's unit of time, Azure's

TEXTS = (
    "punctuated_word", "word", "Word", "displayText", "text", "Text", "value", "content", "transcript", "sentence",
    "body", "utterance", "utf8", "alignedWord",
)  # fmt: skip
STARTS = (
    "start", "start_time", "startTime", "start_ts", "time_start", "time_begin", "begin", "ts", "from",
    "time", "data_start", "startSeconds", "starttime",
)  # fmt: skip
ENDS = (
    "end", "end_time", "endTime", "end_ts", "time_end", "stop", "to", "data_end", "endSeconds", "endtime",
)  # fmt: skip
_DURATIONS = ("duration", "dur", "Duration")
_MILLISECONDS = {"start_ms": "end_ms", "startMs": "endMs", "offsetMilliseconds": "durationMilliseconds"}
_PROBABILITIES = ("probability", "score", "confidence", "conf", "Confidence")
_SPEAKERS = (
    "speaker", "speaker_id", "speaker_name", "speaker_label", "speakerLabel", "speakerName", "speakerTag", "speakerId",
    "SpeakerId", "speaker_tag",
)  # fmt: skip

_LONGEST_PAUSE = 1.0
"""Seconds between two words at which a list of words is cut into segments: a breath is shorter, a turn ends longer."""


def first(fields: Fields, *names: str) -> Any:
    """Return the first of these fields that holds something, None if none does."""
    return next((fields[name] for name in names if fields.get(name) is not None), None)


def objects(value: object) -> tuple[Fields, ...]:
    """Return the objects of a list, without whatever else stands in it."""
    return tuple(item for item in value if isinstance(item, Mapping)) if isinstance(value, list | tuple) else ()


def child(value: object, *path: str | int) -> Any:
    """Return what lies at a path of names and positions, None if nothing does."""
    for step in path:
        if isinstance(step, str):
            value = value.get(step) if isinstance(value, Mapping) else None
        else:
            value = value[step] if isinstance(value, list) and len(value) > step else None
    return value


def best_of(value: object, name: str = "alternatives") -> Fields:
    """Return the first of the alternatives that an entry has, an empty one if it has none."""
    best = child(value, name, 0)
    return best if isinstance(best, Mapping) else {}


def read_text(fields: Fields, *names: str) -> str:
    """Return the text of an entry, a number as its figures; empty if there is none."""
    texts = (fields[name] for name in names or TEXTS if name in fields)
    return next((str(text) for text in texts if _is_text(text)), "")


def _is_text(value: object) -> bool:
    return isinstance(value, str | int | float) and not isinstance(value, bool)


def read_times(fields: Fields, unit: float = 1.0) -> tuple[float | None, float | None]:
    """Return start and end of an entry in seconds; a bare number counts units of `unit` seconds."""
    for start_name, end_name in _MILLISECONDS.items():
        if start_name in fields:
            start, end = (read_seconds(fields.get(name), MILLISECOND) for name in (start_name, end_name))
            is_length = end_name.startswith("duration") and start is not None and end is not None
            return start, start + end if is_length else end  # type: ignore[operator]
    start, end = (read_seconds(first(fields, *names), unit) for names in (STARTS, ENDS))
    length = read_seconds(first(fields, *_DURATIONS), unit) if end is None else None
    return start, end if length is None or start is None else start + length


def read_speaker(fields: Fields) -> str | None:
    """Return the label of who speaks in an entry; of a numbered one, `speaker 0`."""
    label = first(fields, *_SPEAKERS)
    if isinstance(label, Mapping):
        label = first(label, "name", "label", "display_name", "id")
    if isinstance(label, int) and not isinstance(label, bool):
        return f"speaker {label}"
    return (label.strip() or None) if isinstance(label, str) else None


def names_of(speakers: object) -> dict[str, str]:
    """Return the names of a list of speakers, by the labels that the words have: numbers, or ids."""
    named = ((first(each, "id", "_id"), read_text(each, "name", "label")) for each in objects(speakers))
    return {f"speaker {key}" if isinstance(key, int) else str(key): name for key, name in named if name}


def read_word(fields: Fields, speaker: str | None = None, unit: float = 1.0) -> RoughWord:
    """Return an entry as a word; `speaker` is who speaks where the word itself does not say."""
    text = read_text(fields)
    given = (read_number(fields.get(key)) for key in _PROBABILITIES)
    probability = next((number for number in given if number is not None and 0 <= number <= 1), 1.0)
    lead = " " if text[:1].isspace() else ""
    return RoughWord(lead + text.strip(), *read_times(fields, unit), probability, read_speaker(fields) or speaker)


def read_words(value: object, speaker: str | None = None, unit: float = 1.0) -> tuple[RoughWord, ...]:
    """Return the entries of a list that are words; an empty one is a space between them."""
    return tuple(word for item in objects(value) if (word := read_word(item, speaker, unit)).text.strip())


def read_segment(fields: Fields, unit: float = 1.0) -> RoughSegment:
    """Return an entry that holds words with times, or a text."""
    speaker = read_speaker(fields)
    words = read_words(fields.get("words"), speaker, unit)
    text = read_text(fields)
    is_whole = not text or all(_is_readable(word) for word in fields["words"]) if words else False
    start, end = read_times(fields, unit)
    return RoughSegment(
        words if is_whole else split_words(text, speaker),
        start,
        end,
        read_number(fields.get("avg_logprob")) or 0.0,
        read_number(fields.get("no_speech_prob")) or 0.0,
    )


def read_entries(value: object, unit: float = 1.0) -> tuple[RoughSegment, ...]:
    """Return the segments of a list, or of a list of words what those make."""
    entries = objects(value)
    is_of_words = sum(" " in read_text(entry).strip() or "words" in entry for entry in entries) * 4 < len(entries)
    return cut_words(read_words(entries, None, unit)) if is_of_words else tuple(read_segment(e, unit) for e in entries)


def cut_words(words: Sequence[RoughWord]) -> tuple[RoughSegment, ...]:
    """Return a list of words as segments: one ends where somebody else speaks, or before a pause."""
    return tuple(RoughSegment(tuple(group)) for group in _groups(words))


def _groups(words: Sequence[RoughWord]) -> Iterator[list[RoughWord]]:
    group: list[RoughWord] = []
    for word in words:
        if group and _is_apart(group[-1], word):
            yield group
            group = []
        group.append(word)
    if group:
        yield group


def _is_apart(one: RoughWord, other: RoughWord) -> bool:
    if one.speaker != other.speaker:
        return any(char.isalnum() for char in other.text)  # a full stop belongs to whoever spoke before it
    return one.end is not None and other.start is not None and other.start - one.end > _LONGEST_PAUSE


def in_order(segments: Iterable[RoughSegment]) -> list[RoughSegment]:
    """Return the segments of several channels in order of time."""
    starts = ((next((word.start for word in part.words if word.start is not None), 0.0), part) for part in segments)
    return [part for _, part in sorted(starts, key=lambda one: one[0])]


def named(words: Sequence[RoughWord], speaker: str | None) -> tuple[RoughWord, ...]:
    """Return the words as spoken by `speaker`, where they do not say themselves."""
    return tuple(replace(word, speaker=word.speaker or speaker) for word in words)


def what_is_lost(value: object, what: str) -> tuple[str, ...]:
    """Return a warning for the entries of a list that hold nothing that can be read."""
    if not isinstance(value, list):
        return ()
    lost = [place for place, entry in enumerate(value, 1) if not _is_readable(entry)]
    if not lost:
        return ()
    which = ", ".join(map(str, lost[:5])) + (", …" if len(lost) > 5 else "")
    return (f"{len(lost)} of {len(value)} {what}s cannot be read and are left out: number {which}.",)


def _is_readable(entry: object) -> bool:
    """Whether an entry holds words or a text, be it an empty one."""
    if isinstance(entry, Mapping):
        texts = [entry[name] for name in TEXTS if name in entry]
        return bool(read_words(entry.get("words"))) or any(t is None or _is_text(t) for t in texts)
    return isinstance(entry, list | tuple)
