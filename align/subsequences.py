"""Which values follow each other in order, when some are out of place? The longest subsequence that never falls."""

from bisect import bisect_right
from collections.abc import Sequence


def longest_nondecreasing(values: Sequence[float | None]) -> list[int]:
    """Return the places of the longest subsequence that never falls (patience sorting); None is in none."""
    tops: list[float] = []
    top_places: list[int] = []
    before: dict[int, int | None] = {}
    for place, value in enumerate(values):
        if value is None:
            continue
        pile = bisect_right(tops, value)
        before[place] = top_places[pile - 1] if pile else None
        tops[pile : pile + 1], top_places[pile : pile + 1] = [value], [place]
    rise: list[int] = []
    last = top_places[-1] if top_places else None
    while last is not None:
        rise.append(last)
        last = before[last]
    return rise[::-1]
