"""Who hears each recording, who hears again, who is asked about differences, who tells voices apart?"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from itertools import groupby
from operator import itemgetter
from typing import TypeVar

from align.compare.evidence import AudioScorer
from align.compare.second_hearing import SecondHearing
from align.compare.second_pass import Place, SecondPass
from align.progress import Progress
from align.records import Answer, Interval, Likelihoods, Model, Question, Transcript, Word
from align.speech.audio import SILENCE, Audio
from align.speech.protocols import Diarizer, Recognizer, SecondPassRecognizer

_AT_ONCE = 8
"""Quotes judged at once; how much is computed at once is for who computes."""

_ENGLISH = "en"

ItemT = TypeVar("ItemT")
ResultT = TypeVar("ResultT")


@dataclass(frozen=True, slots=True)
class Recognizers:
    """Who transcribes each recording; who hears again where quotes may be; and who is asked about differences.

    Without a second pass the first one's words are judged, without a verifier who heard them is asked. `given` are the
    numbers of the recordings whose transcripts are somebody else's. The `second_opinion` is asked as well where the
    first is unsure.
    """

    each: tuple[Recognizer, ...]
    verifier: Recognizer | None = None
    given: frozenset[int] = frozenset()
    second_pass: SecondPassRecognizer | None = None
    second_opinion: Recognizer | None = None

    @property
    def model(self) -> Model:
        """Which model hears what is judged, and which verifies."""
        heard = self.second_pass or self.each[0]
        verifier, second = (one.model.name if one else None for one in (self.verifier, self.second_opinion))
        return replace(heard.model, verifier=verifier, second_opinion=second)

    def first_pass(self, transcripts: Sequence[Transcript]) -> str | None:
        """Return the name of the model that heard what the second pass did not, if any of these was not heard whole."""
        pairs = zip(self.each, transcripts, strict=True)
        partly = (
            one.model.name for at, (one, heard) in enumerate(pairs) if at not in self.given and not _is_whole(heard)
        )
        return next(partly, None) if self.second_pass else None

    @property
    def scorer(self) -> Recognizer:
        """Who is asked about differences."""
        return self.verifier or self.second_pass or self.each[0]


def _is_whole(heard: Transcript) -> bool:
    """Whether the second pass heard all of a recording."""
    return heard.second_pass == (Interval(0.0, heard.recording.duration),)


def second_pass(
    recognizer: SecondPassRecognizer, recordings: Sequence[Audio], transcripts: Sequence[Transcript], progress: Progress
) -> SecondPass:
    """Return the function that says what a recognizer hears in places of recordings."""

    def hear(places: Sequence[Place]) -> list[tuple[Place, Transcript]]:
        heard: list[tuple[Place, Transcript]] = []
        done = 0
        for recording, group in groupby(places, itemgetter(0)):
            own = [place for _, place in group]
            found = recognizer.transcribe_windows(recordings[recording], own, transcripts[recording].language)
            heard += (((recording, stretch), transcript) for stretch, transcript in found)
            done += len(own)
            progress.heard_again(done, len(places))
        return heard

    return hear


def side_by_side(function: Callable[[ItemT], ResultT], items: Iterable[ItemT]) -> Iterator[ResultT]:
    """Yield what becomes of each item, in order, several at once: one waits for what computes, another is put to it.

    Whoever stops before the end does not wait for the others.
    """
    threads = ThreadPoolExecutor(_AT_ONCE)
    try:
        yield from threads.map(function, items)
    finally:
        threads.shutdown(wait=False, cancel_futures=True)


@dataclass(frozen=True, slots=True)
class Voices:
    """Who tells voices apart, and clips of voices whose names are known."""

    diarizer: Diarizer
    clips: Mapping[str, Audio] = field(default_factory=dict)


def audio_scorer(scorer: Recognizer, recordings: Sequence[Audio], transcripts: Sequence[Transcript]) -> AudioScorer:
    """Return the function that puts a question to the audio, and to silence; who cannot listen answers nothing."""

    def ask(question: Question) -> Answer | None:
        clip = recordings[question.recording].clip(question.clip)
        language = transcripts[question.recording].language
        wordings, heard = (*question.heard, *question.printed), len(question.heard)
        scores = [scorer.log_likelihoods(sound, wordings, language) for sound in (clip, SILENCE)]
        return Answer(*(Likelihoods(one[:heard], one[heard:]) for one in scores)) if scores[0] else None

    return ask


def second_scorer(
    recognizers: Recognizers, recordings: Sequence[Audio], transcripts: Sequence[Transcript]
) -> AudioScorer:
    """Return the function that asks for a second opinion: in English, on recordings that we heard ourselves."""
    second = recognizers.second_opinion
    ask = audio_scorer(second, recordings, transcripts) if second else None

    def ask_second(question: Question) -> Answer | None:
        is_known = question.recording in recognizers.given or transcripts[question.recording].language != _ENGLISH
        return None if ask is None or is_known else ask(question)

    return ask_second


def second_hearing(
    recognizers: Recognizers, recordings: Sequence[Audio], transcripts: Sequence[Transcript]
) -> SecondHearing:
    """Return the function that says what is heard in a place of a recording whose transcript was given."""

    def hear(recording: int, place: Interval) -> tuple[Word, ...] | None:
        if recording not in recognizers.given:
            return None
        language = transcripts[recording].language
        return recognizers.scorer.transcribe_place(recordings[recording], place, language)

    return hear
