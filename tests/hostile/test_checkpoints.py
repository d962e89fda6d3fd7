"""A file that is no Whisper model is a sentence, whatever is wrong with it; and nothing in it is run."""

import hashlib
import io
import os
import pickle
import zipfile
from pathlib import Path

import pytest
import torch

from align.errors import ModelError
from align.speech.whisper.checkpoint import load_whisper
from align.speech.whisper.weights import find_weights
from tests.hostile.readers import checkpoint_state

pytestmark = pytest.mark.hostile


class _Bomb:
    """Does something when it is unpickled."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, ...]:
        return os.mkdir, (str(self.path),)


def _saved(value: object) -> bytes:
    file = io.BytesIO()
    torch.save(value, file)
    return file.getvalue()


def _with_dims(**changed: object) -> bytes:
    state = checkpoint_state()
    return _saved({**state, "dims": {**state["dims"], **changed}})


def _with_state(**changed: object) -> bytes:
    state = checkpoint_state()
    return _saved({**state, "model_state_dict": {**state["model_state_dict"], **changed}})


def _without(name: str) -> bytes:
    state = checkpoint_state()
    return _saved({**state, "model_state_dict": {k: v for k, v in state["model_state_dict"].items() if k != name}})


def _repacked(change: str) -> bytes:
    """Return a whole checkpoint whose archive lacks a part, or has an empty one."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(_saved(checkpoint_state()))) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            if change not in name:
                new.writestr(name, old.read(name))
    return packed.getvalue()


GAMMA = "decoder.ln.weight"
BAD = {
    "nothing": lambda: b"",
    "text": lambda: b"This is no model.\n" * 100,
    "a tensor": lambda: _saved(torch.zeros(3)),
    "a list": lambda: _saved([1, 2]),
    "nothing in it": lambda: _saved({}),
    "dims alone": lambda: _saved({"dims": checkpoint_state()["dims"]}),
    "weights alone": lambda: _saved({"model_state_dict": checkpoint_state()["model_state_dict"]}),
    "dims that are none": lambda: _saved({**checkpoint_state(), "dims": 7}),
    "weights that are none": lambda: _saved({**checkpoint_state(), "model_state_dict": 7}),
    "weights in a list": lambda: _saved({**checkpoint_state(), "model_state_dict": [torch.zeros(3)]}),
    "a dimension too many": lambda: _with_dims(n_more=1),
    "a dimension of none": lambda: _with_dims(n_mels=0),
    "a dimension below none": lambda: _with_dims(n_audio_layer=-1),
    "a dimension of text": lambda: _with_dims(n_audio_layer="1"),
    "a broken dimension": lambda: _with_dims(n_audio_layer=1.0),
    "a true dimension": lambda: _with_dims(n_audio_layer=True),
    "a vast dimension": lambda: _with_dims(n_vocab=10**12),
    "a vast width": lambda: _with_dims(n_audio_state=64 * 10**6, n_text_state=64 * 10**6),
    "a vast depth": lambda: _with_dims(n_text_layer=10**9),
    "other dimensions": lambda: _with_dims(n_text_layer=2),
    "no heads": lambda: _with_dims(n_audio_head=0),
    "another width of text": lambda: _with_dims(n_text_state=128),
    "a wrong shape": lambda: _with_state(**{GAMMA: torch.zeros(65)}),
    "a wrong rank": lambda: _with_state(**{GAMMA: torch.zeros(8, 8)}),
    "a number for weights": lambda: _with_state(**{GAMMA: 1.0}),
    "text for weights": lambda: _with_state(**{GAMMA: "ones"}),
    "sparse weights": lambda: _with_state(**{GAMMA: torch.ones(64).to_sparse()}),
    "weights that are no numbers": lambda: _with_state(**{GAMMA: torch.full((64,), float("nan"))}),
    "weights without end": lambda: _with_state(**{GAMMA: torch.full((64,), float("inf"))}),
    "a missing key": lambda: _without(GAMMA),
    "a key too many": lambda: _with_state(more=torch.zeros(1)),
    "the first half": lambda: _saved(checkpoint_state())[: 1 << 20],
    "the last bytes missing": lambda: _saved(checkpoint_state())[:-9],
    "a zip of something else": lambda: _repacked("/"),
    "a missing part": lambda: _repacked("data/5"),
    "no pickle in it": lambda: _repacked("data.pkl"),
    "a bare pickle": lambda: pickle.dumps({"dims": checkpoint_state()["dims"], "model_state_dict": {}}),
}


@pytest.mark.parametrize("kind", BAD)
def test_what_is_no_checkpoint_is_a_sentence(tmp_path, kind):
    path = tmp_path / "mine.pt"
    path.write_bytes(BAD[kind]())
    with pytest.raises(ModelError, match=r"^mine\.pt is not an openai-whisper checkpoint: .*\.$"):
        load_whisper(find_weights(str(path)))


@pytest.mark.parametrize("name", ["mine.pt", "base.pt"])
def test_a_whole_checkpoint_is_read(tmp_path, name):
    """Also under the name of a larger model, whose alignment heads it lacks."""
    path = tmp_path / name
    path.write_bytes(_saved(checkpoint_state()))

    assert load_whisper(find_weights(str(path))).dims.n_text_layer == 1


@pytest.mark.parametrize("protocol", [0, 2, 4])
@pytest.mark.parametrize("packed", [False, True])
def test_no_pickle_is_run(tmp_path, protocol, packed):
    bomb = {**checkpoint_state(), "more": _Bomb(tmp_path / "done")}
    content = _saved(bomb) if packed else pickle.dumps(bomb, protocol)
    (tmp_path / "mine.pt").write_bytes(content)
    with pytest.raises(ModelError, match="is not an openai-whisper checkpoint"):
        load_whisper(find_weights(str(tmp_path / "mine.pt")))

    assert not (tmp_path / "done").exists()


@pytest.mark.parametrize("name", ["x" * 5000, "a" * 300 + ".pt", "\udcff.pt", "[bold]x[/bold].pt", "", ".", "/", "\0"])
def test_a_name_that_no_file_can_have_is_no_model(name):
    with pytest.raises(ModelError, match="There is no model"):
        find_weights(name)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_checkpoint_that_nobody_may_read_is_a_sentence(tmp_path):
    (tmp_path / "mine.pt").touch(mode=0)
    with pytest.raises(ModelError, match="cannot be read: Permission denied"):
        find_weights(str(tmp_path / "mine.pt"))


def test_a_checkpoint_that_goes_away_is_a_sentence(tmp_path):
    path = tmp_path / "mine.pt"
    path.write_bytes(b"weights")
    found = find_weights(str(path))
    path.unlink()
    assert found.sha256 == hashlib.sha256(b"weights").hexdigest()
    with pytest.raises(ModelError, match="cannot be read: No such file"):
        load_whisper(found)
