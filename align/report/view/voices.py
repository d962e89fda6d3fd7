"""Who is heard? What each voice is called, whose every word is, and what is said of words under the wrong name."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from align.records import Misattribution, QuoteCheck, Report, Segment, Span, Transcript, Turn, Voice
from align.report.view.sanitize import printable
from align.word_voices import word_turns, word_voices

_UNKNOWN = re.compile(r"voice (\d+)")
"""The label of a voice that was told apart by its sound."""


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
    voices = word_voices(transcript.words, transcript)
    for segment in transcript.segments:
        if not segment.words:
            yield Utterance(segment)
        for voice, group in groupby(range(segment.words.start, segment.words.end), voices.__getitem__):
            first, *others = group
            words = Span(first, first + len(others) + 1)
            yield Utterance(_part(transcript, segment, words), "" if voice is None else names[voice])


def words_by_turn(transcript: Transcript) -> tuple[tuple[Turn, str], ...]:
    """Return every turn with the words that are spoken in it, which may be none."""
    said: dict[Turn, str] = dict.fromkeys(transcript.turns, "")
    for word, turn in zip(transcript.words, word_turns(transcript.words, transcript), strict=True):
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
