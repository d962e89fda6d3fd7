"""Which category has a difference? The one file that says so.

By what it comes to, in this order: the writer's own words in brackets; tidying (`disfluencies.py` says what is); an
ellipsis; and else a change of substance, named for what changes the sense most: a run that turns "may" into "will"
and "the" into "a" is `modality`. How bad each category is stands in `styles.py`.
"""

from collections import Counter
from collections.abc import Callable, Sequence

from align.compare.alignment import QuoteAlignment
from align.compare.differences import TokenEdit
from align.compare.disfluencies import (
    earliest,
    is_contraction,
    is_echo,
    is_false_start,
    is_filler,
    is_half_contraction,
    is_repeat,
    keys,
)
from align.compare.locate import Speech
from align.compare.qualifiers import hides_qualifier
from align.compare.repairs import find_undone_repair
from align.compare.token import Token, cut
from align.languages import Language
from align.languages.base import Words
from align.records import Category, Span

_NEAR = 2  # tokens between a modal and the auxiliary that goes with it ("may not be"), or between two stumbles
_CLAUSE = 4  # tokens: a longer run left out or added is a clause, whatever words are in it


def categorize(aligned: QuoteAlignment, speech: Speech) -> tuple[Category, ...]:
    """Return the category of every difference of a quote, in order of print."""
    differences = aligned.differences
    categories = tuple(_category(item, aligned.printed, speech) for item in differences)
    return tuple(
        Category.MODALITY if _goes_with_modal(place, differences, categories, (aligned.printed, speech)) else category
        for place, category in enumerate(categories)
    )


def _category(item: TokenEdit, printed: Sequence[Token], speech: Speech) -> Category:
    tokens, language = speech.tokens, speech.language
    said, shown = cut(tokens, item.spoken), cut(printed, item.printed)
    if shown and all(token.is_bracketed for token in shown):
        return Category.BRACKET
    if not shown:
        return _category_left_out(item, speech)
    known = language.contractions
    if is_contraction(said, shown, known) or is_half_contraction(said, shown, _edges(item, printed), known):
        return Category.CONTRACTION
    around = (*_around(item.printed, printed), *_around(item.spoken, tokens))
    if not said and is_echo(shown, around, language.words):
        return Category.REPEAT
    if _is_mended_grammar(item, shown, speech):
        return Category.GRAMMAR
    return name_change(said, [token for token in shown if not token.is_bracketed], language)


def _around(span: Span, tokens: Sequence[Token]) -> Sequence[Token]:
    """Return the tokens beside a span, as many as a stumble reaches."""
    return (*tokens[max(0, span.start - _NEAR) : span.start], *tokens[span.end : span.end + _NEAR])


def _edges(item: TokenEdit, printed: Sequence[Token]) -> tuple[bool, bool]:
    """Return whether the quote begins and ends with this difference."""
    return item.printed.start == 0, item.printed.end == len(printed)


def _is_mended_grammar(item: TokenEdit, shown: Sequence[Token], speech: Speech) -> bool:
    tokens, span = speech.tokens, item.spoken
    before = tokens[span.start - 1].key if span.start else None
    behind = tokens[span.end].key if span.end < len(tokens) else None
    said, printed = (" ".join(keys(side)) for side in (cut(tokens, span), shown))
    return speech.language.is_mended_grammar(said, printed, before, behind)


def _category_left_out(item: TokenEdit, speech: Speech) -> Category:
    tokens, language = speech.tokens, speech.language
    said = cut(tokens, item.spoken)
    if is_filler(said, language.words, _is_set_off(item.spoken, tokens)):
        return Category.FILLER
    if is_repeat(tokens, earliest(item.spoken, tokens), language.words):
        return Category.REPEAT
    repair = find_undone_repair(tokens, item.spoken, language.words)
    if not repair and is_false_start(tokens, item.spoken, language):
        return Category.FALSE_START
    if item.is_marked:
        return Category.QUALIFIER if hides_qualifier(said, language.words) else Category.ELLIPSIS
    if repair:
        given_up, put_right = (cut(tokens, span) for span in repair)
        return name_change(put_right, given_up, language)
    return name_change(said, (), language)


def _is_set_off(span: Span, speech: Sequence[Token]) -> bool:
    return span.start > 0 and speech[span.start - 1].stop in (",", ".") and speech[span.end - 1].stop in (",", ".")


def _goes_with_modal(
    place: int,
    differences: Sequence[TokenEdit],
    categories: Sequence[Category],
    sides: tuple[Sequence[Token], Speech],
) -> bool:
    """Whether a changed auxiliary only follows from a changed modal beside it: one change, not two."""
    item, (printed, speech) = differences[place], sides
    words = (*keys(cut(speech.tokens, item.spoken)), *keys(cut(printed, item.printed)))
    if categories[place] not in (Category.FUNCTION_WORD, Category.INFLECTION):
        return False
    if not speech.language.words.auxiliaries.issuperset(words):
        return False
    near = range(max(0, place - _NEAR - 1), min(len(differences), place + _NEAR + 2))
    return any(
        categories[other] is Category.MODALITY and _distance(differences[other].printed, item.printed) <= _NEAR
        for other in near
    )


def _distance(one: Span, other: Span) -> int:
    return max(one.start, other.start) - min(one.end, other.end)


