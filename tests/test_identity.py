"""Which file is it? The same is said of a file that is hashed beside other work, and the same raised."""

import hashlib
import threading

import pytest

import align
from align.errors import ArticleError, RecordingError
from align.speech import identity
from align.speech.identity import identify, identify_beside


def test_what_is_begun_early_is_what_is_asked_for(tmp_path):
    paths = [str(tmp_path / f"{number}.wav") for number in range(3)]
    for number, path in enumerate(paths[:2]):
        (tmp_path / path).write_bytes(b"\xff" * (number + 1))
    of = identify_beside(paths[1:])

    assert of(paths[1]).sha256 == hashlib.sha256(b"\xff\xff").hexdigest()
    assert [of(path) for path in paths[:2]] == [identify(path) for path in paths[:2]]
    with pytest.raises(RecordingError, match="There is no recording"):
        of(paths[2])


def test_nobody_waits_for_it_before_it_is_needed(tmp_path, monkeypatch):
    go = threading.Event()
    monkeypatch.setattr(identity, "identify", lambda path: go.wait(10) and path)
    of = identify_beside(["a.wav"])
    go.set()

    assert of("a.wav") == "a.wav"


def test_the_article_is_complained_of_first(tmp_path):
    (tmp_path / "empty.txt").write_text("")

    with pytest.raises(ArticleError):
        align.check(tmp_path / "away.wav", tmp_path / "empty.txt")


def test_a_file_that_is_written_to_after_it_was_hashed_is_refused(tmp_path):
    path = tmp_path / "a.wav"
    path.write_bytes(b"\xff" * 10)
    found = identify_beside([str(path)])(str(path))
    path.write_bytes(b"\xff" * 11)

    with pytest.raises(RecordingError, match="changed while it was read"):
        found.check(str(path))
