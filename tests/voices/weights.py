"""Makes the weights that are shipped from the wheel of Resemblyzer: `python -m tests.voices.weights WHEEL`.

`pip download resemblyzer==0.1.4 --no-deps` gets the wheel. Its `pretrained.pt` holds the network and the state of its
optimizer; only the network is kept, in 16 bits.
"""

import hashlib
import io
import sys
import zipfile
from pathlib import Path

import numpy as np
import torch

WHEEL_SHA256 = "8f12eb2f1a9982d32e8db7856de754709b59c93a77bcf0ff536584b619a9dd1f"
CHECKPOINT_SHA256 = "39373b86598fa3da9fcddee6142382efe09777e8d37dc9c0561f41f0070f134e"
SHIPPED = Path(__file__).parents[2] / "align" / "speech" / "voices" / "ge2e.npz"


def make_weights(wheel: Path, target: Path) -> None:
    """Write the network's weights; raises ValueError if the wheel is not the one that was looked at."""
    if hashlib.sha256(wheel.read_bytes()).hexdigest() != WHEEL_SHA256:
        raise ValueError(f"{wheel} is not Resemblyzer 0.1.4")
    with zipfile.ZipFile(wheel) as archive:
        checkpoint = archive.read("resemblyzer/pretrained.pt")
    if hashlib.sha256(checkpoint).hexdigest() != CHECKPOINT_SHA256:
        raise ValueError("its checkpoint is another")
    state = torch.load(io.BytesIO(checkpoint), map_location="cpu", weights_only=True)["model_state"]
    network = {name: values.numpy().astype(np.float16) for name, values in state.items() if "similarity" not in name}
    with target.open("wb") as file:
        np.savez_compressed(file, **network)


if __name__ == "__main__":
    make_weights(Path(sys.argv[1]), SHIPPED)
