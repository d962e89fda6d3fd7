"""What does the article claim that somebody said or wrote?"""

import math
from bisect import bisect_right
from collections.abc import Sequence

from align.article.runs import Run, find_runs
from align.records import Article, Kind, Quote

_CLOSE_MARGIN = 1.0  # below it the second reading of the marks is more than a quarter as likely as the first


def find_quotes(article: Article) -> tuple[Quote, ...]:
    """Return the quotations of `article`, numbered from 1.

    They come in the order of their first words, except that those nested in a quotation follow its last
    paragraph, so that a quotation over several paragraphs has consecutive numbers.
    """
    runs = find_runs(article.text, article.blocks)
    order = _reading_order(runs)
    number: dict[int | None, int] = {index: place for place, index in enumerate(order, start=1)}
    breaks = [position for position, char in enumerate(article.text) if char == "\n"]
    quotes = []
    for index in order:
        run = runs[index]
        line = bisect_right(breaks, run.chars.start) if breaks else 0
        quotes.append(
            Quote(
                id=number[index],
                text=article.text[run.chars.start : run.chars.end],
                chars=run.chars,
                continues=number.get(run.continues),
                inside=number.get(run.inside),
                line=line + 1,
                column=run.chars.start - (breaks[line - 1] if line else -1),
                speaker=None,
                mention=None,
                cue=None,
                kind=Kind.SPEECH,
                confidence=_confidence(run),
                warnings=tuple(_warnings(run)),
            )
        )
    return tuple(quotes)


def _reading_order(runs: Sequence[Run]) -> list[int]:
    """Return the positions of the runs, each chain of continued ones together and what is nested in it behind it."""
    heads: list[int] = []
    for index, run in enumerate(runs):
        source = run.inside if run.inside is not None else run.continues
        heads.append(index if source is None else heads[source])
    return sorted(range(len(runs)), key=lambda index: (heads[index], runs[index].inside is not None, index))


def _confidence(run: Run) -> float:
    """Return the probability of the reading chosen, from its margin in log odds."""
    return 1 / (1 + math.exp(-min(run.margin, 50)))


def _warnings(run: Run) -> list[str]:
    warnings = []
    if not run.is_opened:
        warnings.append("The opening mark is missing.")
    if not run.is_closed:
        warnings.append("The closing mark is missing.")
    if run.margin < _CLOSE_MARGIN:
        warnings.append("The marks can be read in two ways.")
    return warnings
