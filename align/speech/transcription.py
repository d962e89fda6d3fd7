"""What was said in a recording? Chunked transcription: windows cut in pauses, decoded in batches by any acoustic model.

Speech that got no words is decoded again by itself, and then with quiet speech at a raised level (`retry_gaps`); what
still has none is named as unheard.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import accumulate, pairwise

import numpy as np

from align.errors import RecordingError
from align.languages import UNDETERMINED
from align.records import Interval, Recording, Segment, Span, Transcript, Word, joined_stretches
from align.speech.audio import Audio, Clip
from align.speech.loudness import loudness
from align.speech.missed import find_missed
from align.speech.protocols import AcousticModel, DecodedWindow, TranscriptionProgress
from align.speech.read_ahead import read_ahead
from align.speech.vad.detection import CHUNK_SECONDS, SpeechProbabilities, detect_speech, has_signal
from align.speech.vad.quiet import add_quiet_speech, raise_level
from align.speech.vad.windows import find_windows
from align.speech.word_boundaries import SHORTEST_UNHEARD, missed_speech, snap_to_speech, uncovered_speech

_SHORTEST_WINDOW = 4.0
"""Seconds under which a looping window is not halved again, but given up."""

_LOGPROB_THRESHOLD = -1.0
"""Nats for a token, under which what is decoded at a second try is not believed; Whisper's."""

_SHORTEST_GAP = 0.4
"""Seconds of speech without words that are decoded again: a short word."""

_SEGMENT_PAUSE = 0.8
"""Seconds between two words that end a segment."""

_SENTENCE_ENDS = (".", "?", "!", "。", "？", "！", "…")


@dataclass(frozen=True, slots=True)
class _PlacedWord:
    """A word in seconds from the start of the recording, and the window in which it was decoded."""

    word: Word
    window: DecodedWindow


def transcribe_recording(
    acoustic: AcousticModel, audio: Audio, language: str | None = None, progress: TranscriptionProgress | None = None
) -> Transcript:
    """Return the transcript of a recording; raises RecordingError if nobody speaks in it.

    Of a track or channel that is one of several, it is empty then, and its words carry its name as their speaker. Where
    noise drowns every voice for the detector, all is decoded, and only what the model itself believes is kept.
    """
    whole, speech = Interval(0.0, audio.recording.duration), _find_speech(audio)
    windows = find_windows(speech.aloud, whole)
    sample = max(windows or find_windows(speech.at_all, whole), key=lambda window: window.duration, default=None)
    if not sample:
        return _no_speech(audio)
    language = language or acoustic.detect_language(audio.clip(sample))
    transcriber = _Transcriber(acoustic, audio, speech.aloud, language, progress or _NoProgress())
    placed = transcriber.hear(windows, speech)
    if not placed:
        return _no_speech(audio)
    words = [Interval(one.word.start, one.word.end) for one in placed]
    spoken = speech.at_all.speech()
    missed = find_missed(acoustic, audio, language, [*spoken, *words], SHORTEST_UNHEARD)
    return _transcript(audio, language, placed, joined_stretches([*spoken, *missed]))


def transcribe_windows(
    acoustic: AcousticModel, audio: Audio, places: Sequence[Interval], language: str
) -> tuple[tuple[Interval, Transcript], ...]:
    """Return what is said in some places of a recording, in its times: stretches that hold them, and what is in each.

    They are the windows in which all of it is heard, so that the words are the same.
    """
    whole, speech = Interval(0.0, audio.recording.duration), _find_speech(audio)
    windows = [window for window in find_windows(speech.aloud, whole) if any(_touch(window, place) for place in places)]
    stretches = joined_stretches([*windows, *places])
    speech = replace(speech, aloud=_within(speech.aloud, stretches), at_all=_within(speech.at_all, stretches))
    placed = _Transcriber(acoustic, audio, speech.aloud, language, _NoProgress()).hear(windows, speech)
    return tuple(
        (
            stretch,
            _transcript(audio, language, placed[_between(placed, stretch)], _within(speech.at_all, [stretch]).speech()),
        )
        for stretch in stretches
    )


@dataclass(frozen=True, slots=True)
class _Speech:
    """Where somebody speaks, loud enough for the detector and at all; where noise drowns every voice, everywhere."""

    aloud: SpeechProbabilities
    at_all: SpeechProbabilities
    is_drowned: bool


