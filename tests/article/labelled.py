"""Articles whose quotations a reader has labelled, each read once.

`newsroom` (data/quotes.jsonl) was drafted by the program and corrected by hand for one half, labelled by hand before
the program read it and then used to mend the rules for the other: it guards what works, but measures nothing
independently. `reference` (data/quotes_reference.jsonl) was written and labelled by somebody else; it lists outermost
quotations only. `seed` is the article of the fixture.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from align.article import find_quotes
from align.article.formats.text import read_text
from align.records import Article, Quote

ROOT = Path(__file__).parents[2]
DATA = ROOT / "tests" / "data"

Label = Mapping[str, Any]


@dataclass(frozen=True)
class Case:
    """A text and what a reader says is quoted in it; a failing test shows its name."""

    name: str
    text: str
    labels: tuple[Label, ...]
    has_nested: bool = True  # whether quotations within quotations are labelled too

    @cached_property
    def article(self) -> Article:
        """The article, read."""
        return read_text("article.txt", self.text.encode("utf-8"))

    @cached_property
    def quotes(self) -> tuple[Quote, ...]:
        """What the program says is quoted."""
        return find_quotes(self.article)

    @cached_property
    def pairs(self) -> tuple[tuple[Quote, Label], ...]:
        """The quotations that are labelled, with their labels."""
        labels = {tuple(label["chars"]): label for label in self.labels}
        chars = [(quote, (quote.chars.start, quote.chars.end)) for quote in self.quotes]
        return tuple((quote, labels[place]) for quote, place in chars if place in labels)

    def __str__(self) -> str:
        return self.name


def newsroom() -> Iterator[Case]:
    """Yield our own copy; a case is called by its line and first words."""
    for line, row in enumerate(_rows("quotes.jsonl"), start=1):
        words = " ".join(re.findall(r"[^\W_]+", row["text"])[:5])
        yield Case(f"{line:03} {words}", row["text"], tuple(row["quotes"]))


def reference() -> Iterator[Case]:
    """Yield the cases that somebody else wrote and labelled."""
    for row in _rows("quotes_reference.jsonl"):
        yield Case(f"{row['id']} {row['title']}", row["text"], tuple(row["quotes"]), has_nested=False)


def seed() -> Case:
    """Return the article of the fixture."""
    labels = json.loads((ROOT / "seeds" / "lbc" / "quotes.json").read_text(encoding="utf-8"))
    text = (ROOT / "fixtures" / "lbc" / "article.txt").read_text(encoding="utf-8")
    return Case("the article of the fixture", text, tuple(labels["quotes"]))


def is_right_speaker(quote: Quote, label: Label) -> bool:
    """Whether the speaker is the labelled one: the cases label some by the mention ("Ms Lin" for Amy Lin)."""
    return _plain(label["speaker"]) in (_plain(quote.speaker), _plain(quote.mention))


def _rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (DATA / name).read_text(encoding="utf-8").splitlines()]


def _plain(speaker: str | None) -> str | None:
    """Return a speaker without case, a leading "the" and what is added in parentheses."""
    return None if speaker is None else re.sub(r"^the |\s*\(.*?\)", "", speaker.lower())
