"""What people decided about findings: which finding a decision is about, and what an export holds."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import replace

from align.errors import OptionError
from align.records import Choice, Decision, QuoteCheck, Report
from align.report.view.sanitize import one_line


def fingerprint(report: Report, check: QuoteCheck) -> str:
    """Return what stays the same as long as quote and finding do, wherever the quote moves in the article."""
    edits = ((edit.category, edit.printed, edit.spoken) for edit in check.edits)
    facts = [check.verdict, check.quote.speaker or "", check.quote.text, *(fact for edit in edits for fact in edit)]
    if check.misattribution:
        facts += ["speaker", check.misattribution.printed, check.misattribution.heard]
    return hashlib.sha256("\0".join(map(one_line, facts)).encode(errors="replace")).hexdigest()


def with_decisions(report: Report, decisions: Sequence[Decision]) -> Report:
    """Return the report with each decision beside the finding it was about; those about changed quotes are dropped."""
    decided = {decision.finding: decision for decision in decisions}
    checks = (replace(check, decision=decided.get(fingerprint(report, check))) for check in report.checks)
    return replace(report, checks=tuple(checks))


def parse_decisions(path: str, data: bytes) -> tuple[Decision, ...]:
    """Return the decisions that the listening page exported to `path`; raises OptionError if `data` holds none."""
    try:
        return tuple(_decision(**entry) for entry in json.loads(data)["decisions"])
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise OptionError(f"{path} holds no decisions; export them from the page that -o report.html makes.") from error


def _decision(finding: str, choice: str | None, note: str, **_: object) -> Decision:
    return Decision(str(finding), Choice(choice) if choice else None, str(note))
