"""How does a quote lie in the speech? In one part or several, each with its pairs of tokens and what differs in it.

The cheapest alignment of `diff.py` is settled at its edges and cut where it jumps; its unlike pairs become differences.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from align.compare.diff import Alignment, Pair, is_same
from align.compare.differences import TokenEdit, find_differences, is_same_joined
from align.compare.disfluencies import is_contraction, keys
from align.compare.locate import Speech
from align.compare.phonetics import similarity
from align.compare.token import Token, cut
from align.records import Span

_LONGEST_OMISSION = 15  # tokens; speech left out beyond this joins two places that lie apart
_LONGEST_STUTTER = 2  # tokens said twice that a quote begins with; before longer ones, a sentence was given up
_LIKE = 0.5  # similarity above which a changed word at the edge belongs to the quote even across a full stop


_LIKER = 0.2  # by how much more alike some of the words at an edge must sound than all of them


@dataclass(frozen=True, slots=True)
class Part:
    """A run of a quote (positions among its tokens) and the one stretch of speech, in one recording, that it repeats.

    `pairs` are the printed and spoken tokens that stand for each other, in order; `edits` are what differs, in the
    same order: what is between them agrees, whatever its division into words.
    """

    printed: Span
    spoken: Span
    recording: int
    pairs: tuple[tuple[int, int], ...]
    edits: tuple[TokenEdit, ...]


@dataclass(frozen=True, slots=True)
class QuoteAlignment:
    """How a quote lies in the speech: its tokens, and its parts in order of print."""

    printed: tuple[Token, ...]
    parts: tuple[Part, ...]

    @property
    def differences(self) -> tuple[TokenEdit, ...]:
        """What differs in all parts, in order of print."""
        return tuple(edit for part in self.parts for edit in part.edits)

    @property
    def matched(self) -> frozenset[int]:
        """Positions of the printed tokens that were spoken, if only in another order."""
        changed = {
            position
            for item in self.differences
            if not item.is_swap
            for position in range(item.printed.start, item.printed.end)
        }
        return frozenset(range(len(self.printed))) - changed


def align_quote(fit: Alignment, printed: Sequence[Token], speech: Speech) -> QuoteAlignment:
    """Return how `printed` lies in `speech` by this fit."""
    settled = _begin_with_contraction(_settle_edges(fit.pairs, printed, speech), printed, speech)
    pairs = _reach_out(settled, printed, speech)
    parts = [_part(run, printed, speech) for run in _split(pairs, printed, speech)]
    return QuoteAlignment(tuple(printed), (_with_stutter(parts[0], speech), *parts[1:]) if parts else ())


def _settle_edges(pairs: Sequence[Pair], printed: Sequence[Token], speech: Speech) -> tuple[Pair, ...]:
    """Return `pairs` without a changed word at either end that belongs to the sentence before or after."""
    settled = list(pairs)
    for end, step in ((0, 1), (len(settled) - 1, -1)):
        place, spoken = settled[end]
        if place is None or spoken is None or is_same(printed[place], speech.tokens[spoken]):
            continue
        border = spoken if step == 1 else spoken - 1
        alike = similarity([speech.tokens[spoken].key], [printed[place].key], speech.language)
        if (
            len(settled) > 1
            and speech.tokens[border].stop == "."
            and alike < _LIKE
            and settled[end + step][1] is not None
        ):
            settled[end] = (place, None)
    return tuple(settled)


def _begin_with_contraction(pairs: Sequence[Pair], printed: Sequence[Token], speech: Speech) -> Sequence[Pair]:
    """Return `pairs` with a spoken contraction for the first two printed words, where it stands right before the rest.

    "I have been" is said in "I've been", not with the "I" of the sentence before.
    """
    at = next((at for at, (place, spoken) in enumerate(pairs) if place == 2 and spoken), None)
    last = (pairs[at][1] or 0) - 1 if at else 0
    first = next((spoken for _, spoken in pairs if spoken is not None), last)
    said = speech.tokens[last : last + 1]
    if not at or first >= last or not is_contraction(said, printed[:2], speech.language.contractions):
        return pairs
    return ((0, last), (1, None), *pairs[at:])


_LONGEST_SPELLING = 6  # tokens that one printed word may be spelled out in


def _reach_out(pairs: Sequence[Pair], printed: Sequence[Token], speech: Speech) -> tuple[Pair, ...]:
    """Return `pairs` with the speech beyond either end that completes a word written as one in print ("it's")."""
    heard = [spoken for _, spoken in pairs if spoken is not None]
    if not heard:
        return tuple(pairs)
    first, last = (speech.recordings[speech.recording_of(place)] for place in (heard[0], heard[-1]))
    before = _missing_piece(pairs, printed, speech, range(heard[0] - 1, first.start - 1, -1))
    after = _missing_piece(pairs[::-1], printed, speech, range(heard[-1] + 1, last.end))
    return (*((None, place) for place in reversed(before)), *pairs, *((None, place) for place in after))


def _missing_piece(pairs: Sequence[Pair], printed: Sequence[Token], speech: Speech, beyond: range) -> Sequence[int]:
    """Return the fewest places `beyond` an end that complete the word there; `pairs` begin at that end."""
    place, spoken = pairs[0]
    if place is None or (spoken is not None and is_same(printed[place], speech.tokens[spoken])):
        return ()
    for length in range(1, _LONGEST_SPELLING + 1):
        reached = [speech.tokens[near] for near in sorted([*beyond[:length], *([] if spoken is None else [spoken])])]
        if is_same_joined(reached, [printed[place]], speech.language):
            return beyond[:length]
        if is_contraction(reached, [printed[place]], speech.language.contractions):
            return beyond[:length]
    return ()


def _split(pairs: Sequence[Pair], printed: Sequence[Token], speech: Speech) -> Iterator[list[Pair]]:
    """Yield the pairs of each part; speech skipped by a short jump is put back as left out."""
    run: list[Pair] = []
    last: int | None = None
    for place, spoken in pairs:
        if spoken is not None and last is not None and not _follows(last, spoken, speech):
            is_marked = place is not None and printed[place].after_gap
            if _is_left_out(last, spoken, is_marked, speech):
                run += [(None, skipped) for skipped in range(last + 1, spoken)]
            elif any(shown is not None for shown, _ in run):
                yield run
                run = []
            else:
                run = []
        run.append((place, spoken))
        last = spoken if spoken is not None else last
    if run:
        yield run


def _follows(last: int, spoken: int, speech: Speech) -> bool:
    """Whether a token is the next one of the same recording: all recordings stand in one row."""
    return spoken == last + 1 and speech.recording_of(last) == speech.recording_of(spoken)


def _is_left_out(last: int, following: int, is_marked: bool, speech: Speech) -> bool:
    """Whether a jump from `last` to `following` only leaves words out, rather than joining places that lie apart."""
    longest = 8 * _LONGEST_OMISSION if is_marked else _LONGEST_OMISSION
    return 0 < following - last <= longest + 1 and speech.recording_of(last) == speech.recording_of(following)


def _part(run: Sequence[Pair], printed: Sequence[Token], speech: Speech) -> Part:
    shown = [place for place, _ in run if place is not None]
    heard = [spoken for _, spoken in run if spoken is not None]
    edits = [*find_differences(run, printed, speech.tokens, speech.language)]
    if edits and edits[0].printed.start == 0:
        edits[0] = _without_neighbours(edits[0], printed, speech, -1)
        heard = [place for place in heard if place >= edits[0].spoken.start]
    if edits and edits[-1].printed.end == len(printed):
        edits[-1] = _without_neighbours(edits[-1], printed, speech, 1)
        heard = [place for place in heard if place < edits[-1].spoken.end]
    spoken = Span(heard[0], max(heard) + 1) if heard else Span(0, 0)
    pairs = tuple((place, at) for place, at in run if place is not None and at is not None and at in spoken)
    whole = tuple(_with_whole_figure(item, printed, dict(pairs)) for item in edits)
    return Part(Span(min(shown), max(shown) + 1), spoken, speech.recording_of(spoken.start), pairs, whole)


def _with_whole_figure(item: TokenEdit, printed: Sequence[Token], spoken: Mapping[int, int]) -> TokenEdit:
    """Return a change with all tokens of the figures that it changes: "£100m" stands for "a hundred million".

    `spoken` are the partners of printed tokens.
    """
    (start, end), (first, stop) = ((span.start, span.end) for span in (item.printed, item.spoken))
    while start < end and spoken.get(start - 1) == first - 1 and printed[start - 1].end > printed[start].start:
        start, first = start - 1, first - 1
    while start < end and spoken.get(end) == stop and printed[end - 1].end > printed[end].start:
        end, stop = end + 1, stop + 1
    return replace(item, printed=Span(start, end), spoken=Span(first, stop))


def _without_neighbours(item: TokenEdit, printed: Sequence[Token], speech: Speech, side: int) -> TokenEdit:
    """Return a change at the start (`side` -1) or end (1) of a quote less what is said beside it and is no part of it.

    "Service toward" for "to our" is "toward" for it, which sounds far more alike.
    """
    start, end = item.spoken.start, item.spoken.end
    if not item.printed or item.is_swap or end - start < 2:
        return item
    ways = [Span(at, end) if side == -1 else Span(start, start + end - at) for at in range(start, end)]
    shown = keys(cut(printed, item.printed))
    alike = [similarity(keys(cut(speech.tokens, way)), shown, speech.language) for way in ways]
    best = max(range(len(ways)), key=alike.__getitem__)
    return replace(item, spoken=ways[best]) if alike[best] >= max(_LIKE, alike[0] + _LIKER) else item


def _with_stutter(part: Part, speech: Speech) -> Part:
    """Return a first part begun earlier where its first words were said twice ("I don't, I don't")."""
    home = speech.recordings[part.recording]
    for length in range(1, _LONGEST_STUTTER + 1):
        start = _stutter_start(speech, part.spoken, length)
        if start is not None and start >= home.start:
            stutter = TokenEdit(Span(0, 0), Span(start, part.spoken.start))
            return replace(part, spoken=Span(start, part.spoken.end), edits=(stutter, *part.edits))
    return part


def _stutter_start(speech: Speech, spoken: Span, length: int) -> int | None:
    """Return where the first `length` tokens of `spoken` were said just before it, fillers between them aside."""
    tokens, end = speech.tokens, spoken.start
    while end and tokens[end - 1].key in speech.language.words.fillers:
        end -= 1
    start = end - length
    is_ended = any(token.stop == "." and not token.is_run_on for token in tokens[start:end])
    if start < 0 or len(spoken) < length or is_ended:
        return None
    return start if keys(tokens[start:end]) == keys(tokens[spoken.start : spoken.start + length]) else None
