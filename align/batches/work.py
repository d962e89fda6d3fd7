"""What is done on a processor, here or elsewhere: a recording is heard, a pair is checked. One call for each.

What an engine hands on from one to the next is small: the words themselves are remembered by who hears.
"""

import os
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from align import api
from align._version import __version__
from align.batches.fingerprints import fingerprint_of
from align.batches.pairs import ModelChoice, Pair, PairResult
from align.batches.store import Store
from align.errors import AlignError, OptionError
from align.outputs import Opening, open_recordings
from align.records import Report
from align.report.view.findings import summarize

_DIGITS = 2
"""Decimal places of seconds that work took."""


@dataclass(frozen=True, slots=True)
class HearingResult:
    """A recording was heard: so many seconds of sound, in so many seconds."""

    duration: float
    seconds: float


@dataclass(frozen=True, slots=True)
class Failure:
    """It could not be done, for a reason in a sentence."""

    problem: str


Result: TypeAlias = HearingResult | PairResult | Failure


@dataclass(frozen=True, slots=True)
class Setting:
    """Where work is done: the folder from which paths count, and the version of who ordered it."""

    folder: str
    version: str = __version__

    def check(self) -> None:
        """Raise OptionError if this process would read other files, or judge otherwise, than who ordered the work."""
        if os.getcwd() != self.folder:
            raise OptionError(
                f"A worker runs in {os.getcwd()}, but the paths count from {self.folder}: start it there."
            )
        if self.version != __version__:
            raise OptionError(f"A worker has align {__version__}, not {self.version}: install the same on both.")


@dataclass(frozen=True, slots=True)
class Hearing:
    """A recording to be heard, so that it is known when its pairs are checked."""

    recording: str
    track: int | None
    language: str | None
    models: ModelChoice
    setting: Setting

    def perform(self, _: Sequence[HearingResult]) -> HearingResult:
        """Hear it, unless that is known already; raises AlignError."""
        self.setting.check()
        began = time.monotonic()
        models = self.models.models
        with open_recordings([self.recording], Opening(self.track, memory=models.memory)) as audios:
            heard = [models.listener.transcribe(audio, self.language).recording.duration for audio in audios]
        return HearingResult(max(heard), round(time.monotonic() - began, _DIGITS))


@dataclass(frozen=True, slots=True)
class Checking:
    """A pair to be checked, whose options are all told, and what its reports are called."""

    pair: Pair
    name: str
    endings: tuple[str, ...]
    models: ModelChoice
    store: Store
    fingerprint: str
    setting: Setting

    def perform(self, before: Sequence[HearingResult]) -> PairResult:
        """Check the pair and put its reports in place, unless somebody has; raises AlignError."""
        self.setting.check()
        if known := self.store.find(self.name, self.fingerprint):
            return known
        began = time.monotonic()
        files = tuple(f"{self.name}{ending}" for ending in self.endings)
        with self.store.draft(files) as drafts:
            report = self._check(drafts)
            if fingerprint_of(self.pair, self.endings, self.models) != self.fingerprint:
                raise OptionError(f"What {self.pair.article} is checked by changed meanwhile: run the batch again.")
            result = PairResult(
                self.name, self.pair.article, self._recordings(report), "", summarize(report.checks),
                bool(api.exit_status(report)), heard=round(sum((one.seconds for one in before), 0.0), _DIGITS),
                checked=round(time.monotonic() - began, _DIGITS), files=files, warnings=report.warnings,
            )  # fmt: skip
            self.store.keep(drafts, self.fingerprint, result)
        return result

    def _recordings(self, report: Report) -> tuple[str, ...]:
        """Return the recordings of the pair, or those that an archive led to."""
        found = (transcript.recording.path for transcript in report.transcripts)
        return tuple(dict.fromkeys(found)) if self.pair.options.searched else self.pair.recordings

    def _check(self, outputs: Sequence[Path]) -> Report:
        given = self.pair.options
        return api.check(
            self.pair.recordings, self.pair.article, transcripts=given.transcript, archive=given.searched,
            models=self.models.models,
            style=given.style or "clean", language=given.language, speaker=given.speaker, track=given.track,
            offsets=given.offset, fail_on=given.fail_on or "major", strict=bool(given.strict),
            voices=api.parse_voices(given.voice), has_voices=not given.no_voices, decisions=given.decisions,
            outputs=outputs,
        )  # fmt: skip


def perform(work: Hearing | Checking, *before: Result) -> Result:
    """Do the work; what it needs was done `before`, and if that failed so does this.

    What was not foreseen is raised: who calls may try again.
    """
    for one in before:
        if isinstance(one, Failure):
            return one
    try:
        return work.perform([one for one in before if isinstance(one, HearingResult)])
    except AlignError as error:
        return Failure(str(error))
