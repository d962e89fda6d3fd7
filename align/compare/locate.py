"""Where in the recordings is a quote said?

Rare words that quote and speech share vote for a place; the few best places are compared word by word. A quote whose
halves fit far better in two places than the whole fits in one is read as spliced.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice, pairwise
from math import inf, log

import numpy as np
from numpy.typing import NDArray

from align.compare.continuity import Continuity
from align.compare.diff import Alignment, find_alignment, least_cost
from align.compare.token import Token
from align.languages import Language
from align.records import Span
from align.thresholds import TIE

_WINDOWS = 6  # places looked at closely, for each quote
_CANDIDATES = 3  # places where a quote may be in words that were heard roughly
_SLACK = 12  # tokens of speech on either side of a place: fillers, repeats and left-out words need room
_RIVAL = 0.4  # of what speaks for the best place: with less, another cannot fit as well as a good fit there
_GOOD = 0.2  # of a word, for each word of a quote: what a good fit costs at most
_VOTERS = 2000  # tokens of a quote that vote for a place, at least, if it has so many; the rest of them agree
_SOUND_VOTE = 0.5  # what a word that only sounds alike counts for, of one that is the same


@dataclass(frozen=True, slots=True)
class Speech:
    """All that was said in all recordings, as one row of tokens, with an index of what stands where.

    `recordings` are the positions of each recording's tokens in the row; `continuity` says which belong together. All
    tokens are those of one `language`, and so must be those of the quotes.
    """

    tokens: tuple[Token, ...]
    recordings: tuple[Span, ...]
    language: Language
    places: dict[str, NDArray[np.int64]] = field(repr=False)
    sounds: dict[str, NDArray[np.int64]] = field(repr=False)
    continuity: Continuity = field(default_factory=Continuity)

    @property
    def unbroken(self) -> Iterator[Span]:
        """The stretches of the row in which somebody may speak on: recordings, with those that they go on in."""
        start = 0
        for number, home in enumerate(self.recordings):
            if number not in self.continuity.joined:
                yield Span(start, home.end)
                start = home.end

    def is_at_join(self, span: Span, recording: int) -> bool:
        """Whether a span of a recording touches an edge at which a word may be cut in two."""
        home, joined = self.recordings[recording], self.continuity.joined
        return (recording in joined and span.end == home.end) or (recording - 1 in joined and span.start == home.start)

    def recording_of(self, place: int) -> int:
        """Return which recording the token at `place` belongs to."""
        return next(index for index, span in enumerate(self.recordings) if place in span)

    def weight(self, token: Token) -> float:
        """Return how telling a token is: the log of how rarely it is said (inverse document frequency)."""
        return log((len(self.tokens) + 2) / (len(self.places.get(token.key, ())) + 1))


def index_speech(
    recordings: Sequence[Sequence[Token]], language: Language, continuity: Continuity | None = None
) -> Speech:
    """Return the tokens of all recordings with their index; without phonetic codes, nothing is found by its sound."""
    tokens = tuple(token for recording in recordings for token in recording)
    ends = np.cumsum([0, *map(len, recordings)]).tolist()
    places: dict[str, list[int]] = defaultdict(list)
    for place, token in enumerate(tokens):
        for key in (token.key, *token.also):
            places[key].append(place)
    sounds: dict[str, list[int]] = defaultdict(list)
    if language.phonetic is not None:
        for key, where in places.items():
            sounds[language.phonetic(key)].extend(where)
    spans = tuple(Span(start, end) for start, end in pairwise(ends))
    return Speech(tokens, spans, language, _arrays(places), _arrays(sounds), continuity or Continuity())


def _arrays(lists: dict[str, list[int]]) -> dict[str, NDArray[np.int64]]:
    return {key: np.array(places, dtype=np.int64) for key, places in lists.items()}


def find_alignments(printed: Sequence[Token], speech: Speech) -> tuple[Alignment, ...]:
    """Return the ways to read a quote into one place each, cheapest first; what cannot tie with it is left out."""
    fits: dict[Span, Alignment] = {}
    best, cheapest = 0.0, inf
    for support, windows in _supported(printed, speech):
        best = max(best, support)
        if support < _RIVAL * best and cheapest < _GOOD * len(printed):
            break
        for window in windows:
            if least_cost(printed, speech.tokens[window.start : window.end]) > cheapest + TIE:
                continue
            fit = find_alignment(printed, speech.tokens, [window], speech.language)
            if fit.pairs and len(fit.spoken):
                fits[fit.spoken] = fit
                cheapest = min(cheapest, fit.cost)
    return tuple(sorted(fits.values(), key=lambda fit: (fit.cost, fit.spoken)))


def find_candidates(printed: Sequence[Token], speech: Speech) -> Iterator[Alignment]:
    """Yield how a quote reads into each place that may hold it, most words in common first, however badly it fits."""
    best = 0.0
    for support, windows in islice(_supported(printed, speech), _CANDIDATES):
        best = max(best, support)
        if support < _RIVAL * best:
            return
        for window in windows:
            fit = find_alignment(printed, speech.tokens, [window], speech.language)
            if fit.pairs and len(fit.spoken):
                yield fit


def find_spliced_alignment(printed: Sequence[Token], speech: Speech) -> Alignment | None:
    """Return the cheapest way to read a quote into several places, None if there is but one place."""
    windows = _merged(find_windows(printed, speech))
    return find_alignment(printed, speech.tokens, windows, speech.language, may_jump=True) if windows else None


def find_windows(printed: Sequence[Token], speech: Speech) -> tuple[Span, ...]:
    """Return the stretches of speech that share most with a quote, best first; each is unbroken."""
    return tuple(window for _, windows in _supported(printed, speech) for window in windows)


def _supported(printed: Sequence[Token], speech: Speech) -> Iterator[tuple[float, tuple[Span, ...]]]:
    """Yield the best places for a quote, best first: how much speaks for each, and its window or windows."""
    if not speech.tokens:
        return
    votes = _votes(printed, speech)
    width = len(printed) // 2 + 3
    support = _sums_around(votes, width)
    for _ in range(_WINDOWS):
        peak = int(np.argmax(support))
        if support[peak] <= 0:
            return
        yield float(support[peak]), tuple(_windows(max(0, peak - width // 2), len(printed), speech))
        support[max(0, peak - width) : peak + width] = 0


def _sums_around(values: NDArray[np.float64], width: int) -> NDArray[np.float64]:
    """Return, for each place, the sum of the `width` values around it.

    Sums of two, four, eight neighbours and so on are put together: equal stretches have equal sums to the last bit,
    which the difference of two running sums would not give.
    """
    before = width // 2
    padded = np.concatenate([np.zeros(before), values, np.zeros(width)])
    sums, taken, power = np.zeros(len(values)), 0, padded
    for bit in range(width.bit_length()):
        if width >> bit & 1:
            sums += power[taken : taken + len(values)]
            taken += 1 << bit
        power = power[: -(1 << bit)] + power[1 << bit :]
    return sums


def _votes(printed: Sequence[Token], speech: Speech) -> NDArray[np.float64]:
    """Return, for each place, how much speaks for a quote that would begin there."""
    votes = np.zeros(len(speech.tokens) + len(printed))
    for position in range(0, len(printed), max(1, len(printed) // _VOTERS)):
        token = printed[position]
        weight = speech.weight(token)
        for places, share in _hits(token, speech):
            np.add.at(votes, np.maximum(places - position, 0), weight * share)
    return votes[: len(speech.tokens)]


def _hits(token: Token, speech: Speech) -> list[tuple[NDArray[np.int64], float]]:
    exact = [(speech.places[key], 1.0) for key in (token.key, *token.also) if key in speech.places]
    if exact or speech.language.phonetic is None:
        return exact
    code = speech.language.phonetic(token.key)
    return [(speech.sounds[code], _SOUND_VOTE)] if code in speech.sounds else []


def _windows(start: int, length: int, speech: Speech) -> Iterator[Span]:
    """Yield the window of a quote of `length` tokens that begins near `start`, in each unbroken stretch it touches."""
    start = min(start, len(speech.tokens) - 1)
    first, last = start - length // 2 - _SLACK, start + length + length // 2 + _SLACK
    for home in speech.unbroken:
        if home.start < start + length and start < home.end:
            yield Span(max(home.start, first), min(home.end, last))


def _merged(windows: Sequence[Span]) -> tuple[Span, ...]:
    """Return the windows in order of time, those that overlap joined."""
    merged: list[Span] = []
    for window in sorted(windows):
        if merged and window.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, window.end))
        else:
            merged.append(window)
    return tuple(merged)
