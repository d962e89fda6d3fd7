"""Times are the file's, what is whole is not refused, what may be missing is said."""

import os
import signal
import struct
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from align.cache import Cache
from align.errors import OptionError, RecordingError
from align.speech.audio import SAMPLE_RATE, open_audio, open_voices
from align.speech.ffmpeg import ffmpeg
from align.speech.headers import ends_with_whole_frame
from tests.test_audio import encode

MARK, SECONDS = 5.0, 8.0
SOUND = f"aevalsrc=0.02*random(0)+0.5*sin(880*PI*t)*gt(t\\,{MARK}):s=16000:d={SECONDS}"
"""Hiss, and a tone from `MARK` on."""

PICTURES = ("-f", "lavfi", "-i", "color=c=red:s=64x64:r=25:d=14")
CODECS = {
    "a.wav": "pcm_s16le", "a.w64": "pcm_s16le", "a.aiff": "pcm_s16be", "a.au": "pcm_s16be", "a.caf": "pcm_s16be",
    "a.flac": "flac", "a.mp3": "libmp3lame", "a.aac": "aac", "a.m4a": "aac", "a.mp4": "aac", "a.mov": "aac",
    "a.webm": "libopus", "a.ogg": "libvorbis", "a.opus": "libopus", "a.mkv": "aac", "a.avi": "pcm_s16le",
    "a.ts": "aac", "a.mpg": "mp2", "a.flv": "aac", "a.wma": "wmav2", "a.ac3": "ac3",
}  # fmt: skip
RATES = {"a.mpg": "48000", "a.ac3": "48000", "a.flv": "44100"}


def sounding(folder: Path, name: str) -> Path:
    return encode(folder / name, "-c:a", CODECS[name], "-ar", RATES.get(name, "16000"), source=SOUND)


def changed(path: Path, name: str, *options: str) -> Path:
    """Write a file anew, without decoding it."""
    target = path.parent / name
    subprocess.run([ffmpeg(), "-v", "error", "-y", "-i", str(path), "-c", "copy", *options, str(target)], check=True)
    return target


def onset(path: Path) -> float:
    """When the tone begins, in seconds, by the one recording that the file is."""
    (audio,) = open_voices(str(path))
    with audio:
        loud = np.abs(audio.samples(0, audio.recording.duration)) > 0.2
    return float(np.argmax(loud)) / SAMPLE_RATE


def names(path: Path, track: int | None = None, memory: Cache | None = None) -> list[str | None]:
    """What the recordings are called that a file is."""
    audios = open_voices(str(path), track, memory)
    audios[0].close()
    return [audio.track for audio in audios]


@pytest.mark.parametrize("name", CODECS)
def test_times_are_the_file_s(tmp_path, name):
    assert onset(sounding(tmp_path, name)) == pytest.approx(MARK, abs=0.1)


@pytest.mark.parametrize("name", ["a.mp4", "a.mov", "a.mkv", "a.ts", "a.mpg", "a.flv"])
def test_sound_may_start_after_the_pictures(tmp_path, name):
    sound = sounding(tmp_path, "a.wav")
    path = tmp_path / name
    command = [ffmpeg(), "-v", "error", "-y", *PICTURES, "-itsoffset", "3", "-i", str(sound), "-map", "0", "-map", "1"]
    rate = RATES.get(name, "16000")
    codec = {"a.mpg": "mpeg2video", "a.ts": "mpeg2video", "a.flv": "flv"}.get(name, "mpeg4")
    subprocess.run([*command, "-c:v", codec, "-c:a", CODECS[name], "-ar", rate, str(path)], check=True)

    assert onset(path) == pytest.approx(MARK + 3, abs=0.1)


@pytest.mark.parametrize("name", ["a.mkv", "a.webm", "a.ts", "a.mp4", "a.flv"])
def test_a_file_need_not_start_at_0(tmp_path, name):
    later = changed(sounding(tmp_path, name), f"b{name}", "-output_ts_offset", "7", "-copyts")

    assert onset(later) in (pytest.approx(MARK, abs=0.1), pytest.approx(MARK + 7, abs=0.1))


