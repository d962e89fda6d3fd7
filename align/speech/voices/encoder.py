"""Which network tells voices apart? One protocol: what one writes to use another one, and a line of `ENCODER`."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import import_module
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

WINDOW = 1.6
"""Seconds of sound that an encoder hears at once: what GE2E was trained on."""


Piece = tuple[NDArray[np.float32], Sequence[int]]
"""Sound at 16 kHz, and the samples at which windows begin, in order; there is one, and all lie within the sound."""


class VoiceEncoder(Protocol):
    """A network that puts sound into a space in which the same voice is near itself, whatever it says."""

    def embed(self, pieces: Iterable[Piece]) -> Iterator[NDArray[np.float32]]:
        """Yield for each piece of sound the vectors of its windows, shape `(windows, 256)`, each of length 1."""
        ...


ENCODER = "align.speech.voices.ge2e:GE2E"
"""The encoder that is used, as `module:class`. What was remembered of another one is not used."""


def load_encoder() -> VoiceEncoder:
    """Return the encoder with its weights."""
    module, _, name = ENCODER.partition(":")
    make: Callable[[], VoiceEncoder] = getattr(import_module(module), name)
    return make()
