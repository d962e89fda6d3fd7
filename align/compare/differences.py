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
        for part in _at_gaps([*stretch, (place, spoken)], printed):
            for piece in _pieces(part, printed, speech, language):
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


def _at_gaps(stretch: Sequence[Pair], printed: Sequence[Token]) -> Iterator[Sequence[Pair]]:
    """Yield a stretch, less the pair behind it, divided where print has an ellipsis: what that leaves out is apart."""
    start = 0
    for at, (place, _) in enumerate(stretch):
        if place is None or place < 0 or not printed[place].after_gap:
            continue
        first = at
        while first > start and stretch[first - 1][0] is None:
            first -= 1
        yield from filter(None, (stretch[start:first], stretch[first:at]))
        start = at
    yield from filter(None, (stretch[start:-1],))


def _pieces(
    stretch: Sequence[Pair], printed: Sequence[Token], speech: Sequence[Token], language: Language
) -> Iterator[Sequence[Pair]]:
    """Yield a stretch of unlike pairs, stumbles before and behind a change of words apart from it.

    What is the same as a whole stays one: in "oh five oh five three" nobody stumbles.
    """
    whole = _difference(stretch, (0, 0))
    if is_same_joined(cut(speech, whole.spoken), cut(printed, whole.printed), language):
        yield stretch
        return
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
    if _is_sign_read(item, printed, speech, language):
        return
    if _is_only_read(item, printed, speech, language):
        return
    left = _without_joined(item, printed, speech, language)
    yield from _split_off_fillers(left, printed, speech, language.words.fillers)


_FEW = 3  # tokens that may be one word on the other side


def _without_joined(
    item: TokenEdit, printed: Sequence[Token], speech: Sequence[Token], language: Language
) -> TokenEdit:
    """Return a difference without what is only divided otherwise at either end ("crosswork", for "cross work")."""
    said, shown = cut(speech, item.spoken), cut(printed, item.printed)
    ways = [(few, many) for few in range(1, _FEW + 1) for many in range(1, _FEW + 1) if few != many]
    for at, to in ways:
        if at < len(said) and to < len(shown) and is_same_joined(said[:at], shown[:to], language):
            return TokenEdit(
                Span(item.printed.start + to, item.printed.end), Span(item.spoken.start + at, item.spoken.end)
            )
        if at < len(said) and to < len(shown) and is_same_joined(said[-at:], shown[-to:], language):
            return TokenEdit(
                Span(item.printed.start, item.printed.end - to), Span(item.spoken.start, item.spoken.end - at)
            )
    return item


def _is_sign_read(item: TokenEdit, printed: Sequence[Token], speech: Sequence[Token], language: Language) -> bool:
    """Whether words of one side name the sign that joins two of the other ("and slash or", "10 to 15")."""
    if item.printed and item.spoken:
        return False
    named = cut(printed, item.printed) or cut(speech, item.spoken)
    side, place = (speech, item.spoken.start) if item.printed else (printed, item.printed.start)
    if not place or side[place - 1].stop != "/":
        return False
    is_number = any(token.is_number for token in side[max(0, place - 2) : place])
    words = language.words
    names = words.symbol_names | words.number_joints if is_number else words.symbol_names
    return all(token.key in names for token in named)


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


def _is_only_read(item: TokenEdit, printed: Sequence[Token], speech: Sequence[Token], language: Language) -> bool:
    """Whether words of one side only belong to how a number beside them is read ("the fifth of May", "Henry VIII").

    Print may write them out only where the speech has the number in another form.
    """
    if not item.printed:
        return language.is_only_read(keys(cut(speech, item.spoken)), *_beside(item.spoken, speech))
    if item.spoken or _beside(item.printed, printed)[1] == _beside(item.spoken, speech)[1]:
        return False
    return language.is_only_read(keys(cut(printed, item.printed)), *_beside(item.printed, printed))


def _beside(span: Span, tokens: Sequence[Token]) -> tuple[str, str]:
    return tokens[max(0, span.start - 1)].key, tokens[min(span.end, len(tokens) - 1)].key


def is_same_joined(said: Sequence[Token], shown: Sequence[Token], language: Language) -> bool:
    """Whether two runs are the same but for their division into words ("in-built", "I O P C", "twenty twenty-four")."""
    if len(said) == len(shown) or not said or not shown:
        return False
    if any(token.is_number for token in (*said, *shown)):
        return _is_same_digits(said, shown)
    joined = ["".join(keys(tokens)).replace("'", "") for tokens in (said, shown)]
    is_short = min(map(len, joined)) <= _LONGEST_SOUND
    return joined[0] == joined[1] or (is_short and is_same_sound(keys(said), keys(shown), language))


_LONGEST_SOUND = 200  # letters of a stretch that is compared by its sound, which takes the square of them


_SMALLEST_CODE = 3  # digits that are read one by one or in groups ("nine one one"); "three nil" is not thirty


def _is_same_digits(said: Sequence[Token], shown: Sequence[Token]) -> bool:
    """Whether two runs are the same digits, in whatever groups: one that differs is another number."""
    groups = max(said, shown, key=len)
    is_code = all(token.key.isdecimal() for token in groups)
    digits = sum(len(token.key) for token in groups)
    if is_code and (digits < _SMALLEST_CODE or (groups[-1].key == "0" and digits > len(groups))):
        return False
    return not _joined_forms(said).isdisjoint(_joined_forms(shown))


def _joined_forms(tokens: Sequence[Token]) -> frozenset[str]:
    """Return the ways to write tokens as one word, without the marks that part digits; `.` is part of a value."""
    forms = (tokens[0].key, *tokens[0].also) if len(tokens) == 1 else ("".join(keys(tokens)),)
    return frozenset(form.translate({ord(mark): None for mark in "'/:"}) for form in forms)
