"""What a batch is made of: pairs of recordings and an article, the models that hear them, and what came of each."""

from dataclasses import dataclass, field, fields
from enum import StrEnum
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from align.api import Archive
from align.models import Models

if TYPE_CHECKING:
    from align.cache import Cache
    from align.report.view.findings import Summary

_FAILED = 2
_FAULTS = 1
"""Exit statuses; from `docs/contract.md`."""


@dataclass(frozen=True, slots=True)
class ModelChoice:
    """Which models a pair asks for, as `Models` names them; `shared` is a folder in which several machines remember."""

    model: str | None = None
    verifier: str | None = None
    first_pass: str | None = None
    second_opinion: str | None = None
    engine: str = Models.engine
    is_cached: bool = True
    shared: Path | None = None

    @property
    def models(self) -> Models:
        """The models themselves, which stay loaded while this process asks for the same ones."""
        return _models(self)


@dataclass(frozen=True)
class _SharingModels(Models):
    """Models that remember in a folder, too."""

    shared: Path | None = None

    @cached_property
    def memory(self) -> "Cache":
        """What was heard before, here or elsewhere."""
        from align.cache import SharedCache

        return SharedCache(self.cache_file, self.shared) if self.shared else super().memory


@lru_cache(maxsize=1)
def _models(choice: ModelChoice) -> Models:
    return _SharingModels(
        choice.model, verifier=choice.verifier, first_pass=choice.first_pass, engine=choice.engine,
        second_opinion=choice.second_opinion, cache=choice.is_cached, shared=choice.shared,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class PairOptions:
    """The options of `check` for one pair, by the names that they have there."""

    transcript: tuple[str, ...] = ()
    model: str | None = None
    verifier: str | None = None
    first_pass: str | None = None
    second_opinion: str | None = None
    engine: str | None = None
    language: str | None = None
    speaker: str | None = None
    track: int | None = None
    offset: tuple[str, ...] = ()
    style: str | None = None
    fail_on: str | None = None
    strict: bool | None = None
    decisions: str | None = None
    voice: tuple[str, ...] = ()
    no_voices: bool | None = None
    archive: bool | None = None
    index: str | None = None

    @property
    def searched(self) -> Archive | None:
        """The archive in which the recordings are found; None if they are given."""
        return Archive(self.index) if self.archive or self.index else None

    def or_else(self, common: "PairOptions") -> "PairOptions":
        """Return these options, with those of `common` where a pair does not say."""
        own = {field.name: getattr(self, field.name) for field in fields(self)}
        return PairOptions(
            **{name: getattr(common, name) if value in (None, ()) else value for name, value in own.items()}
        )


@dataclass(frozen=True, slots=True)
class Pair:
    """Recordings and the article that quotes them; paths are as they are opened.

    `place` says where it was told of, `told` what was said there, `problem` why it cannot be done.
    """

    recordings: tuple[str, ...]
    article: str
    options: PairOptions = field(default_factory=PairOptions)
    place: str = ""
    told: str = ""
    problem: str = ""

    @property
    def files(self) -> tuple[str, ...]:
        """All that is read for it, but for its models."""
        given = self.options
        clips = (voice.partition("=")[2] for voice in given.voice)
        index = [str(given.searched.path)] if given.searched else []
        return (*self.recordings, self.article, *given.transcript, *filter(None, [given.decisions]), *index, *clips)

    @property
    def has_sound(self) -> bool:
        """Whether anything may be heard: recordings that are given, or those to which an archive leads."""
        return bool(self.recordings or self.options.searched)

    @property
    def is_same_as(self) -> tuple[object, ...]:
        """What two pairs have in common if they are one."""
        return self.recordings, self.article, self.options, self.problem


class Outcome(StrEnum):
    """How a pair ended, worst first."""

    NOT_DONE = "not done"
    FAULT = "fault"
    LOOK = "to look at"
    CLEAR = "clear"

    @property
    def key(self) -> str:
        """The word as a key of JSON and a class of the page."""
        return self.value.replace(" ", "_")


@dataclass(frozen=True, slots=True)
class PairResult:
    """What came of a pair.

    `name` is what its reports are called, `files` are their names in the folder of the batch. `problem` is a sentence
    where it could not be done; then there are no counts. `is_failing`: a finding fails it, as `check` would say with
    its exit status. `heard` and `checked` are seconds that hearing its recordings, for all pairs that quote them, and
    checking it took when that was done.
    """

    name: str
    article: str
    recordings: tuple[str, ...] = ()
    problem: str = ""
    counts: "Summary | None" = None
    is_failing: bool = False
    heard: float = 0.0
    checked: float = 0.0
    files: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def outcome(self) -> Outcome:
        """In a word of `Outcome`."""
        if self.problem or not self.counts:
            return Outcome.NOT_DONE
        if self.is_failing:
            return Outcome.FAULT
        found = self.counts.critical + self.counts.major + self.counts.minor + self.counts.check_by_ear
        return Outcome.LOOK if found else Outcome.CLEAR


@dataclass(frozen=True, slots=True)
class BatchResult:
    """What came of a batch: a result for every pair, worst first, and sentences on what was not as it should be."""

    results: tuple[PairResult, ...]
    warnings: tuple[str, ...] = ()

    @property
    def exit_status(self) -> int:
        """2 if a pair could not be done, else 1 if a confirmed finding fails one, else 0."""
        if any(one.problem for one in self.results):
            return _FAILED
        return _FAULTS if any(one.is_failing for one in self.results) else 0
