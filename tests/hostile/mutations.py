"""How is a good file made a bad one? Bytes, words of formats, values of JSON, parts of archives; alike for a number."""

import io
import json
import random
import struct
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

LARGEST = 100_000
"""Bytes of a mutated file: what is slow because it is large is asked elsewhere."""

WORDS = [
    *(b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\x80", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\r", b"\n\n", b"\x1b[2J"),
    *(b"<p>", b"</div>", b"<q>", b"<!--", b"<script>", b"<![CDATA[", b"<base href=x>", b"&#0;", b"&#xD800;", b"&x;"),
    *(b"<meta charset='undefined'>", b"<meta charset=utf-7>", b"<meta charset=idna>", b"<!DOCTYPE x[<!ENTITY x 'y'>]>"),
    *(b"/Length 999999999", b"/Kids [1 0 R]", b"/Filter /FlateDecode", b"endobj", b"<<", b">>", b"stream\n", b"xref"),
    *(b" --> ", b"00:00:01,000", b"99:99:99.999", b"-1", b"0", b"1e308", b"NaN", b"Infinity", b"9" * 400, b"1e999999"),
    *(b"null", b"[]", b"{}", b'""', b"[" * 2000, b'{"a":' * 2000, b"true", b"\\ud800", b"\\u0000", b"WEBVTT\n\n"),
    *("“ ” ‘ ’ „ « » ‚ ' \" — – … : ? Q: said he \u202e \u200b \u2028 \x85 \ufeff e\u0301".encode().split(b" ")),
]  # fmt: skip
"""What formats, encodings and readers take for more than letters."""

VALUES: list[Any] = [
    *(
        None,
        True,
        False,
        0,
        -1,
        1,
        2**63,
        10**400,
        1e308,
        -1e308,
        5e-324,
        float("nan"),
        float("inf"),
        "",
        " ",
        "0",
        "NaN",
    ),
    *([], {}, [[]], [None], {"a": None}, [0, 1], "x" * 10_000, "\ud800", "\0", "\x1b[2J", "-->", [1e308] * 3),
]
"""What a field of JSON may hold instead of what it should."""

Mutation = Callable[[random.Random, bytes], bytes]


def mutated(rng: random.Random, seeds: Sequence[Path]) -> tuple[bytes, str]:
    """Return a mutated file, and the ending of its name, made of one of `seeds`, sometimes with parts of another."""
    seed = rng.choice(seeds)
    data = seed.read_bytes()
    if rng.random() < 0.1:
        other = rng.choice(seeds).read_bytes()
        data = data[: rng.randrange(len(data) + 1)] + other[rng.randrange(len(other) + 1) :]
    for _ in range(rng.choice((1, 1, 1, 2, 4, 16))):
        data = rng.choice(_fitting(data))(rng, data)[:LARGEST]
    return data, seed.suffix


_DIRECTORY_END = b"PK\x05\x06"
_FAR = (2**31, 2**32, 2**40, 2**63 - 1, 2**63, 2**64 - 1)
"""Bytes from the start of an archive."""


def _fitting(data: bytes) -> list[Mutation]:
    """Return the mutations for files like this, those that go through its wrapping more often."""
    if data.startswith(b"PK\x03\x04"):
        return [*[_in_zip] * 6, _far, *_OF_BYTES]
    if data.lstrip()[:1] in (b"{", b"["):
        return [_in_json] * 8 + _OF_BYTES
    return _OF_BYTES


def _flip(rng: random.Random, data: bytes) -> bytes:
    content = bytearray(data)
    for _ in range(min(len(content), rng.choice((1, 1, 4, 64)))):
        content[rng.randrange(len(content))] = rng.randrange(256)
    return bytes(content)


def _insert(rng: random.Random, data: bytes) -> bytes:
    at = rng.randrange(len(data) + 1)
    return data[:at] + rng.choice(WORDS) * rng.choice((1, 1, 1, 2, 50)) + data[at:]


def _replace(rng: random.Random, data: bytes) -> bytes:
    start, end = _stretch(rng, data)
    return data[:start] + rng.choice(WORDS) + data[end:]