def _find_speech(audio: Audio) -> _Speech:
    aloud = audio.once(detect_speech)
    if not aloud.speech() and not audio.track and has_signal(audio):
        everywhere = SpeechProbabilities(np.ones_like(aloud.per_chunk))
        return _Speech(everywhere, everywhere, is_drowned=True)
    whole = Interval(0.0, audio.recording.duration)
    return _Speech(aloud, add_quiet_speech(aloud, audio, whole, SHORTEST_UNHEARD), is_drowned=False)


def _touch(one: Interval, other: Interval) -> bool:
    return one.start < other.end and other.start < one.end


def _within(probabilities: SpeechProbabilities, stretches: Iterable[Interval]) -> SpeechProbabilities:
    """Return the probabilities in some stretches; elsewhere nobody speaks."""
    kept = np.zeros_like(probabilities.per_chunk)
    for stretch in stretches:
        first, last = (round(edge / CHUNK_SECONDS) for edge in (stretch.start, stretch.end))
        kept[first:last] = probabilities.per_chunk[first:last]
    return SpeechProbabilities(kept)


def _transcript(audio: Audio, language: str, placed: Sequence[_PlacedWord], speech: Sequence[Interval]) -> Transcript:
    words = tuple(replace(one.word, speaker=one.word.speaker or audio.track) for one in placed)
    unheard = uncovered_speech(words, speech, SHORTEST_UNHEARD)
    return Transcript(audio.recording, language, words, tuple(_segments(placed)), tuple(unheard))


def transcribe_place(acoustic: AcousticModel, audio: Audio, place: Interval, language: str) -> tuple[Word, ...]:
    """Return what is said in a stretch of a recording, as far as the model itself believes it."""
    aloud = detect_speech(audio, place)
    transcriber = _Transcriber(acoustic, audio, aloud, language, _NoProgress())
    placed = [one for one in transcriber.transcribe(find_windows(aloud, place)) if _is_believed(one.window)]
    speech = add_quiet_speech(aloud, audio, place, SHORTEST_UNHEARD)
    placed = replace(transcriber, probabilities=speech, is_raised=True).retry_gaps(placed, SHORTEST_UNHEARD)
    return tuple(one.word for one in placed)


class _NoProgress:
    """Tells nobody how far the transcription has come."""

    def transcribed(self, recording: Recording, seconds: float) -> None:
        pass

    def retranscribed(self, recording: Recording, seconds: float, total: float) -> None:
        pass


def _no_speech(audio: Audio) -> Transcript:
    """Return the transcript of a track in which nobody speaks; raises RecordingError if it is the only one."""
    if not audio.track:
        raise RecordingError(f"There is no speech in {audio.path}: give a recording in which somebody speaks.")
    return Transcript(audio.recording, UNDETERMINED, (), (), warnings=("Nobody was heard to speak in it.",))


