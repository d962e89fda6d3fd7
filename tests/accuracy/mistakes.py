"""Where was the checker wrong? Each mistake in words, the worst first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from align.records import Severity, Verdict
from tests.accuracy import score
from tests.accuracy.outcome import Finding, Outcome
from tests.accuracy.plant import Sort


@dataclass(frozen=True, slots=True)
class Mistake:
    """`rank` orders mistakes, 0 being the worst: what a newsroom would forgive least.

    One that is made in the same quote under several conditions is one, as it was made under the first.
    """

    rank: int
    what: str
    recording: str
    conditions: tuple[str, ...]
    quote: str
    reported: str
    evidence: float | None = None
    probability: float | None = None


def find_mistakes(outcomes: Iterable[Outcome]) -> list[Mistake]:
    """Return all mistakes, the worst first, those of one kind by how sure the checker was."""
    found: dict[tuple[str, str, str], Mistake] = {}
    for mistake in (mistake for outcome in outcomes for mistake in _mistakes(outcome)):
        key = (mistake.what, mistake.recording, mistake.quote)
        first = found.setdefault(key, mistake)
        found[key] = replace(first, conditions=tuple(dict.fromkeys((*first.conditions, *mistake.conditions))))
    return sorted(found.values(), key=lambda mistake: (mistake.rank, -(mistake.probability or 0), mistake.recording))


def _mistakes(outcome: Outcome) -> Iterator[Mistake]:
    if outcome.judgement is None:
        yield _mistake(outcome, 5, "not read as a quote", None)
    elif score.is_innocent(outcome):
        yield from _false_alarms(outcome)
    elif score.is_altered(outcome):
        yield from _misses(outcome)
    else:
        yield from _wrong_verdicts(outcome)
    if outcome.judgement and score.was_said_once(outcome) and not score.is_placed(outcome):
        yield _mistake(outcome, 4, "misplaced", None)


def _false_alarms(outcome: Outcome) -> Iterator[Mistake]:
    for finding in outcome.judgement.findings if outcome.judgement else ():
        if finding.severity.rank >= Severity.MAJOR.rank:
            rank, sure = (0, "confirmed") if finding.is_confirmed else (6, "by ear")
            yield _mistake(outcome, rank, f"false alarm, {sure}", finding)
    if outcome.judgement and not outcome.judgement.findings and score.is_alarmed(outcome):
        rank, sure = (0, "confirmed") if outcome.judgement.is_confirmed else (6, "by ear")
        yield _mistake(outcome, rank, f"false alarm, whole quote {outcome.judgement.verdict}, {sure}", None)


def _misses(outcome: Outcome) -> Iterator[Mistake]:
    critical = score.is_critical(outcome)
    if score.is_passed(outcome):
        yield _mistake(outcome, 0 if critical else 2, "passed as faithful", None)
    elif not score.is_reported(outcome):
        yield _mistake(outcome, 5, "not reported at its place", None)
    elif not score.is_confirmed(outcome):
        yield _mistake(outcome, 7, "not confirmed", score.at_place(outcome)[0])
    elif not score.has_right_severity(outcome):
        yield _mistake(outcome, 8, "wrong severity", score.at_place(outcome)[0])
    elif not score.has_right_category(outcome):
        yield _mistake(outcome, 10, "wrong category", score.at_place(outcome)[0])
    for finding in outcome.judgement.findings if outcome.judgement else ():
        if finding.severity.rank >= Severity.MAJOR.rank and finding not in score.at_place(outcome):
            sure = "confirmed" if finding.is_confirmed else "by ear"
            yield _mistake(outcome, 3 if finding.is_confirmed else 9, f"beside the change, {sure}", finding)


def _wrong_verdicts(outcome: Outcome) -> Iterator[Mistake]:
    sort = outcome.case.planted.sort
    if sort is Sort.SPLICED and not score.has_verdict(Verdict.SPLICED)(outcome):
        yield _mistake(outcome, 2, "splice missed", None)
    if sort is Sort.FABRICATED and not score.has_verdict(Verdict.NOT_FOUND)(outcome):
        yield _mistake(outcome, 1, "invention found", None)
    if sort is Sort.CUT and not score.shows_cut(outcome):
        yield _mistake(outcome, 2, "cut qualifier missed", None)
    if sort in (Sort.TITLE, Sort.SCARE) and score.is_faulted(outcome):
        yield _mistake(outcome, 0, f"{sort} faulted", None)


def _mistake(outcome: Outcome, rank: int, what: str, finding: Finding | None) -> Mistake:
    case, judgement = outcome.case, outcome.judgement
    reported = f"{judgement.verdict}: {judgement.spoken}" if judgement else ""
    if finding:
        reported = f"{finding.category or 'difference'} ({finding.severity}): “{finding.spoken}” → “{finding.printed}”"
    evidence, probability = (finding.evidence, finding.probability) if finding else (None, None)
    heard = (case.recording, (case.condition,))
    return Mistake(rank, what, *heard, _marked(outcome), reported, evidence, probability)


def _marked(outcome: Outcome) -> str:
    """Return the quote, with the planted change in it as `[printed < spoken]`."""
    text, truth = outcome.case.planted.text, outcome.case.planted.truth
    if truth is None:
        return text
    change = f"[{truth.category}: {truth.printed} < {truth.spoken}]"
    return text[: truth.chars.start] + change + text[truth.chars.end :]
