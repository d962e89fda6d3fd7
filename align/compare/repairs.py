"""Did the speaker put himself right? Print may then lack what he gave up, but not what he said in its place.

What is given up is tidying only where that is beyond doubt (`disfluencies.py`). Here is what else may be a repair, for
the ear to tell, and the repair that print undoes.
"""

from collections.abc import Sequence
from itertools import takewhile

from align.compare.diff import is_same
from align.compare.differences import TokenEdit
from align.compare.disfluencies import earliest, find_correction, keys
from align.compare.token import Token, cut
from align.languages.base import Words
from align.records import Span

_REACH = 8  # tokens between a beginning and the words with which it is taken up again


def find_undone_repair(tokens: Sequence[Token], left_out: Span, words: Words) -> tuple[Span, Span] | None:
    """Return what the speaker put right and what he put in its place, where print keeps the one and lacks the other.

    Either with a correction ("four, sorry, five", printed "four"), or he began anew ("he told us, she told us to wait",
    printed "he told us to wait"): `left_out` is then what both beginnings share and the new word ("told us, she").
    """
    if put := find_correction(tokens, left_out, words):
        return Span(left_out.start - 1, left_out.start), put
    left_out = earliest(left_out, tokens)
    said, after = (keys(tokens[start : start + len(left_out)]) for start in (left_out.start, left_out.end))
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(said, after, strict=False)))
    put = Span(left_out.start + shared, left_out.end)
    if not shared or not put or left_out.start < len(put):
        return None
    given_up = Span(left_out.start - len(put), left_out.start)
    is_break_before = tokens[put.start - 1].stop in (",", ".") and not tokens[put.end - 1].stop
    is_like = _kind(tokens[given_up.end - 1], words) & _kind(tokens[put.end - 1], words)
    return (given_up, put) if is_break_before or is_like else None


def may_be_repair(item: TokenEdit, printed: Sequence[Token], tokens: Sequence[Token], words: Words) -> bool:
    """Whether the speaker may have given up the words that were heard, or said anew what print has.

    Print has words twice that were heard once, for models drop what is said again ("Thank you, thank you"). Left out
    were words that are taken up again at once, by their first ("I wanted to, if I had") or by another of its kind
    ("Monday, er, Tuesday"). Or the first or last printed word is not said where the quote goes on, but close by in the
    sentence.
    """
    start, end = item.spoken.start, item.spoken.end
    if start == end:
        added = earliest(item.printed, printed)
        return keys(cut(printed, added)) == keys(printed[added.end :][: len(added)])
    if item.is_marked:
        return False
    if not item.printed:
        said, after = (
            [token for token in cut(tokens, span) if token.key not in words.fillers]
            for span in (item.spoken, Span(end, end + 3))
        )
        return bool(said and after) and (
            said[0].key == after[0].key
            or bool(_kind(said[0], words) & _kind(after[0], words))
            or (said[0].key in words.persons and said[0].key in keys(after[1:2]))
        )
    before, behind = tokens[max(0, start - _REACH) : start], tokens[end - 1 : end + _REACH]
    return (item.printed.start == 0 and _is_said_in_sentence(printed[0], before[::-1], before[::-1])) or (
        item.printed.end == len(printed) and _is_said_in_sentence(printed[-1], behind[1:], behind)
    )


def _is_said_in_sentence(word: Token, near: Sequence[Token], borders: Sequence[Token]) -> bool:
    """Whether a word is among those `near` until a sentence ends with the one of `borders` at the same place."""
    within = takewhile(lambda pair: pair[1].stop != ".", zip(near, borders, strict=False))
    return any(is_same(word, token) for token, _ in within)


def _kind(token: Token, words: Words) -> set[str]:
    """Return the kinds of words that tell one thing from another of its kind which a token is of."""
    groups = {
        "number": token.is_number or token.key in words.dates,
        "person": token.key in words.persons,
        "modal": token.key in words.modals,
        "quantity": token.key in words.quantities,
    }
    return {kind for kind, is_of_it in groups.items() if is_of_it}
