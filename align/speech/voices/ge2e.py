"""Whose voice is it? The speaker encoder of Resemblyzer (GE2E: Wan et al. 2018), an LSTM over 1.6 s of mel spectrum.

Its weights are shipped in 16 bits (`ge2e.npz`), with their licence and notice beside them.
"""

from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files
from itertools import chain, islice, tee

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn
from torch.nn import functional

from align.speech.ffmpeg import SAMPLE_RATE
from align.speech.processor import computes_bfloat16
from align.speech.voices.encoder import WINDOW, Piece
from align.speech.voices.mel import BANDS, HOP, MelSpectrum
from align.speech.workers import all_cores, give_back

_HIDDEN = 256
_LAYERS = 3
_FRAMES = round(WINDOW * SAMPLE_RATE) // HOP

_BATCH = 32
"""Windows that a core computes at once: more take no less time, and each 0.7 MB while it lasts."""


class GE2E:
    """The network. The spectrum goes in as power, without a logarithm: how loud the sound is matters.

    In bfloat16 where the processor computes with it: four times as fast, and no likeness differs by more than 0.02.
    """

    def __init__(self) -> None:
        give_back()  # what was heard and judged before
        self._mel = MelSpectrum()
        self._lstm = nn.LSTM(BANDS, _HIDDEN, _LAYERS, batch_first=True)
        self._linear = nn.Linear(_HIDDEN, _HIDDEN)
        network = nn.ModuleDict({"lstm": self._lstm, "linear": self._linear})
        network.load_state_dict(_read_weights())
        network.requires_grad_(requires_grad=False)
        self._numbers = torch.bfloat16 if computes_bfloat16() else torch.float32
        self._lstm.to(self._numbers)

    def embed(self, pieces: Iterable[Piece]) -> Iterator[NDArray[np.float32]]:
        """Yield for each piece of sound the vectors of its windows; they begin at multiples of 10 ms."""
        batches, counts = tee(([(sound, part) for part in _batches(starts)] for sound, starts in pieces))
        done = all_cores().map_ahead(lambda batch: self._embed(*batch), chain.from_iterable(batches))
        for of_piece in counts:
            yield np.concatenate([*islice(done, len(of_piece))])
            give_back()  # 100 MB of half an hour, else

    @torch.inference_mode()
    def _embed(self, sound: NDArray[np.float32], starts: Sequence[int]) -> NDArray[np.float32]:
        """Return the vectors of windows that follow each other: what they share of the spectrum is computed once."""
        first, stop = starts[0], starts[-1] + _FRAMES * HOP
        spectrum = self._mel(torch.from_numpy(sound[first:stop])[None])[0].to(self._numbers)
        places = ((start - first) // HOP for start in starts)
        _, (states, _) = self._lstm(torch.stack([spectrum[place : place + _FRAMES] for place in places]))
        vectors: NDArray[np.float32] = functional.normalize(functional.relu(self._linear(states[-1].float()))).numpy()
        return vectors


def _batches(starts: Sequence[int]) -> list[Sequence[int]]:
    return [starts[at : at + _BATCH] for at in range(0, len(starts), _BATCH)]


def _read_weights() -> dict[str, torch.Tensor]:
    with files(__package__).joinpath("ge2e.npz").open("rb") as file, np.load(file) as arrays:
        return {name: torch.from_numpy(arrays[name].astype(np.float32)) for name in arrays.files}