@pytest.mark.parametrize("name", ["a.mkv", "a.webm", "a.ts", "a.mp4", "a.m4a", "a.flv", "a.ogg"])
def test_lost_packets_are_silence(tmp_path, name):
    lossy = changed(sounding(tmp_path, name), f"b{name}", "-bsf:a", r"noise=drop=between(pts*tb\,2\,4)")

    assert onset(lossy) == pytest.approx(MARK, abs=0.1)
    with open_audio(str(lossy)) as audio:
        (warning,) = audio.recording.warnings
        assert warning == "Sound is missing within it: 2.0 s in all are heard as silence."


@pytest.mark.parametrize("name", ["a.flac", "a.mkv", "a.mp3", "a.ts", "a.ogg", "a.aac"])
def test_files_that_were_joined_are_heard_to_their_end(tmp_path, name):
    path = sounding(tmp_path, name)
    path.write_bytes(2 * path.read_bytes())
    with open_audio(str(path)) as audio:
        assert audio.recording.duration == pytest.approx(2 * SECONDS, abs=0.3)


LENGTHS = {
    "nothing": (0, "does not say how long"),
    "31 bits": (0x7FFFFFFF, "does not say how long"),
    "nearly 31 bits": (0x7FFFF000, "does not say how long"),
    "32 bits": (0xFFFFFFFF, "does not say how long"),
    "a half": (int(SECONDS * SAMPLE_RATE), "promises less than there is: all 8.0 s were read"),
    "a word too much": (int(SECONDS * SAMPLE_RATE) * 2 + 40, None),
}


@pytest.mark.parametrize(("length", "warning"), LENGTHS.values(), ids=LENGTHS)
def test_a_wav_is_read_to_its_end_whatever_its_header_says(tmp_path, length, warning):
    path = encode(tmp_path / "a.wav", "-bitexact", source=SOUND)
    sound = bytearray(path.read_bytes())
    at = sound.index(b"data") + 4
    sound[at : at + 4] = struct.pack("<I", length)
    path.write_bytes(sound)

    assert onset(path) == pytest.approx(MARK, abs=0.01)
    with open_audio(str(path)) as audio:
        assert audio.recording.duration == pytest.approx(SECONDS, abs=0.01)
        assert ([warning in one for one in audio.recording.warnings] or [None]) == [warning and True]


def test_what_stands_behind_the_sound_of_a_wav_is_no_sound(tmp_path):
    path = encode(tmp_path / "a.wav", "-bitexact", source=SOUND)
    with path.open("ab") as file:
        file.write(b"LIST" + struct.pack("<I", 64_000) + bytes(64_000))
    with open_audio(str(path)) as audio:
        assert audio.recording.duration == pytest.approx(SECONDS, abs=0.01)
        assert audio.recording.warnings == ()


def test_an_mp3_whose_length_is_estimated_is_whole(tmp_path):
    """Silence first, at a low rate: the estimate is four times too long."""
    path = encode(
        tmp_path / "a.mp3", "-write_xing", "0", "-q:a", "2", source="sine=f=440:d=8,volume=0:enable=lt(t\\,5)"
    )
    with open_audio(str(path)) as audio:
        assert audio.recording.duration == pytest.approx(SECONDS, abs=0.2)


