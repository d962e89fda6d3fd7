"""Which channels of a file carry voices of their own? Those are heard apart; the same sound is heard once.

Sound is the same where the difference in level stays about the same, whoever speaks: two microphones in a room. Where
it swings from one side to the other, each channel is somebody's own: two microphones on two people, both ends of a
telephone call. All of it is decided on the covariances of the channels in short blocks of the whole file.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, combinations, pairwise
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Weights: TypeAlias = tuple[tuple[float, ...], ...]
"""How much of every channel of every track is heard."""

_BLOCK = 3200
"""Samples, 0.2 s: a syllable."""

_EMPHASIS = 0.97
"""Of a sample, taken from the next (pre-emphasis): hum, rumble and a constant offset are no voice."""

_FAINTEST = 4.0
"""Root mean square, in the unit of 16-bit samples, that a channel with any sound in it reaches after pre-emphasis: as a
voice at -65 dB of full scale does."""

_AUDIBLE = 4.0
"""How much stronger than a channel's own noise (6 dB) a block with a voice in it is."""

_SWING = 18.0
"""dB between the levels of two channels when one and when the other voice speaks, from which they are apart. Pairs of
microphones at one place come to 3 to 13 in simulated rooms, microphones on two people to 25 and more."""

_TOGETHER = 0.2
"""Correlation of the levels of two channels, under which one does not follow the other: a voice, and hiss or a tone.
Pairs of microphones at one place come to 0.5 to 1 in simulated rooms, on two people to 0.2 at most."""

_STEADY = 2.0
"""dB, root mean square, by which the level of a voice changes at least from syllable to syllable."""

_RARE = 0.05
_SHORTEST = 5
"""A second voice is heard in so large a share of the blocks with sound, and in so many: one second."""

_CANCELLED = 0.1
"""Of the power of the strongest channel (-10 dB): what is left of it in a mix where the channels cancel."""

_SUM_ERROR = 0.1
"""Of a channel's power: what the others may leave unexplained of it if it is their sum, after two lossy codecs."""

_SUMMAND = 0.05
"""Of a channel's power: what a channel adds at least that is part of it."""


@dataclass(frozen=True, slots=True)
class Downmix:
    """How the channels of a file are mixed into one signal; `name` says in words which they are, None for all."""

    weights: Weights
    name: str | None = None


_TRACK = re.compile(r"(track|channels?) \d+\b.* of \d+")


def is_track(name: str) -> bool:
    """Whether a name is that of a track or channel, as `Downmix` has it."""
    return bool(_TRACK.fullmatch(name))


def find_downmixes(
    covariances: NDArray[np.float32], channels: Sequence[int], chosen: int | None = None
) -> tuple[Downmix, ...]:
    """Return a signal for every voice of its own, in the file's order.

    `covariances` are those of `measure`, `channels` how many each track has. Only the sound of one track, from 1, is
    `chosen`, or, in a file of one track, that of the channel.
    """
    layout = _Layout(tuple(channels))
    columns = layout.columns_of(chosen)
    groups = _groups(covariances, [at for at in columns if _is_sounding(covariances[:, at, at])] or list(columns))
    signals = np.array([_mix(covariances, group) for group in groups])
    kept = _without_sums(np.einsum("gi,bij,hj->gh", signals, covariances, signals, optimize=True))
    is_all = len(kept) == 1 and (chosen is None or len(columns) == sum(channels))
    return tuple(Downmix(layout.weights(signals[at]), None if is_all else layout.name(groups[at])) for at in kept)


def mix_all(downmixes: Sequence[Downmix]) -> Downmix:
    """Return all voices in one signal."""
    weights = zip(*(one.weights for one in downmixes), strict=True)
    mean = (tuple(float(np.mean(channel)) for channel in zip(*track, strict=True)) for track in weights)
    return Downmix(tuple(mean))


def measure(pieces: Iterable[NDArray[np.int16]]) -> NDArray[np.float32]:
    """Return the covariances of all channels in each block, shape `(blocks, channels, channels)`.

    Pieces have the shape `(samples, channels)`, and whole blocks but for the last.
    """
    return np.concatenate([_covariances(piece) for piece in pieces])


def _covariances(piece: NDArray[np.int16]) -> NDArray[np.float32]:
    sound = piece.astype(np.float32)
    sound[1:] -= _EMPHASIS * sound[:-1]
    sound[0] = 0
    padded = np.pad(sound, ((0, -len(sound) % _BLOCK), (0, 0))).reshape(-1, _BLOCK, sound.shape[1])
    products: NDArray[np.float32] = np.matmul(padded.transpose(0, 2, 1), padded)
    return products / np.float32(_BLOCK)


def _is_sounding(powers: NDArray[np.float32]) -> bool:
    """Whether a channel has more than the noise of an empty input for half a second, all in all."""
    return bool(np.sum(powers > _FAINTEST**2) > _SHORTEST / 2)


