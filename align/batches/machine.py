"""How many processes does this machine bear, each with a model of its own? As many as it has cores and memory for."""

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from align.batches.pairs import ModelChoice
from align.models import NOBODY
from align.speech.whisper.device import has_gpu
from align.speech.whisper.weights import list_models

GIGABYTE = 1_000_000_000

_WITHOUT_MODEL = 1.0 * GIGABYTE
"""Bytes of a process beside its models: torch, the article's language, ten hours of transcript."""

_PER_WEIGHT = 6.0
"""Bytes of memory for each byte of a checkpoint: its 16-bit numbers in 32, those packed for quick decoding, what is
computed between. `base` (145 MB) takes 1.2 GB in all (`docs/speed.md`), where this allows 1.9."""

_OF_FREE = 0.8
"""Of the memory that is free when a batch begins, so much may be used; the rest is for others and for files."""

_ELSEWHERE = 4.0 * GIGABYTE
"""Bytes that are taken to be free where the system is not Linux and does not say."""

_UNKNOWN_WEIGHTS = 3.2 * GIGABYTE
"""Bytes of the largest model, where nothing is known of the one that is named."""


@dataclass(frozen=True, slots=True)
class Division:
    """So many processes with so many threads each, each of which may have `memory` bytes at most."""

    jobs: int
    threads: int
    memory: int


def divide(choices: Sequence[ModelChoice], tasks: int, jobs: int | None = None) -> Division:
    """Return how cores and memory are divided among processes: `jobs` of them, or as many as there is room for."""
    cores = _cores()
    need = max((_need(choice) for choice in choices), default=_WITHOUT_MODEL)
    room = int(_free() * _OF_FREE / need)
    most = 1 if has_gpu() else min(cores, room)  # a graphics processor holds one model and keeps it busy
    chosen = max(1, min(jobs or most, max(1, tasks)))
    return Division(chosen, max(1, cores // chosen), int(max(need, _free() * _OF_FREE / chosen)))


def _cores() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _need(choice: ModelChoice) -> float:
    """Return the bytes that a process with these models takes at most."""
    sizes = {weights.name: sum(part.stat().st_size for part in weights.parts) for weights in list_models()}
    models = (choice.model, choice.verifier, choice.first_pass, choice.second_opinion)
    named = [name for name in models if name not in (None, NOBODY)]
    weights = [os.path.getsize(name) if os.path.isfile(name) else sizes.get(name, _UNKNOWN_WEIGHTS) for name in named]
    return _WITHOUT_MODEL + _PER_WEIGHT * sum(weights)


def _free() -> float:
    """Return the bytes of memory that are free: of the machine, or of the control group that this process is in."""
    found = [_number("/proc/meminfo", r"MemAvailable:\s+(\d+) kB") * 1024]
    limit, used = (_number(f"/sys/fs/cgroup/memory.{name}", r"^(\d+)$") for name in ("max", "current"))
    if limit:
        found.append(limit - used)
    known = [size for size in found if size > 0]
    return min(known) if known else _ELSEWHERE


def _number(file: str, pattern: str) -> int:
    """Return the number that a file of the system tells; 0 if it does not."""
    try:
        told = re.search(pattern, Path(file).read_text(encoding="ascii"))
    except (OSError, UnicodeError):
        return 0
    return int(told[1]) if told else 0