def _cut(rng: random.Random, data: bytes) -> bytes:
    start, end = _stretch(rng, data)
    return data[:start] + data[end:]


def _end(rng: random.Random, data: bytes) -> bytes:
    return data[: rng.randrange(len(data) + 1)]


def _repeat(rng: random.Random, data: bytes) -> bytes:
    start, end = _stretch(rng, data)
    return data[:end] + data[start:end] * rng.choice((1, 2, 30)) + data[end:]


def _move(rng: random.Random, data: bytes) -> bytes:
    start, end = _stretch(rng, data)
    rest = data[:start] + data[end:]
    at = rng.randrange(len(rest) + 1)
    return rest[:at] + data[start:end] + rest[at:]


_OF_BYTES: list[Mutation] = [_flip, _insert, _replace, _cut, _end, _repeat, _move]


def _stretch(rng: random.Random, data: bytes) -> tuple[int, int]:
    start = rng.randrange(len(data) + 1)
    return start, min(len(data), start + rng.choice((1, 2, 8, 64, 1024)))


def _in_zip(rng: random.Random, data: bytes) -> bytes:
    """Mutate one part of an archive, and pack it again so that its sums are right; a broken archive as any file."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = [(info.filename, archive.read(info)) for info in archive.infolist()]
        return _packed(rng, parts)
    except (zipfile.BadZipFile, ValueError, OverflowError, OSError, EOFError, RuntimeError, zipfile.zlib.error):  # type: ignore[attr-defined]
        return _flip(rng, data)


def _far(rng: random.Random, data: bytes) -> bytes:
    """Move the parts of an archive out of reach; a broken archive is mutated as any file."""
    try:
        return far_away(data, rng.choice(_FAR))
    except (ValueError, struct.error):
        return _flip(rng, data)


def far_away(data: bytes, offset: int) -> bytes:
    """Return an archive whose directory says that all its parts begin at `offset`, which takes 64 bits to say."""
    end = data.rindex(_DIRECTORY_END)
    size, start = struct.unpack("<II", data[end + 12 : end + 20])
    directory, entries, at = data[start : start + size], b"", 0
    while at < len(directory):
        name, extra, comment = struct.unpack("<HHH", directory[at + 28 : at + 34])
        head = bytearray(directory[at : at + 46])
        head[30:32], head[42:46] = struct.pack("<H", 12), b"\xff\xff\xff\xff"
        entries += bytes(head) + directory[at + 46 : at + 46 + name] + struct.pack("<HHQ", 1, 8, offset)
        at += 46 + name + extra + comment
    return data[:start] + entries + data[end : end + 12] + struct.pack("<II", len(entries), start) + data[end + 20 :]


def _packed(rng: random.Random, parts: list[tuple[str, bytes]]) -> bytes:
    chosen = rng.randrange(len(parts)) if parts else -1
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED if len(parts) < 3 else zipfile.ZIP_DEFLATED) as archive:
        for number, (name, content) in enumerate(parts):
            archive.writestr(name, rng.choice(_OF_BYTES)(rng, content) if number == chosen else content)
    return packed.getvalue()


def _in_json(rng: random.Random, data: bytes) -> bytes:
    """Put another value, key or copy into JSON; what is no JSON is mutated as any file."""
    try:
        document = json.loads(data)
        places = [*_places(document)]
    except (ValueError, RecursionError):
        return _flip(rng, data)
    if not places:
        return json.dumps(rng.choice(VALUES)).encode()
    holder, key = rng.choice(places)
    if rng.random() < 0.2:
        del holder[key]
    elif rng.random() < 0.2:
        holder[key] = rng.choice(places)[0]
    else:
        holder[key] = rng.choice(VALUES)
    try:
        return json.dumps(document, ensure_ascii=rng.random() < 0.5).encode("utf-8", "surrogatepass")
    except (ValueError, RecursionError):  # one that holds itself
        return _flip(rng, data)


def _places(value: Any) -> Any:
    """Yield every list or object of a document with each of its positions or keys."""
    keys = list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for key in keys:
        yield value, key
        yield from _places(value[key])
