"""The command that checks many articles: `batch`."""

from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from align import batches
from align.batches.pairs import Outcome
from align.cli.options import (
    EngineName,
    FirstPassName,
    HasVoices,
    IsCached,
    IsQuiet,
    LanguageCode,
    ModelName,
    SecondOpinionName,
    VerifierName,
    chosen,
)
from align.cli.terminal import show, show_progress, warn
from align.models import Models
from align.records import Severity

_SHOWN = 20
"""Articles that are named one by one."""


Manifest = Annotated[
    str, typer.Argument(metavar="PAIRS", help="A manifest (CSV, JSON lines; - for stdin) or a folder.")
]
OutputFolder = Annotated[Path, typer.Option("--out", metavar="DIR", help="The folder for reports and summary.")]
Endings = Annotated[
    list[str] | None,
    typer.Option(
        "-o", "--output", metavar="EXT", help="A format of the reports: html, json, … May be repeated.",
        show_default="html",
    ),
]  # fmt: skip
Jobs = Annotated[
    int | None, typer.Option("--jobs", metavar="N", help="Processes; as many as there are cores and memory for.")
]
ClusterAddress = Annotated[
    str | None,
    typer.Option("--cluster", metavar="ADDRESS", help="A Dask scheduler, tcp://HOST:8786, or local: one is started."),
]
ShardNumber = Annotated[
    str | None, typer.Option("--shard", metavar="i/n", help="Do this part only, one of n: for arrays of jobs.")
]
Style = Annotated[str | None, typer.Option("--style", help="As in check.", show_default="clean")]
FailOn = Annotated[Severity | None, typer.Option("--fail-on", help="As in check.", show_default="major")]
Strict = Annotated[bool | None, typer.Option("--strict", help="As in check.")]


def batch(
    pairs: Manifest,
    out: OutputFolder,
    output: Endings = None,
    jobs: Jobs = None,
    cluster: ClusterAddress = None,
    shard: ShardNumber = None,
    model: ModelName = None,
    engine: EngineName = Models.engine,
    language: LanguageCode = None,
    verifier: VerifierName = None,
    first_pass: FirstPassName = None,
    second_opinion: SecondOpinionName = None,
    memory: IsCached = True,
    style: Style = None,
    fail_on: FailOn = None,
    strict: Strict = None,
    has_voices: HasVoices = True,
    quiet: IsQuiet = False,
) -> int:
    """Check many articles, each against its recordings, and sum up what came of them.

    PAIRS is a table (CSV) with a row for each pair: recordings (several parted by ;), article, and any option of check
    by its name; or the same as lines of JSON; paths count from its folder. Or it is a folder, in which an article goes
    with the recordings whose names begin with its own: talk.txt with talk.mp3, or with talk-1.mp3, talk-2.mp3, …
    Run it again, and only what is new, changed or failed is done. Exit status: 2 if a pair could not be done, else 1
    for a confirmed finding, else 0.
    """
    models = chosen(model, verifier, first_pass, second_opinion, engine, memory)
    with show_progress(quiet) as progress:
        done = batches.batch(
            pairs, out, outputs=output or [".html"], models=models, style=style, language=language, fail_on=fail_on,
            strict=strict, has_voices=has_voices, jobs=jobs, cluster=cluster, shard=shard, progress=progress,
        )  # fmt: skip
    warn(done.warnings)
    show(_sum_up(done, out, quiet))
    return done.exit_status


def _sum_up(done: batches.BatchResult, out: Path, quiet: bool) -> str:
    """Return what came of it as lines: what could not be done and what fails, and how many there are of each."""
    from align.report.view.sanitize import printable

    bad = [one for one in done.results if one.outcome in (Outcome.NOT_DONE, Outcome.FAULT)]
    lines = [f"{one.name}: {one.problem or one.outcome}" for one in bad[:_SHOWN]]
    if len(bad) > _SHOWN:
        lines.append(f"… and {len(bad) - _SHOWN} more, in the summary")
    count = Counter(one.outcome for one in done.results)
    total = ", ".join(f"{count[outcome]} {outcome}" for outcome in Outcome if count[outcome])
    lines += [] if quiet else [f"{len(done.results)} articles: {total or 'nothing to do'}. Reports and summary: {out}"]
    return "".join(f"{printable(line)}\n" for line in lines)
