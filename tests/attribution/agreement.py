"""Do articles that print the same words name the same speaker? `python -m tests.attribution.agreement FOLDER`.

A check without labels, for any folder of news: what several articles quote, one of them gives by name right beside the
words, and the others by a pronoun, from afar, or not at all. The name that the others agree on counts as right, where
the article has it at all. Quotations are told apart by a hash of their words into halves A and B: rules are made with
A at hand. `--list RESULT` prints the quotations of half A that came out so.
"""

import argparse
import re
import sys
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from align.article import READERS, find_quotes, read_article
from align.article.lexicons import LEXICON
from align.errors import AlignError

_FEWEST_WORDS = 7  # of a quotation that is unlikely to be said twice
_KEY_WORDS = 8  # first words by which printings of one quotation are found
_SURE = 0.86  # confidence of a speaker who is named beside the words
_CONTEXT = 160  # characters shown before a quotation
_NAME = re.compile(r"(?:[A-Z][\w.’'-]+ ?){1,4}")
_TITLES = LEXICON.generations


class Result(StrEnum):
    """What became of one printing of a quotation."""

    RIGHT = "right"
    WRONG = "wrong"
    MISSING = "missing"
    DESCRIBED = "described"  # the lawyer, a statement; or a pronoun as printed


@dataclass(frozen=True, slots=True)
class Printed:
    """A quotation as one article prints it; `is_beside` if its own clause names the speaker."""

    path: str
    key: str
    words: int
    speaker: str | None
    confidence: float | None
    is_beside: bool
    names: frozenset[str]  # last names that the article may hold: its capitalised words
    context: str


def read_quotations(path: Path) -> list[Printed]:
    """Return the quotations of an article; none of one that cannot be read."""
    try:
        article = read_article(str(path))
    except AlignError:
        return []
    names = frozenset(_plain(word) for word in re.findall(r"\b[A-Z][\w’'-]+", article.text))
    return [
        Printed(
            path=path.name,
            key=" ".join(words[:_KEY_WORDS]),
            words=len(words),
            speaker=quote.speaker,
            confidence=quote.speaker_confidence,
            is_beside=_is_named(quote.speaker) and (quote.speaker_confidence or 0) >= _SURE,
            names=names,
            context=article.text[max(0, quote.chars.start - _CONTEXT) : quote.chars.start],
        )
        for quote in find_quotes(article)
        if len(words := _plain(quote.text).split()) >= _FEWEST_WORDS
    ]


def judge(quotations: Sequence[Printed]) -> Iterator[tuple[str, Printed, str, Result]]:
    """Yield the half, the name on which others agree and the result of each quotation of which they agree on one."""
    groups: defaultdict[str, list[Printed]] = defaultdict(list)
    for quotation in quotations:
        groups[quotation.key].append(quotation)
    for key, printings in groups.items():
        half = "AB"[zlib.crc32(key.encode()) % 2]
        for printed in printings:
            others = [other for other in printings if other.is_beside and other.path != printed.path]
            names = {last_name(other.speaker) for other in others}
            is_outvoted = len({other.path for other in others}) > 1 or not printed.is_beside
            if len(names) == 1 and names <= printed.names and (is_outvoted or last_name(printed.speaker) in names):
                yield half, printed, next(iter(names)), _result(printed, next(iter(names)))


def last_name(speaker: str | None) -> str:
    """Return the last name of a speaker in plain small letters: "Bo Lane Jr." is "lane"."""
    words = [word for word in _plain(speaker or "").split() if word not in _TITLES]
    return words[-1] if words else ""


def _result(printed: Printed, name: str) -> Result:
    if printed.speaker is None:
        return Result.MISSING
    words = printed.speaker.split()
    if name in _plain(printed.speaker).split():
        return Result.RIGHT
    is_phrase = words[0].lower() in LEXICON.determiners | LEXICON.indefinite_articles | LEXICON.pronouns
    return Result.DESCRIBED if is_phrase or not words[-1][0].isupper() else Result.WRONG


def _is_named(speaker: str | None) -> bool:
    """Whether a speaker is given by a name: no statement, and no paper with a day in its name."""
    last = last_name(speaker)
    is_thing = last in LEXICON.documents | LEXICON.messages | LEXICON.organisations | LEXICON.periods
    return speaker is not None and _NAME.fullmatch(speaker) is not None and not is_thing


def _plain(text: str) -> str:
    return re.sub(r"[^\w ]", "", text.replace("-", " ")).lower()


def main(arguments: Sequence[str]) -> int:
    """Print how the printings of quotations agree, by half."""
    parser = argparse.ArgumentParser(description="Do articles that print the same words name the same speaker?")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--list", type=Result, dest="listed")
    options = parser.parse_args(arguments)
    paths = [path for path in sorted(options.folder.rglob("*")) if path.suffix.lower() in READERS]
    with ProcessPoolExecutor() as pool:
        quotations = [one for found in pool.map(read_quotations, paths, chunksize=50) for one in found]
    counts: defaultdict[str, Counter[Result]] = defaultdict(Counter)
    for half, printed, name, result in judge(quotations):
        counts[half][result] += 1
        if half == "A" and result is options.listed:
            sys.stdout.write(
                f"{printed.path}: {name}, not {printed.speaker} ({printed.confidence}): …{printed.context!r}\n"
            )
    sys.stdout.write(f"{len(paths)} articles, {len(quotations)} quotations of {_FEWEST_WORDS} words and more\n")
    for half in sorted(counts):
        total = counts[half].total()
        shares = (f"{result} {counts[half][result]} ({100 * counts[half][result] / total:.1f} %)" for result in Result)
        sys.stdout.write(f"{half}: {total} printed elsewhere too: {', '.join(shares)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