def _groups(covariances: NDArray[np.float32], columns: Sequence[int]) -> list[list[int]]:
    """Return the channels in groups of the same sound."""
    groups: list[list[int]] = [[column] for column in columns]
    for one, other in combinations(columns, 2):
        mine, its = (next(group for group in groups if column in group) for column in (one, other))
        if mine is not its and _is_same(covariances[:, one, one], covariances[:, other, other]):
            mine += its
            groups.remove(its)
    return [sorted(group) for group in groups]


def _is_same(one: NDArray[np.float32], other: NDArray[np.float32]) -> bool:
    """Whether the levels of two channels go up and down together while there is anything to hear."""
    (mine, my_noise), (its, its_noise) = ((powers, _noise(powers)) for powers in (one, other))
    heard = (mine > _AUDIBLE * my_noise) | (its > _AUDIBLE * its_noise)
    if not heard.any():
        return True
    pair = ((mine, my_noise), (its, its_noise))
    levels = np.array([10 * np.log10(np.maximum(powers[heard], noise)) for powers, noise in pair])
    differences = np.sort(levels[0] - levels[1])
    rare = min(max(_SHORTEST, round(_RARE * len(differences))), len(differences)) - 1
    return bool(differences[-1 - rare] - differences[rare] < _SWING and _is_following(levels))


def _is_following(levels: NDArray[np.float32]) -> bool:
    """Whether one of two levels follows the other; of a level that never changes, nobody can tell."""
    deviations = levels - levels.mean(axis=1, keepdims=True)
    varying = np.sqrt(np.mean(np.square(deviations), axis=1))
    if varying.max() < _STEADY:
        return True
    covariance = float(np.mean(deviations[0] * deviations[1]))
    return covariance >= _TOGETHER * float(varying[0] * varying[1]) and varying.min() >= _STEADY * _TOGETHER


def _noise(powers: NDArray[np.float32]) -> float:
    """Return the power of a channel where nobody speaks: the softest tenth of it."""
    return max(float(np.quantile(powers, 0.1)), 1.0)


def _mix(covariances: NDArray[np.float32], group: Sequence[int]) -> NDArray[np.float64]:
    """Return the weights that mix a group: all alike, or, where they would cancel, its clearest channel alone."""
    powers = np.array([covariances[:, column, column] for column in group])
    weights = np.zeros(covariances.shape[1])
    weights[list(group)] = 1 / len(group)
    mixed = np.einsum("i,bij,j->b", weights, covariances, weights)
    strongest = powers.max(axis=0)
    heard = strongest > _FAINTEST**2
    if np.sum(mixed[heard] < _CANCELLED * strongest[heard]) >= min(_SHORTEST, max(1, heard.sum())):
        noises = np.array([[_noise(one)] for one in powers])
        clearest = group[int(np.argmax(np.log(np.maximum(powers, noises) / noises).mean(axis=1)))]
        weights[:] = 0
        weights[clearest] = 1
    return weights


def _without_sums(covariance: NDArray[np.float64]) -> list[int]:
    """Return which signals are left without those that are nothing but the sum of others."""
    kept = list(range(len(covariance)))
    for signal in range(len(covariance)):
        others = [other for other in kept if other != signal]
        gains, *_ = np.linalg.lstsq(covariance[np.ix_(others, others)], covariance[others, signal], rcond=None)
        power = covariance[signal, signal]
        left = power - gains @ covariance[others, signal]
        added = gains**2 * covariance[others, others]
        parts = added > _SUMMAND * power
        if left < _SUM_ERROR * power and parts.sum() > 1 and (gains[parts] > 0).all():
            kept.remove(signal)
    return kept


@dataclass(frozen=True, slots=True)
class _Layout:
    """How many channels each track has; a column is a channel's number among those of all tracks."""

    channels: tuple[int, ...]

    def columns_of(self, chosen: int | None) -> range:
        """Return the columns of a track, of a channel of the only track, or all."""
        starts = [0, *accumulate(self.channels)]
        if chosen is None:
            return range(starts[-1])
        return range(chosen - 1, chosen) if len(self.channels) == 1 else range(starts[chosen - 1], starts[chosen])

    def weights(self, row: NDArray[np.float64]) -> Weights:
        """Return the weights of all columns by track."""
        edges = np.cumsum(self.channels)[:-1]
        return tuple(tuple(map(float, track)) for track in np.split(row, edges))

    def name(self, group: Sequence[int]) -> str:
        """Return in words where a group of columns is to be found in the file; `--track` takes the first number."""
        starts = [0, *accumulate(self.channels)]
        by_track = [[column - start for column in group if start <= column < end] for start, end in pairwise(starts)]
        return " and ".join(self._part(track, found) for track, found in enumerate(by_track) if found)

    def _part(self, track: int, found: Sequence[int]) -> str:
        count = self.channels[track]
        of = f"channel{'s' if len(found) > 1 else ''} {' and '.join(str(one + 1) for one in found)} of {count}"
        if len(self.channels) == 1:
            return of
        name = f"track {track + 1} of {len(self.channels)}"
        return name if len(found) == count else f"{name}, {of}"
