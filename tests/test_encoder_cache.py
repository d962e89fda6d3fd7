"""What lies on the shelf is not encoded again, and leaves it with its recording's text."""

from pathlib import Path

import pytest

from align.cache import Cache
from align.records import Model
from align.speech.audio import SILENCE, Clip
from align.speech.whisper.encoder_cache import Shelf, clear_shelf

MODEL = Model("parrot", "grey", "ab" * 32)
ONE, OTHER = (Clip(f"{letter * 64} 0.0 1.5", SILENCE.read) for letter in "ab")


def never() -> bytes:
    raise AssertionError("this was encoded already")


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "known.sqlite")


def test_a_clip_is_encoded_once(cache: Cache, tmp_path: Path) -> None:
    encoded = bytes(range(256)) * 3
    assert Shelf(cache, MODEL, "float32").fetch(ONE, lambda: encoded) == encoded
    assert Shelf(Cache(tmp_path / "known.sqlite"), MODEL, "float32").fetch(ONE, never) == encoded


def test_without_a_store_nothing_is_kept() -> None:
    shelf = Shelf(None, MODEL, "float32")
    assert shelf.fetch(ONE, lambda: b"one") == b"one"
    assert shelf.fetch(ONE, lambda: b"other") == b"other"


def test_other_clips_models_and_numbers_lie_apart(cache: Cache) -> None:
    Shelf(cache, MODEL, "float32").fetch(ONE, lambda: b"one")
    assert Shelf(cache, MODEL, "float32").fetch(OTHER, lambda: b"other") == b"other"
    assert Shelf(cache, MODEL, "bfloat16").fetch(ONE, lambda: b"half") == b"half"
    assert Shelf(cache, Model("parrot", "grey", "cd" * 32), "float32").fetch(ONE, lambda: b"new") == b"new"


def test_a_recording_leaves_alone(cache: Cache) -> None:
    shelf = Shelf(cache, MODEL, "float32")
    cache.put({"text": "stays"})
    for clip in (ONE, OTHER):
        shelf.fetch(clip, lambda: b"old")
    clear_shelf(cache, ONE.recording)
    assert shelf.fetch(ONE, lambda: b"new") == b"new"
    assert shelf.fetch(OTHER, never) == b"old"
    assert cache.get("text") == "stays"
