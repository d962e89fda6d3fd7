"""What a recognizer remembers of three clips, and the answers that it must give whatever became of its memory."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

import numpy as np

from align.cache import Cache
from align.records import Model, Word
from align.speech.audio import Clip
from align.speech.cached import CachedAcousticModel
from align.speech.protocols import DecodedWindow

CLIPS = [Clip(f"clip {number}", partial(np.zeros, 16000, np.float32)) for number in range(3)]
WORDINGS = ("one way", "or the other")
MODEL = Model("fixed", "fixed", "0" * 64)


class Fixed:
    """An acoustic model that always says the same."""

    batch_size = 2

    def detect_language(self, clip: Clip) -> str:
        """Say that it is English."""
        return "en"

    def decode(self, clips: Sequence[Clip], language: str) -> tuple[DecodedWindow, ...]:
        """Hear two words in every clip."""
        return tuple(DecodedWindow((Word(" We", 0.0, 0.5), Word(" may.", 0.5, 1.0)), -0.25, 0.01) for _ in clips)

    def log_likelihoods(self, clip: Clip, wordings: Sequence[str], language: str) -> tuple[float, ...]:
        """Find longer wordings less likely."""
        return tuple(-float(len(wording)) for wording in wordings)


def answers(path: Path) -> object:
    """Return all that a model with its memory at `path` says."""
    model = CachedAcousticModel(MODEL, Fixed, Cache(path))
    return (
        [model.detect_language(clip) for clip in CLIPS],
        model.decode(CLIPS, "en"),
        [model.log_likelihoods(clip, WORDINGS, "en") for clip in CLIPS],
    )


def remember(path: Path) -> None:
    """Fill the memory at `path`, and put it into one file."""
    answers(path)
    Cache(path).prune(1.0)


def recall(path: Path) -> None:
    """Ask a model with this memory; raises AssertionError if it says something else than it would say without."""
    assert answers(path) == answers(path.with_name("new.sqlite"))
