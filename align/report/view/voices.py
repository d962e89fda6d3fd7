"""Who is heard? What each voice is called, whose every word is, and what is said of words under the wrong name."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, groupby

from align.records import Misattribution, QuoteCheck, Report, Segment, Span, Transcript, Turn, Voice, Word
from align.report.view.sanitize import printable

_UNKNOWN = re.compile(r"voice (\d+)")
"""The label of a voice that was told apart by its sound."""

_NEAR = 0.5
"""Seconds between a word and a turn at which they may still belong together: the ends of words are 0.1 s off as a
rule, and turns are counted in steps of 0.4 s."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """A segment, or the part of one that one voice says; `speaker` is what it is called, empty where nobody knows."""

    segment: Segment
    speaker: str = ""


def voice_names(voices: Sequence[Voice]) -> tuple[str, ...]:
    """Return what to call each voice, on one line, all different: its person, `presenter`, or its label."""
    called = (voice.name or ("presenter" if voice.is_presenter else voice.label) for voice in voices)
    return all_different([printable(name) or f"voice {number}" for number, name in enumerate(called, 1)])


def voice_ids(voices: Sequence[Voice]) -> tuple[str, ...]:
    """Return the labels as programs know them: `SPEAKER_00`, pyannote's and whisperX's, for `voice 1`."""
    return all_different([program_label(voice.label) for voice in voices])


def program_label(name: str) -> str:
    """Return `SPEAKER_00` for `voice 1`, any other name as it is."""
    unknown = _UNKNOWN.fullmatch(name)
    return f"SPEAKER_{int(unknown[1]) - 1:02}" if unknown and int(unknown[1]) else name


def all_different(names: Sequence[str]) -> tuple[str, ...]:
    """Return the names, with their numbers behind them if two are the same."""
    if len({*names}) == len(names):
        return tuple(names)
    return tuple(f"{name} ({number})" for number, name in enumerate(names, 1))


def voice_of(report: Report, check: QuoteCheck) -> str:
    """Return what the voice is called in which a quote is heard; empty if that is not known."""
    if check.voice is None or not check.passages:
        return ""
    return voice_names(report.transcripts[check.passages[0].recording].voices)[check.voice]


def utterances(transcript: Transcript, names: Sequence[str]) -> Iterator[Utterance]:
    """Yield the segments in order, divided where the voice changes; `names` are those of its voices."""
    voices = word_voices(transcript)
    for segment in transcript.segments:
        if not segment.words:
            yield Utterance(segment)
        for voice, group in groupby(range(segment.words.start, segment.words.end), voices.__getitem__):
            first, *others = group
            words = Span(first, first + len(others) + 1)
            yield Utterance(_part(transcript, segment, words), "" if voice is None else names[voice])


def word_voices(transcript: Transcript) -> tuple[int | None, ...]:
    """Return whose each word is; None where nobody knows."""
    labels = {voice.label: position for position, voice in enumerate(transcript.voices)}
    own = (labels.get(word.speaker or "") for word in transcript.words)
    turns = word_turns(transcript) if labels else (None,) * len(transcript.words)
    return tuple(turn.voice if voice is None and turn else voice for voice, turn in zip(own, turns, strict=True))


def word_turns(transcript: Transcript) -> tuple[Turn | None, ...]:
    """Return for each word the turn that has most of it, else the nearest; None if none is near.

    Turns may overlap. A word that has a label of its own stands in a turn of that voice.
    """
    everybody = _TurnIndex(transcript.turns)
    by_label = {
        voice.label: _TurnIndex(turn for turn in transcript.turns if turn.voice == position)
        for position, voice in enumerate(transcript.voices)
    }
    return tuple(by_label.get(word.speaker or "", everybody).turn_at(word) for word in transcript.words)


def words_by_turn(transcript: Transcript) -> tuple[tuple[Turn, str], ...]:
    """Return every turn with the words that are spoken in it, which may be none."""
    said: dict[Turn, str] = dict.fromkeys(transcript.turns, "")
    for word, turn in zip(transcript.words, word_turns(transcript), strict=True):
        if turn:
            said[turn] += word.text
    return tuple(said.items())


def describe_misattribution(found: Misattribution) -> str:
    """Return under whose name words stand and who is heard, as a phrase."""
    return f"printed: {found.printed}; heard: {found.heard}"


def remarks_on(check: QuoteCheck) -> tuple[str, ...]:
    """Return what is said beside a quote: its causes, and why its voice must be checked by ear."""
    doubt = check.misattribution.doubt if check.misattribution else None
    return check.causes if not doubt or doubt in check.causes else (*check.causes, doubt)


def _part(transcript: Transcript, segment: Segment, words: Span) -> Segment:
    """Return the part of a segment that these words are."""
    start = segment.start if words.start == segment.words.start else transcript.words[words.start].start
    end = segment.end if words.end == segment.words.end else transcript.words[words.end - 1].end
    return replace(segment, words=words, start=start, end=max(start, end))


class _TurnIndex:
    """Finds the turn that a word stands in."""

    def __init__(self, turns: Iterable[Turn]) -> None:
        self._turns = sorted(turns)
        self._starts = [turn.start for turn in self._turns]
        self._last_ends = [*accumulate((turn.end for turn in self._turns), max)]

    def turn_at(self, word: Word) -> Turn | None:
        first = bisect_left(self._last_ends, word.start - _NEAR)
        near = self._turns[first : bisect_right(self._starts, word.end + _NEAR)]
        return max(near, key=lambda turn: min(turn.end, word.end) - max(turn.start, word.start), default=None)
