"""What is to be done, and what after what? A graph of tasks: recordings are heard, then the pairs that quote them.

A recording is heard once for all pairs that want it heard alike. What is done already is no task.
"""

import os
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import astuple, dataclass, replace
from functools import partial

from align.batches.fingerprints import digest_of, fingerprint_of
from align.batches.pairs import ModelChoice, Pair, PairOptions, PairResult
from align.batches.store import Store
from align.batches.work import Checking, Hearing, Setting
from align.cache import key_of
from align.errors import AlignError, OptionError
from align.models import NOBODY

_PER_CORE = 2
"""Files that are read at once for each core while their digests are made: reading waits for the disk."""


@dataclass(frozen=True, slots=True)
class Task:
    """A piece of work, and the keys of what must be done before."""

    key: str
    work: Hearing | Checking
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked of all pairs: their options and models where they name none, their reports, where these go."""

    options: PairOptions
    models: ModelChoice
    endings: tuple[str, ...]
    store: Store
    setting: Setting


@dataclass(frozen=True, slots=True)
class Plan:
    """The tasks, each after those that it needs, and what came of pairs that need none."""

    tasks: tuple[Task, ...]
    results: Mapping[str, PairResult]


def make_plan(named: Sequence[tuple[str, Pair]], order: Order) -> Plan:
    """Return what is to be done about pairs with their names."""
    inputs = {os.path.realpath(path) for _, pair in named for path in pair.files}
    with ThreadPoolExecutor(_PER_CORE * (os.cpu_count() or 1)) as readers:
        found = list(readers.map(partial(_consider, inputs=inputs, order=order), named))
    checkings = sorted((one for one in found if isinstance(one, Checking)), key=lambda one: str(one.models))
    hearings = {_key(one): one for checking in checkings for one in _hearings(checking)}
    tasks = (
        *(Task(key, one) for key, one in hearings.items()),
        *(Task(one.name, one, tuple({_key(each): None for each in _hearings(one)})) for one in checkings),
    )
    return Plan(tasks, {one.name: one for one in found if isinstance(one, PairResult)})


def failed(checking: Checking, problem: str) -> PairResult:
    """Return that a pair could not be done, for a reason in a sentence."""
    return _failed(checking.name, checking.pair, problem)


def _failed(name: str, pair: Pair, problem: str) -> PairResult:
    return PairResult(name, pair.article, pair.recordings, problem)


def _consider(named: tuple[str, Pair], inputs: set[str], order: Order) -> Checking | PairResult:
    """Return how to do a pair, or what came of it if it is done or cannot be."""
    name, pair = named
    if pair.problem:
        return _failed(name, pair, pair.problem)
    try:
        checking = _checking(name, replace(pair, options=pair.options.or_else(order.options)), order, inputs)
    except AlignError as error:
        return _failed(name, pair, str(error))
    return order.store.find(name, checking.fingerprint) or checking


def _checking(name: str, pair: Pair, order: Order, inputs: set[str]) -> Checking:
    """Return how to check a pair; raises AlignError if that cannot be."""
    for ending in order.endings:
        target = order.store.folder / f"{name}{ending}"
        if os.path.realpath(target) in inputs:
            raise OptionError(f"{target} is read by this batch and will not be overwritten: choose another folder.")
    given, common = pair.options, order.models
    choice = replace(
        common, model=given.model or common.model, verifier=given.verifier or common.verifier,
        first_pass=given.first_pass or common.first_pass, engine=given.engine or common.engine,
        second_opinion=given.second_opinion or (NOBODY if given.transcript else common.second_opinion),
    )  # fmt: skip  # what was not heard here is doubted by nobody
    if pair.has_sound:  # which models are the default is decided here, for all machines
        choice = replace(choice, model=choice.model or choice.models.model.name)
        models = choice.models
        choice = replace(choice, first_pass=models.small or NOBODY, second_opinion=models.second or NOBODY)
    fingerprint = fingerprint_of(pair, order.endings, choice)
    return Checking(pair, name, order.endings, choice, order.store, fingerprint, order.setting)


def _hearings(checking: Checking) -> Iterator[Hearing]:
    """Yield what must be heard before a pair is checked: nothing, if there are transcripts."""
    given = checking.pair.options
    for path in () if given.transcript else checking.pair.recordings:
        yield Hearing(path, given.track, given.language, checking.models, checking.setting)


def _key(hearing: Hearing) -> str:
    """Return what tells a recording, as it is to be heard, from others; its path does not matter."""
    return f"hear-{key_of(digest_of(hearing.recording), hearing.track, hearing.language, str(astuple(hearing.models)))}"
