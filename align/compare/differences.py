"""What differs within one stretch of speech that a quote repeats?

What only looks like a difference (one word written as two, a symbol read aloud) is folded away here; stumbles stand
apart from changes of words, and two changes that only swap places are one.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from align.compare.diff import Pair, is_same
from align.compare.disfluencies import is_filler, is_repeat, keys
from align.compare.phonetics import is_same_sound, similarity
from align.compare.token import Token, cut
from align.languages import Language
from align.records import Span

_ALIKE = 0.7  # similarity from which two words are one and the same, misheard, rather than one put for the other


@dataclass(frozen=True, slots=True)
class TokenEdit:
    """These spoken tokens stand where print has those; either may be empty.

    `is_marked`: by an ellipsis. `is_swap`: both sides have the same words, in another order.
    """

    printed: Span
    spoken: Span
    is_marked: bool = False
    is_swap: bool = False


def find_differences(
    run: Sequence[Pair], printed: Sequence[Token], speech: Sequence[Token], language: Language
) -> tuple[TokenEdit, ...]:
    """Return the differences within one part, in order of print."""
    found: list[TokenEdit] = []
    stretch: list[Pair] = []
    anchor = (run[0][0] or 0, next((spoken for _, spoken in run if spoken is not None), 0))
    for place, spoken in (*run, (-1, -1)):
        is_end = place == -1
        if not is_end and (place is None or spoken is None or not is_same(printed[place], speech[spoken])):
            stretch.append((place, spoken))
            continue
        for piece in _pieces(stretch, printed, speech, language):
            item = _difference(piece, anchor)
            found += _fold(item, printed, speech, language)
            anchor = (item.printed.end, item.spoken.end)
        stretch = []
        if place is not None and spoken is not None:
            anchor = (place + 1, spoken + 1)
    return tuple(_reordered(found, printed, speech))


_NEAR = 4  # tokens between two changes that may be one: words that changed places


def _reordered(found: Sequence[TokenEdit], printed: Sequence[Token], speech: Sequence[Token]) -> Iterator[TokenEdit]:
    """Yield the differences, two that only put the same words in another order as one."""
    at = 0
    while at < len(found):
        both = _swap(found[at : at + 2], printed, speech)
        yield both or found[at]
        at += 2 if both else 1


def _swap(pair: Sequence[TokenEdit], printed: Sequence[Token], speech: Sequence[Token]) -> TokenEdit | None:
    if len(pair) < 2 or pair[1].printed.start - pair[0].printed.end > _NEAR:
        return None
    printed_span = Span(pair[0].printed.start, pair[1].printed.end)
    both = TokenEdit(printed_span, Span(pair[0].spoken.start, pair[1].spoken.end), is_swap=True)
    said, shown = keys(cut(speech, both.spoken)), keys(cut(printed, both.printed))
    return both if Counter(said) == Counter(shown) and said != shown else None


def _pieces(
    stretch: Sequence[Pair], printed: Sequence[Token], speech: Sequence[Token], language: Language
) -> Iterator[Sequence[Pair]]:
    """Yield a stretch of unlike pairs, stumbles before and behind a change of words apart from it."""
    start = next((at for at, (place, _) in enumerate(stretch) if place is not None), len(stretch))
    end = next((at for at in range(len(stretch), start, -1) if stretch[at - 1][0] is not None), start)
    if start == end:
        start = end = 0
    start = start if _is_stumble(stretch[:start], speech, language) else 0
    end = end if _is_stumble(stretch[end:], speech, language) else len(stretch)
    changed = _by_sound(stretch[start:end], printed, speech, language)
    yield from filter(None, (stretch[:start], *changed, stretch[end:]))


def _by_sound(
    stretch: Sequence[Pair], printed: Sequence[Token], speech: Sequence[Token], language: Language
) -> Iterator[Sequence[Pair]]:
    """Yield a stretch divided where words that sound alike stand beside words that do not."""
    start, last = 0, None
    for at, (place, spoken) in enumerate(stretch):
        if place is None or spoken is None:
            continue
        alike = similarity([speech[spoken].key], [printed[place].key], language) >= _ALIKE
        if last is not None and alike is not last:
            yield stretch[start:at]
            start = at
        last = alike
    yield stretch[start:]


def _is_stumble(left_out: Sequence[Pair], speech: Sequence[Token], language: Language) -> bool:
    places = [place for _, place in left_out if place is not None]
    if not places:
        return False
    span = Span(places[0], places[-1] + 1)
    return is_filler(cut(speech, span), language.words) or is_repeat(speech, span, language.words)


def _difference(stretch: Sequence[Pair], anchor: tuple[int, int]) -> TokenEdit:
    printed = [place for place, _ in stretch if place is not None]
    spoken = [place for _, place in stretch if place is not None]
    return TokenEdit(
        Span(printed[0], printed[-1] + 1) if printed else Span(anchor[0], anchor[0]),
        Span(spoken[0], spoken[-1] + 1) if spoken else Span(anchor[1], anchor[1]),
    )


def _fold(
    item: TokenEdit, printed: Sequence[Token], speech: Sequence[Token], language: Language
) -> Iterator[TokenEdit]:
    """Yield what is left of a difference once words written differently are taken for the same."""
    said, shown = cut(speech, item.spoken), cut(printed, item.printed)
    if said and shown and is_same_joined(said, shown, language):
        return
    if not shown and _is_symbol_read(item, printed, said, language):
        return
    if not shown and _is_only_read(item, speech, language):
        return
    yield from _split_off_fillers(item, printed, speech, language.words.fillers)


def _is_symbol_read(item: TokenEdit, printed: Sequence[Token], said: Sequence[Token], language: Language) -> bool:
    """Whether the spoken words name the sign that joins two printed ones ("and slash or" for "and/or")."""
    is_joint = item.printed.start > 0 and printed[item.printed.start - 1].stop == "/"
    return is_joint and all(token.key in language.words.symbol_names for token in said)


def _split_off_fillers(
    item: TokenEdit, printed: Sequence[Token], speech: Sequence[Token], fillers: Collection[str]
) -> Iterator[TokenEdit]:
    """Yield fillers at either end of the spoken words as differences of their own."""
    start, end = item.spoken.start, item.spoken.end
    while start < end and speech[start].key in fillers:
        start += 1
    while end > start and speech[end - 1].key in fillers:
        end -= 1
    if not item.printed and start == end:
        start = end = item.spoken.start
    is_marked = bool(item.printed.start < len(printed) and printed[item.printed.start].after_gap)
    if start > item.spoken.start:
        yield TokenEdit(Span(item.printed.start, item.printed.start), Span(item.spoken.start, start))
    if item.printed or end > start:
        yield TokenEdit(item.printed, Span(start, end), is_marked)
    if end < item.spoken.end:
        yield TokenEdit(Span(item.printed.end, item.printed.end), Span(end, item.spoken.end))


def _is_only_read(item: TokenEdit, speech: Sequence[Token], language: Language) -> bool:
    """Whether the spoken words only belong to how a date or a time beside them is read."""
    before, behind = speech[max(0, item.spoken.start - 1)], speech[min(item.spoken.end, len(speech) - 1)]
    return language.is_only_read(keys(cut(speech, item.spoken)), before.key, behind.key)


def is_same_joined(said: Sequence[Token], shown: Sequence[Token], language: Language) -> bool:
    """Whether two runs are the same but for their division into words ("in-built", "I O P C", "twenty twenty-four")."""
    if len(said) == len(shown) or not said or not shown:
        return False
    joined = ["".join(keys(tokens)).replace("'", "") for tokens in (said, shown)]
    return joined[0] == joined[1] or is_same_sound(keys(said), keys(shown), language)
