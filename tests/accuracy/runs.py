"""Runs of words that a reporter could quote without misleading anybody by where they begin and end."""

import re
from collections.abc import Iterator, Sequence
from random import Random

from align.records import Span
from tests.accuracy import lexicon
from tests.accuracy.references import FILLERS, Boundary, SpokenWord

SHORTEST, LONGEST = 5, 40
"""Words of a quote."""
_FROM_A_CLAUSE = 2 / 3
"""Share of the quotes that start where a clause does; the others start anywhere."""
_LEAST_PART = 4
"""Words of a sentence that are worth quoting beside another one."""
_UNENDING = (
    lexicon.DETERMINERS | lexicon.PREPOSITIONS | lexicon.AUXILIARIES | lexicon.CONJUNCTIONS | FILLERS | {"to", "than"}
)

Words = Sequence[SpokenWord]


def bare(text: str) -> str:
    """Return a word without the punctuation around it, in lower case."""
    return re.sub(r"^\W+|\W+$", "", text.replace("’", "'")).lower()


def is_clause_start(words: Words, at: int) -> bool:
    """Whether a clause starts at the word `at`."""
    return at == 0 or words[at - 1].ends >= Boundary.CLAUSE


def crosses_turn(words: Words, run: Span) -> bool:
    """Whether somebody else speaks within the run."""
    return any(word.ends is Boundary.TURN for word in words[run.start : run.end - 1])


def find_runs(words: Words) -> tuple[Span, ...]:
    """Return every run that could be quoted."""
    starts = [at for at in range(len(words)) if _can_start(words, at)]
    ends = {end for end in range(1, len(words) + 1) if _can_end(words, end)}
    runs = (Span(start, end) for start in starts for end in range(start + SHORTEST, start + LONGEST + 1) if end in ends)
    return tuple(run for run in runs if not crosses_turn(words, run) and not _has_stump(words, run))


def _has_stump(words: Words, run: Span) -> bool:
    """Whether the run begins or ends with a word or two of another sentence."""
    inner = [at + 1 - run.start for at in range(run.start, run.end - 1) if words[at].ends >= Boundary.SENTENCE]
    return bool(inner) and (inner[0] < _LEAST_PART or len(run) - inner[-1] < _LEAST_PART)


def _can_start(words: Words, at: int) -> bool:
    here = bare(words[at].text)
    if is_clause_start(words, at):
        return here not in FILLERS
    before = bare(words[at - 1].text)
    return not before.endswith("n't") and not {before, here} & (
        lexicon.NEGATIONS | lexicon.LIMITING | lexicon.CONJUNCTIONS | FILLERS
    )


def _can_end(words: Words, end: int) -> bool:
    ends_clause = words[end - 1].ends >= Boundary.CLAUSE or end == len(words)
    following = bare(words[end].text) if end < len(words) else ""
    return ends_clause and bare(words[end - 1].text) not in _UNENDING and following not in lexicon.LIMITING


def draw_runs(words: Words, random: Random) -> Iterator[Span]:
    """Yield runs without end, most of them from the start of a clause, none that was said twice."""
    said = _joined(words, Span(0, len(words)))
    everywhere = tuple(run for run in find_runs(words) if said.count(_joined(words, run)) == 1)
    at_clauses = tuple(run for run in everywhere if is_clause_start(words, run.start))
    while everywhere:
        yield random.choice(at_clauses if at_clauses and random.random() < _FROM_A_CLAUSE else everywhere)


def _joined(words: Words, run: Span) -> str:
    return " ".join(["", *(bare(word.text) for word in words[run.start : run.end]), ""])


def tidy_positions(words: Words, run: Span) -> tuple[int, ...]:
    """Return the positions of a run that a reporter prints: no filler, no broken word, no stutter."""
    return tuple(at for at in range(run.start, run.end) if not _is_tidied(words, at, run.end))


def _is_tidied(words: Words, at: int, end: int) -> bool:
    here, following = (bare(words[position].text) if position < end else "" for position in (at, at + 1))
    is_stutter = here == following and here in lexicon.DETERMINERS | lexicon.PRONOUNS | lexicon.PREPOSITIONS
    return here in FILLERS or words[at].text.endswith("-") or is_stutter
