"""The accuracy report in Markdown: for each manner of speaking the table, its parts, and the worst mistakes."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from align.records import Verdict
from tests.accuracy import score
from tests.accuracy.mistakes import Mistake, find_mistakes
from tests.accuracy.outcome import Outcome
from tests.accuracy.plant import Sort
from tests.accuracy.references import Manner
from tests.accuracy.score import Rate, Test


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table: for how many of `among` does `test` hold, and what is wanted?

    `must` is the share that must hold of read and of spontaneous speech, at least or, as a ceiling, at most; None if
    nothing is asked for. `key` is the row's name in the floors.
    """

    key: str
    title: str
    among: Test
    test: Test
    must: tuple[float, float] | None
    is_ceiling: bool = False


_HONEST, _ALTERED, _CRITICAL = score.is_innocent, score.is_altered, score.is_critical
_SPLICED, _CUT, _INVENTED = score.is_sort(Sort.SPLICED), score.is_sort(Sort.CUT), score.is_sort(Sort.FABRICATED)
_NO_SPEECH = score.is_sort(Sort.TITLE, Sort.SCARE)
_SURE, _ANY = "faithful quotes with a confirmed finding of `major` or worse", "… with any finding, confirmed or by ear"
_REPORTED, _TURNED = "planted changes reported at their place", "… negation, number, name, person, modality, quantity"

ROWS = (
    Row("confirmed_alarms", _SURE, _HONEST, score.is_surely_alarmed, (0.02, 0.03), is_ceiling=True),
    Row("alarms", _ANY, _HONEST, score.is_alarmed, (0.05, 0.10), is_ceiling=True),
    Row("by_ear", "quotes that a listener has to settle", score.is_speech, score.is_by_ear, None, is_ceiling=True),
    Row("reported", _REPORTED, _ALTERED, score.is_reported, (0.985, 0.95)),
    Row("reported_critical", _TURNED, _CRITICAL, score.is_reported, (1.0, 0.97)),
    Row("passed", "… of these, quotes passed as faithful", _CRITICAL, score.is_passed, (0.0, 0.0), is_ceiling=True),
    Row("confirmed", "planted changes confirmed", _ALTERED, score.is_confirmed, (0.93, 0.86)),
    Row("severity", "… with the contract's severity", _ALTERED, score.has_right_severity, (0.97, 0.94)),
    Row("spliced", "splices called `spliced`", _SPLICED, score.has_verdict(Verdict.SPLICED), (0.80, 0.80)),
    Row("cut", "cut qualifiers reported", _CUT, score.shows_cut, (0.80, 0.80)),
    Row("fabricated", "fabricated quotes `not_found`", _INVENTED, score.has_verdict(Verdict.NOT_FOUND), (0.98, 0.98)),
    Row("faulted", "titles and scare quotes faulted", _NO_SPEECH, score.is_faulted, (0.0, 0.0), is_ceiling=True),
    Row("placed", "quotes placed where they were said", score.was_said_once, score.is_placed, (0.98, 0.98)),
)

Outcomes = Sequence[Outcome]


def write_report(outcomes: Mapping[str, Outcomes], ours: str, manner: Manner, worst: int) -> str:
    """Return the report on recordings of one manner, with the outcomes of every judge.

    Of the conditions the first that was heard has the full table. `ours` names the judge whose outcomes are shown by
    category, recording and condition, and whose mistakes are listed: one that was not fitted on these recordings.
    """
    shown = outcomes[ours]
    conditions = tuple(dict.fromkeys(outcome.case.condition for outcome in shown))
    first = {judge: _under(conditions[0], found) for judge, found in outcomes.items()}
    parts = [f"# {manner.capitalize()}", f"## {conditions[0]}", _table(first, manner)]
    parts += ["### By category", _by_category(first[ours]), "### By recording", _by_recording(first[ours])]
    if len(conditions) > 1:
        parts += ["## By condition", _table({name: _under(name, shown) for name in conditions}, manner)]
    parts += [f"## The {worst} worst mistakes", _mistakes(find_mistakes(shown)[:worst])]
    return "\n\n".join(parts) + "\n\n"


def write_parts(outcomes: Mapping[str, Outcomes], manner: Manner) -> str:
    """Return what each part of the checker brings, in Markdown: one part more in every column."""
    return f"## What each part brings\n\n{_table(outcomes, manner)}\n\n"


def _under(condition: str, outcomes: Outcomes) -> Outcomes:
    return [one for one in outcomes if one.case.condition == condition]


def _table(columns: Mapping[str, Outcomes], manner: Manner) -> str:
    """Return the rows for each column of outcomes."""
    lines = [_line("", *columns, "must hold"), _line(*["---"] * (len(columns) + 2))]
    for row in ROWS:
        cells = (_cell(score.rate(filter(row.among, found), row.test)) for found in columns.values())
        lines.append(_line(row.title, *cells, _must(row, manner)))
    errors = [score.time_errors(found) for found in columns.values()]
    lines.append(
        _line("quote start and end, median error", *(_seconds(score.typical(some)) for some in errors), "≤ 0.1 s")
    )
    lines.append(_line("… within 0.2 s", *(_cell(score.close_share(some)) for some in errors), "≥ 90%"))
    for title, claims, must in (
        ("a quote is wrong", score.quote_claims, 0.05),
        ("an edit is real", score.edit_claims, 0.08),
    ):
        briers = (_number(score.brier(claims(found))) for found in columns.values())
        lines.append(_line(f"probability that {title} (Brier)", *briers, f"≤ {must}"))
    return "\n".join(lines)


def _must(row: Row, manner: Manner) -> str:
    if row.must is None:
        return "–"
    return f"{'≤' if row.is_ceiling else '≥'} {row.must[manner is Manner.SPONTANEOUS]:.3g}"


def _by_category(ours: Outcomes) -> str:
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
        lines.append(
            _line(
                one.what, f"{one.recording} {', '.join(one.conditions)}", one.quote, one.reported, evidence, probability
            )
        )
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
