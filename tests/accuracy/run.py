"""From a folder of recordings to outcomes: plant, write stories, hear, and let every judge judge the same."""

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
from scipy.io import wavfile  # type: ignore[import-untyped]

from align import pipeline
from align.compare.evidence import AudioScorer, answer_nothing
from align.compare.second_pass import SecondPass
from align.progress import Progress
from align.recognizers import Recognizers, audio_scorer, second_pass
from align.records import Model, Transcript
from align.speech.audio import Audio, open_audio
from align.speech.protocols import Recognizer
from tests.accuracy.articles import Placed, Story, write_stories
from tests.accuracy.conditions import CONDITIONS
from tests.accuracy.doubt import unwritten_at
from tests.accuracy.memory import Memory
from tests.accuracy.outcome import Case, Judgement, Outcome
from tests.accuracy.plant import plant, timed_quotes
from tests.accuracy.references import Reference
from tests.accuracy.times import human_times, said_at, span_time

_LANGUAGE = "en"
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Bench:
    """What a run needs: who hears and who is asked, what both remember, where sounds are kept, the seed of all drawing.

    `stories` is how many are checked for each recording at most, all if None; `is_timed`: those timed by hand, too.
    `witnesses`, each with what it remembers, say where a reference is in doubt; without any it is believed. With a
    `first_pass`, who hears is the second; what is known of a recording's times is still of its own transcript. Who
    gives a `second_opinion` is asked where the first is unsure.
    """

    recognizers: Recognizers
    heard: Memory
    asked: Memory
    folder: Path
    seed: int
    stories: int | None = None
    is_timed: bool = True
    witnesses: tuple[tuple[Recognizer, Memory], ...] = ()
    first_pass: tuple[Recognizer, Memory] | None = None
    second_opinion: tuple[Recognizer, Memory] | None = None


@dataclass(frozen=True, slots=True)
class Tape:
    """A recording as it was heard under one condition, and who can be asked about it, or hear it in a second pass."""

    reference: Reference
    transcript: Transcript
    ask: AudioScorer
    model: Model
    hear: SecondPass | None = None
    ask_second: AudioScorer = answer_nothing


Judge = Callable[[Tape, Story], Sequence[Judgement | None]]
"""Judges every quote of a story."""


def run(
    references: Sequence[Reference], conditions: Sequence[str], bench: Bench, judges: Mapping[str, Judge]
) -> Mapping[str, tuple[Outcome, ...]]:
    """Return the outcomes of every judge, by name."""
    outcomes: dict[str, list[Outcome]] = {name: [] for name in judges}
    for reference in references:
        stories = [
            *write_stories(reference, plant(reference, bench.seed), bench.seed)[: bench.stories],
            *write_stories(reference, timed_quotes(reference) if bench.is_timed else (), bench.seed),
        ]
        for condition in conditions:
            _log.info("%s, %s: %d stories", reference.name, condition, len(stories))
            for name, outcome in _outcomes(reference, stories, condition, bench, judges):
                outcomes[name].append(outcome)
    return {name: tuple(found) for name, found in outcomes.items()}


def _outcomes(
    reference: Reference, stories: Sequence[Story], condition: str, bench: Bench, judges: Mapping[str, Judge]
) -> Iterator[tuple[str, Outcome]]:
    with open_audio(str(reference.audio)) as recorded, ExitStack() as stack:
        clean, audio = (
            stack.enter_context(open_audio(str(_worsened(recorded, name, bench)))) for name in ("clean", condition)
        )
        cases = _Cases(reference, _hear(clean, bench), condition, _doubted(reference, clean, bench))
        transcript = _hear(audio, bench)
        tape = _tape(reference, audio, transcript, bench)
        for story in stories:
            made = [cases.make(story, placed) for placed in story.quotes]
            for name, judge in judges.items():
                judged = zip(story.quotes, made, judge(tape, story), strict=True)
                yield from ((name, Outcome(case, found)) for placed, case, found in judged if cases.are_known(placed))


def _tape(reference: Reference, audio: Audio, transcript: Transcript, bench: Bench) -> Tape:
    """Return what judges get; with a first pass its transcript, and who hears again."""
    recognizers = bench.recognizers
    ask = _remembering(audio, transcript, recognizers.scorer, bench.asked)
    second = _remembering(audio, transcript, *bench.second_opinion) if bench.second_opinion else answer_nothing
    if not (bench.first_pass and recognizers.second_pass):
        return Tape(reference, transcript, ask, recognizers.model, ask_second=second)
    first = _recall(audio, *bench.first_pass)
    hear = second_pass(recognizers.second_pass, (audio,), (first,), Progress())
    return Tape(reference, first, ask, recognizers.model, hear, second)


def _worsened(recorded: Audio, condition: str, bench: Bench) -> Path:
    """Return the recording as it sounds under a condition, made once and kept."""
    path = bench.folder / f"{recorded.sha256[:16]}-{condition}.wav"
    if not path.exists():
        sound = CONDITIONS[condition](recorded.samples(0, recorded.recording.duration))
        wavfile.write(path, 16000, (np.clip(sound, -1, 1) * 32767).astype("<i2"))
    return path


def _hear(audio: Audio, bench: Bench) -> Transcript:
    return _recall(audio, bench.recognizers.each[0], bench.heard)


def _recall(audio: Audio, engine: Recognizer, memory: Memory) -> Transcript:
    return memory.transcript(audio.sha256, lambda: pipeline.transcribe((audio,), (engine,), _LANGUAGE)[0])


def _doubted(reference: Reference, clean: Audio, bench: Bench) -> frozenset[int]:
    found = unwritten_at(reference, [_recall(clean, *witness).words for witness in bench.witnesses])
    if found:
        _log.info("%s: %d places where the reference lacks words", reference.name, len(found))
    return found


def _remembering(audio: Audio, transcript: Transcript, scorer: Recognizer, memory: Memory) -> AudioScorer:
    return partial(memory.answer, audio.sha256, ask=audio_scorer(scorer, (audio,), (transcript,)))


class _Cases:
    """Makes the cases of one recording under one condition."""

    def __init__(self, reference: Reference, transcript: Transcript, condition: str, doubted: frozenset[int]) -> None:
        self._reference, self._condition, self._doubted = reference, condition, doubted
        self._times = said_at(reference, transcript.words)
        self._starts, self._ends = human_times(reference)

    def are_known(self, placed: Placed) -> bool:
        """Whether it is beyond doubt what was said at the place of a quote."""
        return not any(part.start < at < part.end for part in placed.planted.parts for at in self._doubted)

    def make(self, story: Story, placed: Placed) -> Case:
        """Return the case of a quote of a story."""
        parts = placed.planted.parts
        return Case(
            story.name,
            self._reference.name,
            self._condition,
            placed.planted,
            placed.chars,
            span_time(parts[0], self._times) if len(parts) == 1 else None,
            self._starts.get(parts[0].start) if parts else None,
            self._ends.get(parts[-1].end) if parts else None,
        )