@dataclass(frozen=True, slots=True)
class _Transcriber:
    """An acoustic model at work on one recording, as loud as it is or raised to the level of speech throughout."""

    acoustic: AcousticModel
    audio: Audio
    probabilities: SpeechProbabilities
    language: str
    progress: TranscriptionProgress
    is_raised: bool = False

    def hear(self, windows: Sequence[Interval], speech: _Speech) -> list[_PlacedWord]:
        """Return the words of windows, and of what got none at first; in noise those that the model believes."""
        placed = self.retry_gaps(self.transcribe(windows), _SHORTEST_GAP)
        placed = replace(self, probabilities=speech.at_all, is_raised=True).retry_gaps(placed, SHORTEST_UNHEARD)
        return [one for one in placed if _is_believed(one.window)] if speech.is_drowned else placed

    def transcribe(self, windows: Sequence[Interval]) -> list[_PlacedWord]:
        """Return the words of all windows, in order."""
        recording = self.audio.recording
        return self._decode(windows, lambda count: self.progress.transcribed(recording, windows[count - 1].end))

    def retry_gaps(self, placed: list[_PlacedWord], shortest: float) -> list[_PlacedWord]:
        """Return the words with those stretches decoded again, by themselves, where so much speech has none."""
        words = [one.word for one in placed]
        gaps = uncovered_speech(words, self.probabilities.speech(), shortest)
        stretches = _stretches(words, gaps)
        windows = [window for stretch in stretches for window in find_windows(self.probabilities, stretch)]
        windows.sort(key=lambda window: window.duration)  # a batch of short ones takes less time
        done = [0.0, *accumulate(window.duration for window in windows)]
        recording = self.audio.recording
        retried = self._decode(windows, lambda count: self.progress.retranscribed(recording, done[count], done[-1]))
        believed = sorted((one for one in retried if _is_believed(one.window)), key=_start)
        for stretch in reversed(stretches):
            before, found = (one[_between(one, stretch)] for one in (placed, believed))
            if _letters(found) > _letters(before):
                placed[_between(placed, stretch)] = found
        return placed

    def _decode(self, windows: Sequence[Interval], note: Callable[[int], None]) -> list[_PlacedWord]:
        """Return the words of windows, in order; a window whose text loops is decoded in halves.

        `note` is told how many windows are done.
        """
        placed: list[_PlacedWord] = []
        size, done = self.acoustic.batch_size, 0
        batches = [windows[at : at + size] for at in range(0, len(windows), size)]
        for batch, clips in zip(batches, read_ahead([[*map(self._clip, batch)] for batch in batches]), strict=True):
            for window, text in zip(batch, self.acoustic.decode(clips, self.language), strict=True):
                placed += self._halved(window) if text.is_loop else self._placed(window, text)
            done += len(batch)
            note(done)
        return placed

    def _clip(self, window: Interval) -> Clip:
        clip = self.audio.clip(window)
        return Clip(f"{clip.key} raised", lambda: raise_level(clip.read())) if self.is_raised else clip

    def _placed(self, window: Interval, decoded: DecodedWindow) -> list[_PlacedWord]:
        """Return the words of a window where they are in the recording, with their edges set on its speech."""
        words = [replace(word, start=window.start + word.start, end=window.start + word.end) for word in decoded.words]
        speech = self.probabilities.speech(window)
        missed = missed_speech(words, speech, partial(loudness, self.audio))
        return [_PlacedWord(word, decoded) for word in snap_to_speech(words, joined_stretches([*speech, *missed]))]

    def _halved(self, window: Interval) -> list[_PlacedWord]:
        """Return the words of a window cut in its middle third where it is quietest; none if it is too short."""
        if window.duration < _SHORTEST_WINDOW:
            return []
        third = window.duration / 3
        cut = self.probabilities.quietest(Interval(window.start + third, window.end - third))
        return self._decode((Interval(window.start, cut), Interval(cut, window.end)), lambda _: None)


def _stretches(words: Sequence[Word], gaps: Iterable[Interval]) -> list[Interval]:
    """Return gaps with the overlong words in which they begin; those that touch are one."""
    stretches: list[Interval] = []
    for gap in gaps:
        at = bisect_right(words, gap.start, key=lambda word: word.start) - 1
        start = words[at].start if at >= 0 and words[at].end > gap.start else gap.start
        if stretches and start - stretches[-1].end < _SHORTEST_GAP:
            start = stretches.pop().start
        stretches.append(Interval(start, gap.end))
    return stretches


def _is_believed(decoded: DecodedWindow) -> bool:
    return decoded.avg_logprob > _LOGPROB_THRESHOLD and decoded.is_speech


def _between(placed: Sequence[_PlacedWord], stretch: Interval) -> slice:
    """Return which of the words, in order of time, start within a stretch."""
    return slice(bisect_left(placed, stretch.start, key=_start), bisect_left(placed, stretch.end, key=_start))


def _start(placed: _PlacedWord) -> float:
    return placed.word.start


def _letters(placed: Sequence[_PlacedWord]) -> int:
    return sum(len(one.word.text.strip()) for one in placed)


def _segments(placed: Sequence[_PlacedWord]) -> Iterator[Segment]:
    """Yield stretches that end with a window, with a sentence or before a pause."""
    start = 0
    for end, (one, following) in enumerate(pairwise([*placed, None]), 1):
        if one and (following is None or _is_break(one, following)):
            words = placed[start:end]
            yield Segment(
                words[0].word.start,
                words[-1].word.end,
                Span(start, end),
                one.window.avg_logprob,
                one.window.no_speech_prob,
            )
            start = end


def _is_break(one: _PlacedWord, following: _PlacedWord) -> bool:
    return (
        one.window is not following.window
        or one.word.text.endswith(_SENTENCE_ENDS)
        or following.word.start - one.word.end > _SEGMENT_PAUSE
    )
