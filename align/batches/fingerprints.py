"""Is a report still right? It is as long as all that it was made of is the same: bytes, options, models, version."""

import hashlib
import os
from collections.abc import Sequence
from dataclasses import astuple
from functools import lru_cache

from align._version import __version__
from align.batches.pairs import ModelChoice, Pair
from align.cache import key_of
from align.errors import OptionError


def fingerprint_of(pair: Pair, endings: Sequence[str], choice: ModelChoice) -> str:
    """Return what changes if the reports of a pair would; raises AlignError if a file or a model is not there."""
    digests = [(path, digest_of(path)) for path in pair.files]
    return key_of(__version__, astuple(pair.options), digests, sorted(endings), _models_of(pair, choice))


def digest_of(path: str) -> str:
    """Return the SHA-256 of a file's bytes; raises OptionError. A file that is as it was is not read again."""
    try:
        found = os.stat(path)
        return _digest(path, (found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns))
    except FileNotFoundError:
        raise OptionError(f"There is no file {path}: check the path.") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise OptionError(f"{path} cannot be read ({reason}): give a file.") from error


@lru_cache(maxsize=4096)  # files that are as they were
def _digest(path: str, _: tuple[int, ...]) -> str:
    if os.path.exists(path) and not os.path.isfile(path) and not os.path.isdir(path):
        raise OptionError(f"{path} is a pipe or a device, not a file: write what comes from it into a file first.")
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _models_of(pair: Pair, choice: ModelChoice) -> tuple[tuple[str | None, ...], ...]:
    """Return which models judge a pair; none where there is no sound."""
    if not pair.has_sound:
        return ()
    models = choice.models
    each = (models.model, models.listener.model, *([models.verifying.model] if models.verifying else []))
    return tuple((one.engine, one.name, one.sha256) for one in each)
