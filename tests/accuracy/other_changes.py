"""Changes short of a turn of the meaning: content, omission, insertion, order, inflection, function word.

A generator sees the bare words of a quote and proposes; `plant` refuses what cannot be heard.
"""

from collections.abc import Iterator, Mapping
from functools import cache

from align.records import Category, Span
from tests.accuracy import lexicon
from tests.accuracy.change import (
    CLOSED_CLASS,
    Change,
    Quotation,
    alternatives,
    bare_at,
    insert,
    is_statement,
    plural,
    swaps,
)
from tests.accuracy.critical_changes import is_number
from tests.accuracy.sound import is_ending_audible

_LONGEST_PHRASE = 5
_BARE_FORM = frozenset({"thou", "that", "to"}) | lexicon.MODALS.keys() - lexicon.BE


@cache
def _content_table() -> Mapping[str, tuple[str, ...]]:
    plurals = tuple(" ".join(map(plural, row.split())) for row in lexicon.NOUN_CLASSES)
    forms = (zip(*(verb.split() for verb in row.split("|")), strict=True) for row in lexicon.VERB_CLASSES)
    verbs = tuple(" ".join(form) for row in forms for form in row)
    return alternatives(lexicon.NOUN_CLASSES + plurals + verbs + lexicon.ADJECTIVE_CLASSES)


def content(quote: Quotation) -> Iterator[Change]:
    """Yield another noun, verb or adjective; a capital may belong to a name."""
    for change in swaps(Category.CONTENT, _content_table(), quote):
        word = quote[change.at.start]
        if word.opens_sentence or word.text == word.bare:
            yield change


def omission(quote: Quotation) -> Iterator[Change]:
    """Yield a limiting phrase, an adverb or an adjective left out, never at an end: that would be a shorter quote."""
    for position in range(1, len(quote) - 1):
        if _is_modifier(quote, position):
            yield Change(Category.OMISSION, Span(position, position + 1), ())
        for end in range(position + 2, min(position + _LONGEST_PHRASE, len(quote) - 1) + 1):
            if _is_phrase(quote, position, end):
                yield Change(Category.OMISSION, Span(position, end), ())


def _is_modifier(quote: Quotation, position: int) -> bool:
    word, before = quote[position], quote[position - 1]
    is_attribute = word.bare in _adjectives() and before.bare in lexicon.DETERMINERS and not word.closes_clause
    return is_attribute or word.bare in lexicon.ADVERBS


@cache
def _adjectives() -> frozenset[str]:
    return frozenset(word for row in lexicon.ADJECTIVE_CLASSES for word in row.split())


def _is_phrase(quote: Quotation, start: int, end: int) -> bool:
    """Whether the words are a preposition, perhaps an article, and a noun or two, after which the sentence goes on."""
    first, *rest = (part.bare for part in quote[start:end])
    unbroken = not any(part.closes_clause for part in quote[start : end - 1])
    inner = CLOSED_CLASS | {*lexicon.QUANTITIES, *lexicon.NEGATIONS, *lexicon.PERSONS, "to", "which"}
    goes_on = quote[end - 1].closes_clause or quote[end].bare in lexicon.AUXILIARIES | lexicon.PREPOSITIONS | {"to"}
    has_name = any(part.text != part.bare for part in quote[start:end])
    return (
        first in lexicon.PREPOSITIONS
        and not has_name
        and not any(map(is_number, rest))
        and unbroken
        and goes_on
        and rest[0] not in inner - lexicon.DETERMINERS
        and not {*rest[1:]} & inner
        and rest[-1] not in inner
        and quote[start - 1].bare not in CLOSED_CLASS | {"only"}
    )


def insertion(quote: Quotation) -> Iterator[Change]:
    """Yield a word or a phrase that was never said."""
    nouns = {word for row in lexicon.NOUN_CLASSES for word in row.split()}
    for position in range(1, len(quote)):
        here, before = quote[position], quote[position - 1]
        if before.bare in lexicon.AUXILIARIES and is_statement(quote, position - 1):
            yield from (insert(Category.INSERTION, position, added) for added in lexicon.INSERTED_ADVERBS)
        if before.bare in {"the", "this", "my", "our"} and here.bare in nouns:
            yield from (insert(Category.INSERTION, position, added) for added in lexicon.INSERTED_ADJECTIVES)
        if before.closes_clause and not here.opens_sentence:
            yield from (insert(Category.INSERTION, position, *added.split()) for added in lexicon.INSERTED_PHRASES)


def inflection(quote: Quotation) -> Iterator[Change]:
    """Yield singular for plural, or another tense of the same verb."""
    for change in swaps(Category.INFLECTION, _inflections(), quote[:-1]):
        word, following = bare_at(quote, change.at.start), bare_at(quote, change.at.end)
        if is_ending_audible(word, change.printed[0], following) and bare_at(quote, change.at.start - 1) not in {
            "thou",
            "that",
        }:
            yield change


@cache
def _inflections() -> Mapping[str, tuple[str, ...]]:
    nouns = [noun for row in lexicon.NOUN_CLASSES for noun in row.split()]
    verbs = [verb.split() for row in lexicon.VERB_CLASSES for verb in row.split("|")]
    pairs = [(noun, plural(noun)) for noun in nouns] + [(base, past) for base, _, past, _ in verbs]
    return {**{first: (second,) for first, second in pairs}, **{second: (first,) for first, second in pairs}}


def function_word(quote: Quotation) -> Iterator[Change]:
    """Yield another article or preposition, or an article left out."""
    for change in swaps(Category.FUNCTION_WORD, lexicon.FUNCTION_WORDS, quote):
        if bare_at(quote, change.at.start) != "to" or bare_at(quote, change.at.end) in lexicon.DETERMINERS:
            yield change
    for position in range(1, len(quote) - 1):
        if quote[position].bare == "the":
            yield Change(Category.FUNCTION_WORD, Span(position, position + 1), ())


def order(quote: Quotation) -> Iterator[Change]:
    """Yield two items of a pair or a list the other way round."""
    for position in range(1, len(quote) - 1):
        first, middle, last = quote[position - 1 : position + 2]
        following = bare_at(quote, position + 2)
        is_closed = last.closes_clause or following in lexicon.AUXILIARIES | lexicon.PREPOSITIONS | {"", "to"}
        is_pair = middle.bare in lexicon.CONJUNCTIONS and not {first.bare, last.bare} & (CLOSED_CLASS | lexicon.ADVERBS)
        if is_pair and is_closed and not first.closes_clause and not middle.closes_clause:
            yield Change(Category.ORDER, Span(position - 1, position + 2), (last.text, middle.text, first.text))
        if (
            first.closes_clause
            and middle.closes_clause
            and last.closes_clause
            and not {middle.bare, last.bare} & CLOSED_CLASS
        ):
            yield Change(Category.ORDER, Span(position, position + 2), (f"{last.text},", middle.text))
