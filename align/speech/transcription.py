"""What was said in a recording? Heard window by window, with any ears; speech they miss is heard again, or named."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from math import inf

import numpy as np

from align.errors import RecordingError
from align.records import Interval, Recording, Segment, Span, Transcript, Word
from align.speech.audio import Audio
from align.speech.protocols import Ears, Heard, TranscriptionProgress
from align.speech.vad.detection import Voice, is_loud, listen
from align.speech.vad.windows import find_windows
from align.speech.word_boundaries import longest, set_on_speech

_SHORTEST_WINDOW = 4.0
"""Seconds under which a looping window is not halved again, but given up."""

_GUESSED = -1.0
"""Nats for a token, under which what is heard at a second hearing is not believed; Whisper's."""

_SILENT = 0.6
"""Probability of no speech from which it is not believed either: Whisper says "Thank you" to noise; Whisper's."""

_MISSED = 0.4
"""Seconds of speech without words that are heard again: a short word."""

_UNHEARD = 1.0
"""Seconds of speech without words that are named: enough for a quotation to hide in."""

_SEGMENT_PAUSE = 0.8
"""Seconds between two words that end a segment."""

_SENTENCE_ENDS = (".", "?", "!", "。", "？", "！", "…")


@dataclass(frozen=True, slots=True)
class _Spoken:
    """A word in seconds from the start of the recording, and the window in which it was heard."""

    word: Word
    window: Heard


def hear_recording(
    ears: Ears, audio: Audio, language: str | None, progress: TranscriptionProgress | None
) -> Transcript:
    """Return the transcript of a recording; raises RecordingError if nobody speaks in it.

    Where noise drowns every voice for the detector, all is heard, and only what the model itself believes is kept.
    """
    voice = listen(audio)
    is_drowned = not voice.speech() and is_loud(audio)
    if is_drowned:
        voice = replace(voice, probabilities=np.ones_like(voice.probabilities))
    windows = find_windows(voice, Interval(0.0, audio.recording.duration))
    if not windows:
        raise _no_speech(audio)
    sample = max(windows, key=lambda window: window.duration)
    language = language or ears.detect_language(audio.clip(sample))
    listener = _Listener(ears, audio, voice, language)
    progress = progress or _Untold()
    spoken = listener.hear(windows, lambda count: progress.transcribed(audio.recording, windows[count - 1].end))
    spoken = listener.again(spoken, progress)
    if is_drowned:
        spoken = [one for one in spoken if _is_believed(one.window)]
    if not spoken:
        raise _no_speech(audio)
    words = tuple(one.word for one in spoken)
    unheard = missed(words, voice.speech(), _UNHEARD)
    return Transcript(audio.recording, language, words, tuple(_segments(spoken)), tuple(unheard))


class _Untold:
    """Lets nobody know how far the transcription has come."""

    def transcribed(self, recording: Recording, seconds: float) -> None:
        pass

    def retranscribed(self, recording: Recording, seconds: float, total: float) -> None:
        pass


def _no_speech(audio: Audio) -> RecordingError:
    return RecordingError(f"There is no speech in {audio.path}: give a recording in which somebody speaks.")


