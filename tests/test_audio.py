"""A recording in any shape sounds the same; what is no recording is refused in one sentence."""

import os
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import IO, Any

import numpy as np
import pytest

from align.cache import Cache
from align.errors import RecordingError
from align.records import Interval
from align.speech.audio import SAMPLE_RATE, Audio, open_audio, open_voices
from align.speech.clip_export import clip_mp3
from align.speech.ffmpeg import Decoded, decode, ffmpeg

SECONDS = 8.0
TONE = f"sine=frequency=440:duration={SECONDS}"


def encode(target: Path, *options: str, source: str = TONE) -> Path:
    """Write `source` (an ffmpeg filter) to `target` in the format of its extension."""
    command = [ffmpeg(), "-v", "error", "-y", "-f", "lavfi", "-i", source, *options, str(target)]
    subprocess.run(command, check=True)
    return target


def pitch(samples: np.ndarray) -> float:
    """Return the loudest frequency in Hz."""
    spectrum = np.abs(np.fft.rfft(samples * np.hanning(len(samples))))
    return float(np.argmax(spectrum) * SAMPLE_RATE / len(samples))


@pytest.mark.parametrize(
    "name",
    ["a.wav", "a.mp3", "a.m4a", "a.flac", "a.ogg", "a.opus", "a.mkv", "a name: with 'odd' letters.wav", "-a.wav"],
)
def test_formats_sound_alike(tmp_path: Path, name: str) -> None:
    with open_audio(str(encode(tmp_path / name))) as audio:
        assert audio.recording.duration == pytest.approx(SECONDS, abs=0.1)
        assert pitch(audio.samples(2, 4)) == pytest.approx(440, abs=2)


@pytest.mark.parametrize("rate", [8000, 22050, 44100, 96000])
@pytest.mark.parametrize("channels", [1, 2, 6])
def test_rates_and_channels_sound_alike(tmp_path: Path, rate: int, channels: int) -> None:
    path = encode(tmp_path / "a.wav", "-ar", str(rate), "-ac", str(channels))
    with open_audio(str(path)) as audio:
        assert audio.recording.duration == pytest.approx(SECONDS, abs=0.02)
        assert pitch(audio.samples(2, 4)) == pytest.approx(440, abs=2)


def test_a_film_whose_sound_ends_early_is_whole(tmp_path: Path) -> None:
    path = encode(tmp_path / "a.mp4", "-f", "lavfi", "-i", "color=c=red:s=64x64:d=12")
    with open_audio(str(path)) as audio:
        assert audio.recording.duration == pytest.approx(SECONDS, abs=0.1)


def test_samples_are_the_sound_at_that_instant(tmp_path: Path) -> None:
    with open_audio(str(encode(tmp_path / "a.wav"))) as audio:
        whole = audio.samples(0, SECONDS)
        assert len(whole) == SECONDS * SAMPLE_RATE
        for start, end in ((0.0, 0.5), (1.25, 3.0), (7.9, 20.0), (30.0, 31.0)):
            expected = whole[round(start * SAMPLE_RATE) : round(end * SAMPLE_RATE)]
            np.testing.assert_array_equal(audio.samples(start, end), expected)


def test_a_clip_is_an_mp3_of_that_length(tmp_path: Path) -> None:
    with open_audio(str(encode(tmp_path / "a.wav"))) as audio:
        (tmp_path / "clip.mp3").write_bytes(clip_mp3(audio, Interval(1.0, 3.0)))
    with open_audio(str(tmp_path / "clip.mp3")) as clip:
        assert clip.recording.duration == pytest.approx(2.0, abs=0.1)
        assert pitch(clip.samples(0.5, 1.5)) == pytest.approx(440, abs=2)


def test_pydub_itself_stays_as_it_is(tmp_path: Path) -> None:
    with open_audio(str(encode(tmp_path / "a.wav"))) as audio:
        clip_mp3(audio, Interval(1.0, 1.5))
    from pydub import AudioSegment

    assert AudioSegment.converter != ffmpeg()


def test_threads_decode_a_recording_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, decoded = encode(tmp_path / "a.wav"), []

    def slow(*given: Any) -> Decoded:
        decoded.append(given)
        time.sleep(0.05)
        return decode(*given)

    monkeypatch.setattr("align.speech.sound_file.decode", slow)
    with open_audio(str(path)) as audio, ThreadPoolExecutor(4) as threads:
        assert {len(samples) for samples in threads.map(lambda start: audio.samples(start, start + 1), range(4))} == {
            SAMPLE_RATE
        }
    assert len(decoded) == 1


