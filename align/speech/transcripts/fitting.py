"""Is this the transcript of this recording, and are its times right? Its own words are put to the sound.

Times that are off by one offset or drift are moved. Where they are off in no such way, or where the recording has
something else in part, all of it is heard and the words are timed by that. What fits nowhere is refused.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from align.errors import TranscriptError
from align.records import Interval, Transcript, Word
from align.speech.audio import SILENCE, Audio
from align.speech.protocols import Recognizer, TranscriptionProgress
from align.speech.transcripts.clock import write_clock
from align.speech.transcripts.fit import (
    PlaceMatch,
    TimeMap,
    choose_places,
    find_places,
    fit_line,
    is_rough,
    match_places,
)
from align.speech.transcripts.matching import LEAST_ALIKE, make_keys
from align.speech.transcripts.retiming import move, pair_words, put_together
from align.speech.transcripts.timestamps import clip_to_recording

_SHORT = 0.5
"""Share of a recording that a transcript may cover and yet be missed."""

_FEW = 12
"""Words of a transcript that may all have been misheard."""

_IN_COMMON = 1 / 3
"""Share of its words that a transcript must have in common with what is heard, or that with it."""

_NEARLY = 0.25
"""Share of what was heard from which it is more than another's: those have 0.19 at most in common."""

_LONGEST_CLIP = 20.0
_MOST_WORDS = 80
"""Seconds and words that are put to the sound at once: Whisper hears 30 s, and writes 220 tokens of them."""

_MOST_CLIPS = 4
"""Clips of one stretch of words that are put to the sound."""

_ROOM = 0.25
"""Seconds of sound beside them."""

_BORNE_OUT = 3.3
"""Nats for a word by which words must be likelier on their sound than on silence. `tiny.en`, noise 2 dB louder than the
voice, 9 clips: 4.1 to 7.6 where they are said, 0.9 to 2.4 with the words of others, from 3.2 on if 4 s late."""

_MISHEARD = 3.0
"""Nats for a word by which words may be less likely on their sound than what was heard there."""

_SHOWN = 8
"""Words of what was left out that are shown."""

_FASTEST = 0.2
"""Seconds in which a word is said at least: five a second, one more than newsreaders reach."""

UNTIMED = "The transcript has no times: its words were timed by what is heard."
UNEVEN = "The transcript's times do not fit the sound, however all are moved: its words were timed by what is heard."
UNCHECKED = "Whether the transcript's words and times fit the sound could not be told: check by ear."
"""What is said of a transcript that does not simply fit."""