def name_change(spoken: Sequence[Token], printed: Sequence[Token], language: Language) -> Category:
    """Return the category of a change of substance: these words were spoken, those are in print instead.

    Of a language without words nobody can say more than that the content is another.
    """
    if not language.has_words:
        return Category.CONTENT
    if not printed and len(spoken) >= _CLAUSE:
        return Category.OMISSION
    if not spoken and len(printed) >= _CLAUSE:
        return Category.INSERTION
    if len(spoken) > 1 and Counter(keys(spoken)) == Counter(keys(printed)):
        return Category.ORDER
    for category, changes in _SENSES:
        is_known = category is not Category.NUMBER or language.has_number_words
        if is_known and changes(spoken, printed, language.words):
            return category
    return _plain_category(spoken, printed, language)


def _plain_category(spoken: Sequence[Token], printed: Sequence[Token], language: Language) -> Category:
    if _is_inflection(spoken, printed, language):
        return Category.INFLECTION
    if _are_light(spoken, printed, language.words):
        return Category.FUNCTION_WORD
    if not printed:
        return Category.OMISSION
    return Category.CONTENT if spoken else Category.INSERTION


def _are_light(spoken: Sequence[Token], printed: Sequence[Token], words: Words) -> bool:
    """Whether all words of both sides are without a content of their own."""
    exchanged = words.exchanged_words if spoken and printed else frozenset()
    light = (words.function_words, words.persons, words.pronoun_numbers, exchanged)
    return all(any(key in group for group in light) for key in keys((*spoken, *printed)))


def _negates(spoken: Sequence[Token], printed: Sequence[Token], words: Words) -> bool:
    """Whether one side denies what the other says: a negative word more or less, or a negative prefix."""
    denials = (sum(_is_negation(key, words) for key in keys(side)) for side in (spoken, printed))
    if len({many % 2 for many in denials}) == 2:
        return True
    pairs = [(one, other) for one in keys(spoken) for other in keys(printed)]
    return any(_is_denial(one, other, words) or _is_denial(other, one, words) for one, other in pairs)


def _is_negation(key: str, words: Words) -> bool:
    return key in words.negations or key.endswith(words.negative_endings)


def _is_denial(word: str, denied: str, words: Words) -> bool:
    """Whether `denied` is `word` with a negative prefix, or with an ending that says the opposite."""
    if len(word) > 2 and any(denied == prefix + word for prefix in words.negative_prefixes):
        return True
    return any(
        word.endswith(ending) and denied == word.removesuffix(ending) + opposite
        for ending, opposite in words.opposite_endings
    )


def _changes_number(spoken: Sequence[Token], printed: Sequence[Token], words: Words) -> bool:
    named = words.dates | words.number_units
    figures = {token.key for token in (*spoken, *printed) if token.is_number or token.key in named}
    return bool(figures - words.pronoun_numbers)


def _changes_modality(spoken: Sequence[Token], printed: Sequence[Token], words: Words) -> bool:
    return _modals(spoken, words) != _modals(printed, words)


def _modals(tokens: Sequence[Token], words: Words) -> Counter[str]:
    whole = (_positive(key, words) for key in keys(tokens) if key in words.modals)
    ends = words.modal_endings.items()
    contracted = (modal for key in keys(tokens) for ending, modal in ends if key.endswith(ending))
    return Counter((*whole, *contracted))


def _positive(modal: str, words: Words) -> str:
    if modal in words.modal_forms:
        return words.modal_forms[modal]
    for ending in words.negative_endings:
        modal = modal.removesuffix(ending)
    return modal


def _changes_quantity(spoken: Sequence[Token], printed: Sequence[Token], words: Words) -> bool:
    one, other = (Counter(key for key in keys(side) if key in words.quantities) for side in (spoken, printed))
    return one != other


def _changes_person(spoken: Sequence[Token], printed: Sequence[Token], words: Words) -> bool:
    """Whether somebody else is meant; a phrase left out or added with its pronoun ("in our laws") is only a phrase."""
    if not (spoken and printed) and not _are_light(spoken, printed, words):
        return False
    return _persons(spoken, words) != _persons(printed, words)


def _persons(tokens: Sequence[Token], words: Words) -> Counter[str]:
    return Counter(key.partition("'")[0] for key in keys(tokens) if key in words.persons)


def _changes_name(spoken: Sequence[Token], printed: Sequence[Token], words: Words) -> bool:
    """Whether print has a name that was not spoken, or lacks one altogether.

    A capital at the start of a sentence makes one, too, where a name was spoken.
    """
    if any(token.is_name for token in printed):
        return True
    telling = [token for token in printed if not _are_light((), [token], words)]
    is_perhaps = not printed or any(token.is_capital for token in telling)
    return is_perhaps and any(token.is_name for token in spoken)


_SENSES: tuple[tuple[Category, Callable[[Sequence[Token], Sequence[Token], Words], bool]], ...] = (
    (Category.NEGATION, _negates),
    (Category.NUMBER, _changes_number),
    (Category.MODALITY, _changes_modality),
    (Category.QUANTITY, _changes_quantity),
    (Category.PERSON, _changes_person),
    (Category.NAME, _changes_name),
)
"""In this order, because a change that does several is named for the worst of them."""


def _is_inflection(spoken: Sequence[Token], printed: Sequence[Token], language: Language) -> bool:
    return len(spoken) == len(printed) > 0 and all(
        language.stem(one) == language.stem(other) for one, other in zip(keys(spoken), keys(printed), strict=True)
    )
