"""Which network tells voices apart? One protocol: what one writes to use another one, and a line of `ENCODER`."""

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

WINDOW = 1.6
"""Seconds of sound that an encoder hears at once: what GE2E was trained on."""


class VoiceEncoder(Protocol):
    """A network that puts sound into a space in which the same voice is near itself, whatever it says."""

    def embed(self, sound: NDArray[np.float32], starts: Sequence[int]) -> NDArray[np.float32]:
        """Return a vector of length 1 for each window of some sound at 16 kHz.

        `starts` are the samples at which windows begin, in order, and all of them lie within the sound.
        """
        ...


ENCODER = "align.speech.voices.ge2e:GE2E"
"""The encoder that is used, as `module:class`. What was remembered of another one is not used."""


def load_encoder() -> VoiceEncoder:
    """Return the encoder with its weights."""
    module, _, name = ENCODER.partition(":")
    make: Callable[[], VoiceEncoder] = getattr(import_module(module), name)
    return make()
