"""A batch from its manifest to its summary: what is asked is read, planned, done here or elsewhere, and told."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from align.batches.machine import GIGABYTE, divide
from align.batches.manifest import read_manifest
from align.batches.naming import name_pairs
from align.batches.pairs import BatchResult, ModelChoice, Pair, PairOptions, PairResult
from align.batches.plan import Order, Plan, Task, failed, make_plan
from align.batches.shards import WHOLE, Shard
from align.batches.store import Store
from align.batches.summary import SUMMARY_FORMATS, by_badness, write_summary
from align.batches.work import Checking, Failure, Hearing, HearingResult, Result, Setting
from align.errors import OptionError, OutputError
from align.progress import Progress
from align.report import REPORT_FORMATS, check_outputs

_SHOWN = 3
"""Names that a warning tells before it only counts."""


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked for: a manifest, a folder, the endings of the reports, and what holds where a pair says nothing."""

    pairs: str
    folder: Path
    endings: tuple[str, ...]
    options: PairOptions
    models: ModelChoice


@dataclass(frozen=True, slots=True)
class Workplace:
    """Where it is done: in so many processes here, or on a cluster; and which shard of it."""

    jobs: int | None = None
    cluster: str | None = None
    shard: Shard = WHOLE


def run_batch(request: Request, place: Workplace, progress: Progress) -> BatchResult:
    """Do what is asked and return what came of every pair; raises AlignError if nothing can be done at all."""
    manifest = read_manifest(request.pairs)
    store = Store(request.folder)
    _check_folder(request, place.shard, manifest.pairs)
    store.prepare()
    endings = _known_endings(request)
    is_shared = bool(place.cluster) or not request.models.is_cached
    choice = replace(request.models, shared=store.heard if is_shared else None)
    if any(pair.has_sound for pair in manifest.pairs):
        choice = replace(choice, model=choice.models.model.name if choice.model is None else choice.model)
    named = list(zip(name_pairs(manifest.pairs), manifest.pairs, strict=True))
    order = Order(request.options, choice, endings, store, Setting(os.getcwd()))
    plan = make_plan([(name, pair) for name, pair in named if place.shard.holds(pair)], order)
    results = _Ledger(plan, store, progress).follow(_perform(plan.tasks, order, place))
    warnings = (*manifest.warnings, *_left_over(store, {name for name, _ in named}))
    result = BatchResult(by_badness(results), warnings)
    write_summary(result, store.folder, place.shard.summary)
    return result


def _perform(tasks: Sequence[Task], order: Order, place: Workplace) -> Iterator[tuple[Task, Result]]:
    """Yield what came of each task, here or on a cluster."""
    if not tasks:
        return iter(())
    division = divide([*{task.work.models for task in tasks}], len(tasks), place.jobs)
    how = f"{division.jobs} processes, {division.threads} threads and at most {division.memory / GIGABYTE:.1f} GB each"
    order.store.log(f"begun: {len(tasks)} tasks, {place.cluster or how}")
    if place.cluster:
        try:
            from align.batches.cluster import Cluster, run_there
        except ModuleNotFoundError as error:
            raise OptionError(
                f"--cluster needs the package {error.name}; pip install 'quote-align[cluster]'."
            ) from error
        return run_there(tasks, Cluster(place.cluster, division, order.models, order.setting))
    from align.batches.local import run_here

    return run_here(tasks, division)


class _Ledger:
    """What came of every pair so far, told to whoever looks on and to the log."""

    def __init__(self, plan: Plan, store: Store, progress: Progress) -> None:
        self._results = dict(plan.results)
        self._total = len(plan.results) + sum(isinstance(task.work, Checking) for task in plan.tasks)
        self._store = store
        self._progress = progress
        self._heard = 0.0  # s of sound

    def follow(self, done: Iterator[tuple[Task, Result]]) -> tuple[PairResult, ...]:
        """Return the results of all pairs when the last of them is done."""
        for known in self._results.values():
            self._store.log(f"{known.name}: {known.problem or 'nothing to do'}")
        self._tell()
        for task, result in done:
            if isinstance(task.work, Hearing):
                self._note_hearing(task.work, result)
            elif isinstance(result, PairResult | Failure):
                self._note(failed(task.work, result.problem) if isinstance(result, Failure) else result)
            self._tell()
        return tuple(self._results.values())

    def _note_hearing(self, hearing: Hearing, result: Result) -> None:
        if isinstance(result, HearingResult):
            self._heard += result.duration
            self._store.log(f"heard {hearing.recording}: {result.duration:.0f} s of sound in {result.seconds:.1f} s")

    def _note(self, result: PairResult) -> None:
        self._results[result.name] = result
        self._store.log(f"{result.name}: {result.problem or f'{result.outcome}, in {result.checked:.1f} s'}")

    def _tell(self) -> None:
        self._progress.paired(len(self._results), self._total, self._heard)


def _known_endings(request: Request) -> tuple[str, ...]:
    """Return the endings as their formats have them; raises OptionError or OutputError about one that is none."""
    known = {ending.lower().lstrip("."): ending for ending in REPORT_FORMATS}
    for ending in request.endings:
        if ending.lower().lstrip(".") not in known:
            raise OptionError(f"Nobody writes reports that end in {ending!r}: give one of {', '.join(REPORT_FORMATS)}.")
    endings = tuple(dict.fromkeys(known[ending.lower().lstrip(".")] for ending in request.endings))
    check_outputs([request.folder / f"report{ending}" for ending in endings])
    return endings


def _check_folder(request: Request, shard: Shard, pairs: Sequence[Pair]) -> None:
    """Raise OutputError if the folder is none, or what a batch writes beside its reports is one of its inputs."""
    if request.folder.exists() and not request.folder.is_dir():
        raise OutputError(f"{request.folder} is a file; give the name of a folder.")
    own = {request.folder / "batch.log", *(request.folder / f"{shard.summary}{ending}" for ending in SUMMARY_FORMATS)}
    own_paths = {os.path.realpath(path): path for path in own}
    for path in (request.pairs, *(one for pair in pairs for one in pair.files)):
        if target := own_paths.get(os.path.realpath(path)):
            raise OutputError(f"{target} is read by this batch and will not be overwritten; choose another folder.")


def _left_over(store: Store, names: set[str]) -> Iterator[str]:
    """Yield a sentence on reports of an earlier batch whose pairs are no longer told of."""
    left = sorted(store.names - names)
    if left:
        more = f" and {len(left) - _SHOWN} more" if len(left) > _SHOWN else ""
        yield f"{store.folder} holds reports of pairs that are not in this batch: {', '.join(left[:_SHOWN])}{more}."
