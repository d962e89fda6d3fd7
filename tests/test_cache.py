"""The cache gives back what was put in, to every process, and never stops the work."""

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.cache import Cache, cache_path, key_of

PUT_FOREVER = """
import itertools, sys
from pathlib import Path
from align.cache import Cache
cache = Cache(Path(sys.argv[1]))
for number in itertools.count():
    cache.put({f"{number} a": "x" * 1000, f"{number} b": "y" * 1000})
    print(number, flush=True)
"""


@given(st.dictionaries(st.text(), st.text().filter(lambda text: text.isprintable())))
def test_what_is_put_in_comes_out(entries: dict[str, str]) -> None:
    cache = Cache()
    cache.put(entries)
    assert {key: cache.get(key) for key in entries} == entries


def test_another_process_knows_it_too(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "known.sqlite"
    one, other = Cache(path), Cache(path)
    one.put({"key": "first"})
    assert other.get("key") == "first"
    other.put({"key": "second"})
    assert one.get("key") == "second"
    assert one.summary().entries == 1
    assert one.summary().size > 0


def test_pruning_forgets_by_age(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "known.sqlite")
    cache.put({"key": "value"})
    cache.prune(days=1)
    assert cache.get("key") == "value"
    cache.prune(days=0)
    assert cache.get("key") is None


def test_pruning_gives_room_back(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "known.sqlite")
    cache.put({"key": "x" * 5_000_000})
    cache.prune(days=1)
    assert cache.summary().size > 5_000_000
    cache.prune(days=0)
    assert cache.summary().size < 100_000


@pytest.mark.parametrize(
    "content", [b"not a database at all, but long enough to be one" * 100, b"", b"SQLite format 3\0" * 50]
)
def test_a_broken_file_costs_nothing_but_time(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "known.sqlite"
    path.write_bytes(content)
    cache = Cache(path)
    cache.put({"key": "value"})
    assert cache.get("key") == "value"


def test_a_folder_that_cannot_be_made_costs_nothing_but_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    cache = Cache(tmp_path / "file" / "known.sqlite")
    cache.put({"key": "value"})
    assert cache.get("key") == "value"


def test_a_store_that_another_process_locks_is_silent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("align.cache._PATIENCE", 0.05)
    path = tmp_path / "known.sqlite"
    cache = Cache(path)
    cache.put({"key": "old"})
    with sqlite3.connect(path) as other:
        other.execute("BEGIN EXCLUSIVE")
        cache.put({"key": "new"})
        assert cache.get("key") == "old"
        other.rollback()
    cache.put({"key": "new"})
    assert cache.get("key") == "new"


@pytest.mark.hostile
def test_a_killed_process_leaves_whole_transactions(tmp_path: Path) -> None:
    path = tmp_path / "known.sqlite"
    for _ in range(5):
        writer = subprocess.Popen([sys.executable, "-c", PUT_FOREVER, str(path)], stdout=subprocess.PIPE, text=True)
        assert writer.stdout
        last = [writer.stdout.readline() for _ in range(20)][-1].strip()
        os.kill(writer.pid, signal.SIGKILL)
        writer.communicate()
        cache = Cache(path)
        assert cache.get(f"{last} a") == "x" * 1000
        numbers = range(int(last) + 5)
        assert all((cache.get(f"{number} a") is None) == (cache.get(f"{number} b") is None) for number in numbers)


@given(st.lists(st.one_of(st.text(), st.integers(), st.none(), st.floats(allow_nan=False)), min_size=2, unique_by=repr))
def test_keys_tell_parts_apart(parts: list[object]) -> None:
    assert key_of(*parts) == key_of(*parts)
    assert key_of(*parts) != key_of(*parts[:-1])
    assert key_of(*parts) != key_of(parts)


def test_the_folder_can_be_chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALIGN_CACHE", str(tmp_path))
    assert cache_path().parent == tmp_path