@dataclass(frozen=True, slots=True)
class _Listener:
    """Ears, and the recording to which they listen."""

    ears: Ears
    audio: Audio
    voice: Voice
    language: str

    def hear(self, windows: Sequence[Interval], note: Callable[[int], None] = lambda _: None) -> list[_Spoken]:
        """Return the words of windows, in order; a window whose text loops is heard in halves.

        `note` is told how many windows have been heard.
        """
        spoken: list[_Spoken] = []
        for at in range(0, len(windows), self.ears.batch_size):
            batch = windows[at : at + self.ears.batch_size]
            clips = [self.audio.clip(window) for window in batch]
            all_heard = dict(self.ears.hear(clips, self.language))
            for place, window in enumerate(batch):
                heard = all_heard[place]
                spoken += self.hear(self._halves(window)) if heard.is_loop else self._placed(window, heard)
            note(at + len(batch))
        return spoken

    def again(self, spoken: list[_Spoken], progress: TranscriptionProgress) -> list[_Spoken]:
        """Return the words with those stretches heard again, by themselves, where speech has none."""
        words = [one.word for one in spoken]
        stretches = _stretches(words, missed(words, self.voice.speech(), _MISSED))
        windows = [window for stretch in stretches for window in find_windows(self.voice, stretch)]
        windows.sort(key=lambda window: window.duration)  # a batch of short ones takes less time
        done = [0.0, *accumulate(window.duration for window in windows)]
        heard = self.hear(windows, lambda count: progress.retranscribed(self.audio.recording, done[count], done[-1]))
        believed = sorted((one for one in heard if _is_believed(one.window)), key=_start)
        for stretch in reversed(stretches):
            before, found = (one[_between(one, stretch)] for one in (spoken, believed))
            if _letters(found) > _letters(before):
                spoken[_between(spoken, stretch)] = found
        return spoken

    def _placed(self, window: Interval, heard: Heard) -> list[_Spoken]:
        """Return the words of a window where they are in the recording, with their edges set on its speech."""
        words = [replace(word, start=window.start + word.start, end=window.start + word.end) for word in heard.words]
        return [_Spoken(word, heard) for word in set_on_speech(words, self.voice.speech(window))]

    def _halves(self, window: Interval) -> tuple[Interval, ...]:
        """Return the window in two, cut in its middle third where it is quietest; nothing if it is too short."""
        if window.duration < _SHORTEST_WINDOW:
            return ()
        third = window.duration / 3
        cut = self.voice.quietest(Interval(window.start + third, window.end - third))
        return (Interval(window.start, cut), Interval(cut, window.end))


def missed(words: Sequence[Word], speech: Sequence[Interval], least: float) -> Iterator[Interval]:
    """Yield the stretches between words that hold at least so many seconds of speech, from its start to its end.

    A word that lasts implausibly long covers only a plausible beginning.
    """
    starts = [*(word.start for word in words), inf]
    ends = [0.0, *(min(word.end, word.start + longest(word)) for word in words)]
    for after, before in zip(ends, starts, strict=True):
        if before - after < least:
            continue
        first = bisect_right(speech, after, key=lambda interval: interval.end)
        last = bisect_left(speech, before, key=lambda interval: interval.start)
        parts = [Interval(max(after, part.start), min(before, part.end)) for part in speech[first:last]]
        if sum(part.duration for part in parts) >= least:
            yield Interval(parts[0].start, parts[-1].end)


def _stretches(words: Sequence[Word], gaps: Iterable[Interval]) -> list[Interval]:
    """Return gaps with the overlong words in which they begin; those that touch are one."""
    stretches: list[Interval] = []
    for gap in gaps:
        at = bisect_right(words, gap.start, key=lambda word: word.start) - 1
        start = words[at].start if at >= 0 and words[at].end > gap.start else gap.start
        if stretches and start - stretches[-1].end < _MISSED:
            start = stretches.pop().start
        stretches.append(Interval(start, gap.end))
    return stretches


def _is_believed(heard: Heard) -> bool:
    return heard.avg_logprob > _GUESSED and heard.no_speech_prob < _SILENT


def _between(spoken: Sequence[_Spoken], stretch: Interval) -> slice:
    """Return which of the words, in order of time, start within a stretch."""
    return slice(bisect_left(spoken, stretch.start, key=_start), bisect_left(spoken, stretch.end, key=_start))


def _start(spoken: _Spoken) -> float:
    return spoken.word.start


def _letters(spoken: Sequence[_Spoken]) -> int:
    return sum(len(one.word.text.strip()) for one in spoken)


def _segments(spoken: Sequence[_Spoken]) -> Iterator[Segment]:
    """Yield stretches that end with a window, with a sentence or before a pause."""
    start = 0
    for end, (one, following) in enumerate(pairwise([*spoken, None]), 1):
        if one and (following is None or _is_break(one, following)):
            words = spoken[start:end]
            yield Segment(
                words[0].word.start,
                words[-1].word.end,
                Span(start, end),
                one.window.avg_logprob,
                one.window.no_speech_prob,
            )
            start = end


def _is_break(one: _Spoken, following: _Spoken) -> bool:
    return (
        one.window is not following.window
        or one.word.text.endswith(_SENTENCE_ENDS)
        or following.word.start - one.word.end > _SEGMENT_PAUSE
    )
