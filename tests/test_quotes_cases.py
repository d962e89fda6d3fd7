"""Quotations against labelled text: the seed article, the hand-made cases, and our own newsroom copy.

Half of `data/quotes.jsonl` was drafted by the program and corrected by hand, half was labelled by hand before the
program read it and then used to mend the rules: it guards what works and counts what does not, but it is not an
independent measure. The shared cases are.
"""

import json
import os
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from align.article import find_quotes
from align.article.attribution.attribution import MEASURED, Rule, join_broken
from align.article.attribution.attributor import attribute_quotes
from align.article.attribution.narration import Narration
from align.article.entities.resolver import EntityResolver
from align.article.formats.text import read_text
from align.article.quotations.collect import collect_quoted_spans, find_writers_spans
from align.records import Article, Quote

SHARED = Path(os.environ.get("ALIGN_SHARED", Path(__file__).parents[2] / "shared"))
OWN = Path(__file__).parent / "data" / "quotes.jsonl"


@dataclass(frozen=True)
class Labelled:
    """A text and what a reader says is quoted in it."""

    name: str
    article: Article
    quotes: list[dict]

    @property
    def found(self) -> tuple[Quote, ...]:
        """What the program says is quoted."""
        return find_quotes(self.article)


def labelled(path: Path) -> list[Labelled]:
    if not path.exists():
        if os.environ.get("CI") and path.is_relative_to(SHARED) and SHARED.exists():
            pytest.fail(f"{path} is missing")
        pytest.skip(f"{path.name} is not here")
    cases = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return [Labelled(case["text"][:60], article_of(case["text"]), case["quotes"]) for case in cases]


def seed() -> Labelled:
    root = Path(__file__).parents[1]
    labels = json.loads((root / "seeds" / "lbc" / "quotes.json").read_text(encoding="utf-8"))
    article = (root / "fixtures" / "lbc" / "article.txt").read_text(encoding="utf-8")
    return Labelled("seed", article_of(article), labels["quotes"])


def article_of(text: str) -> Article:
    return read_text("article.txt", text.encode("utf-8"))


def spans(quotes: tuple[Quote, ...]) -> list[tuple]:
    return [(quote.id, quote.chars.start, quote.chars.end, quote.continues) for quote in quotes]


def plain(speaker: str | None) -> str | None:
    """Return a speaker without case, a leading "the" and what is added in parentheses."""
    return None if speaker is None else re.sub(r"^the |\s*\(.*?\)", "", speaker.lower())


def names_the_same(quote: Quote, label: dict) -> bool:
    """Whether the speaker is the labelled one: the cases label some by the mention ("Ms Lin" for Amy Lin)."""
    return plain(label["speaker"]) in (plain(quote.speaker), plain(quote.mention))


def pairs(case: Labelled) -> Iterator[tuple[Quote, dict]]:
    labels = {tuple(label["chars"]): label for label in case.quotes}
    for quote in case.found:
        label = labels.get((quote.chars.start, quote.chars.end))
        if label is not None:
            yield quote, label


def test_every_span_of_the_seed_article():
    case = seed()
    found = [
        (*span, quote.inside, quote.line, quote.column)
        for span, quote in zip(spans(case.found), case.found, strict=True)
    ]
    keys = ("id", "continues", "inside", "line", "column")

    assert found == [(label["id"], *label["chars"], *(label[key] for key in keys[1:])) for label in case.quotes]


def test_speakers_and_kinds_of_the_seed_article():
    found = list(pairs(seed()))

    assert sum(quote.kind == label["kind"] for quote, label in found) >= 22
    assert sum(names_the_same(quote, label) for quote, label in found) >= 20


def test_every_span_of_the_shared_cases():
    """The cases list outermost quotations only."""
    for case in labelled(SHARED / "cases" / "quotes.jsonl"):
        outermost = tuple(quote for quote in case.found if quote.inside is None)
        assert spans(outermost) == [(label["id"], *label["chars"], label["continues"]) for label in case.quotes], (
            case.name
        )


def test_speakers_and_kinds_of_the_shared_cases():
    cases = labelled(SHARED / "cases" / "quotes.jsonl")
    right_speakers = sum(all(names_the_same(*pair) for pair in pairs(case)) for case in cases)
    right_kinds = sum(all(quote.kind == label["kind"] for quote, label in pairs(case)) for case in cases)

    assert right_speakers >= 54
    assert right_kinds >= 56


def test_newsroom_copy():
    cases = labelled(OWN)
    found = [pair for case in cases for pair in pairs(case)]

    assert len(found) == sum(len(case.found) for case in cases) == sum(len(case.quotes) for case in cases)
    assert sum(names_the_same(*pair) for pair in found) >= 0.98 * len(found)
    assert sum(quote.kind == label["kind"] for quote, label in found) >= 0.98 * len(found)
    assert sum(quote.continues == label["continues"] for quote, label in found) >= 0.99 * len(found)


def test_the_precision_of_every_rule_is_the_measured_one():
    measured = Counter[tuple[Rule, bool]]()
    for case in [*labelled(OWN), *labelled(SHARED / "cases" / "quotes.jsonl"), seed()]:
        rules = rules_of(case.article)
        for quote, label in pairs(case):
            rule, speaker = rules[quote.chars.start, quote.chars.end]
            if speaker is not None:
                measured[rule, names_the_same(quote, label)] += 1

    counted = {rule: (measured[rule, True], measured[rule, True] + measured[rule, False]) for rule in Rule}

    assert counted == MEASURED


def rules_of(article: Article) -> dict[tuple[int, int], tuple[Rule, str | None]]:
    """Return by which rule every quotation was attributed."""
    narration = join_broken(Narration(article.text, article.blocks, collect_quoted_spans(article)))
    spans = narration.spans
    found = attribute_quotes(narration, EntityResolver(article.text, find_writers_spans(article.blocks, spans)))
    return {
        (quoted.chars.start, quoted.chars.end): (by.rule, by.speaker) for quoted, by in zip(spans, found, strict=True)
    }
