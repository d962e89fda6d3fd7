"""What the article claims that somebody said or wrote."""

import gc
import math
import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from align.article.attribution.attribution import NOBODY, Attribution, join_broken
from align.article.attribution.attributor import attributions
from align.article.attribution.narration import Narration
from align.article.entities.resolver import Identity
from align.article.marks.spans import Run
from align.article.quotations.collect import quoted_runs, writers_spans
from align.article.quotations.kinds import is_object, is_translated, kind_inside, kind_of
from align.records import Article, Kind, Quote

_CLOSE_MARGIN = 1.0  # below it the second reading of the marks is more than a quarter as likely as the first
_GUESSED = 0.75  # precision below which a speaker is called a guess


def find_quotes(article: Article) -> tuple[Quote, ...]:
    """Return the quotations of `article`, numbered from 1.

    They come in the order of their first words, except that those nested in a quotation follow its last
    paragraph, so that a quotation over several paragraphs has consecutive numbers.
    """
    with _uncollected():
        return _find_quotes(article)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep the garbage collector away: nothing made here refers to itself, it would only walk over all of it again."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _find_quotes(article: Article) -> tuple[Quote, ...]:
    narration = join_broken(Narration(article.text, article.blocks, quoted_runs(article)))
    runs = narration.runs
    claims = _claims(narration, Identity(article.text, tuple(writers_spans(article.blocks, runs))))
    order = _reading_order(runs)
    number: dict[int | None, int] = {index: place for place, index in enumerate(order, start=1)}
    lines = _Lines(article.text) if article.is_lined else None
    return tuple(_quote(article, runs[index], claims[index], index, number, lines) for index in order)


@dataclass(frozen=True, slots=True)
class _Claim:
    """What the article says of one run."""

    attribution: Attribution
    kind: Kind
    is_translated: bool


class _Lines:
    """Lines and columns, from 1, of positions in a text."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(end.end() for end in re.finditer("\n", text))]

    def line(self, position: int) -> int:
        return bisect_left(self._starts, position + 1)

    def column(self, position: int) -> int:
        return position - self._starts[self.line(position) - 1] + 1


def _quote(
    article: Article, run: Run, claim: _Claim, index: int, number: Mapping[int | None, int], lines: _Lines | None
) -> Quote:
    start, mention = run.chars.start, claim.attribution.mention
    return Quote(
        id=number[index],
        text=article.text[start : run.chars.end],
        chars=run.chars,
        continues=number.get(run.continues),
        inside=number.get(run.inside),
        line=lines.line(start) if lines else None,
        column=lines.column(start) if lines else None,
        speaker=claim.attribution.speaker,
        mention=article.text[mention.start : mention.end] if mention else None,
        cue=claim.attribution.cue,
        kind=claim.kind,
        confidence=_confidence(run),
        warnings=tuple(_warnings(run, claim.attribution)),
        is_translated=claim.is_translated,
    )


def _claims(narration: Narration, identity: Identity) -> tuple[_Claim, ...]:
    """Return what the article says of every run; what carries on another is of its kind."""
    claims: list[_Claim] = []
    for index, attribution in enumerate(attributions(narration, identity)):
        run = narration.runs[index]
        words = narration.text[run.chars.start : run.chars.end]
        if run.inside is not None:
            claim = _Claim(attribution, kind_inside(words), claims[run.inside].is_translated)
        elif run.continues is not None:
            claim = replace(claims[run.continues], attribution=attribution)
        else:
            site = narration.site(index)
            kind = kind_of(site, attribution, words)
            is_named = kind is Kind.TITLE and not is_object(site, attribution)
            claim = _Claim(NOBODY if is_named else attribution, kind, is_translated(attribution))
        claims.append(claim)
    return tuple(claims)


def _reading_order(runs: Sequence[Run]) -> list[int]:
    """Return the positions of the runs, each chain of continued ones together and what is nested in it behind it."""
    heads: list[int] = []
    for index, run in enumerate(runs):
        source = run.inside if run.inside is not None else run.continues
        heads.append(index if source is None else heads[source])
    return sorted(range(len(runs)), key=lambda index: (heads[index], runs[index].inside is not None, index))


def _confidence(run: Run) -> float:
    """Return the probability of the reading chosen, taking its margin for log odds."""
    return 1 / (1 + math.exp(-min(run.margin, 50)))


def _warnings(run: Run, attribution: Attribution) -> Iterator[str]:
    if not run.is_opened:
        yield "The opening mark is missing."
    if not run.is_closed:
        yield "The closing mark is missing."
    if run.margin < _CLOSE_MARGIN:
        yield "The marks can be read in two ways."
    if attribution.speaker is not None and attribution.precision < _GUESSED:
        yield "The speaker is inferred from the text around."
