"""What shall the articles quote? Faithful quotes, and quotes with one planted change each, drawn by a seeded generator.

The truth that comes with each is what the score is measured against, so whatever could be argued about is not planted.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from random import Random
from typing import Protocol

from align.records import Category, Severity, Span
from tests.accuracy import critical_changes, lexicon, other_changes
from tests.accuracy.change import SEVERITIES, Change, Quotation, Quoted
from tests.accuracy.printing import join, printed_words, tidy_contraction
from tests.accuracy.references import Boundary, Reference
from tests.accuracy.runs import (
    LONGEST,
    SHORTEST,
    Words,
    bare,
    crosses_turn,
    draw_runs,
    find_runs,
    is_clause_start,
    tidy_positions,
)
from tests.accuracy.sound import fold, sound_distance

_SPLICE_GAP = 20
"""Words that lie between two spliced parts at least: some 8 s of speech."""
_FAITHFUL_EVERY, _TIDIED_EVERY, _CHANGE_EVERY, _SPLICE_EVERY, _FABRICATED_EVERY = 11, 40, 70, 60, 70
"""Words of reference for one faithful quote, one tidied, one change per category, one splice, one invention."""
_MOST_CUTS = 6
_LEAST_DISTANCE = 0.2
"""Of the phonetic codes of a planted change: below it, a listener could dispute it."""
_TRIES = 60


class Sort(StrEnum):
    """What a planted quote is, and so what should be said of it."""

    FAITHFUL = "faithful"
    TIDIED = "tidied"
    ALTERED = "altered"
    SPLICED = "spliced"
    CUT = "cut qualifier"
    FABRICATED = "fabricated"
    TITLE = "title"
    SCARE = "scare"
    TIMED = "timed"  # as it was said, from where to where somebody timed it by hand


@dataclass(frozen=True, slots=True)
class Truth:
    """A planted change: `chars` of the printed words in the quote's text (empty where words were left out)."""

    category: Category
    severity: Severity
    chars: Span
    printed: str
    spoken: str


@dataclass(frozen=True, slots=True)
class Planted:
    """A quote to print. `parts` are the reference's words it repeats, in order of print; none if nobody said it."""

    sort: Sort
    text: str
    parts: tuple[Span, ...]
    truth: Truth | None = None


class Generator(Protocol):
    """Proposes the changes of one category."""

    def __call__(self, quote: Quotation, /) -> Iterator[Change]:
        """Yield every change that could be printed."""
        ...


GENERATORS: Mapping[Category, Generator] = {
    Category.NEGATION: critical_changes.negation,
    Category.NUMBER: critical_changes.number,
    Category.NAME: critical_changes.name,
    Category.PERSON: critical_changes.person,
    Category.MODALITY: critical_changes.modality,
    Category.QUANTITY: critical_changes.quantity,
    Category.CONTENT: other_changes.content,
    Category.OMISSION: other_changes.omission,
    Category.INSERTION: other_changes.insertion,
    Category.ORDER: other_changes.order,
    Category.INFLECTION: other_changes.inflection,
    Category.FUNCTION_WORD: other_changes.function_word,
}


