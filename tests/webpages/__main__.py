"""Prints the figures of a folder of pages: `python -m tests.webpages FOLDER [--each]`; --each names what fails."""

import sys
from pathlib import Path
from statistics import median

from tests.webpages.gold import gold_pages
from tests.webpages.measure import PageResult, measure_page


def main() -> int:
    """Return 0 if there were pages with gold, else 2."""
    folders = [Path(part) for part in sys.argv[1:] if not part.startswith("--")]
    results: list[PageResult] = []
    for page in (page for folder in folders for page in gold_pages(folder)):
        results.append(measure_page(page))
        if "--each" in sys.argv:
            _print_failures(results[-1])
    if not results:
        _say("No page with gold: give a folder of one of the corpora that tests/webpages/gold.py reads.")
        return 2
    _say("\n".join(_figures(results)))
    return 0


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _print_failures(result: PageResult) -> None:
    if result.missed or result.furniture:
        _say(f"{result.page.path}{'  LOST' if result.is_lost else ''}")
    for mark, texts in (("missed", result.missed), ("furniture", result.furniture)):
        for text in texts:
            _say(f"    {mark:10} {text[:160]!r}")


def _figures(results: list[PageResult]) -> list[str]:
    spans, missed = sum(result.spans for result in results), sum(len(result.missed) for result in results)
    several = [result for result in results if result.spans > 1]
    furniture = [len(result.furniture) for result in results if result.furniture]
    right, wrong = sum(result.right for result in results), sum(result.wrong for result in results)
    rows = [
        ("pages with gold", f"{len(results)}"),
        ("quotation spans found exactly", f"{spans - missed} of {spans} ({_percent(spans - missed, spans)})"),
        ("pages with two or more, none found, without a word", f"{sum(r.is_lost for r in results)} of {len(several)}"),
        ("quotations of speech from outside the body", f"{sum(furniture)}, on {len(furniture)} pages"),
        ("CPU a page, median", f"{median(result.cpu for result in results):.2f} s"),
    ]
    if right + wrong + (missing := sum(result.missing for result in results)):
        rows.append(("speakers right, wrong, missing", f"{right}, {wrong}, {missing}"))
    return [f"{name:52} {value}" for name, value in rows]


def _percent(part: int, whole: int) -> str:
    return f"{part / whole:.1%}" if whole else "–"


if __name__ == "__main__":
    sys.exit(main())
