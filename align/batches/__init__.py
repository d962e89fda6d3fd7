"""Many pairs of recordings and articles: one call, one summary, and only what is new or changed is done again.

`manifest` and `folder` say which pairs there are, `naming` what their reports are called, `plan` what must be done for
them; `local` and `cluster` are two engines for the same tasks, which are in `work`; `store` and `summary` keep and tell
what came of them. Importing this loads nothing heavy.
"""

from collections.abc import Sequence
from pathlib import Path

from align.batches.pairs import BatchResult, ModelChoice, PairOptions, PairResult
from align.models import Models
from align.progress import Progress

__all__ = ["BatchResult", "PairResult", "batch"]


def batch(
    pairs: str | Path,
    folder: str | Path,
    *,
    outputs: Sequence[str] = (".html",),
    models: Models | None = None,
    style: str | None = None,
    language: str | None = None,
    fail_on: str | None = None,
    strict: bool | None = None,
    has_voices: bool = True,
    jobs: int | None = None,
    cluster: str | None = None,
    shard: str | None = None,
    progress: Progress | None = None,
) -> BatchResult:
    """Check every pair of `pairs` as `align batch` does, and return what came of each.

    `pairs` is a manifest, a folder or "-" for standard input; reports, in a format for each ending in `outputs`, and a
    summary go into `folder`. What a pair says of its style, models and so on goes before what is given here. `jobs` is
    how many processes, `cluster` the address of a Dask scheduler or "local", `shard` which part: "2/8". A program that
    calls this does so below `if __name__ == "__main__"`, for it starts processes. A pair that cannot be done is a
    result; raises AlignError if nothing can be.
    """
    from align.batches.run import Request, Workplace, run_batch
    from align.batches.shards import parse_shard
    from align.errors import OptionError

    if jobs is not None and jobs < 1:
        raise OptionError(f"--jobs {jobs} makes no sense: give 1 or more processes.")
    given = models or Models()
    choice = ModelChoice(given.name, given.verifier, given.first_pass, given.second_opinion, given.engine, given.cache)
    options = PairOptions(
        style=style, language=language, fail_on=fail_on, strict=strict, no_voices=not has_voices or None
    )
    request = Request(str(pairs), Path(folder), tuple(outputs), options, choice)
    return run_batch(request, Workplace(jobs, cluster, parse_shard(shard)), progress or Progress())
