"""What are the reports of a pair called? As its article is; where two would be called alike, with a digest behind."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import PurePath
from unicodedata import normalize

from align.batches.pairs import Pair
from align.report.view.sanitize import printable

_LONGEST = 120
"""Bytes: file systems allow 255, and an ending and a digest come behind."""

_FEW_DIGITS, _ALL_DIGITS = 8, 64
"""Hexadecimal digits of a digest; all of them in the one case in many thousands in which a few are not enough."""

_FORBIDDEN = dict.fromkeys(map(ord, '/\\:*?"<>|.\0'), "_")
"""What means something in a path on some system. A dot, too: an article `a.labels` would get the reports of `a`."""

_TAKEN = frozenset(
    ["summary", "batch", "con", "prn", "aux", "nul"]
    + [f"{port}{number}" for port in ("com", "lpt") for number in range(10)]
)
"""Names of other files in the folder, and those that Windows keeps for devices."""


def name_pairs(pairs: Sequence[Pair]) -> tuple[str, ...]:
    """Return a name for every pair, each another, also where capitals do not count.

    It depends on the pair alone, and on whether another one's article is called alike: not on order.
    """
    plain = [_plain(pair.article) for pair in pairs]
    long = [
        [f"{base}-{_digest(pair)[:digits]}" for base, pair in zip(plain, pairs, strict=True)]
        for digits in (_FEW_DIGITS, _ALL_DIGITS)
    ]
    alike = _alike(plain) | {_folded(name) for names in long for name in names} | _TAKEN
    for names in long:
        chosen = [name if _folded(base) in alike else base for base, name in zip(plain, names, strict=True)]
        if not _alike(chosen):
            break
    return tuple(chosen)


def _plain(article: str) -> str:
    """Return the article's own name, without anything that leads out of a folder or is not seen."""
    stem = printable(normalize("NFC", PurePath(article.replace("\\", "/")).stem)).translate(_FORBIDDEN)
    return stem.encode(errors="replace")[:_LONGEST].decode(errors="ignore").strip(" -") or "article"


def _alike(names: Iterable[str]) -> set[str]:
    return {name for name, count in Counter(map(_folded, names)).items() if count > 1}


def _folded(name: str) -> str:
    return normalize("NFC", name.casefold())


def _digest(pair: Pair) -> str:
    """Return a digest of what was told of the pair, wherever that stands and from wherever it was read."""
    return hashlib.sha256(pair.told.encode(errors="replace")).hexdigest()
