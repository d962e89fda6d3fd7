"""How often is each rule of attribution right on the labelled articles? `python -m tests.article.precision` prints it.

The rules were made with many of these articles at hand, so on other copy they err more often.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Mapping

from align.article.attribution.attributor import attribute_quotes
from align.article.attribution.continuations import find_continuations
from align.article.attribution.narration import Narration
from align.article.attribution.order import Rule
from align.article.entities.resolver import EntityResolver
from align.article.quotations.collect import collect_quoted_spans
from tests.article.labelled import Case, is_right_speaker, newsroom, reference, seed


def main() -> None:
    """Print the table."""
    lines = ["| rule | right | named | precision | |", "|---|---|---|---|---|"]
    for rule, (right, named) in measure().items():
        note = "a guess" if rule.is_guess else ""
        lines.append(f"| {rule} | {right} | {named} | {precision(right, named):.2f} | {note} |")
    sys.stdout.write("\n".join(lines) + "\n")


def measure() -> Mapping[Rule, tuple[int, int]]:
    """Return how many of how many speakers that a rule named were the right ones."""
    counts = Counter[tuple[Rule, bool]]()
    for case in (*newsroom(), *reference(), seed()):
        counts.update(_judge(case))
    return {rule: (counts[rule, True], counts[rule, True] + counts[rule, False]) for rule in Rule}


def precision(right: int, named: int) -> float:
    """Return how often a rule is right, by Laplace's rule: few trials earn little trust."""
    return (right + 1) / (named + 2)


def _judge(case: Case) -> Iterator[tuple[Rule, bool]]:
    """Yield the rule that named the speaker of each labelled quotation, and whether it was right."""
    narration = Narration(case.article.text, case.article.blocks, collect_quoted_spans(case.article))
    resolver = EntityResolver(case.article.text, narration.writers_spans())
    found = attribute_quotes(narration, find_continuations(narration), resolver)
    rules = {quoted.chars: by for quoted, by in zip(narration.spans, found, strict=True)}
    for quote, label in case.pairs:
        by = rules[quote.chars]
        if by.speaker is not None:
            yield by.rule, is_right_speaker(quote, label)


if __name__ == "__main__":
    main()