@dataclass(frozen=True, slots=True)
class Fitter:
    """Puts transcripts to one recording, which `recognizer` hears.

    `wanted` are texts that the transcript will be asked for: there at least its words have times of their own.
    `others` are transcripts that are given with it for other recordings, by the names of those.
    """

    audio: Audio
    recognizer: Recognizer
    wanted: Sequence[str]
    others: Mapping[str, Transcript]
    progress: TranscriptionProgress | None = None

    def fit(self, told: Transcript, has_line_times: bool = False) -> Transcript:
        """Return a transcript of this recording with times that are right in it; raises TranscriptError.

        Where only its lines have times, its words get their own in the places of `wanted`.
        """
        if len(told.words) < LEAST_ALIKE:
            return _unchecked(told)
        places = [self._hear(place, told.language) for place in choose_places(told.recording, told.words)]
        matches = match_places(places, told.words)
        fitting = [match for match in matches if match.is_fitting]
        line = fit_line(fitting, told.segments if has_line_times else ()) if fitting else None
        moved = self._moved(told, line, matches) if line else None
        if moved and line and (has_line_times or is_rough(fitting, line)):
            moved = self._refined(moved)
        if moved and line and not any(match.is_contradicted(line, told.words) for match in matches):
            return moved
        if not matches or len(told.words) < _FEW:
            return _unchecked(told)
        if (fitting or _is_short(told)) and (timed := self._timed(told, UNEVEN)):
            is_all_there = len(timed.words) == len(told.words)
            return moved if moved and is_all_there else timed
        if not fitting and self._is_likely(told, matches):
            return _unchecked(told)
        raise self._refusal(told, places)

    def time_by_hearing(self, told: Transcript) -> Transcript:
        """Return a transcript that has no times with those at which it is heard; raises TranscriptError."""
        if timed := self._timed(told, UNTIMED):
            return timed
        words = self._heard(told).words
        raise self._refusal(told, [words[at : at + _MOST_WORDS] for at in range(0, len(words), _MOST_WORDS)])

    def _timed(self, told: Transcript, reason: str) -> Transcript | None:
        """Return the transcript with the times at which its words are heard; None if few of them are."""
        heard = self._heard(told)
        pairing = pair_words(told.words, heard.words, Interval(0.0, told.recording.duration))
        if pairing.in_common < _IN_COMMON:
            return None
        words = pairing.timed(lambda missing: self._may_be_said(missing, heard.words, told.language))
        rooms = _rooms(words, told.recording.duration)
        timed = put_together(told, words, [*map(_time_of, heard.words), *heard.unheard, *rooms])
        return _warned(timed, reason, _left_out(told.words, words, "not heard in the recording"))

    def _moved(self, told: Transcript, line: TimeMap, matches: Sequence[PlaceMatch]) -> Transcript:
        """Return the transcript with all times moved; what lies outside the recording then is left out."""
        words = move(told, line)
        heard = [_time_of(word) for match in matches for word in match.heard]
        unheard = (Interval(max(0.0, line.at(gap.start)), max(0.0, line.at(gap.end))) for gap in told.unheard)
        moved = put_together(told, words, [*heard, *unheard])
        return _warned(moved, _move(told, line), _left_out(told.words, words, "outside the recording"))

    def _refined(self, told: Transcript) -> Transcript:
        """Return the transcript with the times at which its words are heard where `wanted` texts are said."""
        words = list(told.words)
        for places in _adjoining(find_places(self.wanted, told)):
            heard = [word for place in places for word in self._hear(place, told.language)]
            within = Interval(places[0].start, places[-1].end)
            first, end = (bisect_left(words, edge, key=_start) for edge in (within.start, within.end))
            pairing = pair_words(words[first:end], heard, within)
            words[first:end] = pairing.refined() if pairing.found else words[first:end]
        return put_together(told, words, told.unheard)

    def _heard(self, told: Transcript) -> Transcript:
        return self.recognizer.transcribe(self.audio, told.language, self.progress)

    def _hear(self, place: Interval, language: str) -> tuple[Word, ...]:
        words = self.recognizer.transcribe_place(self.audio, place, language)
        if self.progress:
            self.progress.transcribed(self.audio.recording, place.end)
        return words

    def _is_likely(self, told: Transcript, matches: Sequence[PlaceMatch]) -> bool:
        """Whether a transcript may be right: more of it is heard than by chance, or the sound itself bears it out."""
        is_clear = 2 * sum(match.is_clear for match in matches) > len(matches)
        return _share(matches) >= _NEARLY or (not is_clear and self._is_borne_out(told.words, told.language))

    def _is_borne_out(self, words: Sequence[Word], language: str) -> bool:
        """Whether words are so much likelier on the sound at their times than on silence as what is said there is."""
        clips = self._clips(words)
        gains = (self._likelihood(clip, clip, language) - self._likelihood(clip, None, language) for clip in clips)
        return bool(clips) and sum(gains) >= _BORNE_OUT * _count(clips)

    def _may_be_said(self, words: Sequence[Word], heard: Sequence[Word], language: str) -> bool:
        """Whether words are on the sound about as likely as those that are heard there, or than silence if none are."""
        clips = self._clips(words)
        others = [[word for word in heard if clip[0].start <= word.start < clip[-1].end] for clip in clips]
        if not all(others):
            return self._is_borne_out(words, language)
        losses = (
            self._likelihood(other, clip, language) - self._likelihood(clip, clip, language)
            for clip, other in zip(clips, others, strict=True)
        )
        return bool(clips) and sum(losses) <= _MISHEARD * _count(clips)

    def _likelihood(self, words: Sequence[Word], at: Sequence[Word] | None, language: str) -> float:
        """Return how likely words are, in nats, on the sound at the times of others, or on silence."""
        clip = SILENCE
        if at:
            clip = self.audio.clip(Interval(max(0.0, at[0].start - _ROOM), at[-1].end + _ROOM))
        return sum(self.recognizer.log_likelihoods(clip, ["".join(word.text for word in words)], language))

    def _clips(self, words: Sequence[Word]) -> list[Sequence[Word]]:
        """Return some parts of words that are in the recording and can be put to the sound."""
        parts = [part for part in _parts(words) if part[-1].end <= self.audio.recording.duration]
        return parts[:: 1 + len(parts) // _MOST_CLIPS]

    def _refusal(self, told: Transcript, places: Sequence[Sequence[Word]]) -> TranscriptError:
        """Return what is wrong with a transcript of whose words few are in what was heard."""
        name = told.recording.name
        share = _share(match_places(places, told.words))
        owner = next((other for other, text in self.others.items() if _is_owner(text, places)), None)
        hint = f"; the one for {owner} does: give each in the place of its recording" if owner else ""
        return TranscriptError(
            f"The transcript given for {name} does not fit it, as {share:.0%} of the words that are heard in it are in"
            f" the transcript{hint or ': give the transcript of this recording, or a larger --model to hear it with'}."
        )


def _move(told: Transcript, line: TimeMap) -> str:
    """Return how times were moved; nothing if they were not."""
    if line == TimeMap():
        return ""
    first, last = (word.start - line.at(word.start) for word in (told.words[0], told.words[-1]))
    if line.rate == 1.0:
        return f"The transcript was {_late(first)}: its times have been moved."
    return (
        f"The transcript was {_late(first)} at its start and {_late(last)} at its end: its times have been stretched."
    )


def _late(seconds: float) -> str:
    return f"{write_clock(abs(seconds))} {'late' if seconds > 0 else 'early'}"


def _left_out(told: Sequence[Word], words: Sequence[Word | None], where: str) -> str:
    """Return which words were left out; nothing if none were."""
    missing = [one.text for one, word in zip(told, words, strict=True) if word is None]
    if not missing:
        return ""
    shown = "".join(missing[:_SHOWN]).strip() + ("…" if len(missing) > _SHOWN else "")
    return f"Words of the transcript are {where} and were left out, {len(missing)} of {len(told)}: “{shown}”."


def _rooms(words: Sequence[Word | None], duration: float) -> Iterator[Interval]:
    """Yield where words that were left out may be said after all: between the others, if there is time for them."""
    start, missing = 0.0, 0
    for word in (*words, Word("", duration, duration)):
        if word is None:
            missing += 1
            continue
        if word.start - start >= _FASTEST * missing > 0:
            yield Interval(start, word.start)
        start, missing = word.end, 0


def _warned(transcript: Transcript, *sentences: str) -> Transcript:
    return replace(transcript, warnings=(*transcript.warnings, *filter(None, sentences)))


def _share(matches: Sequence[PlaceMatch]) -> float:
    """Return how much of what was heard a transcript has."""
    return sum(match.share * len(match.heard) for match in matches) / max(1, sum(len(match.heard) for match in matches))


def _unchecked(told: Transcript) -> Transcript:
    return _warned(clip_to_recording(told, told.recording), UNCHECKED)


def _is_short(told: Transcript) -> bool:
    """Whether a transcript is so much shorter than its recording that it may all be where nobody listened."""
    return told.words[-1].end - told.words[0].start < _SHORT * told.recording.duration


def _is_owner(text: Transcript, places: Sequence[Sequence[Word]]) -> bool:
    """Whether most of what was heard is in a transcript."""
    matches = match_places(places, text.words)
    return 2 * sum(match.is_fitting for match in matches) > len(matches)


def _parts(words: Sequence[Word]) -> Iterator[Sequence[Word]]:
    """Yield words in parts that can be put to the sound."""
    first = 0
    for at, word in enumerate(words):
        if word.end - words[first].start > _LONGEST_CLIP or at - first == _MOST_WORDS:
            if first < at:
                yield words[first:at]
            first = at
    yield words[first:]


def _count(clips: Sequence[Sequence[Word]]) -> int:
    return sum(len(make_keys([word.text for word in clip])) for clip in clips)


def _adjoining(places: Sequence[Interval]) -> Iterator[list[Interval]]:
    """Yield places that are one stretch together."""
    runs: list[list[Interval]] = []
    for place in places:
        if runs and runs[-1][-1].end == place.start:
            runs[-1].append(place)
        else:
            runs.append([place])
    return iter(runs)


def _start(word: Word) -> float:
    return word.start


def _time_of(word: Word) -> Interval:
    return Interval(word.start, word.end)
