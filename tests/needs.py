"""What a test may need that a laptop may lack: there it is skipped, in CI it must be there."""

import os
import shlex
from pathlib import Path

import pytest

from align.speech.whisper.weights import list_models


def needs_model(name: str) -> pytest.MarkDecorator:
    """Return the mark of a test that runs a model: green in CI never means that nothing ran."""
    is_here = name in {weights.name for weights in list_models()}
    return pytest.mark.skipif(not is_here and not os.environ.get("CI"), reason=f"the model {name} is not here")


def real_speech() -> tuple[Path, ...]:
    """Return the folders of real recordings that SPEECH names, as a shell reads it.

    They are not ours to give away, so that CI may lack them, too: the one thing that a test may be skipped for there.
    """
    return tuple(map(Path, shlex.split(os.environ.get("SPEECH", ""))))
