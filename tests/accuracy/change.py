"""What is a planted change? The record of one, and what every generator of them needs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from align.records import Category, Severity, Span
from tests.accuracy import lexicon
from tests.accuracy.sound import is_audible

CLEARLY = 0.5
"""Distance of phonetic codes from which two words sound clearly different."""
CLOSED_CLASS = (
    lexicon.DETERMINERS
    | lexicon.PRONOUNS
    | lexicon.AUXILIARIES
    | lexicon.PREPOSITIONS
    | lexicon.CONJUNCTIONS
    | lexicon.LIMITING
)
SEVERITIES = {
    **dict.fromkeys((Category.FUNCTION_WORD, Category.INFLECTION), Severity.MINOR),
    **dict.fromkeys((Category.CONTENT, Category.OMISSION, Category.INSERTION, Category.ORDER), Severity.MAJOR),
    **dict.fromkeys((Category.NEGATION, Category.NUMBER, Category.NAME), Severity.CRITICAL),
    **dict.fromkeys((Category.PERSON, Category.MODALITY, Category.QUANTITY), Severity.CRITICAL),
}


@dataclass(frozen=True, slots=True)
class Quoted:
    """A word of a quote: as the reference writes it without its punctuation, and in lower case."""

    text: str
    bare: str
    opens_sentence: bool
    closes_clause: bool


Quotation = Sequence[Quoted]


@dataclass(frozen=True, slots=True)
class Change:
    """Print `printed` in place of the words at `at` (empty: before the word there)."""

    category: Category
    at: Span
    printed: tuple[str, ...]


def bare_at(quote: Quotation, position: int) -> str:
    """Return the bare word at `position`, or nothing outside the quote."""
    return quote[position].bare if 0 <= position < len(quote) else ""


def replace(category: Category, position: int, *printed: str) -> Change:
    """Return the change of one word."""
    return Change(category, Span(position, position + 1), printed)


def insert(category: Category, position: int, *printed: str) -> Change:
    """Return the change that adds words before `position`."""
    return Change(category, Span(position, position), printed)


def swaps(category: Category, table: Mapping[str, Sequence[str]], quote: Quotation) -> tuple[Change, ...]:
    """Return every replacement that a table of single words allows."""
    return tuple(
        replace(category, position, *other.split())
        for position, word in enumerate(quote)
        for other in table.get(word.bare, ())
    )


@cache
def alternatives(rows: tuple[str, ...]) -> Mapping[str, tuple[str, ...]]:
    """Return, for each word of the rows, the words of its rows that clearly sound different."""
    table: dict[str, tuple[str, ...]] = {}
    for row in rows:
        members = row.split()
        for word in members:
            others = tuple(other for other in members if is_audible(word, other, CLEARLY))
            table[word] = table.get(word, ()) + others
    return table


def plural(noun: str) -> str:
    """Return the regular plural of an English noun."""
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "sh", "ch", "x", "z")) else "s")


def is_statement(quote: Quotation, position: int) -> bool:
    """Whether the auxiliary at `position` follows its subject and precedes what it states."""
    before, following = bare_at(quote, position - 1), bare_at(quote, position + 1)
    questions = {"i", "what", "who", "where", "how", "unless", "if", "either", "and", "or"}
    return (
        position > 0
        and not quote[position].opens_sentence
        and not quote[position - 1].closes_clause
        and not quote[position].closes_clause
        and following
        not in lexicon.NEGATIONS | lexicon.PRONOUNS | lexicon.AUXILIARIES | lexicon.PREPOSITIONS | {"to", ""}
        and before not in questions
    )
