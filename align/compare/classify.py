"""Which category has a difference, in the place where it stands?"""

from collections.abc import Sequence

from align.compare.alignment import QuoteAlignment
from align.compare.categories import categorize
from align.compare.differences import TokenEdit
from align.compare.disfluencies import (
    correction,
    is_contraction,
    is_echo,
    is_false_start,
    is_filler,
    is_grammar,
    is_half_contraction,
    is_repeat,
    keys,
)
from align.compare.locate import Speech
from align.compare.token import Token, cut
from align.records import Category, Span

_AUXILIARIES = frozenset("be is are was were been being am have has had do does did to".split())
_NEAR = 2  # tokens between a modal and the auxiliary that goes with it ("may not be"), or between two stumbles


def classify(aligned: QuoteAlignment, speech: Speech) -> tuple[Category, ...]:
    """Return the category of every difference of a quote, in order of print."""
    categories = tuple(_category(item, aligned.printed, speech.tokens) for item in aligned.differences)
    return tuple(
        Category.MODALITY if _goes_with_modal(place, aligned, categories, speech) else category
        for place, category in enumerate(categories)
    )


def _category(item: TokenEdit, printed: Sequence[Token], speech: Sequence[Token]) -> Category:
    said, shown = cut(speech, item.spoken), cut(printed, item.printed)
    if shown and all(token.is_bracketed for token in shown):
        return Category.BRACKET
    if not shown:
        return _category_left_out(item, speech)
    before = speech[item.spoken.start - 1].key if item.spoken.start else None
    after = speech[item.spoken.end].key if item.spoken.end < len(speech) else None
    if is_contraction(said, shown) or is_half_contraction(said, shown, _edges(item, printed)):
        return Category.CONTRACTION
    if not said and is_echo(shown, (*_around(item.printed, printed), *_around(item.spoken, speech))):
        return Category.REPEAT
    if is_grammar(said, shown, before, after):
        return Category.GRAMMAR
    return categorize(said, [token for token in shown if not token.is_bracketed])


def _around(span: Span, tokens: Sequence[Token]) -> Sequence[Token]:
    """Return the tokens beside a span, as many as a stumble reaches."""
    return (*tokens[max(0, span.start - _NEAR) : span.start], *tokens[span.end : span.end + _NEAR])


def _edges(item: TokenEdit, printed: Sequence[Token]) -> tuple[bool, bool]:
    """Return whether the quote begins and ends with this difference."""
    return item.printed.start == 0, item.printed.end == len(printed)


def _category_left_out(item: TokenEdit, speech: Sequence[Token]) -> Category:
    said = cut(speech, item.spoken)
    if is_filler(said, _is_set_off(item.spoken, speech)):
        return Category.FILLER
    if is_repeat(speech, _earliest(item.spoken, speech)):
        return Category.REPEAT
    if is_false_start(speech, item.spoken):
        return Category.FALSE_START
    if item.is_marked:
        return Category.ELLIPSIS
    if taken_back := correction(speech, item.spoken):
        replaced = speech[item.spoken.start - 1 : item.spoken.start]
        return categorize(cut(speech, taken_back), replaced)
    return categorize(said, ())


def _earliest(left_out: Span, speech: Sequence[Token]) -> Span:
    """Return the earliest span that could as well be the one left out: of a repeat, the first copy goes."""
    while left_out.start and speech[left_out.start - 1].key == speech[left_out.end - 1].key:
        left_out = Span(left_out.start - 1, left_out.end - 1)
    return left_out


def _is_set_off(span: Span, speech: Sequence[Token]) -> bool:
    return span.start > 0 and speech[span.start - 1].stop in (",", ".") and speech[span.end - 1].stop in (",", ".")


def _goes_with_modal(place: int, aligned: QuoteAlignment, categories: Sequence[Category], speech: Speech) -> bool:
    """Whether a changed auxiliary only follows from a changed modal beside it: one change, not two."""
    item = aligned.differences[place]
    words = (*keys(cut(speech.tokens, item.spoken)), *keys(cut(aligned.printed, item.printed)))
    if categories[place] not in (Category.FUNCTION_WORD, Category.INFLECTION) or not _AUXILIARIES.issuperset(words):
        return False
    return any(
        category is Category.MODALITY and _distance(other.printed, item.printed) <= _NEAR
        for other, category in zip(aligned.differences, categories, strict=True)
    )


def _distance(one: Span, other: Span) -> int:
    return max(one.start, other.start) - min(one.end, other.end)