def test_an_mp3_that_is_a_part_of_another_is_heard_with_a_warning(tmp_path):
    path = encode(tmp_path / "a.mp3", "-b:a", "64k", "-ar", "16000", source=SOUND)
    whole = path.read_bytes()
    ends = [end for end in range(len(whole) // 2, len(whole) // 2 + 2000) if _ends_whole(path, whole[:end])]
    path.write_bytes(whole[: ends[0]])
    with open_audio(str(path)) as audio:
        (warning,) = audio.recording.warnings
        assert "get the whole file, if this is not a part of it" in warning
    path.write_bytes(whole[: ends[0] + 20])
    with pytest.raises(RecordingError, match="cut off"), open_audio(str(path)) as audio:
        audio.samples(0, 1)


def _ends_whole(path: Path, content: bytes) -> bool:
    path.write_bytes(content)
    return ends_with_whole_frame(path)


@pytest.mark.parametrize("tag", [b"TAG" + bytes(125), b"APETAGEX" + struct.pack("<IIII", 2000, 32, 0, 0) + bytes(8)])
def test_tags_behind_an_mp3_are_no_part_of_its_frames(tmp_path, tag):
    path = encode(tmp_path / "a.mp3", source=SOUND)
    assert ends_with_whole_frame(path)
    if tag.startswith(b"APE"):
        path.write_bytes(path.read_bytes() + bytes(32 - len(tag)))
        tag = tag.replace(struct.pack("<I", 32), struct.pack("<I", 0))
        tag = b"APETAGEX" + struct.pack("<IIII", 2000, 32, 0, 0) + bytes(8)
    path.write_bytes(path.read_bytes() + tag)
    assert ends_with_whole_frame(path)


@pytest.mark.parametrize("channels", [1, 2, 3, 6, 10, 12])
def test_any_number_of_channels_is_heard(tmp_path, channels):
    source = "aevalsrc=" + "|".join([r"0.5*sin(880*PI*t)*gt(mod(t\,1)\,0.5)"] * channels) + ":s=16000:d=4"
    with open_audio(str(encode(tmp_path / "a.wav", source=source))) as audio:
        assert np.abs(audio.samples(0, 4)).max() == pytest.approx(0.5, abs=0.02)


TWO_VOICES = r"aevalsrc=0.5*sin(880*PI*t)*gt(mod(t\,2)\,1)|0.5*sin(990*PI*t)*lt(mod(t\,2)\,1):s=16000:d=8"
"""In turns, each in a channel."""


def test_voices_that_are_mixed_are_said_to_be(tmp_path):
    """As where a transcript is given, which is of all."""
    two, one = encode(tmp_path / "a.wav", source=TWO_VOICES), encode(tmp_path / "b.wav", "-ac", "2")

    with open_audio(str(two)) as audio:
        assert [("channel 1 of 2, channel 2 of 2" in warning) for warning in audio.recording.warnings] == [True]
    with open_audio(str(one)) as audio:
        assert audio.recording.warnings == ()
    voices = open_voices(str(two))
    assert [voice.recording.warnings for voice in voices] == [(), ()]
    voices[0].close()


def test_which_voices_there_are_is_remembered(tmp_path, monkeypatch):
    """A second run decodes nothing."""
    path, memory = encode(tmp_path / "a.wav", source=TWO_VOICES), Cache()
    first = names(path, memory=memory)
    monkeypatch.setattr("align.speech.sound_file.decode", lambda *_: pytest.fail("it was decoded again"))

    assert names(path, memory=memory) == first == ["channel 1 of 2", "channel 2 of 2"]


def test_a_wrong_track_is_refused(tmp_path):
    path = encode(tmp_path / "a.wav", "-ac", "2")
    assert names(path, 2) == ["channel 2 of 2"]
    for number in (0, 3, -1):
        with pytest.raises(OptionError, match=f"has 2 channels, so there is no --track {number}"):
            open_voices(str(path), number)


ODD_NAMES = [
    "100%d.wav",
    "a:b.wav",
    "a\nb.wav",
    "-i.wav",
    "caf\udce9.wav",
    "ü" * 120 + ".wav",
    "file:x.wav",
    "[0]'.wav",
]


@pytest.mark.parametrize("name", ODD_NAMES)
def test_any_name_is_opened(tmp_path, monkeypatch, name):
    os.replace(encode(tmp_path / "a.wav"), tmp_path / name)
    monkeypatch.chdir(tmp_path)
    for path in (name, str(tmp_path / name)):
        with open_audio(path) as audio:
            assert audio.recording.duration == pytest.approx(SECONDS, abs=0.01)


PLAYLIST = "#EXTM3U\n#EXT-X-TARGETDURATION:3\n#EXTINF:3,\nsecret.wav\n#EXT-X-ENDLIST\n"
LISTS = {
    "a.m3u8": PLAYLIST,
    "a.mp3": PLAYLIST,
    "b.wav": "ffconcat version 1.0\nfile secret.wav\n",
    "a.sdp": "v=0\no=- 0 0 IN IP4 127.0.0.1\nc=IN IP4 127.0.0.1\nt=0 0\nm=audio 9 RTP/AVP 0\n",
    "a.mpd": '<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011"><Period/></MPD>',
    "a.avs": 'DirectShowSource("secret.wav")',
}


@pytest.mark.parametrize("name", LISTS)
def test_what_names_other_files_is_refused(tmp_path, name):
    encode(tmp_path / "secret.wav")
    (tmp_path / name).write_bytes(LISTS[name].encode() + b"#\xff\n")
    with (
        pytest.raises(RecordingError, match=r"playlist|not a recording") as caught,
        open_audio(str(tmp_path / name)) as audio,
    ):
        audio.samples(0, 1)
    assert "\n" not in str(caught.value).replace(str(tmp_path), "")


def test_a_pipe_is_refused_without_waiting(tmp_path):
    os.mkfifo(tmp_path / "pipe.wav")
    for path in (str(tmp_path / "pipe.wav"), "/dev/zero"):
        with pytest.raises(RecordingError, match="a pipe or a device"):
            open_audio(path)


def test_a_small_file_does_not_become_hours(tmp_path):
    head = struct.pack("<4sI4s4sIHHIIHH4sI", b"RIFF", 20_036, b"WAVE", b"fmt ", 16, 1, 1, 1, 1, 1, 8, b"data", 20_000)
    (tmp_path / "a.wav").write_bytes(head + bytes(range(200)) * 100)
    with pytest.raises(RecordingError, match="has 1 samples a second"), open_audio(str(tmp_path / "a.wav")) as audio:
        audio.samples(0, 1)


@pytest.mark.parametrize("change", ["longer", "other", "replaced", "gone"])
def test_a_recording_that_changes_while_it_is_read_is_refused(tmp_path, change):
    """Nothing of it is kept under the name of what it was."""
    path, memory = encode(tmp_path / "a.wav"), Cache()
    audio = open_audio(str(path), memory)
    if change == "longer":
        path.write_bytes(path.read_bytes() + bytes(3200))
    elif change == "other":
        times = path.stat()
        path.write_bytes(path.read_bytes()[::-1])
        os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    elif change == "replaced":
        os.replace(encode(tmp_path / "b.wav"), path)
    else:
        path.unlink()
    with pytest.raises(RecordingError, match=r"changed while it was read|No such file"), audio:
        audio.samples(0, 1)
    assert memory.summary().entries == 0


@pytest.mark.parametrize("ending", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_ffmpeg_ends_when_we_end(tmp_path, ending):
    path = encode(tmp_path / "long.flac", source="anoisesrc=d=1200:r=48000:a=0.1")
    code = f"from align.speech.audio import open_audio\nopen_audio({str(path)!r}).samples(0, 1)"
    with subprocess.Popen([sys.executable, "-c", code], stderr=subprocess.DEVNULL) as program:
        children = _wait_for(lambda: _children_of(program.pid))
        program.send_signal(ending)
    assert children
    assert _wait_for(lambda: not any(map(_is_alive, children)))


def _children_of(process: int) -> list[int]:
    path = Path(f"/proc/{process}/task/{process}/children")
    return [int(child) for child in path.read_text().split()] if path.exists() else []


def _is_alive(process: int) -> bool:
    status = Path(f"/proc/{process}/stat")
    try:
        return status.read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def _wait_for(condition):
    deadline = time.monotonic() + 20
    while not (result := condition()) and time.monotonic() < deadline:
        time.sleep(0.005)
    return result


def test_a_timestamp_that_runs_away_makes_no_day_of_silence(tmp_path):
    """A second later than ten hours: the sound is laid end to end, and that is said."""
    path = sounding(tmp_path, "a.mkv")
    later = changed(path, "b.mkv", "-bsf:a", r"setts=ts=TS+gt(TS*TB\,2)*36001/TB")
    with open_audio(str(later)) as audio:
        assert audio.recording.duration == pytest.approx(SECONDS, abs=0.2)
        assert any("timestamps make no sense" in warning for warning in audio.recording.warnings)
