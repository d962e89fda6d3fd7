"""What a test may need that a laptop may lack: there it is skipped, in CI it must be there."""

import os

import pytest

from align.speech.whisper.weights import list_models


def needs_model(name: str) -> pytest.MarkDecorator:
    """Return the mark of a test that runs a model: green in CI never means that nothing ran."""
    is_here = name in {weights.name for weights in list_models()}
    return pytest.mark.skipif(not is_here and not os.environ.get("CI"), reason=f"the model {name} is not here")