def test_what_was_never_heard_begins_what_hears_once_and_what_is_known_does_not(tmp_path: Path) -> None:
    path, memory, begun = str(encode(tmp_path / "a.wav")), Cache(tmp_path / "cache.sqlite"), []
    for _ in range(2):
        (audio,) = open_voices(path, memory=memory, beside=lambda: begun.append(path))
        with audio:
            audio.samples(0, 1)
    assert begun == [path]


def test_what_is_no_recording_begins_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.wav").write_text("This is not a recording.")
    begun: list[str] = []
    with pytest.raises(RecordingError):
        open_voices(str(tmp_path / "a.wav"), beside=lambda: begun.append("a"))
    assert begun == []


def loudest(audio: Audio) -> float:
    return float(np.abs(audio.samples(0, SECONDS)).max())


def test_what_is_made_of_a_sound_is_made_once(tmp_path: Path) -> None:
    made: list[Audio] = []
    with open_audio(str(encode(tmp_path / "a.wav"))) as audio:
        assert audio.once(made.append) is audio.once(made.append) is None
        assert audio.once(loudest) is audio.once(loudest)
        assert made == [audio]


class _Slow:
    """A file in which others may come between seeking and reading."""

    def __init__(self, file: IO[bytes]) -> None:
        self.read = file.read
        self._file = file

    def seek(self, *to: int) -> int:
        at = self._file.seek(*to)
        time.sleep(0.005)
        return at


def test_threads_hear_what_they_ask_for(tmp_path: Path) -> None:
    path = encode(tmp_path / "a.wav", source=f"anoisesrc=duration={SECONDS}:seed=1:r=16000")
    starts = [0.1 * number for number in range(60)]
    with open_audio(str(path)) as audio, ThreadPoolExecutor(4) as threads:
        whole = audio.samples(0, SECONDS)
        (track,), decoding = audio._file._decoded
        vars(audio._file)["_decoded"] = (replace(track, pcm=_Slow(track.pcm)),), decoding
        heard = list(threads.map(lambda start: audio.samples(start, start + 1), starts))
    for start, samples in zip(starts, heard, strict=True):
        np.testing.assert_array_equal(samples, whole[round(start * SAMPLE_RATE) :][:SAMPLE_RATE])


def test_nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = encode(tmp_path / "a.wav")
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(scratch))
    with open_audio(str(path)) as audio:
        audio.samples(0, 1)
    assert list(scratch.iterdir()) == []


@pytest.mark.parametrize("name", ["a.mp3", "a.flac", "a.wav", "a.m4a", "a.mkv"])
@pytest.mark.parametrize("share", [0.2, 0.5, 0.8])
def test_a_cut_off_recording_is_refused(tmp_path: Path, name: str, share: float) -> None:
    noise = f"anoisesrc=duration={SECONDS}:seed=1"
    whole = encode(tmp_path / name, source=noise).read_bytes()
    (tmp_path / name).write_bytes(whole[: round(len(whole) * share)])
    with (
        pytest.raises(RecordingError, match=r"cut off or damaged|not a recording"),
        open_audio(str(tmp_path / name)) as audio,
    ):
        audio.samples(0, 1)


@pytest.mark.parametrize(
    ("name", "content", "complaint"),
    [
        ("empty.wav", b"", "is empty"),
        ("notes.mp3", "“Not a recording,” she said.\n".encode(), "is text"),
        ("text.txt", b"Plain words.", "is text"),
        ("noise.mp3", np.random.default_rng(1).bytes(50_000), "not a recording"),
    ],
)
def test_what_is_no_recording_is_refused(tmp_path: Path, name: str, content: bytes, complaint: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(RecordingError, match=complaint) as caught, open_audio(str(tmp_path / name)) as audio:
        audio.samples(0, 1)
    assert "\n" not in str(caught.value)
    assert name in str(caught.value)


def test_a_film_without_sound_is_refused(tmp_path: Path) -> None:
    path = encode(tmp_path / "mute.mp4", source="color=c=red:s=64x64:d=2")
    with pytest.raises(RecordingError, match="no sound"), open_audio(str(path)) as audio:
        audio.samples(0, 1)


def test_what_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RecordingError, match="no recording at"):
        open_audio(str(tmp_path / "absent.mp3"))
    with pytest.raises(RecordingError, match="folder"):
        open_audio(str(tmp_path))


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_what_may_not_be_read_is_refused(tmp_path: Path) -> None:
    path = encode(tmp_path / "a.wav")
    path.chmod(0)
    with pytest.raises(RecordingError, match="cannot be read"):
        open_audio(str(path))
