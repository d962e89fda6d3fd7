"""The command: `python -m tests.speed.quotes`. How does the time to read an article grow with its size?"""

import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

from align.article import find_quotes
from align.article.formats.blocks import text_blocks
from align.records import Article

_NEWS = Path(__file__).parents[2] / "fixtures" / "lbc" / "article.txt"
_MARKS = "“”\"'‘’«»„‚`「」『』"
_WORDS = ("", "a ", "b ", "who ", "the council ", "Amy Lin said ", "she told ", "according to ", "it. ", "not, ")
_SPACES = ("", " ")
_STEPS = (1 / 16, 1 / 4, 1)


def main() -> None:
    """Print the table: seconds of CPU time, from the text to its quotations."""
    lines = ["| text | " + " | ".join(("a sixteenth", "a quarter", "all of it")) + " |", "|---|---|---|---|"]
    for name, make in _SHAPES.items():
        seconds = " | ".join(f"{_seconds(make(step)):.1f} s" for step in _STEPS)
        lines.append(f"| {name} | {seconds} |")
    sys.stdout.write("\n".join(lines) + "\n")


def _seconds(text: str) -> float:
    started = time.process_time()
    find_quotes(Article("article.txt", "", "", text, text_blocks(text)))
    return time.process_time() - started


def _news(share: float) -> str:
    story = _NEWS.read_text(encoding="utf-8") + "\n\n"
    return story * int(share * 10_000_000 / len(story))


def _stray(share: float) -> str:
    return "'\" a " * int(share * 500_000)


def _mixture(share: float) -> str:
    """Return marks of every kind in one paragraph, at random."""
    chance = random.Random(1)  # noqa: S311
    parts = (chance.choice(_MARKS) + chance.choice(_SPACES) + chance.choice(_WORDS) for _ in range(int(share * 1e6)))
    return "".join(parts)


def _quotations(share: float) -> str:
    return '"We lost it," said Amy Lin. The council "did not" reply. ' * int(share * 250_000)


_SHAPES: dict[str, Callable[[float], str]] = {
    "10 MB of news, 40,000 quotations": _news,
    "a million stray marks": _stray,
    "a million marks of all kinds at random, in one paragraph": _mixture,
    "a million marks round 500,000 quotations, 14 MB in one paragraph": _quotations,
}

if __name__ == "__main__":
    main()
