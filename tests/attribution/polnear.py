"""Are direct quotations given to whom PolNeAR's annotators give them? `python -m tests.attribution.polnear FOLDER`.

FOLDER holds `text` and `attributions` of a part of PolNeAR (Newell, Margolin, Ruths 2018; github.com/networkdynamics/
PolNeAR, its `data/train`). An annotation tells the words that name the source of a content, not which person they
mean, so a pronoun is right where it stands in the source. Articles are split in halves by their order, A and B:
rules are made with A at hand. `--list RESULT` prints the quotations of half A that came out so.
"""

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from align.article.attribution.attributor import attribute_quotes
from align.article.attribution.confidence import SpeakerConfidence
from align.article.attribution.continuations import find_continuations
from align.article.attribution.narration import Narration
from align.article.attribution.order import NOBODY, Attribution, Rule
from align.article.entities.resolver import EntityResolver
from align.article.formats.text import read_text
from align.article.lexicons import LEXICON
from align.article.quotations.collect import collect_quoted_spans
from align.article.quotations.kinds import kind_of
from align.records import Kind, Span

_SMALLEST_SHARE = 0.5  # of a quotation's characters that an annotated content must hold
_SURE = 0.9  # confidence of a speaker
_CONTEXT = 200  # characters shown around a quotation
_NAMES = (Kind.TITLE, Kind.SCARE)


class Result(StrEnum):
    """What became of a quotation."""

    RIGHT = "right"
    WRONG = "wrong"
    MISSING = "missing"
    UNSURE = "unsure"  # the annotation is a pronoun, and the program says a name from elsewhere
    INVENTED = "invented"  # a speaker where the annotators see no attribution, or one without a source
    NOBODY = "nobody"  # none, as annotated


@dataclass(frozen=True, slots=True)
class Annotated:
    """An attribution: where its content and its source stand."""

    content: tuple[Span, ...]
    source: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """A quotation of an article, what the program says of it, and whether that is right."""

    name: str
    chars: Span
    attribution: Attribution
    source: str | None
    result: Result
    evidence: Mapping[str, float] | None = None  # for its speaker, where that is weighed


def judge_folder(folder: Path, *, has_doubtful: bool = False) -> Iterator[tuple[str, Judged]]:
    """Yield the half (A or B) and the judgement of every outermost quotation of the articles in `folder`.

    With `has_doubtful` speakers count who are too unsure to be stated.
    """
    for number, path in enumerate(sorted((folder / "text").glob("*.txt"))):
        annotations = sorted((folder / "attributions").glob(f"{path.stem}_*.ann"))
        if annotations:
            half = "AB"[number % 2]
            yield from ((half, judged) for judged in _judge_article(path, annotations[0], has_doubtful))


