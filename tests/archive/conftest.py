"""An archive of the LBC case, and of two hours that nobody said."""

from dataclasses import replace

import pytest

import align
from align.archive.entries import Addition
from align.archive.index import TranscriptIndex
from align.records import Model
from align.report import write_transcript
from tests import lbc_case
from tests.archive.corpus import hour, sentences

MODEL = Model("openai-whisper", "base", None)


@pytest.fixture
def archive(tmp_path, monkeypatch):
    """An empty archive, and a cache of its own."""
    monkeypatch.setenv("ALIGN_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("ALIGN_ARCHIVE", str(tmp_path / "archive"))
    return align.Archive()


@pytest.fixture
def recognizer(monkeypatch):
    """Who hears every recording of the case perfectly, and remembers which it heard."""
    perfect = lbc_case.PerfectRecognizer()
    monkeypatch.setattr("align.speech.engines.load_recognizer", lambda *_: perfect)
    return perfect


@pytest.fixture
def transcripts(tmp_path):
    """The transcripts of the case as files that name no sound that is here."""
    files = [tmp_path / f"{name}.json" for name in ("naseem", "smallman", "javid")]
    for number, file in enumerate(files):
        heard = lbc_case.transcript(file.stem)
        heard = replace(heard, recording=replace(heard.recording, sha256=f"{number:064x}"))
        write_transcript(heard, lbc_case.PerfectRecognizer.model, file)
    return files


@pytest.fixture(scope="session")
def hours(tmp_path_factory):
    """The file of an index of two hours."""
    file = tmp_path_factory.mktemp("hours") / "archive.sqlite"
    with TranscriptIndex(file, is_written=True) as index:
        for number in range(2):
            index.add([addition(hour(1, number, sentences()))])
    return file


def addition(transcript):
    """A transcript as it is put in when it was heard here."""
    sha256 = transcript.recording.sha256
    return Addition(transcript, MODEL, sha256, f"/nowhere/{transcript.recording.path}", {"is_timed": True})
