"""A file that breaks off within a page of Ogg or a frame of AAC is not whole, and is not taken for it."""

import subprocess
from pathlib import Path

import pytest

from align.errors import RecordingError
from align.speech.audio import open_audio
from align.speech.endings import Ending, ending_of
from align.speech.ffmpeg import ffmpeg
from tests.test_audio import encode

SOUND = "aevalsrc=0.3*random(0):s=16000:d=6"
FORMATS = {
    "a.ogg": ("libvorbis", "ogg"),
    "b.opus": ("libopus", "ogg"),
    "c.oga": ("flac", "ogg"),
    "d.aac": ("aac", "aac"),
}


@pytest.fixture(scope="module", params=FORMATS)
def sound(request, tmp_path_factory) -> tuple[bytes, str, str]:
    codec, format = FORMATS[request.param]
    path = encode(tmp_path_factory.mktemp("endings") / request.param, "-c:a", codec, "-ar", "48000", source=SOUND)
    return path.read_bytes(), request.param, format


def _ending(folder: Path, content: bytes, format: str) -> Ending:
    (folder / "part").write_bytes(content)
    return ending_of(folder / "part", format)


def test_a_whole_file_is_whole(tmp_path, sound):
    content, name, format = sound
    (tmp_path / name).write_bytes(content)

    assert ending_of(tmp_path / name, format) is Ending.WHOLE
    assert _ending(tmp_path, content + b"TAG" + bytes(125), format) is Ending.WHOLE
    with open_audio(str(tmp_path / name)) as audio:
        assert audio.recording.warnings == ()


def test_a_file_that_breaks_off_is_torn_wherever_it_does(tmp_path, sound):
    """But between two pages, of which the last one is not marked, or two frames, which nothing tells."""
    content, _, format = sound
    cuts = range(len(content) // 8, len(content) - 1, len(content) // 111)
    endings = [_ending(tmp_path, content[:cut], format) for cut in cuts]

    assert endings.count(Ending.TORN) >= 95
    assert format != "ogg" or Ending.WHOLE not in endings


def test_a_torn_file_is_refused(tmp_path, sound):
    content, name, _ = sound
    (tmp_path / name).write_bytes(content[: len(content) * 6 // 10])
    with pytest.raises(RecordingError, match="cut off"), open_audio(str(tmp_path / name)) as audio:
        audio.samples(0, 1)


def test_an_end_that_is_not_marked_is_said(tmp_path):
    """As a recorder leaves it that is killed, or a download that stops between two pages."""
    path = encode(tmp_path / "a.ogg", "-c:a", "libopus", source=SOUND)
    content = path.read_bytes()
    path.write_bytes(content[: content.rindex(b"OggS")])

    with open_audio(str(path)) as audio:
        assert audio.recording.warnings == ("Its last page is not marked as the last: its end may be missing.",)


def test_the_last_page_of_another_stream_is_not_the_last_of_all(tmp_path):
    path = tmp_path / "film.ogv"
    both = (
        "-f",
        "lavfi",
        "-i",
        "testsrc=d=6:s=64x64",
        "-f",
        "lavfi",
        "-i",
        SOUND,
        "-c:v",
        "libtheora",
        "-c:a",
        "libvorbis",
    )
    subprocess.run([ffmpeg(), "-v", "error", *both, str(path)], check=True)

    assert ending_of(path, "ogg") is Ending.WHOLE


@pytest.mark.parametrize("format", ["ogg", "aac", "wav"])
@pytest.mark.parametrize("content", [b"", b"OggS", b"OggS\0" + bytes(21), b"\xff", b"\xff\xf1" + bytes(90), bytes(9)])
def test_what_is_neither_breaks_nothing(tmp_path, format, content):
    assert _ending(tmp_path, content, format) in Ending
