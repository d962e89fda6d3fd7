"""From a folder of recordings to outcomes: plant, write stories, hear, check, and let the peers judge the same."""

import logging
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
from scipy.io import wavfile  # type: ignore[import-untyped]

from align import pipeline
from align.compare.weigh import Ask
from align.records import ReportSettings, Transcript
from align.speech.audio import Audio, open_audio
from align.speech.engine import SpeechModel
from tests.accuracy.articles import Placed, Story, write_stories
from tests.accuracy.checker import check_story, judgements
from tests.accuracy.conditions import CONDITIONS
from tests.accuracy.memory import Memory
from tests.accuracy.outcome import Case, Outcome
from tests.accuracy.peers import by_diff, by_similarity
from tests.accuracy.plant import plant
from tests.accuracy.references import Reference
from tests.accuracy.times import human_times, said_at, span_time

ALIGN, DIFF, SIMILARITY = "align", "transcript + diff", "similarity ≥ 85"
_SETTINGS = ReportSettings(language="en")
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Bench:
    """What a run needs: the engine, what it remembers, where its sounds are kept, and the seed of all drawing.

    `stories` is how many are checked for each recording at most, all if None.
    """

    engine: SpeechModel
    memory: Memory
    folder: Path
    seed: int
    stories: int | None = None


def run(references: Sequence[Reference], conditions: Sequence[str], bench: Bench) -> Mapping[str, tuple[Outcome, ...]]:
    """Return the outcomes of the checker and of its peers, by name."""
    outcomes: dict[str, list[Outcome]] = {ALIGN: [], DIFF: [], SIMILARITY: []}
    for reference in references:
        stories = write_stories(reference, plant(reference, bench.seed), bench.seed)[: bench.stories]
        for condition in conditions:
            _log.info("%s, %s: %d stories", reference.name, condition, len(stories))
            for judge, outcome in _outcomes(reference, stories, condition, bench):
                outcomes[judge].append(outcome)
    return {judge: tuple(found) for judge, found in outcomes.items()}


def _outcomes(
    reference: Reference, stories: Sequence[Story], condition: str, bench: Bench
) -> Iterator[tuple[str, Outcome]]:
    with open_audio(str(reference.audio)) as clean, open_audio(str(_worsened(clean, condition, bench))) as audio:
        cases = _Cases(reference, clean, _hear(clean, bench), condition)
        transcript = _hear(audio, bench)
        ask = _remembering(audio, transcript, bench)
        for story in stories:
            report = check_story(story, transcript, ask, bench.engine.model)
            found = judgements(report, [placed.chars for placed in story.quotes])
            for placed, judgement in zip(story.quotes, found, strict=True):
                case = cases.make(story, placed)
                text = story.text[placed.chars.start : placed.chars.end]
                yield ALIGN, Outcome(case, judgement)
                yield DIFF, Outcome(case, by_diff(text, placed.chars, transcript))
                yield SIMILARITY, Outcome(case, by_similarity(text, placed.chars, transcript))


def _worsened(clean: Audio, condition: str, bench: Bench) -> Path:
    """Return the recording as it sounds under a condition, made once and kept."""
    path = bench.folder / f"{clean.sha256[:16]}-{condition}.wav"
    if not path.exists():
        sound = CONDITIONS[condition](clean.samples(0, clean.recording.duration))
        wavfile.write(path, 16000, (np.clip(sound, -1, 1) * 32767).astype("<i2"))
    return path


def _hear(audio: Audio, bench: Bench) -> Transcript:
    def hear() -> Transcript:
        return pipeline.hear((audio,), bench.engine, _SETTINGS)[0]

    return bench.memory.transcript(audio.sha256, hear)


def _remembering(audio: Audio, transcript: Transcript, bench: Bench) -> Ask:
    asked = pipeline.listener(bench.engine, (audio,), (transcript,))
    return partial(bench.memory.answer, audio.sha256, ask=asked)


class _Cases:
    """Makes the cases of one recording under one condition."""

    def __init__(self, reference: Reference, clean: Audio, transcript: Transcript, condition: str) -> None:
        self._reference, self._condition = reference, condition
        self._times = said_at(reference, transcript)
        self._starts, self._ends = human_times(reference, clean)

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