def read_annotations(path: Path) -> list[Annotated]:
    """Return the attributions of a file in the standoff format of brat."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
    spans = {row[0]: _pieces(row[1]) for row in rows if row[0].startswith("T") and len(row) > 1}
    found: list[Annotated] = []
    for row in rows:
        if row[0].startswith("E"):
            roles = [part.split(":") for part in row[1].split()]
            content, source = (
                tuple(span for role, key in roles if role.startswith(sort) for span in spans.get(key, ()))
                for sort in ("Content", "Source")
            )
            found.append(Annotated(content, source))
    return found


def _pieces(field: str) -> tuple[Span, ...]:
    """Return the stretches that a field such as "Content 10 20;30 40" lists."""
    return tuple(Span(*map(int, piece.split())) for piece in field.partition(" ")[2].split(";"))


def _judge_article(path: Path, annotations: Path, has_doubtful: bool) -> Iterator[Judged]:
    raw = path.read_text(encoding="utf-8")
    article = read_text(path.name, raw.encode("utf-8"))
    if article.text != raw:
        return
    gold = read_annotations(annotations)
    narration = Narration(article.text, article.blocks, collect_quoted_spans(article))
    resolver = EntityResolver(article.text, narration.writers_spans())
    found = attribute_quotes(narration, find_continuations(narration), resolver)
    confidence = SpeakerConfidence(narration, resolver.people)
    for index, (quoted, by) in enumerate(zip(narration.spans, found, strict=True)):
        evidence = confidence.evidence(index, by) if confidence.is_weighed(by) else None
        confidence.weighed(index, by)
        if quoted.inside is None:
            words = article.text[quoted.chars.start : quoted.chars.end]
            is_named = quoted.continues is None and kind_of(narration.context(index), by, words) in _NAMES
            if is_named or (by.is_doubtful and not has_doubtful):
                by = NOBODY
            yield replace(_judge(path.stem, article.text, quoted.chars, by, gold), evidence=evidence)


def _judge(name: str, text: str, chars: Span, by: Attribution, gold: Sequence[Annotated]) -> Judged:
    about = max(gold, key=lambda each: _overlap(each.content, chars), default=None)
    if about is None or _overlap(about.content, chars) < _SMALLEST_SHARE * len(chars) or not about.source:
        result = Result.NOBODY if by.speaker is None else Result.INVENTED
        return Judged(name, chars, by, None, result)
    source = " ".join(text[span.start : span.end] for span in about.source)
    if by.speaker is None:
        return Judged(name, chars, by, source, Result.MISSING)
    is_same = (by.mention is not None and _is_at(text, about.source, by.mention)) or _is_same(by.speaker, source)
    if is_same:
        return Judged(name, chars, by, source, Result.RIGHT)
    is_pronoun = source.lower() in LEXICON.pronouns
    return Judged(name, chars, by, source, Result.UNSURE if is_pronoun and by.mention is None else Result.WRONG)


def _overlap(spans: Sequence[Span], other: Span) -> int:
    return sum(max(0, min(span.end, other.end) - max(span.start, other.start)) for span in spans)


def _is_at(text: str, source: Sequence[Span], mention: Span) -> bool:
    """Whether a mention is the annotated one: in it, right before its "who", or the same pronoun."""
    words = text[source[0].start : source[0].end].lower()
    said = text[mention.start : mention.end].lower()
    is_antecedent = words in LEXICON.relatives and 0 <= source[0].start - mention.end <= 2
    return _overlap(source, mention) > 0 or is_antecedent or (words == said and words in LEXICON.pronouns)


def _is_same(speaker: str, source: str) -> bool:
    """Whether two descriptions share a word that tells somebody apart."""
    return not _telling(speaker).isdisjoint(_telling(source))


def _telling(words: str) -> set[str]:
    found = {word.removesuffix("’s").removesuffix("'s") for word in re.findall(r"[\w’'-]+", words.lower())}
    return found - LEXICON.determiners - LEXICON.prepositions - LEXICON.pronouns - {"and"}


def main() -> None:
    """Print the results by half, and by rule for half A."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--list", dest="listed", choices=[str(result) for result in Result])
    parser.add_argument("--rule", help="list those of one rule only")
    arguments = parser.parse_args()
    halves: dict[str, Counter[Result]] = {name: Counter() for name in ("A", "B", "A, sure", "B, sure")}
    rules: dict[str, dict[Rule, Counter[Result]]] = {"A": {}, "B": {}}
    for half, judged in judge_folder(arguments.folder):
        halves[half][judged.result] += 1
        if (judged.attribution.confidence or 0.0) >= _SURE:
            halves[f"{half}, sure"][judged.result] += 1
        rules[half].setdefault(judged.attribution.rule, Counter())[judged.result] += 1
        is_wanted = judged.result == arguments.listed and arguments.rule in (None, str(judged.attribution.rule))
        if half == "A" and is_wanted:
            sys.stdout.write(_shown(arguments.folder, judged))
    sys.stdout.write(
        "\n".join(
            (
                *_table("half", halves),
                "",
                *_table("rule, half A", rules["A"]),
                "",
                *_table("rule, half B", rules["B"]),
                "",
            )
        )
    )


def _table(head: str, rows) -> Iterator[str]:
    yield f"| {head} | {' | '.join(Result)} | right of named |"
    yield "|---" * (len(Result) + 2) + "|"
    for name, counts in rows.items():
        named = counts[Result.RIGHT] + counts[Result.WRONG]
        share = f"{counts[Result.RIGHT] / named:.3f}" if named else "–"
        yield f"| {name} | {' | '.join(str(counts[result]) for result in Result)} | {share} |"


def _shown(folder: Path, judged: Judged) -> str:
    text = (folder / "text" / f"{judged.name}.txt").read_text(encoding="utf-8")
    start, end = judged.chars.start, judged.chars.end
    around = f"{text[max(0, start - _CONTEXT) : start]}⟦{text[start:end]}⟧{text[end : end + _CONTEXT]}"
    by = judged.attribution
    return f"\n[{by.rule}] {by.speaker} ≠ {judged.source} ({by.cue})\n  {around!r}\n"


if __name__ == "__main__":
    main()
