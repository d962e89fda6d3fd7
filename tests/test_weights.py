"""A model is found where it is, checked, and converted without loss; where it is not, the ways to get it are told."""

import hashlib
import struct
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.errors import ModelError
from align.speech.whisper import ctranslate2_format, weights
from align.speech.whisper.weights import Package, find_weights, list_models


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whisper's cache is an empty folder, and nothing can be downloaded."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(weights, "_ADDRESS", "http://localhost:9/{digest}/{name}.pt")


def in_cache(tmp_path: Path, name: str, content: bytes) -> Path:
    path = tmp_path / "whisper" / f"{name}.pt"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)
    return path


def test_whisper_s_cache_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = in_cache(tmp_path, "tiny.en", b"weights")
    monkeypatch.setitem(weights._DIGESTS, "tiny.en", hashlib.sha256(b"weights").hexdigest())
    found = find_weights("tiny.en")
    assert (found.parts, found.sha256, found.is_packaged) == ((path,), hashlib.sha256(b"weights").hexdigest(), False)
    assert found in list_models()


def test_a_file_with_another_hash_is_not_believed(tmp_path: Path) -> None:
    in_cache(tmp_path, "medium", b"half a download")
    with pytest.raises(ModelError, match="medium is not here"):
        find_weights("medium")
    assert "medium" not in {found.name for found in list_models()}


def test_a_package_is_read_part_by_part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "half_a_model"
    package.mkdir()
    (package / "__init__.py").touch()
    (package / "one").write_bytes(b"first ")
    (package / "two").write_bytes(b"second")
    monkeypatch.syspath_prepend(tmp_path)
    digest = hashlib.sha256(b"first second").hexdigest()
    monkeypatch.setitem(
        weights.PACKAGES, "medium", Package(("half",), ("half_a_model/one", "half_a_model/two"), 12, digest)
    )
    found = find_weights("medium")
    assert (found.read(), found.is_packaged) == (b"first second", True)
    (package / "two").write_bytes(b"longer")
    with pytest.raises(ModelError, match="damaged"):
        find_weights("medium").read()
    (package / "two").write_bytes(b"changed")
    with pytest.raises(ModelError):
        find_weights("medium")


def test_what_was_read_ahead_is_given_out_once(tmp_path: Path) -> None:
    path = tmp_path / "mine.pt"
    path.write_bytes(b"mine")
    found = find_weights(str(path))
    found.read_ahead()
    path.write_bytes(b"else")
    assert found.read() == b"mine"  # and is not kept: there may be gigabytes
    with pytest.raises(ModelError, match="damaged"):
        found.read()
    found.read_ahead()  # what went wrong is raised where it is needed
    with pytest.raises(ModelError, match="damaged"):
        found.read()


def test_a_path_is_taken_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "mine.pt").write_bytes(b"mine")
    found = find_weights(str(tmp_path / "mine.pt"))
    assert (found.name, found.sha256) == ("mine", hashlib.sha256(b"mine").hexdigest())


def test_no_model_in_reach_tells_the_three_ways(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"offline.*connect to the internet or put medium\.pt into.*path") as caught:
        find_weights("medium")
    assert "\n" not in str(caught.value)
    assert not list(tmp_path.rglob("*.partial"))


def test_unknown_names_are_refused() -> None:
    with pytest.raises(ModelError, match="no model enormous: use tiny"):
        find_weights("enormous")


def test_aliases_are_whisper_s() -> None:
    with pytest.raises(ModelError, match="large-v3-turbo is not here"):
        find_weights("turbo")


def test_nothing_heavy_is_imported() -> None:
    heavy = "{'torch', 'whisper', 'numba', 'pydub'}"
    program = f"import sys, align.speech.engines; sys.exit(bool({heavy} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def string(text: str) -> bytes:
    return struct.pack("<H", len(text) + 1) + text.encode() + b"\0"


def file_of(variables: dict[str, np.ndarray]) -> bytes:
    """Write variables as CTranslate2 does."""
    content = struct.pack("<I", 6) + string("WhisperSpec") + struct.pack("<II", 3, len(variables))
    for name, array in variables.items():
        content += string(name) + struct.pack("<B", array.ndim) + struct.pack(f"<{array.ndim}I", *array.shape)
        content += struct.pack("<BI", {"float32": 0, "float16": 4}[array.dtype.name], array.nbytes) + array.tobytes()
    return content + struct.pack("<I", 0)


@given(st.dictionaries(st.text("abc/_0", min_size=1), st.lists(st.integers(0, 4), max_size=3)))
def test_variables_are_read_as_written(shapes: dict[str, list[int]]) -> None:
    generator = np.random.default_rng(1)
    variables = {name: generator.normal(size=shape).astype(np.float16) for name, shape in shapes.items()}
    read = ctranslate2_format.read_variables(file_of(variables))
    assert read.keys() == variables.keys()
    for name, array in variables.items():
        np.testing.assert_array_equal(read[name], array)


def test_stacked_weights_are_taken_apart() -> None:
    stacked = np.arange(12, dtype=np.float32).reshape(6, 2)
    state = ctranslate2_format.state_dict(
        {
            "decoder/layer_3/self_attention/linear_0/weight": stacked,
            "decoder/layer_3/self_attention/linear_0/bias": np.arange(6, dtype=np.float32),
            "decoder/layer_norm/gamma": stacked,
            "decoder/num_heads": np.array(2, dtype=np.int16),
        }
    )
    assert set(state) == {
        "decoder.blocks.3.attn.query.weight",
        "decoder.blocks.3.attn.key.weight",
        "decoder.blocks.3.attn.value.weight",
        "decoder.blocks.3.attn.query.bias",
        "decoder.blocks.3.attn.value.bias",
        "decoder.ln.weight",
    }
    np.testing.assert_array_equal(state["decoder.blocks.3.attn.key.weight"], stacked[2:4])


@pytest.mark.model
def test_alignment_heads_are_told_by_a_private_table_of_whisper_s() -> None:
    """It is `checkpoint.py` that reads it: without its row a model's words would be timed by half of all heads.

    If this fails, a release of openai-whisper keeps them elsewhere.
    """
    import whisper

    assert {*weights._DIGESTS} <= {*whisper._ALIGNMENT_HEADS}


@pytest.mark.model
def test_names_and_hashes_are_whisper_s() -> None:
    import whisper

    ours = weights._DIGESTS
    theirs = {name: address.split("/")[-2] for name, address in whisper._MODELS.items()}
    assert {**ours, **{alias: ours[name] for alias, name in weights._ALIASES.items()}} == theirs
