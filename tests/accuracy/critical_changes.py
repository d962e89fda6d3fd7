"""Changes that turn the meaning: negation, number, name, person, modality, quantity.

A generator sees the bare words of a quote and proposes; `plant` refuses what cannot be heard.
"""

from collections.abc import Iterator, Mapping
from functools import cache

from align.records import Category, Span
from tests.accuracy import lexicon
from tests.accuracy.change import (
    CLEARLY,
    CLOSED_CLASS,
    Change,
    Quotation,
    alternatives,
    bare_at,
    insert,
    is_statement,
    replace,
    swaps,
)
from tests.accuracy.sound import is_audible

_WITHOUT_NOT = {"can't": "can", "won't": "will"}
_ADDED = {
    **dict.fromkeys(("is", "are"), ("not",)),
    **dict.fromkeys(("was", "were", "had", "has", "have"), ("not", "never")),
    **dict.fromkeys(("will", "can", "could", "should", "would", "may", "might"), ("not", "hardly")),
}


def negation(quote: Quotation) -> Iterator[Change]:
    """Yield a `not`, `never`, `hardly` or prefix added or dropped."""
    for position, word in enumerate(quote):
        yield from _dropped_negation(quote, position)
        if word.bare in _opposites():
            yield replace(Category.NEGATION, position, _opposites()[word.bare])
        if is_statement(quote, position):
            yield from (insert(Category.NEGATION, position + 1, adverb) for adverb in _ADDED.get(word.bare, ()))


def _dropped_negation(quote: Quotation, position: int) -> Iterator[Change]:
    word, before, following = (bare_at(quote, at) for at in (position, position - 1, position + 1))
    if word in {"not", "never"} and position > 0 and following not in {"only", ""} and before != "if":
        yield Change(Category.NEGATION, Span(position, position + 1), ())
    if word == "no" and following not in {"more", "matter", "one", ""} and not quote[position].closes_clause:
        yield replace(Category.NEGATION, position, "some")
    if word.endswith("n't"):
        yield replace(Category.NEGATION, position, _WITHOUT_NOT.get(word, word.removesuffix("n't")))


@cache
def _opposites() -> Mapping[str, str]:
    pairs = dict(pair.split() for pair in lexicon.OPPOSITES.split("|"))
    return {**pairs, **{negative: positive for positive, negative in pairs.items()}}


def number(quote: Quotation) -> Iterator[Change]:
    """Yield another value of the same shape."""
    for position, word in enumerate(quote):
        first, hyphen, last = word.bare.rpartition("-")
        is_year = is_number(bare_at(quote, position + 1))
        if not hyphen:
            others = () if is_year else _numbers().get(last, ())
        else:
            others = _units().get(last, ()) if is_number(first) else ()
        yield from (replace(Category.NUMBER, position, first + hyphen + other) for other in others)
        if word.bare.isdigit():
            yield from (replace(Category.NUMBER, position, other) for other in _other_digits(word.bare))


def is_number(word: str) -> bool:
    """Whether the word is a number or opens one, as in `forty-two`."""
    return word.partition("-")[0] in _numbers()


@cache
def _units() -> Mapping[str, tuple[str, ...]]:
    units = lexicon.UNITS.split()
    return {unit: tuple(other for other in units if other != unit) for unit in units}