def plant(reference: Reference, seed: int) -> tuple[Planted, ...]:
    """Return the quotes to print from one recording; the same seed gives the same ones."""
    words, size = reference.words, len(reference.words)

    def draw(what: str) -> Random:
        """Return a generator of its own for each sort: more of one never disturbs another."""
        return Random(f"{seed}:{reference.name}:{what}")  # noqa: S311  (drawing examples, not secrets)

    return (
        *_faithful(words, draw("faithful"), 1 + size // _FAITHFUL_EVERY),
        *_contracted(words, draw("tidied"), size // _TIDIED_EVERY),
        *chain(*(altered(words, draw(category), category, 1 + size // _CHANGE_EVERY) for category in GENERATORS)),
        *_spliced(words, draw("spliced"), size // _SPLICE_EVERY),
        *_cut(words, draw("cut")),
        *_fabricated(words, draw("fabricated"), 1 + size // _FABRICATED_EVERY),
    )


def timed_quotes(reference: Reference) -> tuple[Planted, ...]:
    """Return every stretch that was timed by hand and is long enough to quote, as it was said."""
    random = Random(reference.name)  # noqa: S311  (drawing examples, not secrets)
    runs = (timed.words for timed in reference.timed if SHORTEST <= len(timed.words) <= 2 * LONGEST)
    return tuple(
        Planted(Sort.TIMED, join(printed_words(reference.words, range(run.start, run.end), random))[0], (run,))
        for run in runs
    )


# --- nothing to fault -------------------------------------------------------------------------------------------------


def _faithful(words: Words, random: Random, many: int) -> Iterator[Planted]:
    """Yield quotes as they were said, without what any reporter tidies away; no two mostly the same words."""
    drawn: list[Span] = []
    for _, run in zip(range(_TRIES * many), draw_runs(words, random), strict=False):
        kept = tidy_positions(words, run)
        if len(drawn) < many and len(kept) >= SHORTEST and not any(_is_mostly(run, other) for other in drawn):
            drawn.append(run)
            sort = Sort.FAITHFUL if len(kept) == len(run) else Sort.TIDIED
            yield Planted(sort, join(printed_words(words, kept, random))[0], (run,))


def _is_mostly(first: Span, second: Span) -> bool:
    """Whether more than half of the shorter run is in the other."""
    return 2 * (min(first.end, second.end) - max(first.start, second.start)) > min(len(first), len(second))


def _contracted(words: Words, random: Random, many: int) -> Iterator[Planted]:
    """Yield quotes in which one contraction is written out, or one pair of words contracted."""
    found: dict[Span, Planted] = {}
    for _, run in zip(range(_TRIES * many), draw_runs(words, random), strict=False):
        kept = tidy_positions(words, run)
        tokens = tidy_contraction(printed_words(words, kept, random))
        if tokens and len(found) < many:
            found[run] = Planted(Sort.TIDIED, join(tokens)[0], (run,))
    yield from found.values()


# --- one planted change -----------------------------------------------------------------------------------------------


def altered(words: Words, random: Random, category: Category, many: int) -> Iterator[Planted]:
    """Yield quotes with one change of the category, each at another word of the recording."""
    places: set[int] = set()
    said = fold(" ".join(word.text for word in words))
    for _, run in zip(range(_TRIES * many), draw_runs(words, random), strict=False):
        kept = tidy_positions(words, run)
        quote = _quoted(words, kept)
        proposals = [change for change in GENERATORS[category](quote) if kept[change.at.start] not in places]
        random.shuffle(proposals)
        change = next((change for change in proposals if _can_be_heard(words, kept, change)), None)
        if change and len(kept) >= SHORTEST:
            text, truth = _apply(printed_words(words, kept, random), quote, change)
            if fold(text) not in said:
                places.add(kept[change.at.start])
                yield Planted(Sort.ALTERED, text, (run,), truth)
        if len(places) == many:
            return


def _quoted(words: Words, kept: Sequence[int]) -> tuple[Quoted, ...]:
    return tuple(
        Quoted(
            re.sub(r"^\W+|\W+$", "", words[at].text),
            bare(words[at].text),
            at == 0 or words[at - 1].ends >= Boundary.SENTENCE or words[at].opens_line,
            words[at].ends >= Boundary.CLAUSE,
        )
        for at in kept
    )


def _can_be_heard(words: Words, kept: Sequence[int], change: Change) -> bool:
    """Whether the change folds apart, sounds apart, and is no repeat of a neighbour."""
    spoken = [bare(words[at].text) for at in kept[change.at.start : change.at.end]]
    around = {bare(words[kept[at]].text) for at in (change.at.start - 1, change.at.end) if 0 <= at < len(kept)}
    edges = {*spoken[:1], *spoken[-1:], *change.printed[:1], *change.printed[-1:]}
    said, printed = " ".join(spoken), " ".join(change.printed)
    is_far = not said or not printed or sound_distance(said, printed) >= _LEAST_DISTANCE
    return not around & edges and is_far and fold(said) != fold(printed)


def _apply(tokens: Sequence[str], quote: Quotation, change: Change) -> tuple[str, Truth]:
    """Return the printed text with the change in it, and where it is."""
    before, old, after = tokens[: change.at.start], tokens[change.at.start : change.at.end], tokens[change.at.end :]
    trail = _trail(old[-1]) if old else ""
    new = list(change.printed)
    if new and old:
        new = [_capital_like(old[0], new[0]), *new[1:]]
        new[-1] += trail
    elif trail and not _trail(before[-1]):
        before = [*before[:-1], before[-1] + trail]
    text, spans = join([*before, *new, *after])
    start = spans[len(before)].start if new else spans[len(before) - 1].end
    end = spans[len(before) + len(new) - 1].end - len(trail) if new else start
    spoken = " ".join(word.text for word in quote[change.at.start : change.at.end])
    return text, Truth(change.category, SEVERITIES[change.category], Span(start, end), text[start:end], spoken)


def _trail(token: str) -> str:
    return token[len(re.sub(r"\W+$", "", token)) :]


def _capital_like(old: str, new: str) -> str:
    return new[:1].upper() + new[1:] if old[:1].isupper() and old != "I" else new


# --- whole quotes that mislead ----------------------------------------------------------------------------------------


def _spliced(words: Words, random: Random, many: int) -> Iterator[Planted]:
    """Yield two parts that lie apart as if they were one sentence."""
    runs = [run for run in find_runs(words) if is_clause_start(words, run.start) and len(run) <= LONGEST // 2]
    pairs = ((random.choice(runs), random.choice(runs)) for _ in range(_TRIES * many if runs else 0))
    apart = (pair for pair in pairs if max(pair[1].start - pair[0].end, pair[0].start - pair[1].end) >= _SPLICE_GAP)
    for _, (first, last) in zip(range(many), apart, strict=False):
        opening = printed_words(words, tidy_positions(words, first), random)
        closing = printed_words(words, tidy_positions(words, last), random)
        opening = (*opening[:-1], re.sub(r"[.?!]+$", "", opening[-1]))
        yield Planted(Sort.SPLICED, join([*opening, *closing])[0], (first, last))


def _cut(words: Words, random: Random) -> Iterator[Planted]:
    """Yield quotes that stop right before the clause that limits them."""
    ends = [at for at in range(SHORTEST, len(words)) if _is_limited(words, at)]
    for end in ends[:_MOST_CUTS]:
        run = Span(max(at for at in range(end - SHORTEST + 1) if is_clause_start(words, at)), end)
        if len(run) <= LONGEST and not crosses_turn(words, Span(run.start, end + 1)):
            yield Planted(Sort.CUT, join(printed_words(words, tidy_positions(words, run), random))[0], (run,))


def _is_limited(words: Words, at: int) -> bool:
    """Whether a limiting clause of the same sentence begins at `at`; the `but` of "not only … but" limits nothing."""
    word, ends = bare(words[at].text), words[at - 1].ends
    before = {bare(word.text) for word in words[max(0, at - 12) : at]}
    if word in {"unless", "except"}:
        return ends < Boundary.TURN
    return (
        word in {"but", "although", "though", "until"} and ends is Boundary.CLAUSE and not before & {"only", "merely"}
    )


def _fabricated(words: Words, random: Random, many: int) -> Iterator[Planted]:
    """Yield fluent sentences on a theme of the recording that nobody said."""
    nouns = {noun for row in lexicon.NOUN_CLASSES for noun in row.split()}
    themes = sorted({bare(word.text) for word in words} & nouns) or lexicon.THEMES
    for template in random.sample(lexicon.FABRICATED, min(many, len(lexicon.FABRICATED))):
        yield Planted(Sort.FABRICATED, template.format(theme=random.choice(themes)).rstrip("."), ())
