"""Which pairs are there? A manifest says it, as a table (CSV) or as lines of JSON; or a folder, by its files' names.

What is wrong with one row is that row's problem; what is wrong with all of them, such as an unknown column, is raised.
"""

import csv
import io
import json
import os
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from align import api
from align.batches.pairs import Pair, PairOptions
from align.charset import decode_declared
from align.errors import OptionError
from align.reading import MEGABYTE, read_whole

_STDIN = "-"
_LARGEST = 200 * MEGABYTE
"""Bytes; a row of a hundred thousand has two thousand of them."""

_DELIMITERS = ",;\t"  # a German spreadsheet writes the second
_SEVERAL = ";"
_LISTS = ("recordings", "transcript", "offset", "voice")
_BOOLEANS = ("strict", "no_voices", "archive")
_PATHS = ("recordings", "article", "transcript", "decisions", "index")
_MODELS = ("model", "verifier", "first_pass", "second_opinion")  # a name, or the path of a file
_COLUMNS = ("recordings", "article", *(field.name for field in fields(PairOptions)))
_SOURCES = {"recordings", "transcript", "archive", "index"}
"""Columns that say what an article is held against; a row needs one of them."""

_SHOWN = 60  # characters
_TRUTHS = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}


@dataclass(frozen=True, slots=True)
class Manifest:
    """The pairs in their order, and sentences on what is told twice or goes with nothing."""

    pairs: tuple[Pair, ...]
    warnings: tuple[str, ...] = ()


def read_manifest(path: str) -> Manifest:
    """Return the pairs that a file, standard input (`-`) or a folder tells of; raises OptionError if it tells of none.

    Relative paths count from the manifest's folder.
    """
    if path != _STDIN and Path(path).is_dir():
        from align.batches.folder import pair_folder

        return _distinct(path, *pair_folder(Path(path)))
    name, folder = ("Standard input", Path()) if path == _STDIN else (path, Path(path).parent)
    text = decode_declared(_contents(path))
    if text is None or "\0" in text:
        raise OptionError(f"{name} is no text: give a table (.csv) of recordings and articles, or lines of JSON.")
    rows = _json_rows(text) if text.lstrip().startswith("{") else _table_rows(name, text)
    pairs = tuple(_pair(row, folder) for row in rows)
    if not pairs:
        raise OptionError(f"{name} tells of no pair: give a row for each, with its recordings and its article.")
    return _distinct(name, pairs)


def _contents(path: str) -> bytes:
    try:
        if path != _STDIN:
            return read_whole(path, _LARGEST)
        data = sys.stdin.buffer.read(_LARGEST + 1) if sys.stdin else b""
    except FileNotFoundError:
        raise OptionError(f"There is no manifest {path}: check the path.") from None
    except OSError as error:
        raise OptionError(f"The manifest {path} cannot be read: {error.strerror}.") from error
    if len(data) > _LARGEST:
        raise OptionError(f"Standard input holds more than {_LARGEST // MEGABYTE} MB: give the manifest in parts.")
    return data


def _distinct(name: str, pairs: Sequence[Pair], warnings: Sequence[str] = ()) -> Manifest:
    """Return every pair once, with a sentence on those that are told of again."""
    first = dict[tuple[object, ...], Pair]()
    again = [
        f"{name}: {pair.place} repeats {first[pair.is_same_as].place}."
        for pair in pairs
        if first.setdefault(pair.is_same_as, pair) is not pair
    ]
    return Manifest(tuple(first.values()), (*warnings, *again))


@dataclass(frozen=True, slots=True)
class _Row:
    """What a row says, by column, where it stands, and what is wrong with it."""

    place: str
    values: Mapping[str, Any]
    problem: str = ""


def _table_rows(name: str, text: str) -> Iterator[_Row]:
    """Yield the rows of a table; raises OptionError if it is none, or a column is unknown, missing or there twice."""
    head = text.lstrip().partition("\n")[0]
    table = csv.reader(io.StringIO(text, newline=""), delimiter=max(_DELIMITERS, key=head.count))
    try:
        columns = next(([_column(cell) for cell in row] for row in table if any(row)), [])
        _check_columns(name, columns)
        for cells in (cells for cells in table if any(cell.strip() for cell in cells)):
            problem = "It has more cells than the table has columns." if any(cells[len(columns) :]) else ""
            yield _Row(f"line {table.line_num}", dict(zip(columns, cells, strict=False)), problem)
    except csv.Error as error:
        raise OptionError(f"{name} is no table that can be read ({error}): write it as CSV, in UTF-8.") from error


