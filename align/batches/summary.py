"""What came of a batch, for a spreadsheet, for programs and for a browser: a row a pair, worst first."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, fields, replace
from importlib.resources import files
from pathlib import Path
from urllib.parse import quote

from align._version import __version__
from align.batches.pairs import BatchResult, Outcome, PairResult
from align.records import Verdict
from align.report.files import write_whole
from align.report.formats.csv_report import render_table
from align.report.page.html_file import render_html
from align.report.view.findings import Summary, summarize
from align.report.view.sanitize import printable

_SCHEMA_VERSION = 1
_COUNTS = tuple(field.name for field in fields(Summary))
_NOTHING = summarize(())

COLUMNS = ("name", "article", "recordings", "outcome", *_COUNTS, "heard", "checked", "files", "problem", "warnings")


def by_badness(results: Iterable[PairResult]) -> tuple[PairResult, ...]:
    """Return results worst first: what could not be done, what fails, what must be looked at; then by their counts."""
    return tuple(sorted(results, key=_badness))


def _badness(result: PairResult) -> tuple[int, int, int, int, int, str]:
    counts = result.counts or _NOTHING
    rank = [*Outcome].index(result.outcome)
    return rank, -counts.critical, -counts.major, -counts.minor, -counts.check_by_ear, result.name


def write_summary(batch: BatchResult, folder: Path, name: str) -> None:
    """Write the summary in every format; raises OutputError."""
    for ending, render in SUMMARY_FORMATS.items():
        write_whole(folder / f"{name}{ending}", render(batch))


def render_summary_table(batch: BatchResult) -> bytes:
    """Return the summary for a spreadsheet."""
    return render_table(COLUMNS, map(_row, batch.results))


def _row(result: PairResult) -> tuple[object, ...]:
    counts = asdict(result.counts) if result.counts else {}
    return (
        *(result.name, result.article, "; ".join(result.recordings), result.outcome),
        *(counts.get(name) for name in _COUNTS),
        *(result.heard, result.checked, "; ".join(result.files), result.problem, " ".join(result.warnings)),
    )


def render_summary_json(batch: BatchResult) -> str:
    """Return the summary for programs; `docs/contract.md` says what is in it."""
    told = {
        "schema_version": _SCHEMA_VERSION,
        "tool": {"name": "align", "version": __version__},
        "warnings": batch.warnings,
        "pairs": [_pair(result) for result in batch.results],
        "summary": {"pairs": len(batch.results), **_outcomes(batch), **_totals(batch)},
    }
    return json.dumps(told, indent=1, ensure_ascii=True, allow_nan=False) + "\n"


def _pair(result: PairResult) -> dict[str, object]:
    return {
        "name": result.name,
        "article": result.article,
        "recordings": result.recordings,
        "outcome": result.outcome.key,
        "problem": result.problem or None,
        "summary": asdict(result.counts) if result.counts else None,
        "heard": result.heard,
        "checked": result.checked,
        "files": result.files,
        "warnings": result.warnings,
    }


def _outcomes(batch: BatchResult) -> dict[str, int]:
    count = Counter(result.outcome for result in batch.results)
    return {outcome.key: count[outcome] for outcome in Outcome}


def _totals(batch: BatchResult) -> dict[str, int]:
    """Return how many quotes there are in all, of each verdict, severity and certainty."""
    counts = [result.counts for result in batch.results if result.counts]
    return {name: sum(getattr(one, name) for one in counts) for name in _COUNTS}


@dataclass(frozen=True, slots=True)
class _Link:
    """A report, and how the page leads to it."""

    label: str
    address: str


@dataclass(frozen=True, slots=True)
class _Line:
    """A pair as the page shows it."""

    result: PairResult
    links: tuple[_Link, ...]


def render_summary_page(batch: BatchResult) -> str:
    """Return the summary as one page that asks nothing of any network."""
    return render_html(
        _part("summary.html"),
        style=files("align.report.page").joinpath("page.css").read_text(encoding="utf-8") + _part("summary.css"),
        script=_part("summary.js"),
        lines=[_Line(_inert(result), tuple(_links(result))) for result in batch.results],
        warnings=[*map(printable, batch.warnings)],
        outcomes=[(outcome, count) for outcome, count in zip(Outcome, _outcomes(batch).values(), strict=True) if count],
        totals=_totals(batch),
        verdicts=[*Verdict],
    )


def _inert(result: PairResult) -> PairResult:
    """Return a result in which no file's name reverses the sentence that it stands in."""
    return replace(
        result,
        article=printable(result.article),
        recordings=tuple(map(printable, result.recordings)),
        problem=printable(result.problem),
        warnings=tuple(map(printable, result.warnings)),
    )


def _links(result: PairResult) -> Iterable[_Link]:
    for file in result.files:
        yield _Link(file.removeprefix(f"{result.name}."), f"./{quote(file)}")


def _part(name: str) -> str:
    return files("align.batches").joinpath("page", name).read_text(encoding="utf-8")


SUMMARY_FORMATS: Mapping[str, Callable[[BatchResult], str | bytes]] = {
    ".csv": render_summary_table,
    ".json": render_summary_json,
    ".html": render_summary_page,
}
"""How the name of a summary ends -> what writes it."""
