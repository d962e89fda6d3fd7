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

from align.cache import Cache, SharedCache, cache_path, key_of
from align.errors import OptionError

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


@pytest.mark.parametrize("days", [-1.0, -1e-300, float("nan"), float("inf"), -float("inf"), 1e300, 36_501.0])
def test_what_is_no_number_of_days_is_refused(days: float) -> None:
    cache = Cache()
    cache.put({"key": "value"})
    with pytest.raises(OptionError, match="give 0 to 36500 days"):
        cache.prune(days)
    assert cache.get("key") == "value"


DAMAGES = [
    *("NULL", "x'fffe00'", "7", "0.5", "9e999", "''", "' '", "'null'", """'{"words": []}'"""),
    *(
        "CAST(x'5b80ff' AS TEXT)",
        "CAST(x'0000' AS TEXT)",
        "CAST(value AS BLOB) || x'00'",
        "value || ' '",
        "' ' || value",
    ),
    *("substr(value, 1, length(value) / 2)", "substr(value, 18)", "replace(value, '0.25', '0.26')", "upper(value)"),
    "(SELECT value FROM known WHERE key = 'other')",
]
"""What may stand in a cache instead of a value, in SQL."""


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_value_is_not_known(tmp_path: Path, damage: str) -> None:
    Cache(tmp_path / "known.sqlite").put({"key": '{"start": 0.25, "end": 1.5}', "other": "[]"})
    with sqlite3.connect(tmp_path / "known.sqlite") as database:
        database.execute("CREATE TABLE loose (key, value, put)")  # which takes NULL, too
        database.execute("INSERT INTO loose SELECT * FROM known")
        database.execute("DROP TABLE known")
        database.execute("ALTER TABLE loose RENAME TO known")
        database.execute(f"UPDATE known SET value = {damage} WHERE key = 'key'")  # noqa: S608 -- our own words
    cache = Cache(tmp_path / "known.sqlite")
    assert cache.get("key") is None
    assert cache.get("other") == "[]"


@given(st.text(st.characters(exclude_categories=["Cs"])), st.data())
def test_no_changed_byte_of_a_value_is_believed(text: str, data: st.DataObject) -> None:
    cache = Cache()
    cache.put({"key": text})
    ((kept,),) = cache._run("SELECT CAST(value AS BLOB) FROM known", [()])
    assert isinstance(kept, bytes)
    place = data.draw(st.integers(0, len(kept) - 1))
    byte = data.draw(st.integers(0, 255).filter(lambda byte: byte != kept[place]))
    changed = kept[:place] + bytes([byte]) + kept[place + 1 :]
    cache._run("UPDATE known SET value = CAST(? AS TEXT)", [(changed,)])
    assert cache.get("key") is None


PUT_MANY = """
import sys
from pathlib import Path
from align.cache import Cache
cache = Cache(Path(sys.argv[1]))
for number in range(200):
    cache.put({f"{sys.argv[2]} {number}": "x" * 1000})
"""


@pytest.mark.hostile
def test_two_processes_may_put_at_once(tmp_path: Path) -> None:
    path = tmp_path / "known.sqlite"
    writers = [subprocess.Popen([sys.executable, "-c", PUT_MANY, str(path), name]) for name in ("one", "two")]
    assert [writer.wait() for writer in writers] == [0, 0]
    cache = Cache(path)
    assert all(cache.get(f"{name} {number}") == "x" * 1000 for name in ("one", "two") for number in range(200))


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


@given(st.dictionaries(st.text(min_size=1), st.text(min_size=1).filter(str.isprintable), max_size=4))
def test_a_folder_tells_other_machines(tmp_path_factory: pytest.TempPathFactory, entries: dict[str, str]) -> None:
    folder = tmp_path_factory.mktemp("shared")
    SharedCache(None, folder).put(entries)
    other = SharedCache(None, folder)
    assert {key: other.get(key) for key in entries} == entries


@pytest.mark.parametrize("damage", [b"", b"something else", b"\xff\xfe", b"0123456789abcdef value"])
def test_what_is_damaged_in_a_folder_is_not_known_and_written_anew(tmp_path: Path, damage: bytes) -> None:
    SharedCache(None, tmp_path).put({"key": "value"})
    (file,) = (path for path in tmp_path.rglob("*") if path.is_file())
    file.write_bytes(damage)
    assert SharedCache(None, tmp_path).get("key") is None
    SharedCache(None, tmp_path).put({"key": "value"})
    assert SharedCache(None, tmp_path).get("key") == "value"
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [file]


def test_a_folder_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    cache = SharedCache(None, tmp_path / "file")
    cache.put({"key": "value"})
    assert cache.get("key") == "value"
    assert SharedCache(None, tmp_path / "file").get("key") is None
