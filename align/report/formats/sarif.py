"""The findings in SARIF 2.1.0, which code hosts and editors show on the article's lines."""

from urllib.parse import quote as url_quote

from align._version import __version__
from align.records import QuoteCheck, Report, Severity, Verdict
from align.report.decisions import fingerprint
from align.report.formats.json_report import Json, dump
from align.report.view.findings import is_accepted
from align.report.view.levels import level_of, message_of, title_of

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

_RULES = {
    Verdict.ALTERED: "A word was changed, added or left out beyond what a reporter may tidy.",
    Verdict.SPLICED: "Parts of a quote were spoken apart or in another order, and print does not mark it.",
    Verdict.WRONG_SPEAKER: "The words were spoken, but by another voice than that of the person they are given to.",
    Verdict.NOT_FOUND: "No stretch of any recording is near enough to the quote.",
}


def render_sarif(report: Report) -> str:
    """Return one run with a result for each finding; accepted ones are there as suppressed."""
    document: dict[str, Json] = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [_run(report)]}
    return dump(document)


def _run(report: Report) -> dict[str, Json]:
    rules: list[Json] = [{"id": verdict, "shortDescription": {"text": text}} for verdict, text in _RULES.items()]
    return {
        "tool": {"driver": {"name": "align", "version": __version__, "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(report, check) for check in report.checks if check.severity is not Severity.NONE],
    }


def _result(report: Report, check: QuoteCheck) -> dict[str, Json]:
    result: dict[str, Json] = {
        "ruleId": check.verdict,
        "level": level_of(report, check),
        "message": {"text": _plain(f"{title_of(check)}. {message_of(report, check)}")},
        "locations": [{"physicalLocation": {"artifactLocation": _artifact(report), "region": _region(check)}}],
        "partialFingerprints": {"quoteAndFinding/v1": fingerprint(report, check)},
        "rank": round(100 * check.probability, 2),
    }
    if is_accepted(check):
        result["suppressions"] = [{"kind": "external", "status": "accepted"}]
    return result


def _plain(text: str) -> str:
    """Return a message in which nothing is a link or a placeholder: SARIF 2.1.0, 3.11.5 and 3.11.6."""
    return text.replace("{", "{{").replace("}", "}}").replace("](", "] (")


def _artifact(report: Report) -> dict[str, Json]:
    return {"uri": url_quote(report.article.path.replace("\\", "/"), errors="replace")}


def _region(check: QuoteCheck) -> dict[str, Json]:
    quote = check.quote
    region: dict[str, Json] = {"charOffset": quote.chars.start, "charLength": len(quote.chars)}
    if quote.line and quote.column:
        region |= {"startLine": quote.line, "startColumn": quote.column, "endLine": quote.line + quote.text.count("\n")}
    return region
