"""Which sort of change is a difference, and how bad is that sort?

What changes the sense most names the whole: a run that turns "may" into "will" and "the" into "a" is `modality`.
"""

from collections import Counter
from collections.abc import Callable, Sequence

import snowballstemmer

from align.compare.disfluencies import keys
from align.compare.lexicon import (
    DATES,
    FUNCTION_WORDS,
    IRREGULAR,
    MODAL_ENDINGS,
    MODALS,
    NEGATIONS,
    NEGATIVE_PREFIXES,
    PERSONS,
    QUANTITIES,
)
from align.compare.token import Token
from align.records import Category, Severity

SEVERITIES: dict[Category, Severity] = {
    **dict.fromkeys(
        (
            Category.FILLER, Category.REPEAT, Category.FALSE_START, Category.CONTRACTION, Category.GRAMMAR,
            Category.SPELLING, Category.BRACKET, Category.ELLIPSIS,
        ),
        Severity.NONE,
    ),
    **dict.fromkeys((Category.FUNCTION_WORD, Category.INFLECTION), Severity.MINOR),
    **dict.fromkeys(
        (Category.CONTENT, Category.OMISSION, Category.INSERTION, Category.QUALIFIER, Category.ORDER), Severity.MAJOR
    ),
    **dict.fromkeys(
        (
            Category.NEGATION, Category.NUMBER, Category.NAME, Category.PERSON, Category.MODALITY, Category.QUANTITY,
        ),
        Severity.CRITICAL,
    ),
}  # fmt: skip
"""The report contract's table."""

_CLAUSE = 4  # tokens: a longer run left out or added is a clause, whatever words are in it

_stem = snowballstemmer.stemmer("english").stemWord


def categorize(spoken: Sequence[Token], printed: Sequence[Token]) -> Category:
    """Return the category of a change of substance: these words were spoken, those are in print instead."""
    if not printed and len(spoken) >= _CLAUSE:
        return Category.OMISSION
    if not spoken and len(printed) >= _CLAUSE:
        return Category.INSERTION
    if len(spoken) > 1 and Counter(keys(spoken)) == Counter(keys(printed)):
        return Category.ORDER
    return next(
        (category for category, applies in _SENSES if applies(spoken, printed)),
        _plain_category(spoken, printed),
    )


def _plain_category(spoken: Sequence[Token], printed: Sequence[Token]) -> Category:
    if _is_inflection(spoken, printed):
        return Category.INFLECTION
    if all(map(_is_light, (*keys(spoken), *keys(printed)))):
        return Category.FUNCTION_WORD
    if not printed:
        return Category.OMISSION
    return Category.CONTENT if spoken else Category.INSERTION


def _is_light(key: str) -> bool:
    return key in FUNCTION_WORDS or key in PERSONS or key == "1"


def _negates(spoken: Sequence[Token], printed: Sequence[Token]) -> bool:
    """Whether one side denies what the other says: a negative word more or less, or a negative prefix."""
    if _count(spoken, is_negation) % 2 != _count(printed, is_negation) % 2:
        return True
    return any(_is_denial(a, b) or _is_denial(b, a) for a in keys(spoken) for b in keys(printed))


def is_negation(key: str) -> bool:
    """Whether the word denies."""
    return key in NEGATIONS or key.endswith("n't")


def _is_denial(word: str, denied: str) -> bool:
    """Whether `denied` is `word` with a negative prefix, or with -less for -ful."""
    if len(word) > 2 and any(denied == prefix + word for prefix in NEGATIVE_PREFIXES):
        return True
    return word.endswith("ful") and denied == word[:-3] + "less"


def _changes_number(spoken: Sequence[Token], printed: Sequence[Token]) -> bool:
    figures = {token.key for token in (*spoken, *printed) if token.is_number or token.key in DATES}
    return bool(figures - {"1"})  # by itself "one" is a pronoun more often than a number


def _changes_modality(spoken: Sequence[Token], printed: Sequence[Token]) -> bool:
    return _modals(spoken) != _modals(printed)


def _modals(tokens: Sequence[Token]) -> Counter[str]:
    plain = {"can't": "can", "cannot": "can", "won't": "will"}
    found = (plain.get(key, key.removesuffix("n't")) for key in keys(tokens) if key in MODALS)
    endings = ("will" if key.endswith("'ll") else "would" for key in keys(tokens) if key.endswith(MODAL_ENDINGS))
    return Counter((*found, *endings))


def _changes_one_of(words: frozenset[str]) -> Callable[[Sequence[Token], Sequence[Token]], bool]:
    def changes(spoken: Sequence[Token], printed: Sequence[Token]) -> bool:
        return Counter(k for k in keys(spoken) if k in words) != Counter(k for k in keys(printed) if k in words)

    return changes


def _changes_person(spoken: Sequence[Token], printed: Sequence[Token]) -> bool:
    """Whether somebody else is meant; a phrase left out or added with its pronoun ("in our laws") is only a phrase."""
    if not (spoken and printed) and not all(_is_light(key) for key in (*keys(spoken), *keys(printed))):
        return False
    return _persons(spoken) != _persons(printed)


def _persons(tokens: Sequence[Token]) -> Counter[str]:
    return Counter(key.partition("'")[0] for key in keys(tokens) if key in PERSONS)


def _changes_name(spoken: Sequence[Token], printed: Sequence[Token]) -> bool:
    """Whether print has a name that was not spoken, or lacks one altogether."""
    names = any(token.is_name for token in printed)
    return names or (not printed and any(token.is_name for token in spoken))


_SENSES: tuple[tuple[Category, Callable[[Sequence[Token], Sequence[Token]], bool]], ...] = (
    (Category.NEGATION, _negates),
    (Category.NUMBER, _changes_number),
    (Category.MODALITY, _changes_modality),
    (Category.QUANTITY, _changes_one_of(QUANTITIES)),
    (Category.PERSON, _changes_person),
    (Category.NAME, _changes_name),
)
"""In this order, because a change that does several is named for the worst of them."""


def _is_inflection(spoken: Sequence[Token], printed: Sequence[Token]) -> bool:
    return len(spoken) == len(printed) > 0 and all(
        _stem_of(a) == _stem_of(b) for a, b in zip(keys(spoken), keys(printed), strict=True)
    )


def _stem_of(key: str) -> str:
    return IRREGULAR.get(key) or str(_stem(key))


def _count(tokens: Sequence[Token], is_one: Callable[[str], bool]) -> int:
    return sum(map(is_one, keys(tokens)))
