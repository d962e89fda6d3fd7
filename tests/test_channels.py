"""Voices with a channel of their own are heard apart; the same sound is heard once, and never cancelled."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.speech.channels import find_downmixes, measure, mix_all

RATE, SECONDS = 16_000, 12


def voice(seed: int, level: float = 3000.0, levels: tuple[float, ...] = (0.0, 0.02, 0.3, 1.0)) -> np.ndarray:
    """Noise in syllables and pauses, as loud as speech is now and then."""
    random = np.random.default_rng(seed)
    envelope = np.repeat(random.choice(levels, SECONDS * 5), RATE // 5)
    return level * envelope * random.standard_normal(SECONDS * RATE)


def hiss(seed: int, level: float = 3.0) -> np.ndarray:
    return level * np.random.default_rng(seed).standard_normal(SECONDS * RATE)


def room(seed: int, distance: float) -> np.ndarray:
    """The response of a room to a voice so many meters away: the direct sound, then a tail of 0.3 s."""
    random, length = np.random.default_rng(seed), int(0.3 * RATE)
    tail = random.standard_normal(length) * np.exp(-6.9 * np.arange(length) / length)
    response = 0.5 * tail / np.sqrt(np.sum(tail**2))
    response[0] += 1 / distance
    return np.pad(response, (int(distance / 343 * RATE), 0))


def through(sound: np.ndarray, response: np.ndarray) -> np.ndarray:
    size = len(sound) + len(response)
    return np.fft.irfft(np.fft.rfft(sound, size) * np.fft.rfft(response, size), size)[: len(sound)]


def split(
    *columns: np.ndarray, tracks: tuple[int, ...] = (), chosen: int | None = None
) -> dict[str | None, np.ndarray]:
    """Return what is heard, by its name, of sound in these channels."""
    sound = np.clip(np.stack([column + hiss(at) for at, column in enumerate(columns)], 1), -32768, 32767)
    sound = sound.astype(np.int16)
    pieces = (sound[at : at + 10 * RATE] for at in range(0, len(sound), 10 * RATE))
    found = find_downmixes(measure(pieces), tracks or (len(columns),), chosen)
    return {one.name: sound @ np.concatenate([np.array(track) for track in one.weights]) for one in found}


def level(sound: np.ndarray) -> float:
    return float(np.sqrt(np.mean(np.square(sound))))


A, B, C = voice(1), voice(2), voice(3)
NOTHING = np.zeros(SECONDS * RATE)


def test_two_voices_are_heard_apart():
    heard = split(A, B)

    assert [*heard] == ["channel 1 of 2", "channel 2 of 2"]
    assert level(heard["channel 1 of 2"] - A) < 0.01 * level(A)


@pytest.mark.parametrize("bleed", [0.03, 0.1, 0.25])
def test_two_voices_that_bleed_into_each_other_are_heard_apart(bleed):
    assert len(split(A + bleed * B, B + bleed * A)) == 2


def test_tracks_are_named_and_channels_in_them():
    assert [*split(A, B, tracks=(1, 1))] == ["track 1 of 2", "track 2 of 2"]
    assert [*split(A, A, B, tracks=(2, 1))] == ["track 1 of 2", "track 2 of 2"]
    assert [*split(A, B, C, tracks=(2, 1))] == [
        "track 1 of 2, channel 1 of 2", "track 1 of 2, channel 2 of 2", "track 2 of 2",
    ]  # fmt: skip


heard_for_long = settings(deadline=None, max_examples=25)
"""Twelve seconds of sound take a moment."""


@heard_for_long
@given(st.floats(0.1, 8.0), st.booleans())
def test_one_voice_in_two_channels_is_one_whatever_its_level_and_sign(gain, is_inverted):
    (heard,) = split(A, (-gain if is_inverted else gain) * A).items()

    assert heard[0] is None
    assert level(heard[1]) > 0.4 * min(level(A), level(gain * A))


@heard_for_long
@given(st.floats(0.1, 4.0), st.floats(0.1, 4.0))
def test_two_voices_are_two_whatever_their_levels(one, other):
    assert len(split(one * A, other * B)) == 2


def test_the_two_microphones_of_one_room_are_one_recording():
    left = through(A, room(1, 0.9)) + through(B, room(2, 1.2))
    right = through(A, room(3, 1.2)) + through(B, room(4, 0.9))

    assert [*split(left, right)] == [None]


def test_microphones_on_two_people_in_one_room_are_two():
    left = through(A, room(1, 0.2)) + through(B, room(2, 1.5))
    right = through(A, room(3, 1.5)) + through(B, room(4, 0.2))

    assert len(split(left, right)) == 2


@pytest.mark.parametrize("at", range(6))
def test_a_voice_in_one_of_six_channels_is_all_there_is(at):
    (heard,) = split(*(A if channel == at else NOTHING for channel in range(6))).items()

    assert heard[0] is None
    assert level(heard[1] - A) < 0.01 * level(A)


def test_a_voice_that_is_inverted_for_a_while_is_not_lost():
    """One guest came by a line with its wires swapped: over the whole file that hardly shows."""
    turned = np.where(np.arange(len(A)) < 3 * RATE, -A, A)
    (heard,) = split(A, turned).values()

    assert level(heard[: 3 * RATE]) > 0.9 * level(A[: 3 * RATE])


def test_a_track_that_is_the_sum_of_others_is_left_out():
    assert [*split(A + B, A, B, tracks=(1, 1, 1))] == ["track 2 of 3", "track 3 of 3"]
    assert [*split(0.5 * A + 0.7 * B, A, B, tracks=(1, 1, 1))] == ["track 2 of 3", "track 3 of 3"]
    assert len(split(A + B + C, A, B, tracks=(1, 1, 1))) == 3


def test_what_is_chosen_is_heard_alone():
    (heard,) = split(A, B, chosen=2).items()
    assert heard[0] == "channel 2 of 2"
    assert level(heard[1] - B) < 0.01 * level(B)
    assert [*split(A, B, C, tracks=(1, 2), chosen=1)] == ["track 1 of 2"]
    assert [*split(A, B, B, tracks=(1, 2), chosen=2)] == ["track 2 of 2"]


def test_silence_is_one_recording():
    assert [*split(NOTHING, NOTHING)] == [None]


@pytest.mark.parametrize("other", [hiss(9, 300.0), 3000 * np.sin(np.arange(SECONDS * RATE))], ids=["hiss", "a tone"])
def test_a_noise_that_does_not_follow_the_voice_is_not_mixed_into_it(other):
    even = voice(1, levels=(0.01, 0.3, 0.5, 1.0))
    heard = split(even, other)

    assert level(heard["channel 1 of 2"] - even) < 0.01 * level(even)


def test_all_voices_in_one_signal():
    sound = np.stack([A, B], 1).astype(np.int16)
    found = find_downmixes(measure([sound]), (2,))
    mixed = sound @ np.array(mix_all(found).weights[0])

    assert mix_all(found).name is None
    np.testing.assert_allclose(mixed, (sound[:, 0] + sound[:, 1].astype(float)) / 2)
