"""Is an index as it was written? Every page, every passage, and every term that should lead to one is looked at."""

from collections.abc import Iterator
from hashlib import blake2b

from align.archive.index import TranscriptIndex
from align.errors import ArchiveError

_SIZE = 8
"""Bytes of the sums that are compared."""


def find_damage(index: TranscriptIndex) -> tuple[str, ...]:
    """Return what is wrong: sentences; nothing if all that was put in is there."""
    return tuple(dict.fromkeys(_problems(index)))


def _problems(index: TranscriptIndex) -> Iterator[str]:
    try:
        yield from (f"A page of the file is damaged: {said}." for said in index.integrity())
        expected = 0
        for entry in index.entries():
            try:
                index.whole(entry)
                expected ^= _sum(index.expected_terms(entry))
            except ArchiveError as error:
                yield str(error)
        if _sum(index.kept_terms()) != expected:
            yield "Words do not lead to where they are said, so that some would not be found."
    except ArchiveError as error:
        yield str(error)


def _sum(pairs: Iterator[tuple[str, int]]) -> int:
    """Return what is the same for the same terms of the same passages, in whatever order."""
    total = 0
    for term, passage in pairs:
        total ^= int.from_bytes(blake2b(f"{term} {passage}".encode(), digest_size=_SIZE).digest())
    return total