@cache
def _numbers() -> Mapping[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for row in (*lexicon.NUMBERS, *(pair for pair in lexicon.EASILY_MISHEARD.split("|"))):
        for word in row.split():
            table[word] = table.get(word, ()) + tuple(other for other in row.split() if other != word)
    return table


def _other_digits(digits: str) -> Iterator[str]:
    yield str(int(digits[0]) % 9 + 1) + digits[1:]
    if len(digits) == 2 and digits[1] == "0" and digits != "10":
        yield "1" + digits[0]


def name(quote: Quotation) -> Iterator[Change]:
    """Yield another person, place, people or month."""
    known = alternatives(lexicon.NAMES)
    for position, word in enumerate(quote):
        others = known.get(word.text, ())
        if not others and _is_surname(quote, position):
            others = tuple(other for other in lexicon.SURNAMES if is_audible(word.bare, other, CLEARLY))
        yield from (replace(Category.NAME, position, other) for other in others)


def _is_surname(quote: Quotation, position: int) -> bool:
    """Whether the word can only be a name: a capital, in a list or after a preposition, and no noun behind it."""
    word, before, following = quote[position], bare_at(quote, position - 1), bare_at(quote, position + 1)
    is_capital = word.text.istitle() and word.text.isalpha() and len(word.text) > 3 and not word.opens_sentence
    leads_in = before in lexicon.PREPOSITIONS | lexicon.CONJUNCTIONS | {"me", "mister", "mr"} or (
        position > 0 and quote[position - 1].closes_clause
    )
    leads_out = word.closes_clause or following in lexicon.AUXILIARIES | lexicon.PREPOSITIONS | {"", "and", "or"}
    return is_capital and leads_in and leads_out and word.bare not in CLOSED_CLASS | lexicon.ADVERBS


def person(quote: Quotation) -> Iterator[Change]:
    """Yield that somebody else did it; the verb fits both."""
    for change in swaps(Category.PERSON, lexicon.PERSONS, quote):
        word, following = bare_at(quote, change.at.start), bare_at(quote, change.at.end)
        is_object = following in {"", "own", *lexicon.AUXILIARIES, *lexicon.PREPOSITIONS, *lexicon.CONJUNCTIONS}
        is_possessive = not is_object and not quote[change.at.start].closes_clause
        if following not in {"am", "is", "was", "isn't", "wasn't", "has", "hasn't"} and (
            word != "her" or is_possessive
        ):
            yield change


def modality(quote: Quotation) -> Iterator[Change]:
    """Yield what is surer or less sure than was said."""
    for change in swaps(Category.MODALITY, lexicon.MODALS, quote):
        position = change.at.start
        word, before, following = (bare_at(quote, at) for at in (position, position - 1, position + 1))
        is_noun = before in lexicon.DETERMINERS or quote[position].text == "May"
        is_fitting = {
            "is": is_statement(quote, position),
            "are": is_statement(quote, position),
            "has": is_statement(quote, position) and following.endswith(("ed", "en")),
            "have": is_statement(quote, position) and following.endswith(("ed", "en")),
        }
        if is_fitting.get(word, not is_noun):
            yield change


def quantity(quote: Quotation) -> Iterator[Change]:
    """Yield more or fewer of them."""
    for change in swaps(Category.QUANTITY, lexicon.QUANTITIES, quote):
        word, before, following = (bare_at(quote, at) for at in (change.at.start, change.at.start - 1, change.at.end))
        is_count = following in {"of", "people", "men", "women"} or (
            following.endswith("s") and following not in {"as", "years"}
        )
        if word == "few" and before == "a" and is_count:
            yield Change(Category.QUANTITY, Span(change.at.start - 1, change.at.end), ("many",))
        elif is_count and before not in {
            "a",
            "an",
            "how",
            "so",
            "too",
            "at",
            "very",
            "small",
            "large",
            "almost",
            "other",
        }:
            yield change
    yield from _added_quantities(quote)


def _added_quantities(quote: Quotation) -> Iterator[Change]:
    counted = {*lexicon.QUANTITIES, "of", "both"}
    for position in range(len(quote) - 1):
        here, before, following = (bare_at(quote, at) for at in (position, position - 1, position + 1))
        if (
            here in {"the", "our", "these", "those", "their"}
            and _is_plural(following)
            and not quote[position].opens_sentence
            and before not in counted
        ):
            yield insert(Category.QUANTITY, position, "all")
            yield insert(Category.QUANTITY, position, "some", "of")


def _is_plural(word: str) -> bool:
    return len(word) > 4 and word.endswith("s") and not word.endswith(("ss", "'s", "us", "is"))
