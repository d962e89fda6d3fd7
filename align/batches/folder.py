"""Which files of a folder belong together? A recording goes with the article whose name its own begins with."""

import os
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from align.article.formats import READERS
from align.batches.pairs import Pair
from align.errors import OptionError
from align.validation import SOUND_ENDINGS

RULE = "talk.txt with talk.mp3, or with talk-1.mp3, talk-2.mp3, …"
"""The naming rule, as the help tells it."""

_PARTINGS = ".-_ "
"""What may stand in a recording's name between its article's name and more."""


def pair_folder(folder: Path) -> tuple[tuple[Pair, ...], tuple[str, ...]]:
    """Return the pairs of a folder, by name, and a sentence on every recording that has no article.

    An article without a recording is a pair that cannot be done. Raises OptionError if the folder cannot be listed, or
    holds no article.
    """
    try:
        names = sorted(entry.name for entry in os.scandir(folder) if entry.is_file() and not entry.name.startswith("."))
    except OSError as error:
        raise OptionError(f"The folder {folder} cannot be listed: {error.strerror}.") from error
    articles = [name for name in names if Path(name).suffix.lower() in READERS]
    if not articles:
        raise OptionError(f"There is no article in {folder}: put each beside its recordings, {RULE}.")
    stems = {Path(name).stem: name for name in articles}
    heard, alone = defaultdict[str, list[str]](list), list[str]()
    for name in (name for name in names if Path(name).suffix.lower() in SOUND_ENDINGS):
        stem = _stem_of(Path(name).stem, stems)
        (heard[stem] if stem is not None else alone).append(name)
    pairs = (_pair(folder, name, heard[Path(name).stem]) for name in articles)
    return tuple(pairs), tuple(f"{folder / name} goes with no article: {RULE}." for name in alone)


def _stem_of(recording: str, stems: Mapping[str, str]) -> str | None:
    """Return the longest name of an article that a recording's name begins with."""
    ends = [at for at, character in enumerate(recording) if character in _PARTINGS] + [len(recording)]
    return next((recording[:end] for end in reversed(ends) if recording[:end] in stems), None)


def _pair(folder: Path, article: str, recordings: Sequence[str]) -> Pair:
    problem = "" if recordings else f"{folder / article} has no recording beside it: {RULE}."
    paths = tuple(str(folder / name) for name in recordings)
    return Pair(paths, str(folder / article), place=article, told=article, problem=problem)
