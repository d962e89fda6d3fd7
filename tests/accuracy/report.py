"""The accuracy report in Markdown: the table, its parts, and the worst mistakes."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from align.records import Verdict
from tests.accuracy import score
from tests.accuracy.mistakes import Mistake, find_mistakes
from tests.accuracy.outcome import Outcome
from tests.accuracy.plant import Sort
from tests.accuracy.score import Rate, Test


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table: for how many of `among` does `test` hold, and what is wanted?

    `must` is the share that must hold, at least or, as a ceiling, at most; `key` is the row's name in the floors.
    """

    key: str
    title: str
    among: Test
    test: Test
    must: float
    is_ceiling: bool = False


_HONEST, _ALTERED, _CRITICAL = score.is_innocent, score.is_altered, score.is_critical
_SPLICED, _CUT, _INVENTED = score.is_sort(Sort.SPLICED), score.is_sort(Sort.CUT), score.is_sort(Sort.FABRICATED)
_NO_SPEECH = score.is_sort(Sort.TITLE, Sort.SCARE)
_SURE, _ANY = "faithful quotes with a confirmed finding of `major` or worse", "… with any finding, confirmed or by ear"
_REPORTED, _TURNED = "planted changes reported at their place", "… negation, number, name, person, modality, quantity"

ROWS = (
    Row("confirmed_alarms", _SURE, _HONEST, score.is_surely_alarmed, 0.04, is_ceiling=True),
    Row("alarms", _ANY, _HONEST, score.is_alarmed, 0.12, is_ceiling=True),
    Row("reported", _REPORTED, _ALTERED, score.is_reported, 0.96),
    Row("reported_critical", _TURNED, _CRITICAL, score.is_reported, 0.98),
    Row("confirmed", "… confirmed", _ALTERED, score.is_confirmed, 0.90),
    Row("severity", "… with the contract's severity", _ALTERED, score.has_right_severity, 0.90),
    Row("spliced", "splices called `spliced`", _SPLICED, score.has_verdict(Verdict.SPLICED), 0.80),
    Row("cut", "cut qualifiers reported", _CUT, score.shows_cut, 0.70),
    Row("fabricated", "fabricated quotes `not_found`", _INVENTED, score.has_verdict(Verdict.NOT_FOUND), 0.98),
    Row("faulted", "titles and scare quotes faulted", _NO_SPEECH, score.is_faulted, 0.0, is_ceiling=True),
    Row("placed", "quotes placed where they were said", score.was_said_once, score.is_placed, 0.98),
)

Outcomes = Sequence[Outcome]


def write_report(outcomes: Mapping[str, Outcomes], worst: int) -> str:
    """Return the report; the first of `outcomes` are the checker's, the others its peers'."""
    ours = next(iter(outcomes.values()))
    conditions = sorted({outcome.case.condition for outcome in ours}, key=lambda name: (name != "clean", name))
    first = {judge: [one for one in found if one.case.condition == conditions[0]] for judge, found in outcomes.items()}
    parts = [f"## {conditions[0]}", _table(first), "### By category", _by_category(first)]
    parts += ["### By recording", _by_recording(next(iter(first.values())))]
    if len(conditions) > 1:
        parts += ["## By noise level", _table(_by_condition(ours, conditions))]
    parts += [f"## The {worst} worst mistakes", _mistakes(find_mistakes(ours)[:worst])]
    return "\n\n".join(parts) + "\n"


def write_parts(outcomes: Mapping[str, Outcomes]) -> str:
    """Return what each part of the checker brings, in Markdown: one part more in every column."""
    return f"\n## What each part brings\n\n{_table(outcomes)}\n"


def _by_condition(outcomes: Outcomes, conditions: Sequence[str]) -> dict[str, Outcomes]:
    return {name: [one for one in outcomes if one.case.condition == name] for name in conditions}


def _table(columns: Mapping[str, Outcomes]) -> str:
    """Return the rows of issue 4 for each column of outcomes."""
    lines = [_line("", *columns, "must hold"), _line(*["---"] * (len(columns) + 2))]
    for row in ROWS:
        cells = (_cell(score.rate(filter(row.among, found), row.test)) for found in columns.values())
        lines.append(_line(row.title, *cells, f"{'≤' if row.is_ceiling else '≥'} {row.must:.0%}"))
    errors = [score.time_errors(found) for found in columns.values()]
    lines.append(
        _line("quote start and end, median error", *(_seconds(score.typical(some)) for some in errors), "≤ 0.1 s")
    )
    lines.append(_line("… within 0.2 s", *(_cell(score.close_share(some)) for some in errors), "≥ 90%"))
    briers = (score.brier(score.claims(found)) for found in columns.values())
    lines.append(_line("calibration of findings (Brier)", *(_number(value) for value in briers), "≤ 0.06"))
    return "\n".join(lines)


def _by_category(columns: Mapping[str, Outcomes]) -> str:
    ours = next(iter(columns.values()))
    tests = (score.is_reported, score.is_confirmed, score.has_right_severity, score.has_right_category)
    lines = [_line("category", "reported", "confirmed", "severity", "category"), _line(*["---"] * 5)]
    for category, group in _grouped(filter(score.is_altered, ours), _category):
        lines.append(_line(category, *(_cell(score.rate(group, test)) for test in tests)))
    tidied = [one for one in ours if one.case.planted.sort is Sort.TIDIED]
    lines.append(
        _line(
            "tidied (alarms: confirmed, any)",
            *(_cell(score.rate(tidied, test)) for test in (score.is_surely_alarmed, score.is_alarmed)),
            "",
            "",
        )
    )
    return "\n".join(lines)


def _by_recording(ours: Outcomes) -> str:
    lines = [
        _line("recording", "confirmed alarms", "any alarm", "reported", "confirmed", "placed"),
        _line(*["---"] * 6),
    ]
    for recording, group in _grouped(ours, lambda outcome: outcome.case.recording):
        innocent, altered = [*filter(score.is_innocent, group)], [*filter(score.is_altered, group)]
        lines.append(
            _line(
                recording,
                _cell(score.rate(innocent, score.is_surely_alarmed)),
                _cell(score.rate(innocent, score.is_alarmed)),
                _cell(score.rate(altered, score.is_reported)),
                _cell(score.rate(altered, score.is_confirmed)),
                _cell(score.rate(filter(score.was_said_once, group), score.is_placed)),
            )
        )
    return "\n".join(lines)


def _grouped(outcomes: Iterable[Outcome], key: Callable[[Outcome], str]) -> list[tuple[str, list[Outcome]]]:
    return [(name, list(group)) for name, group in groupby(sorted(outcomes, key=key), key)]


def _category(outcome: Outcome) -> str:
    return str(outcome.case.planted.truth.category) if outcome.case.planted.truth else ""


def _mistakes(mistakes: Sequence[Mistake]) -> str:
    lines = [_line("mistake", "where", "quote", "reported", "nats", "probability"), _line(*["---"] * 6)]
    for one in mistakes:
        evidence = "" if one.evidence is None else f"{one.evidence:.1f}"
        probability = "" if one.probability is None else f"{one.probability:.2f}"
        lines.append(_line(one.what, one.where, one.quote, one.reported, evidence, probability))
    return "\n".join(lines)


def _line(*cells: str) -> str:
    return "| " + " | ".join(cell.replace("|", "¦") for cell in cells) + " |"


def _cell(rate: Rate) -> str:
    if not rate.total:
        return "–"
    low, high = rate.interval
    return f"{rate.share:.1%} ({rate.hits}/{rate.total}; {low:.0%}–{high:.0%})"


def _seconds(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f} s"


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"
