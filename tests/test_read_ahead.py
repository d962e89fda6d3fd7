"""The sound of the next batch: read beside, the same, once, and never more of it than two batches."""

import gc
import weakref
from collections.abc import Callable, Sequence
from threading import Event, current_thread, main_thread

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.errors import RecordingError
from align.speech.audio import Clip, Samples
from align.speech.read_ahead import read_ahead

ASKED = st.lists(st.lists(st.integers(0, 99), min_size=1, max_size=4), max_size=5)


def numbered(batches: Sequence[Sequence[int]], log: Callable[[int], None]) -> list[list[Clip]]:
    """Return clips that sound like their numbers, and tell when they are read."""

    def read(number: int) -> Samples:
        log(number)
        return np.full(3, number, np.float32)

    return [[Clip(f"clip {number}", lambda number=number: read(number)) for number in batch] for batch in batches]


@given(ASKED, st.sets(st.integers(0, 4)))
def test_sounds_are_what_they_are_whatever_is_asked_for(batches: list[list[int]], unasked: set[int]) -> None:
    """A batch that is known is not asked for, and does not make the next one be read."""
    read: list[int] = []
    found = []
    for at, clips in enumerate(read_ahead(numbered(batches, read.append))):
        assert [clip.key for clip in clips] == [f"clip {number}" for number in batches[at]]
        if at not in unasked:
            found.append([int(clip.read()[0]) for clip in clips])
    asked = [batch for at, batch in enumerate(batches) if at not in unasked]
    needed = [batch for at, batch in enumerate(batches) if at not in unasked or at - 1 in {*range(5)} - unasked]
    assert found == asked
    assert sorted(read) == sorted(number for batch in needed for number in batch)


def test_the_next_batch_is_read_while_this_one_is_heard() -> None:
    is_read, threads = Event(), []

    def log(number: int) -> None:
        threads.append(current_thread() is main_thread())
        if number == 4:
            is_read.set()

    batches = read_ahead(numbered([[1, 2], [3, 4], [5]], log))
    first = next(batches)
    assert not is_read.is_set()
    for clip in first:
        clip.read()
    assert is_read.wait(timeout=20)
    assert threads == [True, True, False, False]
    assert [clip.read()[0] for clip in next(batches)] == [3, 4]


def test_what_goes_wrong_is_said_where_the_sound_is_asked_for() -> None:
    def log(number: int) -> None:
        if number == 3:
            raise RecordingError("It has changed.")

    batches = read_ahead(numbered([[1], [2, 3]], log))
    next(batches)[0].read()
    second = next(batches)
    assert second[0].read()[0] == 2
    with pytest.raises(RecordingError, match=r"It has changed\."):
        second[1].read()


def test_no_more_than_two_batches_are_held() -> None:
    sounds: list[weakref.ref[Samples]] = []

    def read() -> Samples:
        sound = np.zeros(4, np.float32)
        sounds.append(weakref.ref(sound))
        return sound

    for clips in read_ahead([[Clip("one", read)] * 3] * 6):
        for clip in clips:
            clip.read()
        gc.collect()
        assert sum(sound() is not None for sound in [*sounds]) <= 6
    assert len(sounds) == 18
