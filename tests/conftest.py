"""How hard the laws are tried: by drawing anew on a laptop, alike and longer in CI (`--hypothesis-profile`); voices."""

import os
import shutil
import signal

import pytest
from hypothesis import settings

from align import Models
from align.speech.audio import open_audio
from tests import lbc_case

settings.register_profile("dev", max_examples=100)
settings.register_profile("ci", settings.get_profile("ci"), max_examples=400)
settings.load_profile("ci" if os.environ.get("CI") else "dev")


def pytest_configure():
    """Hear Ctrl-C, which what a shell starts in the background ignores, and so would all processes of the tests."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def heard_voices(tmp_path_factory):
    """A cache in which the voices of the LBC case are remembered: telling them apart anew takes each test seconds."""
    folder = tmp_path_factory.mktemp("voices")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ALIGN_CACHE", str(folder))
        models = Models()
        for name in ("naseem", "smallman"):
            with open_audio(str(lbc_case.FOLDER / f"{name}.mp3"), models.memory) as audio:
                models.diarizer.diarize(audio, lbc_case.transcript(name))
    return folder


@pytest.fixture
def case_cache(heard_voices, tmp_path, monkeypatch):
    """A cache of the test's own, in which nothing but those voices is remembered."""
    shutil.copytree(heard_voices, tmp_path / "cache")
    monkeypatch.setenv("ALIGN_CACHE", str(tmp_path / "cache"))