def _column(cell: str) -> str:
    return cell.strip().lower().replace("-", "_")


def _check_columns(name: str, columns: Sequence[str]) -> None:
    if unknown := _unknown(columns):
        raise OptionError(f"{name} has a column {unknown[0]!r} that nobody knows: use {', '.join(_COLUMNS)}.")
    for column, count in Counter(columns).items():
        if count > 1:
            raise OptionError(f"{name} has two columns {column!r}: leave one of them out.")
    if "article" not in columns or not _SOURCES & {*columns}:
        raise OptionError(
            f"{name} lacks a first line that names its columns: recordings, article and what else it has."
        )


def _unknown(columns: Sequence[str]) -> list[str]:
    return [column for column in columns if column not in _COLUMNS]


def _json_rows(text: str) -> Iterator[_Row]:
    for number, line in enumerate(text.split("\n"), start=1):  # what JSON escapes ends no line
        if line.strip():
            yield _json_row(f"line {number}", line)


def _json_row(place: str, line: str) -> _Row:
    try:
        told = json.loads(line)
    except (ValueError, RecursionError) as error:
        return _Row(place, {}, f"It is no JSON ({error}).")
    if not isinstance(told, dict):
        return _Row(place, {}, "It is no JSON object.")
    values = {_column(name): value for name, value in told.items()}
    unknown = _unknown([*values])
    known = {name: value for name, value in values.items() if name in _COLUMNS}
    return _Row(place, known, f"Nobody knows its key {unknown[0]!r}." if unknown else "")


def _pair(row: _Row, folder: Path) -> Pair:
    """Return the pair that a row tells of; what is wrong with it is its problem."""
    read, problems = dict[str, Any](), [row.problem] if row.problem else []
    for name, value in row.values.items():
        try:
            read[name] = _value(name, value, folder)
        except ValueError:
            problems.append(f"Its {name} cannot be {str(value)[:_SHOWN]!r}.")
    recordings, article = read.pop("recordings", ()), read.pop("article", None) or ""
    if not article:
        problems.append("It names no article.")
    if not recordings and not any(read.get(name) for name in _SOURCES):
        problems.append("It names no recording.")
    problem = (
        f"{row.place[0].upper()}{row.place[1:]} of the manifest cannot be done: {' '.join(problems)}"
        if problems
        else ""
    )
    said = sorted((name, _bare(value)) for name, value in row.values.items() if value)
    told = json.dumps([row.place, said] if problem else said)  # what cannot be done is not alike for being as bad
    return Pair(recordings, article, PairOptions(**read), row.place, told, problem)


def _bare(value: object) -> object:
    """Return a value without space around it, lists as lists."""
    return [str(one).strip() for one in value] if isinstance(value, list) else str(value).strip()


def _value(name: str, value: object, folder: Path) -> object:
    """Return what a cell, or a value of JSON, means in a column; raises ValueError if it means nothing there."""
    if name in _LISTS:
        each = [_one(name, one, folder) for one in _several(value)]
        return tuple(str(one) for one in each if one is not None)
    one = _one(name, value, folder)
    if one is None:
        return None
    if name == "track":
        return int(one)
    if name in _BOOLEANS:
        return _truth(one)
    return one


def _several(value: object) -> list[object]:
    """Return what a list of JSON holds, or a cell in which several are parted by semicolons."""
    if isinstance(value, str):
        return [*value.split(_SEVERAL)]
    return value if isinstance(value, list) else [value]


def _one(name: str, value: object, folder: Path) -> str | None:
    """Return a value as text, a path as it is opened; None if it is not given."""
    if isinstance(value, list | dict):
        raise ValueError(value)
    text = "" if value is None else str(value).strip()
    if not text:
        return None
    if name in _PATHS and (text == _STDIN or {*text} & {"\0", "\n"} or not os.fsencode(text)):
        raise ValueError(text)  # as the last does of what no system can write
    if name == "voice":
        return _voice(text, folder)
    is_file = name in _PATHS or (name in _MODELS and os.path.isfile(folder / text))
    return str(folder / text) if is_file else text


def _voice(text: str, folder: Path) -> str:
    """Return a clip of somebody's voice, NAME=CLIP, its path as it is opened; raises ValueError if it is none."""
    try:
        ((person, clip),) = api.parse_voices([text]).items()
    except OptionError as error:
        raise ValueError(text) from error
    return f"{person}={_one('recordings', clip, folder)}"


def _truth(text: str) -> bool:
    if text.lower() not in _TRUTHS:
        raise ValueError(text)
    return _TRUTHS[text.lower()]
