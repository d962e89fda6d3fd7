"""What need not be encoded again when a run is killed? Encoded sounds lie here until their text is written.

Encoding a window takes most of the time to hear it, and windows are written together, each a word at a time: without a
shelf a kill would lose the encoding of all that have not ended, with it that of the one being encoded.
"""

from collections.abc import Callable

from align.cache import Cache
from align.records import Model
from align.speech.audio import Clip

_REVISION = 1
"""To be raised when an engine encodes the same sound in another way."""

_KIND = "encoded"


class Shelf:
    """A part of the cache for one model, whose encoder makes `numbers` of this kind; without one nothing is kept."""

    def __init__(self, cache: Cache | None, model: Model, numbers: str) -> None:
        self._cache = cache
        self._suffix = f"{_REVISION} {model.engine} {model.sha256} {numbers}"

    def fetch(self, clip: Clip, encode: Callable[[], bytes]) -> bytes:
        """Return the clip encoded: what lies here, or what `encode` makes, which then lies here."""
        if self._cache is None:
            return encode()
        key = f"{_KIND} {clip.key} {self._suffix}"
        lying = self._cache.get_bytes(key)
        if lying is None:
            lying = encode()
            self._cache.put({key: lying})
        return lying


def clear_shelf(cache: Cache, recording: str) -> None:
    """Forget all encoded sounds of the recording with this SHA-256: their text is known."""
    cache.forget(f"{_KIND} {recording} ")
